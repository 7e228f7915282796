import FactModel
import TestSupport
import Testing

@Suite("What a figure is about: deeds, sites and cups")
struct DeedProgramTests {
  @Test(
    "What is done outweighs whom it is done for and who does it",
    arguments: [
      Reading("洛阳市总工会为300名困难女职工免费体检。", "health"),
      Reading("洛阳市困难职工帮扶中心为56名职工发放医疗互助金。", "mutual-aid"),
      Reading("洛阳市总工会组织160名劳动模范到北戴河、兴城等5家疗养院休养。", "health"),
      // Without a deed of another programme the people tell it, and so does an occasion.
      Reading("洛阳市总工会走访300名困难女职工。", "hardship-aid"),
      Reading("洛阳市总工会选树工匠129名、创新工作室47个。", "craftsmen"),
    ])
  func deeds(reading: Reading) throws {
    let fact = try #require(try facts(in: reading.text).facts.first)
    #expect(fact.program == reading.expected)
  }

  private static let head = "洛阳市总工会做好建会入会工作\n洛阳市总工会新建基层工会320家，发展会员2.6万人，新就业形态劳动者入会成效明显。\n"

  @Test("A site that bears a programme's name is of it, whatever its article tells of")
  func sites() throws {
    let found = try facts(in: Self.head + "全市建成工匠学院15所，站点30个。").facts
    #expect(found.first { $0.quantity.value == Amount(whole: 15) }?.program == "training")
  }

  @Test("竞赛 in an article on the 安康杯 means that cup, unless other contests are told")
  func cups() throws {
    let cup = "洛阳市召开“安康杯”竞赛表彰会。\n全市432家企业参加竞赛。"
    #expect(try facts(in: cup).facts.first?.program == "safety")
    let other = "洛阳市总工会办技能大赛。\n全市432家企业参加竞赛。"
    #expect(try facts(in: other).facts.first?.program == "competition")
  }
}
