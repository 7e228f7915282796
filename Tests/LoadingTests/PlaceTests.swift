import FactModel
import TestSupport
import Testing

@Suite("Places")
struct PlaceTests {
  private static func told(_ fact: Fact) -> String { "\(fact.place.name) \(fact.place.province)" }

  @Test(
    "Full and short names",
    arguments: [
      ("广东省佛山市禅城区", "禅城区 广东省"), ("佛山市禅城区", "禅城区 广东省"), ("禅城区", "禅城区 广东省"),
      ("浙江省江山市", "江山市 浙江省"), ("浙江江山", "江山市 浙江省"), ("新疆石河子市", "石河子市 新疆维吾尔自治区"),
      ("内蒙古鄂尔多斯市", "鄂尔多斯市 内蒙古自治区"), ("上海市浦东新区", "浦东新区 上海市"),
      ("海南省三亚市吉阳区", "吉阳区 海南省"), ("湖北恩施州", "恩施土家族苗族自治州 湖北省"),
      ("江苏省", "江苏省 江苏省"), ("北京市", "北京市 北京市"), ("安徽省巢湖市", "巢湖市 安徽省"),
      ("江苏省南通市如皋市", "如皋市 江苏省"),
    ])
  func names(place: String, expected: String) throws {
    try Reading("\(place)总工会慰问职工300名。", expected).check(PlaceTests.told)
  }

  @Test(
    "Namesakes go with what holds them",
    arguments: [
      ("北京市朝阳区", "朝阳区 北京市"), ("辽宁省朝阳市", "朝阳市 辽宁省"), ("吉林省长春市朝阳区", "朝阳区 吉林省"),
      ("江苏省南京市鼓楼区", "鼓楼区 江苏省"), ("福建省福州市鼓楼区", "鼓楼区 福建省"),
      ("河南省开封市鼓楼区", "鼓楼区 河南省"), ("江苏省连云港市海州区", "海州区 江苏省"),
      ("辽宁省阜新市海州区", "海州区 辽宁省"), ("天津市和平区", "和平区 天津市"), ("辽宁省沈阳市和平区", "和平区 辽宁省"),
    ])
  func namesakes(place: String, expected: String) throws {
    try Reading("\(place)总工会慰问职工300名。", expected).check(PlaceTests.told)
    let later = "\(place.prefix(3))总工会部署慰问。\(place)总工会慰问职工300名。"
    try Reading(later, expected).check(PlaceTests.told)
  }

  @Test("A namesake named alone goes with the holder named before")
  func heldBefore() throws {
    try Reading("福建省福州市总工会部署慰问。鼓楼区总工会慰问职工300名。", "鼓楼区 福建省").check(PlaceTests.told)
    try Reading("吉林省长春市总工会部署慰问。朝阳区总工会慰问职工300名。", "朝阳区 吉林省").check(PlaceTests.told)
  }

  @Test(
    "A name inside another word is no place",
    arguments: [
      "江苏省南通市总工会开展“安康杯”竞赛，职工300名参加。", "江苏省南通市总工会祝愿安康和平，职工300名参加。",
      "江苏省南通市总工会接受北京日报采访，职工300名参加。", "江苏省南通市北京路驿站服务职工300名。",
      "江苏省南通市和平街道工会慰问职工300名。", "江苏省南通市总工会比较大同小异的方案，职工300名参加。",
      "江苏省南通市总工会请上海路社区职工300名参加。",
    ])
  func words(text: String) throws { try Reading(text, "南通市 江苏省").check(PlaceTests.told) }

  @Test(
    "The same names as places",
    arguments: [
      ("陕西省安康市", "安康市 陕西省"), ("山西省大同市", "大同市 山西省"), ("天津市和平区", "和平区 天津市"),
      ("甘肃省白银市", "白银市 甘肃省"), ("甘肃省定西市安定区", "安定区 甘肃省"),
    ])
  func namesAfterAll(place: String, expected: String) throws {
    try Reading("\(place)总工会慰问职工300名。", expected).check(PlaceTests.told)
  }

  @Test("省总, 市总 and 全省 are what the article is about")
  func relatives() throws {
    let text = "江苏省南通市总工会开会。市总慰问职工300名。全省慰问职工5000名。省总筹集资金50万元。"
    let places = try facts(in: text).facts.map(\.place.name)
    #expect(places == ["南通市", "江苏省", "江苏省"])
    try Reading("广西壮族自治区南宁市总工会开会。自治区总工会筹集资金50万元。", "广西壮族自治区 广西壮族自治区")
      .check(PlaceTests.told)
    try Reading("江苏省南通市总工会开会。全国职工300万名参加。", "全国 全国").check(PlaceTests.told)
  }

  @Test(
    "A row of places is what holds them all",
    arguments: [
      ("江苏省南京市、苏州市、无锡市", "江苏省 江苏省"), ("江苏省、浙江省", "全国 全国"),
      ("广东省佛山市禅城区、南海区", "佛山市 广东省"),
    ])
  func rows(places: String, expected: String) throws {
    try Reading("\(places)总工会慰问职工300名。", expected).check(PlaceTests.told)
  }

