import FactModel
import Lexicon

/// Settles the place of every figure of an article by the nearest evidence.
///
/// A figure is about the place named last before it in its sentence; where a locative (在…县) stands earlier and inside
/// that place, about the locative. A sentence without a place goes on with the paragraph's, a paragraph without one with
/// the article's. Companies and hospitals with a place in their name count only where nothing else is named.
struct PlaceResolver {
  let article: ArticleText
  let gazetteer: Gazetteer
  private let topic: Int?
  /// Where the newspaper is at home.
  private let press: Int?
  var scan: Scan { article.scan }

  /// - Parameters:
  ///   - press: where the newspaper is at home.
  ///   - sentences: what the sentences of the article name.
  init(article: ArticleText, press: Int?, _ sentences: inout PlaceSentences) {
    self.article = article
    gazetteer = article.scan.lexicon.gazetteer
    self.press = press
    topic =
      PlaceResolver.topic(article, &sentences, hasPress: press != nil)
      ?? sentences.dateline().map { PlaceResolver.sender($0.division, article) }
  }

  /// Where the report was written, if its event is of what holds that place.
  func hall(_ sentences: inout PlaceSentences) -> PlaceMention? {
    sentences.dateline().flatMap { PlaceResolver.isInHome($0, topic, gazetteer) ? $0 : nil }
  }

  /// The first place that the body names, the smallest of its sentence's chain; else the headline's.
  private static func topic(
    _ article: ArticleText, _ sentences: inout PlaceSentences, hasPress: Bool
  ) -> Int? {
    let gazetteer = article.scan.lexicon.gazetteer
    let first = article.sentences.indices.first { article.role(at: $0) == .body }
      .map { article.sentences[$0].paragraph }
    var headline: Int?
    var isOwn = false
    for index in article.sentences.indices {
      let mentions = sentences.places(of: index)
      if mentions.isEmpty { continue }
      let paragraph = article.sentences[index].paragraph
      guard let last = scope(of: mentions, article.scan) else { continue }
      // 其中,泾阳公司…, in a paper that tells where it is at home: an example.
      if last.isOrganisation, hasPress, paragraph > (first ?? paragraph) {
        continue
      }
      if article.role(at: index) != .body {
        if headline == nil { (headline, isOwn) = (last.division, last.isRelative) }
        continue
      }
      guard let headline else { return last.division }
      // 全总启动…: where the events of the nation are held is not whom they are about.
      if headline == gazetteer.nationIndex,
        mentions.contains(where: { $0.division == headline })
      {
        return headline
      }
      // 我省…体检, and 省总工会在庆阳市启动…: the whole province's.
      if isOwn, mentions.first(where: { !$0.isOrganisation })?.division == headline {
        return headline
      }
      // The headline says what the article is about, the lead says it more exactly.
      let refined = mentions.last {
        gazetteer.isInside($0.division, headline) && !$0.isOrganisation
      }
      return refined?.division
        ?? (mentions.contains { gazetteer.isInside(headline, $0.division) }
          ? headline : last.division)
    }
    return headline
  }

  /// The place that the article as a whole is about, if it names one.
  var topicPlace: Int? { topic }

  // MARK: The place of a figure

  /// The place of a figure that begins at a place of the text.
  ///
  /// - Parameters:
  ///   - pagePlace: the place that the page as a whole is about, as the last resort.
  ///   - sentences: what the sentences of the article name.
  func place(
    at start: Int, sentence index: Int, onPageOf pagePlace: Int?, _ sentences: inout PlaceSentences
  ) -> ResolvedPlace {
    var place = told(at: start, index, &sentences) ?? ofArticle(onPageOf: pagePlace)
    if let namesake = sentences.namesake(ofCode: place.division.code) {
      place.rival = gazetteer.divisions[namesake]
      place.isGuess = true
    }
    return place
  }

