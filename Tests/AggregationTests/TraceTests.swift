import FactModel
import Testing

@Suite("A total is traced to the facts that made it, and to those left out")
struct TraceTests {
  private let facts = [
    fact("5"), fact("7", at: Place.hangzhou), fact("5", in: "02"),
    fact("3", partOf: "5元"), fact("9", status: .planned), fact("8", period: "/"),
    fact("4", program: "safety"), fact("6", .person, kind: .participants),
    fact("2", at: Place.guangdong), fact("1", at: .nation),
  ]

  @Test("By province, programme and kind, a trace per unit and span")
  func groups() throws {
    let report = try report(of: facts)
    let traces = report.traces(province: "浙江省", program: "hardship-aid", kind: .funds)
    #expect(traces.map(\.key.span) == [.month, .cumulative])
    #expect(traces[0].total?.total == amount("12"))
    #expect(
      traces[0].entered.map { report.entries[$0].fact.quantity.value.description } == ["5", "7"])
    #expect(traces[0].leftOut.map { report.entries[$0].verdict } == [.part, .planned, .repeat])
  }

  @Test("The beginning of a province's name and the Chinese name of a programme will do")
  func names() throws {
    let report = try report(of: facts)
    let expected = report.traces(province: "浙江省", program: "hardship-aid", kind: .funds)
    #expect(report.traces(province: "浙江", program: "困难职工帮扶", kind: .funds) == expected)
    #expect(
      report.traces(province: "浙江").map(\.key.kind) == [.funds, .funds, .funds, .participants])
    #expect(report.traces(province: "全国").map(\.total) == [nil])
    #expect(report.traces(province: "湖北").isEmpty)
    #expect(report.traces(province: "").isEmpty)
  }

  @Test("The facts of all traces are the facts of the report", arguments: [1, 2, 3] as [UInt64])
  func complete(seed: UInt64) throws {
    for report in try sampleAggregator.reports(of: .init(facts: randomFacts(seed: seed))) {
      let traces = ["全国", "浙江", "广东"].flatMap { report.traces(province: $0) }
      let indices = traces.flatMap { $0.entered + $0.leftOut }.sorted()
      #expect(indices == Array(report.entries.indices), "seed \(seed)")
      for trace in traces {
        #expect(trace.total?.facts ?? 0 == trace.entered.count, "seed \(seed)")
      }
    }
  }

  @Test("How a fact is covered")
  func covers() throws {
    let report = try report(of: [
      fact("5"), fact("900", at: Place.zhejiang),
      fact("5", label: "慰问金", period: "2025-03"), fact("50", label: "慰问金", period: "2025"),
      fact("446", .site, kind: .stations, label: "驿站"),
      fact("449", .site, kind: .stations, label: "工会驿站", in: "02"),
    ])
    #expect(
      report.entries.map(report.cover)
        == [.largerDivision, nil, .longerTime, nil, .laterCount, nil])
  }
}
