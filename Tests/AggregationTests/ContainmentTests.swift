import FactModel
import Testing

@Suite("A larger division's figure covers the smaller ones'")
struct ContainmentTests {
  @Test("Province over prefecture over county, each named")
  func levels() throws {
    let report = try report(of: [
      fact("5", at: Place.jiangshan), fact("70", at: Place.quzhou), fact("900", at: Place.zhejiang),
      fact("30", at: Place.guangdong),
    ])
    #expect(report.entries.map(\.verdict) == [.covered, .covered, .total, .total])
    #expect(report.entries.map(\.reference) == [1, 2, nil, nil])
    #expect(report.totals.map(\.total) == [amount("900"), amount("30")])
  }

  @Test(
    "Only where all else is equal",
    arguments: [
      fact("900", .currency("USD"), at: Place.zhejiang),
      fact("900", label: "工会驿站", at: Place.zhejiang),
      fact("900", label: "", at: Place.zhejiang),
      fact("900", at: Place.zhejiang, program: "safety"),
      fact("900", at: Place.zhejiang, period: "2024"),
      fact("900", at: Place.zhejiang, period: "/"),
      fact("900", at: Place.zhejiang, status: .planned),
      fact("900", at: Place.hangzhou), fact("900", at: Place.guangdong), fact("900", at: .nation),
    ])
  func others(wide: Fact) throws {
    #expect(try verdicts(of: [fact("5"), wide])[0] == .total)
  }

  @Test("A cumulative figure covers one of another period of the same span")
  func sameSpan() throws {
    let facts = [fact("5", period: "/2025-05"), fact("900", at: Place.zhejiang, period: "2019/")]
    #expect(try verdicts(of: facts) == [.covered, .total])
  }

  @Test("A covered figure covers what lies in it, though the labels at the ends disagree")
  func chain() throws {
    let facts = [
      fact("5", label: "职工", at: Place.jiangshan),
      fact("70", label: "困难职工", at: Place.quzhou),
      fact("900", label: "在档困难职工", at: Place.zhejiang),
    ]
    #expect(try verdicts(of: facts) == [.covered, .covered, .total])
  }

  @Test("A province's part covers, since its whole holds it")
  func part() throws {
    let facts = [fact("900", at: Place.zhejiang, partOf: "2000元"), fact("5")]
    #expect(try verdicts(of: facts) == [.part, .covered])
  }

  @Test("Any mention of a figure may show that it is covered")
  func mentions() throws {
    let facts = [
      fact("5", label: "专项款"), fact("5", label: "帮扶专项款", in: "02"),
      fact("900", label: "帮扶", at: Place.zhejiang),
    ]
    for facts in [facts, [facts[1], facts[0], facts[2]]] {
      #expect(try report(of: facts).totals.map(\.total) == [amount("900")])
    }
  }

  @Test("Rates of a county stand beside the province's")
  func rates() throws {
    let report = try report(of: [rate("98"), rate("90", at: Place.zhejiang)])
    #expect(report.totals.map(\.facts) == [2])
  }
}
