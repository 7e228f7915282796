import FactModel
import TestSupport
import Testing

@Suite("Times of events, of changes and of what was only heard, by the page of 2025-07-12")
struct EventPeriodTests {
  private func check(_ text: String, _ expected: String) throws {
    let found = try facts(in: text).facts.map(\.period.text)
    #expect(found.last == expected, "\(found)")
  }

  @Test(
    "共有 with a verb of taking part is no state of now",
    arguments: [
      ("7月5日，职工比赛举行。比赛共有300名选手参赛。", "2025-07-05"), ("近日，职工比赛举行。比赛共有300名选手参赛。", ""),
      ("去年，各行业职工投身竞赛。全市共有300家企业参加。", "2024"), ("经过选拔，共有300名选手被推荐到复赛。", ""),
      ("7月5日，工会开会。全市共有300家驿站。", "/"), ("全市共有职工300名参加医疗互助。", "/"),
    ])
  func takingPart(text: String, expected: String) throws { try check(text, expected) }

  @Test(
    "A later paragraph goes on with the event that an earlier one dates",
    arguments: [
      ("7月5日，洛阳市总工会举行招聘会。\n活动现场，300家企业进场。", "2025-07-05"),
      ("7月5日，洛阳市总工会举行表彰大会。\n大会表彰先进。会上，300名职工受到表彰。", "2025-07-05"),
      ("近日，洛阳市总工会举行招聘会。\n活动现场，300家企业进场。", ""),
      ("7月5日，洛阳市总工会举行招聘会。\n两场招聘会上，300家企业进场。", ""),
      ("7月5日，洛阳市总工会举行招聘会。\n市总工会为职工办实事300件。", ""),
      ("6月5日至7日，洛阳市总工会举行比赛。\n本次比赛吸引选手300名。", "2025-06-05/2025-06-07"),
      ("7月5日，洛阳市职工演讲比赛举行。\n三个小时里，参加决赛的300名选手依次登台。", "2025-07-05"),
      ("7月5日，洛阳市职工比赛开幕。\n其间，300名选手依次登台。", ""),
    ])
  func paragraphs(text: String, expected: String) throws { try check(text, expected) }

  @Test(
    "A year inside the name of an event gives way to the day, and to 近日",
    arguments: [
      ("7月5日，洛阳市总工会召开2024年度述职大会。会上，300名干部述职。", "2025-07-05"),
      ("近日，2025年职工疗休养启动仪式举行，300名职工出发。", ""),
      ("7月5日，洛阳市总工会——2025年送文化活动走进企业，300名职工观看。", "2025-07-05"),
      ("2025年职工疗休养启动仪式举行，300名职工出发。", "2025"),
      ("近日，洛阳市总工会晒账，2024年全市开展活动300场。", "2024"),
    ])
  func names(text: String, expected: String) throws { try check(text, expected) }

  @Test(
    "The day on which a reporter heard of it dates nothing",
    arguments: [
      ("7月3日，记者从洛阳市总工会获悉，全市建成驿站300家。", ""), ("记者7月3日从洛阳市总工会了解到，去年建成驿站300家。", "2024"),
      ("7月3日，记者跟随洛阳市总工会送清凉，慰问职工300名。", "2025-07-03"),
    ])
  func heard(text: String, expected: String) throws { try check(text, expected) }

  @Test(
    "What a second change begins from is of the date of the first",
    arguments: [
      ("会员由2020年的500名增至2023年的800名，工会由300家增至420家。", "2023"),
      ("跟2020年比，会员从500名增加到800名，工会从300家起步。", ""),
      ("中心2010年成立，会员从最初的300名起步。", "2010/"), ("全市会员从原来的500名增加到300名。", ""),
    ])
  func changes(text: String, expected: String) throws { try check(text, expected) }

  @Test("Both ends of two changes of one sentence")
  func bothChanges() throws {
    let text = "会员由2020年的500名增至2023年的800名，工会由300家增至420家。"
    #expect(try facts(in: text).facts.map(\.period.text) == ["2020", "2023", "2020", "2023"])
  }

  @Test(
    "Stretches that are closed in two steps, and what 已 sums up of an open one",
    arguments: [
      ("从去年10月到今年3月，工会培训职工300名。", "2024-10/2025-03"), ("去年10月起，今年3月培训职工300名。", "2025-03"),
      ("2021年、2022年，工会培训职工300名。", "2021/2022"), ("2019年、2022年，工会培训职工300名。", "2022"),
      ("夜校始于2023年5月，到年底有职工300名参加。", "2023-05/2023"),
      ("2019年成立中心，至今培训职工300名。", "2019/"), ("2019年成立中心，目前培训职工300名。", "/"),
      ("今年以来，工会宣讲忙。系列宣讲已办300场。", "2025/"), ("今年，工会宣讲忙。系列宣讲已办300场。", "/"),
      ("去年12月以来，工会送温暖，截至3月10日，慰问职工300名。", "2024-12/2025-03-10"),
      ("2021年、2022年、2023年，工会培训职工300名。", "2021/2023"), ("2021年和2022年，工会培训职工300名。", "2021/2022"),
      ("2021年和2022年分别投入400元和300元。", "2022"), ("2021年和2022年共投入400元和300元。", "2021/2022"),
      ("6月28日至30日，劳模疗休养。三天里，劳模参观企业300家。", "2025-06-28/2025-06-30"),
      ("一年多来，工会走访企业300家。", "/"), ("一年间，工会走访企业300家。", ""),
      ("截至2024年年底，工会培训职工300名。", "/2024"), ("过去一年，工会培训职工300名。", "2024/"),
    ])
  func stretches(text: String, expected: String) throws { try check(text, expected) }

