import Testing

@testable import Loading

@Suite("Stops of a tour, zones, guests and helpers")
struct StopTests {
  @Test(
    "A stop has its own figures, the sum over them is of what holds them all",
    arguments: [
      ("福建省总工会慰问团走进三明市、南平市。在三明市，慰问职工80名；在南平市，走访企业300家。", "南平市"),
      ("福建省总工会慰问团走进三明市、南平市。在三明市，慰问职工80名；在南平市，走访企业5家。活动共走访企业300家。", "福建省"),
      ("河南省总工会表彰先进，郑州市5家、洛阳市3家企业受到表彰，共8家。", "河南省"),
      ("郑州市总工会表彰先进，中牟县5家企业受到表彰，职工公共浴室300家。", "中牟县"),
      ("从柳州出发，服务队又到贵港市、玉林市，为300名司机体检。", "广西壮族自治区"), ("从柳州出发，服务队为300名司机体检。", "柳州市"),
      ("在宁波市总工会、温州市总工会、丽水市总工会等组织下，300家单位参加竞赛。", "浙江省"),
      ("绍兴市总工会、金华市总工会联合办会，提供岗位300个。", "浙江省"), ("汉中市总工会与西安铁路局工会合办，300名职工登车。", "汉中市"),
      ("绍兴市总工会8家、金华市总工会300家。", "金华市"), ("甘孜州、阿坝州工会建成驿站300个。", "四川省"),
      ("苏州、无锡、常州三市总工会联办大赛，300名选手参赛。", "江苏省"),
    ])
  func stops(text: String, expected: String) throws {
    try Reading(text, expected).check(\.place.name)
  }

  @Test(
    "An area that is no division, and a county whose name is shortened",
    arguments: [
      ("雄安新区总工会慰问建设者300名。", "河北省"), ("安新县总工会慰问职工300名。", "安新县"), ("河北雄安新区慰问职工300名。", "河北省"),
      ("贵安新区总工会资助学生300名。", "贵州省"), ("珠海横琴新区总工会慰问职工300名。", "珠海市"), ("浦东新区总工会慰问职工300名。", "浦东新区"),
      ("遵义市比武。贵州茅台经济开发区总工会派出职工300名。", "遵义市"), ("贵州茅台经济开发区总工会派出职工300名。", "贵州省"),
      ("昌江县总工会慰问职工300名。", "昌江黎族自治县"), ("昌江区总工会慰问职工300名。", "昌江区"),
      ("江津区总工会选人。来自中铁(重庆)建设有限公司等单位的300名选手比拼。", "江津区"),
      ("江津区总工会选人。来自全省(重庆)的300名选手比拼。", "重庆市"),
    ])
  func areas(text: String, expected: String) throws {
    try Reading(text, expected).check(\.place.name)
  }

  @Test(
    "Guests, halls and helpers are not whom a figure is about",
    arguments: [
      ("甘肃省总办推介会，北京、上海等省市工会负责人应邀到场，签约300家。", "甘肃省"), ("甘肃省总办推介会，兰州市总工会签约300家。", "兰州市"),
      ("陕西工会办洽谈会。洽谈会在西安中心会场开场。共吸引单位300家。", "陕西省"),
      ("山南市总工会完成湖南省总工会援藏项目资金支出300万元。", "山南市"), ("湖南省总工会拨付援藏项目资金300万元。", "湖南省"),
      ("青海启运物资。物资从海东市物流园、循化县启运，援助300户。", "青海省"),
    ])
  func guests(text: String, expected: String) throws {
    try Reading(text, expected).check(\.place.name)
  }

  @Test(
    "The capital in passing, and what the nation's union counts",
    arguments: [
      ("春日的北京，劳动者过节。庆祝大会在北京人民大会堂召开。煤炭系统300人获全国五一劳动奖章。", "全国"),
      ("北京市总工会过节。庆祝大会在北京人民大会堂召开。煤炭系统300人获全国五一劳动奖章。", "北京市"),
      ("本报北京6月2日电 全国铁路系统重视培训。现有技师300人。北京站也办班。", "全国"),
      ("大会在北京召开。山西焦煤集团等300家企业获全国五一劳动奖状。", "全国"),
      ("据全国总工会统计，各地建成驿站300个。山东也建。", "全国"), ("据全国总工会要求，山东建成驿站300个。", "山东省"),
    ])
  func capital(text: String, expected: String) throws {
    try Reading(text, expected).check(\.place.name)
  }

  @Test(
    "The paper's own city, its union, and what the next paragraph says of a list",
    arguments: [
      ("市总工会慰问职工300名。", "晋江经济报", "晋江市"), ("我市慰问职工300名。", "今日江山", "江山市"),
      ("县总工会慰问职工300名。", "淳安发布", "淳安县"), ("工会慰问职工300名。", "中原网", "全国"),
      ("本报讯 市工人文化宫办班，培训职工300名。市总工会也办。", "太仓日报", "太仓市"),
      ("某集团工会传来消息，收到建议300项。\n其中，泾阳公司悬挂横幅。", "劳动午报", "北京市"),
      ("某集团工会传来消息，收到建议4000项。\n其中，泾阳公司悬挂横幅300条。", "劳动午报", "泾阳县"),
      ("市总工会通报。\n全国总工会今年表彰先进。\n从名单上看，产业工人300名。", "柳州日报", "全国"),
      ("市总工会通报。\n全国总工会今年表彰先进。\n我市另有产业工人300名。", "柳州日报", "柳州市"),
    ])
  func papers(text: String, newspaper: String, expected: String) throws {
    try Reading(text, expected).check(\.place.name, newspaper: newspaper)
  }
}
