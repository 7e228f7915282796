import Testing

@Suite("Figures: money, people, counts and rates")
struct FigureTests {
  @Test(
    "A blank inside a numeral, people counted by 数, a site behind a row of people",
    arguments: [
      Phrase("洛阳市总工会投入190 余万元。", "190 余万元 1900000 CNY over"),
      Phrase("洛阳市总工会慰问190 名职工。", "190 名 190 person exact"),
      Phrase("参保职工数达到1.04亿。", "1.04亿 104000000 person exact"),
      Phrase("参保企业数达到1.04亿。", "1.04亿 104000000 个 exact"),
      Phrase("洛阳市总工会创建10家劳模、职工创新工作室。", "10家 10 site exact"),
      Phrase("洛阳市总工会走访10家劳模、职工所在企业。", "10家 10 家 exact"),
      Phrase("困难职工得到两次救助。", "两次 2 次 exact"),
      Phrase(
        "洛阳市总工会成立11个工作组，推动152个服务站点的建设。", "11个 11 个 exact", "152个 152 site exact"),
    ])
  func shapes(phrase: Phrase) throws { try phrase.check() }

  @Test(
    "A hedge that is denied means its opposite",
    arguments: [
      Phrase("洛阳市总工会规定每班人数不得超过40人。", "不得超过40人 40 person at_most"),
      Phrase("洛阳市总工会规定补助不能高于800元。", "不能高于800元 800 CNY at_most"),
      Phrase("洛阳市总工会规定每队不可少于6人。", "不可少于6人 6 person at_least"),
      Phrase("工会经费不得低于工资总额的2%。", "不得低于工资总额的2% 2 percent at_least"),
      Phrase("洛阳市总工会规定每班人数超过40人。", "超过40人 40 person over"),
      Phrase("洛阳市总工会规定补助低于800元。", "低于800元 800 CNY at_most"),
    ])
  func denials(phrase: Phrase) throws { try phrase.check() }

  @Test(
    "A sum without its yuan behind a verb of money, and no sum where something else is counted",
    arguments: [
      Phrase("洛阳市总工会筹资350万。", "350万 3500000 CNY exact"),
      Phrase("洛阳市总工会投入80万用于职工培训。", "80万 800000 CNY exact"),
      Phrase("洛阳市总工会投入80万盒口罩。", "80万盒 800000 盒 exact"),
      Phrase("洛阳市总工会派出8路慰问组，组员乘坐6路公交车。", "8路 8 路 exact"),
      Phrase("洛阳市职工队伍人数3200人，退伍人员慰问90人。", "3200人 3200 person exact", "90人 90 person exact"),
    ])
  func sumsWithoutUnit(phrase: Phrase) throws { try phrase.check() }

  @Test(
    "Money is in yuan, or in its own currency",
    arguments: [
      Phrase("江苏省南通市总工会发放帮扶资金44万元。", "44万元 440000 CNY exact"),
      Phrase("江苏省南通市总工会发放帮扶资金3.5亿元。", "3.5亿元 350000000 CNY exact"),
      Phrase("江苏省南通市总工会筹集资金1,234,567元。", "1,234,567元 1234567 CNY exact"),
      Phrase("江苏省南通市总工会拨付资金五百万元。", "五百万元 5000000 CNY exact"),
      Phrase("江苏省南通市总工会拨付资金八百五十六点二万元。", "八百五十六点二万元 8562000 CNY exact"),
      Phrase("江苏省南通市总工会拨付资金１２３．４万元。", "１２３．４万元 1234000 CNY exact"),
      Phrase("江苏省南通市总工会投入资金1亿2000万元。", "1亿2000万元 120000000 CNY exact"),
      Phrase("江苏省南通市总工会每份餐补贴3元5角。", "3元5角 3.5 CNY exact"),
      Phrase("江苏省南通市总工会发放补贴5000块钱。", "5000块钱 5000 CNY exact"),
      Phrase("江苏省南通市总工会引进外资300万美元。", "300万美元 3000000 USD exact"),
      Phrase("江苏省南通市总工会收到捐款20万港元。", "20万港元 200000 HKD exact"),
      Phrase("江苏省南通市总工会筹集资金1800余万元。", "1800余万元 18000000 CNY over"),
      Phrase("江苏省南通市总工会筹集资金十几万元。", "十几万元 100000 CNY over"),
      Phrase("江苏省南通市总工会筹集资金上亿元。", "上亿元 100000000 CNY over"),
      Phrase("江苏省南通市总工会餐补5元多。", "5元多 5 CNY over"),
      Phrase("江苏省南通市总工会设立专项资金100万。", "100万 1000000 CNY exact"),
      Phrase("江苏省南通市总工会撬动近5000万创业资金。", "近5000万 50000000 CNY nearly"),
      Phrase("江苏省南通市总工会筹资3500万，办学。", "3500万 35000000 CNY exact"),
      Phrase("江苏省南通市总工会办班2次，分2次付5元。", "2次 2 次 exact", "5元 5 CNY exact"),
      Phrase("江苏省南通市总工会发动8万职工捐款。", "8万 80000 person exact"),
      Phrase("江苏省南通市总工会动员20万农民工存补贴。", "20万 200000 person exact"),
    ])
  func money(phrase: Phrase) throws { try phrase.check() }

