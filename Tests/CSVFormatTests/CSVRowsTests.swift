import TestSupport
import Testing

@testable import CSVFormat

@Suite("Rows that are written straight into memory")
struct CSVRowsTests {
  @Test("They are CSVWriter's records to the byte", arguments: 1...60)
  func twin(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let style = CSVWriter.Style(
      byteOrderMark: false, carriageReturn: .random(using: &random),
      guarding: [.none, .formulas, .all].randomElement(using: &random) ?? .all)
    var writer = CSVWriter(continuing: style)
    var rows = CSVRows(style: style)
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      let cells = (0..<Int.random(in: 1...5, using: &random)).map { _ in cell(using: &random) }
      writer.append(cells)
      for cell in cells { append(cell, to: &rows) }
      rows.endRecord()
    }
    #expect(rows.bytes == writer.bytes, "seed \(seed)")
  }

  @Test("What a cell is quoted for is seen at every place of it", arguments: 1...33)
  func places(length: Int) {
    for mark in [",", ";", "\t", "\"", "\r", "\n", " ", "a", "?"] {
      for place in 0..<length {
        for filling in ["x", "7", "工"] {
          let text =
            String(repeating: filling, count: place) + mark
            + String(repeating: filling, count: length - place - 1)
          var writer = CSVWriter(continuing: .plain)
          var rows = CSVRows(style: .plain)
          writer.append([.text(text)])
          rows.text(text)
          rows.endRecord()
          #expect(rows.bytes == writer.bytes, "\(text.debugDescription)")
        }
      }
    }
  }

  private func append(_ cell: CSVWriter.Cell, to rows: inout CSVRows) {
    switch cell {
    case .text(let text): rows.text(text)
    case .code(let text): rows.code(text)
    case .number(let text):
      if let number = Int(text) {
        rows.number(number)
      } else {
        rows.plain(most: text.utf8.count) { cell in for byte in text.utf8 { cell.put(byte) } }
      }
    case .empty: rows.empty()
    }
  }

  private func cell(using random: inout SeededGenerator) -> CSVWriter.Cell {
    switch Int.random(in: 0...5, using: &random) {
    case 0: return .empty
    case 1: return .number(String(Int.random(in: -1_000_000...1_000_000, using: &random)))
    case 2: return .number(["0.5", "-12.25", "98.3"].randomElement(using: &random) ?? "0.1")
    case 3: return .code(text(using: &random))
    default: return .text(text(using: &random))
    }
  }

  /// Text of the signs that tables break on, sometimes a long one.
  private func text(using random: inout SeededGenerator) -> String {
    let signs: [String] = [
      "\"", ",", ";", "\t", "\n", "\r", " ", "=", "-", "＝", "甲", "𠮷", "a", "0", "%", "年",
    ]
    let length = Int.random(in: 0...20, using: &random) == 0 ? 5_000 : 4
    return (0..<Int.random(in: 0...length, using: &random))
      .map { _ in signs.randomElement(using: &random) ?? "" }.joined()
  }
}
