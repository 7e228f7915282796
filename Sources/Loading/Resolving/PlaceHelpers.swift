import FactModel
import Lexicon

/// Places of those who help, come as guests, or are only asked.
extension PlaceResolver {
  static let invitations = PhraseSet(["邀请", "请来", "特邀", "邀", "接待"])

  /// 请来鼓楼交警, 邀请渝北区总工会: a guest.
  static func isGuest(_ mention: PlaceMention, _ scan: Scan) -> Bool {
    invitations.ends(at: mention.range.lowerBound, scan)
  }

  private static let arrivals = PhraseSet(["应邀", "受邀"])
  private static let longestGuest = 16

  /// 北京、上海等省市工会负责人应邀到场: guests at the event of another place.
  static func isInvited(
    _ mention: PlaceMention, _ home: Int?, _ gazetteer: Gazetteer, _ scan: Scan
  ) -> Bool {
    let isRow = mention.division == gazetteer.nationIndex && !mention.isRelative && home != nil
    guard isRow || isOther(mention, home, gazetteer) else { return false }
    let rest = scan.restOfClause(from: mention.range.upperBound, most: longestGuest)
    return arrivals.occurs(in: rest, scan)
  }

  private static let experts = PhraseSet([
    "专家", "教授", "医生", "医护", "医疗队", "医疗团队", "律师", "讲师", "老师", "学者", "心理咨询师", "志愿者", "主任医师",
  ])

  /// 武汉大学专家为600名职工讲课, in an article about 宜昌: who comes to help.
  static func sendsExperts(_ mention: PlaceMention, _ scan: Scan) -> Bool {
    experts.occurs(in: scan.restOfClause(from: mention.range.upperBound, most: longestGuest), scan)
  }

  private static let halls = PhraseSet(["中心会场", "主会场", "分会场"])

  /// 西安中心会场: where one event of many is held.
  static func isHall(_ mention: PlaceMention, _ scan: Scan) -> Bool {
    halls.begins(at: mention.range.upperBound, scan)
  }

  /// Whether a place lies inside that of the article, and is not that.
  static func isInHome(_ mention: PlaceMention, _ home: Int?, _ gazetteer: Gazetteer) -> Bool {
    guard let home else { return false }
    return mention.division != home && gazetteer.isInside(mention.division, home)
  }

  private static let joinings = PhraseSet(["联合", "携手", "会同", "参加", "参与"])

  /// 联合长寿区总工会, 参加渝北区总工会的健康跑: with whom, where they do not hold each other.
  static func isJoined(_ mention: PlaceMention, _ scan: Scan) -> Bool {
    joinings.ends(at: mention.range.lowerBound, scan)
  }

  /// Whether an article of another place names it.
  static func isOther(_ mention: PlaceMention, _ home: Int?, _ gazetteer: Gazetteer) -> Bool {
    guard let home else { return false }
    return gazetteer.isApart(mention.division, home)
  }

  /// The lists that every place is asked for, with one look for both.
  private struct HelperWords {
    let uses = PhraseSet(["利用", "使用", "争取", "用好"])
    let buildings = PhraseSet(["援建", "捐建", "援助建"])
  }
  private static let helperWords = HelperWords()
  private static let toward = Sign.unit("向")
  private static let requests = PhraseSet(["申请", "争取", "提出", "上报", "申报", "报送", "汇报"])
  private static let means = PhraseSet([
    "资金", "经费", "援助", "援疆", "援藏", "款", "慰问金", "补助", "扶持",
  ])
  private static let reach = 10

  /// 向省总工会申请贷款, 利用天津市总援助资金, 其中厦门援建210家: who gives, beside the place that gets.
  static func isHelper(_ mention: PlaceMention, _ scan: Scan) -> Bool {
    let (start, end) = (mention.range.lowerBound, mention.range.upperBound)
    if scan.unit(start - 1) == toward { return requests.occurs(in: end..<end + reach, scan) }
    let words = helperWords
    if words.uses.ends(at: withoutLevels(start, scan), scan) {
      return means.occurs(in: end..<end + reach, scan)
    }
    return words.buildings.begins(at: end, scan)
  }

  private static let levels = SignSet("省市州区")

  /// Where 省、市总工会 begins.
  private static func withoutLevels(_ start: Int, _ scan: Scan) -> Int {
    let isListed =
      Sign.joiners.contains(scan.unit(start - 1))
      && levels.contains(scan.unit(start - 2))
    return isListed ? start - 2 : start
  }

  private static let aids = PhraseSet(["援藏", "援疆", "援青", "对口援助", "对口支援"])

  /// 阿里地区工会完成陕西省总工会援藏资金支出: whose help it is, behind the place that gets it.
  static func isOfHelp(
    _ mention: PlaceMention, _ mentions: ArraySlice<PlaceMention>, _ gazetteer: Gazetteer,
    _ scan: Scan
  ) -> Bool {
    let end = mention.range.upperBound
    return !mention.isRelative
      && mentions.contains {
        $0.range.upperBound < mention.range.lowerBound
          && gazetteer.isApart($0.division, mention.division)
      } && aids.occurs(in: end..<end + reach, scan)
  }
}
