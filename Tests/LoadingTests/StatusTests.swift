import FactModel
import TestSupport
import Testing

@Suite("Results, plans, rules and single stories")
struct StatusTests {
  @Test(
    "A word of the future makes a plan",
    arguments: [
      "河南省洛阳市总工会将慰问职工300名。", "河南省洛阳市总工会预计慰问职工300名。",
      "河南省洛阳市总工会计划慰问职工300名。", "河南省洛阳市总工会力争慰问职工300名。",
      "河南省洛阳市总工会拟投入资金300万元。", "今年，河南省洛阳市总工会将投入资金300万元。",
      "河南省洛阳市总工会下一步建设驿站20个。", "河南省洛阳市总工会筹备驿站20个。",
      "河南省洛阳市总工会将拨款300万元用于驿站。", "河南省洛阳市总工会签下协议，300万元将用于驿站。",
      "河南省洛阳市300名职工即将上大学。", "河南省洛阳市总工会将于8月举办比赛，预计300名职工参加。",
      "河南省洛阳市总工会将把比赛当作抓手，培训职工300名。", "该计划推动河南省洛阳市300名职工晋级。",
      "河南省洛阳市各级工会普法不少于300场。", "按照计划，河南省洛阳市总工会安排资金300万元。",
    ])
  func planned(text: String) throws { try Reading(text, "planned").check(\.status.rawValue) }

  @Test(
    "What is still to come is summed up in the plan; what was done since ends a list of plans",
    arguments: [
      ("洛阳市总工会今后还将救助职工，累计发放慰问金25万元。", "planned"),
      ("洛阳市总工会还将救助职工，已累计发放慰问金25万元。", "actual"),
      ("洛阳市政府今年将办好10件实事。走访9次。", "planned"),
      ("洛阳市政府今年将办好10件实事。今年以来，工会走访9次。", "actual"),
    ])
  func sumsOfPlans(text: String, expected: String) throws {
    #expect(try facts(in: text).facts.last?.status.rawValue == expected)
  }

  @Test(
    "她们 of counted workers is no story of one",
    arguments: [
      ("洛阳市总工会慰问了5名女职工，给她们送去互助金3万元。", "actual"),
      ("洛阳市总工会慰问，给她送去互助金3万元。", "case"),
    ])
  func ofSeveral(text: String, expected: String) throws {
    #expect(try facts(in: text).facts.last?.status.rawValue == expected)
  }

  @Test(
    "Look-alikes of a plan are results",
    arguments: [
      "河南省洛阳市总工会慰问职工将近300名。", "寒潮将近，河南省洛阳市总工会慰问职工300名。",
      "将近三年来，河南省洛阳市总工会慰问职工300名。",
      "河南省洛阳市总工会将课堂搬到车间，培训职工300名。", "河南省洛阳市总工会将300份清凉包送到工地。",
      "河南省洛阳市总工会实施三年行动计划，培训职工300名。",
      "河南省洛阳市总工会“匠心”计划培训职工300名。", "河南省洛阳市总工会今年安排资金300万元。",
      "河南省洛阳市总工会投入资金300万元。", "河南省洛阳市总工会将服务送到工地，服务职工300名。",
      "河南省洛阳市总工会将宣讲融入比赛，吸引职工300名。",
      "河南省洛阳市总工会将标准从每人400元提高到700元，慰问职工300名。", "河南省洛阳市总工会将管理前移，培训职工300名。",
      "河南省洛阳市总工会慰问300名即将上大学的职工子女。",
      "河南省洛阳市总工会返还工会筹备金300万元。", "河南省洛阳市总工会将30%的经费用于培训，惠及职工300名。",
      "河南省洛阳市总工会将“名嘴”、专家、先进典型吸纳进宣讲团，惠及职工300名。",
      "河南省洛阳市文化节开幕，这将成为一大品牌；发展会员300名。", "河南省洛阳市总工会将职工请进课堂，培训300名。",
      "资金到位后，河南省洛阳市总工会培训了300名职工。", "河南省洛阳市总工会推进关爱计划，慰问职工300名。",
      "河南省洛阳市总工会已普法不少于300场。",
    ])
  func actual(text: String) throws { try Reading(text, "actual").check(\.status.rawValue) }

