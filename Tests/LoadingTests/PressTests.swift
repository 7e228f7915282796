import FactModel
import TestSupport
import Testing

@testable import Loading

@Suite("What a newspaper and a dateline say of the place, and events of the nation")
struct PressTests {
  @Test(
    "Words of the paper's own place, where the article names none",
    arguments: [
      ("我市职工书屋新添图书300册。", "周口晚报", "周口市"), ("我省职工书屋新添图书300册。", "周口晚报", "河南省"),
      ("全市职工书屋新添图书300册。", "周口市总工会", "周口市"), ("我区职工书屋新添图书300册。", "宁夏工人报", "宁夏回族自治区"),
      ("职工书屋新添图书300册。", "周口晚报", "周口市"), ("我市职工书屋新添图书300册。", "工人日报", "全国"),
      ("我市职工书屋新添图书300册。", "中原网", "全国"), ("许昌市总工会传来消息,全市新添图书300册。", "周口晚报", "许昌市"),
    ])
  func ownPlace(text: String, newspaper: String, expected: String) throws {
    try Reading(text, expected).check(\.place.name, newspaper: newspaper)
  }

  @Test(
    "A city's word finds the city that is named behind it, or before a province",
    arguments: [
      ("全市职工书屋新添图书300册。\n扶沟县总工会也有书屋。", "周口市"),
      ("河南省评出先进。全市职工书屋新添图书300册。\n周口市总工会也有书屋。", "周口市"),
      ("河南省评出先进。全市职工书屋新添图书300册。\n南京市总工会也有书屋。", "河南省"),
      ("河南省周口市书屋数居全省第一。市总工会新添图书300册。", "周口市"),
      ("河南省周口市总工会完成省总工会下达的任务,建书屋300家。", "周口市"),
      ("河南省周口市总工会请来帮手,省总工会新添图书300册。", "河南省"),
      ("河南省周口市总工会部署,各县总工会新添图书300册。", "周口市"),
      ("河南省周口市、县区总工会新添图书300册。", "周口市"),
    ])
  func city(text: String, expected: String) throws {
    try Reading(text, expected).check(\.place.name)
  }

  @Test(
    "A district's name that several cities have is the paper's, else a municipality's, else a capital's",
    arguments: [
      ("朝阳区总工会新添图书300册。", "长春日报", "吉林省"), ("朝阳区总工会新添图书300册。", "工人日报", "北京市"),
      ("鼓楼区总工会新添图书300册。", "工人日报", "江苏省"),
    ])
  func namesakes(text: String, newspaper: String, expected: String) throws {
    try Reading(text, expected).check(\.place.province, newspaper: newspaper)
  }

  @Test(
    "From the capital the whole nation is reported on, from elsewhere the place itself",
    arguments: [
      ("本报北京7月11日电 记者从会上获悉,26个省(区、市)建书屋300家。\n全国总工会今年还将建书屋。", "全国"),
      ("本报长沙7月11日电 记者从会上获悉,新建书屋300家。", "长沙市"),
      ("本报长沙7月11日电 湖南省总工会新建书屋300家。", "湖南省"),
      ("本报北京7月11日电 北京市总工会新建书屋300家。", "北京市"),
    ])
  func datelines(text: String, expected: String) throws {
    let place = try #require(
      try facts(in: text).facts.first { $0.quantity.value == Amount(tenThousandths: 3_000_000) }
    ).place.name
    #expect(place == expected)
  }

  @Test("A dateline's day is no day of the figure")
  func day() throws {
    try Reading("新华社长沙7月11日电 湖南省总工会新建书屋300家。", "").check(\.period.text)
    try Reading("7月11日,湖南省总工会新建书屋300家。", "2025-07-11").check(\.period.text)
  }

  @Test(
    "An event of the nation is the nation's wherever it is held",
    arguments: [
      ("第三届全国职工数学竞赛在长沙市闭幕,参赛职工300名。", "全国"),
      ("全国职工读书大会在长沙市工人文化宫举行,表彰职工300名。", "全国"),
      ("湖南省竞赛总结暨全国职工大赛动员会在长沙市举行,参赛职工300名。", "湖南省"),
      ("长沙市职工数学竞赛在岳麓区闭幕,参赛职工300名。", "岳麓区"),
      ("赛事在长沙市举行。来自全国31个省和新疆生产建设兵团的职工300名参赛。", "全国"),
      ("赛事在长沙市举行,新疆生产建设兵团职工300名参赛。", "新疆维吾尔自治区"),
    ])
  func events(text: String, expected: String) throws {
    try Reading(text, expected).check(\.place.name)
  }

  @Test(
    "Givers, and those named before 等 and their number, are not whom a figure is about",
    arguments: [
      ("由福建省总工会出资设立的西藏林芝市帮扶基金成立,职工300名受益。", "林芝市"),
      ("由福建省总工会牵头,职工300名受益。", "福建省"),
      ("浙江省舟山市总工会部署竞赛。定海区总工会等24家单位派出职工300名。", "舟山市"),
      ("浙江省舟山市总工会部署竞赛。定海区总工会派出职工300名。", "定海区"),
      ("由福建省总工会出资300万元设立的西藏林芝市帮扶基金成立。", "林芝市"),
      ("北海市总工会为合浦县廉州镇的张某等300名职工送书。", "北海市"), ("北海市总工会为合浦县300名职工送书。", "合浦县"),
      ("第1期全国工会案例中,大庆市职工300名入选。", "大庆市"),
    ])
  func others(text: String, expected: String) throws {
    try Reading(text, expected).check(\.place.name)
  }
}
