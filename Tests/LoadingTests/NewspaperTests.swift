import FactModel
import TestSupport
import Testing

@Suite("The newspaper tells where 我市 is")
struct NewspaperTests {
  @Test(
    "我市 is the city of the newspaper that the manifest names",
    arguments: [
      ("我市工会慰问职工300名。", "焦作日报", "焦作市"), ("我省工会慰问职工300名。", "焦作日报", "河南省"),
      ("全市工会慰问职工300名。", "岳阳晚报", "岳阳市"), ("市总工会慰问职工300名。", "岳阳市总工会", "岳阳市"),
      ("我市工会慰问职工300名。", "新民晚报", "上海市"), ("我市工会慰问职工300名。", "安康日报", "安康市"),
      ("我县工会慰问职工300名。", "苍南新闻网", "苍南县"), ("我区工会慰问职工300名。", "广西工人报", "广西壮族自治区"),
      ("我省工会慰问职工300名。", "吉林日报", "吉林省"), ("我市工会慰问职工300名。", "焦作日報", "焦作市"),
      ("我市工会慰问职工300名。", "工人日报", "全国"), ("我市工会慰问职工300名。", "光明日报", "全国"),
      ("我市工会慰问职工300名。", "人民公安报", "全国"),
    ])
  func manifest(text: String, newspaper: String, expected: String) throws {
    try Reading(text, expected).check(\.place.name, newspaper: newspaper)
  }

  @Test(
    "我市 is no county that the text names later, and no other city; what the text names stands",
    arguments: [
      ("我市工会动起来。\n博爱县总工会先行一步。\n我市慰问职工300名。", "焦作日报", "焦作市"),
      ("江苏省南京市总工会来访。\n我市慰问职工300名。", "焦作日报", "焦作市"),
      ("江苏省南京市总工会慰问职工300名。", "焦作日报", "南京市"),
      ("江苏省南京市总工会来访。\n全市慰问职工300名。", "陕西工人报", "南京市"),
      ("广西南宁市总工会来访。\n我区慰问职工300名。", "广西工人报", "广西壮族自治区"),
      ("广西南宁市青秀区总工会来访。\n我区慰问职工300名。", "工人日报", "青秀区"),
    ])
  func nearer(text: String, newspaper: String, expected: String) throws {
    try Reading(text, expected).check(\.place.name, newspaper: newspaper)
  }

  @Test("我市 is no county that is named later, nor any county at all")
  func later() throws {
    let text = "我市工会慰问职工300名。\n博爱县总工会也去了。"
    for newspaper in ["焦作日报", "博爱新闻网", ""] {
      let place = try facts(in: text, newspaper: newspaper).facts.first?.place.name
      #expect(place == "焦作市", "\(newspaper)")
    }
  }

  @Test(
    "An article tells itself from which newspaper it comes",
    arguments: [
      ("泰州日报讯，我市工会慰问职工300名。", "泰州市"), ("我市工会慰问职工300名。(泰州日报记者 张三)", "泰州市"),
      ("来源:泰州日报\n我市工会慰问职工300名。", "泰州市"), ("据《劳动报》报道，我市工会慰问职工300名。", "上海市"),
      ("我市工会慰问职工300名，送去泰州日报。", "全国"),
    ])
  func told(text: String, expected: String) throws {
    try Reading(text, expected).check(\.place.name)
  }

  @Test("The city of the newspaper settles which of several namesakes is meant")
  func namesakes() throws {
    let text = "宝山区总工会慰问职工300名。"
    try Reading(text, "上海市").check(\.place.province, newspaper: "劳动报")
    try Reading(text, "黑龙江省").check(\.place.province, newspaper: "双鸭山日报")
    try Reading("慰问来宾300名。", "来宾市").check(\.place.name, newspaper: "来宾日报")
    try Reading("南宁市总工会慰问来宾300名。", "南宁市").check(\.place.name, newspaper: "来宾日报")
  }

  @Test("Where nothing else is named the newspaper's place stands, with a doubt")
  func lastResort() throws {
    let read = try facts(in: "工会慰问职工300名。", newspaper: "陕西工人报")
    #expect(read.facts.map(\.place.name) == ["陕西省"])
    #expect(read.doubts.contains { $0.cause == .place && $0.chosen == "陕西省" })
    #expect(
      !(try facts(in: "我省工会慰问职工300名。", newspaper: "陕西工人报")).doubts.contains { $0.cause == .place })
  }

  @Test(
    "全市 before any city is named is the first that is named",
    arguments: [
      ("全市工会动起来，慰问职工300名。镇江市总工会部署。", "镇江市"),
      ("湖南省总工会部署，全市工会慰问职工300名。益阳市总工会也去。", "益阳市"),
    ])
  func ahead(text: String, expected: String) throws {
    try Reading(text, expected).check(\.place.name)
  }

  @Test(
    "市、县区总工会 are all of the city, whatever county was named",
    arguments: [
      ("北海市总工会看望合浦县职工。北海市、县区总工会慰问职工300名。", "北海市"),
      ("北海市总工会看望合浦县职工。县总工会慰问职工300名。", "合浦县"),
    ])
  func collective(text: String, expected: String) throws {
    try Reading(text, expected).check(\.place.name)
  }

  @Test(
    "A county-level city's newspaper speaks of that city, whatever city holds it",
    arguments: [
      ("我市工会慰问职工300名。", "昆山日报", "昆山市"), ("苏州市总工会部署。全市工会慰问职工300名。", "昆山日报", "昆山市"),
      ("余姚市总工会部署。我市工会慰问职工300名。", "宁波日报", "宁波市"), ("余姚市总工会部署。全市工会慰问职工300名。", "宁波日报", "余姚市"),
    ])
  func countyCities(text: String, newspaper: String, expected: String) throws {
    try Reading(text, expected).check(\.place.name, newspaper: newspaper)
  }

  @Test(
    "Of namesakes the best known is taken where nothing tells, and said to be a guess",
    arguments: [
      ("宝山区总工会慰问职工300名。", "宝山区 上海市"), ("铁西区总工会慰问职工300名。", "铁西区 辽宁省"),
      ("黑龙江省双鸭山市总工会部署。宝山区总工会慰问职工300名。", "宝山区 黑龙江省"),
      ("广东省总工会部署。宝山区总工会慰问职工300名。", "广东省 广东省"),
    ])
  func best(text: String, expected: String) throws {
    let read = try facts(in: text)
    #expect(read.facts.map { "\($0.place.name) \($0.place.province)" } == [expected])
    let isGuess = read.doubts.contains { $0.message.text(in: .english).contains("best known") }
    #expect(isGuess == !text.contains("省"))
  }
}
