import FactModel
import TestSupport
import Testing

@Suite("Places named beside the one that a figure is about")
struct PlaceAsideTests {
  private func check(_ text: String, _ expected: String, newspaper: String = "") throws {
    let found = try facts(in: text, newspaper: newspaper).facts.map(\.place.name)
    #expect(found.last == expected, "\(found)")
  }

  @Test(
    "Whence one or many came, where another place is told",
    arguments: [
      ("洛阳市总工会帮人讨薪。来自湖北的农民工赵某替工友领到300元。", "洛阳市"),
      ("洛阳市总工会送岗位。来自湖北省的企业300家进场。", "湖北省"),
      ("来自湖北、四川等地的300名农民工到洛阳市一工地务工。", "洛阳市"), ("来自湖北、四川等地的300名农民工领到工钱。", "全国"),
      ("沙县区总工会在北京、上海等地建立联合工会300个。", "沙县区"),
      ("洛阳市总工会请来自全国各地的300名农民工吃年夜饭。", "洛阳市"),
      ("洛阳市总工会在武汉来洛农民工中征集到岗位300个。", "洛阳市"),
      ("洛阳市的启动仪式在嵩县文化馆举行，300名来自全市的职工到场。", "洛阳市"),
      ("洛阳市的启动仪式在嵩县文化馆举行，300名职工到场。", "嵩县"),
    ])
  func origins(text: String, expected: String) throws { try check(text, expected) }

  @Test(
    "On whose word and under whose lead: of the figures of their own clause at most",
    arguments: [
      ("洛阳市总工会送温暖。根据河南省总工会部署，慰问职工300名。", "洛阳市"), ("河南省总工会部署工作，慰问职工300名。", "河南省"),
      ("洛阳市总工会助学。在河南省总工会1800元的基础上，又配套300元。", "洛阳市"),
      ("洛阳市总工会助学。在河南省总工会300元的基础上，有了新办法。", "河南省"),
      ("洛阳市总工会助学，慰问职工500名(其中嵩县200名)，资助300名。", "洛阳市"),
      ("洛阳市总工会助学，慰问职工500名(其中嵩县300名)。", "嵩县"),
    ])
  func adjuncts(text: String, expected: String) throws { try check(text, expected) }

  @Test(
    "Guests, helpers, and those who are asked",
    arguments: [
      ("洛阳市总工会请来嵩县交警，为300名骑手讲课。", "洛阳市"), ("洛阳市总工会联合武汉市总工会办班，培训职工300名。", "洛阳市"),
      ("洛阳市总工会与嵩县总工会办班。嵩县总工会邀请骑手等300名参加。", "嵩县"),
      ("洛阳市总工会向河南省总工会申请贷款300元。", "洛阳市"), ("和田地区工会利用天津市总援助资金培训300人次。", "和田地区"),
      ("临夏州兴办扶贫车间。厦门市企业来了，全州建成车间260家，其中厦门援建210家。", "临夏回族自治州"),
      ("洛阳市总工会送她到武汉市参加培训。市总工会贷给她300元。", "洛阳市"),
    ])
  func helpers(text: String, expected: String) throws { try check(text, expected) }

  @Test(
    "Prizes, ranks and means are no places; a mean of the nation is the nation's",
    arguments: [
      ("洛阳市总工会报喜，300名职工获河南省科学技术奖。", "洛阳市"), ("洛阳市职工获河南省科学技术奖300项。", "洛阳市"),
      ("洛阳市工会建站300家，在全省是头一个，服务职工500名。", "洛阳市"),
      ("河南省洛阳市总工会报喜，在全省建站300家。", "河南省"), ("洛阳市职工人均400元，比全国平均300元要高。", "全国"),
      ("洛阳市职工入选全国300名优秀指导员。", "全国"), ("洛阳市涧西区职工报喜，获市总命名工作室300个。", "涧西区"),
      ("湖南省湘潭市总工会的班是湖南首个，有300名孩子参加。", "湘潭市"),
    ])
  func ranks(text: String, expected: String) throws { try check(text, expected) }

  @Test(
    "Names inside names",
    arguments: [
      ("常熟市(苏州)总工会慰问职工300名。", "常熟市"), ("苏州市(常熟市)总工会慰问职工300名。", "常熟市"),
      ("贵州省办竞赛，贵阳至南宁高速铁路工地上，职工300名参加。", "贵州省"), ("南宁市总工会办竞赛，贵阳至南宁，职工300名参加。", "南宁市"),
      ("四川汶川地震后，山西省晋城市工会捐款300元。", "晋城市"), ("山西省晋城市工会向四川汶川捐款300元。", "汶川县"),
      ("贵州省贵阳、惠水、普定三场招聘会，共有企业300家。", "贵州省"),
    ])
  func insideNames(text: String, expected: String) throws { try check(text, expected) }

