import FactModel
import Lexicon

/// Words that stand for a place by its level alone: 全市, 省总工会, 我区, 全国.
extension PlaceResolver {
  /// What the article has named.
  struct Context {
    /// The last place before the sentence that is read, the last county, and every division up to it; the latter two where
    /// they may matter.
    var place: Int?
    var county: Int?
    var explicit: DivisionSet
    /// The first place of all.
    var home: Int?
    /// By the code of a division that only fame decided on, the next that bears its name.
    var namesakes: [Int: Int] = [:]
    /// Where the newspaper is at home.
    let press: Int?
    let article: ArticleText
    let finder: PlaceFinder
    /// All that the article names, behind the place of a word too, in order; found when it is first asked for.
    private var order: [Int]?

    init(press: Int?, article: ArticleText, finder: PlaceFinder) {
      explicit = DivisionSet(finder.gazetteer)
      self.press = press
      self.article = article
      self.finder = finder
    }

    /// Takes note of the guesses of a sentence.
    mutating func enterNamesakes(_ named: [PlaceMention]) {
      for mention in named {
        if let namesake = mention.namesake {
          namesakes[finder.gazetteer.code(of: mention.division)] = namesake
        }
      }
    }

    /// Each division that the article names, once, those of no firms first.
    mutating func named() -> [Int] {
      if let order { return order }
      var written: [Int] = []
      var mentions: [PlaceMention] = []
      for sentence in article.sentences where article.role(of: sentence) != .byline {
        finder.addPlaces(in: sentence.range, to: &mentions, &written)
      }
      var seen: Set<Int> = []
      let found = (mentions.filter { !$0.isOrganisation } + mentions.filter(\.isOrganisation))
        .map(\.division).filter { seen.insert($0).inserted }
      order = found
      return found
    }
  }

  /// Whether words of a range may stand for places by their level.
  static func hasRelatives(_ range: Range<Int>, _ scan: Scan) -> Bool {
    scan.tokens(.place, in: range).contains { token in
      if case .place(let role) = token.entry { isRelative(role) } else { false }
    }
  }

  /// Puts the words of a sentence that stand for places among its places.
  static func addRelatives(
    to mentions: inout [PlaceMention], _ range: Range<Int>, _ scan: Scan, _ context: inout Context
  ) {
    let gazetteer = context.finder.gazetteer
    var told = (place: context.place, county: context.county)
    var result: [PlaceMention] = []
    var next = 0
    for token in scan.tokens(.place, in: range) {
      guard case .place(let role) = token.entry, isRelative(role) else { continue }
      while next < mentions.count, mentions[next].range.lowerBound < token.start {
        let mention = mentions[next]
        result.append(mention)
        if !mention.isOrganisation { told.place = mention.division }
        if gazetteer.level(of: mention.division) == .county { told.county = mention.division }
        next += 1
      }
      if let last = result.last, last.range.upperBound >= token.start { continue }
      if next < mentions.count, mentions[next].range.overlaps(token.range) { continue }
      guard let division = settled(role, token.range, told, &context, scan, gazetteer) else {
        continue
      }
      var mention = PlaceMention(range: token.range, division: division, isRelative: true)
      if role == .nation {
        mention.isEvent = namesEvent(token.range, range, scan, behind: result.last)
        if !mention.isEvent, !isSubject(token.range, range, scan) { continue }
        if told.place != nil, isGiver(token.range.upperBound, scan) { continue }
      } else if isOfMany(token.range, role, scan) || isAnyRegion(token.range, division, scan)
        || isRanking(token.range, scan)
        || told.place != nil && isAssigner(token.range, scan)
      {
        continue
      }
      result.append(mention)
    }
    if !result.isEmpty { mentions.replaceSubrange(..<next, with: result) }
  }

  private static func isRelative(_ role: PlaceWord) -> Bool {
    switch role {
    case .nation, .province, .prefecture, .county, .zone: true
    case .notPlace, .newspaper, .notAName, .organisation: false
    }
  }

