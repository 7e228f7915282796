import FactModel
import TestSupport
import Testing

@Suite("Numerals that are no figures, each with its reason")
struct AsideTests {
  @Test(
    "Dates and times of day",
    arguments: [
      Aside("7月9日，安徽省芜湖市总工会慰问职工。", "7月9日"), Aside("2024年，安徽省芜湖市总工会慰问职工。", "2024年"),
      Aside("2025年上半年，安徽省芜湖市总工会慰问职工。", "2025年上半年"), Aside("活动晚上7时30分开始。", "7时30分"),
      Aside("活动从7:30开始。", "7:30"), Aside("文化宫建于20世纪60年代。", "20世纪60年代"),
      Aside("2025-07-09，芜湖市总工会开会。", "2025-07-09"), Aside("2025/7/9，芜湖市总工会开会。", "2025/7/9"),
      Aside("二〇二四年三月，芜湖市总工会开会。", "二〇二四年三月"), Aside("7月9日至12日，芜湖市总工会开会。", "7月9日至12日"),
      Aside("6月底，芜湖市总工会开会。", "6月"), Aside("2023、2024年，芜湖市总工会开会。", "2023、2024年"),
      Aside("1—5月，芜湖市总工会开会。", "1—5月"), Aside("凌晨五点半，环卫工已经上班。", "五点半"),
      Aside("三月八日，芜湖市总工会开会。", "三月八日"), Aside("第三季度，芜湖市总工会开班。", "第三季度"),
    ])
  func dates(aside: Aside) throws { try aside.check(.date) }

  @Test(
    "Codes, hotlines and names in quotes",
    arguments: [
      Aside("职工拨打热线120求助。", "120"), Aside("职工拨打12351热线求助。", "12351"),
      Aside("工会开展“已帮扶3000名职工”活动。", "3000名"),
      Aside("市总工会发放慰问金5000，另有慰问品。", "5000"),
    ])
  func codes(aside: Aside) throws { try aside.check(.name) }

  @Test(
    "Figures beside codes and headings are figures",
    arguments: [
      Phrase("G2096次8名职工乘车。", "8名 8 person exact"), Phrase("市总工会举办三场讲座。", "三场 3 场 exact"),
      Phrase("工会成立互助组，3成员轮流值守。", "3 3 person exact"),
      // Letters of a unit belong to the figure before; a dash behind a measure word is no part of a model.
      Phrase("港口职工竞赛完成600 TEU30名职工获奖。", "30名 30 person exact"),
      Phrase("义诊2场-50名职工受益。", "2场 2 场 exact", "50名 50 person exact"),
      Phrase("市总工会评出10大QC成果。", "10大 10 个 exact"),
      // 数 and 个 belong to the word beside them.
      Phrase("参赛选手占职工总数百分之三十。", "百分之三十 30 percent exact"),
      Phrase("市总工会建成230个人才市场。", "230个 230 site exact"),
      Phrase("驿站配备3个人员。", "3个 3 person exact"), Phrase("驿站坐着3个人。", "3个人 3 person exact"),
      // Titles of books are no headings that were listed.
      Phrase("出版《工运史》、《劳模传》两本。", "两本 2 本 exact"),
      Phrase("市总工会慰问南广、贵广的两条铁路。", "两条 2 条 exact"),
      // One name and one thing are no list.
      Phrase("市总工会设立法律援助窗口1个。", "1个 1 site exact"),
      // A quotation of more than 22 signs is a sentence, not a name.
      Phrase("他说“今年夏天我们全家都来驿站歇脚喝水吃饭充电还3名”。", "3名 3 person exact"),
      // 数 may belong to the noun before it, and a sum that was got is no bound.
      Phrase("文化宫读者数100人。", "100人 100 person exact"),
      Phrase("会员一次性领到最高补助2.6万元。", "2.6万元 26000 CNY exact"),
      Phrase("会员可领到最高补助2.6万元。", "最高补助2.6万元 26000 CNY at_most"),
      // Between a hedge and its sum, verbs and helpers.
      Phrase("每人最高可申请领取500元。", "最高可申请领取500元 500 CNY at_most"),
      // Groups of people are no people, however long their name is.
      Phrase("市总工会建起2个职工京剧票友艺术团。", "2个 2 个 exact"),
    ])
  func besides(phrase: Phrase) throws { try phrase.check() }

  @Test(
    "As many as were just listed",
    arguments: [
      Aside("市总工会开展讲座、义诊等三个活动。", "三个"), Aside("讲座、义诊、咨询三项合计不少。", "三项"),
      Aside("职工分为两批疗养。", "两批"), Aside("今年做两件事，一是建会，二是维权。", "两件"),
      Aside("市总工会下拨两笔资金，合起来不少。", "两笔"),
    ])
  func listed(aside: Aside) throws { try aside.check(.list) }

