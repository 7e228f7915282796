import FactModel
import Languages

/// Decides what every fact of a table counts for, as a report of each month does, and adds up.
///
/// 1. `RecordingRows` keeps each fact as a few numbers, thread by thread.
/// 2. The words of the threads get common numbers, and beside that the facts document order (`PageOrder`).
/// 3. Mentions of headlines and boxes are found page by page.
/// 4. Facts are dealt out by month, province, programme, kind and unit, and judged (`GroupJudge`).
///
/// Steps 3 and 4 run on several threads over parts that do not touch each other; their results are put together in
/// the order of their parts.
final class TableDecision: @unchecked Sendable {
  /// Blocks hold fewer rows than this: a fact's number is that of its block and its place in it.
  static let blockBits = 15

  private let threads: Int
  private let takers: Takers<RecordingRows>
  private let filed: Filed
  /// The order of the facts, until they are dealt out.
  private var order: PageOrder?
  /// Of every group, its key, ascending.
  private let keys: [UInt64]
  private let words: TableWords
  private let columns: (months: [String], provinces: [String], programs: [String], units: [String])

  /// Brings together what the threads have kept.
  init(_ takers: consuming Takers<RecordingRows>, labels labelWords: LabelWords, threads: Int) {
    self.threads = threads
    let kept = (0..<takers.count).map { takers.values[$0].kept }
    // What follows points into the memory of the takers.
    self.takers = takers
    let common = CommonWords(kept)
    columns = (
      common.months.words, common.provinces.words, common.programs.words, common.units.words
    )
    words = TableWords(
      labels: common.labels.words, periods: common.periods.words, months: common.months.words,
      programs: common.programs.words, units: common.units.words, words: labelWords)
    let groups = kept.indices.map { common.groups(of: kept[$0], thread: $0) }
    let keys = TableDecision.distinct(groups.flatMap { $0 })
    self.keys = keys
    var runs: [PageOrder.Run] = []
    let filed = Filed(kept, &runs)
    self.filed = filed
    let numbers = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, UInt32($0)) })
    let names = groups.map { $0.map { numbers[$0] ?? 0 } }
    let codes = kept.map { $0.pointee.codes.map { UInt32($0) } }
    // The order is one long piece of work; the others go on with the records beside it.
    let order = Slots<PageOrder?>(1, nil)
    sideBySide(filed.blocks.count + 1, threads: threads) { [runs] piece in
      if piece == 0 {
        order.values[0] = PageOrder(runs, filed.record)
        return
      }
      let block = piece - 1
      let thread = filed.owners[block]
      for place in 0..<filed.counts[block] {
        let record = filed.blocks[block] + place
        record.pointee.label = UInt32(common.labels.places[thread][Int(record.pointee.label)])
        record.pointee.period = UInt32(common.periods.places[thread][Int(record.pointee.period)])
        record.pointee.place = codes[thread][Int(record.pointee.place)]
        record.pointee.group = names[thread][Int(record.pointee.group)]
      }
    }
    self.order = order.values[0]
  }

  /// For the words of each thread, the numbers that they have among the words of all.
  private struct CommonWords: Sendable {
    typealias Column = (words: [String], places: [[Int]])
    let months, provinces, programs, units, labels, periods: Column

    init(_ kept: [UnsafeMutablePointer<RecordingRows.Kept>]) {
      func column(_ list: (borrowing RecordingRows.Kept) -> [String]) -> Column {
        let tables = kept.map { list($0.pointee) }
        let order = WordOrder(tables)
        return (order.words, tables.map(order.places))
      }
      months = column { $0.words.months.words }
      provinces = column { $0.words.provinces.words }
      programs = column { $0.words.programs.words }
      units = column { $0.words.units.words }
      labels = column { $0.labels.words }
      periods = column { $0.periods.words }
    }

    /// The keys of a thread's groups.
    func groups(of kept: UnsafeMutablePointer<RecordingRows.Kept>, thread: Int) -> [UInt64] {
      (0..<kept.pointee.groups.count).map { number in
        var key = TableTotalKey.zero
        key.bits = kept.pointee.groups.keys[number]
        return key.renamed(
          month: months.places[thread][key.month], province: provinces.places[thread][key.province],
          program: programs.places[thread][key.program], unit: units.places[thread][key.unit]
        ).plain
      }
    }
  }

  /// Blocks and pages in the order of the table.
  private struct Filed: @unchecked Sendable {
    private(set) var blocks: [UnsafeMutablePointer<FactRecord>] = []
    private(set) var counts: [Int] = []
    /// By block, the thread that has read it.
    private(set) var owners: [Int] = []

    /// Where the fact of a number stands.
    @inline(__always)
    func record(_ number: UInt32) -> UnsafeMutablePointer<FactRecord> {
      blocks[Int(number >> UInt32(TableDecision.blockBits))]
        + Int(number & (1 << UInt32(TableDecision.blockBits) - 1))
    }

    init(_ kept: [UnsafeMutablePointer<RecordingRows.Kept>], _ runs: inout [PageOrder.Run]) {
      var all: [(block: Int, thread: Int, place: Int)] = []
      for (thread, kept) in kept.enumerated() {
        for (place, block) in kept.pointee.blocks.enumerated() {
          all.append((block.block, thread, place))
        }
      }
      all.sort { $0.block < $1.block }
      runs.reserveCapacity(
        all.reduce(0) { $0 + kept[$1.thread].pointee.blocks[$1.place].runs.count })
      for (number, entry) in all.enumerated() {
        let block = kept[entry.thread].pointee.blocks[entry.place]
        blocks.append(block.records)
        counts.append(block.count)
        owners.append(entry.thread)
        let names = kept[entry.thread].pointee.names.withUnsafeBufferPointer { $0 }
        for run in block.runs {
          runs.append(
            PageOrder.Run(
              name: UnsafeBufferPointer(rebasing: names[run.name..<(run.name + run.length)]),
              first: UInt32(number << TableDecision.blockBits + run.first), count: run.count,
              isAscending: run.isAscending))
        }
      }
    }
  }

  private static func distinct(_ keys: [UInt64]) -> [UInt64] {
    var result: [UInt64] = []
    for place in sortedPlaces(of: keys) where result.last != keys[Int(place)] {
      result.append(keys[Int(place)])
    }
    return result
  }

  /// Where the fact of a number stands.
  @inline(__always)
  private func record(_ number: UInt32) -> UnsafeMutablePointer<FactRecord> { filed.record(number) }

  /// The verdict of the fact at a place of a block.
  func verdict(block: Int, place: Int) -> (verdict: Verdict, isCounted: Bool) {
    let found = filed.blocks[block][place].verdict
    let verdict = Verdict.allCases[Int(found & ~FactRecord.uncounted)]
    return (verdict, verdict == .total || found == UInt8(Verdict.rate.order))
  }

  /// The totals.
  ///
  /// - Parameter keepsVerdicts: whether every record is kept with its verdict, for `verdict(block:place:)`.
  func totals(keepsVerdicts: Bool) -> TableTotals {
    // What is not needed any more makes room for what comes: the order of the facts is kept no longer than this line.
    let judged = judge(dealt())
    if !keepsVerdicts { forget { $0 = RecordingRows.Kept() } }
    return TableTotals(
      months: columns.months, provinces: columns.provinces, programs: columns.programs,
      units: columns.units, pieces: judged.rows,
      identity: Identity(verdictCounts: judged.verdicts), uncountedRates: judged.uncountedRates)
  }

  /// Changes what is kept of every thread.
  private func forget(_ change: (inout RecordingRows.Kept) -> Void) {
    for thread in 0..<takers.count { change(&takers.values[thread].kept.pointee) }
  }

  /// The facts by groups, in document order within each, and where each group begins and the last one ends.
  private func dealt() -> (Slots<UInt32>, [Int]) {
    guard let order = order.take() else { preconditionFailure("facts are dealt out once") }
    forget { $0.forgetPages() }
    let parts = pageParts(order)
    let sizes = Slots(parts.count, [UInt32]())
    sideBySide(parts.count, threads: threads) { [self] part in
      sizes.values[part] = readPages(parts[part], of: order)
    }
    // For every part and group, where its facts go; parts follow one another within a group.
    var starts = [Int](repeating: 0, count: keys.count + 1)
    var sum = 0
    for group in keys.indices {
      starts[group] = sum
      for part in parts.indices {
        let count = Int(sizes.values[part][group])
        sizes.values[part][group] = UInt32(sum)
        sum += count
      }
    }
    starts[keys.count] = sum
    let dealt = Slots(sum, UInt32(0))
    sideBySide(parts.count, threads: threads) { [self] part in
      sizes.values[part].withUnsafeMutableBufferPointer { next in
        for place in order.starts[parts[part].lowerBound]..<order.starts[parts[part].upperBound] {
          let fact = order.facts[place]
          let group = Int(record(fact).pointee.group)
          dealt.values[Int(next[group])] = fact
          next[group] += 1
        }
      }
    }
    return (dealt, starts)
  }

  /// Parts of all pages with about as many facts, one for each thread.
  private func pageParts(_ order: PageOrder) -> [Range<Int>] {
    let pages = order.starts.count - 1
    return (0..<threads).map { pages * $0 / threads..<pages * ($0 + 1) / threads }
  }

  /// Finds the echoes of some pages, numbers them, and counts the facts of each group.
  private func readPages(_ pages: Range<Int>, of order: PageOrder) -> [UInt32] {
    var sizes = [UInt32](repeating: 0, count: keys.count)
    var facts: [UnsafeMutablePointer<FactRecord>] = []
    for page in pages {
      facts.removeAll(keepingCapacity: true)
      var hasOptional = false
      for place in order.starts[page]..<order.starts[page + 1] {
        let record = record(order.facts[place])
        // From here on the line is of no use; the page takes its place.
        record.pointee.line = UInt32(page)
        sizes[Int(record.pointee.group)] += 1
        hasOptional = hasOptional || record.pointee.has(FactRecord.optional)
        facts.append(record)
      }
      if hasOptional { Echoes.mark(facts, keys, words) }
    }
    return sizes
  }

  private struct Judged {
    var rows: [[TableTotal]] = []
    var verdicts = [Int](repeating: 0, count: Verdict.allCases.count)
    var uncountedRates = 0
  }

  /// Judges group after group, in parts of about as many facts.
  private func judge(_ facts: (dealt: Slots<UInt32>, starts: [Int])) -> Judged {
    let (dealt, starts) = facts
    let parts = groupParts(starts)
    let made = Slots(parts.count, Judged())
    sideBySide(parts.count, threads: threads) { [self] part in
      var judge = GroupJudge(words)
      for group in parts[part] {
        var key = TableTotalKey.zero
        key.bits = keys[group]
        judge.judge(
          key, (starts[group]..<starts[group + 1]).lazy.map { self.record(dealt.values[$0]) })
      }
      made.values[part] = Judged(
        rows: [judge.rows], verdicts: judge.verdicts, uncountedRates: judge.uncountedRates)
    }
    var all = Judged()
    for part in parts.indices {
      all.rows += made.values[part].rows
      for (place, count) in made.values[part].verdicts.enumerated() { all.verdicts[place] += count }
      all.uncountedRates += made.values[part].uncountedRates
    }
    return all
  }

  private func groupParts(_ starts: [Int]) -> [Range<Int>] {
    let facts = starts.last ?? 0
    let most = facts / (threads * 8) + 1
    var parts: [Range<Int>] = []
    var first = 0
    for group in keys.indices where starts[group + 1] - starts[first] >= most {
      parts.append(first..<(group + 1))
      first = group + 1
    }
    if first < keys.count { parts.append(first..<keys.count) }
    return parts
  }
}

