import CSVFormat
import FactModel
import Testing
import Writing

@Suite("The tables of a month")
struct TableTests {
  @Test("The folder holds the same files in the same order, even of an empty month")
  func folder() {
    let files = ReportWriter().files(of: report(), comparisons: [])
    #expect(
      files.map(\.name) == [
        "facts.csv", "excluded.csv", "review.csv", "summary.csv", "comparison.csv", "national.csv",
        "averages.csv", "funds.csv", "participants.csv", "stations.csv", "rates.csv",
        "datapackage.json", "digest.md",
      ])
    for file in files.dropLast(2) {
      #expect(file.bytes.starts(with: [0xEF, 0xBB, 0xBF]), "\(file.name)")
      #expect(file.bytes.suffix(2) == [13, 10], "\(file.name)")
    }
  }

  @Test("facts.csv: the columns of a fact, then the verdict")
  func facts() {
    let first = entered(fact("440000", .currency("CNY"), .nearly))
    let second = ReportFact(
      fact: fact("440000", partOf: "960万元", document: "02"), span: .year, verdict: .repeat,
      reference: 0)
    #expect(
      text(of: "facts.csv", report([first, second])) == """
        document,line,raw,kind,value,value_high,unit,qualifier,label,place,province,program,period,\
        status,part_of,optional,month,span,enters,article,headline,offset,confidence,see,note,code
        01,4,近44万元,funds,440000,,CNY,nearly,帮扶资金,江山市,浙江省,hardship-aid,,actual,,,\
        2025-07,month,total,2,情暖职工,12,90,,,330881
        02,4,近44万元,funds,440000,,CNY,exact,帮扶资金,江山市,浙江省,hardship-aid,,actual,960万元,,\
        2025-07,year,repeat,2,情暖职工,12,90,01:4:12,,330881

        """)
  }

  @Test("Bare facts have the columns of a fact only, and are read back the same")
  func bareFacts() throws {
    var range = fact("-0.5", .item("场, 次"), kind: .counts, label: "=cmd|' /C calc'!A0")
    range.quantity.high = amount("1.25")
    range.isOptional = true
    range.period = .interval(from: CalendarDate("2019"), to: nil)
    let bytes = FactsCSV.bytes(of: [range], style: .spreadsheet)
    let records = try CSVReader.records(of: bytes).map(\.cells)
    #expect(records.count == 2)
    #expect(records[0] == FactsCSV.header)
    #expect(
      records[1] == [
        "01", "4", "近44万元", "counts", "-0.5", "1.25", "场, 次", "exact", "=cmd|' /C calc'!A0",
        "江山市", "浙江省", "hardship-aid", "2019/", "actual", "", "yes",
      ])
    #expect(String(decoding: bytes, as: UTF8.self).contains("\"\t=cmd"))
  }

  @Test("excluded.csv: a numeral, its reason and its place")
  func excluded() {
    let exclusion = Exclusion(
      document: "01", line: 9, column: 3, raw: "7月9日", reason: .date, month: month("2025-07"))
    #expect(rows(of: "excluded.csv", report(exclusions: [exclusion])) == ["01,9,7月9日,date,3"])
  }

  @Test(
    "review.csv: what was lost first, the others as they come, with the correction that would settle each"
  )
  func review() {
    let doubts = [
      doubt(.program, "1", other: "safety"), doubt(.place, "2"), doubt(.row, "3", other: ""),
      doubt(.rate, "4", other: "98.33"), doubt(.place, "5"),
      // The other figure may be the wrong one, so that none is offered.
      doubt(.stock, "6", other: "446"), doubt(.containment, "7", other: "9"),
    ]
    #expect(
      rows(of: "review.csv", report(doubts: doubts)) == [
        "01,4,3,,,,,row,两地相近,12,江山市,",
        "01,4,1,program,safety,,,program,两地相近,12,江山市,safety",
        "01,4,2,place,衢州市,,,place,两地相近,12,江山市,衢州市",
        "01,4,4,value,98.33,,,rate,两地相近,12,江山市,98.33",
        "01,4,5,place,衢州市,,,place,两地相近,12,江山市,衢州市",
        "01,4,6,value,,,,stock,两地相近,12,江山市,446",
        "01,4,7,value,,,,containment,两地相近,12,江山市,9",
      ])
  }

  @Test("Numbers have 15 significant digits at most, rounded half up")
  func digits() {
    let totals = ["123456789012345", "12345678901.2345", "123456789012.9996", "-123456789012.3455"]
      .enumerated().map { total($1, program: "p\($0)") }
    #expect(
      rows(of: "summary.csv", report(totals: totals)).map { $0.split(separator: ",")[9] } == [
        "123456789012345", "12345678901.2345", "123456789013", "-123456789012.346",
      ])
  }

  @Test("summary.csv: year and month are whole numbers; what is missing is empty, never 0")
  func summary() {
    let totals = [
      total("60", low: "50"), total("5", span: .year, high: "open"),
      total(nil, .percent, kind: .rates, middle: "98.3", facts: 3),
    ]
    #expect(
      rows(of: "summary.csv", report(totals: totals)) == [
        "2025,7,浙江省,330000,hardship-aid,funds,CNY,month,1,60,50,60,60,60,60",
        "2025,7,浙江省,330000,hardship-aid,funds,CNY,year,1,5,5,,5,5,5",
        "2025,7,浙江省,330000,hardship-aid,rates,percent,month,3,,,,98.3,98.3,98.3",
      ])
  }

  @Test("comparison.csv: every column has its place, with and without an earlier month")
  func comparison() throws {
    let key = total("300").key
    let coverage = Coverage(pages: 2, articles: 7, facts: 30)
    let full = Comparison(
      range: MonthRange(month("2025-07")), key: key, value: amount("300"),
      previous: Comparison.Change(
        coverage: Coverage(pages: 1, articles: 3, facts: 9), base: amount("200"),
        difference: amount("100"), percent: amount("50"), presence: .both),
      yearAgo: Comparison.Change(),
      standing: Comparison.Standing(
        rank: 1, provinces: 3, share: amount("66.67"), median: amount("100"),
        distance: amount("200")), coverage: coverage)
    let gone = Comparison(
      range: MonthRange(month("2025-07")), key: key, value: nil,
      previous: Comparison.Change(coverage: coverage, base: amount("5"), presence: .gone),
      yearAgo: Comparison.Change(), standing: nil, coverage: coverage)
    let text = text(of: "comparison.csv", report(), [full, gone])
    let records = try CSVReader.records(of: Array(text.utf8)).map(\.cells)
    #expect(Set(records.map(\.count)) == [31])
    #expect(
      records[1].joined(separator: ",")
        == """
        2025,7,浙江省,330000,hardship-aid,funds,CNY,month,300,200,100,50,both,,,,,\
        1,3,66.67,100,200,2,7,30,1,3,9,,,
        """)
    #expect(
      records[2].joined(separator: ",")
        == "2025,7,浙江省,330000,hardship-aid,funds,CNY,month,,5,,,gone,,,,,,,,,,2,7,30,2,7,30,,,")
  }
}