  @Test(
    "Lengths of time",
    arguments: [
      Aside("连续10年开展送清凉。", "10年"), Aside("培训历时3个小时。", "3个小时"), Aside("申请7日内办结。", "7日"),
      Aside("两年培养期结束。", "两年"), Aside("课程共45分钟。", "45分钟"), Aside("历时十余天。", "十余天"),
      Aside("这座厂近百年来培养了许多工匠。", "近百年"),
      Aside("培训为期半个月。", "半个月"), Aside("培训为期一周。", "一周"), Aside("用时不到5秒。", "5秒"),
      Aside("合同期1至3年。", "1至3年"), Aside("工龄20多年。", "20多年"), Aside("每天工作8小时。", "8小时"),
    ])
  func durations(aside: Aside) throws { try aside.check(.duration) }

  @Test(
    "Ages",
    arguments: [
      Aside("最小的孩子10岁。", "10岁"), Aside("招收6岁至12岁的职工子女。", "6岁至12岁"), Aside("他五十多岁。", "五十多岁"),
      Aside("学员平均年龄35岁。", "35岁"), Aside("45周岁以上的职工优先。", "45周岁"),
    ])
  func ages(aside: Aside) throws { try aside.check(.age) }

  @Test(
    "Ordinals",
    arguments: [
      Aside("第十一届职工技能大赛开幕。", "第十一届"), Aside("首批学员结业。", "首批"),
      Aside("星期一首场讲座开讲。", "首场"), Aside("第一阶段结束。", "第一"),
      Aside("他获得一等奖。", "一等奖"), Aside("工会十四届三次全委会召开。", "十四届"),
      Aside("第2期培训班开班。", "第2期"), Aside("他获得第二、三名。", "第二、三名"),
      Aside("一、二、三等奖名单公布。", "一、二、三等奖"),
      Aside("职工技能竞赛二、三名获奖。", "二、三名"), Aside("前十名选手获奖。", "十名"),
      Aside("第四到第十名选手获奖。", "第四到第十名"), Aside("市总工会召开十六届十次全委会。", "十次"),
      Aside("困难职工得到二次救助。", "二次"),
    ])
  func ordinals(aside: Aside) throws { try aside.check(.ordinal) }

  @Test(
    "Two parts of a whole are a list",
    arguments: [Aside("资助对象由2部分组成。", "2部")])
  func parts(aside: Aside) throws { try aside.check(.list) }

  @Test(
    "The Chinese 一 with a measure word is an article",
    arguments: [
      Aside("一名职工说。", "一名"), Aside("一场大雨过后。", "一场"), Aside("一家企业负责人说。", "一家"),
      Aside("一位老人走来。", "一位"), Aside("一辆餐车开来。", "一辆"), Aside("一杯热茶送到手中。", "一杯"),
    ])
  func articles(aside: Aside) throws { try aside.check(.article) }

  @Test(
    "Words of number without a value",
    arguments: [
      Aside("数百个岗位等你来。", "数百个"), Aside("数十年如一日。", "数十年"), Aside("几十名职工参加。", "几十名"),
      Aside("江苏省多家企业参加。", "多家"), Aside("江苏省多名职工参加。", "多名"), Aside("数千名职工参加。", "数千名"),
      Aside("几位职工参加。", "几位"), Aside("江苏省南通市总工会筹集资金数百万元。", "数百万元"),
      Aside("文化宫上演数10台节目。", "数10台"),
    ])
  func vague(aside: Aside) throws { try aside.check(.vague) }

  @Test("A full stop behind a code is none of it")
  func stop() throws {
    let result = try facts(in: "职工乘坐G2096. 代表满意。")
    #expect(result.exclusions.map(\.raw) == ["G2096"])
    #expect(try facts(in: "第九师工会慰问职工。").exclusions.map(\.raw) == ["第九师"])
  }

  @Test(
    "多 that compares, and half of a time, are no figures",
    arguments: [
      "全年时间过半，各级工会加快推进。", "更多家庭受益。", "让更多名优产品走进驿站。", "还有很多个体户。",
    ])
  func comparisons(text: String) throws {
    let result = try facts(in: text)
    #expect(result.facts.isEmpty && result.exclusions.isEmpty)
  }

  @Test(
    "Headings that the text goes on to list",
    arguments: [
      Aside("围绕三大主题开展宣讲。", "三大"), Aside("采取4种形式开展。", "4种"), Aside("分6类对象慰问。", "6类"),
      Aside("建立7项机制。", "7项"), Aside("推出3项举措。", "3项"), Aside("打造五大平台。", "五大"),
      Aside("包括送岗位、送政策、送技能三项服务。", "三项"), Aside("做好以下5个方面工作。", "5个"),
    ])
  func lists(aside: Aside) throws { try aside.check(.list) }

  @Test(
    "Idioms and words that hold a numeral sign",
    arguments: [
      Aside("开展一对一帮扶。", "一对一"), Aside("打通服务最后一公里。", "一公里"), Aside("百年大计，教育为本。", "百年"),
      Aside("千方百计稳岗。", "千方百计"), Aside("第一时间到场。", "第一时间"), Aside("统一标准。", "统一"),
      Aside("走进生产一线。", "一线"), Aside("万一发生事故。", "万一"), Aside("四面八方赶来。", "四面八方"),
      Aside("一步一个脚印。", "一步一个脚印"), Aside("十分满意。", "十分"), Aside("万家灯火。", "万家"),
      Aside("千家万户。", "千家万户"), Aside("一心一意。", "一心"), Aside("三番五次上门。", "三番五次"),
    ])
  func idioms(aside: Aside) throws { try aside.check(.idiom) }

