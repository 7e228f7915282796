import FactModel

extension Span {
  /// The span of a period, seen from the report month.
  ///
  /// - A period that is open at its end (`2025-07/`) reaches to the page, so to the end of the
  ///   report month.
  /// - A period after the report month is of the span of its length: one month `month`, inside one
  ///   year `year`.
  package init(of period: Period, in month: YearMonth) {
    switch period {
    case .unstated: self = .month
    case .yearly, .monthly, .daily: self = .recurring
    case .date, .interval: self = Span.ofStretch(period, in: month)
    }
  }

  private static func ofStretch(_ period: Period, in month: YearMonth) -> Span {
    guard let bounds = period.bounds, let first = bounds.first else { return .cumulative }
    let monthStart = (month.year * 100 + month.month) * 100 + 1
    let monthEnd =
      monthStart - 1 + CalendarDate.days(inMonth: month.month, of: month.year)
    let last = bounds.last ?? monthEnd
    if last < first { return .cumulative }
    if first >= monthStart, last <= monthEnd { return .month }
    let isFuture = first > monthEnd
    if isFuture, first / 100 == last / 100 { return .month }
    return first / 10000 == last / 10000 ? .year : .cumulative
  }
}
