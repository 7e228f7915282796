import TestSupport
import Testing

@testable import Loading

@Suite("The pairs of signs that paragraphs share")
struct SharedPairTests {
  /// A flow of random paragraphs over few signs, up to four of them in each article.
  private func flow(_ generator: inout SeededGenerator) -> Flow {
    var flow = Flow()
    let signs = Array("工会职工驿站慰问，。1".utf16)
    for article in 0..<Int.random(in: 1...60, using: &generator) {
      flow.articles.append(Article(headline: "", paragraphs: []))
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let start = flow.units.count
        for _ in 0..<Int.random(in: 1...9, using: &generator) {
          flow.units.append(signs.randomElement(using: &generator) ?? 0)
        }
        flow.articles[article].paragraphs.append(flow.paragraphs.count)
        flow.paragraphs.append(
          Paragraph(range: start..<flow.units.count, role: .body, article: article))
        flow.units.append(10)
      }
    }
    return flow
  }

  private func pairs(of paragraphs: ArraySlice<Int>, _ flow: Flow) -> Set<[UInt16]> {
    paragraphs.reduce(into: []) { pairs, paragraph in
      let units = Array(flow.units[flow.paragraphs[paragraph].range])
      for (one, two) in zip(units, units.dropFirst()) where Sign.isHan(one) && Sign.isHan(two) {
        pairs.insert([one, two])
      }
    }
  }

  @Test("They weigh as sets of pairs do", arguments: 1...40)
  func twin(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let flow = flow(&generator)
    let shared = SharedPairs(flow)
    for (index, article) in flow.articles.enumerated() {
      for first in article.paragraphs.indices {
        let end = pairs(of: article.paragraphs[first...], flow)
        let words = flow.articles.enumerated().map { other, article in
          pairs(of: other == index ? article.paragraphs[..<first] : article.paragraphs[...], flow)
        }
        let near = flow.articles.indices.filter { abs($0 - index) <= SharedPairs.reach }
        #expect(Array(shared.articles(near: index)) == near, "seed \(seed)")
        for other in near {
          let expected = end.intersection(words[other]).reduce(0) { sum, pair in
            let holders = words.count { $0.contains(pair) }
            return sum + (holders > SharedPairs.most ? 0 : SharedPairs.rare / holders)
          }
          #expect(
            shared.weight(of: index, from: first, with: other) == expected,
            "seed \(seed): \(index) from \(first), \(other)")
        }
      }
    }
  }
}
