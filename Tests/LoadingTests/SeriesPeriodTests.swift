import FactModel
import TestSupport
import Testing

@Suite("Series of years, days in a row and times that end, by the page of 2025-07-12")
struct SeriesPeriodTests {
  private func check(_ text: String, _ expected: String) throws {
    let found = try facts(in: text).facts.map(\.period.text)
    #expect(found.last == expected, "\(found)")
  }

  @Test(
    "The years of a series date their own figures",
    arguments: [
      ("自2021年以来，累计发放860万元，其中2023年260万元，2024年300万元，惠及职工4600人。", "2021/"),
      ("自2021年以来，累计发放860万元，其中2024年300万元。", "2024"), ("2023年、2024年先后投入30万元和50万元。", "2024"),
      ("2022年新增参保12家；三年来共发放500万元。", "/"), ("三年来，2022年新增参保12家。", "2022"),
    ])
  func series(text: String, expected: String) throws { try check(text, expected) }

  @Test(
    "Two days in a row are one stretch",
    arguments: [
      ("6月18、19日，86名选手参赛。", "2025-06-18/2025-06-19"),
      ("6月18日、19日，86名选手参赛。", "2025-06-18/2025-06-19"),
      ("7月5日和6日，86名选手参赛。", "2025-07-05/2025-07-06"), ("6月18日、25日，86名选手参赛。", "2025-06-25"),
    ])
  func days(text: String, expected: String) throws { try check(text, expected) }

  @Test(
    "What a figure is compared with dates nothing behind it",
    arguments: [
      ("目前，全市建会5600家，较五年前增加900家，会员32万人。", "/"), ("今年上半年，受理86件，比2023年同期的62件多。", "2023-01/2023-06"),
    ])
  func comparisons(text: String, expected: String) throws { try check(text, expected) }

  @Test(
    "What comes later, another place and one event end what was told",
    arguments: [
      ("5月初，洛阳市筹资80万元。一个月后，工会为60家企业送去物资。", ""), ("5月初，洛阳市筹资80万元。工会为60家企业送去物资。", "2025-05"),
      ("洛阳市累计拨款387万元；安阳市筹款29万元。", ""), ("近年来，洛阳市重视教育。本次活动拨款8万元。", ""),
      ("7月3日，洛阳市开展研学。本次活动共有62名职工子女。", "2025-07-03"), ("每年建设驿站100个，用3年时间建成300个。", ""),
      ("2024年，活动启动，投入50万元。全市已建成的书屋，投入资金480万元。", "/"), ("10月底前新建工会小组200个。", "/2025-10"),
      ("截至10月底，新建工会小组200个。", "/2024-10"),
    ])
  func ends(text: String, expected: String) throws { try check(text, expected) }
}
