import FactModel
import TestSupport
import Testing

@Suite("Standards by their sentence, and plans that end, by the page of 2025-07-12")
struct BoundStatusTests {
  private func statuses(_ text: String) throws -> [String] {
    try facts(in: text).facts.map { "\($0.provenance.raw) \($0.status.rawValue)" }
  }

  @Test(
    "Bounds of a class, places a year, amounts by class are rules",
    arguments: [
      ("洛阳市职工25人以上的企业都要建会。", "25人以上 rule"), ("7月8日，洛阳市300人以上参加义诊。", "300人以上 actual"),
      ("洛阳市每年疗休养名额300个。", "300个 rule"), ("洛阳市疗休养名额增加到300个。", "300个 actual"),
      ("洛阳市职工自付超过2000元即可申请补助。", "超过2000元 rule"),
      ("洛阳市资助本科生5000元，专科生3000元。", "3000元 rule"), ("洛阳市职工王某获赔5000元，职工李某获赔3000元。", "3000元 case"),
      ("助学标准为：高中生2000元，大学生4000元。", "4000元 rule"), ("助学标准为每人2000元，共发放32万元。", "32万元 actual"),
      ("洛阳市职工个人缴费50元，工会补贴30元。", "30元 rule"), ("洛阳市职工完成下达任务的85%。", "85% actual"),
      ("洛阳市职工住院补助人均2300元，最高的达6.8万元。", "6.8万元 case"), ("该计划中，住院每天补助60元。", "60元 rule"),
    ])
  func standards(text: String, expected: String) throws {
    #expect(try statuses(text).last == expected)
  }

  @Test(
    "So much for each in the next clause too; averages and sums of rewards are no rules",
    arguments: [
      ("洛阳市总工会每个省级示范点补助10万元，市级示范点补助5万元。", "5万元 rule"),
      ("洛阳市总工会每个示范点补助10万元，共补助50万元。", "50万元 actual"),
      ("洛阳市总工会拨付每所夜校开办经费2万元。", "2万元 rule"), ("洛阳市总工会拨付夜校开办经费2万元。", "2万元 actual"),
      ("洛阳市每个驿站年均服务2600人次。", "2600人次 actual"), ("洛阳市每个班招收学员26人。", "26人 rule"),
      ("洛阳市评出成果60项，奖励资金26万元。", "26万元 actual"), ("洛阳市每项成果奖励资金2万元。", "2万元 rule"),
      ("21名农民工前来求助，称某公司拖欠工资42万元。", "42万元 case"),
    ])
  func each(text: String, expected: String) throws {
    #expect(try statuses(text).last == expected)
  }

  @Test(
    "What must be, what is made, what many got together, and what each yields a year",
    arguments: [
      ("洛阳市要净增会员4.2万人。", "4.2万人 planned"), ("洛阳市因需要照顾老人，300名女工弹性上班。", "300名 actual"),
      ("洛阳市骑手每天要服务300人。", "300人 actual"), ("洛阳市的班规模应在15人以上（含15人）。", "15人 rule"),
      ("规模上，洛阳市的班在30人以上。", "30人以上 rule"), ("洛阳市年内将培育10家以上示范企业。", "10家以上 planned"),
      ("洛阳市430人次享受理赔38万元。", "38万元 actual"), ("洛阳市职工享受理赔5000元。", "5000元 rule"),
      ("洛阳市会员领到补助21万元，占交纳互助金总额的18%。", "18% actual"), ("洛阳市会员领到单笔最高补助2.6万元。", "2.6万元 case"),
      ("洛阳市每个工作室每年培养人才3至15人。", "3至15人 actual"),
      ("洛阳市的慰问金标准上调，从2000元提高到3000元。", "3000元 rule"), ("洛阳市职工工资从2000元提高到3000元。", "3000元 actual"),
      ("理论占总成绩的40%，洛阳市实操占60%。", "60% rule"), ("男工占40%，洛阳市女工占60%。", "60% actual"),
      ("洛阳市规模300户以上且入住率30%以上的安置点设超市。", "30%以上 rule"), ("洛阳市30%以上的企业设超市。", "30%以上 actual"),
      ("洛阳市自付超过3万元的会员，可申请救助。", "超过3万元 rule"), ("洛阳市发放超过3万元的慰问品。", "超过3万元 actual"),
      ("洛阳市的贷款单笔最高20万元。", "最高20万元 rule"),
      ("洛阳市对患病职工发放2000元至5000元的救助金。", "2000元至5000元 rule"),
      ("洛阳市职工收入为2000元至5000元。", "2000元至5000元 actual"),
      ("洛阳市初级工补1000元、高级工补2000元。", "2000元 rule"), ("洛阳市职工共补2000元。", "2000元 actual"),
      ("洛阳市企业新聘一名技师，可获一次性补贴3万元，助理补贴1万元。", "1万元 rule"),
      ("洛阳市人均体检标准不低于300元。", "不低于300元 rule"), ("洛阳市职工学费由工会补贴80%。", "80% rule"),
      ("洛阳市职工计件单价提高8%。", "8% actual"), ("洛阳市驿站的绿豆汤3元一碗。", "3元 rule"),
      ("洛阳市五星级的驿站每年补助8000元，四星级的5000元。", "5000元 rule"),
      ("洛阳市办“粤菜师傅”培训班，学员挣到4800元。", "4800元 actual"), ("洛阳市提出新建工会80家、发展会员600人的目标。", "600人 planned"),
      ("洛阳市完成了新建工会80家、发展会员600人的目标。", "600人 actual"),
    ])
  func demands(text: String, expected: String) throws {
    #expect(try statuses(text).last == expected)
  }

