import FactModel
import Languages

/// The second door: facts in, one report per month out.
///
///     let reports = try Aggregator(programs: vocabulary).reports(of: loaded)
///
/// Every fact gets a verdict: it enters a total, or there is a reason why not. Nothing of a report
/// depends on the order in which pages were read: what parts of a run have read merges
/// (`PartialAggregate`), and is judged in document order.
public struct Aggregator: Sendable {
  private let programs: [Program]
  private let labels: LabelWords
  private let populations: [Population]

  /// - Parameters:
  ///   - programs: the vocabulary, whose order is the order of every table.
  ///   - labels: which words of labels mean the same, and which are a stock.
  ///   - populations: the inhabitants of the provinces, for averages.
  public init(
    programs: [Program], labels: LabelWords = LabelWords(), populations: [Population] = []
  ) {
    self.programs = programs
    self.labels = labels
    self.populations = populations
  }

  /// The reports of all months that occur, the earliest first.
  ///
  /// - Throws: `AggregationError` where a sum leaves the range of `Amount`.
  /// - Complexity: O(*n* log *n*) for *n* facts.
  public func reports(of result: LoadResult) throws(AggregationError) -> [Report] {
    try reports(of: PartialAggregate(result))
  }

  /// The reports of all months that occur, the earliest first.
  public func reports(of aggregate: PartialAggregate) throws(AggregationError) -> [Report] {
    var reports: [Report] = []
    for month in aggregate.months {
      if let report = try report(over: MonthRange(month), of: aggregate) { reports.append(report) }
    }
    return reports
  }

  /// One report over the months of a range: a quarter, a year, or any other.
  ///
  /// It is made of facts, not of the months' totals, so that a figure that two months print is
  /// counted once, and of a stock the latest figure stands.
  ///
  /// - Returns: `nil` where nothing was read for the months.
  /// - Throws: `AggregationError` where a sum leaves the range of `Amount`.
  public func report(
    over range: MonthRange, of aggregate: PartialAggregate
  ) throws(AggregationError) -> Report? {
    guard let slice = aggregate.slice(range) else { return nil }
    let features = Features(of: slice.facts, in: range, words: labels)
    let judgement = Judgement(of: slice.facts, features)
    let entries = judgement.entries
    let rates = RateCheck(of: entries)
    let order = TableOrder(programs: programs)
    let grounds = try Totals(of: entries, features, rates, in: range).sorted(by: order)
    let nationals = Nationals(of: entries, features, provinces: populations.count)
    return Report(
      range: range, programs: programs, coverage: slice.coverage, entries: entries,
      totals: grounds.map(\.total), exclusions: slice.exclusions,
      doubts: DoubtOrder(of: entries).sorted(
        slice.doubts + rates.doubts(beside: slice.doubts) + judgement.doubts + nationals.doubts
          + ScaleCheck(of: entries).doubts),
      documents: slice.documents,
      identity: Identity(
        facts: slice.facts.count, excluded: slice.exclusions.count,
        verdicts: entries.lazy.map(\.verdict)),
      nationals: nationals.lines, averages: Averages(of: grounds, populations).averages)
  }
}

/// A sum that cannot be held exactly. No report is better than a wrong one.
public struct AggregationError: SpokenError, Hashable {
  /// The months of the report.
  public let range: MonthRange
  /// The group whose sum, or whose difference from another month, left the range.
  public let key: TotalKey

  /// The problem and its remedy in one line.
  public func text(in language: Language) -> String {
    let group =
      "\(key.province.name), \(key.program), \(key.kind.rawValue), "
      + "\(key.unit.name), \(key.span.rawValue)"
    return Wording(
      en: "\(range): error: a sum or difference of \(group) is beyond ±922 trillion; "
        + "look for a misread figure among its facts",
      zh: "\(range)：错误：\(group) 的合计或差超出 ±922 万亿，请在其中找读错的数字"
    ).text(in: language)
  }
}
