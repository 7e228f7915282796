/// Whole months in a row: what a report is of. A month, a quarter, a year, or any other stretch.
public struct MonthRange: Hashable, Sendable {
  /// The first month.
  public let first: YearMonth
  /// The last month, which is the first of one month alone.
  public let last: YearMonth

  /// One month.
  public init(_ month: YearMonth) {
    first = month
    last = month
  }

  /// From one month to another, both among them; `nil` where the second lies before the first.
  public init?(from first: YearMonth, to last: YearMonth) {
    if last < first { return nil }
    self.first = first
    self.last = last
  }

  /// Reads `2025-07`, `2025-Q3`, `2025`, and two months with `/` or `_` between: `2024-07/2025-07`.
  public init?(_ text: some StringProtocol) {
    let ends = text.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "_" }
    if ends.count == 2 {
      guard let first = YearMonth(ends[0]), let last = YearMonth(ends[1]) else { return nil }
      self.init(from: first, to: last)
    } else if let date = CalendarDate(text), date.day == nil {
      guard let first = YearMonth(year: date.year, month: date.month ?? 1) else { return nil }
      self.init(from: first, to: date.yearMonth)
    } else {
      let parts = text.split(separator: "-Q", omittingEmptySubsequences: false)
      guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 1,
        let year = Int(parts[0]), let quarter = Int(parts[1]), (1...4).contains(quarter),
        let first = YearMonth(year: year, month: quarter * 3 - 2),
        let last = YearMonth(year: year, month: quarter * 3)
      else { return nil }
      self.init(from: first, to: last)
    }
  }

  /// How many months there are.
  public var count: Int { last.index - first.index + 1 }

  /// Whether it is one month.
  public var isMonth: Bool { first == last }

  /// Whether the month is among them.
  public func contains(_ month: YearMonth) -> Bool { first <= month && month <= last }

  /// As many months, so many months later; earlier where the number is negative. `nil` outside the
  /// calendar.
  public func advanced(by months: Int) -> MonthRange? {
    guard let first = first.advanced(by: months), let last = last.advanced(by: months)
    else { return nil }
    return MonthRange(from: first, to: last)
  }

  /// The months, the first first.
  public var months: [YearMonth] { (0..<count).compactMap { first.advanced(by: $0) } }
}

extension MonthRange: CustomStringConvertible {
  /// Fit for the name of a folder: `2025-07`, `2025-Q3`, `2025`, `2024-07_2025-07`.
  public var description: String {
    if isMonth { return first.description }
    if first.month == 1, count == 12 { return padded(first.year, 4) }
    if first.month % 3 == 1, count == 3 { return padded(first.year, 4) + "-Q\(last.month / 3)" }
    return "\(first)_\(last)"
  }

  /// The Chinese name that reports print: 2025年7月, 2025年第3季度, 2025年, 2024年7月至2025年7月.
  public var title: String {
    if isMonth { return "\(first.year)年\(first.month)月" }
    if first.month == 1, count == 12 { return "\(first.year)年" }
    if first.month % 3 == 1, count == 3 { return "\(first.year)年第\(last.month / 3)季度" }
    return "\(first.year)年\(first.month)月至\(last.year)年\(last.month)月"
  }
}