extension TableTotalKey {
  static let zero = TableTotalKey(month: 0, province: 0, program: 0, kind: 0, unit: 0, span: 0)
}

/// Mentions of headlines and boxes that say a figure of their own page again; see `Repeats`.
enum Echoes {
  /// Marks them among the facts of one page.
  static func mark(
    _ facts: [UnsafeMutablePointer<FactRecord>], _ keys: [UInt64], _ words: TableWords
  ) {
    // Of long pages, the facts of the text by their values.
    var byValue: [Int64: [Int]] = [:]
    let isLong = facts.count > 64
    if isLong {
      for (place, fact) in facts.enumerated() where !fact.pointee.has(FactRecord.optional) {
        byValue[fact.pointee.value, default: []].append(place)
      }
    }
    for fact in facts where fact.pointee.has(FactRecord.optional) && fact.pointee.isCompared {
      let isEcho =
        isLong
        ? (byValue[fact.pointee.value] ?? []).contains { says(facts[$0], fact, keys, words) }
        : facts.contains { says($0, fact, keys, words) }
      if isEcho { fact.pointee.flags |= FactRecord.echo }
    }
  }

  /// Whether a fact of the text says what an optional one says.
  private static func says(
    _ text: UnsafeMutablePointer<FactRecord>, _ optional: UnsafeMutablePointer<FactRecord>,
    _ keys: [UInt64], _ words: TableWords
  ) -> Bool {
    if text.pointee.value != optional.pointee.value || text.pointee.high != optional.pointee.high
      || text.pointee.has(FactRecord.optional)
    {
      return false
    }
    var (one, other) = (TableTotalKey.zero, TableTotalKey.zero)
    one.bits = keys[Int(text.pointee.group)]
    other.bits = keys[Int(optional.pointee.group)]
    guard one.month == other.month, one.kind == other.kind, one.unit == other.unit else {
      return false
    }
    return one.program == other.program
      || words.agree(
        words.bookNumbers[Int(text.pointee.label)], words.bookNumbers[Int(optional.pointee.label)])
  }
}
