import FactModel
import TestSupport
import Testing

@Suite("What a contest is about")
struct ContestProgramTests {
  @Test(
    "A ball game's finals are of sport, a quoted name says nothing of a contest of skill",
    arguments: [
      ("洛阳市职工羽毛球比赛举行。36支代表队参赛，决出冠军5个。", "culture"), ("洛阳市职工焊工比赛举行。36支代表队参赛，决出冠军5个。", "competition"),
      ("洛阳市职工羽毛球比赛举行。\n技术比武有36支代表队参赛，决出冠军5个。", "competition"),
      ("洛阳市党史知识竞赛落幕。36家企业参赛，决出冠军5个。", "ideology"), ("“洛阳工匠”技能大师赛举行，36名选手上场。", "competition"),
      ("洛阳市选出“洛阳工匠”36名。", "craftsmen"),
    ])
  func contests(text: String, expected: String) throws {
    try Reading(text, expected).check(\.program)
  }
}
