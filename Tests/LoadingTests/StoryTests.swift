import FactModel
import TestSupport
import Testing

@Suite("One person's story, and one claim for wages")
struct StoryTests {
  private static func statuses(_ text: String) throws -> [String] {
    try facts(in: text).facts.map(\.status.rawValue)
  }

  @Test(
    "Sums behind a person who was brought in are cases",
    arguments: [
      "河南省洛阳市一名女职工住院花去5万元，领到补助2万元。",
      "一位57岁的教师查出重病，领到互助金8000元。",
      "骑手郭建国送餐途中受伤，领到赔付3000元。",
      "职工孙丽华患病，她花去3万元。市总工会送来3000元，并为她女儿助学。",
      "“考上技师，我每月多拿2800元。”在一家企业，职工徐明亮说。",
      "骑手阿强去年摔伤，出院后拿到8600元。",
      "职工小汪考上大学，一年学费4900元没有着落。",
      "在高校工作的刘先生做了手术，领到补贴3.6万元。",
      "职工小王住院，自付医疗费2.3万元。",
      "“手术花了6.8万元，互助会补了8000元。”近日，职工赵某说起这事很感激。",
      "困难职工刘芳家中来了客人。刘芳是退休工人。她做了手术，领到补助1.9万元。",
      "一名教师寄来感谢信。他做了手术，自己掏的医药费有10余万元。",
    ])
  func stories(text: String) throws {
    let found = try StoryTests.statuses(text)
    #expect(Set(found) == ["case"], "\(found)")
  }

  @Test(
    "Sums of a union, of many people, or behind somebody who merely speaks are none",
    arguments: [
      "河南省洛阳市总工会为300名女职工发放补助2万元。",
      "“去年我市发放补助20万元。”在现场，困难职工听主席说。",
      "“去年发放补助20万元。”河南省洛阳市总工会有关负责人说。",
      "河南省洛阳市总工会主席王建国说，工会发放补助20万元。",
      "一名教师寄来感谢信。全市总工会今年共发放补助60万元。",
      "小高层工地上，河南省洛阳市总工会送去慰问品价值3万元。",
      "年龄在16至60周岁的职工，工会去年共发放补助20万元。",
    ])
  func sums(text: String) throws {
    let found = try StoryTests.statuses(text)
    #expect(!found.isEmpty && !found.contains("case"), "\(found)")
  }

  @Test(
    "A few workers against one firm are one claim, a year's campaign is none",
    arguments: [
      ("36名农民工领到追讨了一年的41.8775万元工资。", ["case", "case"]),
      ("区法律援助中心帮他们打赢官司，讨回16.4万元。", ["case"]),
      ("河南省洛阳市各级工会去年帮36名农民工讨回工资41万元。", ["actual", "actual"]),
      ("全市工会累计为36名农民工追回欠薪41万元，农民工都领到了钱。", ["actual", "actual"]),
    ])
  func claims(text: String, expected: [String]) throws {
    #expect(try StoryTests.statuses(text) == expected)
  }

  @Test("The highest sum of all is one person's")
  func highest() throws {
    let text = "全县发放补助24.7万元，单人最多的一笔2.48万元。"
    #expect(try StoryTests.statuses(text) == ["actual", "case"])
  }
}
