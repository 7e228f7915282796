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

  @Test("One province alone is first of one, with all of the sum and no distance")
  func oneProvince() throws {
    let row = try #require(try comparisons([fact("7"), fact("5", at: Place.hangzhou)]).first)
    #expect(
      row.standing
        == Comparison.Standing(
          rank: 1, provinces: 1, share: amount("100"), median: amount("12"), distance: .zero))
  }

  @Test("A fall to nothing is minus a hundred percent; a rise from less than nothing has its sign")
  func negative() throws {
    let fall = try #require(try comparisons([fact("0"), fact("8", month: "2025-06")]).first)
    #expect(fall.previous.difference == amount("-8") && fall.previous.percent == amount("-100"))
    var loss = fact("1", month: "2025-06")
    loss.quantity.value = amount("-4")
    let rise = try #require(try comparisons([fact("2"), loss]).first)
    #expect(rise.previous.difference == amount("6") && rise.previous.percent == amount("-150"))
  }

  @Test(
    "Percentages are rounded half up on the decimal digits",
    arguments: [
      ("3", "7", "-57.14"), ("1", "3", "-66.67"), ("2.0001", "2", "0.01"),
      ("16.0012", "16", "0.01"),
      ("16.0008", "16", "0.01"), ("16.0007", "16", "0"), ("15.9992", "16", "-0.01"),
    ])
  func rounding(now: String, before: String, percent: String) throws {
    let row = try #require(try comparisons([fact(now), fact(before, month: "2025-06")]).first)
    #expect(row.previous.percent == amount(percent))
  }

  @Test("Currencies are compared each with its own")
  func currencies() throws {
    let rows = try comparisons([
      fact("5"), fact("7", .currency("USD")), fact("70", .currency("HKD"), at: Place.guangdong),
      fact("4", .currency("USD"), month: "2025-06"),
    ])
    #expect(rows.map(\.key.unit.name) == ["CNY", "USD", "HKD"])
    #expect(rows.map(\.previous.presence) == [.new, .both, .new])
    #expect(rows.map(\.standing?.share) == [amount("100"), amount("100"), amount("100")])
  }

  @Test("A sum of provinces and a difference that leave the range are errors, never numbers")
  func overflow() throws {
    let most = "900000000000000"
    #expect(throws: AggregationError.self) {
      try comparisons([fact(most), fact(most, at: Place.guangdong)])
    }
    var least = fact("1", month: "2025-06")
    least.quantity.value = amount("-" + most)
    let error = #expect(throws: AggregationError.self) { try comparisons([fact(most), least]) }
    #expect(error?.description.hasPrefix("2025-07: ") == true)
    #expect(error?.description.contains("浙江省") == true)
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
