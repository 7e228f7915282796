import FactModel
import TestSupport
import Testing

@Suite("Labels of deeds, changes and rows; parts told without 其中")
struct LabelDeedTests {
  @Test(
    "Rates bear their name though it begins with a verb, and go over from one to the other",
    arguments: [
      Reading("洛阳市总工会查出隐患300条，整改率98%。", "整改率"),
      Reading("报销比例从30%提到40%。", "报销比例"), Reading("参保企业145万家、职工1亿人，分别增长26%和32%。", "职工"),
      Reading("参保企业145万家、职工1亿人，参与率分别达到26%和32%。", "参与率"), Reading("职工中，青年工人占62%。", "青年工人"),
    ])
  func rates(reading: Reading) throws { try reading.check(\.label) }

  @Test(
    "What people won names them, unless they were named",
    arguments: [
      Reading("洛阳市有41人获评省级劳模。", "省级劳模"), Reading("张某等11人当选先进个人。", "先进个人"),
      Reading("洛阳市有职工41人走进车间。", "职工"), Reading("洛阳市培训职工90人，其中41人拿到证书。", "职工"),
      Reading("洛阳市监督员从8名增加到34名。", "监督员"), Reading("洛阳市困难职工一批212人领到10万元。", "困难职工"),
      Reading("洛阳市总工会建驿站，资助困难职工子女上学300名。", "困难职工子女"),
    ])
  func deeds(reading: Reading) throws {
    let fact = try #require(try facts(in: reading.text).facts.last { $0.kind == .participants })
    #expect(fact.label.contains(reading.expected) || reading.expected.contains(fact.label))
    #expect(!fact.label.isEmpty)
  }

  @Test(
    "A noun that no table knows, before a conjunction or a verb; an adverb is none",
    arguments: [
      Reading("洛阳市总工会捐赠3100件羽绒服和抱枕。", "羽绒服"), Reading("洛阳市总工会走访19家餐企签约。", "餐企"),
      Reading("洛阳市总工会走访职工19次踊跃签约。", "职工"),
    ])
  func unknown(reading: Reading) throws { try reading.check(\.label) }

  @Test(
    "What something is a part of",
    arguments: [
      ("元旦前帮扶职工212人，1月9日帮扶职工403人，两批共615人。", "212人", "615人"),
      ("元旦前帮扶职工212人，1月9日帮扶职工403人，来年要帮扶500人。", "212人", ""),
      ("洛阳市总工会发放补助24万元，最多的一笔2万元。", "2万元", "24万元"),
      ("洛阳市总工会发放补助24万元，培训费2万元。", "2万元", ""),
      ("全市单位134个参保，比上年新增单位111个。", "111个", "134个"), ("全市单位134个参保，另有单位111个。", "111个", ""),
      ("新发展会员29万名，会员总数154万名。", "29万名", "154万名"), ("新发展会员29万名，劳模154万名。", "29万名", ""),
      ("确定项目1600个。其中，驿站建设762项。", "762项", "1600个"), ("确定项目1600个。驿站建设762项。", "762项", ""),
      ("洛阳市总工会慰问学生50名。\n其中，单亲学生3名。", "3名", "50名"),
      ("洛阳市签订集体合同6852份。\n在签订的集体合同中，区域性集体合同325份。", "325份", "6852份"),
      ("洛阳市签订集体合同6852份。\n另外，区域性集体合同325份。", "325份", ""),
    ])
  func parts(text: String, raw: String, whole: String) throws {
    let found = try facts(in: text).facts
    let part = try #require(found.last { $0.provenance.raw == raw })
    #expect(part.partOf ?? "" == whole)
  }
}
