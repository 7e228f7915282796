import Lexicon

/// The words that speak for programmes, as the tables give them.
extension ProgramResolver {
  /// Calls a function with every cue in a range.
  @inline(__always)
  static func forEachCue(in range: Range<Int>, _ scan: Scan, _ body: (Cue) -> Void) {
    if range.isEmpty { return }
    var actors: [Range<Int>] = []
    for token in scan.tokens(.noun, in: range) where token.range.upperBound <= range.upperBound {
      guard case .noun(let noun) = token.entry else { continue }
      let isActor =
        noun.kind == .site && receivers.contains(scan.unit(token.range.upperBound))
      if isActor { actors.append(token.range) }
      if let program = noun.program, !namesContest(token, scan), !tellsActing(token, scan) {
        body(
          Cue(
            range: token.range, program: program, weight: noun.weight,
            isWho: noun.kind == .person || isActor))
      }
    }
    for token in scan.tokens(.cue, in: range) where token.range.upperBound <= range.upperBound {
      guard case .cue(let program, let weight) = token.entry, !isCut(token, scan),
        !namesContest(token, scan)
      else { continue }
      let isOfActor = actors.contains { $0.contains(token.range.lowerBound) }
      body(Cue(range: token.range, program: program, weight: weight, isWho: isOfActor))
    }
  }

  /// 帮扶中心|为职工发放医疗互助金: before these a site is who acts.
  static let receivers = SignSet("为向对给")

  private static let total = Sign.unit("总")
  private static let body = spelled("工会组织")

  /// 县总|工会组织 of 县总工会组织植树: what the union does, not what it is.
  private static func tellsActing(_ token: Token, _ scan: Scan) -> Bool {
    scan.unit(token.start - 1) == total && token.range.count == body.count
      && scan.hasWord(body, at: token.start)
  }

  /// 新建工会 of 新建|工会健康小屋: a site's name begins inside the cue and goes on behind it.
  private static func isCut(_ cue: Token, _ scan: Scan) -> Bool {
    guard let noun = scan.tokens(.noun, in: cue.range).last, case .noun(let word) = noun.entry,
      word.kind == .site
    else { return false }
    return noun.range.lowerBound > cue.range.lowerBound
      && noun.range.upperBound > cue.range.upperBound
  }

  private static let contests = PhraseSet([
    "技能大赛", "技能竞赛", "职工技能", "职业技能", "技能大师赛", "技术比武", "劳动竞赛", "技能比武", "技术大赛", "杯技能", "杯职工技能",
  ])
  private static let longestName = 8
  private static let nameToContest = 4

  /// “工匠杯”技能大赛: a contest is about what its kind says, whatever its name; the 安康杯 alone is of another one.
  private static func namesContest(_ token: Token, _ scan: Scan) -> Bool {
    var end = token.range.upperBound
    let last = end + longestName
    while end < last, scan.unit(end) != Sign.closeQuote {
      if scan.unit(end) == Sign.openQuote || Sign.clauseEnds.contains(scan.unit(end)) {
        return false
      }
      end += 1
    }
    guard scan.unit(end) == Sign.closeQuote, !scan.hasWord(cupName, at: token.start) else {
      return false
    }
    return (end + 1...end + nameToContest).contains { contests.begins(at: $0, scan) }
      && (token.start - longestName..<token.start).contains { scan.unit($0) == Sign.openQuote }
  }

  // MARK: The safety cup

  private static let cupName = spelled("安康杯")

  /// The 安康杯 is a contest in work safety, a ball game one of sport: 参赛 and 决赛 of its article mean it, unless that
  /// tells of contests of skill.
  static func cup(of article: ArticleText) -> (meant: Int, said: Int)? {
    let scan = article.scan
    guard let said = scan.lexicon.program("competition"),
      let meant = safetyCup(of: article) ?? game(of: article, said), said != meant
    else { return nil }
    var hasOther = false
    for sentence in article.sentences where !hasOther {
      forEachCue(in: sentence.range, scan) {
        hasOther = hasOther || $0.program == said && $0.weight >= clearCue && tellsSkill($0, scan)
      }
    }
    return hasOther ? nil : (meant, said)
  }

  private static let skills = SignSet("技劳练武兵岗功工")

  /// 技能竞赛, 劳动竞赛, 比武, but not 决出 or 夺冠, which any contest has.
  private static func tellsSkill(_ cue: Cue, _ scan: Scan) -> Bool {
    scan.units[cue.range].contains { skills.contains($0) }
  }

  private static func safetyCup(of article: ArticleText) -> Int? {
    let scan = article.scan
    var name: Token?
    // Sentences of a page in columns need not stand in the order of the text.
    for sentence in article.sentences where name == nil {
      name = scan.tokens(.cue, in: sentence.range).first { scan.hasWord(cupName, at: $0.start) }
    }
    guard let name, case .cue(let meant, _) = name.entry else { return nil }
    return meant
  }

  private static let quizzes = PhraseSet(["知识竞赛", "知识答题", "知识网络竞赛", "知识竞答"])
  private static let longestMatter = 4
  private static let gameEnds = PhraseSet(["赛", "运动会"])
  /// What an article is about stands in so many sentences.
  private static let opening = 4

  /// The programme of a contest of another sort that an article begins with: 羽毛球比赛, 演讲比赛, 创客大赛.
  private static func game(of article: ArticleText, _ said: Int) -> Int? {
    let scan = article.scan
    for sentence in article.sentences.prefix(opening) {
      var found: Int?
      forEachCue(in: sentence.range, scan) { cue in
        guard found == nil, cue.program != said else { return }
        let end = cue.range.upperBound
        let isGame = cue.weight >= clearCue && gameEnds.ends(at: end, scan)
        // 党史知识竞赛: a quiz is about what is to be known.
        if isGame || (end...end + longestMatter).contains(where: { quizzes.begins(at: $0, scan) }) {
          found = cue.program
        }
      }
      if let found { return found }
    }
    return nil
  }

  static func meant(_ cue: Cue, _ cup: (meant: Int, said: Int)?) -> Cue {
    guard let cup, cue.program == cup.said else { return cue }
    return Cue(range: cue.range, program: cup.meant, weight: cue.weight, isWho: cue.isWho)
  }
}
