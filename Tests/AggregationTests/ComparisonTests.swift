import Aggregation
import FactModel
import Testing

@Suite("Comparisons go by the calendar")
struct ComparisonTests {
  private let aggregator = Aggregator(programs: samplePrograms)

  /// The comparisons of the last month.
  private func comparisons(_ facts: [Fact]) throws -> [Comparison] {
    let reports = try aggregator.reports(of: LoadResult(facts: facts))
    return try aggregator.comparisons(of: try #require(reports.last), among: reports)
  }

  @Test("Against the month before and the same month of last year")
  func changes() throws {
    let row = try #require(
      try comparisons([
        fact("300"), fact("200", month: "2025-06"), fact("400", month: "2024-07"),
      ]).first)
    #expect(row.value == amount("300"))
    #expect(row.previous.base == amount("200"))
    #expect(row.previous.difference == amount("100"))
    #expect(row.previous.percent == amount("50"))
    #expect(row.previous.presence == .both)
    #expect(row.yearAgo.difference == amount("-100"))
    #expect(row.yearAgo.percent == amount("-25"))
    #expect(row.coverage.facts == 1)
    #expect(row.yearAgo.coverage?.facts == 1)
  }

  @Test("The turn of the year is a month like others")
  func january() throws {
    let row = try #require(
      try comparisons([fact("3", month: "2025-01"), fact("2", month: "2024-12")]).first)
    #expect(row.previous.base == amount("2"))
  }

  @Test("A month without a report is no zero, and no other month stands in for it")
  func missingMonth() throws {
    let row = try #require(try comparisons([fact("300"), fact("200", month: "2025-05")]).first)
    #expect(row.previous == Comparison.Change())
    #expect(row.yearAgo == Comparison.Change())
  }

  @Test("A base of zero gives a difference and no percentage")
  func zeroBase() throws {
    let row = try #require(try comparisons([fact("300"), fact("0", month: "2025-06")]).first)
    #expect(row.previous.difference == amount("300"))
    #expect(row.previous.percent == nil)
  }

  @Test("A group that is new or gone says so, without a difference")
  func presence() throws {
    let rows = try comparisons([
      fact("300"), fact("5", program: "safety", month: "2025-06"),
    ])
    #expect(rows.map(\.key.program) == ["safety", "hardship-aid"])
    #expect(rows.map(\.previous.presence) == [.gone, .new])
    #expect(rows.map(\.previous.difference) == [nil, nil])
    #expect(rows.map(\.value) == [nil, amount("300")])
    #expect(rows.map(\.standing?.rank) == [nil, 1])
  }

  @Test("Ties share the better rank; shares and distances are of all provinces")
  func standings() throws {
    let rows = try comparisons([
      fact("20"), fact("20", at: Place.hubei), fact("10", at: Place.guangdong),
    ])
    #expect(rows.map(\.key.province.code) == [330_000, 420_000, 440_000])
    #expect(rows.map(\.standing?.rank) == [1, 1, 3])
    #expect(rows.map(\.standing?.provinces) == [3, 3, 3])
    #expect(rows.map(\.standing?.share) == [amount("40"), amount("40"), amount("20")])
    #expect(rows.map(\.standing?.median) == [amount("20"), amount("20"), amount("20")])
    #expect(rows.map(\.standing?.distance) == [.zero, .zero, amount("-10")])
  }

  @Test("Where all provinces report zero there is no share")
  func zeroSum() throws {
    let row = try #require(try comparisons([fact("0")]).first)
    #expect(row.standing?.share == nil)
    #expect(row.standing?.rank == 1)
  }

  @Test("Figures per year and per day are neither subtracted nor ranked together")
  func rhythms() throws {
    let rows = try comparisons([
      fact("300", period: "yearly"), fact("5", at: Place.guangdong, period: "daily"),
      fact("7", period: "daily", month: "2025-06"),
    ])
    #expect(rows.map(\.standing?.rank) == [1, 1])
    #expect(rows.map(\.standing?.provinces) == [1, 1])
    #expect(rows[0].previous.presence == .both)
    #expect(rows[0].previous.base == nil && rows[0].previous.difference == nil)
  }

  @Test("Rates are compared by their medians, in points, without percentages and shares")
  func rates() throws {
    var earlier = rate("90")
    earlier.provenance.month = month("2025-06")
    let row = try #require(try comparisons([rate("98.3"), rate("90.3", in: "02"), earlier]).first)
    #expect(row.value == amount("94.3"))
    #expect(row.previous.difference == amount("4.3"))
    #expect(row.previous.percent == nil)
    #expect(row.standing?.share == nil)
  }
}
