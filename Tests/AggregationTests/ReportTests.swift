import Aggregation
import FactModel
import TestSupport
import Testing

@Suite("One report per month that occurs")
struct ReportTests {
  private func report(of result: LoadResult) throws -> [Report] {
    try Aggregator(programs: samplePrograms).reports(of: result)
  }

  @Test("Nothing read, no report")
  func nothing() throws {
    #expect(try report(of: LoadResult()).isEmpty)
  }

  @Test("Months come in order; each has what is its own")
  func months() throws {
    let july = month("2025-07")
    let may = month("2025-05")
    let reports = try report(
      of: LoadResult(
        documents: [
          DocumentRecord(name: "01", newspaper: "工人日报", month: july, articles: 7),
          DocumentRecord(name: "02", newspaper: "工人日报", month: may, articles: 3),
        ],
        facts: [fact("5"), fact("6", month: "2025-06")],
        exclusions: [
          Exclusion(document: "01", line: 1, column: 1, raw: "7月9日", reason: .date, month: july)
        ]))
    #expect(reports.map(\.month.description) == ["2025-05", "2025-06", "2025-07"])
    #expect(reports.map(\.coverage.articles) == [3, 7, 7])
    #expect(reports.map(\.coverage.pages) == [1, 1, 1])
    #expect(reports.map(\.coverage.facts) == [0, 1, 1])
    #expect(reports.map(\.identity.numerals) == [0, 1, 2])
    #expect(reports[2].programs == samplePrograms)
  }
}

@Suite("The identity holds on every input")
struct IdentityProperties {
  @Test("Facts are the sum over verdicts, to the last fact", arguments: Array(1...60) as [UInt64])
  func identity(seed: UInt64) throws {
    for report in try reports(of: randomFacts(seed: seed)) {
      let counted = Verdict.allCases.reduce(0) { $0 + report.identity.count($1) }
      #expect(report.identity.facts == counted, "seed \(seed)")
      #expect(report.entries.count == counted, "seed \(seed)")
      let added = report.totals.filter { $0.key.kind != .rates }.reduce(0) { $0 + $1.facts }
      #expect(added == report.identity.count(.total), "seed \(seed)")
      for total in report.totals {
        guard let sum = total.total, let low = total.low else { continue }
        #expect(low <= sum, "seed \(seed)")
        #expect(total.high.map { sum <= $0 } ?? true, "seed \(seed)")
      }
    }
  }

  @Test("A repeat and a covered fact name one that agrees", arguments: Array(1...30) as [UInt64])
  func references(seed: UInt64) throws {
    for report in try reports(of: randomFacts(seed: seed)) {
      for entry in report.entries where entry.verdict == .repeat || entry.verdict == .covered {
        let other = report.entries[try #require(entry.reference, "seed \(seed)")]
        #expect(other.verdict != .repeat, "seed \(seed)")
        #expect(entry.fact.kind == other.fact.kind, "seed \(seed)")
        #expect(entry.fact.quantity.unit == other.fact.quantity.unit, "seed \(seed)")
        if entry.verdict == .repeat {
          #expect(entry.fact.quantity.value == other.fact.quantity.value, "seed \(seed)")
        } else {
          let isInside = other.fact.place.contains(entry.fact.place)
          #expect(isInside || other.fact.place == entry.fact.place, "seed \(seed)")
        }
      }
    }
  }

  /// Two figures that cover each other would both be lost.
  @Test(
    "What covers a fact stands, or is covered in turn, without end in a circle",
    arguments: Array(1...200) as [UInt64])
  func circles(seed: UInt64) throws {
    for report in try reports(of: randomFacts(seed: seed)) {
      for start in report.entries.indices where report.entries[start].verdict == .covered {
        var here = start
        var steps = 0
        while let next = report.entries[here].reference, steps <= report.entries.count {
          here = next
          steps += 1
        }
        #expect(steps <= report.entries.count, "seed \(seed)")
        #expect([.total, .part].contains(report.entries[here].verdict), "seed \(seed)")
      }
    }
  }

  @Test("Two runs give the same report", arguments: [7, 8, 9] as [UInt64])
  func repeatable(seed: UInt64) throws {
    let facts = randomFacts(seed: seed)
    #expect(try reports(of: facts) == reports(of: facts))
  }

  private func reports(of facts: [Fact]) throws -> [Report] {
    try sampleAggregator.reports(of: LoadResult(facts: facts))
  }
}
