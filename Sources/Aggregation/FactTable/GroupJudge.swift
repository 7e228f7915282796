import FactModel

/// Gives a verdict to every fact of one month, province, programme, kind and unit, and adds up what enters a total.
///
/// All that one fact can do to another happens inside such a group, which mostly fits into the processor's cache. The
/// rules are those of `Repeats`, `Containment`, `Succession` and `LongerTimes`, which are the slow twin: a test holds
/// both against each other on random tables.
struct GroupJudge: ~Copyable {
  private typealias Item = GroupItem

  /// The greatest figure of one place, label, span and time.
  private struct Top {
    let extent: Extent
    /// `nil` where it is open.
    var high: Int128?
    let next: Int32
  }

  private let words: TableWords
  private var views: [PeriodView]
  private var items: [Item] = []
  private var fetched: [UnsafeMutablePointer<FactRecord>] = []
  private var next: [Int32] = []
  private var last: [Int32] = []
  private var stamps: [Int32] = []
  private var tops: [Top] = []
  private var map = ScratchMap()
  private var spans: [TableTotal] = []
  private let hedges = Qualifier.allCases
  private static let spanPlaces: [Int] = Span.allCases.map { span in
    TableTotalKey.spans.firstIndex(of: span) ?? 0
  }

  /// The totals of the groups that were judged, in their order.
  private(set) var rows: [TableTotal] = []
  private(set) var verdicts = [Int](repeating: 0, count: Verdict.allCases.count)
  private(set) var uncountedRates = 0

  init(_ words: TableWords) {
    self.words = words
    views = Array(repeating: PeriodView(), count: words.periods.count)
  }

  /// Judges the facts of a group, which come in document order.
  mutating func judge(
    _ key: TableTotalKey, _ records: some Sequence<UnsafeMutablePointer<FactRecord>>
  ) {
    gather(key, records)
    if items.count > 1 {
      findRepeats()
      if key.kind != .rates {
        findHolders()
        findSuccessors()
        findLongerTimes()
      }
    }
    add(key)
  }

  // MARK: What is compared

  private mutating func gather(
    _ key: TableTotalKey, _ records: some Sequence<UnsafeMutablePointer<FactRecord>>
  ) {
    items.removeAll(keepingCapacity: true)
    let isSites = key.kind == .stations
    let isPeople = key.kind == .participants && words.units[key.unit] == Unit.person.name
    // The facts of a group lie far apart in memory. Touched one right after the other, they are fetched side by side.
    fetched.removeAll(keepingCapacity: true)
    var touched: UInt32 = 0
    for record in records {
      fetched.append(record)
      touched |= record.pointee.period
    }
    precondition(touched < UInt32.max, "a fact without a period")
    for record in fetched {
      let number = Int(record.pointee.period)
      if views[number].month != Int32(key.month) {
        views[number] = PeriodView(
          of: words.periods[number], on: words.months[key.month], number: key.month)
      }
      let label = Int(record.pointee.label)
      let isStock =
        isSites
        || isPeople && !words.stockPrograms[label].isEmpty
          && words.stockPrograms[label].contains(words.programs[key.program])
      items.append(
        Item(
          record: record, label: Int32(words.bookNumbers[label]), view: views[number],
          isStock: isStock,
          isBlank: words.isEmpty[label],
          isCandidate: record.pointee.isCompared && !record.pointee.has(FactRecord.echo)))
    }
  }

  /// The fact that stands for a fact: the one that it repeats, or itself.
  @inline(__always)
  private func standing(_ index: Int) -> Int {
    items[index].original >= 0 ? Int(items[index].original) : index
  }

  // MARK: Repeats

  private mutating func findRepeats() {
    next = Array(repeating: -1, count: items.count)
    last = Array(repeating: -1, count: items.count)
    map.reset(items.count)
    // Facts whose figures only share the hash are told apart along the chain.
    for index in items.indices where items[index].isCandidate {
      let head = map.value(of: figureHash(index))
      if head.pointee < 0 {
        head.pointee = Int32(index)
        last[index] = Int32(index)
        continue
      }
      let first = Int(head.pointee)
      next[Int(last[first])] = Int32(index)
      last[first] = Int32(index)
    }
    for index in items.indices where last[index] >= 0 && next[index] >= 0 { settleChain(index) }
  }

