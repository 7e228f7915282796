import FactModel
import Foundation
import TestSupport
import Testing

@Suite("Torn pages never stop a run")
struct TornPageTests {
  private static let marks = Array("，。、；：（）“”,;: \n0123456789万亿年月日的在到至从其中每第")

  /// The texts of the annotated pages, to be torn.
  private static func pages() throws -> [[Character]] {
    let folder = Project.folder("Tests/Corpora/round7/pages")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".txt") }
      .map { Array(try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)) }
  }

  /// A page with a piece cut out of it, and signs that are lost, strange or doubled.
  private static func torn(
    _ page: [Character], using generator: inout SeededGenerator
  ) -> String {
    let start = Int.random(in: 0..<page.count, using: &generator)
    let end = min(page.count, start + Int.random(in: 1..<150, using: &generator))
    var text = Array(page[start..<end])
    for _ in 0..<Int.random(in: 0..<20, using: &generator) where !text.isEmpty {
      let place = Int.random(in: 0..<text.count, using: &generator)
      let mark = marks.randomElement(using: &generator) ?? "，"
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: text[place] = mark
      case 1: text.remove(at: place)
      default: text.insert(mark, at: place)
      }
    }
    return String(text)
  }

  @Test("Every figure of a torn page stands on its line", arguments: [UInt64(1), 2, 3, 4])
  func torn(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let pages = try TornPageTests.pages()
    #expect(pages.count > 10)
    for _ in 0..<150 {
      let page = try #require(pages.randomElement(using: &generator))
      let text = TornPageTests.torn(page, using: &generator)
      let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
      for fact in try facts(in: text, date: "2024-03-05").facts {
        let line = fact.provenance.line
        #expect(lines.indices.contains(line - 1), "\(text)")
        #expect(lines[line - 1].contains(fact.provenance.raw), "\(fact.provenance.raw) of \(text)")
      }
    }
  }

  @Test(
    "Sentences that begin with a mark",
    arguments: [
      "，每人补贴2000元。", "；最高5万元。", "：今年培训300名。", "。，单人最多的一笔2.48万元", "，，，。300名", "，9月前300名",
      "在贵阳，260家。贵阳举行", "该公司，该校。公司20家",
    ])
  func marks(text: String) throws {
    _ = try facts(in: text)
  }
}
