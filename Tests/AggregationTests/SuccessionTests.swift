import FactModel
import Testing

@Suite("Of a stock the latest figure stands")
struct SuccessionTests {
  private func sites(
    _ figure: String, label: String = "工会驿站", at place: Division = Place.jiangshan,
    period: String = "/", in document: String = "01", month: String = "2025-07"
  ) -> Fact {
    fact(
      figure, .site, kind: .stations, label: label, at: place, period: period, in: document,
      month: month)
  }

  @Test("446 stations in one report and 449 in a later one are 449, and the editor is told")
  func recount() throws {
    let report = try report(of: [sites("446"), sites("449", in: "02")])
    #expect(report.entries.map(\.verdict) == [.covered, .total])
    #expect(report.entries[0].reference == 1)
    #expect(report.totals.map(\.total) == [amount("449")])
    #expect(report.doubts.map(\.cause) == [.stock])
    #expect(report.doubts.map(\.chosen) == ["449"] && report.doubts.map(\.other) == ["446"])
  }

  @Test("A narrower stock beside a wider one is added, and the editor is asked")
  func parts() throws {
    let report = try report(of: [
      sites("449"), sites("18", label: "“最美”工会驿站"), sites("500", label: "户外工会驿站"),
      sites("7", label: "职工书屋"), sites("3", label: "工会驿站", at: Place.hangzhou),
    ])
    #expect(report.identity.count(.total) == 5)
    #expect(report.doubts.map(\.cause) == [.stock])
    #expect(report.doubts.map(\.raw) == ["18个"])
  }

  @Test("A stock may shrink: the later day stands, whatever the order of documents")
  func shrinks() throws {
    let facts = [sites("440", period: "/2025-06"), sites("446", period: "/2025-05", in: "02")]
    #expect(try verdicts(of: facts) == [.total, .covered])
  }

  @Test("A figure that two stocks count yields to the latest of both, each time anew")
  func twoStocks() throws {
    let facts = [
      sites("5"), sites("5", label: "“最美”工会驿站", in: "02"), sites("7", in: "03"),
      sites("9", label: "“最美”工会驿站", in: "04"),
    ]
    for _ in 0..<40 {
      let report = try report(of: facts)
      #expect(report.entries.map(\.verdict) == [.covered, .repeat, .total, .total])
      #expect(report.entries.map(\.reference) == [3, 0, nil, nil])
    }
  }

  @Test("What one article says of one day is told of different things and adds up")
  func sideBySide() throws {
    #expect(try verdicts(of: [sites("3"), sites("5")]) == [.total, .total])
    let later = [sites("3"), sites("5"), sites("26", in: "02")]
    #expect(try verdicts(of: later) == [.covered, .covered, .total])
  }

  @Test("One article that tells two years' ends counts the later")
  func years() throws {
    let facts = [sites("400", period: "2023"), sites("446", period: "2024")]
    #expect(try verdicts(of: facts) == [.covered, .total])
  }

  @Test("Of three times in one article the latest stands, though it is not told")
  func unstated() throws {
    let facts = [
      sites("400", period: "2025-07-02"), sites("446", period: "2025-07-09"),
      sites("449", period: ""),
    ]
    #expect(try verdicts(of: facts) == [.covered, .covered, .total])
  }

  @Test(
    "Only the same stock",
    arguments: [
      fact("449", .site, kind: .stations, label: "职工书屋", period: "/", in: "02"),
      fact("449", .site, kind: .stations, label: "“最美”工会驿站", period: "/", in: "02"),
      fact("449", .site, kind: .stations, label: "工会驿站", at: Place.hangzhou, period: "/", in: "02"),
      fact("449", .site, kind: .stations, label: "工会驿站", program: "safety", period: "/", in: "02"),
      fact(
        "449", .site, kind: .stations, label: "工会驿站", period: "/", status: .planned, in: "02"),
      fact("449", .site, kind: .stations, label: "工会驿站", period: "2025", in: "02"),
      fact("449", .site, kind: .stations, label: "工会驿站", period: "/", partOf: "900家", in: "02"),
      fact("449", .site, kind: .counts, label: "工会驿站", period: "/", in: "02"),
    ])
  func others(other: Fact) throws {
    #expect(try verdicts(of: [sites("446"), other])[0] == .total)
  }

