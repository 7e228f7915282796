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
      return isDated(place, start, scan)
    }
    let end = min(start + longestDateline, sentence.upperBound)
    for next in start + agency..<max(start + agency, end) {
      let unit = scan.unit(next)
      if reports.contains(unit) { return next >= place.upperBound }
      if Sign.clauseEnds.contains(unit) { return false }
    }
    return false
  }

  private static let longestAgency = 12

  /// 经济日报北京4月11日讯, of whatever paper: the place before a day and what says that this is a report.
  private static func isDated(_ place: Range<Int>, _ start: Int, _ scan: Scan) -> Bool {
    // Most names are followed by no numeral.
    guard place.lowerBound - start <= longestAgency,
      Sign.isDigit(scan.unit(place.upperBound)) || scan.numbers.number(at: place.upperBound) != nil,
      let day = TimeReader(scan: scan).date(at: place.upperBound)
    else { return false }
    return PeriodResolver.sendings.begins(at: day.range.upperBound, scan)
  }

  /// Whether the place of a dateline is what its sentence is about: nothing else is named, and it is not the capital,
  /// from where the whole nation is reported on.
  static func tells(
    _ dateline: PlaceMention, _ mentions: ArraySlice<PlaceMention>, _ gazetteer: Gazetteer
  ) -> Bool {
    if mentions.dropFirst().contains(where: { !$0.isOrganisation }) { return false }
    return gazetteer.provinceCode(of: dateline.division) != capital
  }

  static let capital = 110_000
  private static let nationWords = PhraseSet(["中国", "国家", "国务院"])

  /// What a dateline tells where nothing else is named: a report from Beijing that speaks of the nation is about it.
  static func sender(_ place: Int, _ article: ArticleText) -> Int {
    let scan = article.scan
    let gazetteer = scan.lexicon.gazetteer
    guard gazetteer.code(of: place) == capital else { return place }
    return speaksOfNation(article) ? gazetteer.nationIndex : place
  }

  private static func speaksOfNation(_ article: ArticleText) -> Bool {
    let scan = article.scan
    return article.sentences.contains { sentence in
      nationWords.occurs(in: sentence.range, scan) || countsProvinces(sentence, scan)
        || scan.tokens(.place, in: sentence.range).contains { token in
          if case .place(.nation) = token.entry { true } else { false }
        }
    }
  }

  // MARK: The capital in passing

  /// Whether an article speaks of the nation, and names the capital only as the place of a meeting, a station or a
  /// dateline.
  static func namesCapitalInPassing(_ article: ArticleText, press: Int?) -> Bool {
    let scan = article.scan
    let gazetteer = scan.lexicon.gazetteer
    guard let city = gazetteer.index(ofCode: capital),
      !(press.map { gazetteer.isInside($0, city) } ?? false)
    else { return false }
    var isNamed = false
    for sentence in article.sentences {
      for token in scan.tokens(.division, in: sentence.range) {
        guard case .division(let candidates, _, _) = token.entry,
          candidates.contains(where: { gazetteer.isInside($0, city) })
        else { continue }
        isNamed = true
        if !isPassing(token.range, sentence.range, scan) { return false }
      }
    }
    return isNamed && !article.sentences.contains { speaksOfCity($0, scan) }
      && speaksOfNation(article)
  }

  /// 我市, 市总工会: an article of a city.
  private static func speaksOfCity(_ sentence: Sentence, _ scan: Scan) -> Bool {
    scan.tokens(.place, in: sentence.range).contains { token in
      if case .place(.prefecture) = token.entry { true } else { false }
    }
  }

  /// A mention of the capital that is no more than that; that of a dateline is read as such.
  static func isPassing(_ mention: PlaceMention, _ sentence: Range<Int>, _ scan: Scan) -> Bool {
    let gazetteer = scan.lexicon.gazetteer
    if isOneAwarded(mention, scan) { return true }
    return gazetteer.code(of: mention.division) == capital
      && isPassing(mention.range, sentence, scan) && !isDateline(mention.range, sentence, scan)
  }

  private static let longestList = 30

  /// 山西焦煤集团等12家企业获全国五一劳动奖状: one of those whom the nation honours.
  private static func isOneAwarded(_ mention: PlaceMention, _ scan: Scan) -> Bool {
    let rest = scan.restOfClause(from: mention.range.upperBound, most: longestList)
    guard mention.isOrganisation,
      let et = rest.first(where: { scan.unit($0) == Sign.et })
    else { return false }
    return scan.isNumeral(scan.unit(et + 1)) && nationalAwards.occurs(in: rest, scan)
  }

  private static let sights = PhraseSet(["站", "人民大会堂"])
  private static let longestHall = 12

  /// 春日的北京, 在北京人民大会堂召开, 北京站.
  private static func isPassing(
    _ name: Range<Int>, _ sentence: Range<Int>, _ scan: Scan
  ) -> Bool {
    if isDateline(name, sentence, scan) || sights.begins(at: name.upperBound, scan) { return true }
    if scan.unit(name.lowerBound - 1) == Sign.of {
      return scan.unit(name.upperBound) == Sign.comma
    }
    let rest = scan.restOfClause(from: name.upperBound, most: longestHall)
    return scan.unit(name.lowerBound - 1) == Sign.unit("在") && occasions.occurs(in: rest, scan)
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
