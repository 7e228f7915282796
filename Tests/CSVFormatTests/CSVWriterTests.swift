@testable import CSVFormat
import TestSupport
import Testing

@Suite("The writer's tables are swallowed unharmed")
struct CSVWriterTests {
  private func line(_ cells: [CSVWriter.Cell], style: CSVWriter.Style = .plain) -> String {
    var writer = CSVWriter(style: style, header: [])
    let start = writer.bytes.count
    writer.append(cells)
    return String(decoding: writer.bytes[start...], as: UTF8.self)
  }

  @Test(
    "Text is quoted where it must be, and nowhere else",
    arguments: [
      ("普通", "普通"), ("a,b", "\"a,b\""), ("a;b", "\"a;b\""), ("a\tb", "\"a\tb\""),
      ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""), ("a\rb", "\"a\rb\""), (" a", "\" a\""),
      ("a ", "\"a \""), ("a b", "a b"), ("“引”", "“引”"),
    ])
  func quoting(text: String, expected: String) {
    #expect(line([.text(text)]) == expected + "\n")
  }

  @Test(
    "Formula signs get a guard, in their full-width forms too",
    arguments: ["=1+1", "+86", "-5", "@SUM(1)", "＝1", "＋1", "－1", "＠a", "\t=1", "\tx", "\rx"])
  func guarding(text: String) {
    #expect(line([.text(text)]) == "\"\t\(text)\"\n")
    let raw = CSVWriter.Style(byteOrderMark: false, carriageReturn: false, guarding: .none)
    #expect(!line([.text(text)], style: raw).contains("\"\t\t"))
  }

  @Test(
    "What a spreadsheet would turn into something else gets a guard in files for people",
    arguments: [
      "033000", "98.30", "98.3%", "1-2", "3/4", "2025-03", "2025-03-24", "2025/3/24", "3月24日",
      "2025年3月", "10:30", "1e5", "1,234", "TRUE", "#N/A", "Mar 5", "1 1/2", "$5", "¥100", "(5)",
      "１２３", "110101199003070000", "12.5.3", "01:4:12", "0.50", "00",
    ])
  func lookAlikes(text: String) {
    #expect(line([.text(text)], style: .spreadsheet) == "\"\t\(text)\"\r\n")
    #expect(!line([.text(text)]).contains("\t"))
    #expect(!line([.code(text)], style: .spreadsheet).contains("\t"))
  }

  @Test(
    "What stays itself gets none",
    arguments: [
      "300", "0", "-", "98.3", "0.5", "330000", "578895000000", "100元", "3月前后", "第3届",
      "2025-07-12-p3", "May", "e", "17号楼", "1200余名", "5 apples", "G2096次", "funds",
    ])
  func noLookAlikes(text: String) {
    #expect(line([.text(text)], style: .spreadsheet) == "\(text)\r\n")
  }

  @Test(
    "The look at a cell's bytes never contradicts the look at its signs",
    arguments: 1...40 as ClosedRange<UInt64>)
  func quickLook(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let signs = Array("0159truefalsTRUEFALSjanyJANYmpMP#eE.,:/-+%()$¥年月日时號号点甲慰问元、：１％ \u{301}Kﬁ")
      .map(
        String.init)
    for _ in 0..<200 {
      let text = (0..<Int.random(in: 0...7, using: &random))
        .map { _ in signs.randomElement(using: &random) ?? "" }.joined()
      #expect(
        SpreadsheetEye.changes(text) == SpreadsheetEye.isChanged(text), "seed \(seed): \(text)")
    }
    for text in [
      "true", "FALSE", "#甲", "0", "00", "123456789012345", "1234567890123456", "3may", "p000003",
      "3 am", "3 xm", "12月", "12甲", "", "甲3月",
    ] {
      #expect(SpreadsheetEye.changes(text) == SpreadsheetEye.isChanged(text), "\(text)")
    }
  }

  @Test("Numbers are bare, a lone dash is harmless, an empty cell is nothing")
  func numbers() {
    #expect(line([.number("-5.5"), .empty, .text("-"), .number("0")]) == "-5.5,,-,0\n")
  }

  @Test(
    "An empty cell is nothing, but alone in its record it has quotes: an empty line is no record")
  func empty() {
    #expect(line([.text(""), .text("")]) == ",\n")
    #expect(line([.text("")]) == "\"\"\n" && line([.empty]) == "\"\"\n")
  }

  @Test("A spreadsheet's file has a mark and CRLF, a program's neither")
  func styles() {
    let header = ["省", "数"]
    let spreadsheet = CSVWriter(header: header).bytes
    #expect(spreadsheet == [0xEF, 0xBB, 0xBF] + Array("省,数\r\n".utf8))
    #expect(CSVWriter(style: .plain, header: header).bytes == Array("省,数\n".utf8))
  }

  @Test("What is written is read back the same", arguments: Array(1...40) as [UInt64])
  func roundTrip(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let width = Int.random(in: 1...6, using: &random)
    let table = (0..<Int.random(in: 1...30, using: &random)).map { _ in
      (0..<width).map { _ in text(using: &random) }
    }
    let style = CSVWriter.Style(
      byteOrderMark: .random(using: &random), carriageReturn: .random(using: &random),
      guarding: [.formulas, .all].randomElement(using: &random) ?? .all)
    let header = (0..<width).map { "栏\($0)" }
    var writer = CSVWriter(style: style, header: header)
    for row in table { writer.append(row.map(CSVWriter.Cell.text)) }
    let records = try CSVReader.records(of: writer.bytes)
    #expect(records.map(\.cells) == [header] + table, "seed \(seed)")
  }

  /// Text of the signs that tables break on.
  private func text(using random: inout SeededGenerator) -> String {
    let signs: [String] = [
      "\"", ",", ";", "\t", "\n", "\r", "\r\n", " ", "=", "+", "-", "@", "＝", "甲", "𠮷", "👷‍♀️", "a",
      "0", "%", "/", "年",
      "\u{FEFF}", "\u{301}", "'",
    ]
    let length = Int.random(in: 0...6, using: &random)
    return (0..<length).map { _ in signs.randomElement(using: &random) ?? "" }.joined()
  }
}