@Suite("Sheets: provinces down, programmes across")
struct SheetTests {
  @Test("A row for each province, span and unit; totals where they mean something")
  func funds() {
    let totals = [
      total("10", at: Place.guangdong), total("1", program: "safety"), total("2"),
      total("5", span: .cumulative), total("7", at: Place.guangdong, program: "unheard-of"),
      total("9", .site, kind: .stations),
    ]
    #expect(
      text(of: "funds.csv", report(totals: totals)) == """
        省份,代码,时段,单位,劳动安全,困难职工帮扶,unheard-of,合计
        浙江省,330000,当月,元,1,2,,3
        浙江省,330000,累计,元,,5,,5
        广东省,440000,当月,元,,10,7,17
        合计,,当月,元,1,12,7,20
        合计,,累计,元,,5,,5

        """)
  }

  @Test("Persons have no total over programmes, person-times have")
  func participants() {
    let totals = [
      total("3", .person, kind: .participants), total("4", .personTime, kind: .participants),
    ]
    #expect(
      rows(of: "participants.csv", report(totals: totals)) == [
        "浙江省,330000,当月,人,,3,", "浙江省,330000,当月,人次,,4,4", "合计,,当月,人,,3,",
        "合计,,当月,人次,,4,4",
      ])
  }

  @Test("Rates show medians, and no totals")
  func rates() {
    let totals = [total(nil, .percent, kind: .rates, middle: "98.3", facts: 3)]
    #expect(
      text(of: "rates.csv", report(totals: totals))
        == "省份,代码,时段,单位,劳动安全,困难职工帮扶\n浙江省,330000,当月,%,,98.3\n")
  }

  @Test("What does not add, or leaves the range, leaves the total empty")
  func noTotal() {
    let most = "900000000000000"
    let totals = [
      total(nil, span: .recurring, facts: 2), total("1", span: .recurring, rhythm: .daily),
      total("3", program: "safety", span: .recurring, rhythm: .yearly),
      total(most, program: "safety"), total(most),
    ]
    #expect(
      rows(of: "funds.csv", report(totals: totals)) == [
        "浙江省,330000,当月,元,\(most),\(most),", "浙江省,330000,每年,元,3,,3",
        "浙江省,330000,每日,元,,1,1", "浙江省,330000,周期性,元,,,",
        "合计,,当月,元,\(most),\(most),", "合计,,每年,元,3,,3", "合计,,每日,元,,1,1",
        "合计,,周期性,元,,,",
      ])
  }
}
