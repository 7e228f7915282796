import FactModel
import Lexicon

/// Where a report was written.
extension PlaceResolver {
  private static let agencies = PhraseSet([
    "本报", "新华社", "据新华社", "中新社", "中新网", "本网", "人民网", "中工网", "本刊",
  ])
  private static let longestDateline = 24
  private static let reports = SignSet("讯电")

  /// 本报石家庄11月17日电(记者…): the place between the agency and 讯 or 电.
  static func isDateline(_ place: Range<Int>, _ sentence: Range<Int>, _ scan: Scan) -> Bool {
    var start = sentence.lowerBound
    while scan.unit(start) == Sign.space { start += 1 }
    // 株洲讯 市总工会…: the city's own.
    if start == place.lowerBound { return reports.contains(scan.unit(place.upperBound)) }
    guard let agency = agencies.length(at: start, scan), start + agency <= place.lowerBound else {
      return false
    }
    let end = min(start + longestDateline, sentence.upperBound)
    for next in start + agency..<max(start + agency, end) {
      let unit = scan.unit(next)
      if reports.contains(unit) { return next >= place.upperBound }
      if Sign.clauseEnds.contains(unit) { return false }
    }
    return false
  }

  /// Whether the place of a dateline is what its sentence is about: nothing else is named, and it is not the capital,
  /// from where the whole nation is reported on.
  static func tells(
    _ dateline: PlaceMention, _ mentions: [PlaceMention], _ gazetteer: Gazetteer
  ) -> Bool {
    if mentions.dropFirst().contains(where: { !$0.isOrganisation }) { return false }
    return gazetteer.divisions[dateline.division].provinceCode != capital
  }

  private static let capital = 110_000
  private static let nationWords = PhraseSet(["中国", "国家", "国务院"])

  /// What a dateline tells where nothing else is named: a report from Beijing that speaks of the nation is about it.
  static func sender(_ place: Int, _ article: ArticleText) -> Int {
    let scan = article.scan
    let gazetteer = scan.lexicon.gazetteer
    guard gazetteer.divisions[place].code == capital else { return place }
    let speaksOfNation = article.sentences.contains { sentence in
      nationWords.occurs(in: sentence.range, scan) || countsProvinces(sentence, scan)
        || scan.tokens(.place, in: sentence.range).contains { token in
          if case .place(.nation) = token.entry { true } else { false }
        }
    }
    return speaksOfNation ? gazetteer.nationIndex : place
  }

  private static let province = Sign.unit("省")
  private static let kinds = SignSet("级部属直辖内外")

  /// 26个省(区、市): a figure that counts provinces.
  private static func countsProvinces(_ sentence: Sentence, _ scan: Scan) -> Bool {
    sentence.mentions.contains { mention in
      guard case .figure(let figure) = mention else { return false }
      let end = figure.range.upperBound
      return scan.unit(end) == province && !kinds.contains(scan.unit(end + 1))
    }
  }
}
