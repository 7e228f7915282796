import FactModel
import Lexicon
import TestSupport

@testable import Loading

/// What holds of every expression of time.
enum PeriodProperties {
  /// The first three bytes are the page's date, the others its text.
  static func check(_ bytes: [UInt8]) throws {
    guard let date = date(of: bytes) else { return }
    let text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
    try checkMentions(of: text)
    try PageProperties.check(
      Page(document: "page", text: text, date: date), with: try BuiltIn.lexicon)
  }

  private static func date(of bytes: [UInt8]) -> CalendarDate? {
    guard bytes.count > 3 else { return nil }
    let day = bytes[2] % 40 == 39 ? nil : Int(bytes[2] % 28) + 1
    let month = bytes[1] % 14 == 13 ? nil : Int(bytes[1] % 12) + 1
    return CalendarDate(
      year: 1980 + Int(bytes[0] % 64), month: month, day: month == nil ? nil : day)
  }

  private static func checkMentions(of text: String) throws {
    let lexicon = try BuiltIn.lexicon
    let scan = Scan(flow: Flow(line: text, folding: lexicon.folding), lexicon: lexicon)
    let reader = TimeReader(scan: scan)
    for place in scan.units.indices {
      if let mention = reader.date(at: place) { try check(mention, scan.units.count) }
      if let token = scan.token(.time, at: place), let mention = reader.mention(of: token) {
        try check(mention, scan.units.count)
      }
    }
  }

  private static func check(_ mention: TimeMention, _ count: Int) throws {
    let range = mention.range
    try require(!range.isEmpty && range.upperBound <= count, "a time is \(range) of \(count)")
    guard case .dates(let from, let to) = mention.meaning else { return }
    for date in [from, to].compactMap({ $0 }) {
      try require(date.month.map { (1...12).contains($0) } ?? true, "\(date) is no month")
      try require(date.lastMonth.map { (1...12).contains($0) } ?? true, "\(date) is no month")
      try require(date.day.map { (1...31).contains($0) } ?? true, "\(date) is no day")
    }
  }
}
