import FactModel
import Lexicon

/// Words of a level that name no actor: one of many, a rank, whose task it is, any region.
extension PlaceResolver {
  private static let levels = SignSet("各省市县区")

  /// 19个省市总工会, 各市总工会, 北海市、县区总工会: of many, not of the one just named.
  static func isOfMany(_ word: Range<Int>, _ role: PlaceWord, _ scan: Scan) -> Bool {
    let before = word.lowerBound - 1
    // 苏州、无锡、常州三市总工会
    if scan.isNumeral(scan.unit(before)) { return true }
    if levels.contains(scan.unit(before)) {
      return scan.token(.division, endingAt: word.lowerBound) == nil
    }
    guard role == .county, scan.unit(before) == Sign.enumeration,
      scan.unit(before - 1) == Sign.unit("市")
    else { return false }
    return scan.token(.division, endingAt: before) != nil
  }

  private static let rankings = PhraseSet(["第", "首位", "前列", "前茅", "首个", "首家", "率先", "唯一", "领先"])

  /// 会员数居全省第一: a rank among the others of the province.
  static func isRanking(_ word: Range<Int>, _ scan: Scan) -> Bool {
    rankings.begins(at: word.upperBound, scan) && !isNumbered(word.upperBound, scan)
      || scan.unit(word.lowerBound - 1) == inside && standings.begins(at: word.upperBound, scan)
  }

  private static let rounds = SignSet("期届批次轮")

  /// 我州第十一期活动: no rank.
  private static func isNumbered(_ ordinal: Int, _ scan: Scan) -> Bool {
    guard scan.unit(ordinal) == Sign.ordinal,
      let number = scan.numbers.number(at: ordinal + 1)
    else { return false }
    return rounds.contains(scan.unit(number.range.upperBound))
  }

  /// 在全省是头一个
  private static let standings = PhraseSet(["是", "属", "名列", "位居", "位列", "排", "处于", "走在", "尚属"])

  private static let assignments = PhraseSet([
    "下达的", "下拨的", "拨付的", "交办的", "部署的", "确定的", "要求的", "命名的", "布置的", "安排的", "规定的",
  ])

  /// 完成省总工会下达的28家驿站建设任务: what was asked of the place that the article is about.
  static func isAssigner(_ word: Range<Int>, _ scan: Scan) -> Bool {
    assignments.begins(at: word.upperBound, scan)
      || receivings.ends(at: word.lowerBound, scan) && namings.begins(at: word.upperBound, scan)
  }

  /// 获市总命名: whose honour it is.
  private static let receivings = PhraseSet(["获", "被", "经", "由"])
  private static let namings = PhraseSet(["命名", "授予", "表彰", "评为", "认定", "批准", "确认", "通报"])

  private static let regionName = spelled("自治区")
  private static let deeds = PhraseSet([
    "已", "现", "共", "有", "各", "累计", "命名", "评", "将", "今年", "去年", "目前", "安排", "投入", "筹", "拨", "财政",
    "工会", "两级",
  ])

  /// 5个自治区, 自治区级, 自治区劳模: no one region that acts; 自治区24项, 自治区已建: one.
  static func isAnyRegion(_ word: Range<Int>, _ division: Int, _ scan: Scan) -> Bool {
    guard word.count == regionName.count, scan.hasWord(regionName, at: word.lowerBound) else {
      return false
    }
    let end = word.upperBound
    return !scan.lexicon.gazetteer.divisions[division].name.hasSuffix("自治区")
      || !scan.isNumeral(scan.unit(end)) && !deeds.begins(at: end, scan)
      || Sign.isHan(scan.unit(word.lowerBound - 1))
        && scan.token(.time, endingAt: word.lowerBound) == nil
        && scan.unit(word.lowerBound - 1) != inside
  }
}
