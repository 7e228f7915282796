/// A calendar date as precise as its text: a year, a month, or a day.
///
/// ```swift
/// assert(CalendarDate("2025-02-29") == nil)
/// assert(CalendarDate("2025-07")!.lastDay == 20_250_731)
/// ```
public struct CalendarDate: Hashable, Sendable, Comparable {
  /// The year: 2025.
  public let year: Int
  /// The month from 1 to 12, where it is known.
  public let month: Int?
  /// The day from 1 to 31, where it is known.
  public let day: Int?

  /// The whole of a year; a year below 1 counts as 1.
  package init(firstYear year: Int) {
    self.year = max(1, year)
    month = nil
    day = nil
  }

  /// A date, or `nil` where there is no such day.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day, !(1...CalendarDate.days(inMonth: month, of: year)).contains(day) { return nil }
    } else if day != nil {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2024`, `2025-03` or `2025-03-24`.
  public init?(_ text: some StringProtocol) {
    // Byte by byte: the name of every page is asked.
    var (year, month, day) = (0, Int?.none, Int?.none)
    var length = 0
    for byte in text.utf8 {
      let digit = Int(byte) - 48
      switch length {
      case 4, 7: if byte != UInt8(ascii: "-") { return nil }
      case 0..<10: if !(0...9).contains(digit) { return nil }
      default: return nil
      }
      switch length {
      case 0..<4: year = year * 10 + digit
      case 5, 6: month = (month ?? 0) * 10 + digit
      case 8, 9: day = (day ?? 0) * 10 + digit
      default: break
      }
      length += 1
    }
    guard length == 4 || length == 7 || length == 10 else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The number of days of a month of the Gregorian calendar.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The day so many days before this one; `nil` where the date tells no day, or the days reach past the month before.
  package func earlier(days: Int) -> CalendarDate? {
    guard let month, let day else { return nil }
    if day > days { return CalendarDate(year: year, month: month, day: day - days) }
    let before = YearMonth(year: year, month: month)?.advanced(by: -1)
    guard let before else { return nil }
    let last = CalendarDate.days(inMonth: before.month, of: before.year)
    return CalendarDate(year: before.year, month: before.month, day: last + day - days)
  }

  /// The first day that the date may mean, as year × 10000 + month × 100 + day.
  public var firstDay: Int { year * 10000 + (month ?? 1) * 100 + (day ?? 1) }

  /// The last day that the date may mean, written likewise.
  public var lastDay: Int {
    let last = month ?? 12
    return year * 10000 + last * 100 + (day ?? CalendarDate.days(inMonth: last, of: year))
  }

  /// Whether one date lies before another; a month lies before its first day.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.firstDay, left.lastDay) < (right.firstDay, right.lastDay)
  }

  /// The month that holds the date; December where only the year is known.
  public var yearMonth: YearMonth { YearMonth(unchecked: year, month ?? 12) }
}

extension CalendarDate: CustomStringConvertible {
  /// ISO 8601 with the precision of the date: `2024`, `2025-03`, `2025-03-24`.
  public var description: String {
    var text = padded(year, 4)
    if let month { text += "-" + padded(month, 2) }
    if let day { text += "-" + padded(day, 2) }
    return text
  }
}

/// A month of a year, the unit of reporting.
///
/// ```swift
/// assert(YearMonth("2025-01")!.advanced(by: -1)?.description == "2024-12")
/// ```
public struct YearMonth: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The year: 2025.
  public let year: Int
  /// The month from 1 to 12.
  public let month: Int

  /// A month of a date that has been checked.
  fileprivate init(unchecked year: Int, _ month: Int) {
    self.year = year
    self.month = month
  }

  /// A month, or `nil` where the number is not 1 to 12.
  public init?(year: Int, month: Int) {
    guard (1...12).contains(month), (1...9999).contains(year) else { return nil }
    self.year = year
    self.month = month
  }

  /// Reads `2025-07`.
  public init?(_ text: some StringProtocol) {
    guard let date = CalendarDate(text), date.day == nil, let month = date.month else { return nil }
    self.year = date.year
    self.month = month
  }

  /// Months since year 0, for arithmetic.
  package var index: Int { year * 12 + month - 1 }

  /// The month so many months later; earlier where the number is negative. `nil` outside the calendar.
  public func advanced(by months: Int) -> YearMonth? {
    let index = self.index + months
    return index < 12 ? nil : YearMonth(year: index / 12, month: index % 12 + 1)
  }

  /// Whether one month lies before another.
  public static func < (left: YearMonth, right: YearMonth) -> Bool { left.index < right.index }
  /// ISO 8601: `2025-07`.
  public var description: String { padded(year, 4) + "-" + padded(month, 2) }
}

/// When a figure holds.
///
/// ```swift
/// assert(Period(text: "2025-01/2025-06")?.bounds?.last == 20_250_630)
/// assert(Period.yearly.text == "yearly")
/// ```
public enum Period: Hashable, Sendable {
  /// The text gives no time, or only 近日, 日前.
  case unstated
  /// One day, month or year.
  case date(CalendarDate)
  /// From one date to another; an open side is `nil`. Both open: 截至目前, 累计, 近年来.
  case interval(from: CalendarDate?, to: CalendarDate?)
  case yearly, monthly, daily

  /// ISO 8601 text with the precision of the page: `2024`, `2025-01/2025-03`, `2019/`, `/2025-05`, `/`,
  /// `yearly`, or empty.
  public var text: String {
    switch self {
    case .unstated: ""
    case .date(let date): date.description
    case .interval(let from, let to): (from?.description ?? "") + "/" + (to?.description ?? "")
    case .yearly: "yearly"
    case .monthly: "monthly"
    case .daily: "daily"
    }
  }

  /// Reads what `text` writes; `nil` for anything else.
  public init?(text: some StringProtocol) {
    switch text {
    case "": self = .unstated
    case "yearly": self = .yearly
    case "monthly": self = .monthly
    case "daily": self = .daily
    default:
      let sides = text.split(separator: "/", omittingEmptySubsequences: false)
      if sides.count == 1, let date = CalendarDate(sides[0]) {
        self = .date(date)
        return
      }
      guard sides.count == 2 else { return nil }
      let dates = sides.map { $0.isEmpty ? nil : CalendarDate($0) }
      for (side, date) in zip(sides, dates) where !side.isEmpty && date == nil { return nil }
      if let from = dates[0], let to = dates[1], to.lastDay < from.firstDay { return nil }
      self = .interval(from: dates[0], to: dates[1])
    }
  }

  /// The first and last day, each `nil` where that side is open; `nil` as a whole where the period is no
  /// stretch of the calendar.
  public var bounds: (first: Int?, last: Int?)? {
    switch self {
    case .date(let date): (date.firstDay, date.lastDay)
    case .interval(let from, let to): (from?.firstDay, to?.lastDay)
    case .unstated, .yearly, .monthly, .daily: nil
    }
  }
}

/// A number with leading zeros.
package func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