  @Test(
    "People and person-times are different units",
    arguments: [
      Phrase("湖南省郴州市总工会慰问职工300名。", "300名 300 person exact"),
      Phrase("湖南省郴州市总工会慰问300名职工。", "300名 300 person exact"),
      Phrase("湖南省郴州市总工会慰问困难职工两百三十一人。", "两百三十一人 231 person exact"),
      Phrase("湖南省郴州市总工会邀请3位专家坐诊。", "3位 3 person exact"),
      Phrase("湖南省郴州市总工会组织20多个孩子参加研学。", "20多个 20 person over"),
      Phrase("湖南省郴州市总工会惠及30万职工。", "30万 300000 person exact"),
      Phrase("湖南省郴州市总工会惠及职工5.6万。", "5.6万 56000 person exact"),
      Phrase("湖南省郴州市职工总数达到3.5万。", "3.5万 35000 person exact"),
      Phrase("湖南省郴州市工会会员数为12万。", "12万 120000 person exact"),
      Phrase("湖南省郴州市总工会培训十余名讲师。", "十余名 10 person over"),
      Phrase("湖南省郴州市总工会培训二十来名讲师。", "二十来名 20 person over"),
      Phrase("湖南省郴州市总工会带动千余名职工参与。", "千余名 1000 person over"),
      Phrase("湖南省郴州市总工会服务职工5.6万人次。", "5.6万人次 56000 person-time exact"),
      Phrase("湖南省郴州市总工会服务职工5.6万余人次。", "5.6万余人次 56000 person-time over"),
      Phrase("湖南省郴州市总工会服务职工3000人（次）。", "3000人（次） 3000 person-time exact"),
    ])
  func people(phrase: Phrase) throws { try phrase.check() }

  @Test(
    "Counts keep their measure word; sites are sites",
    arguments: [
      Phrase("安徽省六安市总工会举办招聘会26场。", "26场 26 场 exact"),
      Phrase("安徽省六安市总工会举办26场招聘会。", "26场 26 场 exact"),
      Phrase("安徽省六安市总工会开展讲座百余场。", "百余场 100 场 over"),
      Phrase("安徽省六安市总工会排查隐患1.2万条。", "1.2万条 12000 条 exact"),
      Phrase("安徽省六安市总工会受理案件366件。", "366件 366 件 exact"),
      Phrase("安徽省六安市总工会发动202家企业参赛。", "202家 202 家 exact"),
      Phrase("安徽省六安市总工会提供岗位8000余个。", "8000余个 8000 个 over"),
      Phrase("安徽省六安市总工会开设课程40余门。", "40余门 40 门 over"),
      Phrase("安徽省六安市总工会赠送图书三千册。", "三千册 3000 册 exact"),
      Phrase("安徽省六安市总工会建设工会驿站124家。", "124家 124 site exact"),
      Phrase("安徽省六安市总工会建成124个工会驿站。", "124个 124 site exact"),
      Phrase("安徽省六安市总工会建成创新工作室32个。", "32个 32 site exact"),
      Phrase("安徽省六安市总工会办好职工书屋18处。", "18处 18 site exact"),
    ])
  func counts(phrase: Phrase) throws { try phrase.check() }

