import FactModel
import TestSupport
import Testing

@Suite("Places inside words, lists, brackets and the heads of reports")
struct PlaceListTests {
  private func check(_ text: String, _ expected: String) throws {
    let found = try facts(in: text).facts.map(\.place.name)
    #expect(found.last == expected, "\(found)")
  }

  @Test(
    "What 县 means behind a verb is any county",
    arguments: [
      ("四川省总工会提高县级工会补助，慰问职工300名。", "四川省"), ("贵州省总工会规范县级账目，检查单位300家。", "贵州省"),
      ("江西省总工会发布创新县域案例300个。", "江西省"), ("江苏省总工会受理县区来信300件。", "江苏省"),
      ("甘肃省成县总工会慰问职工300名。", "成县"), ("甘肃省陇南市成县区域工会慰问职工300名。", "成县"),
      ("四川省高县总工会慰问职工300名。", "高县"),
    ])
  func hidden(text: String, expected: String) throws { try check(text, expected) }

  @Test(
    "Members of a list whose number follows it are counted together",
    arguments: [
      ("四川省德阳市总工会评先。广汉市体育馆、什邡市烟厂、绵竹市医院3家单位入选。", "德阳市"),
      ("四川省德阳市总工会评先。省总工会公布名单，广汉市体育馆、什邡市烟厂、绵竹市医院3家单位入选。", "德阳市"),
      // The number is not that of the list.
      ("四川省德阳市总工会评先。广汉市体育馆、什邡市医院有职工300名。", "什邡市"),
      ("四川省总工会建书屋，其中成都15家、德阳2家。", "德阳市"), ("四川省总工会建书屋，其中成都三家、德阳两家。", "德阳市"),
      // The one place holds all that is listed.
      ("浙江省湖州市总工会评先。长兴县的天能公司、诺力公司、五金厂3家企业入选。", "长兴县"),
      ("中华全国总工会公布名单。其中武汉大学教授王明等12人获奖，沈阳师范大学教师李强等19人入选。", "全国"),
    ])
  func lists(text: String, expected: String) throws { try check(text, expected) }

  @Test(
    "A bracket that says who is not counted",
    arguments: [
      ("河南省总工会办互助，300人参保(郑州市另有办法，不在其内)，发放互助金300元。", "河南省"),
      ("河南省总工会走访企业，某公司(郑州)投入资金300元。", "郑州市"),
    ])
  func brackets(text: String, expected: String) throws { try check(text, expected) }

  @Test(
    "The place before a day and 电 or 讯 is where the report was written",
    arguments: [
      ("经济日报北京4月11日讯 中华全国总工会说，互助保障赔付300元。", "全国"), ("本报北京4月11日讯 北京市总工会赔付300元。", "北京市"),
      ("光明网兰州5月9日讯 甘肃省总工会慰问职工300名。", "甘肃省"),
    ])
  func datelines(text: String, expected: String) throws { try check(text, expected) }

  @Test(
    "An outlet on the net tells where 我州 is, a city that it is named after is no state",
    arguments: [
      ("景洪网讯 我州职工300人参保。", "西双版纳傣族自治州"), ("都匀在线讯 全州有300名职工参保。", "黔南布依族苗族自治州"),
      ("景洪网讯 我州第十一期互助活动有300人参加。", "西双版纳傣族自治州"), ("景洪市总工会讯 职工300人参保。", "景洪市"),
    ])
  func outlets(text: String, expected: String) throws { try check(text, expected) }

  @Test(
    "自治区 alone is the region that acts, or any",
    arguments: [
      ("广西壮族自治区总工会评奖，全国评出180项，自治区300项入选。", "广西壮族自治区"),
      ("广西壮族自治区桂林市总工会评奖，慰问自治区劳模300名。", "桂林市"),
      ("上海市总工会与5个自治区联手，慰问职工300名。", "上海市"),
    ])
  func regions(text: String, expected: String) throws { try check(text, expected) }

  @Test(
    "A contest that bears a place's name is that place's wherever it is held",
    arguments: [
      ("辽宁省职工篮球赛在鞍山市落幕，300名球员参赛。", "辽宁省"), ("全国职工羽毛球赛在宁波市落幕，300名选手参赛。", "全国"),
      ("辽宁省总工会招聘会在鞍山市举行，300名职工参加。", "鞍山市"),
    ])
  func contests(text: String, expected: String) throws { try check(text, expected) }

  @Test(
    "Workers from several provinces are of the place that they came to",
    arguments: [
      ("来自河南、安徽等地的农民工300名在嘉兴市参加体检。", "嘉兴市"),
      ("来自河南、安徽等地的农民工300名领到工钱。", "全国"),
    ])
  func origins(text: String, expected: String) throws { try check(text, expected) }