  @Test(
    "Names that hold a numeral",
    arguments: [
      Aside("开展“321”模式。", "321"), Aside("推广“1314”机制。", "1314"), Aside("建设365+劳动者驿站。", "365+"),
      Aside("乘坐G2096次列车。", "G2096"), Aside("开展“五小”活动。", "五小"), Aside("参观歼-20生产线。", "20"),
      Aside("推行“9+9+10”体系。", "9+9+10"), Aside("出台《科技新政30条》。", "30条"), Aside("开展“百日行动”。", "百日"),
      Aside("拨打12351热线。", "12351"), Aside("五一劳动奖章获得者。", "五一"), Aside("三八妇女节。", "三八"),
      Aside("5G网络建设。", "5G"), Aside("使用C919客机模型。", "C919"), Aside("90后职工小陈。", "90后"),
    ])
  func names(aside: Aside) throws { try aside.check(.name) }

  @Test(
    "Physical measures",
    arguments: [
      Aside("面积40平方米。", "40平方米"), Aside("行程4公里。", "4公里"), Aside("重达3吨。", "3吨"),
      Aside("室温26摄氏度。", "26摄氏度"), Aside("占地12亩。", "12亩"), Aside("身高1.75米。", "1.75米"),
      Aside("饮用水500毫升。", "500毫升"), Aside("建筑面积1.2万平方米。", "1.2万平方米"),
      Aside("每千瓦时电。", "千瓦"), Aside("发电30千瓦时。", "30千瓦时"),
    ])
  func measures(aside: Aside) throws { try aside.check(.measure) }

  @Test(
    "Places that hold a numeral",
    arguments: [
      Aside("国棉六厂职工。", "六厂"), Aside("第二社区工会。", "第二社区"), Aside("海南省三亚市总工会。", "三亚"),
      Aside("四川省总工会。", "四川省"),
      Aside("江西省九江市总工会。", "九江市"), Aside("湖北省十堰市总工会。", "十堰市"),
    ])
  func places(aside: Aside) throws { try aside.check(.place) }

  @Test(
    "How often",
    arguments: [
      Aside("每月一次集中学习。", "每月一次"), Aside("班车每天一趟。", "每天一趟"), Aside("每周两次例会。", "每周两次"),
      Aside("公司分4次付清。", "4次"),
    ])
  func frequencies(aside: Aside) throws { try aside.check(.frequency) }

  @Test("A numeral too large to be held is an overflow")
  func overflows() throws {
    let digits = String(repeating: "9", count: 60)
    try Aside("江苏省南通市总工会筹集资金\(digits)元。", digits).check(.overflow)
  }

  @Test("So it is in a list with a shared unit")
  func overflowInList() throws {
    let digits = String(repeating: "7", count: 40)
    let result = try facts(in: "江苏省南通市职工提出\(digits)、15、22项建议。")
    #expect(result.exclusions.contains { $0.raw.contains(digits) && $0.reason == .overflow })
  }

  @Test(
    "Figures that look like one of these",
    arguments: [
      Phrase("江苏省南通市1名职工入选。", "1名 1 person exact"),
      Phrase("江苏省南通市两名职工入选。", "两名 2 person exact"),
      Phrase("江苏省南通市上百名职工参加。", "上百名 100 person over"),
      Phrase("江苏省南通市总工会颁发一等奖10项。", "10项 10 项 exact"),
      Phrase("江苏省南通市总工会建设驿站12座。", "12座 12 site exact"),
      Phrase("江苏省南通市总工会办理案件12件。", "12件 12 件 exact"),
      Phrase("江苏省南通市总工会赠书30册，讲座4场。", "30册 30 册 exact", "4场 4 场 exact"),
      Phrase("江苏省南通市十一名职工入选。", "十一名 11 person exact"),
      Phrase("江苏省南通市三百六十五名职工入选。", "三百六十五名 365 person exact"),
      Phrase("江苏省南通市10岁以下儿童20名参加。", "20名 20 person exact"),
      Phrase("江苏省南通市3个小时服务职工60人次。", "60人次 60 person-time exact"),
      Phrase("江苏省南通市第六批学员60名结业。", "60名 60 person exact"),
      Phrase("江苏省南通市40平方米驿站服务职工50名。", "50名 50 person exact"),
      Phrase("江苏省南通市总工会每月培训职工30名。", "30名 30 person exact"),
      Phrase("江苏省南通市总工会按“321”模式慰问职工30名。", "30名 30 person exact"),
      Phrase("江苏省南通市国棉六厂获得专利36项。", "36项 36 项 exact"),
      Phrase("江苏省南通市一线职工36名入选。", "36名 36 person exact"),
      Phrase("江苏省南通市总工会7月9日慰问职工79名。", "79名 79 person exact"),
    ])
  func lookAlikes(phrase: Phrase) throws { try phrase.check() }
}
