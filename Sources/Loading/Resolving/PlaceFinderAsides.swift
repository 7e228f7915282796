import FactModel
import Lexicon

/// Names of places that say whence, between what, or merely explain, and so are no places of figures.
extension PlaceFinder {
  private static let people = Sign.unit("人")
  private static let longestHome = 14

  /// 山东泰安人李广全, 来自曲阜市总工会的郭凯: where one person comes from.
  func isOrigin(_ mention: PlaceMention) -> Bool {
    let end = mention.range.upperBound
    if scan.unit(end) == PlaceFinder.people {
      return scan.lexicon.surnames.contains(scan.unit(end + 1))
        && !scan.beginsWord(.noun, at: end)
    }
    let start = mention.range.lowerBound
    guard scan.hasWord(PlaceResolver.origin, at: start - PlaceResolver.origin.count) else {
      return false
    }
    return scan.restOfClause(from: end, most: PlaceFinder.longestHome)
      .first { scan.unit($0) == Sign.of }
      .map { isPerson(at: $0 + 1) } ?? false
  }

  /// 农民工赵某, 郭凯: one person, not 职工代表 nor 高级技工.
  private func isPerson(at start: Int) -> Bool {
    let noun = scan.longest(.noun, at: start)
    var place = start
    if let noun, case .noun(let word) = noun.entry {
      if word.kind != .person { return false }
      place = noun.range.upperBound
    }
    return scan.lexicon.surnames.contains(scan.unit(place)) && Sign.isHan(scan.unit(place + 1))
      && !scan.beginsWord(.noun, at: place) && !scan.beginsWord(.verb, at: place)
      && !scan.beginsWord(.measure, at: place)
  }

  // MARK: Routes, brackets and events

  private static let between = SignSet("至到—-")
  private static let ways = PhraseSet([
    "高速", "高铁", "铁路", "公路", "城际", "快速", "客运专线", "专线", "输气", "输电",
  ])

  /// 贵阳至南宁高速铁路: the name of a way, at both of its ends.
  func isRoute(_ token: Token) -> Bool {
    let (start, end) = (token.start, token.range.upperBound)
    if PlaceFinder.between.contains(scan.unit(end)),
      let next = scan.token(.division, at: end + 1)
    {
      return PlaceFinder.ways.begins(at: next.range.upperBound, scan)
    }
    return PlaceFinder.between.contains(scan.unit(start - 1))
      && scan.token(.division, endingAt: start - 1) != nil
      && PlaceFinder.ways.begins(at: end, scan)
  }

  static let openBracket = Sign.unit("(")

  /// Whether a sign is a bracket, or the full stop, which ends one.
  @inline(__always)
  static func isBracket(_ unit: UInt16) -> Bool {
    unit == openBracket || unit == Sign.closeBracket || unit == Sign.stop
  }

  /// 常熟市(苏州): the bracket names what holds the place.
  func isExplained(_ token: Token, by last: PlaceMention?) -> Bool {
    guard let last, scan.unit(token.start - 1) == PlaceFinder.openBracket,
      last.range.upperBound == token.start - 1,
      scan.unit(token.range.upperBound) == Sign.closeBracket,
      case .division(let candidates, _, _) = token.entry
    else { return false }
    return candidates.contains { $0 != last.division && gazetteer.isInside(last.division, $0) }
  }

  private static let disasters = PhraseSet(["地震", "灾区", "抗震", "特大"])

  func isOfEvent(_ token: Token) -> Bool {
    PlaceFinder.disasters.begins(at: token.range.upperBound, scan)
  }
}
