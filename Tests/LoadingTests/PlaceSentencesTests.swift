import Foundation
import TestSupport
import Testing

@testable import Loading

/// Sentences that are read as far as somebody asks name the same places as sentences read one after another.
@Suite("Places of sentences")
struct PlaceSentencesTests {
  /// Paragraphs of some pages below each other, in one article mostly.
  private static func text(using random: inout SeededGenerator) throws -> String {
    let folder = Project.folder(
      "Tests/Corpora/round\(Int.random(in: 1...11, using: &random))/pages")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".txt") }
    let lines = try (0..<6).flatMap { _ in
      let name = names.randomElement(using: &random) ?? ""
      return try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        .split(whereSeparator: \.isNewline).map(String.init).filter { $0.contains("。") }
    }
    return lines.joined(separator: "\n")
  }

  private struct Told: Equatable {
    let places: [String]
    let events: [String]

    init(_ sentences: inout PlaceSentences, _ index: Int) {
      places = sentences.places(of: index).map { Told.text($0) }
      events = sentences.placesOfEvents(of: index).map { Told.text($0) }
    }

    static func text(_ mention: PlaceMention) -> String {
      "\(mention.range) \(mention.division) \(mention.isOrganisation) \(mention.isAdjunct)"
        + " \(mention.isRelative) \(mention.namesake ?? -1) \(mention.formerName ?? 0..<0)"
    }
  }

  @Test("In whatever order they are asked about", arguments: 1...12)
  func orders(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let lexicon = try BuiltIn.lexicon
    let page = PageText(try PlaceSentencesTests.text(using: &random), folding: lexicon.folding)
    let scan = Scan(flow: Layout.flow(of: page), lexicon: lexicon)
    var relatives = 0
    for index in scan.flow.articles.indices {
      let article = ArticleText(index: index, of: scan)
      let all = article.sentences.indices
      var thorough = PlaceSentences(article: article, press: nil, isThorough: true)
      let expected = all.map { Told(&thorough, $0) }
      let dateline = thorough.dateline().map(Told.text)
      relatives += all.count {
        PlaceResolver.hasRelatives(article.sentences[$0].range, scan)
          && !expected[$0].places.isEmpty
      }
      for _ in 0..<4 {
        var lazy = PlaceSentences(article: article, press: nil)
        let asked = all.shuffled(using: &random).prefix(
          Int.random(in: 0...all.count, using: &random))
        for index in asked {
          #expect(Told(&lazy, index) == expected[index], "seed \(seed), sentence \(index)")
        }
        #expect(lazy.dateline().map(Told.text) == dateline, "seed \(seed)")
      }
    }
    #expect(relatives > 0, "seed \(seed)")
  }
}