  @Test("Each figure goes with the place told last; a bank's name is no place")
  func several() throws {
    let text = "江苏省南通市总工会慰问职工300名，如皋市总工会慰问职工200名。"
    #expect(try facts(in: text).facts.map(\.place.name) == ["南通市", "如皋市"])
    try Reading("江苏省南通市总工会走进上海银行，慰问职工300名。", "南通市 江苏省").check(PlaceTests.told)
    try Reading("江苏省南通市总工会赴西藏自治区拉萨市慰问职工300名。", "南通市 江苏省").check(PlaceTests.told)
  }

  @Test("A page that names no place is a doubt, not a guess")
  func nowhere() throws {
    let result = try facts(in: "工会慰问职工300名。")
    #expect(result.facts.map(\.place) == [.nation])
    #expect(result.doubts.contains { $0.cause == .place })
  }

  @Test(
    "Where somebody comes from, goes to or sets out is not whose figure it is",
    arguments: [
      ("辽宁省沈阳市总工会帮工友讨薪。山东泰安人李广全替120名工友送来锦旗。", "沈阳市 辽宁省"),
      ("浙江省余姚市总工会组织疗休养。头一批80名住进无锡工人疗养院。", "余姚市 浙江省"),
      ("甘肃省靖远县总工会发放助学金。考上兰州一所大学的新生20名到场。", "靖远县 甘肃省"),
      ("宁夏回族自治区总工会巡回慰问，从吴忠市利通区出发，演出10场。", "宁夏回族自治区 宁夏回族自治区"),
    ])
  func passing(text: String, expected: String) throws {
    let found = try facts(in: text).facts.last.map(PlaceTests.told)
    #expect(found == expected)
  }

  @Test(
    "Names that are part of another name, or of another province",
    arguments: [
      ("内蒙古大兴安岭林业工会为林区添书。大兴安岭林区有书屋15个。", "内蒙古自治区 内蒙古自治区"),
      ("湖北省武汉市总工会发布合同，中心城区每月1170元，新城区职工300名。", "武汉市 湖北省"),
      ("广东省汕头市总工会慰问。市财政和市总工会合出120万元。", "汕头市 广东省"),
      ("甘肃省兰州市总工会开会，涌现甘肃省劳模33名。", "兰州市 甘肃省"),
      ("内蒙古自治区鄂尔多斯市和鄂托克前旗两级工会选派骨干7批。", "鄂托克前旗 内蒙古自治区"),
      ("浙江省余姚市总工会组织疗休养，宁波市总工会出资。市总工会安排200名。", "余姚市 浙江省"),
      ("黑龙江省总工会部署慰问。全国总工会下拨的资金7501万元已经用完。", "黑龙江省 黑龙江省"),
    ])
  func lookAlikes(text: String, expected: String) throws {
    let found = try facts(in: text).facts.last.map(PlaceTests.told)
    #expect(found == expected)
  }
}

@Suite("Programmes")
struct ProgramTests {
  static let sentences = [
    Reading("江苏省南通市总工会提供法律援助，化解劳动争议案件366件。", "legal-aid"),
    Reading("江苏省南通市总工会开展安全生产隐患排查，整改隐患366条。", "safety"),
    Reading("江苏省南通市总工会帮扶困难职工366名。", "hardship-aid"),
    Reading("江苏省南通市总工会职工医疗互助保障赔付366万元。", "mutual-aid"),
    Reading("江苏省南通市总工会建成工会驿站366个。", "stations"),
    Reading("江苏省南通市总工会夏季送清凉，慰问高温作业职工366名。", "seasonal-care"),
    Reading("江苏省南通市总工会举办招聘会，提供就业岗位366个。", "employment"),
    Reading("江苏省南通市总工会举办职工技能大赛，366名选手参赛。", "competition"),
    Reading("江苏省南通市总工会开展职工技能培训，培训职工366名。", "training"),
    Reading("江苏省南通市总工会评选南通工匠、劳动模范366名。", "craftsmen"),
    Reading("江苏省南通市职工创新工作室完成发明专利366项。", "innovation"),
    Reading("江苏省南通市总工会组织职工疗休养366名。", "health"),
    Reading("江苏省南通市总工会开办爱心托管班，照看职工子女366名。", "childcare"),
    Reading("江苏省南通市总工会举办职工文艺演出366场。", "culture"),
    Reading("江苏省南通市企业签订工资集体合同366份。", "collective-bargaining"),
    Reading("江苏省南通市企业职代会征集合理化建议366条。", "democratic-management"),
    Reading("江苏省南通市发展会员366名，建立基层工会组织。", "organizing"),
    Reading("江苏省南通市总工会向外卖骑手、快递员发放大礼包366份。", "new-employment"),
    Reading("江苏省南通市总工会开展理论宣讲、思政课366场。", "ideology"),
    Reading("江苏省南通市总工会采购办公椅366把。", "other"),
  ]

  @Test("One clear sentence for each", arguments: sentences)
  func clear(reading: Reading) throws { try reading.check(\.program) }

  @Test("There is a sentence for every programme of the vocabulary")
  func complete() throws {
    let ids = try BuiltIn.lexicon.programs.map(\.id)
    #expect(ids == ProgramTests.sentences.map(\.expected))
  }

  @Test("A page without any cue is other, and a doubt")
  func none() throws {
    let result = try facts(in: "江苏省南通市采购办公椅366把。")
    #expect(result.facts.map(\.program) == ["other"])
    #expect(result.doubts.contains { $0.cause == .program })
  }
}
