import TestSupport
import Testing

@testable import Loading

@Suite("The pairs of signs that paragraphs share")
struct SharedPairTests {
  /// A flow of random paragraphs over few signs, two or three of them in each article.
  private func flow(_ generator: inout SeededGenerator) -> Flow {
    var flow = Flow()
    let signs = Array("工会职工驿站慰问，。1".utf16)
    for article in 0..<5 {
      flow.articles.append(Article(headline: "", paragraphs: []))
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let start = flow.units.count
        for _ in 0..<Int.random(in: 1...40, using: &generator) {
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

  private func pairs(of paragraph: Int, _ flow: Flow) -> Set<[UInt16]> {
    let units = Array(flow.units[flow.paragraphs[paragraph].range])
    return Set(
      zip(units, units.dropFirst()).filter { Sign.isHan($0) && Sign.isHan($1) }
        .map { [$0, $1] })
  }

  @Test("They weigh as sets of pairs do", arguments: 1...40)
  func twin(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let flow = flow(&generator)
    let candidates = flow.articles.map { article in
      Bool.random(using: &generator) ? article.paragraphs.last : nil
    }
    let words = zip(flow.articles, candidates).map { article, candidate in
      article.paragraphs.filter { $0 != candidate }
        .reduce(into: Set<[UInt16]>()) { $0.formUnion(pairs(of: $1, flow)) }
    }
    var shared = SharedPairs(flow, candidates: candidates)
    for case let paragraph? in candidates {
      let text = pairs(of: paragraph, flow)
      let expected = words.map { own in
        text.intersection(own).reduce(0) { sum, pair in
          sum + 2520 / words.count { $0.contains(pair) }
        }
      }
      #expect(shared.shares(of: paragraph, rare: 2520, flow) == expected, "seed \(seed)")
    }
  }
}
