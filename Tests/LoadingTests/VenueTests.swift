import FactModel
import TestSupport
import Testing

@Suite("Where a report was sent from, and where the nation met")
struct VenueTests {
  @Test(
    "A dateline is the place only where nothing else is named",
    arguments: [
      ("本报沈阳1月4日电 工会慰问职工300名。", "沈阳市"), ("本报沈阳1月4日电 大连市总工会慰问职工300名。", "大连市"),
      ("本报沈阳1月4日电 全省工会慰问职工300名。", "辽宁省"), ("新华社拉萨电 工会慰问职工300名。那曲市总工会也去。", "拉萨市"),
      ("本报北京1月4日电 工会慰问职工300名。", "北京市"), ("本报北京1月4日电 工会慰问职工300名，是全国最多的。", "全国"),
      ("株洲市电力公司慰问职工300名。", "株洲市"),
      ("全国大会在北京召开，我省300名职工受表彰。记者从河北省总工会获悉。", "河北省"),
      ("据北京市总工会1月4日讯，工会慰问职工300名，是全国最多的。", "北京市"),
    ])
  func datelines(text: String, expected: String) throws {
    try Reading(text, expected).check(\.place.name)
  }

  @Test(
    "An event of the nation is the nation's wherever it is held",
    arguments: [
      ("第四届全国职工技能大赛在武汉开幕，300名选手参加。", "全国"), ("全国工会先锋号表彰大会在北京人民大会堂举行，表彰职工300名。", "全国"),
      ("全国职工技能大赛在武汉开幕。大赛分别在武汉、青岛2个城市举行，300名选手参加。", "全国"),
      ("湖北省职工技能大赛在武汉开幕，300名选手参加。", "湖北省"), ("全国职工大赛湖北赛区选拔赛在武汉举行，300名选手参加。", "湖北省"),
      ("全国职工技能大赛在武汉开幕。武汉市总工会慰问选手300名。", "武汉市"),
    ])
  func events(text: String, expected: String) throws {
    try Reading(text, expected).check(\.place.name)
  }

  @Test(
    "Many provinces together are the nation, and who stands in a row with them is one of them",
    arguments: [
      ("本报北京1月4日讯 26个省(区、市)签订合同300份。", "全国"), ("26个省签订合同300份。", "全国"),
      ("湖北省总工会座谈。26个省援助300万元。", "湖北省"),
      ("陕西省将迎来大赛。届时，来自31个省(区、市)和新疆生产建设兵团的选手300名参赛。", "陕西省"),
      ("湖北省总工会与26个省签订合同300份。", "湖北省"),
    ])
  func provinces(text: String, expected: String) throws {
    try Reading(text, expected).check(\.place.name)
  }

  @Test(
    "The level of an honour and the home of a beneficiary are no place of a figure",
    arguments: [
      ("玉溪市总工会传来消息，职工获云南省五一劳动奖章300名。", "玉溪市"), ("云南省召开大会。玉溪市职工获云南省五一劳动奖章300名。", "玉溪市"),
      ("云南省召开大会，表彰云南省五一劳动奖章300名。", "云南省"),
      ("北海市总工会为合浦县廉州镇李四等10名困难职工发放助学金300元。", "北海市"),
      ("北海市总工会为合浦县10名困难职工发放助学金300元。", "合浦县"),
    ])
  func ranks(text: String, expected: String) throws {
    try Reading(text, expected).check(\.place.name)
  }

  @Test(
    "The union above that asks, and the bodies that help to organise, are not whom it is about",
    arguments: [
      ("海口市总工会完成省总工会下达的任务，建成驿站300家。", "海口市"), ("海口市总工会传来消息，省总工会建成驿站300家。", "海南省"),
      ("江苏省总工会、省人社厅、南京市人社局联合举办大赛，300名选手参加。", "江苏省"),
      ("江苏省总工会、南京市总工会先后慰问职工300名。", "南京市"),
    ])
  func above(text: String, expected: String) throws {
    try Reading(text, expected).check(\.place.name)
  }

  @Test(
    "What a gift has founded is of the place that got it",
    arguments: [
      ("由福建省总工会注资200万元设立的西藏林芝职工帮扶基金成立。", "林芝市"), ("福建省总工会注资200万元。西藏林芝市总工会致谢。", "福建省"),
      ("由福建省总工会出资设立的西藏林芝职工帮扶基金成立。每户得到200元。", "林芝市"),
    ])
  func gifts(text: String, expected: String) throws {
    try Reading(text, expected).check(\.place.name)
  }
}
