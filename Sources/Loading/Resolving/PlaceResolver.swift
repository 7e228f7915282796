import FactModel
import Lexicon

/// The place of a figure, and how well it is supported.
struct ResolvedPlace {
  var division: Division
  /// Where the evidence stands: the nearer, the surer.
  var evidence: Evidence
  /// Another division that was close.
  var rival: Division?
  /// The words that name it, where they stand near.
  var words: String?

  enum Evidence: Int {
    case sentence, paragraph, article, page, none
  }
}

/// Settles the place of every figure of an article by the nearest evidence.
///
/// A figure is about the place named last before it in its sentence; where a locative (在…县) stands earlier and inside
/// that place, about the locative. A sentence without a place goes on with the paragraph's, a paragraph without one with
/// the article's. Companies and hospitals with a place in their name count only where nothing else is named.
struct PlaceResolver {
  private let article: ArticleText
  private let gazetteer: Gazetteer
  /// The places of each sentence.
  private let places: [[PlaceMention]]
  /// The same with the venues of events, which the figures of their own sentence are about: 招聘会在贵阳举行,260家进场.
  private let placesOfEvents: [[PlaceMention]]
  private let topic: Int?
  private let pagePlace: Int?
  private var scan: Scan { article.scan }

  /// - Parameter pagePlace: the place that the page as a whole is about, as the last resort.
  init(article: ArticleText, pagePlace: Int?) {
    self.article = article
    self.pagePlace = pagePlace
    let gazetteer = article.scan.lexicon.gazetteer
    self.gazetteer = gazetteer
    let finder = PlaceFinder(scan: article.scan, ranges: article.sentences.map(\.range))
    var context: Int?
    var county: Int?
    var home: Int?
    var explicit: Set<Int> = []
    var all: [[PlaceMention]] = []
    var own: [[PlaceMention]] = []
    let (meetings, events) = (PlaceResolver.meetings, PlaceResolver.events)
    for sentence in article.sentences {
      var named = finder.places(in: sentence.range)
      if article.role(of: sentence) == .byline { named = [] }
      for mention in named { explicit.formUnion(mention.written) }
      let merged = PlaceResolver.withRelatives(
        named, sentence.range, article.scan,
        Context(place: context, county: county, home: home, explicit: explicit), gazetteer)
      home = home ?? named.first { !$0.isOrganisation }?.division
      context =
        merged.last(where: { !$0.isOrganisation && $0.division != gazetteer.nationIndex })?.division
        ?? context
      county =
        merged.last { gazetteer.divisions[$0.division].level == .county }?.division ?? county
      all.append(PlaceResolver.withoutVisits(merged, meetings + events, article.scan))
      own.append(PlaceResolver.withoutVisits(merged, meetings, article.scan))
    }
    places = all
    placesOfEvents = own
    topic = PlaceResolver.topic(article, all)
  }

