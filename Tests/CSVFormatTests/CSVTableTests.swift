import TestSupport
import Testing

@testable import CSVFormat

@Suite("Cells that are read when they are asked for")
struct CSVTableTests {
  @Test("The units of a cell are those of its text", arguments: 1...40)
  func units(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let signs = [
      "\"", ",", ";", "\t", "\n", " ", "=", "é", "甲", "𠮷", "a", "0", "年", "\u{FEFF}", "한",
    ]
    var writer = CSVWriter(style: .plain, header: ["一", "二"])
    let rows = (0..<30).map { _ in
      (0..<2).map { _ in
        (0..<Int.random(in: 0...6, using: &random))
          .map { _ in signs.randomElement(using: &random) ?? "" }.joined()
      }
    }
    for row in rows { writer.append(row.map(CSVWriter.Cell.text)) }
    let table = try CSVTable(writer.bytes, separator: UInt8(ascii: ","))
    #expect(table.count == rows.count + 1, "seed \(seed)")
    for (record, row) in rows.enumerated() {
      for column in row.indices {
        let text = table.text(record + 1, column)
        #expect(table.units(record + 1, column) == Array(text.utf16), "seed \(seed)")
      }
    }
  }

  @Test("A broken cell has the units of the text that is made of it")
  func broken() throws {
    let bytes: [UInt8] = Array("a,".utf8) + [0xE4, 0xB8] + Array("\n甲".utf8) + [0xFF, 0x2C, 0x80]
    let table = try CSVTable(bytes, separator: UInt8(ascii: ","))
    for record in 0..<table.count {
      for column in 0..<table.cellCount(of: record) {
        #expect(table.units(record, column) == Array(table.text(record, column).utf16))
      }
    }
  }
}
