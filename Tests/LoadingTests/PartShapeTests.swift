import FactModel
import TestSupport
import Testing

@Suite("Parts by their share, prizes of people, sorts of sites, instalments")
struct PartShapeTests {
  @Test(
    "The last figure that is no rate, and the whole that holds it",
    arguments: [
      Reading("全市695人获奖章。一线职工604人，占86.9%。", "695人"), Reading("全市695人获奖章。一线职工504人，占86.9%。", ""),
      Reading("全市选手60名。农民工45名，占75%。", "60名"), Reading("12名选手上场，李某等4人获得一等奖。", "12名"),
      Reading("3名职工获一等奖。李某等2人获得二等奖。", ""), Reading("26000名求职者进场，8600人达成就业意向。", "26000名"),
      Reading("26000名求职者进场，发放资料8600份。", ""), Reading("全市有工会驿站1800个。60个驿站可理发。", "1800个"),
      Reading("全市有工会驿站1800个。建成智能化驿站60个。", "1800个"), Reading("全市有工会驿站1800个。建成职工书屋60个。", ""),
      Reading("开设课程65门，惠及职工。在原有基础上，新增11门新课程。", "65门"), Reading("法院受理案件537件，审结500件。", "537件"),
      Reading("全市31家企业欠薪，26家已整改，其余5家正在整改。", "31家"), Reading("全市职工31家，其中26家整改，其余5家待改。", "31家"),
      Reading("全市共筹资287万元，其中省里补助190万元，比上年增加30万元。", "190万元"), Reading("全市会员由110人增加到426人。", ""),
      Reading("全市选派24名选手，9人进入前三名。", "24名"),
      Reading("省里拨款1000万元。市里配套300万元。企业损失500万元，贷款200万元。", ""),
    ])
  func wholes(reading: Reading) throws {
    let read = try facts(in: reading.text).facts
    let fact = try #require(read.last { $0.kind != .rates })
    #expect(fact.partOf ?? "" == reading.expected)
  }

  @Test(
    "Instalments that a sum told before is made of, among others",
    arguments: [
      ("发放救助金33.48万元，每户0.5万元。第一批10.6万元，第二批22.88万元。", 2), ("发放救助金30万元，每户0.5万元。第一批10万元，第二批20万元。", 2),
      ("发放救助金33.48万元。第一批10.5万元，第二批22.88万元。", 0),
    ])
  func instalments(text: String, count: Int) throws {
    let read = try facts(in: text).facts
    #expect(read.count { $0.partOf == read.first?.provenance.raw } == count)
  }
}