  /// The division that a word means: the paper's own for 我市, else that of the places named before, else that of the
  /// paper or of the first place named behind.
  private static func settled(
    _ role: PlaceWord, _ word: Range<Int>, _ told: (place: Int?, county: Int?),
    _ context: inout Context, _ scan: Scan, _ gazetteer: Gazetteer
  ) -> Int? {
    if let press = context.press, own.contains(scan.unit(word.lowerBound)),
      let division = scan.units[word].contains(state)
        ? stateHolding(press, gazetteer) : home(role, of: press, gazetteer)
    {
      return division
    }
    let isCounty = role == .county || role == .zone
    let isState = role == .prefecture && scan.units[word].contains(state)
    let near =
      (role == .prefecture ? cityTold(told, word, scan, gazetteer) : nil)
      ?? (isState ? stateTold(told.place, &context, gazetteer) : nil)
      ?? division(role, told.place, context, gazetteer) ?? (isCounty ? told.county : nil)
    // 全国劳模大会在北京召开,我省300人: a city is no 省.
    let isOther = role == .province && near.map { isMunicipal($0, word, scan, gazetteer) } ?? false
    if let near, !isOther {
      // 昆山日报 on 昆山, which names 苏州市 too.
      if role == .prefecture, !isState, let press = context.press, gazetteer.isCity(press),
        gazetteer.isInside(press, near)
      {
        return press
      }
      return near
    }
    guard speakers.holds(word, scan) else { return nil }
    for place in (context.press.map { [$0] } ?? []) + context.named() {
      if !isOther, let outer = told.place, !gazetteer.isInside(place, outer) { continue }
      let isPress = place == context.press && !isOther
      guard
        let division = isPress
          ? home(role, of: place, gazetteer) : division(role, place, context, gazetteer)
      else { continue }
      // 我省 is no city, though the nation met in one.
      if !isMunicipal(division, word, scan, gazetteer) { return division }
    }
    return near
  }

  /// 我市, 本县: the speaker is the newspaper.
  private static let own = SignSet("我本")
  private static let provinceSign = Sign.unit("省")
  /// Words by which an article speaks of its own place, though it has not named it yet.
  private static let speakers = PhraseSet([
    "我省", "全省", "本省", "省总", "省总工会", "我市", "全市", "本市", "市总", "市总工会", "州总工会", "我州", "全州", "州总", "我县",
    "全县", "县总", "本县", "本区", "全区",
    "县总工会", "我区", "区总工会", "自治区总工会",
  ])

  private static let state = Sign.unit("州")

  private static let city = Sign.unit("市")

  /// 红河州个旧市…,市总工会: a city, as a state has none.
  private static func cityTold(
    _ told: (place: Int?, county: Int?), _ word: Range<Int>, _ scan: Scan, _ gazetteer: Gazetteer
  ) -> Int? {
    guard let county = told.county, gazetteer.isCity(county), scan.units[word].contains(city),
      let holder = gazetteer.parent(of: county), !gazetteer.isCity(holder),
      gazetteer.level(of: holder) == .prefecture, told.place == county || told.place == holder
    else { return nil }
    return county
  }

  /// The state that holds the place told last, else one that the article names: 全州, 厦门 being the helper.
  private static func stateTold(
    _ place: Int?, _ context: inout Context, _ gazetteer: Gazetteer
  ) -> Int? {
    if let near = (place ?? context.press).flatMap({ stateHolding($0, gazetteer) }) { return near }
    return context.named().lazy.compactMap { stateHolding($0, gazetteer) }.first
  }

  /// 都匀市 has no 全州, 黔南州 has.
  private static func stateHolding(_ place: Int, _ gazetteer: Gazetteer) -> Int? {
    gazetteer.first(ofChain: place) {
      gazetteer.level(of: $0) == .prefecture && gazetteer.divisions[$0].name.hasSuffix("州")
    }
  }

