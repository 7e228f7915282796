import Aggregation
import FactModel
import Testing

@Suite("A report over several months is made of facts")
struct RangeTests {
  private func total(_ facts: [Fact], over range: String, span: Span = .range) throws -> Amount? {
    try report(of: facts, over: range).totals.first { $0.key.span == span }?.total
  }

  @Test("Money of the months adds up")
  func flow() throws {
    let facts = [fact("5", month: "2025-05"), fact("7", month: "2025-06"), fact("9")]
    #expect(try total(facts, over: "2025-05/2025-07") == amount("21"))
    #expect(try total(facts, over: "2025-Q2") == amount("12"))
    #expect(try total(facts, over: "2025") == amount("21"))
  }

  @Test("Equal sums of two months are two sums; one sum that two months print is one")
  func repeats() throws {
    let both = [fact("5", month: "2025-06"), fact("5")]
    #expect(try total(both, over: "2025-06/2025-07") == amount("10"))
    let same = [fact("5", period: "2025-06", month: "2025-06"), fact("5", period: "2025-06")]
    #expect(try total(same, over: "2025-06/2025-07") == amount("5"))
  }

  @Test("What a later page says of an earlier month is inside the range")
  func late() throws {
    let facts = [fact("5", period: "2025-03", month: "2025-06"), fact("7", period: "2024")]
    let report = try report(of: facts, over: "2025")
    #expect(report.entries.map(\.span) == [.range, .year])
  }

  @Test("A half-year's figure covers its months', also those without a time of their own")
  func longerTimes() throws {
    let facts = [
      fact("100", period: "2025-01/2025-06", month: "2025-07"), fact("20", month: "2025-05"),
      fact("30", period: "2025-03", month: "2025-04"), fact("9"),
    ]
    #expect(try total(facts, over: "2025") == amount("109"))
  }

  @Test("A province's figure of June does not cover a county's of July")
  func containment() throws {
    let facts = [
      fact("900", at: Place.zhejiang, month: "2025-06"), fact("5", month: "2025-06"), fact("7"),
    ]
    #expect(try total(facts, over: "2025-06/2025-07") == amount("907"))
    let half = facts + [fact("2000", at: Place.zhejiang, period: "2025", in: "09")]
    #expect(try total(half, over: "2025") == amount("2000"))
  }

  @Test("Of a stock the latest figure of each place stands, and months are not added")
  func stock() throws {
    func sites(_ figure: String, _ place: Division, _ month: String) -> Fact {
      fact(
        figure, .site, kind: .stations, label: "工会驿站", at: place, period: "/", month: month)
    }
    let facts = [
      sites("446", Place.jiangshan, "2025-05"), sites("449", Place.jiangshan, "2025-06"),
      sites("30", Place.hangzhou, "2025-05"), sites("440", Place.jiangshan, "2025-07"),
    ]
    #expect(try total(facts, over: "2025-05/2025-07", span: .cumulative) == amount("470"))
    let report = try report(of: facts, over: "2025-05/2025-07")
    #expect(report.doubts.isEmpty)
    #expect(report.identity.holds)
  }

  @Test("Of a yearly sum the latest stands; sheets keep their months apart")
  func recurring() throws {
    let facts = [
      fact("2300", period: "yearly", month: "2025-06"), fact("2500", period: "yearly"),
      fact("80", label: "慰问金", period: "yearly"), fact("90", label: "慰问金", period: "yearly"),
    ]
    #expect(try total(facts, over: "2025", span: .recurring) == amount("2670"))
  }

  @Test("Of running totals with one start the latest stands, in one month they add up")
  func runningTotals() throws {
    let facts = [
      fact("351", period: "2024-05/2025-05", month: "2025-06"),
      fact("366", period: "2024-05/2025-05"), fact("20", period: "2021/2023"),
      fact("70", label: "慰问金", period: "/", month: "2025-06"),
      fact("60", label: "慰问金", period: "/"), fact("5", label: "慰问金", period: "/"),
    ]
    #expect(try total(facts, over: "2025", span: .cumulative) == amount("451"))
  }

  @Test("A range of one month is that month's report")
  func oneMonth() throws {
    let facts = [fact("5"), fact("7", period: "/"), rate("90")]
    #expect(try report(of: facts, over: "2025-07") == report(of: facts))
  }

  @Test("A quarter is compared with the quarter before and with that of last year")
  func comparisons() throws {
    let facts = [
      fact("30", month: "2025-05"), fact("20", month: "2025-01"), fact("10", month: "2025-02"),
      fact("40", month: "2024-06"), fact("99", month: "2024-07"),
    ]
    let aggregate = PartialAggregate(LoadResult(facts: placed(facts)))
    let reports = try ["2025-Q2", "2025-Q1", "2024-Q2", "2024-Q3"].compactMap { text in
      try MonthRange(text).flatMap { try sampleAggregator.report(over: $0, of: aggregate) }
    }
    let rows = try sampleAggregator.comparisons(of: reports[0], among: reports)
    #expect(rows.map(\.previous.base) == [amount("30")])
    #expect(rows.map(\.previous.percent) == [.zero])
    #expect(rows.map(\.yearAgo.difference) == [amount("-10")])
    #expect(rows.map(\.yearAgo.percent) == [amount("-25")])
  }

  @Test("Nothing read in a range, no report of it")
  func nothing() throws {
    let range = try #require(MonthRange("2020"))
    let aggregate = PartialAggregate(LoadResult(facts: [fact()]))
    #expect(try sampleAggregator.report(over: range, of: aggregate) == nil)
  }
}
