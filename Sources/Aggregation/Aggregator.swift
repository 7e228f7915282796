import FactModel
import Languages

/// The second door: facts in, one report per month out.
///
///     let reports = try Aggregator(programs: vocabulary).reports(of: loaded)
///
/// Every fact gets a verdict: it enters a total, or there is a reason why not. The figures of a
/// report do not depend on the order in which pages were read; only which of several repeats stands
/// does.
public struct Aggregator: Sendable {
  private let programs: [Program]

  /// - Parameter programs: the vocabulary, whose order is the order of every table.
  public init(programs: [Program]) {
    self.programs = programs
  }

  /// The reports of all months that occur, the earliest first.
  ///
  /// - Throws: `AggregationError` where a sum leaves the range of `Amount`.
  /// - Complexity: O(*n* log *n*) for *n* facts.
  public func reports(of result: LoadResult) throws(AggregationError) -> [Report] {
    var reports: [Report] = []
    for month in MonthSlice.all(of: result) { reports.append(try report(of: month)) }
    return reports
  }

  private func report(of slice: MonthSlice) throws(AggregationError) -> Report {
    let features = Features(of: slice.facts, in: slice.month)
    let repeats = Repeats(among: slice.facts, features)
    let containment = Containment(among: slice.facts, features, repeats)
    let entries = judged(slice.facts, features, repeats, containment)
    let rates = RateCheck(of: entries)
    let totals = try Totals(of: entries, features, rates, in: slice.month)
    return Report(
      month: slice.month, programs: programs, coverage: slice.coverage, entries: entries,
      totals: totals.sorted(by: TableOrder(programs: programs)), exclusions: slice.exclusions,
      doubts: slice.doubts + rates.doubts(beside: slice.doubts), documents: slice.documents,
      identity: Identity(
        facts: slice.facts.count, excluded: slice.exclusions.count,
        verdicts: entries.lazy.map(\.verdict)))
  }

  private func judged(
    _ facts: [Fact], _ features: Features, _ repeats: Repeats, _ containment: Containment
  ) -> [ReportFact] {
    facts.indices.map { index in
      let original = repeats.originals[index]
      let cover = containment.covers[index]
      let verdict =
        Eligibility.refusal(of: facts[index])
        ?? (original != nil ? .repeat : cover != nil ? .covered : .total)
      return ReportFact(
        fact: facts[index], span: features[index].span, verdict: verdict,
        reference: original ?? (verdict == .covered ? cover : nil))
    }
  }
}

/// A sum that cannot be held exactly. No report is better than a wrong one.
public struct AggregationError: SpokenError, Hashable {
  /// The report month.
  public let month: YearMonth
  /// The group whose sum left the range.
  public let key: TotalKey

  /// The problem and its remedy in one line.
  public func text(in language: Language) -> String {
    let group =
      "\(key.province.name), \(key.program), \(key.kind.rawValue), "
      + "\(key.unit.name), \(key.span.rawValue)"
    return Wording(
      en: "\(month): error: the sum of \(group) is beyond ±922 trillion; "
        + "look for a misread figure among its facts",
      zh: "\(month)：错误：\(group) 的合计超出 ±922 万亿，请在其中找读错的数字"
    ).text(in: language)
  }
}
