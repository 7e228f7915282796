import FactModel
import Foundation
import Lexicon
import TestSupport

@testable import Loading

/// What holds of every numeral.
enum NumeralProperties {
  static func check(_ bytes: [UInt8]) throws {
    try checkPlaces(of: String(decoding: bytes, as: UTF8.self))
    try checkSpelled(bytes)
    try checkAmount(bytes)
  }

  /// A numeral begins where it was looked for, ends inside the text, and its upper end lies above its value.
  private static func checkPlaces(of text: String) throws {
    let lexicon = try BuiltIn.lexicon
    let units = PageText(text, folding: lexicon.folding).folded
    let reader = NumberReader(units: units, signs: lexicon.numerals)
    for place in units.indices {
      guard let number = reader.number(at: place) else { continue }
      let range = number.range
      try require(
        range.lowerBound == place && !range.isEmpty && range.upperBound <= units.count,
        "the numeral at \(place) is \(range) of \(units.count)")
      if let high = number.high, let value = number.value {
        try require(high > value, "the numeral at \(place) is \(value) to \(high)")
      }
      let digits = units[range]
      if digits.count <= 14, digits.allSatisfy({ (0x30...0x39).contains($0) }) {
        let plain = Amount(parsing: String(decoding: digits, as: UTF16.self))
        try require(number.value == plain, "plain digits at \(place) are \(number)")
      }
    }
  }

  /// A number as a newspaper spells it is read back.
  private static func checkSpelled(_ bytes: [UInt8]) throws {
    let seed = bytes.prefix(8).reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
    let number = Int(seed % 1_000_000_000_000)
    let text = ChineseWriter.spelled(number)
    let reader = NumberReader(units: Array(text.utf16), signs: try BuiltIn.lexicon.numerals)
    let value = reader.number(at: 0)?.value
    try require(
      value == Amount(whole: Int64(number)),
      "\(text) is read as \(value?.description ?? "nothing")")
  }

  /// Amounts against Foundation's decimal numbers.
  private static func checkAmount(_ bytes: [UInt8]) throws {
    let signs = Array("0123456789.-".utf8)
    let text = String(
      decoding: bytes.prefix(24).map { signs[Int($0) % signs.count] }, as: UTF8.self)
    guard let amount = Amount(parsing: text) else { return }
    let twin = Decimal(string: text, locale: Locale(identifier: "en_US_POSIX"))
    let own = Decimal(string: amount.description, locale: Locale(identifier: "en_US_POSIX"))
    try require(own == twin, "\(text) is \(amount)")
    try require(Amount(parsing: amount.description) == amount, "\(amount) is not read back")
  }
}
