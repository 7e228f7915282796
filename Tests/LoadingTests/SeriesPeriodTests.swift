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
      ("目前，全市建会率82%，比去年同期高15个百分点。", "/"), ("今年上半年，受理86件，较上年同期少31件。", "2025-01/2025-06"),
      ("今年上半年，赔付210万元，超出去年同期40万元。", "2025-01/2025-06"),
      ("今年上半年，赔付210万元，低于去年同期的250万元。", "2024-01/2024-06"),
      ("2024年，采纳建议600条，比前一年提高5%。", "2024"), ("去年同期，全市受理120件。", "2024"),
      ("2024年，2家获奖，另有3家获评2023年度星级站。", "2023"),
    ])
  func comparisons(text: String, expected: String) throws { try check(text, expected) }

  @Test(
    "So many years are those that the text told, else those up to now",
    arguments: [
      ("2022年至2024年，开展三年行动。\n三年来，资助300人。", "2022/2024"), ("五年来，资助300人。", "2020/"),
      ("2023—2024年度比武揭晓。两年来，300人参加。", "2023/2024"), ("两年来，300人参加。", "/"),
      ("行动从2021年起实施。四年来，资助300人。", "2021/"), ("自98年至今，资助300人。", "1998/"), ("从05年起，资助300人。", "2005/"),
      ("奋斗98年，资助300人。", ""), ("2016年，工程动工。2019年，300家公开，年内评议26人。", "2019"),
      ("2016年，她患病，工会已连续3年资助，共2.4万元。", "2016/"), ("2018年发起助学。八年来，资助300人。", "2018/"),
      ("从2021年起，工会连续三年办班，受训300人。", "2021/2023"),
      ("从2021年起，工会连续三年办班，加上今年，共300人。", "2025"),
    ])
  func years(text: String, expected: String) throws { try check(text, expected) }

  @Test(
    "What began and stands goes on since; a settled year, a year long past and the end of a plan's years",
    arguments: [
      ("2020年，文化宫启用，累计接待300人。", "2020/"), ("2020年，工会办班，累计接待300人。", "2020"),
      ("中心2020年4月成立，陆续有27家加入。", "2020-04/"), ("中心2020年4月成立，27家加入。", "2020-04"),
      ("7月11日，协商会商定2025年最低工资为1800元。", "2025"), ("2005年，推行公开。全市有1300家企业公开。", "2005"),
      ("2024年，推行公开。全市有1300家企业公开。", ""), ("“十五五”末发展到500家。", "2030"),
      ("到2027年发展到500家，还将建书屋30家。", ""), ("2021至2024年，节能提案26项。", "2021/2024"),
      ("每年节电，省下48万元；能耗降了30%。", ""), ("每年省下48万元；现有成果30项。", "/"),
      ("近年来，工会每年拨出专款，先后办班1860期。", "/"), ("目前，高技能人才占比35%，比“十三五”末提高4%。", "/"),

    ])
  func beginnings(text: String, expected: String) throws { try check(text, expected) }

  @Test(
    "When a paper was issued and what recurs date no event behind them",
    arguments: [
      ("7月3日，仪式举行。6月，工会下发通知。最后确定300人。", "2025-07-03"), ("6月，工会组织摸底。最后确定300人。", "2025-06"),
      ("工作室每年带徒200名，并有3个工作室被命名。", ""), ("工作室每年带徒200名，完成课题30项。", "yearly"),
      ("中新网7月2日电 2024年度授牌活动1日晚举行，300名职工到场。", "2025-07-01"),
    ])
  func papers(text: String, expected: String) throws { try check(text, expected) }

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