  /// The place that the text before a figure tells, or that behind it in its clause.
  private func told(
    at start: Int, _ index: Int, _ sentences: inout PlaceSentences
  ) -> ResolvedPlace? {
    if isOfNation(start) { return ResolvedPlace(division: .nation, evidence: .sentence) }
    let sentence = article.sentences[index].range
    if let before = named(before: start, index, &sentences) { return before }
    let clause = article.clause(around: start, in: sentence)
    if let after = sentences.places(of: index).first(where: {
      $0.range.lowerBound >= start && clause.contains($0.range.lowerBound) && !$0.isOrganisation
    }),
      isOrigin(after, of: start) || isWorksite(after, clause)
    {
      return resolved(after, .sentence, rival: nil)
    }
    if let venue = venue(of: index, &sentences) { return resolved(venue, .article, rival: nil) }
    if let carried = carried(to: start, index, &sentences) { return carried }
    return eventPlace(of: index, &sentences).map { resolved($0, .article, rival: nil) }
  }

  /// The place that a sentence names before a figure of it.
  private func named(
    before start: Int, _ index: Int, _ sentences: inout PlaceSentences
  ) -> ResolvedPlace? {
    let named = sentences.placesOfEvents(of: index)
    if named.isEmpty { return nil }
    let sentence = article.sentences[index].range
    func isPlace(_ mention: PlaceMention) -> Bool {
      !isRank(mention, among: named) && !isExample(mention, of: start)
        && !(mention.isAdjunct && endsClause(mention, before: start))
        && !isOtherMember(mention, at: start, sentence)
    }
    let all = named.prefix { $0.range.lowerBound < start }
    // Mostly it is one, and a place.
    let before = all.allSatisfy(isPlace) ? all : all.filter(isPlace)[...]
    if before.isEmpty { return nil }
    if let whole = wholeOfStops(before, at: start, in: sentence) {
      return ResolvedPlace(division: gazetteer.divisions[whole], evidence: .sentence)
    }
    guard let mention = nearest(before) else { return nil }
    return place(of: mention, at: start, index, &sentences)
      ?? resolved(mention, .sentence, rival: before.last?.division)
  }

  /// The place of a figure for which nothing near it tells one.
  private func ofArticle(onPageOf pagePlace: Int?) -> ResolvedPlace {
    if let topic {
      return ResolvedPlace(division: gazetteer.divisions[topic], evidence: .article)
    }
    if let press {
      return ResolvedPlace(division: gazetteer.divisions[press], evidence: .newspaper)
    }
    if let pagePlace {
      return ResolvedPlace(division: gazetteer.divisions[pagePlace], evidence: .page)
    }
    return ResolvedPlace(division: .nation, evidence: .none)
  }

  /// Where a figure does not take the place named before it as it stands: its own of a row, or the article's.
  private func place(
    of mention: PlaceMention, at start: Int, _ index: Int, _ sentences: inout PlaceSentences
  ) -> ResolvedPlace? {
    if let own = share(of: mention, at: start, index)
      ?? whole(of: mention, at: start, index, &sentences)
    {
      return ResolvedPlace(division: gazetteer.divisions[own], evidence: .sentence)
    }
    guard let topic else { return nil }
    let isSurrounding = topic != mention.division && gazetteer.isInside(topic, mention.division)
    let isArticles =
      mention.isOrganisation
      && (gazetteer.isInside(topic, mention.division) || isPast(mention, at: start))
      // 省总工会公布名单,A、B、C3家入选: those of the place that the article is about.
      || mention.isRelative && isSurrounding && PlaceResolver.firstMark(before: start, scan) != nil
    return isArticles
      ? ResolvedPlace(division: gazetteer.divisions[topic], evidence: .article) : nil
  }