  private func figureHash(_ index: Int) -> UInt64 {
    let record = items[index].record.pointee
    let view = items[index].view
    var hash = UInt64(truncatingIfNeeded: record.value) &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ (hash >> 29) ^ UInt64(record.place)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 32) ^ UInt64(truncatingIfNeeded: view.first)) &* 0x94D0_49BB_1331_11EB
    hash = (hash ^ (hash >> 31) ^ UInt64(truncatingIfNeeded: view.last)) &* 0x9E37_79B9_7F4A_7C15
    hash ^=
      UInt64(truncatingIfNeeded: record.high) &+ UInt64(view.sort) &+ UInt64(view.span.order) << 8
    return hash >> 1
  }

  private func isSameFigure(_ one: Int, _ other: Int) -> Bool {
    let (left, right) = (items[one].record.pointee, items[other].record.pointee)
    let (here, there) = (items[one].view, items[other].view)
    return left.value == right.value && left.high == right.high && left.place == right.place
      && here.span == there.span && here.sort == there.sort && here.first == there.first
      && here.last == there.last
  }

  /// Settles the facts of a chain, figure by figure.
  private mutating func settleChain(_ first: Int) {
    var rest: [Int] = []
    var at = Int32(first)
    while at >= 0 {
      rest.append(Int(at))
      at = next[Int(at)]
    }
    while let leader = rest.first {
      let same = rest.filter { isSameFigure(leader, $0) }
      if same.count > 1 { settle(same) }
      if same.count == rest.count { return }
      rest.removeAll { isSameFigure(leader, $0) }
    }
  }

  /// Of the facts of one figure, lets one of each set of agreeing labels stand.
  private mutating func settle(_ group: [Int]) {
    let first = items[group[0]].label
    if group.allSatisfy({ items[$0].label == first }) {
      stand(group)
      return
    }
    let heads = words.book.heads(of: Set(group.map { Int(items[$0].label) }))
    for head in Set(heads.values) {
      stand(group.filter { heads[Int(items[$0].label)] == head })
    }
  }

  private mutating func stand(_ group: [Int]) {
    func precedence(_ index: Int) -> (Int, Int, Int) {
      let record = items[index].record.pointee
      return (record.has(FactRecord.part) ? 0 : 1, record.has(FactRecord.optional) ? 1 : 0, index)
    }
    guard let best = group.min(by: { precedence($0) < precedence($1) }) else { return }
    for index in group where index != best { items[index].original = Int32(best) }
  }

  // MARK: Larger divisions

  private enum Tag: Int {
    case exact, containing
  }

  @inline(__always)
  private static func areaKey(_ place: Int, _ span: Span, _ label: Int, _ tag: Tag) -> UInt64 {
    UInt64(place) << 36 | UInt64(span.order) << 33 | UInt64(label) << 1 | UInt64(tag.rawValue)
  }

  private mutating func findHolders() {
    var wide = 0
    var room = 0
    for item in items where item.isCandidate && item.place % 100 == 0 {
      wide += 1
      room += 2 + words.inner[Int(item.label)].count
    }
    if wide == 0 { return }
    map.reset(room)
    for item in items where item.isCandidate && item.place % 100 == 0 {
      map.value(of: key(item, Int(item.label), .exact)).pointee = 1
      map.value(of: key(item, Int(item.label), .containing)).pointee = 1
      for part in words.inner[Int(item.label)] {
        map.value(of: key(item, part, .containing)).pointee = 1
      }
    }
    for index in items.indices where items[index].isCandidate && items[index].place % 10_000 != 0 {
      let place = items[index].place
      let isHeld =
        isHeld(items[index], by: place / 10_000 * 10_000)
        || place % 100 != 0 && isHeld(items[index], by: place / 100 * 100)
      if isHeld { items[standing(index)].isCovered = true }
    }
  }

  @inline(__always)
  private func key(_ item: Item, _ label: Int, _ tag: Tag) -> UInt64 {
    GroupJudge.areaKey(item.place, item.view.span, label, tag)
  }

  private func isHeld(_ item: Item, by holder: Int) -> Bool {
    let span = item.view.span
    if map.known(GroupJudge.areaKey(holder, span, Int(item.label), .containing)) >= 0 {
      return true
    }
    return words.inner[Int(item.label)].contains { part in
      map.known(GroupJudge.areaKey(holder, span, part, .exact)) >= 0
    }
  }

  // MARK: Later counts of a stock

  private mutating func findSuccessors() {
    func isMention(_ index: Int) -> Bool {
      items[index].isStock && items[index].isCandidate && items[index].view.hasExtent
        && !items[index].isBlank
        && !items[standing(index)].record.pointee.has(FactRecord.part)
    }
    guard items.count(where: { $0.isStock }) > 1 else { return }
    map.reset(items.count)
    next = Array(repeating: -1, count: items.count)
    last = Array(repeating: -1, count: items.count)
    for index in items.indices where isMention(index) {
      let head = map.value(of: key(items[index], Int(items[index].label), .exact))
      if head.pointee < 0 {
        head.pointee = Int32(index)
        last[index] = Int32(index)
      } else {
        next[Int(last[Int(head.pointee)])] = Int32(index)
        last[Int(head.pointee)] = Int32(index)
      }
    }
    stamps = Array(repeating: -1, count: items.count)
    for index in items.indices where last[index] >= 0 && next[index] >= 0 { succeed(index) }
  }

  /// Lets the latest of the counts of one stock stand, with what its article says of the same day.
  private mutating func succeed(_ first: Int) {
    func day(_ index: Int) -> Int { items[index].view.extent?.last ?? 0 }
    var latest = first
    var at = Int32(first)
    while at >= 0 {
      if day(Int(at)) >= day(latest) { latest = Int(at) }
      at = next[Int(at)]
    }
    let (page, article) = (items[latest].record.pointee.line, items[latest].record.pointee.article)
    at = Int32(first)
    while at >= 0 {
      let record = items[Int(at)].record.pointee
      if record.line == page, record.article == article, day(Int(at)) == day(latest) {
        stamps[standing(Int(at))] = Int32(first)
      }
      at = next[Int(at)]
    }
    at = Int32(first)
    while at >= 0 {
      let standing = standing(Int(at))
      if stamps[standing] != Int32(first) { items[standing].isSucceeded = true }
      at = next[Int(at)]
    }
  }

  // MARK: Longer times

  private mutating func findLongerTimes() {
    map.reset(items.count)
    tops.removeAll(keepingCapacity: true)
    for index in items.indices {
      let item = items[index]
      guard item.isCandidate, let extent = item.view.extent, extent.isStated,
        !item.isBlank, !items[standing(index)].isSucceeded
      else { continue }
      note(extent, bounds(item).high, in: map.value(of: key(item, Int(item.label), .exact)))
    }
    if tops.isEmpty { return }
    for index in items.indices {
      let item = items[index]
      guard item.isCandidate, let extent = item.view.extent, !item.isBlank
      else { continue }
      if words.wider[Int(item.label)].contains(where: { label in isInside(item, extent, label) }) {
        items[standing(index)].isCovered = true
      }
    }
  }

  /// Keeps the greatest figure of each time.
  private mutating func note(
    _ extent: Extent, _ high: Int128?, in head: UnsafeMutablePointer<Int32>
  ) {
    var at = head.pointee
    while at >= 0 {
      let top = tops[Int(at)]
      if top.extent == extent {
        if let known = top.high, high.map({ $0 > known }) ?? true { tops[Int(at)].high = high }
        return
      }
      at = top.next
    }
    tops.append(Top(extent: extent, high: high, next: head.pointee))
    head.pointee = Int32(tops.count - 1)
  }

  private func isInside(_ item: Item, _ extent: Extent, _ label: Int) -> Bool {
    var at = map.known(key(item, label, .exact))
    while at >= 0 {
      let top = tops[Int(at)]
      if top.extent.isLonger(than: extent), top.high.map({ bounds(item).low <= $0 }) ?? true {
        return true
      }
      at = top.next
    }
    return false
  }

  private func bounds(_ item: Item) -> Bounds {
    let record = item.record.pointee
    return Bounds(
      value: record.value, high: record.high == FactRecord.none ? nil : record.high,
      qualifier: hedges[Int(record.qualifier)])
  }

  // MARK: Verdicts and totals

  private mutating func add(_ key: TableTotalKey) {
    spans.removeAll(keepingCapacity: true)
    for place in TableTotalKey.spans.indices {
      var own = key
      own.bits |= UInt64(place)
      spans.append(TableTotal(key: own))
    }
    for item in items {
      let verdict = verdict(of: item)
      verdicts[verdict.order] += 1
      item.record.pointee.verdict = UInt8(verdict.order)
      if verdict == .rate, !isCounted(item) {
        uncountedRates += 1
        item.record.pointee.verdict |= FactRecord.uncounted
      } else if verdict == .total || verdict == .rate {
        let place = GroupJudge.spanPlaces[item.view.span.order]
        let record = item.record.pointee
        spans[place].add(
          record.value, high: record.high == FactRecord.none ? nil : record.high,
          hedges[Int(record.qualifier)])
        if let rhythm = Rhythm(words.periods[Int(record.period)]) {
          spans[place].group.note(rhythm)
        }
      }
    }
    for total in spans where total.number > 0 { rows.append(total) }
  }

  private func verdict(of item: Item) -> Verdict {
    let record = item.record.pointee
    if record.has(FactRecord.nation) { return .national }
    if record.has(FactRecord.rates) { return .rate }
    switch Status.allCases[Int(record.status)] {
    case .planned: return .planned
    case .rule: return .rule
    case .case: return .case
    case .actual: break
    }
    if record.has(FactRecord.part) { return .part }
    if item.original >= 0 || record.has(FactRecord.echo) { return .repeat }
    return item.isCovered || item.isSucceeded ? .covered : .total
  }

  /// Whether a rate is listed: a result, and the first mention.
  private func isCounted(_ item: Item) -> Bool {
    item.record.pointee.status == 0 && item.original < 0
      && !item.record.pointee.has(FactRecord.echo)
  }
}