  private static func isMunicipal(
    _ place: Int, _ word: Range<Int>, _ scan: Scan, _ gazetteer: Gazetteer
  ) -> Bool {
    gazetteer.isCity(place) && scan.units[word].contains(provinceSign)
  }

  /// What 我省, 我市, 我县 or 我区 is in a paper: the paper's division itself, or its province.
  private static func home(_ role: PlaceWord, of press: Int, _ gazetteer: Gazetteer) -> Int? {
    let division = gazetteer.divisions[press]
    switch role {
    case .province: return gazetteer.outermost(of: press)
    case .prefecture:
      return gazetteer.first(ofChain: press) {
        gazetteer.isCity($0) || gazetteer.level(of: $0) == .prefecture
      }
    case .county, .zone:
      let isRegion = division.level == .province && division.name.hasSuffix("区")
      return division.level == .county || isRegion ? press : nil
    default: return nil
    }
  }

  private static let eventNames = PhraseSet([
    "大赛", "竞赛", "比赛", "大会", "会议", "论坛", "展演", "交流会", "总结会", "推进会", "现场会", "表彰会", "座谈会", "发布会",
    "决赛", "运动会", "博览会", "活动", "仪式", "培训班", "研修班", "研讨会", "工作会", "启动会", "锦标赛", "联赛",
    "球赛", "棋赛", "邀请赛", "挑战赛", "大奖赛", "运动赛", "汇演", "会演", "调演", "书画展", "摄影展", "成果展", "展示会",
  ])
  private static let longestEventName = 32

  /// 第四届全国职工技能大赛在石家庄闭幕: an event of the nation, wherever it is held.
  private static func namesEvent(
    _ word: Range<Int>, _ sentence: Range<Int>, _ scan: Scan, behind last: PlaceMention?
  ) -> Bool {
    let nation = scan.lexicon.gazetteer.nationIndex
    let clause = scan.clauseBefore(word.lowerBound, most: word.lowerBound - sentence.lowerBound)
    // 贵州省大赛总结暨参加全国大赛动员会: the province's.
    if let last, last.range.lowerBound >= clause.lowerBound, !last.isDateline,
      last.division != nation
    {
      return false
    }
    var place = word.upperBound
    let end = min(place + longestEventName, sentence.upperBound)
    var isNamed = false
    while place < end, !Sign.clauseEnds.contains(scan.unit(place)) {
      if isNamed, scan.unit(place) == inside {
        return occasions.occurs(
          in: place..<min(place + longestEventName, sentence.upperBound), scan)
      }
      if let length = eventNames.length(at: place, scan) {
        isNamed = true
        place += length
      } else {
        place += 1
      }
    }
    return false
  }

  static let inside = Sign.unit("在")

  /// 全国 is a place only as the subject of a clause: not in 全国职工书屋23家, 全国劳模.
  static func isSubject(_ token: Range<Int>, _ sentence: Range<Int>, _ scan: Scan) -> Bool {
    // 全国五一劳动奖状4个, 全国职工书屋23家: an honour, not a place.
    if scan.unit(token.upperBound) == Sign.openQuote || namesHonour(token.upperBound, scan)
      || honours.begins(at: token.upperBound, scan)
    {
      return false
    }
    if token.count > 2 || scan.unit(token.upperBound - 1) == chief, isAside(token.upperBound, scan)
    {
      return false
    }
    let start = token.lowerBound
    if start == sentence.lowerBound || Sign.clauseEnds.contains(scan.unit(start - 1)) {
      return true
    }
    // 第1期全国工会创新案例: no time, but a number.
    let isNumbered = scan.unit(start - 1) == issue && scan.isNumeral(scan.unit(start - 2))
    return scan.token(.time, endingAt: start) != nil
      || PlaceResolver.beforeNation.contains(scan.unit(start - 1)) && !isNumbered
      || scan.unit(start - 1) == according && isSource(token.upperBound, scan)
      || scan.hasWord(origin, at: start - origin.count)
  }