  /// The place that an earlier sentence of the paragraph leaves.
  private func carried(
    to start: Int, _ index: Int, _ sentences: inout PlaceSentences
  ) -> ResolvedPlace? {
    let sentence = article.sentences[index].range
    var earlier = index - 1
    while article.reaches(earlier, index) {
      let named = sentences.places(of: earlier)
      if named.isEmpty {
        earlier -= 1
        continue
      }
      func isPlace(_ mention: PlaceMention) -> Bool { !isRank(mention, among: named) }
      let own = named.allSatisfy(isPlace) ? named : named.filter(isPlace)[...]
      if let whole = wholeOfStops(own, at: start, in: sentence) {
        return ResolvedPlace(division: gazetteer.divisions[whole], evidence: .paragraph)
      }
      if let mention = PlaceResolver.scope(of: own, scan) {
        if mention.isOrganisation, let topic,
          gazetteer.isInside(topic, mention.division) || isList(own, of: topic)
        {
          return nil
        }
        return resolved(mention, .paragraph, rival: nil)
      }
      earlier -= 1
    }
    return nil
  }

  /// 合作院校有长春大学、长春工程学院等;…: an organisation of an earlier part of the sentence.
  private func isPast(_ mention: PlaceMention, at start: Int) -> Bool {
    scan.units[mention.range.upperBound..<max(start, mention.range.upperBound)]
      .contains(Sign.semicolon)
  }

  /// 获奖的是兰州局集团公司和唐山机车公司, in an article about the nation: firms of several places, told as a list.
  private func isList(_ firms: ArraySlice<PlaceMention>, of topic: Int) -> Bool {
    guard topic == gazetteer.nationIndex, let first = firms.first else { return false }
    return firms.contains { gazetteer.isApart($0.division, first.division) }
  }

  /// 龙华区检察院等5家单位, in an article about Haikou: one of those that are counted.
  private func isExample(_ mention: PlaceMention, of start: Int) -> Bool {
    guard let topic else { return mention.isOrganisation && isAwarded(mention, start) }
    guard topic != mention.division, !mention.isRelative,
      gazetteer.isInside(mention.division, topic)
    else { return false }
    let between = mention.range.upperBound..<max(start, mention.range.upperBound)
    if scan.unit(start - 1) == Sign.et {
      if PlaceResolver.invitations.occurs(in: between, scan) { return false }
      return !scan.units[between].contains { Sign.clauseEnds.contains($0) }
    }
    // 西宁市、水电四局等20个单位组织4万名: the others of the sentence are no more about it.
    guard scan.unit(mention.range.upperBound) == Sign.enumeration,
      let et = between.first(where: {
        scan.unit($0) == Sign.et || Sign.clauseEnds.contains(scan.unit($0))
      })
    else { return false }
    return scan.unit(et) == Sign.et && scan.lexicon.numerals[scan.unit(et + 1)] != nil
  }

  private static let ranks = PhraseSet(["劳模", "劳动模范", "五一", "先进工作者", "工匠"])

  /// 甘肃省劳模和先进工作者33名, in an article about Lanzhou: the level of an honour.
  private func isRank(_ mention: PlaceMention, among own: ArraySlice<PlaceMention>) -> Bool {
    guard !mention.isRelative,
      PlaceResolver.ranks.begins(at: mention.range.upperBound, scan) || isPrize(mention)
        || PlaceResolver.firsts.begins(at: mention.range.upperBound, scan)
    else { return false }
    let actor = own.first { $0.range.upperBound <= mention.range.lowerBound && !$0.isOrganisation }
    return [topic, actor?.division].contains { place in
      place.map { $0 != mention.division && gazetteer.isInside($0, mention.division) } ?? false
    }
  }

  private static let firsts = PhraseSet(["首个", "首家", "首批", "唯一", "首次", "这是首", "尚属首", "属首"])
  private static let prize = Sign.unit("奖")
  private static let prizeGoesOn = SignSet("励金补")
  private static let winnings = PhraseSet(["获", "获首届", "获得", "荣获", "获评", "斩获", "喜获"])
  private static let longestPrize = 10

