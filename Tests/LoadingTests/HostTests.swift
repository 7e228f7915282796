import FactModel
import TestSupport
import Testing

@Suite("Hosts, firms and examples: places that are not whom a figure is about")
struct HostTests {
  @Test(
    "A firm is at home in the city that the page puts before its name",
    arguments: [
      ("甘肃省金昌市金川集团工会成立。金川集团培训职工300名。", "金昌市"),
      ("甘肃省金昌市金川区总工会培训职工300名。", "金川区"), ("辽宁省抚顺石化公司培训职工300名。", "抚顺市"),
      ("甘肃省金昌市总工会成立。金川区总工会培训职工300名。", "金川区"),
    ])
  func firms(text: String, expected: String) throws {
    try Reading(text, expected).check(\.place.name)
  }

  @Test(
    "A shortened name stands for the full one, a former name for itself",
    arguments: [
      ("云南省江城县总工会慰问职工300名。", "江城哈尼族彝族自治县"), ("辽宁省本溪县总工会慰问职工300名。", "本溪满族自治县"),
      ("北京市密云县总工会慰问职工300名。", "密云县"),
    ])
  func shortened(text: String, expected: String) throws {
    try Reading(text, expected).check(\.place.name)
  }

  @Test(
    "A guest's venue is no place of the figure, the actor's own is",
    arguments: [
      ("陕西省总工会的疗休养活动在江苏启动，300名职工参加。", "陕西省"),
      ("陕西省总工会在江苏慰问职工300名。", "江苏省"), ("陕西省总工会在汉中市慰问职工300名。", "汉中市"),
      ("陕西省总工会表彰大会在汉中市举行，300名职工参加。", "陕西省"),
      ("陕西省总工会招聘会在汉中市举行，300名职工参加。", "汉中市"),
    ])
  func venues(text: String, expected: String) throws {
    try Reading(text, expected).check(\.place.name)
  }

  @Test(
    "Those named before 等 and their number are examples",
    arguments: [
      ("青海省总工会部署竞赛。西宁市、水电四局等20个单位组织职工300名参赛。", "青海省"),
      ("青海省总工会部署竞赛。西宁市总工会组织职工300名参赛。", "西宁市"),
    ])
  func examples(text: String, expected: String) throws {
    try Reading(text, expected).check(\.place.name)
  }

  @Test(
    "全国总工会 in a clause of circumstance is no actor",
    arguments: [
      ("黑龙江省大庆市总工会传出消息，全国总工会创新案例里，大庆职工300名入选。", "大庆市"),
      ("黑龙江省大庆市总工会传出消息，全国总工会慰问职工300名。", "全国"),
    ])
  func asides(text: String, expected: String) throws {
    try Reading(text, expected).check(\.place.name)
  }

  @Test(
    "A row of stops is of what holds them all",
    arguments: [
      ("贵州省总工会送岗。贵阳、惠水两站，提供岗位300个。", "贵州省"), ("贵州省总工会送岗。贵阳站，提供岗位300个。", "贵阳市"),
    ])
  func stops(text: String, expected: String) throws {
    try Reading(text, expected).check(\.place.name)
  }

  @Test(
    "What is counted speaks for its own programme, even in an article about another",
    arguments: [
      ("江苏省南通市总工会开展技能培训，学历提升。全市开展技能培训，建成实训基地300个。", "training"),
      ("江苏省南通市总工会开展技能培训，学历提升。全市开展技能培训，建成创新工作室300个。", "innovation"),
    ])
  func programmes(text: String, expected: String) throws {
    try Reading(text, expected).check(\.program)
  }

  @Test(
    "A reporter in brackets begins no story",
    arguments: [
      ("本报讯(通讯员任军)河南省洛阳市总工会日前收到捐款300万元。", "actual"), ("河南省洛阳市职工任军日前拿到欠薪300元。", "case"),
    ])
  func reporters(text: String, expected: String) throws {
    try Reading(text, expected).check(\.status.rawValue)
  }

  @Test(
    "Calls on the telephone are counted, its number is not",
    arguments: [("河南省洛阳市总工会接听职工电话1050次。", 1), ("河南省洛阳市总工会公布电话12351。", 0)])
  func calls(text: String, figures: Int) throws {
    #expect(try facts(in: text).facts.count == figures)
  }

  @Test(
    "People a day are no rule, money a day is",
    arguments: [
      ("河南省洛阳市驿站每天有300名职工歇脚。", "actual"), ("河南省洛阳市总工会每天补贴职工每人30元。", "rule"),
    ])
  func daily(text: String, expected: String) throws {
    try Reading(text, expected).check(\.status.rawValue)
  }
}
