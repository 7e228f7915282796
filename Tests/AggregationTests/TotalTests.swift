import Aggregation
import FactModel
import Languages
import Testing

@Suite("Totals have bounds")
struct TotalTests {
  @Test(
    "The bounds of one printed figure",
    arguments: [
      ("600", "600", "600"), ("500-600", "500", "600"), ("余600", "600", nil),
      ("至少600", "600", nil), ("近600", "500", "600"), ("至多600", "500", "600"),
      ("近440000", "430000", "440000"), ("近1000", "900", "1000"), ("近1", "0.9", "1"),
      ("近98.3", "98.2", "98.3"), ("近110", "100", "110"), ("近500-600", "400", "600"),
      ("约600", "550", "650"), ("约440000", "435000", "445000"), ("约1000", "500", "1500"),
      ("约500-620", "450", "625"), ("约0.0001", "0", "0.0002"), ("近0", "0", "0"),
      ("约0", "-0.5", "0.5"), ("余500-600", "500", nil),
    ] as [(String, String, String?)])
  func bounds(figure: String, low: String, high: String?) throws {
    let total = try #require(try report(of: [fact(figure)]).totals.first)
    #expect(total.total == quantity(figure).value)
    #expect(total.low == amount(low))
    #expect(total.high == high.map(amount))
  }

  @Test("A total adds values and bounds; one open top opens the total")
  func sums() throws {
    let facts = [fact("100"), fact("近600"), fact("约30", label: "慰问金")]
    let total = try #require(try report(of: facts).totals.first)
    #expect(total.facts == 3)
    #expect(total.total == amount("730"))
    #expect(total.low == amount("625"))
    #expect(total.high == amount("735"))
    let open = try report(of: facts + [fact("余1", label: "药费")]).totals
    #expect(open.map(\.total) == [amount("731")])
    #expect(open.map(\.high) == [nil])
  }

  @Test("Minimum, median and maximum are of the printed values")
  func middle() throws {
    let total = try #require(
      try report(of: [fact("5"), fact("2"), fact("9"), fact("4")]).totals.first)
    #expect(total.minimum == amount("2"))
    #expect(total.median == amount("4.5"))
    #expect(total.maximum == amount("9"))
  }

  @Test(
    "Nothing adds across province, programme, kind, unit and span; rows keep the order of tables")
  func keys() throws {
    let facts = [
      fact("1", at: Place.guangdong), fact("2", period: "/"), fact("3", period: "2024"),
      fact("4", .person, kind: .participants), fact("5", .personTime, kind: .participants),
      fact("6", program: "unheard-of"), fact("7", program: "safety"), fact("8"),
      fact("9", .currency("USD")),
    ]
    let totals = try report(of: facts).totals
    #expect(totals.map(\.total) == [7, 8, 3, 2, 9, 4, 5, 6, 1].map { Amount(whole: $0) })
    #expect(totals[0].key.province == Place.zhejiang)
    #expect(try report(of: facts.reversed()).totals == totals)
  }

  @Test("Figures per year and per day have no common total")
  func rhythms() throws {
    let same = try report(of: [fact("5", period: "yearly"), fact("6", period: "yearly")]).totals
    #expect(same.map(\.total) == [amount("11")])
    #expect(same.map(\.rhythm) == [.yearly])
    let mixed = try report(of: [fact("5", period: "yearly"), fact("6", period: "daily")]).totals
    #expect(mixed.map(\.facts) == [2])
    #expect(mixed.map(\.total) == [nil])
    #expect(mixed.map(\.median) == [nil])
    #expect(mixed.map(\.rhythm) == [nil])
  }

  @Test("A sum that leaves the range is an error, never a number")
  func overflow() throws {
    let most = "922337203685477"
    #expect(try report(of: [fact(most)]).totals.map(\.total) == [amount(most)])
    let error = #expect(throws: AggregationError.self) {
      try report(of: [fact(most), fact("1000")])
    }
    #expect(error?.range == MonthRange(month("2025-07")))
    #expect(error?.key.province == Place.zhejiang)
    #expect(error?.description.contains("浙江省, hardship-aid, funds, CNY, month") == true)
    #expect(throws: AggregationError.self) { try report(of: [fact("约900000000000000")]) }
  }
}

@Suite("Rates are compared, never added")
struct RateTests {
  @Test("A group reports count, least, middle and greatest, and no total")
  func summary() throws {
    let facts = [rate("98.3"), rate("80", in: "02"), rate("90", at: Place.quzhou)]
    let total = try #require(try report(of: facts).totals.first)
    #expect(total.facts == 3)
    #expect(total.total == nil && total.low == nil && total.high == nil)
    #expect(total.minimum == amount("80"))
    #expect(total.median == amount("90"))
    #expect(total.maximum == amount("98.3"))
  }

  @Test("A rate that is planned, national or printed twice is left out of the summary")
  func leftOut() throws {
    let facts = [
      rate("98.3"), rate("98.3", in: "02"), rate("70", status: .planned), rate("60", at: .nation),
    ]
    let report = try report(of: facts)
    #expect(report.entries.map(\.verdict) == [.rate, .rate, .national, .rate])
    #expect(report.entries.map(\.reference) == [nil, nil, nil, 0])
    #expect(report.totals.map(\.facts) == [1])
  }

  /// 960条, of which 944条: 98.33%.
  private func page(_ printed: String, pair: (String, String) = ("944", "960")) -> [Fact] {
    let sentence = "\(pair.1)条意见中\(pair.0)条得到解决，解决率\(printed)%。"
    return [
      fact(pair.1, .item("条"), kind: .counts, label: "意见", sentence: "前一句。"),
      fact(
        pair.0, .item("条"), kind: .counts, label: "意见", partOf: pair.1 + "条",
        sentence: sentence),
      rate(printed, sentence: sentence),
    ]
  }

  @Test(
    "A printed rate may differ from its counts by the rounding and by its hedge",
    arguments: [
      ("98.3", 0), ("98.33", 0), ("98", 0), ("余98", 0), ("近99", 0), ("近98", 0), ("约98", 0),
      ("98.4", 1), ("89.3", 1), ("余99", 1), ("近97", 1), ("50", 0),
    ])
  func check(printed: String, doubts: Int) throws {
    let report = try report(of: page(printed))
    #expect(report.doubts.map(\.cause) == Array(repeating: .rate, count: doubts))
  }

  @Test("A doubt that the loader has told is not told again")
  func toldAlready() throws {
    let doubt = Doubt(
      cause: .rate, document: "01", line: 1, column: 3, raw: "", chosen: "", other: "",
      message: Wording(verbatim: ""), month: month("2025-07"))
    #expect(try report(of: page("98.4"), doubts: [doubt]).doubts == [doubt])
  }

  @Test("Rates of one label pool their counts")
  func pooled() throws {
    let second = page("50", pair: ("20", "40")).map { fact in
      var fact = fact
      fact.provenance.document = "02"
      return fact
    }
    let rates = try report(of: page("98.3") + second).totals.filter { $0.key.kind == .rates }
    #expect(rates.map(\.pooled) == [amount("96.4")])
    let other = second.map { fact in
      var fact = fact
      if fact.kind == .rates { fact.label = "满意率" }
      return fact
    }
    let apart = try report(of: page("98.3") + other).totals.filter { $0.key.kind == .rates }
    #expect(apart.map(\.pooled) == [nil])
  }
}