  /// 获江苏省科学技术三等奖: whose prize it is.
  private func isPrize(_ mention: PlaceMention) -> Bool {
    guard PlaceResolver.winnings.ends(at: mention.range.lowerBound, scan) else { return false }
    let end = mention.range.upperBound
    return (end..<end + PlaceResolver.longestPrize).contains {
      scan.unit($0) == PlaceResolver.prize
        && !PlaceResolver.prizeGoesOn.contains(scan.unit($0 + 1))
    }
  }

  static let origin = spelled("来自")

  /// 60名来自湖北省产业一线的人才: a place behind the numeral that says whence.
  func isOrigin(_ mention: PlaceMention, of start: Int) -> Bool {
    let range = start..<mention.range.lowerBound
    guard range.count < 12 else { return false }
    return range.contains { scan.hasWord(PlaceResolver.origin, at: $0) }
  }

  /// The last place of a stretch, or the locative inside it; companies only where nothing else is named.
  func nearest(_ mentions: ArraySlice<PlaceMention>) -> PlaceMention? {
    guard let last = mentions.last(where: { !$0.isOrganisation }) ?? mentions.last else {
      return nil
    }
    let locative = mentions.last { mention in
      mention.range.lowerBound < last.range.lowerBound && mention.division != last.division
        && gazetteer.isInside(mention.division, last.division) && isLocative(mention)
    }
    return locative ?? withinHolder(last, mentions) ?? last
  }

  /// 宣威市的驿站中,评上曲靖市“最美”的4个: a holder of the place, named as whose honour it is.
  private func withinHolder(
    _ last: PlaceMention, _ mentions: ArraySlice<PlaceMention>
  ) -> PlaceMention? {
    guard scan.unit(last.range.upperBound) == Sign.openQuote, !last.isRelative else { return nil }
    return mentions.last {
      $0.range.lowerBound < last.range.lowerBound && !$0.isOrganisation
        && $0.division != last.division && gazetteer.isInside($0.division, last.division)
    }
  }

  /// What a sentence leaves as the place of the next: its actor's, or a smaller one inside that it came to.
  static func scope(
    of mentions: some BidirectionalCollection<PlaceMention>, _ scan: Scan
  ) -> PlaceMention? {
    guard let actor = mentions.first(where: { !$0.isOrganisation }) else { return mentions.first }
    let gazetteer = scan.lexicon.gazetteer
    return mentions.last {
      !$0.isOrganisation && $0.division != actor.division
        && gazetteer.isInside($0.division, actor.division)
        // 省总工会、海东市人民政府: both act.
        && scan.unit($0.range.lowerBound - 1) != Sign.enumeration
    } ?? actor
  }

  private static let locativeReach = 12
  /// 走进砀山县一个果园,省总工会正在授课.
  private static let scenesAhead = PhraseSet(["走进", "来到", "步入"])

  /// 在…翁源县, : 在 stands before it in the clause, and the clause ends right behind.
  private func isLocative(_ mention: PlaceMention) -> Bool {
    if PlaceResolver.scenesAhead.ends(at: mention.range.lowerBound, scan) { return true }
    guard Sign.clauseEnds.contains(scan.unit(mention.range.upperBound)) else { return false }
    var place = mention.range.lowerBound - 1
    let limit = max(0, place - PlaceResolver.locativeReach)
    while place > limit, !Sign.clauseEnds.contains(scan.unit(place)) {
      if scan.unit(place) == Sign.unit("在") { return true }
      place -= 1
    }
    return scan.unit(place) == Sign.unit("在")
  }

  private func resolved(_ mention: PlaceMention, _ evidence: ResolvedPlace.Evidence, rival: Int?)
    -> ResolvedPlace
  {
    let division = gazetteer.divisions[mention.division]
    let name = mention.formerName.map { scan.text($0) } ?? division.name
    return ResolvedPlace(
      division: Division(code: division.code, name: name, province: division.province),
      evidence: evidence,
      rival: rival.flatMap { $0 == mention.division ? nil : gazetteer.divisions[$0] },
      words: mention.range)
  }
}
