import FactModel
import TestSupport
import Testing

@testable import Loading

/// A page of one piece again and again, which nobody prints.
struct EndlessPage: CustomTestStringConvertible, Sendable {
  let piece: String
  let count: Int

  init(_ piece: String, _ count: Int) {
    self.piece = piece
    self.count = count
  }

  var text: String { "江苏省南通市总工会" + String(repeating: piece, count: count) }
  var testDescription: String { "\(piece.debugDescription) \(count) times" }
}

/// Work that grows with the square of a page's size takes many minutes here and then fails; that which grows with the size
/// takes a moment. `scripts/check-growth` measures larger pages.
@Suite("Pages without an end", .timeLimit(.minutes(10)))
struct BoundTests {
  @Test(
    "Every figure of a page without an end is read",
    arguments: [
      EndlessPage("1200余名", 750), EndlessPage("慰问职工300名，", 500), EndlessPage("南通市慰问12人。", 500),
      EndlessPage("其中发放资金28.6万元、", 375), EndlessPage("占98.3%的职工", 500),
      EndlessPage("3家（", 750), EndlessPage("“5场", 750), EndlessPage("7人\n", 1250),
    ])
  func figures(page: EndlessPage) throws {
    #expect(try facts(in: page.text).facts.count == page.count)
  }

  @Test(
    "A page without an end and without a figure is read",
    arguments: [
      EndlessPage("123,", 12_500), EndlessPage("7", 12_500), EndlessPage("8、15、22", 750),
      EndlessPage("2023、", 5000), EndlessPage("1、", 5000), EndlessPage("（", 12_500),
      EndlessPage("“", 12_500), EndlessPage("《", 12_500), EndlessPage("\n", 12_500),
      EndlessPage("南通市", 2500), EndlessPage("工", 12_500), EndlessPage("百", 12_500),
      EndlessPage("甲\n", 5000), EndlessPage(" ", 12_500), EndlessPage("至", 12_500),
    ])
  func empty(page: EndlessPage) throws {
    let result = try facts(in: page.text)
    #expect(result.documents.count == 1)
  }

  @Test("A sentence of common length is never cut, a longer one not inside of a figure")
  func sentences() throws {
    let lexicon = try BuiltIn.lexicon
    func lengths(_ text: String) -> [Int] {
      let page = PageText(text, folding: lexicon.folding)
      let scan = Scan(flow: Layout.flow(of: page), lexicon: lexicon)
      return ArticleText(index: 0, of: scan).sentences.map(\.range.count)
    }
    let longest = ArticleText.longestSentence
    func words(_ count: Int) -> String { String(repeating: "工", count: count) }
    #expect(lengths(words(longest - 1) + "。") == [longest])
    #expect(lengths(words(longest + 8) + "，" + words(4) + "。") == [longest + 9, 5])
    #expect(lengths(words(longest + 199) + "。") == [longest + 100, 100])
    // 1200名 stands where the cut would be.
    #expect(lengths(words(longest + 98) + "1200名职工。") == [longest + 103, 3])
  }

  @Test("Of a list with one unit, the last hundred numerals have it")
  func list() throws {
    func count(_ numerals: Int) throws -> Int {
      let list = Array(repeating: "2", count: numerals).joined(separator: "、")
      return try facts(in: "全市职工提出\(list)项建议。").facts.count { $0.quantity.unit == .item("项") }
    }
    #expect(try count(100) == 100)
    #expect(try count(101) == 100)
  }

  @Test("A figure at the cut, with its noun behind")
  func cut() throws {
    let page = EndlessPage("占98.3%的职工", 300)
    #expect(try facts(in: page.text).facts.count == 300)
  }
}
