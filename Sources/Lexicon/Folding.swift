import Languages

/// Folds a character to the form in which the tables and the rules know it, unit by unit, so that places in the
/// folded text are places in the printed one.
///
/// Full-width letters, digits and marks become their ASCII forms, every space a plain one, corner quotes curved ones,
/// and traditional characters simplified ones. Characters that simplified texts use too (乾县, 著名) are in no row.
public struct Folding: Sendable {
  /// By unit.
  @usableFromInline let folded: FixedTable<UInt16>

  init(table text: TableText) throws(LexiconError) {
    let table = try WordTable(
      name: "traditional.csv", text: text, columns: ["traditional", "simplified"],
      key: ["traditional"])
    var folded = [UInt16](unsafeUninitializedCapacity: 1 << 16) { units, count in
      for unit in 0..<1 << 16 { units[unit] = UInt16(truncatingIfNeeded: unit) }
      count = 1 << 16
    }
    for range in Folding.marks {
      for unit in range { folded[Int(unit)] = Folding.plain(unit) }
    }
    let (traditional, simplified) = (table.places[0], table.places[1])
    for row in table.rows {
      guard let from = row.unit(traditional), let to = row.unit(simplified) else {
        throw row.error(
          "traditional",
          Wording(
            en: "a row holds one sign and the sign that it stands for", zh: "每行写一个繁体字和它对应的简体字"))
      }
      folded[Int(from)] = to
    }
    self.folded = FixedTable(folded)
  }

  /// The folded form of a unit.
  @inlinable @inline(__always)
  public subscript(unit: UInt16) -> UInt16 { folded.base[Int(unit)] }

  /// Where the marks lie that `plain` changes.
  private static let marks: [ClosedRange<UInt16>] = [
    0x0009...0x00A0, 0x2002...0x200A, 0x3000...0x301C, 0xFE50...0xFE50, 0xFF01...0xFF5E,
  ]

  private static func plain(_ unit: UInt16) -> UInt16 {
    switch unit {
    case 0xFF01...0xFF5E: unit - 0xFEE0
    case 0x3000, 0x00A0, 0x2002...0x200A, 0x0009: 0x20
    case 0x300C, 0x300E: 0x201C
    case 0x300D, 0x300F: 0x201D
    case 0x301C: 0x7E
    case 0xFE50: 0x2C
    default: unit
    }
  }
}
