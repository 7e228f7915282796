import FactModel
import Languages
import Testing

@testable import Loading

@Suite("Fact sheets in English, and what is not known in them")
struct EnglishSheetTests {
  private static let header = "Province,City,Programme,Indicator,Amount,Unit,Period,Month,Status\n"

  @Test("English names of columns, programmes, standings and units, in any case")
  func english() throws {
    let result = try sheet(
      EnglishSheetTests.header
        + "江苏省,南通市,Hardship Aid,Needy workers,\"1,200\",Persons,2025,2025-07,Planned\n")
    let fact = try #require(result.facts.first)
    #expect(result.doubts.isEmpty, "\(result.doubts.map { $0.message.text(in: .english) })")
    #expect(fact.kind == .participants && fact.quantity.unit == .person)
    #expect(fact.quantity.value.description == "1200" && fact.label == "Needy workers")
    #expect(fact.program == "hardship-aid" && fact.place.name == "南通市")
    #expect(fact.status == .planned && fact.period.text == "2025")
  }

  @Test(
    "English units",
    arguments: [
      ("people", "participants person"), ("person-times", "participants person-time"),
      ("yuan", "funds CNY"), ("RMB", "funds CNY"), ("households", "counts 户"),
      ("sessions", "counts 场"), ("percent", "rates percent"),
    ])
  func units(unit: String, expected: String) throws {
    let result = try sheet("省份,指标,数值,单位\n江苏省,Aid,12,\(unit)\n")
    let fact = try #require(result.facts.first)
    #expect("\(fact.kind.rawValue) \(fact.quantity.unit.name)" == expected)
    #expect(result.doubts.isEmpty)
  }

  private func doubts(_ text: String) throws -> [String] {
    try sheet(text).doubts.map { "\($0.line):\($0.column) " + $0.message.text(in: .english) }
  }

  @Test("A unit that is not known is told, not dropped")
  func unknownUnit() throws {
    let told = try doubts("省份,指标,数值,单位\n江苏省,讲座,12,blorks\n")
    #expect(told.count == 1 && told[0].hasPrefix("2:21 the unit 'blorks' is not known"))
  }

  @Test("A place that is not known is told, also where the province is; 全省 and 市本级 are known")
  func unknownPlace() throws {
    let header = "省份,地区,指标,数值,单位\n"
    let told = try doubts(header + "江苏省,Nantong,讲座,12,场\n")
    #expect(told.count == 1 && told[0].hasPrefix("2:11 the place 'Nantong' is not known"))
    #expect(told[0].contains("counts for 江苏省"))
    #expect(try doubts(header + "Jiangsu,Nantong,讲座,12,场\n").count == 2)
    #expect(try doubts(header + ",,讲座,12,场\n").count == 1)
    for place in ["南通市", "南通", "全省", "省本级", ""] {
      #expect(try doubts(header + "江苏省,\(place),讲座,12,场\n") == [], "\(place)")
    }
  }

  @Test("A sheet of which no row has a month is refused; 7月 needs the year of a date")
  func undated() throws {
    let error = #expect(throws: LoadingError.self) {
      try sheet("指标,数值,月份\n讲座,12,7月\n", date: nil)
    }
    #expect(error?.description.contains("no row has a month") == true)
    let dated = try sheet("省份,指标,数值,月份\n江苏省,讲座,12,6月\n")
    #expect(dated.facts.map(\.provenance.month.description) == ["2025-06"])
  }

  @Test("A row without a month is filed under the first month that there is")
  func filed() throws {
    let result = try sheet(
      "省份,指标,数值,月份\n江苏省,讲座,12,2025-05\n江苏省,讲座,13,July\n", date: nil)
    let doubt = try #require(result.doubts.first)
    #expect(doubt.month.description == "2025-05")
    #expect(doubt.message.text(in: .english) == "the month 'July' is not known; write 2025-07")
  }
}
