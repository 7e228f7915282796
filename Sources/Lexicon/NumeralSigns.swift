import FactModel
import Languages

/// The signs of Chinese and Arabic numerals, by UTF-16 unit.
package struct NumeralSigns: Sendable {
  /// What a sign is in a numeral.
  package enum Sign: Sendable, Hashable {
    case digit(Int)
    /// 十, 百, 千
    case multiplier(Int)
    /// 万, 亿
    case myriad(Int64)
    /// 廿, 卅
    case tens(Int)
  }
  private let signs: [UInt16: Sign]

  init(table bytes: [UInt8]) throws(LexiconError) {
    let table = try WordTable(
      name: "numerals.csv", bytes: bytes, columns: ["sign", "role", "value"], key: ["sign"])
    var signs: [UInt16: Sign] = [:]
    for row in table.rows {
      let value = try row.number("value")
      guard let unit = row["sign"].utf16.first, row["sign"].utf16.count == 1 else {
        throw row.error(
          "sign", Wording(en: "'\(row["sign"])' is not one sign", zh: "“\(row["sign"])”不是单个字"))
      }
      switch row["role"] {
      case "digit": signs[unit] = .digit(value)
      case "ten", "hundred", "thousand": signs[unit] = .multiplier(value)
      case "myriad": signs[unit] = .myriad(Int64(value))
      case "twenty", "thirty": signs[unit] = .tens(value)
      default:
        throw row.error(
          "role",
          Wording(en: "role '\(row["role"])' is not known", zh: "role 一栏不能写“\(row["role"])”"))
      }
    }
    self.signs = signs
  }

  /// The sign at a unit, or `nil` where it is no part of a numeral.
  package subscript(unit: UInt16) -> Sign? { signs[unit] }
}