  @Test(
    "Each of a row gets its own, where as many figures follow",
    arguments: [
      ("广东省总工会拨款。广州、佛山分别配套400元、300元。", "佛山市"), ("广东省总工会拨款。广州、佛山分别配套300元。", "广东省"),
      ("广东省总工会拨款。广州、佛山共配套400元、300元。", "广东省"),
      ("大庆市让胡路区工会、肇源县工会分别发放300元和260元。", "肇源县"),
    ])
  func shares(text: String, expected: String) throws { try check(text, expected) }

  @Test("The first of a row of unions gets its own figure too")
  func firstShare() throws {
    let text = "大庆市让胡路区工会、肇源县工会分别发放300元和260元。"
    #expect(try facts(in: text).facts.map(\.place.name) == ["让胡路区", "肇源县"])
  }

  @Test(
    "Who inspects a place of his own acts there; whom he visits elsewhere is no place",
    arguments: [
      ("山东省总工会到临沂市沂水县调研，走访企业300家。", "沂水县"), ("山东省总工会到武汉市调研，走访企业300家。", "山东省"),
    ])
  func inspections(text: String, expected: String) throws { try check(text, expected) }

  @Test(
    "The venue of an event goes on with 现场, its actor with 本次活动",
    arguments: [
      ("7月5日，河南省招聘活动启动仪式在洛阳市举行。\n启动仪式现场组织企业300家。", "洛阳市"),
      ("7月5日，河南省招聘活动启动仪式在洛阳市举行。\n今年，全省将组织招聘会300场。", "河南省"),
      ("河南多地工会送体检。\n7月5日，洛阳市总工会送体检。\n本次活动惠及职工300名。", "洛阳市"),
    ])
  func events(text: String, expected: String) throws { try check(text, expected) }

  @Test(
    "A list of samples from other places is of the place that shows them",
    arguments: [
      ("广州市办展销会，带来甘孜松茸、林芝苹果等近300种特产。", "广州市"), ("广州市办展销会，林芝苹果卖出300箱。", "林芝市"),
    ])
  func samples(text: String, expected: String) throws { try check(text, expected) }

  @Test(
    "What the newspaper's home lends: firms and spots by short names, 全区, the district of a broadcaster",
    arguments: [
      ("黄陵矿业公司工会慰问职工300名。", "陕西工人报", "黄陵县"), ("黄陵大桥上，慰问职工300名。", "陕西工人报", "陕西省"),
      ("凯里某工地上，农民工300名领到工钱。", "贵州日报", "凯里市"), ("全区工会慰问职工300名。", "宁夏日报", "宁夏回族自治区"),
      ("我区工会慰问职工300名。", "万州广播电视台", "万州区"), ("大局和县工会慰问职工300名。", "河北工人报", "河北省"),
      ("医保定点机构服务职工300名。", "天津工人报", "天津市"),
    ])
  func press(text: String, newspaper: String, expected: String) throws {
    try check(text, expected, newspaper: newspaper)
  }

  @Test(
    "全州 is of the state, not of a city inside it",
    arguments: [
      ("云南省红河州个旧市有矿。市总工会慰问职工300名。", "个旧市"), ("云南省红河州有矿。州总工会慰问职工300名。", "红河哈尼族彝族自治州"),
      ("都匀市某企业欠薪。黔南州工会检查。全州追回工资300元。", "黔南布依族苗族自治州"),
      ("黔南州工会检查。都匀市追回工资300元。", "都匀市"),
    ])
  func states(text: String, expected: String) throws { try check(text, expected) }

  @Test(
    "Where a disaster happened is not who gives; in a row of unions a firm's is of no other member",
    arguments: [
      ("河南省洛阳市总工会传来消息。四川发生地震后，我市工会很挂念。工会捐款300万元。", "洛阳市"),
      ("河南省洛阳市总工会传来消息。四川省总工会很挂念。工会捐款300万元。", "四川省"),
      ("洛阳市各级工会捐款。其中：嵩县总工会3万元，大河集团工会150万元。", "洛阳市"),
      ("洛阳市各级工会捐款。其中：嵩县总工会3万元，职工捐款150万元。", "嵩县"),
    ])
  func givers(text: String, expected: String) throws { try check(text, expected) }
}
