import Aggregation
import FactModel
import TestSupport
import Testing

@Suite("Partial aggregates merge")
struct MergeTests {
  private let ranges = ["2025-06/2025-07", "2025", "2025-Q2"].compactMap { MonthRange($0) }

  /// All that can be made of an aggregate.
  private func everything(_ aggregate: PartialAggregate) throws -> [Report] {
    let months = try sampleAggregator.reports(of: aggregate)
    let longer = try ranges.compactMap { try sampleAggregator.report(over: $0, of: aggregate) }
    return months + longer
  }

  @Test(
    "At once, by document, in any order and grouping: the same reports",
    arguments: Array(1...80) as [UInt64])
  func grouping(seed: UInt64) throws {
    let pages = randomPages(seed: seed)
    var all = LoadResult()
    for page in pages { all.append(page) }
    let expected = try everything(PartialAggregate(all))
    var random = SeededGenerator(seed: seed)
    for _ in 0..<3 {
      var parts = pages.shuffled(using: &random).map { PartialAggregate($0) }
      while parts.count > 1 {
        var first = parts.remove(at: Int.random(in: 0..<parts.count, using: &random))
        let other = Int.random(in: 0..<parts.count, using: &random)
        first.merge(parts[other])
        parts[other] = first
      }
      #expect(try everything(parts.first ?? PartialAggregate()) == expected, "seed \(seed)")
    }
  }

  @Test("The facts of a page may come in any order", arguments: Array(1...20) as [UInt64])
  func shuffledFacts(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let facts = randomFacts(seed: seed)
    let both = try [facts, facts.shuffled(using: &random)].map { facts in
      try everything(PartialAggregate(LoadResult(facts: facts)))
    }
    #expect(both[0] == both[1], "seed \(seed)")
  }

  @Test("An empty one changes nothing", arguments: [3, 4, 5] as [UInt64])
  func empty(seed: UInt64) throws {
    let facts = LoadResult(facts: randomFacts(seed: seed))
    var left = PartialAggregate(facts)
    left.merge(PartialAggregate())
    var right = PartialAggregate()
    right.merge(PartialAggregate(facts))
    #expect(try everything(left) == everything(PartialAggregate(facts)), "seed \(seed)")
    #expect(try everything(right) == everything(left), "seed \(seed)")
  }

  @Test("Two documents of one name stay two")
  func sameName() throws {
    let pages = ["5", "6"].map { figure in
      LoadResult(
        documents: [
          DocumentRecord(name: "01", newspaper: figure, month: month("2025-07"), articles: 2)
        ],
        facts: [fact(figure)])
    }
    var merged = PartialAggregate(pages[1])
    merged.merge(PartialAggregate(pages[0]))
    let report = try #require(try sampleAggregator.reports(of: merged).first)
    #expect(report.coverage == Coverage(pages: 2, articles: 4, facts: 2))
    #expect(report.totals.map(\.total) == [amount("11")])
  }
}
