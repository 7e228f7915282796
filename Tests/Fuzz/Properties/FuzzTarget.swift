/// A door of the program that is fed with bytes that nobody wrote, and what must hold whatever they are.
///
/// The fuzzer (`scripts/fuzz`) looks for bytes for which something does not hold; the bytes that it found once are kept
/// in `Tests/Fuzz/Kept` and tried by the ordinary tests.
enum FuzzTarget: String, CaseIterable, Sendable {
  /// A page, byte for byte.
  case page
  /// A page of words that the tables know: every byte is a word or a mark.
  case phrases
  /// The reader and the writer of tables.
  case csv
  /// A sheet of JSON.
  case json
  /// The reader of numerals.
  case numeral
  /// The reader of dates and words of time.
  case period
  /// A word table of an editor.
  case tables
  /// A whole run: loading, aggregation, writing.
  case report

  /// Tries the bytes.
  ///
  /// - Throws: `Violation`, where something that must hold does not.
  func check(_ bytes: [UInt8]) throws {
    switch self {
    case .page: try PageProperties.check(String(decoding: bytes, as: UTF8.self))
    case .phrases: try PageProperties.check(try Phrases.text(of: bytes))
    case .csv: try TableProperties.check(bytes)
    case .json: try SheetProperties.check(bytes)
    case .numeral: try NumeralProperties.check(bytes)
    case .period: try PeriodProperties.check(bytes)
    case .tables: try LexiconProperties.check(bytes)
    case .report: try ReportProperties.check(bytes)
    }
  }
}

/// Something that must hold and does not.
struct Violation: Error, CustomStringConvertible {
  let description: String
}

/// - Throws: `Violation` with the message, where the condition is false.
func require(_ condition: Bool, _ message: @autoclosure () -> String) throws(Violation) {
  if !condition { throw Violation(description: message()) }
}
