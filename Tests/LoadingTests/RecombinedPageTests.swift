import FactModel
import Foundation
import TestSupport
import Testing

@testable import Loading

/// An article says the same among others as it says alone: pages are made of the articles of corpora, in an order and with
/// breaks that are drawn, and read against them.
@Suite("Articles that are printed on one page")
struct RecombinedPageTests {
  /// How the articles of a page are set.
  enum Setting: CaseIterable {
    /// One below the other.
    case whole
    /// Each paragraph in rows of one width.
    case rows
    /// Paragraphs broken in two, as at the foot of a column.
    case torn
    /// The second half of an article behind the next one.
    case apart
  }

  private static let newspaper = "工人日报"

  /// The articles that have a headline and say who sent them, paragraph by paragraph.
  private static func articles() throws -> [[String]] {
    let folding = try BuiltIn.lexicon.folding
    return try ["round9", "round10", "round11"].flatMap { corpus -> [[String]] in
      let folder = Project.folder("Tests/Corpora/\(corpus)/pages")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      return try names.filter { $0.hasSuffix(".txt") }.map { name in
        try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
          .split(whereSeparator: \.isNewline).map(String.init)
      }
    }.filter { lines in
      lines.count > 1 && lines[0].count < 40 && !lines[0].contains("。")
        && PageText(lines[1], folding: folding).folded.withUnsafeBufferPointer(ReportLead.isSigned)
    }
  }

  /// The articles of a page, each with its lines; an article may stand in two places.
  private static func page(
    of articles: [[String]], _ setting: Setting, using generator: inout SeededGenerator
  ) -> [(article: Int, lines: [String])] {
    switch setting {
    case .whole: return articles.enumerated().map { ($0, spaced($1)) }
    case .rows:
      let width = Int.random(in: 18...30, using: &generator)
      return articles.enumerated().map { index, lines in
        (index, [lines[0]] + lines.dropFirst().flatMap { rows(of: "　　" + $0, width) } + [""])
      }
    case .torn:
      return articles.enumerated().map { index, lines in
        (index, spaced([lines[0]] + lines.dropFirst().flatMap { torn($0, using: &generator) }))
      }
    case .apart:
      var pieces: [(Int, [String])] = []
      for first in stride(from: 0, to: articles.count - 1, by: 2) {
        let half = max(2, (articles[first].count + 1) / 2)
        pieces.append((first, spaced(Array(articles[first].prefix(half)))))
        pieces.append((first + 1, spaced(articles[first + 1])))
        pieces.append((first, spaced(Array(articles[first].dropFirst(half)))))
      }
      return pieces
    }
  }

  private static func spaced(_ lines: [String]) -> [String] { lines.flatMap { [$0, ""] } }

  private static func rows(of text: String, _ width: Int) -> [String] {
    stride(from: 0, to: text.count, by: width).map { String(text.dropFirst($0).prefix(width)) }
  }

  /// One paragraph of three in two pieces, but not inside a numeral.
  private static func torn(
    _ paragraph: String, using generator: inout SeededGenerator
  ) -> [String] {
    let signs = Array(paragraph)
    guard signs.count > 80, Int.random(in: 0..<3, using: &generator) == 0 else {
      return [paragraph]
    }
    let cut = Int.random(in: 30..<signs.count - 20, using: &generator)
    let numeral = Set("0123456789.%万亿千百十余多")
    if signs[cut - 3...cut + 2].contains(where: numeral.contains) { return [paragraph] }
    return [String(signs[..<cut]), String(signs[cut...])]
  }

  private static func told(_ fact: Fact) -> String {
    "\(fact.quantity.value) \(fact.place.name) \(fact.program) \(fact.period.text) \(fact.status)"
  }

  /// What every article says alone.
  private static func alone(_ articles: [[String]]) throws -> [[String: Int]] {
    try articles.map { lines in
      try facts(in: spaced(lines).joined(separator: "\n"), newspaper: newspaper).facts
        .reduce(into: [:]) { $0[told($1), default: 0] += 1 }
    }
  }

  @Test(
    "It says the same as alone, but for one figure in a hundred, or in ten of halves that stand apart",
    arguments: Setting.allCases, [UInt64(1), 2])
  func recombined(setting: Setting, seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let all = try RecombinedPageTests.articles().shuffled(using: &generator)
    #expect(all.count > 25)
    var (same, figures) = (0, 0)
    var strange: [String] = []
    for start in stride(from: 0, to: all.count - 5, by: 6) {
      let articles = Array(all[start..<start + 6])
      var expected = try RecombinedPageTests.alone(articles)
      figures += expected.reduce(0) { $0 + $1.values.reduce(0, +) }
      let pieces = RecombinedPageTests.page(of: articles, setting, using: &generator)
      let owners = pieces.flatMap { piece in piece.lines.map { _ in piece.article } }
      let text = pieces.flatMap(\.lines).joined(separator: "\n")
      for fact in try facts(in: text, newspaper: RecombinedPageTests.newspaper).facts {
        let owner = owners[fact.provenance.line - 1]
        let told = RecombinedPageTests.told(fact)
        if let left = expected[owner][told], left > 0 {
          expected[owner][told] = left - 1
          same += 1
        } else {
          strange.append("\(articles[owner][0]): \(told)")
        }
      }
    }
    #expect(figures > 150)
    let share =
      switch setting {
      case .whole, .rows: 0.99
      case .torn: 0.97
      case .apart: 0.9
      }
    #expect(
      Double(same) >= share * Double(figures),
      "seed \(seed): \(same) of \(figures)\n\(strange.joined(separator: "\n"))")
  }
}