  @Test(
    "A sum per head, a limit, a price are rules",
    arguments: [
      "河南省洛阳市总工会为获奖职工每人奖励5万元。", "河南省洛阳市套餐价格不超过12元。", "河南省洛阳市总工会每人补贴2000元。",
      "河南省洛阳市工匠最高可获20万元资助。", "资助对象为困难职工子女，另有规定，对他们本科资助5000元。",
      "河南省洛阳市每份套餐售价12元。", "河南省洛阳市学员可享受总额3000元的补助。",
      "河南省洛阳市总工会将发放补助，一等成果1万元/项。", "河南省洛阳市福利费每位会员年度总额不超过2200元。",
      "河南省洛阳市总工会完成省总工会下达的建站28家的任务。", "河南省洛阳市小微企业的会费按60%返还。",
    ])
  func rules(text: String) throws { try Reading(text, "rule").check(\.status.rawValue) }

  @Test(
    "One person's story is a case",
    arguments: ["河南省洛阳市补助最高的职工拿到25万元。", "职工李女士拿到拖欠的工资1.2万元。", "河南省洛阳市总工会帮张先生讨回欠薪8600元。"])
  func cases(text: String) throws { try Reading(text, "case").check(\.status.rawValue) }

  @Test(
    "Many workers of one firm have one claim; a campaign has many",
    arguments: [
      ("200余名农民工在一建筑工地务工，该班组完成劳务费2370余万元，至今仍欠1400万元。", "case"),
      ("双方达成协议，该公司支付拖欠的工资3600元。", "case"),
      ("洛阳市累计为200余名农民工追回该公司等拖欠的工资1400万元。", "actual"),
    ])
  func claims(text: String, status: String) throws {
    #expect(try facts(in: text).facts.allSatisfy { $0.status.rawValue == status })
  }

  @Test("A list of activities that are to come holds for the paragraphs behind it")
  func lists() throws {
    let plan = "5月，洛阳市总工会将开展“五大活动”。\n召开座谈会，表扬工人先锋号40个。\n慰问职工7366户。"
    #expect(try facts(in: plan).facts.allSatisfy { $0.status == .planned })
    let told = "5月，洛阳市总工会开展“五大活动”。\n召开座谈会，表扬工人先锋号40个。\n慰问职工7366户。"
    #expect(try facts(in: told).facts.allSatisfy { $0.status == .actual })
  }

  @Test("A result and a plan in one sentence")
  func both() throws {
    let result = try facts(in: "河南省洛阳市总工会已慰问职工300名，明年将慰问职工500名。")
    #expect(result.facts.map(\.status) == [.actual, .planned])
    #expect(result.facts.map(\.period.text) == ["/", "2026"])
  }
}

@Suite("Parts of a whole")
struct PartTests {
  /// The printed whole of each figure of a text, `-` where it is no part.
  private func wholes(_ text: String) throws -> [String] {
    try facts(in: text).facts.map { $0.partOf ?? "-" }
  }

  @Test("其中 makes a part of the nearest larger figure of the same unit")
  func among() throws {
    #expect(try wholes("河南省洛阳市总工会慰问职工300名，其中农民工120名。") == ["-", "300名"])
    #expect(try wholes("河南省洛阳市总工会发放资金50万元，其中大病救助20万元。") == ["-", "50万元"])
  }

  @Test("Solved of received, prizes of a total, addends of a sum")
  func outcomes() throws {
    #expect(try wholes("河南省洛阳市总工会收到建议960条，解决944条。") == ["-", "960条"])
    #expect(
      try wholes("河南省洛阳市总工会征集成果60项，评出一等奖10项、二等奖20项、三等奖30项。")
        == ["-", "60项", "60项", "60项"])
    #expect(
      try wholes("河南省洛阳市总工会建成驿站114个：省级15个、市级37个、县级62个。")
        == ["-", "114个", "114个", "114个"])
  }

  @Test(
    "No part: another unit, or a larger figure",
    arguments: [
      "河南省洛阳市总工会慰问职工300名，发放物资500份。", "河南省洛阳市总工会慰问职工300名，其中物资20份。",
      "河南省洛阳市总工会慰问职工300名，其中农民工500名。",
    ])
  func none(text: String) throws {
    #expect(try wholes(text) == ["-", "-"])
  }
}
