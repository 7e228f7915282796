import FactModel
import Lexicon

/// Places of a sentence that are not of its actor: on whose word, under whose lead, whence many came.
extension PlaceResolver {
  private static let leads = SignSet("在据照依应彻实")
  private static let bases = PhraseSet([
    "根据", "按照", "依据", "依照", "遵照", "响应", "贯彻", "落实", "参照",
  ])
  private static let orders = PhraseSet([
    "部署", "要求", "安排", "精神", "通知", "意见", "方案", "规划", "计划", "办法", "规定", "文件", "号召", "决定", "标准",
  ])
  private static let grounds = PhraseSet(["下", "基础上"])
  private static let at = Sign.unit("在")
  private static let longestAdjunct = 40

  /// Marks the places of a sentence that are adjuncts, where the article has another place.
  static func markAdjuncts(
    _ mentions: inout [PlaceMention], home: Int?, _ scan: Scan
  ) {
    for index in mentions.indices where isAdjunct(mentions[index], scan) {
      let hasOther = mentions.indices.contains {
        $0 != index && !mentions[$0].isAdjunct && !mentions[$0].isOrganisation
      }
      if hasOther || home != nil { mentions[index].isAdjunct = true }
    }
  }

  /// 根据省总工会部署, 在自治区总工会1800元的基础上
  private static func isAdjunct(_ mention: PlaceMention, _ scan: Scan) -> Bool {
    let before = mention.range.lowerBound
    // (其中
    let isAmongThem =
      scan.unit(before - 3) == PlaceFinder.openBracket
      && scan.hasWord(Sign.amongThem, at: before - 2)
    if isAmongThem || isExcepted(mention, scan) { return true }
    if disasters.begins(at: mention.range.upperBound, scan) { return true }
    guard leads.contains(scan.unit(before - 1)) else { return false }
    let rest = scan.restOfClause(from: mention.range.upperBound, most: longestAdjunct)
    guard scan.unit(rest.upperBound) == Sign.comma else { return false }
    if scan.unit(before - 1) == at { return grounds.ends(at: rest.upperBound, scan) }
    return bases.ends(at: before, scan) && orders.occurs(in: rest, scan)
  }

  private static let exceptions = PhraseSet([
    "不含", "不包括", "不包含", "除外", "不在", "不计", "未计", "未含", "另有", "另行", "另算", "单独", "单列", "含", "包括",
  ])
  private static let longestBracket = 40

  /// 全省81万人参保(长沙市另有保障,不在其内): a bracket that says who is counted in, or is not.
  private static func isExcepted(_ mention: PlaceMention, _ scan: Scan) -> Bool {
    let before = mention.range.lowerBound
    guard let start = openBracket(before: before, scan),
      let end = (before..<before + longestBracket)
        .first(where: { PlaceFinder.isBracket(scan.unit($0)) })
    else { return false }
    return scan.unit(end) == Sign.closeBracket && exceptions.occurs(in: start..<end, scan)
  }

  /// The bracket that is open at a place, if it began near it.
  private static func openBracket(before place: Int, _ scan: Scan) -> Int? {
    let limit = max(0, place - longestBracket)
    var place = min(place, scan.units.count) - 1
    return scan.units.withUnsafeBufferPointer { units in
      while place >= limit {
        // Nearly every sign lies above the full stop.
        let unit = units[place]
        if unit <= Sign.stop, PlaceFinder.isBracket(unit) {
          return unit == PlaceFinder.openBracket ? place : nil
        }
        place -= 1
      }
      return nil
    }
  }

  /// 四川发生地震后,我市捐款…: where it happened, not who gives.
  private static let disasters = PhraseSet([
    "发生地震", "发生特大", "发生强烈地震", "发生洪灾", "发生泥石流", "地震发生", "遭受特大", "突发地震",
  ])

  private static let union = spelled("工会")
  private static let unions = PhraseSet(["总工会", "工会"])

  /// 沁水县总工会3万元,某集团工会150万元: in a row of unions, each with its own sum, no place of another member.
  func isOtherMember(_ mention: PlaceMention, at start: Int, _ sentence: Range<Int>) -> Bool {
    guard scan.hasWord(PlaceResolver.union, at: start - PlaceResolver.union.count) else {
      return false
    }
    let clause = article.clause(around: start, in: sentence)
    guard mention.range.upperBound <= clause.lowerBound,
      !clause.contains(where: { $0 < start && scan.token(.division, at: $0) != nil })
    else { return false }
    let end = mention.range.upperBound
    return scan.isNumeral(scan.unit(end + (PlaceResolver.unions.length(at: end, scan) ?? 0)))
  }

  private static let everywhere = spelled("全国各地")
  private static let coming = Sign.unit("来")
  static let many = PhraseSet(["等地", "等省", "等市", "等县", "等省区", "等省份", "等省市"])
  private static let workers = PhraseSet(["农民工", "务工人员", "民工", "工友", "务工者", "外来工", "打工者"])
  private static let longestCount = 10

  /// 来自四川、重庆等地的20多名农民工到济南务工: whence many came, where another place is told.
  static func isHomeOfMany(
    _ mention: PlaceMention, _ mentions: ArraySlice<PlaceMention>, _ home: Int?,
    _ gazetteer: Gazetteer, _ scan: Scan
  ) -> Bool {
    let isFrom = scan.hasWord(origin, at: mention.range.lowerBound - origin.count)
    var end = mention.range.upperBound
    // Every word of `many` begins with 等.
    let behind = scan.unit(end)
    if !isFrom, behind != Sign.et, behind != coming { return false }
    // 成都来沈农民工
    if scan.unit(end) == coming, workers.occurs(in: end..<end + longestCount, scan) {
      return home != nil || mentions.count > 1
    }
    if isFrom, mention.division == gazetteer.nationIndex, scan.hasWord(everywhere, at: end - 4) {
      return home != nil || mentions.count > 1
    }
    let listed = many.lengths(at: end, scan).max()
    guard isFrom || listed != nil else { return false }
    end += listed ?? 0
    if scan.unit(end) == Sign.of { end += 1 }
    guard scan.isNumeral(scan.unit(end)) || workers.begins(at: end, scan),
      isFrom || workers.occurs(in: end..<end + longestCount, scan)
    else { return false }
    // 湖南、江西等地: together they are the nation.
    if mention.division == gazetteer.nationIndex, !mention.isRelative {
      return home != nil || mentions.count > 1
    }
    return isOther(mention, home, gazetteer)
      || mentions.contains {
        $0.range != mention.range && !$0.isOrganisation
          && gazetteer.isApart(mention.division, $0.division)
      }
  }
}
