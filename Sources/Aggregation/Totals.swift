import FactModel

/// The groups of figures that belong together, added where they may be.
struct Totals {
  /// A total and what its figures speak of.
  struct Grounds {
    let total: Total
    let footprint: Footprint
  }

  private let grounds: [Grounds]

  /// - Throws: `AggregationError` where a sum leaves the range of `Amount`.
  init(
    of entries: [ReportFact], _ features: Features, _ rates: RateCheck, in range: MonthRange
  ) throws(AggregationError) {
    var numbers = Numbering<GroupKey>()
    var groups: [Group] = []
    for (index, entry) in entries.enumerated() where entry.isCounted {
      let row = features[index]
      let key = GroupKey(
        province: entry.fact.place.provinceCode, program: row.program, measure: row.measure,
        span: row.span)
      let number = numbers.number(of: key)
      if number == groups.count { groups.append(Group(key: entry.key)) }
      groups[number].add(entry.fact.quantity, rhythm: Rhythm(entry.fact.period))
      groups[number].footprint.add(row, of: entry.fact)
      if let pair = rates.pairs[index] { groups[number].pool(pair, label: row.label) }
    }
    var grounds: [Grounds] = []
    grounds.reserveCapacity(groups.count)
    for group in groups {
      guard let total = group.total() else { throw AggregationError(range: range, key: group.key) }
      grounds.append(Grounds(total: total, footprint: group.footprint))
    }
    self.grounds = grounds
  }

  func sorted(by order: TableOrder) -> [Grounds] {
    order.sorted(grounds, by: \.total.key)
  }

  private struct GroupKey: Hashable {
    let province: Int
    let program: Int
    let measure: Int
    let span: Span
  }
}

/// The places and times that the figures of a group speak of.
struct Footprint {
  /// A sentence of a page; told from others by its bytes, for there are many and they are long.
  struct Sentence: Hashable {
    let document: String
    let article: Int
    let text: String

    static func == (one: Sentence, other: Sentence) -> Bool {
      one.article == other.article && one.document.utf8.elementsEqual(other.document.utf8)
        && one.text.utf8.elementsEqual(other.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(article)
      for var part in [document, text] { part.withUTF8 { hasher.combine(bytes: .init($0)) } }
    }
  }

  private(set) var places: Set<Int> = []
  private(set) var times: Set<[Int]> = []
  /// The sentences of pages that the figures stand in; not told of all, if one has none.
  private(set) var sentences: Set<Sentence> = []
  /// Whether every figure is of the province as a whole.
  private(set) var isOfProvince = true

  mutating func add(_ row: Features.Row, of fact: Fact) {
    let (place, source) = (fact.place, fact.provenance)
    // A row of a sheet is told by itself.
    if fact.kind == .funds || fact.kind == .participants, source.article > 0 {
      sentences.insert(
        Sentence(document: source.document, article: source.article, text: source.sentence))
    }
    places.insert(row.place)
    times.insert([row.place, row.stretch.sort, row.stretch.first, row.stretch.last])
    if place.level != .province { isOfProvince = false }
  }
}

/// One group while it grows. Sums have 128 bits, so that only the result can leave the range.
private struct Group {
  let key: TotalKey
  var footprint = Footprint()
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
