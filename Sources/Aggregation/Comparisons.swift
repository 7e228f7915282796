import FactModel

extension Aggregator {
  /// A month beside the month before, the same month of last year, and each province beside the
  /// others.
  ///
  /// Months are matched by the calendar: where there is no report of July, August has nothing
  /// before it. Groups that an earlier month has and this one lacks are told as well. The value of
  /// a group is its total, that of a group of rates its median. A report of several months is
  /// compared with one of as many months before it, and of the same months a year before.
  ///
  /// - Parameters:
  ///   - report: the month to tell of.
  ///   - reports: all reports that there are; those of other months are passed over.
  /// - Returns: a comparison for every group of one of the three months, in the order of tables.
  /// - Throws: `AggregationError` where a difference, or the sum of the provinces, leaves the range
  ///   of `Amount`.
  ///
  /// ```swift
  /// let lexicon = try Lexicon.builtIn()
  /// let loader = Loader(lexicon: lexicon)
  /// var read = LoadResult()
  /// for (date, number) in [("2025-06-10", 10), ("2025-07-10", 12)] {
  ///   let text = "江苏省南通市总工会新建工会驿站\(number)座。"
  ///   read.append(loader.read(Page(document: date, text: text, date: CalendarDate(date)!)))
  /// }
  /// let aggregator = Aggregator(lexicon: lexicon)
  /// let reports = try aggregator.reports(of: read)
  /// let july = try aggregator.comparisons(of: reports[1], among: reports)
  /// assert(july[0].previous.difference?.description == "2")
  /// ```
  public func comparisons(
    of report: Report, among reports: [Report]
  ) throws(AggregationError) -> [Comparison] {
    let previous = Earlier(months: report.range.count, before: report, among: reports)
    let yearAgo = Earlier(months: 12, before: report, among: reports)
    var current: [TotalKey: Total] = [:]
    for total in report.totals { current[total.key] = total }
    let standings = try Standings(of: report)
    let keys = Set(current.keys).union(previous.totals.keys).union(yearAgo.totals.keys)
    var rows: [Comparison] = []
    rows.reserveCapacity(keys.count)
    for key in keys {
      rows.append(
        Comparison(
          range: report.range, key: key, value: current[key]?.compared,
          previous: try previous.change(of: key, to: current[key]),
          yearAgo: try yearAgo.change(of: key, to: current[key]),
          standing: try current[key].flatMap { total throws(AggregationError) in
            try standings.standing(of: total)
          }, coverage: report.coverage))
    }
    return TableOrder(programs: report.programs).sorted(rows, by: \.key)
  }
}

extension Total {
  /// What is compared: the total, or the median of rates.
  fileprivate var compared: Amount? { key.kind == .rates ? median : total }
}

/// The report of an earlier month, if there is one.
private struct Earlier {
  private let coverage: Coverage?
  private let range: MonthRange
  let totals: [TotalKey: Total]

  init(months: Int, before report: Report, among reports: [Report]) {
    range = report.range
    let earlier = report.range.advanced(by: -months)
    let found = reports.first { $0.range == earlier }
    coverage = found?.coverage
    var totals: [TotalKey: Total] = [:]
    for total in found?.totals ?? [] { totals[total.key] = total }
    self.totals = totals
  }

  func change(
    of key: TotalKey, to current: Total?
  ) throws(AggregationError) -> Comparison.Change {
    guard let coverage else { return Comparison.Change() }
    let earlier = totals[key]
    // Per year and per day have no difference.
    let base = current.map { $0.rhythm == earlier?.rhythm } ?? true ? earlier?.compared : nil
    var difference: Amount?
    if let base, let value = current?.compared {
      difference = value.subtracting(base)
      if difference == nil { throw AggregationError(range: range, key: key) }
    }
    let percent =
      key.kind == .rates
      ? nil
      : difference.flatMap { difference in
        base.flatMap { Amount.ratio(difference, to: $0, times: 100) }
      }
    let presence: Comparison.Presence? =
      switch (current, earlier) {
      case (nil, nil): nil
      case (nil, _?): .gone
      case (_?, nil): .new
      case (_?, _?): .both
      }
    return Comparison.Change(
      coverage: coverage, base: base, difference: difference, percent: percent,
      presence: presence)
  }
}

/// The provinces of each programme, kind, unit, span and rhythm.
private struct Standings {
  private struct Field: Hashable {
    let program: String
    let kind: Kind
    let unit: Unit
    let span: Span
    let rhythm: Rhythm?

    init(_ total: Total) {
      program = total.key.program
      kind = total.key.kind
      unit = total.key.unit
      span = total.key.span
      rhythm = total.rhythm
    }
  }

  private struct Ranking {
    /// Ascending.
    var values: [Amount] = []
    /// The better rank of every value.
    var ranks: [Amount: Int] = [:]
    var sum: Amount?
    var median: Amount?
  }

  private let range: MonthRange
  private var rankings: [Field: Ranking] = [:]

  init(of report: Report) throws(AggregationError) {
    range = report.range
    var totals: [Field: [Total]] = [:]
    for total in report.totals where total.compared != nil {
      totals[Field(total), default: []].append(total)
    }
    for (field, totals) in totals {
      let values = totals.compactMap(\.compared)
      var ranking = Ranking(values: values.sorted())
      ranking.median = Amount.median(ofAscending: ranking.values)
      if field.kind != .rates {
        let sum = values.reduce(Int128(0)) { $0 + Int128($1.tenThousandths) }
        guard let sum = Int64(exactly: sum) else {
          throw AggregationError(range: range, key: totals[0].key)
        }
        ranking.sum = Amount(tenThousandths: sum)
      }
      for (place, value) in ranking.values.enumerated() {
        ranking.ranks[value] = ranking.values.count - place
      }
      rankings[field] = ranking
    }
  }

  func standing(of total: Total) throws(AggregationError) -> Comparison.Standing? {
    guard let value = total.compared, let ranking = rankings[Field(total)],
      let rank = ranking.ranks[value], let median = ranking.median
    else { return nil }
    guard let distance = value.subtracting(median) else {
      throw AggregationError(range: range, key: total.key)
    }
    return Comparison.Standing(
      rank: rank, provinces: ranking.values.count,
      share: ranking.sum.flatMap { Amount.ratio(value, to: $0, times: 100) }, median: median,
      distance: distance)
  }
}
