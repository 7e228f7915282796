import FactModel
import TestSupport
import Testing

@Suite("Periods, by the page of 2025-07-12")
struct PeriodTests {
  private static let deed = "，河南省洛阳市总工会慰问职工300名。"

  @Test(
    "A year of comparison, a rate per year and a count of a day reach no further than they say",
    arguments: [
      ("河南省洛阳市总工会去年帮扶职工，是2020年的4倍。", "2024"), ("河南省洛阳市总工会比2020年的400名多。", "2020"),
      ("河南省洛阳市总工会每年培训，5年内培育职工300名。", ""), ("河南省洛阳市总工会每年培训，培育职工300名。", "yearly"),
      ("7月1日，职工启程。当日，共有300名职工回家。", "2025-07-01"), ("今年，职工启程，共有300名职工回家。", "2025"),
      ("河南省洛阳市总工会2020年正式开通热线，开通两年来已服务职工300名。", "/"),
    ])
  func limits(text: String, period: String) throws {
    try Reading(text, period).check(\.period.text)
  }

  @Test(
    "Years, halves, quarters, months and days",
    arguments: [
      ("今年", "2025"), ("去年", "2024"), ("前年", "2023"), ("2024年", "2024"),
      ("今年上半年", "2025-01/2025-06"), ("去年下半年", "2024-07/2024-12"),
      ("上半年", "2025-01/2025-06"), ("今年一季度", "2025-01/2025-03"),
      ("今年前三季度", "2025-01/2025-09"), ("2024年前三季度", "2024-01/2024-09"),
      ("2024年前6个月", "2024-01/2024-06"), ("今年前6个月", "2025-01/2025-06"),
      ("2024年3月", "2024-03"), ("6月", "2025-06"), ("7月9日", "2025-07-09"), ("本月", "2025-07"),
      ("上月", "2025-06"), ("2025年1月至6月", "2025-01/2025-06"), ("1至6月", "2025-01/2025-06"),
      ("2021年至2023年", "2021/2023"), ("2021—2023年", "2021/2023"),
      ("2023、2024年", "2023/2024"), ("“十四五”期间", "2021/2025"),
      ("昨日", "2025-07-11"), ("前天上午", "2025-07-10"), ("记者昨日获悉", ""),
      ("二〇二四年三月", "2024-03"), ("2024-03-08", "2024-03-08"),
    ])
  func dated(time: String, period: String) throws {
    try Reading(time + PeriodTests.deed, period).check(\.period.text)
  }

  @Test(
    "Open sides",
    arguments: [
      ("自2019年以来", "2019/"), ("2019年以来", "2019/"), ("今年以来", "2025/"), ("近3年", "2023/"),
      ("近两年来", "2024/"), ("2024年成立至今", "2024/"), ("截至5月底", "/2025-05"),
      ("截至2024年12月31日", "/2024-12-31"), ("截至目前", "/"), ("近年来", "/"), ("目前", "/"),
    ])
  func open(time: String, period: String) throws {
    try Reading(time + PeriodTests.deed, period).check(\.period.text)
  }

  @Test(
    "A month that would lie far ahead of the page is last year's, a month close ahead this year's",
    arguments: [
      ("11月", "2024-11"), ("12月28日", "2024-12-28"), ("9月", "2025-09"), ("10月", "2024-10"),
      ("7月", "2025-07"),
    ])
  func ahead(time: String, period: String) throws {
    try Reading(time + PeriodTests.deed, period).check(\.period.text)
  }

  @Test(
    "近日 and no time at all are no period", arguments: ["近日", "日前", "不久前", "连日来", "为此"])
  func unstated(time: String) throws {
    try Reading(time + PeriodTests.deed, "").check(\.period.text)
  }

  @Test(
    "Recurring rates",
    arguments: [
      Reading("河南省洛阳市总工会每年慰问职工300名。", "yearly"),
      Reading("河南省洛阳市总工会每月慰问职工300名。", "monthly"),
      Reading("河南省洛阳市总工会每天服务职工300名。", "daily"),
      Reading("河南省洛阳市驿站日均服务职工300人次。", "daily"),
    ])
  func recurring(reading: Reading) throws { try reading.check(\.period.text) }

  @Test(
    "The time of the sentence before, in the same paragraph",
    arguments: [
      Reading("6月30日，河南省洛阳市总工会开展慰问。活动共慰问职工300名。", "2025-06-30"),
      Reading("去年，河南省洛阳市总工会开展慰问。全年共慰问职工300名。", "2024"),
      Reading("河南省洛阳市总工会每年开展慰问。物资共发放300份。", ""),
      Reading("近日，河南省洛阳市总工会开展慰问。活动共慰问职工300名。", ""),
      Reading("去年，河南省洛阳市总工会启动项目。\n这个项目有300名职工参加。", ""),
    ])
  func carried(reading: Reading) throws { try reading.check(\.period.text) }

  @Test(
    "The day of telling, or of the beginning, is not the time of the deed",
    arguments: [
      Reading("记者7月9日从河南省洛阳市总工会获悉，今年已慰问职工300名。", "2025"),
      Reading("7月9日，河南省洛阳市总工会透露，今年慰问职工300名。", "2025"),
      Reading("2023年3月，河南省洛阳市总工会启动该项目，当年慰问职工300名。", "2023"),
    ])
  func told(reading: Reading) throws { try reading.check(\.period.text) }

  @Test("What a figure is compared with does not date it")
  func compared() throws {
    try Reading("与去年相比，河南省洛阳市总工会多慰问职工300名。", "").check(\.period.text)
  }

  @Test("Every figure takes the time told last before it")
  func several() throws {
    let text = "河南省洛阳市总工会2023年慰问职工300名，2024年慰问职工400名，今年慰问职工500名。"
    let periods = try facts(in: text).facts.map(\.period.text)
    #expect(periods == ["2023", "2024", "2025"])
  }

  @Test("The same words on another page mean other days")
  func pageDate() throws {
    let text = "今年3月，河南省洛阳市总工会慰问职工300名。"
    try Reading(text, "2008-03").check(\.period.text, date: "2008-07-20")
    try Reading(text, "2024-03").check(\.period.text, date: "2024-12")
    try Reading(text, "2024-03").check(\.period.text, date: "2024")
  }
}
