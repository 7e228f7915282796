import CSVFormat
import FactModel
import Loading
import TestSupport

/// What holds of every table.
enum TableProperties {
  static func check(_ bytes: [UInt8]) throws {
    for separator in [nil, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")] {
      guard let records = try records(of: bytes, separator) else { continue }
      try checkPositions(of: records, in: bytes)
      for isDressed in [false, true] {
        try checkRoundTrip(
          records,
          CSVWriter.Style(
            byteOrderMark: isDressed, carriageReturn: isDressed,
            guarding: isDressed ? .all : .formulas))
      }
    }
    try SheetProperties.check(bytes, .table, path: "sheet.csv")
  }

  /// The records, or `nil` where the text is no table; then the error is of a place of the text.
  private static func records(of bytes: [UInt8], _ separator: UInt8?) throws -> [CSVRecord]? {
    do {
      return try CSVReader.records(of: bytes, separator: separator)
    } catch {
      try require(place(error.position, in: bytes) != nil, "an error at \(error.position)")
      return nil
    }
  }

  /// The offset of a position of the bytes; `nil` where there is none.
  static func place(_ position: TextPosition, in bytes: [UInt8]) -> Int? {
    var line = 1
    var at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while line < position.line {
      guard let end = bytes[at...].firstIndex(where: { $0 == 10 || $0 == 13 }) else { return nil }
      at = end + (bytes[end] == 13 && end + 1 < bytes.count && bytes[end + 1] == 10 ? 2 : 1)
      line += 1
    }
    let place = at + position.column - 1
    return position.column >= 1 && place <= bytes.count ? place : nil
  }

  private static func checkPositions(of records: [CSVRecord], in bytes: [UInt8]) throws {
    for record in records.prefix(20) {
      try require(
        !record.cells.isEmpty && record.cells.count == record.positions.count,
        "\(record.cells.count) cells, \(record.positions.count) places")
      for (cell, position) in zip(record.cells, record.positions).prefix(20) {
        guard let place = place(position, in: bytes) else {
          throw Violation(description: "the cell '\(cell)' is at \(position)")
        }
        let rest = bytes[place...]
        let opensQuote = rest.first == UInt8(ascii: "\"")
        let isGuarded = rest.first == UInt8(ascii: "\t")
        if opensQuote || isGuarded || cell.unicodeScalars.contains("\u{FFFD}") { continue }
        try require(rest.starts(with: cell.utf8), "'\(cell)' does not stand at \(position)")
      }
    }
  }

  /// What is written is read back.
  private static func checkRoundTrip(_ records: [CSVRecord], _ style: CSVWriter.Style) throws {
    var writer = CSVWriter(style: style, header: ["a", "b"])
    for record in records { writer.append(record.cells.map(CSVWriter.Cell.text)) }
    let again = try CSVReader.records(of: writer.bytes).dropFirst()
    try require(again.map(\.cells) == records.map(\.cells), "a table is not read back")
  }
}
