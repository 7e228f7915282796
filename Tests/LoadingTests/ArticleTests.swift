import FactModel
import TestSupport
import Testing

@testable import Loading

@Suite("Several articles on one page")
struct ArticleTests {
  /// Where the figures of a page are, and when.
  private func told(_ text: String, newspaper: String = "") throws -> [String] {
    try facts(in: text, newspaper: newspaper).facts.map {
      "\($0.provenance.line) \($0.provenance.raw) \($0.place.name)"
    }
  }

  /// An article of its own, with a headline.
  private static let first = """
    海安市总工会办起职工夜校
    本报讯 江苏省海安市总工会办起职工夜校，开设焊接、钳工等课程，夜校设在纺织工业园，由老师傅授课。
    """

  @Test(
    "A report is known by its sender, by what is new, or by who told it",
    arguments: [
      "本报讯 ", "（本报讯）", "西北网6月3日讯 ", "山川日报6月3日讯（记者林舟）", "新华社柳州6月3日电 ",
      "本报6月3日讯（通讯员白松）", "央广网柳州6月3日消息（记者林舟）", "6月3日，", "日前，", "记者从市总工会获悉，",
    ])
  func leads(lead: String) throws {
    let text =
      ArticleTests.first + "\n柳州送清凉\n" + lead
      + "各级工会慰问一线职工300名。柳州市总工会送去防暑用品。市总工会又发放物资20份。"
    #expect(try told(text) == ["4 300名 柳州市", "4 20份 柳州市"])
  }

  @Test(
    "Other words before a paragraph are no sender",
    arguments: ["夜校开课后，", "通讯员培训也在夜校开课，", "夜校的电话 一开通，"])
  func noLeads(lead: String) throws {
    let text = ArticleTests.first + "\n老师傅上讲台\n" + lead + "职工纷纷报名。夜校共招收学员300名。"
    #expect(try told(text) == ["4 300名 海安市"])
  }

  @Test("Short news, each with its own sender and no headline, is of its own place")
  func shortNews() throws {
    let text = """
      工会短讯
      本报讯 江苏省海安市总工会组织职工读书活动，参加的职工很踊跃，场面热烈。
      本报讯 广西柳州市总工会表彰先进。大会上，劳动模范代表发言。
      会上表彰职工40名。
      """
    #expect(try told(text) == ["4 40名 柳州市"])
  }

  @Test("The second half of an article behind another one goes back to it")
  func secondHalf() throws {
    let text = """
      海安市职工夜校教出能工巧匠
      本报讯 江苏省海安市总工会办起职工夜校，夜校设在纺织工业园，焊接、钳工课程由老师傅授课，缝纫班最受欢迎。

      柳州送清凉到工地
      本报讯 广西柳州市总工会顶着烈日走进地铁工地，把绿豆汤、毛巾送到建筑工人手里，嘱咐大家防暑降温。

      夜校的缝纫班由纺织工业园的老师傅授课，焊接、钳工课程也座无虚席，共有学员300名。
      """
    #expect(try told(text) == ["7 300名 海安市"])
  }

  @Test("The last paragraph of a short article does not go to a longer one that shares a few words")
  func shortArticle() throws {
    let text = """
      兴山县送清凉
      本报讯 湖北省兴山县总工会送清凉，环卫工人、物流职工收到防暑物资。

      这次送清凉筹集资金19万元，防暑物资由环卫、物流职工所在的站点发放。

      海安市总工会部署全年工作
      本报讯 江苏省海安市总工会召开全委会议，部署全年活动：筹集资金，为环卫、物流、快递职工建设驿站，为困难职工送去慰问品，开展技能竞赛，办好职工夜校和托管班。
      """
    #expect(try told(text) == ["4 19万元 兴山县"])
  }