  @Test("A synonym is the same stock")
  func synonyms() throws {
    #expect(
      try verdicts(of: [sites("446", label: "驿站"), sites("449", in: "02")]) == [.covered, .total])
  }

  @Test(
    "Members are a stock, new members are not",
    arguments: [
      ("会员", "safety", Verdict.covered), ("工会会员", "safety", .covered),
      ("新会员", "safety", .total), ("职工", "safety", .total), ("会员", "hardship-aid", .total),
    ])
  func members(label: String, program: String, expected: Verdict) throws {
    let facts = ["01", "02"].map { document in
      fact(
        document == "01" ? "500" : "520", .person, kind: .participants, label: label,
        program: program, period: "/", in: document)
    }
    #expect(try verdicts(of: facts) == [expected, .total])
  }

  @Test("A repeat of the earlier count does not bring it back")
  func repeated() throws {
    let facts = [sites("446"), sites("446", in: "02"), sites("449", in: "03")]
    #expect(try verdicts(of: facts) == [.covered, .repeat, .total])
  }

  @Test("A part takes no figure's place, though a page repeats it as a whole")
  func partsOfOthers() throws {
    var part = sites("449", in: "02")
    part.partOf = "900家"
    let facts = [sites("446"), part, sites("449", in: "03")]
    #expect(try verdicts(of: facts) == [.total, .part, .repeat])
  }
}

@Suite("A figure of a longer time covers those inside it")
struct LongerTimeTests {
  @Test("A half-year over its quarter, its month and its day")
  func levels() throws {
    let facts = [
      fact("5", period: "2025-03-09"), fact("20", period: "2025-03"),
      fact("40", period: "2025-01/2025-03"), fact("100", period: "2025-01/2025-06"),
    ]
    let report = try report(of: facts)
    #expect(report.entries.map(\.verdict) == [.covered, .covered, .covered, .total])
    #expect(report.totals.map(\.total) == [amount("100")])
    #expect(report.doubts.isEmpty)
  }

  @Test(
    "Which periods hold which",
    arguments: [
      ("/2025-05", "/", true), ("2019/", "/", true), ("2021/", "2019/", true),
      ("2025-07-09", "2025-07", true), ("", "2025-07", true), ("", "2025-07-09", false),
      ("2025-07", "", false), ("2025-03", "2025-04/2025-06", false), ("2024-05", "2025", false),
      ("2025-02/2025-05", "2025-01/2025-04", false), ("yearly", "/", false), ("/", "2019/", false),
    ])
  func periods(short: String, long: String, isCovered: Bool) throws {
    let facts = [fact("5", period: short), fact("100", period: long)]
    #expect(try verdicts(of: facts)[0] == (isCovered ? .covered : .total))
  }

  @Test(
    "Only of the same place and matter, and never the greater in the smaller",
    arguments: [
      fact("4", period: "2025"), fact("100", label: "慰问金", period: "2025"),
      fact("100", label: "困难帮扶资金", period: "2025"), fact("100", label: "帮扶", period: "2025"),
      fact("100", at: Place.hangzhou, period: "2025"),
      fact("100", program: "safety", period: "2025"),
      fact("100", period: "2025", status: .planned), fact("100", .currency("USD"), period: "2025"),
    ])
  func others(longer: Fact) throws {
    #expect(try verdicts(of: [fact("5", period: "2025-03"), longer])[0] == .total)
  }

  @Test("The wider name of the same noun holds the narrower: 资金 holds 帮扶资金")
  func noun() throws {
    let facts = [fact("5", period: "2025-03"), fact("100", label: "资金", period: "2025")]
    #expect(try verdicts(of: facts) == [.covered, .total])
  }

  @Test("余100 may be 300: an open top holds")
  func open() throws {
    let facts = [fact("300", period: "2025-03"), fact("余100", period: "2025")]
    #expect(try verdicts(of: facts) == [.covered, .total])
  }

  @Test("Figures without a label are not known to be of one matter")
  func unlabelled() throws {
    let facts = [fact("5", label: "", period: "2025-03"), fact("100", label: "", period: "2025")]
    #expect(try verdicts(of: facts) == [.total, .total])
  }
}

@Suite("Labels agree by the vocabulary")
struct SynonymTests {
  @Test(
    "Words that mean the same are one, also inside a longer label",
    arguments: [
      ("骑手", "外卖员", true), ("困难骑手", "困难外卖员", true), ("外卖骑手", "骑手", true),
      ("骑手", "快递员", false), ("骑手之家", "外卖员", true), ("外卖", "骑手", true),
      ("骑", "外卖员", false),
    ])
  func repeats(left: String, right: String, agree: Bool) throws {
    let found = try verdicts(of: [fact(label: left), fact(label: right, in: "02")])
    #expect(found == [.total, agree ? .repeat : .total])
  }
}
