import FactModel
import Languages
import TestSupport
import Testing

@testable import Loading

/// Reads a sheet of July 2025 from memory.
func sheet(
  _ text: String, form: Source.Form = .table, path: String = "sheet.csv", date: String? = "2025-07"
) throws -> LoadResult {
  try BuiltIn.loader.read(
    Source(
      form: form, path: path, document: "sheet", bytes: Array(text.utf8),
      date: date.flatMap { CalendarDate($0) }))
}

@Suite("Fact sheets with separators")
struct SheetTests {
  private static let header = "省份,地区,项目,指标,数值,单位,时间,月份,状态\n"

  @Test(
    "The header may be Chinese or English, in any order, with any separator",
    arguments: [
      "省份,地区,项目,指标,数值,单位,时间,月份,状态\n江苏省,南通市,困难职工帮扶,困难职工,1200,人,2025-06,2025-06,实际\n",
      "province,place,program,label,value,unit,period,month,status\n"
        + "江苏省,南通市,hardship-aid,困难职工,1200,人,2025-06,2025-06,actual\n",
      "月份;数值;单位;指标;项目;地区;省份;时间;状态\n2025-06;1200;人;困难职工;hardship-aid;南通市;江苏省;2025-06;完成\n",
      "\u{FEFF}省份\t地区\t项目\t指标\t数值\t单位\t时间\t月份\t状态\r\n"
        + "江苏省\t南通市\t困难职工帮扶\t困难职工\t1200\t人\t2025年6月\t2025年6月\t实际\r\n",
      " 省 份 ,地区,项目,指标,Value,单位,时间,月份,状态\n江苏省,南通市,困难职工帮扶,困难职工,1200,人,2025/6,2025/6,\n",
    ])
  func headers(text: String) throws {
    let result = try sheet(text)
    let fact = try #require(result.facts.first)
    #expect(result.facts.count == 1 && result.doubts.isEmpty && result.exclusions.isEmpty)
    #expect(fact.place.name == "南通市" && fact.place.province == "江苏省")
    #expect(fact.program == "hardship-aid" && fact.label == "困难职工")
    #expect(fact.kind == .participants && fact.quantity.value.description == "1200")
    #expect(fact.period.text == "2025-06" && fact.status == .actual)
    #expect(fact.provenance.month.description == "2025-06")
  }