  @Test(
    "A rate without 每 is of its clause, and of no longer word",
    arguments: [
      ("书屋日接待职工200名，藏书300册。", ""), ("书屋每天接待职工200名，借书300册。", "daily"),
      ("青年服务站送出物资300份。", ""), ("节日接待职工300名。", ""),
      ("2024年6月，中心开放。中心设有功能室300个。", ""), ("2024年6月，中心开放。中心培训职工300名。", "2024-06"),
      ("2024年，工会签订能级工资协议300份。", "2024"), ("2024年，驿站建成，能办理业务300项。", ""),
    ])
  func rates(text: String, expected: String) throws { try check(text, expected) }

  @Test(
    "Days by the page, by the day told before, and with a blank inside",
    arguments: [
      ("全国总工会今天表彰职工300名。", "2025-07-12"), ("全国总工会当天表彰职工300名。", ""),
      ("24日上午，工会培训职工300名。", "2025-06-24"), ("8日上午，工会培训职工300名。", "2025-07-08"),
      ("1月9日，职工晚会上演。\n9日的晚会迎来职工300名。", "2025-01-09"),
      ("7月4日，工会办招聘会。当天来自各地的职工300名到场。", "2025-07-04"), ("7月4日来，工会培训职工300名。", "2025-07-04/"),
      ("7月 4 日，工会培训职工300名。", "2025-07-04"), ("7 月4日，工会培训职工300名。", "2025-07-04"),
      ("大河在线7月8日讯 连日来，工会慰问职工300名。", ""), ("7月8日讯问了职工300名。", ""),
    ])
  func days(text: String, expected: String) throws { try check(text, expected) }

  @Test("A yearbook's year, which the sentences behind a dated event go on with")
  func annals() throws {
    func periods(_ date: String) throws -> [String] {
      let text = "2024年，洛阳市总工会做了很多事。2月3日举行座谈会，300名职工到会。培训职工500名。"
      return try facts(in: text, date: date).facts.map(\.period.text)
    }
    #expect(try periods("2025") == ["2024-02-03", "2024"])
    #expect(try periods("2025-03-12").last == "2025-02-03")
  }

  @Test(
    "What a clause of its own tells as the time, and rates of a month",
    arguments: [
      ("去年工会办班。这次将开办托管班60期，时间为7月22日至8月2日。", "2025-07-22/2025-08-02"),
      ("职工书屋7月接待职工300名。", "2025-07"), ("职工书屋月接待职工300名。", "monthly"),
    ])
  func ownClause(text: String, expected: String) throws {
    #expect(try facts(in: text).facts.map(\.period.text).last == expected)
  }

  @Test(
    "Years ahead, years just told, and what only a rate rests on",
    arguments: [
      ("今后五年，工会将培训职工300名。", "2025/2030"), ("五年内，工会将培训职工300名。", ""),
      ("过去五年，工会成绩大。\n这五年，工会培训职工300名。", "/"), ("困难职工300名提前一年脱困。", ""),
      ("按2004年普查单位数计算，建会率为80%。", ""), ("2004年，工会建会率为80%。", "2004"),
      ("事情从2025年3月说起，职工300名反映欠薪。", "2025-03"), ("从2025年3月起，职工300名反映欠薪。", "2025-03/"),
      ("从去年7月正式推开，去年参加互助会的单位共有300家。", "2024"),
    ])
  func years(text: String, expected: String) throws { try check(text, expected) }

  @Test(
    "The year of a prize, and sums per month or year",
    arguments: [
      ("职工300名荣获2024年市级奖章。", "2024"), ("职工300名看了2024年成绩单。", ""),
      ("助学按低保金643元/月发放。", "monthly"), ("福利每人100元/人/年。", "yearly"), ("福利100元/人。", ""),
    ])
  func ownWords(text: String, expected: String) throws { try check(text, expected) }

  @Test(
    "What is reported at a meeting, or learnt beside an event, is not of its day",
    arguments: [
      ("7月5日，工代会开幕。\n会上介绍，工会建成驿站300家。", ""), ("7月5日，工代会开幕。\n会上，300名职工到场。", "2025-07-05"),
      ("7月5日，启动仪式举行。记者了解到，省总在企业300家建立制度。", ""),
      ("7月5日，启动仪式举行。仪式吸引企业300家。", "2025-07-05"),
    ])
  func reports(text: String, expected: String) throws { try check(text, expected) }

  @Test(
    "全年 early in a year is of the year that has ended",
    arguments: [
      ("全市建成驿站749家，全年服务职工300名。", "2025-03-08", "2024"), ("全年服务职工300名。", "2025-11-08", "2025"),
    ])
  func wholeYear(text: String, date: String, period: String) throws {
    let found = try facts(in: text, date: date).facts.map(\.period.text)
    #expect(found.last == period, "\(found)")
  }
}