  @Test(
    "Rates are in percent, however they are told",
    arguments: [
      Phrase("湖北省宜昌市总工会调解成功率达98.3%。", "98.3% 98.3 percent exact"),
      Phrase("湖北省宜昌市总工会调解成功率达98.3％。", "98.3％ 98.3 percent exact"),
      Phrase(
        "湖北省宜昌市总工会调解成功率达百分之九十八点三。", "百分之九十八点三 98.3 percent exact"),
      Phrase("湖北省宜昌市总工会入会率为百分之百。", "百分之百 100 percent exact"),
      Phrase("湖北省宜昌市总工会入会率提高3.5个百分点。", "3.5个百分点 3.5 percent exact"),
      Phrase("湖北省宜昌市总工会调解率提高五个百分点。", "五个百分点 5 percent exact"),
      Phrase("湖北省宜昌市七成五的职工满意。", "七成五 75 percent exact"),
      Phrase("湖北省宜昌市职工近九成满意。", "近九成 90 percent nearly"),
      Phrase("湖北省宜昌市参会职工中女职工占三分之一。", "三分之一 33.33 percent exact"),
      Phrase("湖北省宜昌市参会职工中女职工占3/4。", "3/4 75 percent exact"),
      Phrase("湖北省宜昌市工会经费的千分之五用于培训。", "千分之五 0.5 percent exact"),
      Phrase("湖北省宜昌市事故率降至3‰。", "3‰ 0.3 percent exact"),
      Phrase("湖北省宜昌市女职工超半数。", "超半数 50 percent over"),
      Phrase("湖北省宜昌市女职工占半数以上。", "半数以上 50 percent over"),
      Phrase("湖北省宜昌市女职工过半数。", "过半数 50 percent over"),
      Phrase("湖北省宜昌市女职工占比过半。", "过半 50 percent over"),
      Phrase("湖北省宜昌市受理案件数是去年的2.5倍。", "2.5倍 250 percent exact"),
      Phrase("湖北省宜昌市参赛人数同比增长两倍。", "两倍 200 percent exact"),
      Phrase("湖北省宜昌市参赛人数翻一番。", "翻一番 100 percent exact"),
      Phrase("湖北省宜昌市参赛人数翻了两番。", "翻了两番 300 percent exact"),
    ])
  func rates(phrase: Phrase) throws { try phrase.check() }

  @Test(
    "Look-alikes of rates",
    arguments: [
      Phrase("湖北省宜昌市总工会20万成员参加。", "20万 200000 person exact"),
      Phrase("湖北省宜昌市总工会加倍努力。"), Phrase("湖北省宜昌市总工会百分满意。"),
    ])
  func noRates(phrase: Phrase) throws { try phrase.check() }

  @Test(
    "Ranges",
    arguments: [
      Phrase("江西省赣州市总工会筹集资金300万—500万元。", "300万—500万元 3000000~5000000 CNY exact"),
      Phrase("江西省赣州市总工会筹集资金3至5万元。", "3至5万元 30000~50000 CNY exact"),
      Phrase("江西省赣州市总工会筹集资金五六十万元。", "五六十万元 500000~600000 CNY exact"),
      Phrase("江西省赣州市总工会培训三四百人。", "三四百人 300~400 person exact"),
      Phrase("江西省赣州市总工会培训15至20名讲师。", "15至20名 15~20 person exact"),
      Phrase("江西省赣州市总工会服务800—900人次。", "800—900人次 800~900 person-time exact"),
      Phrase("江西省赣州市女职工占六到七成。", "六到七成 60~70 percent exact"),
      Phrase("江西省赣州市总工会满意率为90%至95%。", "90%至95% 90~95 percent exact"),
      Phrase(
        "江西省赣州市总工会驿站由3个到10个。", "3个 3 site exact", "10个 10 site exact"),
    ])
  func ranges(phrase: Phrase) throws { try phrase.check() }

  @Test(
    "A list shares the unit of its last numeral",
    arguments: [
      Phrase(
        "江西省赣州市三家企业分别提出建议8、15、22项。", "8 8 项 exact", "15 15 项 exact",
        "22项 22 项 exact"),
      Phrase(
        "江西省赣州市三县分别慰问职工80、150、220名。", "80 80 person exact",
        "150 150 person exact", "220名 220 person exact"),
    ])
  func lists(phrase: Phrase) throws {
    let written = phrase.figures.filter { !$0.isEmpty }
    let found = try Phrase.figures(of: phrase.text)
    #expect(Array(found.suffix(written.count)) == written)
  }

