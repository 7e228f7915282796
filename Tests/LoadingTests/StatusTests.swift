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
    ])
  func planned(text: String) throws { try Reading(text, "planned").check(\.status.rawValue) }

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
    ])
  func actual(text: String) throws { try Reading(text, "actual").check(\.status.rawValue) }

  @Test(
    "A sum per head, a limit, a price are rules",
    arguments: [
      "河南省洛阳市总工会为获奖职工每人奖励5万元。", "河南省洛阳市套餐价格不超过12元。", "河南省洛阳市总工会每人补贴2000元。",
      "河南省洛阳市工匠最高可获20万元资助。", "资助对象为困难职工子女，另有规定，对他们本科资助5000元。",
      "河南省洛阳市每份套餐售价12元。",
    ])
  func rules(text: String) throws { try Reading(text, "rule").check(\.status.rawValue) }

  @Test(
    "One person's story is a case",
    arguments: ["河南省洛阳市补助最高的职工拿到25万元。", "职工李女士拿到拖欠的工资1.2万元。", "河南省洛阳市总工会帮张先生讨回欠薪8600元。"])
  func cases(text: String) throws { try Reading(text, "case").check(\.status.rawValue) }

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