  private static let according = Sign.unit("据")
  private static let sources = PhraseSet(["统计", "数据", "通报"])

  /// 据全国总工会统计: what follows is of the nation.
  private static func isSource(_ place: Int, _ scan: Scan) -> Bool {
    sources.occurs(in: scan.restOfClause(from: place, most: longestGap), scan)
  }

  private static let longestGap = 6
  private static let issue = Sign.unit("期")

  static let beforeNation = SignSet("年月日期,)由底")
  static let chief = Sign.unit("总")
  static let insides = SignSet("里中内")

  /// 全国总工会…创新案例里,大庆油田有两项: a clause that only says among what.
  static func isAside(_ place: Int, _ scan: Scan) -> Bool {
    let end = scan.restOfClause(from: place, most: .max).upperBound
    return scan.unit(end) == Sign.comma && insides.contains(scan.unit(end - 1))
  }

  static let gifts = PhraseSet([
    "下拨", "拨付", "拨来", "奖励", "支持", "补助", "安排", "下达", "划拨", "投入", "出资",
  ])

  /// 全国总工会下拨的7501万元: what the union above gives is of the place that gets it.
  static func isGiver(_ place: Int, _ scan: Scan) -> Bool {
    var end = place
    while end - place < 6, !Sign.clauseEnds.contains(scan.unit(end)) {
      if gifts.begins(at: end, scan) { return true }
      end += 1
    }
    return false
  }

  static let honours = PhraseSet([
    "五一劳动", "五一巾帼", "示范", "先进", "优秀", "最美", "模范", "劳动模范", "劳模", "工人先锋号", "技术能手",
  ])

  static func namesHonour(_ place: Int, _ scan: Scan) -> Bool {
    guard let token = scan.longest(.excluded, at: place) ?? scan.longest(.noun, at: place) else {
      return false
    }
    if case .noun(let noun) = token.entry {
      let isHonour = noun.program.map { scan.lexicon.programs[$0].id == "craftsmen" } ?? false
      guard isHonour || noun.kind == .site else { return false }
    }
    return scan.isNumeral(scan.unit(token.range.upperBound))
  }

  private static func division(
    _ role: PlaceWord, _ place: Int?, _ context: Context, _ gazetteer: Gazetteer
  ) -> Int? {
    if role == .nation { return gazetteer.nationIndex }
    guard let place else { return nil }
    switch role {
    case .province:
      return gazetteer.outermost(of: place)
    case .prefecture:
      // 余姚's own union, in an article about 余姚 that names 宁波 too.
      if let home = context.home, gazetteer.isCity(home), gazetteer.level(of: home) == .county,
        gazetteer.isInside(home, place)
          || gazetteer.first(ofChain: place, where: { $0 == home }) != nil
      {
        return home
      }
      return city(holding: place, context.explicit, gazetteer)
    case .county:
      return gazetteer.first(ofChain: place) { gazetteer.level(of: $0) == .county }
    case .zone:
      if let county = gazetteer.first(ofChain: place, where: { gazetteer.level(of: $0) == .county })
      {
        return county
      }
      let outermost = gazetteer.outermost(of: place)
      return gazetteer.divisions[outermost].name.hasSuffix("自治区") ? outermost : nil
    case .nation, .notPlace, .newspaper, .notAName, .organisation:
      return nil
    }
  }

  /// The largest city that holds a place, or is it: best one below a province that the article writes out, then any below
  /// one.
  private static func city(
    holding place: Int, _ explicit: DivisionSet, _ gazetteer: Gazetteer
  ) -> Int? {
    var (named, below, any): (Int?, Int?, Int?)
    gazetteer.forEach(ofChain: place) { division in
      let level = gazetteer.level(of: division)
      guard gazetteer.isCity(division) || level == .prefecture else { return }
      any = division
      if level <= .province { return }
      below = division
      if explicit.contains(division) { named = division }
    }
    return named ?? below ?? any
  }
}