  @Test(
    "Without a measure word only a noun beside it makes a figure",
    arguments: [
      Phrase("江西省赣州市总工会惠及12万职工。", "12万 120000 person exact"),
      Phrase("江西省赣州市总工会惠及职工12万。", "12万 120000 person exact"),
      Phrase("江西省赣州市总工会讲到三。"), Phrase("江西省赣州市总工会口令是一二三。"),
    ])
  func missingUnits(phrase: Phrase) throws { try phrase.check() }
}

@Suite("Hedges")
struct HedgeTests {
  @Test(
    "Before and behind the numeral",
    arguments: [
      ("近300名", "nearly"), ("将近300名", "nearly"), ("不足300名", "nearly"), ("不到300名", "nearly"),
      ("约300名", "about"), ("大约300名", "about"), ("300名左右", "about"), ("300名上下", "about"),
      ("超300名", "over"), ("逾300名", "over"), ("超过300名", "over"), ("突破300名", "over"),
      ("300名以上", "over"), ("300余名", "over"), ("300多名", "over"), ("至少300名", "at_least"),
      ("不少于300名", "at_least"), ("最多300名", "at_most"), ("不超过300名", "at_most"),
      ("300名以内", "at_most"), ("300名", "exact"),
    ])
  func plain(raw: String, qualifier: String) throws {
    try Phrase("湖南省长沙市总工会慰问职工\(raw)。", "\(raw) 300 person \(qualifier)").check()
  }

  @Test(
    "Of two hedges the first says which way",
    arguments: [
      ("超过300余名", "over"), ("约300余名", "about"), ("近300余名", "nearly"),
    ])
  func stacked(raw: String, qualifier: String) throws {
    try Phrase("湖南省长沙市总工会慰问职工\(raw)。", "\(raw) 300 person \(qualifier)").check()
  }

  @Test(
    "A hedge may stand before the unit alone, or with a helper between",
    arguments: [
      Phrase("湖南省长沙市总工会筹集资金超亿元。", "超亿元 100000000 CNY over"),
      Phrase("湖南省长沙市总工会筹集资金逾千万元。", "逾千万元 10000000 CNY over"),
      Phrase("湖南省长沙市总工会筹集资金过亿元。", "过亿元 100000000 CNY over"),
      Phrase("湖南省长沙市职工最高可得25万元。", "最高可得25万元 250000 CNY at_most"),
      Phrase("湖南省长沙市职工最高保障待遇25万元。", "最高保障待遇25万元 250000 CNY at_most"),
      Phrase("湖南省长沙市最高楼房25万元。", "25万元 250000 CNY exact"),
    ])
  func distant(phrase: Phrase) throws { try phrase.check() }

  @Test(
    "Words that end like a hedge are none",
    arguments: [
      "近日慰问", "最近慰问", "在附近慰问", "靠近", "新近", "特约", "预约", "签约", "过去", "经过", "通过", "多元服务",
      "以上", "加上", "马上", "网上", "走进超市慰问",
    ])
  func lookAlikes(words: String) throws {
    try Phrase("湖南省长沙市总工会\(words)300名职工。", "300名 300 person exact").check()
  }

  @Test("节约 is to save, 大约 is about")
  func saved() throws {
    try Phrase("湖南省长沙市总工会节约300万元。", "300万元 3000000 CNY exact").check()
    try Phrase("湖南省长沙市总工会节约大约300万元。", "大约300万元 3000000 CNY about").check()
  }

  @Test(
    "People counted with 个, and groups of people",
    arguments: [
      Phrase("全市办起7个职工艺术团。", "7个 7 个 exact"),
      Phrase("预计惠及1.5万个职工家庭。", "1.5万个 15000 个 exact"),
      Phrase("全市有20多个孩子。", "20多个 20 person over"),
      Phrase("托管班收下孩子227个。", "227个 227 person exact"),
      Phrase("成都有160多万农民工，其中68万已入会。", "160多万 1600000 person over", "68万 680000 person exact"),
    ])
  func groups(phrase: Phrase) throws { try phrase.check() }

  @Test(
    "Spreads and halves of tenths",
    arguments: [
      Phrase("补贴比例从1.5%到10%不等。", "1.5%到10% 1.5~10 percent exact"),
      Phrase("建会率从30%到40%。", "30% 30 percent exact", "40% 40 percent exact"),
      Phrase("建会企业六成半实行民主管理。", "六成半 65 percent exact"),
    ])
  func spreads(phrase: Phrase) throws { try phrase.check() }
}