  @Test(
    "Words of the future in names, and tasks that were done",
    arguments: [
      ("洛阳市总工会办“创享未来”沙龙18场。", "18场 actual"), ("洛阳市该方案获得大奖，奖金26万元。", "26万元 actual"),
      ("洛阳市从现在起到2030年，每年培训300人。", "300人 planned"),
      ("洛阳市总工会的2026年安排\n新建站点60个。", "60个 planned"),
      ("面向未来，洛阳市总工会选树工匠60名。", "60名 actual"),
      ("未来，洛阳市总工会选树工匠60名。", "60名 planned"), ("洛阳市的目标任务提前完成。发展会员300名。", "300名 actual"),
      ("洛阳市首批40名学员即将结业；平台为16家企业招工。", "16家 actual"), ("洛阳市疗休养团启程，50名职工将住上7天。", "50名 actual"),
      ("7月起，洛阳市50名职工将参加疗休养。", "50名 planned"), ("洛阳市职工都将领到礼包。此外，走访劳模12人。", "12人 actual"),
      ("洛阳市的目标任务分为两步。发展会员300名。", "300名 planned"),
    ])
  func future(text: String, expected: String) throws {
    #expect(try statuses(text).last == expected)
  }

  @Test(
    "What came of a plan, papers that are drawn up and 将 beside a preposition",
    arguments: [
      ("洛阳市计划培训600人，实际培训850人。", "850人 actual"), ("洛阳市总工会拟定方案，走访企业56家。", "56家 actual"),
      ("洛阳市总工会拟定于8月走访企业56家。", "56家 planned"), ("洛阳市将对38个集体授予奖状。", "38个 planned"),
      ("洛阳市总工会将投入600万元改造文化宫。", "600万元 planned"), ("洛阳市将A公司、B公司等15家企业评为先进。", "15家 actual"),
      ("洛阳市将投入资金，支持建设。再建站点60个。", "60个 planned"), ("洛阳市将投入资金，支持建设。站点已有60个。", "60个 actual"),
      ("洛阳市完成了全年目标任务。\n发展会员300名。", "300名 actual"), ("10月底前新建工会小组200个。", "200个 planned"),
    ])
  func plans(text: String, expected: String) throws {
    #expect(try statuses(text).last == expected)
  }

  @Test(
    "What stands below the heading of a plan is planned",
    arguments: [
      ("洛阳市总工会公布下半年工作安排\n一、办好培训班20期。", "20期 planned"),
      ("洛阳市总工会今年工作目标：发展会员300名。", "300名 planned"), ("会议提出，2026年要重点抓好五项工作。发展会员300名。", "300名 planned"),
      ("会议指出，重点抓好的五项工作已落实。发展会员300名。", "300名 actual"), ("洛阳市总工会完成今年工作目标\n发展会员300名。", "300名 actual"),
    ])
  func headings(text: String, expected: String) throws {
    #expect(try statuses(text).last == expected)
  }

  @Test(
    "这位职工 goes on with a story; who speaks of others is none",
    arguments: [
      ("一位职工写来感谢信。这位职工花费4.2万元。", "4.2万元 case"),
      ("洛阳市总工会主席于兰说，准备了8万元的慰问品。", "8万元 actual"), ("骑手李明说，他一个月挣8000元。", "8000元 case"),
    ])
  func stories(text: String, expected: String) throws {
    #expect(try statuses(text).last == expected)
  }
}
