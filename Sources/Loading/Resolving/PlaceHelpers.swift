import FactModel
import Lexicon

/// Places of those who help, come as guests, or are only asked.
extension PlaceResolver {
  static let invitations = PhraseSet(["邀请", "请来", "特邀", "邀"])

  /// 请来鼓楼交警, 邀请渝北区总工会: a guest.
  static func isGuest(_ mention: PlaceMention, _ scan: Scan) -> Bool {
    invitations.ends(at: mention.range.lowerBound, scan)
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

  private static let toward = Sign.unit("向")
  private static let requests = PhraseSet(["申请", "争取", "提出", "上报", "申报", "报送", "汇报"])
  private static let uses = PhraseSet(["利用", "使用", "争取", "用好"])
  private static let means = PhraseSet(["资金", "经费", "援助", "援疆", "援藏", "款"])
  private static let buildings = PhraseSet(["援建", "捐建", "援助建"])
  private static let reach = 10

  /// 向省总工会申请贷款, 利用天津市总援助资金, 其中厦门援建210家: who gives, beside the place that gets.
  static func isHelper(_ mention: PlaceMention, _ scan: Scan) -> Bool {
    let (start, end) = (mention.range.lowerBound, mention.range.upperBound)
    if scan.unit(start - 1) == toward { return requests.occurs(in: end..<end + reach, scan) }
    if uses.ends(at: start, scan) { return means.occurs(in: end..<end + reach, scan) }
    return buildings.begins(at: end, scan)
  }
}
