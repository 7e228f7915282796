import FactModel
import TestSupport
import Testing

@Suite("Periods that rest on what was told before, by the page of 2025-07-12")
struct CarriedPeriodTests {
  private static func periods(_ text: String) throws -> [String] {
    try facts(in: text).facts.map(\.period.text)
  }

  @Test(
    "The last figure's period",
    arguments: [
      // A stretch of time runs from the day told before, where that lies so far back.
      ("4月22日，工会调处中心挂牌。两个多月里，调解纠纷31件。", "2025-04-22/"),
      ("4月22日挂牌的维权中心，挂牌才70多天，讨回欠薪68万元。", "2025-04-22/"),
      ("7月10日，展演落幕。两个月里，到场职工500名。", "2025-05/2025-07"),
      ("两年来，河南省洛阳市工会慰问职工300名。", "/"), ("一年里，工会办活动320次。", ""),
      // 同期 means the months told before, unless something is compared with it.
      ("去年1至5月法院收案26件，今年同期已有92件。", "2025-01/2025-05"),
      ("今年1至5月收案92件，比去年同期增加66件。", "2025-01/2025-05"),
      // What a figure is compared with dates only the figure beside it.
      ("今年资助350名，比去年多100名。全市共资助1550名。", "2025"),
      ("计划体检2100名，比去年的1500名多。", "2024"),
      // Decades and years counted back.
      ("上世纪80年代，工会办案2件。", "1980/1989"), ("20世纪60年代，工会办案2件。", "1960/1969"),
      ("两年前，工会办了5个班。", "2023"),
      // Two times joined by a mark of range.
      ("2024年1月至今年6月，工会受理案件6938件。", "2024-01/2025-06"),
      ("截至今年6月，调解组织96个。", "/2025-06"), ("从本月起到明年1月，工会培训职工300名。", "2025-07/2026-01"),
      // A beginning holds from then on; when a rule takes effect dates nothing.
      ("行动2016年启动，参与的高校500所。", "2016/"),
      ("4月23日签了合同，5月1日起实施。店铺近4万家。", "2025-04-23"),
      // What a change begins from is of its own date, what it ends at of its date, the rest of the sentence's.
      ("2023年，全市工会的比赛由2022年的26项增加到34项，投入500万元。", "2023"),
      ("全市驿站由2022年的26家增加到2024年的34家。", "2024"), ("全市驿站由2022年的26家增加到目前的34家。", "/"),
      ("全市驿站从2022年的26家起步。", "2022/"), ("截至2024年底的三年间，工会慰问职工300名。", "/2024"),
      // A sum of years behind a closed stretch.
      ("2019年至2021年发放80万元，中心成立10年来，帮扶职工300名。", "/"),
      ("2019年至2021年发放80万元，帮扶职工300名。", "2019/2021"),
      // 共有 of the year that leads the sentence; who took part in the event just told.
      ("去年，全市工会共有8项工作获奖。", "2024"), ("2022年，项目落地，现有驿站8个。", "/"),
      ("2023年，市总工会办了比赛。全市有260家企业参加。", "2023"), ("2023年，市总工会办了比赛。全市有驿站260家。", ""),
      // The day on which a newspaper told of it.
      ("2024年，工会办实事。《都市日报》7月7日刊登报道。全年办活动46场。", "2024"),
      ("2024年，工会办实事。7月7日，工会办活动46场。", "2025-07-07"),
      // A part's year is the part's alone.
      ("2024年会员300名，其中2022年入会30名。今年新增50名。", "2025"),
      ("2024年，工会办实事，一年新建驿站8个。", "2024"),
      // A standard holds at all times.
      ("按办法，一年内累计最高5万元。", ""),
    ])
  func last(text: String, expected: String) throws {
    let found = try CarriedPeriodTests.periods(text)
    #expect(found.last == expected, "\(found)")
  }

  @Test(
    "A plan by its time, its goal or the list that it stands in",
    arguments: [
      ("市总工会说，从明年起，每年安排疗休养不少于200名。", "planned"),
      ("8月至10月，工会分5批送100名劳模疗休养。", "planned"),
      ("市总工会定下目标：建会率要达到80%。", "planned"),
      ("市总工会公布今年要办的10件实事。建50个服务站点。", "planned"),
      ("工会启动2026年送温暖活动。这次活动共筹得资金182万元。", "actual"),
      ("预计救助1万户；另下拨送温暖资金2000万元。", "actual"),
      ("630多名劳模将得到慰问金16万元。", "planned"),
    ])
  func plans(text: String, expected: String) throws {
    let found = try facts(in: text).facts.map(\.status.rawValue)
    #expect(found.last == expected, "\(found)")
  }

  @Test(
    "一年来 is the year that an article looks back upon, else up to the page",
    arguments: [
      ("2024年，市总工会办实事。\n一年来，慰问职工300名。", "2025-02-10", "2024"),
      ("2024年，市总工会办实事。\n一年来，慰问职工300名。", "2025-07-12", "/"),
      ("2025年，市总工会办实事。\n一年来，慰问职工300名。", "2025-12-28", "2025"),
      ("2022年，市总工会办实事。\n一年来，慰问职工300名。", "2025-02-10", "/"),
    ])
  func yearInReview(text: String, date: String, period: String) throws {
    try Reading(text, period).check(\.period.text, date: date)
  }
}