  @Test("A report's first paragraph above its headline goes back under it")
  func aboveHeadline() throws {
    let text = """
      海安市总工会部署全年工作
      本报讯 江苏省海安市总工会召开全委会议，部署全年活动，办好职工夜校和托管班。
      本报讯 “防溺水巡逻队”在湖北省兴山县香溪河边成立，队员由河边厂矿的职工担任，轮流巡逻，劝阻下河游泳的孩子。
      香溪河边来了防溺水巡逻队
      巡逻队的队员每天沿香溪河巡逻，劝阻下河游泳的孩子，厂矿的职工说，防溺水要靠大家。河边立起警示牌20块。
      """
    #expect(try told(text) == ["5 20块 兴山县"])
  }

  @Test("The title of a photograph and its credit are of the caption above them")
  func caption() throws {
    let text = """
      海安市总工会办起职工夜校
      本报讯 江苏省海安市总工会办起职工夜校，开设焊接、钳工等课程，夜校设在纺织工业园，由老师傅授课。
      7月3日，河北省秦皇岛市海港区的小学生走进智慧港口参观。
      探访智慧港口
      本报通讯员 林舟 摄
      柳州设立隐患奖
      本报讯 广西柳州市总工会设立隐患奖，职工可以在线上申报。
      每条隐患奖励2000元。
      """
    #expect(try told(text) == ["8 2000元 柳州市"])
  }

  @Test("A short half of a torn paragraph goes on in the next")
  func tornHalf() throws {
    let text = """
      海安市总工会办起职工夜校
      本报讯 江苏省海安市总工会办起职工夜校，开设焊接、钳工等课程，由老师傅授课。

      今年3月起，夜校又在纺织工业园开设分校，老师傅上门授课，前来报名的

      职工有300名，其中女职工120名。
      """
    let found = try facts(in: text).facts
    #expect(found.map { $0.period.text } == ["2025-03/", "2025-03/"])
    #expect(Set(found.map(\.provenance.sentence)).count == 1)
  }

  @Test("A subhead between paragraphs is no half of one")
  func subhead() throws {
    let text = ArticleTests.first + "\n老师傅上讲台，徒弟学真功\n夜校今年3月招收学员300名。"
    #expect(try facts(in: text).facts.map(\.provenance.sentence) == ["夜校今年3月招收学员300名。"])
  }

  @Test("The day of the paper dates no figure, a caption dates its own")
  func furniture() throws {
    let text = """
      海安市总工会办起职工夜校
      本报讯 江苏省海安市总工会办起职工夜校，开设焊接、钳工等课程。
      2025年7月5日 星期六 责任编辑：林舟
      夜校招收学员300名。
      """
    #expect(try facts(in: text).facts.map { $0.period.text } == [""])
    let weekly = "海安市总工会办夜校\n海安市总工会每周星期三为300名职工义诊"
    #expect(try told(weekly) == ["2 300名 海安市"])
    let caption = "5月3日，海安市总工会慰问职工20名，本报记者林舟摄"
    #expect(try facts(in: caption).facts.map { $0.period.text } == ["2025-05-03"])
  }

  @Test("An article without a place takes the page's only where all others agree, and says so")
  func pagePlace() throws {
    let nameless = "\n\n夜校开课\n本报讯 职工夜校开课。前来报名的职工有300名。"
    let second = "\n\n如皋市表彰先进\n本报讯 江苏省如皋市总工会表彰先进。"
    let agreed = try facts(in: ArticleTests.first + second + nameless)
    #expect(agreed.facts.map(\.place.name) == ["南通市"])
    #expect(agreed.doubts.map(\.cause).contains(.place))
    let other = "\n\n柳州市表彰先进\n本报讯 广西柳州市总工会表彰先进。"
    let apart = try facts(in: ArticleTests.first + other + nameless)
    #expect(apart.facts.map(\.place.name) == ["全国"])
    #expect(apart.doubts.map(\.cause).contains(.place))
  }

  @Test("A plus sign is no part of the numeral behind it")
  func plus() throws {
    let result = try facts(in: "海安市总工会推出“上门慰问+30天送饮”服务。")
    let raws = result.facts.map(\.provenance.raw) + result.exclusions.map(\.raw)
    #expect(raws.contains { $0.hasPrefix("30") })
    #expect(!raws.contains { $0.hasPrefix("+") })
  }
}
