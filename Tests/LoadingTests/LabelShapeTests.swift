import Testing

@testable import Loading

@Suite("Labels behind a slash, of rows, owners and passives")
struct LabelShapeTests {
  @Test(
    "What is counted, not what stands beside it",
    arguments: [
      Reading("会员选购云雾茶300份。", "云雾茶"), Reading("全市有煤矿300个。", "煤矿"),
      Reading("实际结果中，产业工人占到40%。", "产业工人"), Reading("比赛保费每份25元/人。", "比赛保费每份"),
      Reading("给予工会会员300元/人的生活补贴。", "生活补贴"), Reading("分别给予600元、400元、200元不同金额奖励。", "金额奖励"),
      Reading("有15个项目获奖，其中甲化工公司6项，新桥矿业公司5项。", "项目"), Reading("全市有矿业公司5家。", "矿业公司"),
      Reading("驿站汇集物品3万件，2万件被有需要的职工领取。", "物品"), Reading("向困难职工发物品3万件，惠及300人。", "困难职工"),
      Reading("每人每份的保障费为15元。", "保障费"), Reading("300名从四川来的农民工进城。", "农民工"),
      Reading("公布了11件2020年服务职工的实事项目。", "实事项目"), Reading("企业一线矿工有300人。", "企业一线矿工"),
      Reading("送温暖金额比上年增加300万元。", "送温暖金额"), Reading("为300名货车司机、外卖员等新业态职工办实事。", "新业态职工"),
      Reading("慰问300名货车司机、外卖员。", "货车司机"), Reading("全总拨付300万元的救助专项基金。", "救助专项基金"),
      Reading("公司拿出300万元，奖励工匠。", "奖励"), Reading("全市建立工会3200家。", "工会"),
      Reading("送去大米等物品，价值2500元。", "物品"), Reading("全市职工获表彰30名。", "职工"),
      Reading("“两癌”筛查300人次。", "“两癌”筛查"),
      Reading("会员由2015年的200人发展到如今的300人。", "会员"), Reading("结业学员月薪3000元。", "结业学员月薪"),
      Reading("建会率稳定在85%以上。", "建会率"), Reading("市总工会组织30个检查组，走进车间。", "检查组"),
      Reading("31家企业未按标准发放津贴。", "企业"), Reading("返岗率88%，比上周提高21个百分点。", "返岗率"),
    ])
  func labels(reading: Reading) throws { try reading.check(\.label) }
}
