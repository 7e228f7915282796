import FactModel
import TestSupport
import Testing

@testable import Loading

@Suite("Pages kept row by row")
struct PrintedColumnTests {
  private static let paragraphs = [
    "本报讯 江苏省南通市总工会去年帮扶困难职工1200名，发放帮扶金360万元，走访企业56家。全市各级工会在春节前后把米面油送到环卫工人、快递员和货车司机手中，"
      + "并请医生上门问诊。同时，举办专场招聘会26场，提供岗位4300个，达成就业意向890人。",
    "今年，南通市总工会计划新建工会驿站38个，投入资金150万元，为户外劳动者提供歇脚、饮水、充电等服务。驿站由街道、园区和企业共同管理，每个驿站都有专人值守。",
    "到5月底，全市工会组织职工技能培训74期，参加培训的职工达到6500人次，其中女职工2100人次，一批职工拿到了新的职业资格证书，走上了更好的岗位。",
  ]

  /// What was read, without the places of lines.
  private func readings(_ text: String) throws -> [String] {
    try facts(in: text).facts.map { fact in
      "\(fact.quantity.value)\(fact.quantity.unit.name) \(fact.place.name) \(fact.program) \(fact.period.text) \(fact.status)"
    }.sorted()
  }

  /// The page with its paragraphs cut into rows of so many signs.
  private func page(width: Int, gap: String, indent: String = "") -> String {
    let rows = PrintedColumnTests.paragraphs.map { paragraph in
      let signs = Array(indent + paragraph)
      return stride(from: 0, to: signs.count, by: width)
        .map { String(signs[$0..<min(signs.count, $0 + width)]) }.joined(separator: gap)
    }
    return (["南通工会帮扶困难职工"] + rows).joined(separator: gap)
  }

  @Test("Rows of a column are read like paragraphs, whatever their width", arguments: 10...60)
  func widths(width: Int) throws {
    let whole = try readings("南通工会帮扶困难职工\n" + PrintedColumnTests.paragraphs.joined(separator: "\n"))
    #expect(whole.count == 11)
    for gap in ["\n", "\n\n"] { #expect(try readings(page(width: width, gap: gap)) == whole) }
    #expect(try readings(page(width: width, gap: "\n", indent: "　　")) == whole)
  }

  @Test("A figure of a row stands on the row's line")
  func lines() throws {
    let page = page(width: 20, gap: "\n")
    let rows = page.split(separator: "\n", omittingEmptySubsequences: false)
    for fact in try facts(in: page).facts {
      let row = rows[fact.provenance.line - 1].unicodeScalars.dropFirst(fact.provenance.column - 1)
      #expect(String(row).hasPrefix(fact.provenance.raw), "\(fact.provenance)")
    }
  }

  @Test(
    "Headlines of one width stay headlines",
    arguments: [
      "南通工会慰问困难职工\n苏州工会建成工会驿站\n无锡工会举办技能大赛\n本报讯 江苏省南通市总工会慰问职工30名。",
      "南通：慰问困难职工\n苏州：建成工会驿站\n无锡：举办技能大赛\n常州：签订集体合同\n江苏省南通市总工会慰问职工30名。",
    ])
  func headlines(text: String) throws {
    let read = try facts(in: text)
    #expect(
      read.facts.map(\.provenance.sentence) == [String(text.split(separator: "\n").last ?? "")])
    #expect(try #require(read.facts.first).provenance.headline.hasPrefix("南通"))
  }

  @Test("A headline behind a full row that ends its sentence is no row")
  func headlineBehind() throws {
    let row = "江苏省南通市总工会去年帮扶困难职工1200名，发放"
    let text = [
      row, "帮扶金360万元，走访企业56家，还把米面油送到环卫工", "人手中，请医生上门问诊，为困难职工家的孩子送去书包。", "浙江工会新建驿站12个",
      "本报讯 浙江省绍兴市总工会新建驿站12个。",
    ]
    .joined(separator: "\n")
    #expect(try facts(in: text).facts.last?.provenance.headline == "浙江工会新建驿站12个")
  }
}