  @Test(
    "Values as people write them",
    arguments: [
      ("\"2,300万元\"", "", "帮扶资金", "23000000 CNY exact"),
      ("98.3%", "", "调解成功率", "98.3 percent exact"),
      ("10余名", "", "讲师", "10 person over"), ("3/4", "", "女职工占比", "75 percent exact"),
      ("1.2亿", "元", "帮扶资金", "120000000 CNY exact"),
      ("800至900人次", "", "服务职工", "800~900 person-time exact"),
      ("1800余万", "元", "救助金", "18000000 CNY over"), ("1800余", "万元", "救助金", "18000000 CNY over"),
      ("44", "万元", "帮扶资金", "440000 CNY exact"), ("近300", "人", "困难职工", "300 person nearly"),
      ("三百", "人", "困难职工", "300 person exact"), ("26", "场", "招聘会", "26 场 exact"),
      ("124", "家", "工会驿站", "124 site exact"), ("0", "人", "困难职工", "0 person exact"),
      ("１２", "人", "困难职工", "12 person exact"), ("七成", "", "满意率", "70 percent exact"),
    ])
  func values(value: String, unit: String, label: String, expected: String) throws {
    let result = try sheet(SheetTests.header + "江苏省,南通市,,\(label),\(value),\(unit),累计,2025-06,\n")
    let fact = try #require(result.facts.first)
    let high = fact.quantity.high.map { "~\($0)" } ?? ""
    #expect(
      "\(fact.quantity.value)\(high) \(fact.quantity.unit.name) \(fact.quantity.qualifier.rawValue)"
        == expected)
    #expect(fact.period.text == "/")
  }

  @Test(
    "An empty cell and a dash are missing, not wrong",
    arguments: ["", "—", "-", "－", "/", "无", "N/A"])
  func missing(value: String) throws {
    let result = try sheet(SheetTests.header + "江苏省,南通市,,困难职工,\(value),人,累计,2025-06,\n")
    #expect(result.facts.isEmpty && result.doubts.isEmpty)
    #expect(result.exclusions.map(\.reason) == [.missing])
    #expect(result.exclusions.map(\.line) == [2])
  }

  @Test("A bad row is reported with its place and stops nothing")
  func badRows() throws {
    let rows = """
      江苏省,南通市,,困难职工,若干,人,累计,2025-06,
      江苏省,南通市,,困难职工,1200,人,累计,某月,
      江苏省,南通市,无此项目,困难职工,1300,人,累计,2025-06,
      江苏省,南通市,,困难职工,1400,人,累计,2025-06,大概
      江苏省,南通市,,困难职工
      江苏省,南通市,,困难职工,1500,人,累计,2025-06,

      """
    let result = try sheet(SheetTests.header + rows, date: nil)
    #expect(result.facts.map(\.quantity.value.description) == ["1300", "1400", "1500"])
    let places = Set(result.doubts.filter { $0.cause == .row }.map { "\($0.line):\($0.column)" })
    // Columns are counted in bytes; a Chinese character has three.
    #expect(places == ["2:35", "3:51", "4:21", "5:59", "6:1"])
    #expect(result.doubts.contains { $0.line == 3 && $0.raw == "某月" })
    #expect(result.exclusions.map(\.reason) == [.unreadable])
  }

  @Test("Columns that are not known are told and left unread")
  func unknownColumns() throws {
    let result = try sheet("省份,备注,颜色,指标,数值,单位\n江苏省,好,红,困难职工,1200,人\n")
    #expect(result.facts.count == 1)
    let told = result.doubts.filter { $0.message.text(in: .chinese).contains("颜色") }
    #expect(told.map { "\($0.line):\($0.column)" } == ["1:15"])
  }

  /// The error of a sheet that cannot be used.
  private func fault(_ text: String) throws -> LoadingError {
    try #require(#expect(throws: LoadingError.self) { try sheet(text) })
  }

  @Test("A sheet without a column of values, or with two, is an error with its place")
  func headersThatFail() throws {
    let missing = try fault("省份,指标,单位\n江苏省,困难职工,人\n")
    #expect(missing.description.hasPrefix("sheet.csv:1:1: error: "))
    for word in ["数值", "value", "省份, 指标, 单位"] { #expect(missing.description.contains(word)) }
    let double = try fault("省份,数值,数量\n江苏省,1,2\n")
    #expect(double.line == 1 && double.column == 15)
    #expect(double.description.contains("数量"))
  }

  @Test("An empty sheet and a broken quote are errors")
  func broken() throws {
    #expect(try fault("").description.contains("empty"))
    let quote = try fault("省份,数值\n江苏省,\"12\n")
    #expect(quote.line == 2 && quote.column == 11)
  }

  @Test("The month of the row goes before the month of the file")
  func months() throws {
    let text = "省份,指标,数值,单位,月份\n江苏省,困难职工,12,人,2025-05\n江苏省,困难职工,13,人,\n"
    #expect(try sheet(text).facts.map(\.provenance.month.description) == ["2025-05", "2025-07"])
    let undated = try sheet(text, date: nil)
    #expect(undated.facts.map(\.provenance.month.description) == ["2025-05"])
    #expect(undated.doubts.contains { $0.line == 3 })
  }

  @Test(
    "Periods of a row",
    arguments: [
      ("2025-06", "2025-06"), ("2025年上半年", "2025-01/2025-06"), ("2024", "2024"), ("累计", "/"),
      ("每年", "yearly"), ("2025-01/2025-03", "2025-01/2025-03"), ("", ""), ("今年", "2025"),
    ])
  func periods(time: String, expected: String) throws {
    let result = try sheet(SheetTests.header + "江苏省,,,困难职工,12,人,\(time),2025-06,\n")
    #expect(result.facts.map(\.period.text) == [expected])
  }

  @Test("Standings of a row", arguments: [("计划", "planned"), ("标准", "rule"), ("个案", "case")])
  func standings(word: String, expected: String) throws {
    let result = try sheet(SheetTests.header + "江苏省,,,困难职工,12,人,累计,2025-06,\(word)\n")
    #expect(result.facts.map(\.status.rawValue) == [expected])
  }
}

