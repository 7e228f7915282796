import FactModel
import Testing

@Suite("Divisions know by their codes what lies in them")
struct DivisionTests {
  static let province = Division(code: 440_000, name: "广东省", province: "广东省")
  static let city = Division(code: 440_600, name: "佛山市", province: "广东省")
  static let county = Division(code: 440_604, name: "禅城区", province: "广东省")
  static let elsewhere = Division(code: 330_881, name: "江山市", province: "浙江省")

  @Test("Levels follow from the code")
  func levels() {
    #expect(Division.nation.level == .nation)
    #expect(DivisionTests.province.level == .province)
    #expect(DivisionTests.city.level == .prefecture)
    #expect(DivisionTests.county.level == .county)
  }

  @Test(
    "A division holds what is smaller and inside it, never itself",
    arguments: [
      (province, city, true), (province, county, true), (city, county, true),
      (province, province, false), (city, province, false), (county, city, false),
      (province, elsewhere, false), (city, elsewhere, false), (Division.nation, province, false),
    ])
  func contains(outer: Division, inner: Division, expected: Bool) {
    #expect(outer.contains(inner) == expected)
  }
}

@Suite("The identity counts every verdict")
struct IdentityTests {
  @Test("It holds only where every fact has one verdict")
  func holds() {
    let verdicts: [Verdict] = [.total, .rate, .total, .repeat]
    let identity = Identity(facts: 4, excluded: 6, verdicts: verdicts)
    #expect(identity.holds)
    #expect(identity.numerals == 10)
    #expect(identity.count(.total) == 2)
    #expect(identity.count(.national) == 0)
    #expect(!Identity(facts: 5, excluded: 0, verdicts: verdicts).holds)
  }

  @Test("Spans and verdicts are spelled as tables print them")
  func spelling() {
    #expect(Span.allCases.map(\.rawValue) == ["month", "range", "year", "cumulative", "recurring"])
    #expect(
      Verdict.allCases.map(\.rawValue) == [
        "total", "rate", "planned", "rule", "case", "part", "repeat", "covered", "national",
      ])
  }
}
