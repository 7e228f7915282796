import FactModel
import Testing

@Suite("The nation stands beside the sum of the provinces")
struct NationalTests {
  @Test(
    "What stands between the two",
    arguments: [
      ("100", [], NationalLine.Finding.alone, nil, nil, nil),
      ("100", ["20", "30"], .partial, "50", "50", "50"),
      ("100", ["40", "60"], .equal, "100", "0", "100"),
      ("100", ["40", "70"], .exceeded, "110", "-10", "110"),
      ("余100", ["40", "70"], .equal, "110", "-10", "110"),
      ("100", ["40", "近70"], .equal, "110", "-10", "110"),
      ("约100", ["40", "19"], .equal, "59", "41", "59"),
    ] as [(String, [String], NationalLine.Finding, String?, String?, String?)])
  func findings(
    nation: String, provinces: [String], finding: NationalLine.Finding, sum: String?,
    difference: String?, share: String?
  ) throws {
    let places = [Place.jiangshan, Place.guangdong]
    let facts = zip(provinces, places).map { fact($0, at: $1) } + [fact(nation, at: .nation)]
    let report = try report(of: facts)
    let line = try #require(report.nationals.first)
    #expect(line.entry == provinces.count)
    #expect(line.provinces == provinces.count && line.facts == provinces.count)
    #expect(line.allProvinces == 3)
    #expect(line.finding == finding)
    #expect(line.sum == sum.map(amount))
    #expect(line.difference == difference.map(amount))
    #expect(line.share == share.map(amount))
    #expect(report.doubts.map(\.cause) == (finding == .exceeded ? [.containment] : []))
    let added = report.totals.compactMap(\.total).reduce(Int64(0)) { $0 + $1.tenThousandths }
    #expect(added == (sum.map(amount)?.tenThousandths ?? 0), "never added to a province")
  }

  @Test("Only figures of the same matter are summed beside it, and only those that count")
  func matter() throws {
    let facts = [
      fact("1000", at: .nation), fact("1"), fact("2", label: "工会驿站"), fact("4", period: "2024"),
      fact("8", program: "safety"), fact("16", .currency("USD")), fact("32", status: .planned),
      fact("64", label: "资金", at: Place.guangdong), fact("1", in: "02"),
    ]
    let line = try #require(try report(of: facts).nationals.first)
    #expect(line.sum == amount("65") && line.provinces == 2 && line.facts == 2)
  }

  @Test("A national figure is told once, and a plan, a rate or a part not at all")
  func once() throws {
    let facts = [
      fact("9", at: .nation), fact("9", at: .nation, in: "02"),
      fact("8", at: .nation, status: .planned), rate("98", at: .nation),
      fact("7", at: .nation, partOf: "9元"), fact("9", at: .nation, period: "yearly"),
    ]
    #expect(try report(of: facts).nationals.map(\.entry) == [0, 4])
  }

  @Test("Figures per year are not summed beside one per day")
  func rhythms() throws {
    let facts = [fact("900", at: .nation, period: "yearly"), fact("5", period: "daily")]
    #expect(try report(of: facts).nationals.map(\.finding) == [.alone])
  }
}

@Suite("Averages only where they mean something")
struct AverageTests {
  private func averages(_ facts: [Fact], _ base: Average.Base) throws -> [Average] {
    try report(of: facts).averages.filter { $0.base == base }
  }

  @Test("Per 10,000 inhabitants, where every figure is of the province as a whole")
  func population() throws {
    let whole = try averages([fact("64567588", at: Place.zhejiang)], .population)
    #expect(whole.map(\.value) == [amount("10000")])
    #expect(whole.map(\.divisor) == [amount("64567588")])
    #expect(whole.map(\.source) == ["普查（2020年）"])
    // 1,000,000 / 57,752,557 × 10,000 = 173.1525…
    let hubei = try averages([fact("1000000", at: Place.hubei)], .population)
    #expect(hubei.map(\.value) == [amount("173.1525")])
    let county = try averages(
      [fact("5"), fact("9", label: "慰问金", at: Place.zhejiang)], .population)
    #expect(county.map(\.value) == [nil])
    #expect(county.map(\.obstacle) == [.notOfTheProvince])
    let unknown = Division(code: 540_000, name: "西藏自治区", province: "西藏自治区")
    #expect(try averages([fact("5", at: unknown)], .population).map(\.obstacle) == [.noPopulation])
    #expect(try averages([fact("5", .item("场"), kind: .counts)], .population).isEmpty)
    #expect(try averages([rate("98", at: Place.zhejiang)], .population).isEmpty)
  }

  private func sites(_ figure: String, at place: Division = Place.jiangshan) -> Fact {
    fact(figure, .site, kind: .stations, label: "工会驿站", at: place, period: "/")
  }

  @Test("Per site of the same programme and places")
  func sites() throws {
    let same = try averages([fact("1000"), sites("30")], .site)
    #expect(same.map(\.value) == [amount("33.33")])
    let other = try averages([fact("1000"), sites("30", at: Place.hangzhou)], .site)
    #expect(other.map(\.value) == [nil] && other.map(\.obstacle) == [.otherPlaces])
    #expect(try averages([fact("1000"), sites("0")], .site).map(\.obstacle) == [.zero])
    #expect(try averages([fact("1000")], .site).isEmpty)
  }

  @Test(
    "Money per person of the same places and times, told in one sentence",
    arguments: [
      (fact("1200", .person, kind: .participants, label: "困难职工", sentence: "帮扶。"), "366.67", nil),
      (fact("1200", .person, kind: .participants, label: "困难职工", in: "02"), nil, .otherSentences),
      (
        fact("1200", .person, kind: .participants, label: "困难职工", period: "2025-07"), nil,
        .otherPeriods
      ),
      (
        fact("1200", .person, kind: .participants, label: "困难职工", at: Place.hangzhou), nil,
        .otherPlaces
      ),
    ] as [(Fact, String?, Average.Obstacle?)])
  func persons(persons: Fact, value: String?, obstacle: Average.Obstacle?) throws {
    let found = try averages([fact("近440000", sentence: "帮扶。"), persons], .person)
    #expect(found.map(\.value) == [value.map(amount)])
    #expect(found.map(\.obstacle) == [obstacle])
  }

  @Test("Two groups of persons in the sentence of one sum are not known to be those who got it")
  func severalPersons() throws {
    let facts = [
      fact("80000", sentence: "帮扶。"),
      fact("25", .person, kind: .participants, label: "工匠", sentence: "帮扶。"),
      fact("7", .person, kind: .participants, label: "职工", sentence: "帮扶。"),
    ]
    #expect(try averages(facts, .person).map(\.obstacle) == [.otherSentences])
  }

  @Test("Money is not divided by person-times, nor by persons of another programme or span")
  func noPersons() throws {
    let others = [
      fact("1200", .personTime, kind: .participants),
      fact("1200", .person, kind: .participants, program: "safety"),
      fact("1200", .person, kind: .participants, period: "/"),
    ]
    for other in others { #expect(try averages([fact("440000"), other], .person).isEmpty) }
  }
}
