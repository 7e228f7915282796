import FactModel

/// The groups of figures that belong together, added where they may be.
struct Totals {
  private let totals: [Total]

  /// - Throws: `AggregationError` where a sum leaves the range of `Amount`.
  init(
    of entries: [ReportFact], _ features: Features, _ rates: RateCheck, in month: YearMonth
  ) throws(AggregationError) {
    var numbers = Numbering<GroupKey>()
    var groups: [Group] = []
    for (index, entry) in entries.enumerated() where Totals.isCounted(entry) {
      let row = features[index]
      let key = GroupKey(
        province: entry.fact.place.provinceCode, program: row.program, measure: row.measure,
        span: row.span)
      let number = numbers.number(of: key)
      if number == groups.count { groups.append(Group(key: Totals.key(of: entry))) }
      groups[number].add(entry.fact.quantity, rhythm: Rhythm(entry.fact.period))
      if let pair = rates.pairs[index] { groups[number].pool(pair, label: row.label) }
    }
    var totals: [Total] = []
    totals.reserveCapacity(groups.count)
    for group in groups {
      guard let total = group.total() else { throw AggregationError(month: month, key: group.key) }
      totals.append(total)
    }
    self.totals = totals
  }

  func sorted(by order: TableOrder) -> [Total] {
    order.sorted(totals, by: \.key)
  }

  /// What enters a total, and the rates that a summary takes in: results, each once.
  private static func isCounted(_ entry: ReportFact) -> Bool {
    switch entry.verdict {
    case .total: true
    case .rate: entry.fact.status == .actual && entry.reference == nil
    default: false
    }
  }

  private struct GroupKey: Hashable {
    let province: Int
    let program: Int
    let measure: Int
    let span: Span
  }

  private static func key(of entry: ReportFact) -> TotalKey {
    let place = entry.fact.place
    return TotalKey(
      province: Division(code: place.provinceCode, name: place.province, province: place.province),
      program: entry.fact.program, kind: entry.fact.kind, unit: entry.fact.quantity.unit,
      span: entry.span)
  }
}

/// One group while it grows. Sums have 128 bits, so that only the result can leave the range.
private struct Group {
  let key: TotalKey
  private var values: [Amount] = []
  private var sum: Int128 = 0
  private var low: Int128 = 0
  private var high: Int128? = 0
  private var rhythms: Set<Rhythm?> = []
  private var numerators: Int128 = 0
  private var denominators: Int128 = 0
  private var pooledLabels: Set<Int> = []

  init(key: TotalKey) {
    self.key = key
  }

  mutating func add(_ quantity: Quantity, rhythm: Rhythm?) {
    let bounds = Bounds(of: quantity)
    values.append(quantity.value)
    sum += Int128(quantity.value.tenThousandths)
    low += bounds.low
    high = high.flatMap { sum in bounds.high.map { sum + $0 } }
    rhythms.insert(rhythm)
  }

  mutating func pool(_ pair: RateCheck.Pair, label: Int) {
    numerators += Int128(pair.part.tenThousandths)
    denominators += Int128(pair.whole.tenThousandths)
    pooledLabels.insert(label)
  }

  /// The finished group, or `nil` where a sum leaves the range.
  func total() -> Total? {
    if rhythms.count > 1 { return Total(key: key, facts: values.count) }
    let ascending = values.sorted()
    let isAdded = key.kind != .rates
    if isAdded {
      guard Group.fits(sum), Group.fits(low), high.map(Group.fits) ?? true else { return nil }
    }
    return Total(
      key: key, facts: values.count, total: isAdded ? Group.amount(sum) : nil,
      low: isAdded ? Group.amount(low) : nil, high: isAdded ? high.flatMap(Group.amount) : nil,
      minimum: ascending.first, median: Amount.median(ofAscending: ascending),
      maximum: ascending.last, pooled: pooled, rhythm: rhythms.first ?? nil)
  }

  private var pooled: Amount? {
    guard key.kind == .rates, pooledLabels.count == 1,
      let top = Group.amount(numerators), let bottom = Group.amount(denominators)
    else { return nil }
    return Amount.ratio(top, to: bottom, times: 100)
  }

  private static func fits(_ sum: Int128) -> Bool { amount(sum) != nil }

  private static func amount(_ sum: Int128) -> Amount? {
    Int64(exactly: sum).map(Amount.init(tenThousandths:))
  }
}
