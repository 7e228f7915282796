import FactModel
import Lexicon

/// Names of places that are part of the name of a firm, a school or a zone.
extension PlaceFinder {
  private static let longestOrganisation = 16

  /// The lists that every name of a place is asked for, with one look for all of them.
  private struct Words {
    let buildings = PhraseSet([
      "建站", "建起", "建成", "建立", "新建", "共建", "援建", "建有", "建了", "设立", "增设", "开设", "开办", "设有", "打造",
      "已建",
      "累计", "共有",
      "现有", "有",
    ])
    let systems = PhraseSet([
      "电力", "烟草", "中烟", "石油", "石化", "邮政", "移动", "联通", "电信", "高速", "农信", "机场集团", "建工",
    ])
    let unionSigns = PhraseSet(["总工会", "市总", "省总", "工会", "职工", "在", "的"])
  }
  private static let words = Words()

  /// Whether a company's or a school's name goes on behind a place: 广东省人民医院.
  func isOrganisation(_ range: Range<Int>) -> Bool {
    let words = PlaceFinder.words
    var place = range.upperBound
    // 在榕江县建起工作站
    if words.buildings.begins(at: place, scan) { return false }
    // 中核(天津)机械有限公司
    if scan.unit(place) == Sign.closeBracket,
      scan.unit(range.lowerBound - 1) == PlaceFinder.openBracket
    {
      place += 1
    }
    let end = min(place + PlaceFinder.longestOrganisation, scan.units.count)
    while place < end, Sign.isHan(scan.unit(place)) {
      if let word = scan.longest(.place, at: place), case .place(.organisation) = word.entry {
        return true
      }
      if words.unionSigns.begins(at: place, scan) { return false }
      if place > range.upperBound, let name = scan.token(.division, at: place), !isShortCounty(name)
      {
        // 国网内蒙古东部电力通辽供电公司: a branch of what bears both names.
        return words.systems.occurs(in: range.upperBound..<place, scan)
          && isOrganisation(name.range)
      }
      place += 1
    }
    return false
  }

  /// 山西汾西矿业集团: a county's short name in a firm's.
  private func isShortCounty(_ name: Token) -> Bool {
    guard case .division(let candidates, let isFull, _) = name.entry else { return false }
    return !isFull && gazetteer.level(of: candidates[0]) == .county
  }

  private static let zones = PhraseSet([
    "经济技术开发区", "经济开发区", "高新技术产业开发区", "高新区", "开发区", "工业园区", "产业园区", "保税区",
  ])
  private static let longestZone = 5

  /// 贵州红果经济开发区: a province, and the name of a place that no table knows, of a zone inside it.
  func isZone(_ range: Range<Int>, _ division: Int) -> Bool {
    guard gazetteer.level(of: division) == .province, !gazetteer.isCity(division) else {
      return false
    }
    let zones = PlaceFinder.zones
    for place in range.upperBound..<range.upperBound + PlaceFinder.longestZone {
      if zones.begins(at: place, scan) { return place > range.upperBound + 1 }
      if !Sign.isHan(scan.unit(place)) || scan.token(.division, at: place) != nil { return false }
    }
    return false
  }

  /// 义乌 in an article about Zhejiang, 江阴临港经济开发区 in any, a firm of 江阴 where nothing else is named: the short name of the one city that bears it.
  func isKnownCity(_ token: Token, _ division: Int) -> Bool {
    guard case .division(let bearers, false, false) = token.entry, bearers.count == 1,
      gazetteer.isCity(division), !isSurname(before: token.start)
    else { return false }
    return isCertain(gazetteer.outermost(of: division))
      || certain.isEmpty && press == nil && isOrganisation(token.range)
      || (token.range.upperBound..<token.range.upperBound + PlaceFinder.longestZone)
        .contains { PlaceFinder.zones.begins(at: $0, scan) }
  }

  /// 李建德: a name of a person.
  private func isSurname(before place: Int) -> Bool {
    scan.lexicon.surnames.contains(scan.unit(place - 1))
  }

  // MARK: Firms

  private static let industries = PhraseSet([
    "矿业", "煤业", "石化", "钢铁", "化工", "水泥", "热电", "铝业", "酒业", "盐业", "药业", "卷烟", "电力", "纺织", "集团", "机床",
    "焦化", "油田",
  ])

  private static let spots = PhraseSet([
    "某", "街头", "城区", "市区", "境内", "一工地", "一建筑工地", "一家", "经济技术开发区", "经济开发区", "经开区", "高新区", "开发区",
    "工业园",
    "产业园",
  ])

  /// 黄陵矿业公司, 黄陵某工地, in a paper of Shaanxi: a county's short name before an industry or a spot.
  func isIndustry(_ range: Range<Int>, _ division: Int) -> Bool {
    guard let press, gazetteer.isInside(division, press) else { return false }
    return PlaceFinder.industries.begins(at: range.upperBound, scan)
      || PlaceFinder.spots.begins(at: range.upperBound, scan)
  }
}