@Suite("Fact sheets of JSON")
struct JSONSheetTests {
  private static let row =
    #"{"province":"江苏省","place":"南通市","label":"困难职工","value":"1200","unit":"人"}"#

  @Test(
    "A list, an object that holds one, one object a line, with and without a mark",
    arguments: [
      "[\(row),\(row)]", "{\"rows\":[\(row),\(row)]}", "\(row)\n\(row)\n", "\(row)\r\n\r\n\(row)",
      "\u{FEFF} [\n \(row) ,\n \(row) ]\n",
    ])
  func forms(text: String) throws {
    let result = try sheet(text, form: .json, path: "sheet.json")
    #expect(result.facts.map(\.quantity.value.description) == ["1200", "1200"])
    #expect(result.doubts.isEmpty)
  }

  @Test("Numbers keep their digits", arguments: [("1200", "1200"), ("0.1", "0.1"), ("-0", nil)])
  func numbers(number: String, value: String?) throws {
    let text = "[{\"province\":\"江苏省\",\"label\":\"困难职工\",\"value\":\(number),\"unit\":\"人\"}]"
    let result = try sheet(text, form: .json, path: "sheet.json")
    if let value { #expect(result.facts.map(\.quantity.value.description) == [value]) }
    #expect(result.facts.count + result.exclusions.count == 1)
  }

  @Test("null is a value that is missing")
  func null() throws {
    let result = try sheet(
      #"[{"province":"江苏省","label":"困难职工","value":null,"unit":"人"}]"#, form: .json,
      path: "sheet.json")
    #expect(result.exclusions.map(\.reason) == [.missing])
  }

  @Test("One broken line of JSON Lines is told with its place and stops nothing")
  func brokenLine() throws {
    let row = JSONSheetTests.row
    let text = "\(row)\n{\"province\" \"江苏省\"}\n\(row)\n12\n\(row)"
    let result = try sheet(text, form: .json, path: "sheet.jsonl")
    #expect(result.facts.map(\.provenance.line) == [1, 3, 5])
    #expect(result.doubts.map { "\($0.line):\($0.column)" } == ["2:13", "4:1"])
  }

  @Test(
    "A JSON file that is broken at its beginning is an error with its place",
    arguments: [
      ("[{\"value\": }]", "1:12"), ("[\n {\"value\": 1,}\n]", "2:14"), ("{\"a\": \"x\n\"}", "1:9"),
      ("[1", "1:3"), ("tru", "1:1"), (#"["\x"]"#, "1:5"),
    ])
  func broken(text: String, place: String) throws {
    let error = try #require(
      #expect(throws: LoadingError.self) { try sheet(text, form: .json, path: "sheet.json") })
    #expect("\(error.line):\(error.column)" == place)
    #expect(error.description.hasPrefix("sheet.json:\(place): error: "))
  }

  @Test("Nesting of any depth cannot exhaust the stack", arguments: ["[", "{\"a\":"])
  func deep(opening: String) throws {
    let text = String(repeating: opening, count: 100_000)
    let error = #expect(throws: LoadingError.self) {
      try sheet(text, form: .json, path: "sheet.json")
    }
    #expect(try #require(error).description.contains("deep"))
  }

  @Test("Escapes, of the BMP and beyond")
  func escapes() throws {
    let text =
      #"[{"province":"\u6c5f\u82cf\u7701","label":"\"困难\"\/\\职工\uD842\uDFB7","value":"1\u0032"}]"#
    let fact = try #require(try sheet(text, form: .json, path: "sheet.json").facts.first)
    #expect(fact.place.name == "江苏省")
    #expect(fact.label == "\"困难\"/\\职工𠮷")
    #expect(fact.quantity.value.description == "12")
  }
}
