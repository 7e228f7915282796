/// What figures must have in common to be added.
public struct TotalKey: Hashable, Sendable {
  /// The province-level division.
  public let province: Division
  /// The programme's id.
  public let program: String
  /// What sort of thing is measured.
  public let kind: Kind
  /// The unit of every amount of the group.
  public let unit: Unit
  /// The length of time, seen from the report month.
  public let span: Span

  /// A key of its parts.
  public init(province: Division, program: String, kind: Kind, unit: Unit, span: Span) {
    self.province = province
    self.program = program
    self.kind = kind
    self.unit = unit
    self.span = span
  }
}

/// A total with its bounds, or the summary of a group of rates. All amounts are in the unit of the
/// key.
public struct Total: Hashable, Sendable {
  /// What the figures have in common.
  public let key: TotalKey
  /// How many facts the group adds or sums up.
  public let facts: Int
  /// The sum of the values; of a range, its lower end. `nil` for rates, and for recurring figures
  /// whose rhythms differ (每年 and 每天), which do not add.
  public let total: Amount?
  /// The least that the printed figures allow; `nil` without a total.
  public let low: Amount?
  /// The most that the printed figures allow; `nil` without a total, or where the top is open.
  public let high: Amount?
  /// The least printed value; with its fellows `nil` where the rhythms of recurring figures differ.
  public let minimum: Amount?
  /// The middle printed value; the mean of the middle two, half up.
  public let median: Amount?
  /// The greatest printed value.
  public let maximum: Amount?
  /// For rates of one label whose counts the pages give: Σ numerators / Σ denominators in percent.
  public let pooled: Amount?
  /// The rhythm of recurring figures; `nil` of all others, and where the rhythms of a group differ.
  public let rhythm: Rhythm?

  /// A total of its parts; nothing is computed here.
  public init(
    key: TotalKey, facts: Int, total: Amount? = nil, low: Amount? = nil, high: Amount? = nil,
    minimum: Amount? = nil, median: Amount? = nil, maximum: Amount? = nil, pooled: Amount? = nil,
    rhythm: Rhythm? = nil
  ) {
    self.key = key
    self.facts = facts
    self.total = total
    self.low = low
    self.high = high
    self.minimum = minimum
    self.median = median
    self.maximum = maximum
    self.pooled = pooled
    self.rhythm = rhythm
  }

  /// The Chinese name of the span, or of the rhythm: 当月, 累计, 每年.
  public var time: String { rhythm?.title ?? key.span.title }
}