  @Test(
    "An item of a list, and a clause that says what is done, speak for themselves",
    arguments: [
      ("洛阳市总工会赠送意外伤害保险3万份、健康体检9000份、重大疾病保险300份。", ["mutual-aid", "health", "mutual-aid"]),
      ("洛阳市总工会救助困难职工90名，送去帮扶救助，为300名外卖员办理互助保险。", ["hardship-aid", "mutual-aid"]),
      ("洛阳市总工会送去帮扶救助，慰问外卖员300名。", ["hardship-aid"]),
    ])
  func items(text: String, expected: [String]) throws {
    #expect(try facts(in: text).facts.map(\.program) == expected)
  }

  @Test(
    "The head of a report names its outlet by a county",
    arguments: [
      ("云上崇阳报道：我县工会走访企业300家。", "崇阳县"), ("掌上桐城讯 市总工会慰问职工300名。", "桐城市"),
      ("红网溆浦站6月3日讯 县总工会慰问职工300名。", "溆浦县"), ("四川省总工会请云上茶社的职工300名。", "四川省"),
    ])
  func heads(text: String, expected: String) throws { try check(text, expected) }

  @Test(
    "The short name of a county's city, where its province is told or a zone follows",
    arguments: [
      ("吉林省总工会建站。珲春服务区接待300人。", "珲春市"), ("江阴临港经济开发区总工会培训职工300名。", "江阴市"),
      ("浙江省总工会表彰劳模。劳模王永康带徒300名。", "浙江省"), ("某地卖出珲春特产300件。", "全国"),
    ])
  func cities(text: String, expected: String) throws { try check(text, expected) }

  @Test(
    "A branch of a firm is where the last name says; a firm of a county's city, where nothing else is named",
    arguments: [
      ("国网内蒙古东部电力通辽供电公司工会慰问职工300名。", "通辽市"), ("湖南省总工会慰问长沙机床集团职工300名。", "湖南省"),
      ("昆山好孩子集团工会慰问职工300名。", "昆山市"), ("上海市总工会来访。昆山好孩子集团工会慰问职工300名。", "上海市"),
      ("浙江宁波舟山港集团工会慰问职工300名。", "宁波市"), ("中国电建成都院工会慰问职工300名。", "成都市"),
    ])
  func branches(text: String, expected: String) throws { try check(text, expected) }

  @Test(
    "Names that are no more are read as they are printed",
    arguments: [
      ("北京崇文区总工会慰问职工300名。", "崇文区 北京市"), ("成都郫县总工会慰问职工300名。", "郫县 四川省"),
      ("黑龙江东宁县总工会慰问职工300名。", "东宁县 黑龙江省"), ("贵州盘县总工会慰问职工300名。", "盘县 贵州省"),
    ])
  func former(text: String, expected: String) throws {
    let fact = try #require(try facts(in: text).facts.last)
    #expect("\(fact.place.name) \(fact.place.province)" == expected)
  }

  @Test(
    "Experts who come from elsewhere, hosts, and rows whose figures follow a comma",
    arguments: [
      ("宜昌市总工会办讲座。武汉大学专家为300名职工讲课。", "宜昌市"), ("宜昌市总工会办讲座。武汉大学工会慰问职工300名。", "武汉市"),
      ("深圳市宝安区总工会联合田东县总工会在田东县举办招聘会，提供岗位300个。", "田东县"),
      ("安徽省总工会说，芜湖、蚌埠走在前面，分别有260人、300人持证。", "蚌埠市"),
      ("广东省总工会在榕江县建起工作站，培训村民300人。", "榕江县"),
      ("走进安徽省砀山县一个果园，省总工会正在讲课，300名果农听讲。", "砀山县"),
      ("兰州市工会干部从市区赶到永登县的村里，帮助村民300户。", "永登县"),
    ])
  func guests(text: String, expected: String) throws { try check(text, expected) }

  @Test(
    "县总工会组织 tells a deed; how many people of a programme there are tells it",
    arguments: [
      ("县总工会组织植树，300名职工到场。", "other"), ("全市新建工会组织300个。", "organizing"),
      ("洛阳市总工会送清凉。目前，全市有300名新就业形态劳动者，他们很忙。", "new-employment"),
      ("洛阳市总工会送清凉。目前，已有300名新就业形态劳动者领到礼包。", "seasonal-care"),
    ])
  func deeds(text: String, expected: String) throws {
    #expect(try facts(in: text).facts.last?.program == expected)
  }
}
