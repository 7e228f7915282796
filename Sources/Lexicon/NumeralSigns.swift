import FactModel
import Languages

/// The signs of Chinese and Arabic numerals, by UTF-16 unit.
public struct NumeralSigns: Sendable {
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
  /// The place of a unit's sign in `signs`, from 1; 0 for a unit that is no sign.
  private let places: FixedTable<UInt8>
  private let signs: [Sign]
  /// The units of all signs.
  package let units: [UInt16]
  /// The same, asked for at every place of a text, and so kept small.
  @usableFromInline let set: SignSet

  init(table text: TableText) throws(LexiconError) {
    let table = try WordTable(
      name: "numerals.csv", text: text, columns: ["sign", "role", "value"], key: ["sign"])
    var places = [UInt8](repeating: 0, count: 1 << 16)
    var signs: [Sign] = []
    var units: [UInt16] = []
    for row in table.rows {
      let value = try row.number(table.places[2])
      guard let unit = row.unit(table.places[0]) else {
        throw row.error(
          "sign", Wording(en: "'\(row["sign"])' is not one sign", zh: "“\(row["sign"])”不是单个字"))
      }
      signs.append(try NumeralSigns.sign(value, row))
      guard let place = UInt8(exactly: signs.count) else {
        throw row.error("sign", Wording(en: "more than 255 signs", zh: "多于 255 个字"))
      }
      places[Int(unit)] = place
      units.append(unit)
    }
    self.places = FixedTable(places)
    self.signs = signs
    self.units = units
    set = SignSet(units)
  }

  private static func sign(_ value: Int, _ row: WordRow) throws(LexiconError) -> Sign {
    switch row["role"] {
    case "digit": return .digit(value)
    case "ten", "hundred", "thousand": return .multiplier(value)
    case "myriad": return .myriad(Int64(value))
    case "twenty", "thirty": return .tens(value)
    default:
      throw row.error(
        "role",
        Wording(en: "role '\(row["role"])' is not known", zh: "role 一栏不能写“\(row["role"])”"))
    }
  }

  /// The sign at a unit, or `nil` where it is no part of a numeral.
  package subscript(unit: UInt16) -> Sign? {
    let place = places.base[Int(unit)]
    return place == 0 ? nil : signs[Int(place) - 1]
  }

  /// Whether a unit is part of numerals.
  @inlinable @inline(__always)
  public func holds(_ unit: UInt16) -> Bool { set.contains(unit) }
}
