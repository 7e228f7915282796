import FactModel
import Lexicon
import TestSupport
import Testing

/// The words of tables whose rows have no sentence to prove them, entered a second time: what they must mean. A word more in
/// a table needs no entry here; one that is gone, misspelled or means something else is told.
@Suite("Words without a sentence, by double entry")
struct DoubleEntryTests {
  private func words(_ text: String) -> [String] { text.split(separator: "|").map(String.init) }

  @Test(
    "Names of columns",
    arguments: [
      (SheetColumn.province, "省份|省|省级|省(区、市)|province"),
      (SheetColumn.place, "地区|地点|市|单位名称|place|region|city|district|area|location"),
      (SheetColumn.program, "项目|工作项目|program|programme|project"),
      (SheetColumn.label, "指标|指标名称|内容|label|indicator|item|measure"),
      (SheetColumn.value, "数值|数量|数据|金额|value|amount|number|figure"),
      (SheetColumn.unit, "单位|计量单位|unit|units"),
      (SheetColumn.period, "时间|统计时间|时期|period|time|year"),
      (SheetColumn.month, "月份|报告月份|month"),
      (SheetColumn.status, "状态|status"),
      (SheetColumn.note, "备注|说明|note|notes|remarks|comment|来源|source"),
    ])
  func columns(column: SheetColumn, names: String) throws {
    for name in words(names) {
      #expect(try BuiltIn.lexicon.sheetWords.columns[name] == column, "\(name)")
    }
  }

  @Test(
    "Words of standing",
    arguments: [
      (Status.actual, "实际|完成|已完成|actual"),
      (Status.planned, "计划|预计|目标|planned"),
      (Status.rule, "标准|规定|rule"),
      (Status.case, "个案|case"),
    ])
  func statuses(status: Status, names: String) throws {
    for name in words(names) {
      #expect(try BuiltIn.lexicon.sheetWords.statuses[name] == status, "\(name)")
    }
  }

  @Test(
    "Words of time",
    arguments: [
      ("/", "累计|截至目前"),
      ("yearly", "每年|年度"),
      ("monthly", "每月"),
      ("daily", "每日|每天"),
    ])
  func periods(period: String, names: String) throws {
    for name in words(names) {
      #expect(try BuiltIn.lexicon.sheetWords.periods[name]?.text == period, "\(name)")
    }
  }

  @Test(
    "English words of units",
    arguments: [
      ("元", "yuan|cny|rmb"),
      ("万元", "10k yuan"),
      ("百万元", "million yuan"),
      ("人", "person|persons|people|workers"),
      ("人次", "person-time|person-times|visits"),
      ("户", "households|families"),
      ("个", "sites|stations"),
      ("件", "items|cases"),
      ("场", "sessions|events"),
      ("次", "times"),
      ("家", "companies|enterprises"),
      ("%", "percent|percentage"),
    ])
  func units(unit: String, names: String) throws {
    for name in words(names) {
      #expect(try BuiltIn.lexicon.sheetWords.units[name] == unit, "\(name)")
    }
  }

  @Test(
    "Words of labels that mean the same",
    arguments: [
      ("外卖员", "骑手|外卖骑手|外卖小哥|外卖配送员|送餐员"),
      ("快递员", "快递小哥"),
      ("货车司机", "卡车司机|货运司机"),
      ("网约车司机", "网约车驾驶员"),
      ("新就业形态劳动者", "新业态劳动者|新业态从业者"),
      ("劳模", "劳动模范"),
      ("环卫工人", "环卫工|环卫职工"),
      ("农民工", "进城务工人员"),
      ("会员", "工会会员|会员数|会员总数"),
      ("工会驿站", "驿站|劳动者驿站|户外劳动者驿站|户外劳动者服务站点|劳动者港湾|户外劳动者港湾"),
      ("帮扶资金", "帮扶款|帮扶金"),
      ("慰问金", "慰问款|慰问资金"),
      ("救助金", "救助款|救助资金"),
      ("互助金", "互助保障金"),
      ("合理化建议", "金点子"),
      ("劳动争议", "劳动纠纷|劳资纠纷"),
      ("技能竞赛", "技能大赛"),
    ])
  func synonyms(standing: String, names: String) throws {
    for name in words(names) {
      #expect(try BuiltIn.lexicon.labelWords.synonyms[name] == standing, "\(name)")
    }
  }

  @Test("Labels of a stock, and of a flow that looks like one")
  func stocks() throws {
    let labels = try BuiltIn.lexicon.labelWords
    for name in words("会员|会员数|会员总数") {
      #expect(labels.stocks[name] == "organizing", "\(name)")
    }
    for name in words("新会员|新会员数|入会会员") {
      #expect(labels.flows.contains(name), "\(name)")
    }
  }
}
