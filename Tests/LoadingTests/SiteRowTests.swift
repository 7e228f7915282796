import FactModel
import TestSupport
import Testing

@Suite("Sites in rows, quotes and under levels; numbers that only name")
struct SiteRowTests {
  @Test(
    "A site is counted behind a row, a list of levels, what it is for, and in quotes",
    arguments: [
      Reading("洛阳市建成97个园区、楼宇职工之家。", "stations"), Reading("洛阳市建成3个县区与企业帮扶中心。", "stations"),
      Reading("洛阳市有25个职工教育培训示范点。", "stations"), Reading("洛阳市命名20个省级“工匠人才和劳模创新工作室”。", "stations"),
      Reading("洛阳市1300家省、市级“职工书屋”开放。", "stations"),
      Reading("洛阳市380个以劳模为带头人的“创新工作室”开放。", "stations"),
      Reading("洛阳市工匠学院数量增加到10个。", "stations"),
      // What stands before the verb is counted here, and no site.
      Reading("洛阳市120个企业开展培训，惠及驿站。", "counts"), Reading("洛阳市建驿站12家，覆盖全省16个市。", "counts"),
      Reading("洛阳市为20个社区、驿站送书。", "counts"),
    ])
  func sites(reading: Reading) throws { try reading.check(\.kind.rawValue) }

  @Test(
    "Bus lines, lots, numbered hospitals, years of students and campaigns are names",
    arguments: [
      Aside("102路驾驶员讲述体会。", "102路"), Aside("工会来到地铁5标段慰问。", "5标段"), Aside("职工在416医院体检。", "416医院"),
      Aside("她是2016级学员。", "2016级"), Aside("洛阳市十万职工技能大练兵启动。", "十万"), Aside("洛阳市办万名职工健步走。", "万"),
    ])
  func names(aside: Aside) throws { try aside.check(.name) }

  @Test(
    "Villages in a row of names are places",
    arguments: [Aside("工会深入三角、三乡、东凤等镇街。", "三乡"), Aside("生产二班获表彰。", "二班")])
  func places(aside: Aside) throws { try aside.check(.place) }

  @Test("万元到数万元 gives no value")
  func vague() throws { try Aside("职工可以拿到万元到数万元的赔付。", "万元").check(.vague) }

  @Test(
    "Look-alikes of names are figures",
    arguments: [
      Phrase("洛阳市十万职工参加大练兵。", "十万 100000 person exact"),
      Phrase("洛阳市走访六乡、四镇。", "六乡 6 乡 exact", "四镇 4 镇 exact"),
      Phrase("活动有企业 60 余家到场。", "60 余家 60 家 over"),
      Phrase("成果创造经济效益超10亿。", "超10亿 1000000000 CNY over"),
      Phrase("费用比例不低于研发投入的10%。", "不低于研发投入的10% 10 percent at_least"),
      Phrase("行业最低工资为全市最低工资标准的130%。", "130% 130 percent exact"),
    ])
  func figures(phrase: Phrase) throws { try phrase.check() }
}