  /// The first place that the body names, the smallest of its sentence's chain; else the headline's.
  private static func topic(_ article: ArticleText, _ places: [[PlaceMention]]) -> Int? {
    let gazetteer = article.scan.lexicon.gazetteer
    var headline: Int?
    for (sentence, mentions) in zip(article.sentences, places) {
      guard let last = scope(of: mentions, gazetteer) else { continue }
      if article.role(of: sentence) != .body {
        headline = headline ?? last.division
        continue
      }
      guard let headline else { return last.division }
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

  private static let assemblies = ["召开", "举行", "开会", "举办的全国"].map(spelled)

  /// 近日在北京召开的全国会议: the place of a meeting is no actor.
  private static func isMeetingPlace(_ mention: PlaceMention, _ scan: Scan) -> Bool {
    scan.unit(mention.range.lowerBound - 1) == Sign.unit("在")
      && assemblies.contains { scan.hasWord($0, at: mention.range.upperBound) }
  }

  private static let longestVenue = 12
  private static let assembly = Sign.unit("会")
  private static let fairs = ["招聘会", "运动会", "音乐会", "晚会", "联谊会", "演唱会"].map(spelled)

  /// 表彰大会在北京举行: a meeting, but not a fair, right before 在.
  private static func isMeeting(endingAt place: Int, _ scan: Scan) -> Bool {
    scan.unit(place - 1) == assembly
      && !fairs.contains { scan.hasWord($0, at: place - $0.count) }
  }

  /// 在乌鲁木齐开座谈会, 在海南州的发电园启动: a verb of meeting behind the place, in its clause.
  private static func isVenue(
    _ mention: PlaceMention, of occasions: [[UInt16]], _ scan: Scan
  ) -> Bool {
    if isMeeting(endingAt: mention.range.lowerBound - 1, scan) { return true }
    var place = mention.range.upperBound
    let end = min(place + longestVenue, scan.units.count)
    while place < end, !Sign.clauseEnds.contains(scan.units[place]) {
      if occasions.contains(where: { scan.hasWord($0, at: place) }) { return true }
      place += 1
    }
    return false
  }

  private static let partners = Set("同与跟".utf16)

  /// 同深圳多家公司联手: with whom, not where.
  private static func isPartner(_ mention: PlaceMention, _ scan: Scan) -> Bool {
    partners.contains(scan.unit(mention.range.lowerBound - 1))
  }

  private static let from = Sign.unit("从")
  private static let departures = ["出发", "启程", "开往", "返回", "回到", "回"].map(spelled)

  /// 从利通区出发, 从广州南站回到百色: whence, not where.
  private static func isDeparture(_ mention: PlaceMention, _ scan: Scan) -> Bool {
    let end = mention.range.upperBound
    return scan.unit(mention.range.lowerBound - 1) == from
      && (end..<end + 4).contains { place in
        departures.contains { scan.hasWord($0, at: place) }
      }
  }

  private static let jobs = ["打工", "务工", "上班", "做工"].map(spelled)

  /// 多年在广东、江苏打工: where somebody works.
  private static func isWorkplace(_ mention: PlaceMention, _ scan: Scan) -> Bool {
    scan.unit(mention.range.lowerBound - 1) == Sign.unit("在")
      && jobs.contains { scan.hasWord($0, at: mention.range.upperBound) }
  }

  private static let goals = ["住进", "入住", "考上", "考入", "就读于", "毕业于", "送往", "飞往", "驶往", "开往", "发往"]
    .map(spelled)

  /// 住进无锡工人太湖疗养院: where people are brought to is not whose figure it is.
  private static func isGoal(_ mention: PlaceMention, _ scan: Scan) -> Bool {
    let before = mention.range.lowerBound
    return goals.contains { scan.hasWord($0, at: before - $0.count) }
  }

  /// Where people only meet and tell.
  private static let meetings = [
    "开会", "召开", "总结", "发布", "揭晓", "座谈", "开座谈会", "公布", "颁奖", "表彰", "现场会", "推进会", "动员会", "发布会", "通报",
  ].map(spelled)
  private static let events = [
    "举行", "举办", "启动", "上演", "落幕", "开幕", "闭幕", "签约", "开赛", "收官", "揭幕", "开班", "开播",
  ].map(spelled)
  private static let travels = [
    "去", "赴", "到", "往", "发往", "前往", "送往", "飞往", "驶往", "进京", "开往", "驰援", "援", "住进", "入住", "返回", "考上",
    "考入", "就读于", "毕业于",
  ].map(spelled)

  /// The places without those where the actor of the sentence only meets (在乌鲁木齐开座谈会) or travels (去深圳上岗).
  private static func withoutVisits(
    _ mentions: [PlaceMention], _ occasions: [[UInt16]], _ scan: Scan
  ) -> [PlaceMention] {
    let gazetteer = scan.lexicon.gazetteer
    let mentions = mentions.filter { !isGoal($0, scan) && !isWorkplace($0, scan) }
    let actor = mentions.first {
      !$0.isOrganisation && !isPartner($0, scan) && !isMeetingPlace($0, scan)
    }
    guard let actor else {
      return mentions.filter { !isPartner($0, scan) && !isMeetingPlace($0, scan) }
    }
    return mentions.filter { mention in
      if mention.range == actor.range || mention.division == actor.division { return true }
      if isPartner(mention, scan), !gazetteer.isInside(mention.division, actor.division) {
        return false
      }
      let isInside = gazetteer.isInside(mention.division, actor.division)
      let before = mention.range.lowerBound
      if isDeparture(mention, scan) { return false }
      if travels.contains(where: { scan.hasWord($0, at: before - $0.count) }) {
        return isInside && scan.unit(before - 2) == Sign.unit("来")
      }
      guard isInside, scan.unit(before - 1) == Sign.unit("在") else { return true }
      return !isVenue(mention, of: occasions, scan)
    }
  }

  /// The topic of the article, for the page's last resort.
  var topicPlace: Int? { topic }

  // MARK: Words that stand for a place

  /// What the article has named so far: the last place, the last county, the first place of all, and every division.
  private struct Context {
    var place: Int?
    var county: Int?
    var home: Int?
    var explicit: Set<Int>
  }

  private static func withRelatives(
    _ named: [PlaceMention], _ range: Range<Int>, _ scan: Scan, _ context: Context,
    _ gazetteer: Gazetteer
  ) -> [PlaceMention] {
    var result: [PlaceMention] = []
    var rest = named[...]
    var context = context
    for token in scan.tokens(.place, in: range) {
      guard case .place(let role) = token.entry,
        [.nation, .province, .prefecture, .county, .zone].contains(role)
      else { continue }
      while let next = rest.first, next.range.lowerBound < token.range.lowerBound {
        result.append(next)
        if !next.isOrganisation { context.place = next.division }
        if gazetteer.divisions[next.division].level == .county { context.county = next.division }
        rest = rest.dropFirst()
      }
      if let last = result.last, last.range.upperBound >= token.range.lowerBound { continue }
      if let next = rest.first, next.range.overlaps(token.range) { continue }
      let isCounty = role == .county || role == .zone
      guard
        let division = division(role, context, gazetteer) ?? (isCounty ? context.county : nil)
      else { continue }
      // 19个省市总工会: of many provinces and cities, not of the one just named.
      if role != .nation, scan.unit(token.range.lowerBound - 1) == Sign.unit("省") { continue }
      if role == .nation, !isSubject(token.range, range, scan) { continue }
      if role == .nation, context.place != nil, isGiver(token.range.upperBound, scan) { continue }
      result.append(PlaceMention(range: token.range, division: division, isRelative: true))
    }
    return result + rest
  }

  /// 全国 is a place only as the subject of a clause: not in 全国职工书屋23家, 全国劳模.
  private static func isSubject(_ token: Range<Int>, _ sentence: Range<Int>, _ scan: Scan) -> Bool {
    // 全国五一劳动奖状4个, 全国职工书屋23家: an honour, not a place.
    if scan.unit(token.upperBound) == Sign.openQuote || namesHonour(token.upperBound, scan)
      || honours.contains(where: { scan.hasWord($0, at: token.upperBound) })
    {
      return false
    }
    let start = token.lowerBound
    if start == sentence.lowerBound || Sign.clauseEnds.contains(scan.unit(start - 1)) {
      return true
    }
    return scan.token(.time, endingAt: start) != nil
      || Set("年月日期,)由底".utf16).contains(scan.unit(start - 1))
  }

  private static let gifts = ["下拨", "拨付", "拨来", "奖励", "支持", "补助", "安排", "下达", "划拨", "投入", "出资"].map(
    spelled)

  /// 全国总工会下拨的7501万元: what the union above gives is of the place that gets it.
  private static func isGiver(_ place: Int, _ scan: Scan) -> Bool {
    var end = place
    while end - place < 6, !Sign.clauseEnds.contains(scan.unit(end)) {
      if gifts.contains(where: { scan.hasWord($0, at: end) }) { return true }
      end += 1
    }
    return false
  }

  private static let honours = ["五一劳动", "五一巾帼", "示范", "先进", "优秀", "最美", "模范", "劳动模范", "劳模"].map(
    spelled)

  private static func namesHonour(_ place: Int, _ scan: Scan) -> Bool {
    guard let token = scan.longest(.excluded, at: place) ?? scan.longest(.noun, at: place) else {
      return false
    }
    if case .noun(let noun) = token.entry {
      let isHonour = noun.program.map { scan.lexicon.programs[$0].id == "craftsmen" } ?? false
      guard isHonour || noun.kind == .site else { return false }
    }
    return scan.lexicon.numerals[scan.unit(token.range.upperBound)] != nil
  }

  private static func division(
    _ role: PlaceWord, _ context: Context, _ gazetteer: Gazetteer
  ) -> Int? {
    if role == .nation { return gazetteer.nationIndex }
    guard let place = context.place else { return nil }
    let chain = gazetteer.chain(of: place)
    let explicit = context.explicit
    let divisions = gazetteer.divisions
    switch role {
    case .province:
      return chain.last
    case .prefecture:
      let isCity: (Int) -> Bool = {
        divisions[$0].name.hasSuffix("市") || divisions[$0].level == .prefecture
      }
      // 余姚's own union, in an article about 余姚 that names 宁波 too.
      if let home = context.home, divisions[home].name.hasSuffix("市"),
        chain.contains(home) || gazetteer.isInside(home, place),
        divisions[home].level == .county
      {
        return home
      }
      return chain.last { isCity($0) && explicit.contains($0) && divisions[$0].level > .province }
        ?? chain.last { isCity($0) && divisions[$0].level > .province }
        ?? chain.last { isCity($0) }
    case .county:
      return chain.first { divisions[$0].level == .county }
    case .zone:
      return chain.first { divisions[$0].level == .county }
        ?? chain.last.flatMap { divisions[$0].name.hasSuffix("自治区") ? $0 : nil }
    case .nation, .notPlace, .notAName, .organisation:
      return nil
    }
  }

  // MARK: The place of a figure

  /// The place of a figure that begins at a place of the text.
  func place(at start: Int, sentence index: Int) -> ResolvedPlace {
    let sentence = article.sentences[index]
    let before = placesOfEvents[index].filter {
      $0.range.lowerBound < start && !isRank($0) && !isExample($0, of: start)
    }
    if let mention = nearest(before) {
      if mention.isOrganisation, let topic,
        gazetteer.isInside(topic, mention.division) || isPast(mention, at: start)
      {
        return ResolvedPlace(division: gazetteer.divisions[topic], evidence: .article)
      }
      return resolved(mention, .sentence, rival: before.last?.division)
    }
    let clause = article.clause(around: start, in: sentence.range)
    if let after = places[index].first(where: {
      $0.range.lowerBound >= start && clause.contains($0.range.lowerBound) && !$0.isOrganisation
    }),
      isOrigin(after, of: start)
    {
      return resolved(after, .sentence, rival: nil)
    }
    var earlier = index - 1
    while earlier >= 0, article.sentences[earlier].paragraph == sentence.paragraph {
      if let mention = PlaceResolver.scope(of: places[earlier], gazetteer) {
        if mention.isOrganisation, let topic, gazetteer.isInside(topic, mention.division) { break }
        return resolved(mention, .paragraph, rival: nil)
      }
      earlier -= 1
    }
    if let topic {
      return ResolvedPlace(division: gazetteer.divisions[topic], evidence: .article)
    }
    if let pagePlace {
      return ResolvedPlace(division: gazetteer.divisions[pagePlace], evidence: .page)
    }
    return ResolvedPlace(division: .nation, evidence: .none)
  }

  /// 合作院校有长春大学、长春工程学院等;…: an organisation of an earlier part of the sentence.
  private func isPast(_ mention: PlaceMention, at start: Int) -> Bool {
    scan.units[mention.range.upperBound..<max(start, mention.range.upperBound)]
      .contains(Sign.semicolon)
  }

  /// 龙华区检察院等5家单位, in an article about Haikou: one of those that are counted.
  private func isExample(_ mention: PlaceMention, of start: Int) -> Bool {
    guard let topic, scan.unit(start - 1) == Sign.et, topic != mention.division else {
      return false
    }
    let between = mention.range.upperBound..<max(start, mention.range.upperBound)
    return gazetteer.isInside(mention.division, topic)
      && !scan.units[between].contains { Sign.clauseEnds.contains($0) }
  }

  private static let ranks = ["劳模", "劳动模范", "五一", "先进工作者", "工匠"].map(spelled)

  /// 甘肃省劳模和先进工作者33名, in an article about Lanzhou: the level of an honour.
  private func isRank(_ mention: PlaceMention) -> Bool {
    guard let topic, !mention.isRelative, topic != mention.division,
      gazetteer.isInside(topic, mention.division)
    else { return false }
    return PlaceResolver.ranks.contains { scan.hasWord($0, at: mention.range.upperBound) }
  }

  private static let origin = spelled("来自")

  /// 60名来自湖北省产业一线的人才: a place behind the numeral that says whence.
  private func isOrigin(_ mention: PlaceMention, of start: Int) -> Bool {
    let range = start..<mention.range.lowerBound
    guard range.count < 12 else { return false }
    return range.contains { scan.hasWord(PlaceResolver.origin, at: $0) }
  }

  /// The last place of a stretch, or the locative inside it; companies only where nothing else is named.
  private func nearest(_ mentions: [PlaceMention]) -> PlaceMention? {
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
  private func withinHolder(_ last: PlaceMention, _ mentions: [PlaceMention]) -> PlaceMention? {
    guard scan.unit(last.range.upperBound) == Sign.openQuote, !last.isRelative else { return nil }
    return mentions.last {
      $0.range.lowerBound < last.range.lowerBound && !$0.isOrganisation
        && $0.division != last.division && gazetteer.isInside($0.division, last.division)
    }
  }

  /// What a sentence leaves as the place of the next: its actor's, or a smaller one inside that it came to.
  private static func scope(of mentions: [PlaceMention], _ gazetteer: Gazetteer) -> PlaceMention? {
    guard let actor = mentions.first(where: { !$0.isOrganisation }) else { return mentions.last }
    return mentions.last {
      !$0.isOrganisation && $0.division != actor.division
        && gazetteer.isInside($0.division, actor.division)
    } ?? actor
  }

  private static let locativeReach = 12

  /// 在…翁源县, : 在 stands before it in the clause, and the clause ends right behind.
  private func isLocative(_ mention: PlaceMention) -> Bool {
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
    let name = mention.formerName ?? division.name
    return ResolvedPlace(
      division: Division(code: division.code, name: name, province: division.province),
      evidence: evidence,
      rival: rival.flatMap { $0 == mention.division ? nil : gazetteer.divisions[$0] },
      words: scan.text(mention.range))
  }
}
