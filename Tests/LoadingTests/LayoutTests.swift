import FactModel
import Foundation
import Lexicon
import TestSupport
import Testing

@testable import Loading

@Suite("The layout of a page")
struct LayoutTests {
  private static let article = "南通工会慰问职工\n江苏省南通市总工会今年慰问职工1200名。\n全市发放物资3400份。\n"

  /// What was read of a page, without the words around: line, column, printed text.
  private func places(_ text: String) throws -> [String] {
    try facts(in: text).facts.map {
      "\($0.provenance.line):\($0.provenance.column) \($0.provenance.raw)"
    }
  }

  @Test("Lines and columns are counted from 1, columns in characters")
  func positions() throws {
    #expect(try places(LayoutTests.article) == ["2:16 1200名", "3:7 3400份"])
    #expect(try places("𠮷𠮷工会慰问职工30名。") == ["1:9 30名"])
  }

  @Test("Lines end in LF, CRLF or CR", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(end: String) throws {
    let text = LayoutTests.article.replacing("\n", with: end)
    #expect(try places(text) == ["2:16 1200名", "3:7 3400份"])
    let headlines = try facts(in: text).facts.map(\.provenance.headline)
    #expect(headlines == ["南通工会慰问职工", "南通工会慰问职工"])
  }

  @Test("A byte order mark is passed over")
  func mark() throws {
    let bytes = [0xEF, 0xBB, 0xBF] + Array(LayoutTests.article.utf8)
    let source = Source(
      form: .page, path: "p.txt", document: "p", bytes: bytes, date: CalendarDate("2025-07-12"))
    let result = try BuiltIn.loader.read(source)
    let raws = result.facts.map { "\($0.provenance.line):\($0.provenance.column)" }
    #expect(raws == ["2:16", "3:7"])
  }

  @Test("Broken UTF-8 stops nothing")
  func broken() throws {
    let bytes = Array("江苏省南通市总工会慰问职工30名。".utf8) + [0xFF, 0xC3] + Array("发放物资20份。".utf8)
    let source = Source(
      form: .page, path: "p.txt", document: "p", bytes: bytes, date: CalendarDate("2025-07-12"))
    #expect(try BuiltIn.loader.read(source).facts.map(\.provenance.raw) == ["30名", "20份"])
  }

  @Test("Nothing is read from nothing", arguments: ["", "\n", "\r\n\r\n", " 　\n", "\u{FEFF}", "。"])
  func empty(text: String) throws {
    let result = try facts(in: text)
    #expect(result.facts.isEmpty)
    #expect(result.exclusions.isEmpty)
    #expect(result.documents.map(\.name) == ["page"])
  }

  /// The first half of a long sentence.
  private static let half =
    "江苏省南通市总工会" + String(repeating: "组织职工开展劳动和技能竞赛", count: 4)

  @Test("A numeral over three lines is listed on each")
  func tornNumeral() throws {
    let result = try facts(in: LayoutTests.half + "，发放帮扶资金20\n250\n000元。\n")
    #expect(result.facts.map { "\($0.provenance.raw) \($0.quantity.value)" } == ["20 20250000"])
    let rest = result.exclusions.map { "\($0.line) \($0.raw) \($0.reason)" }
    #expect(rest == ["2 250 continued", "3 000元 continued"])
  }

  @Test("A short box between the halves of a sentence is read")
  func shortBox() throws {
    let text = LayoutTests.half + "\n阅读提示\n投入3亿元\n" + LayoutTests.half + "慰问职工30名。\n"
    let found = try facts(in: text).facts.map { "\($0.provenance.line) \($0.provenance.raw)" }
    #expect(found.sorted() == ["3 3亿元", "4 30名"])
  }

  @Test("A page without a date is an error that says what to do")
  func noDate() throws {
    let source = Source(form: .page, path: "in/p.txt", document: "p", bytes: [], date: nil)
    let error = #expect(throws: LoadingError.self) { try BuiltIn.loader.read(source) }
    let told = try #require(error).description
    #expect(told.hasPrefix("in/p.txt:1:1: error: "))
    for remedy in ["manifest.csv", "--date"] { #expect(told.contains(remedy)) }
  }

  @Test("A sentence that a line end breaks is joined again")
  func joined() throws {
    // A short line without a full stop would be a headline.
    let broken = "江苏省南通市总工会送温暖。今年帮扶困难职工1200名，并为他们\n发放慰问物资3400份，覆盖全市企业56家。\n"
    let whole = broken.replacing("们\n", with: "们")
    let read = try facts(in: broken)
    #expect(read.facts.map(\.provenance.line) == [1, 2, 2])
    #expect(read.facts.map(\.period) == (try facts(in: whole)).facts.map(\.period))
    #expect(read.facts.map(\.place) == (try facts(in: whole)).facts.map(\.place))
    #expect(Set(read.facts.map(\.provenance.sentence)).count == 1)
  }

  @Test("A numeral that a line end breaks is one figure, accounted for on both lines")
  func brokenNumeral() throws {
    let text = "江苏省南通市总工会送温暖。今年慰问职工12\n00名，发放物资。"
    let result = try facts(in: text)
    #expect(result.facts.map(\.quantity.value.description) == ["1200"])
    let second =
      result.facts.map { ($0.provenance.line, $0.provenance.raw) }
      + result.exclusions.map { ($0.line, $0.raw) }
    #expect(second.contains { $0.0 == 2 && $0.1.contains("00") })
  }

  @Test("A box between the halves of a sentence does not part them")
  func box() throws {
    let text = """
      南通工会慰问职工
      江苏省南通市总工会送温暖。今年帮扶困难职工1200名，并为他们

      阅读提示
      江苏省南通市总工会今年帮扶困难职工1200名。

      发放慰问物资3400份，覆盖全市企业56家。
      """
    let result = try facts(in: text)
    let body = result.facts.filter { !$0.isOptional }
    #expect(body.map(\.provenance.raw) == ["1200名", "3400份", "56家"])
    #expect(result.facts.filter(\.isOptional).map(\.provenance.line) == [5])
  }

  @Test("A repeat in the headline is optional and takes what the body says")
  func headline() throws {
    let result = try facts(in: "南通工会慰问职工1200名\n本报讯 江苏省南通市总工会今年慰问职工1200名。")
    #expect(result.facts.map(\.isOptional) == [true, false])
    #expect(result.facts.map(\.period.text) == ["2025", "2025"])
    #expect(result.facts.map(\.place.name) == ["南通市", "南通市"])
  }

  @Test("A figure that only the headline tells is no repeat")
  func headlineAlone() throws {
    let result = try facts(in: "南通工会慰问职工1200名\n本报讯 江苏省南通市总工会今年发放物资3400份。")
    #expect(result.facts.map(\.isOptional) == [false, false])
  }

  @Test("Two articles keep apart what they are about")
  func articles() throws {
    let text = """
      南通工会慰问职工
      本报讯 江苏省南通市总工会去年慰问困难职工1200名。
      绍兴工会举办招聘会
      本报讯 浙江省绍兴市总工会举办招聘会26场。
      """
    let result = try facts(in: text)
    #expect(result.documents.map(\.articles) == [2])
    #expect(result.facts.map(\.provenance.article) == [1, 2])
    #expect(result.facts.map(\.provenance.headline) == ["南通工会慰问职工", "绍兴工会举办招聘会"])
    #expect(result.facts.map(\.place.name) == ["南通市", "绍兴市"])
    #expect(result.facts.map(\.period.text) == ["2024", ""])
    #expect(result.facts.map(\.program) == ["hardship-aid", "employment"])
  }

  @Test("A reporter's line and a caption's photographer name no place")
  func captions() throws {
    let text = """
      南通工会慰问职工
      本报记者 李上海 通讯员 王广州
      江苏省南通市总工会慰问职工1200名。
      """
    #expect(try facts(in: text).facts.map(\.place.name) == ["南通市"])
  }

  @Test("A short line that breaks inside a numeral goes on in the next")
  func shortBrokenNumeral() throws {
    let rest = "万人,投入500万元。\n"
    #expect(
      try places("2024年,全市工会参加比赛的职工达到100多\n\n" + rest) == ["1:20 100多", "3:6 500万元"])
    #expect(try places("比赛项目达到26\n职工300名参加。\n").contains("2:3 300名"))
  }
}
