import FactModel

extension Span {
  /// The span of a period, seen from the report month.
  package init(of period: Period, in month: YearMonth) {
    self.init(of: period, on: month, in: MonthRange(month))
  }

  /// The span of a period, seen from the months of a report.
  ///
  /// - A period without a time is of its page, whose month is one of the report's.
  /// - A period that is open at its end (`2025-07/`) reaches to the page, so to the end of the
  ///   page's month.
  /// - A period after the page's month is of the span of its length: one month `month`, inside one
  ///   year `year`.
  init(of period: Period, on page: YearMonth, in range: MonthRange) {
    let inside: Span = range.isMonth ? .month : .range
    switch period {
    case .unstated: self = inside
    case .yearly, .monthly, .daily: self = .recurring
    case .date, .interval:
      guard let bounds = period.bounds, let first = bounds.first else {
        self = .cumulative
        return
      }
      let last = bounds.last ?? page.lastDay
      if last < first {
        self = .cumulative
      } else if first >= range.first.firstDay, last <= range.last.lastDay {
        self = inside
      } else if first > page.lastDay, first / 100 == last / 100 {
        self = inside
      } else {
        self = first / 10000 == last / 10000 ? .year : .cumulative
      }
    }
  }
}

extension YearMonth {
  /// The first day as year × 10000 + month × 100 + day.
  var firstDay: Int { (year * 100 + month) * 100 + 1 }
  /// The last day, written likewise.
  var lastDay: Int { firstDay - 1 + CalendarDate.days(inMonth: month, of: year) }
}
