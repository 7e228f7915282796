import Lexicon

/// The words that speak for programmes, as the tables give them.
extension ProgramResolver {
  /// The cues of a short text.
  static func cues(in range: Range<Int>, _ scan: Scan) -> CueList {
    let list = CueList(capacity: shortText)
    var (nouns, words) = (TokenCursor(.noun, of: scan), TokenCursor(.cue, of: scan))
    addCues(in: range, &nouns, &words, scan, to: list)
    return list
  }

  private static let shortText = 8

  /// Adds every cue of a range to a list, and notes the word that names the safety cup.
  ///
  /// - Parameters:
  ///   - nouns: the nouns of the text.
  ///   - words: its words that may be cues.
  static func addCues(
    in range: Range<Int>, _ nouns: inout TokenCursor, _ words: inout TokenCursor, _ scan: Scan,
    to list: CueList
  ) {
    if range.isEmpty { return }
    var actors: [Range<Int>] = []
    nouns.begin(range)
    while let token = nouns.next(before: range.upperBound) {
      guard token.range.upperBound <= range.upperBound, case .noun(let noun) = token.entry else {
        continue
      }
      let isActor = noun.isSite && receivers.contains(scan.unit(token.range.upperBound))
      if isActor { actors.append(token.range) }
      if let program = noun.program, !namesContest(token, scan), !tellsActing(token, scan) {
        list.append(
          Cue(
            range: token.range, program: program, weight: noun.weight,
            isWho: noun.isPerson || isActor))
      }
    }
    words.begin(range)
    while let token = words.next(before: range.upperBound) {
      if namesCup(token, scan) { list.note(cup: token) }
      guard token.range.upperBound <= range.upperBound,
        case .cue(let program, let weight) = token.entry, !isCut(token, scan),
        !namesContest(token, scan)
      else { continue }
      let isOfActor = !actors.isEmpty && actors.contains { $0.contains(token.start) }
      list.append(Cue(range: token.range, program: program, weight: weight, isWho: isOfActor))
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
    let (start, end) = (cue.start, cue.range.upperBound)
    // Most cues hold no other word.
    guard scan.mayHoldToken(.noun, behind: start, before: end),
      let last = (start + 1..<end).last(where: { scan.hasToken(.noun, at: $0) }),
      let noun = scan.token(.noun, at: last), case .noun(let word) = noun.entry
    else { return false }
    return word.isSite && noun.range.upperBound > end
  }

  private static let contests = PhraseSet([
    "技能大赛", "技能竞赛", "职工技能", "职业技能", "技能大师赛", "技术比武", "劳动竞赛", "技能比武", "技术大赛", "杯技能", "杯职工技能",
  ])
  private static let longestName = 8
  private static let nameToContest = 4

  /// “工匠杯”技能大赛: a contest is about what its kind says, whatever its name; the 安康杯 alone is of another one.
  @inline(__always)
  private static func namesContest(_ token: Token, _ scan: Scan) -> Bool {
    mayHoldQuote(from: token.range.upperBound, scan) && isQuotedContest(token, scan)
  }

  /// Few questions come so far.
  @inline(never)
  private static func isQuotedContest(_ token: Token, _ scan: Scan) -> Bool {
    guard let end = closeQuote(behind: token.range.upperBound, scan) else { return false }
    return !namesCup(token, scan)
      && (end + 1...end + nameToContest).contains { contests.begins(at: $0, scan) }
      && (token.start - longestName..<token.start).contains { scan.unit($0) == Sign.openQuote }
  }

  /// The closing quotation mark in each of four units.
  @inline(__always)
  private static var fourQuotes: UInt64 { 0x0001_0001_0001_0001 &* UInt64(Sign.closeQuote) }

  /// Something else than zero if one of four units that stand side by side is a closing quotation mark: what differs from
  /// it leaves something in each of them, and only where nothing is left the highest bit is borrowed.
  @inline(__always)
  private static func quotes(in units: UInt64) -> UInt64 {
    let rest = units ^ fourQuotes
    return (rest &- 0x0001_0001_0001_0001) & ~rest & 0x8000_8000_8000_8000
  }

  /// Whether a closing quotation mark may stand at a place or one of the next ones.
  ///
  /// It is asked of every cue, and hardly ever there is one: eight units are looked at four by four, and then the last.
  @inline(__always)
  private static func mayHoldQuote(from place: Int, _ scan: Scan) -> Bool {
    let text = scan.memory
    let last = place &+ longestName
    if place < 0 || last >= text.count { return true }
    let bytes = UnsafeRawPointer(text.base + place)
    let quotes =
      quotes(in: bytes.loadUnaligned(as: UInt64.self))
      | quotes(in: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    return quotes != 0 || text.base[last] == Sign.closeQuote
  }

  /// Where the quotation ends in which a place stands, if it does so nearby. `ContestProgramTests` compares it with a
  /// search that looks at each unit.
  @inline(__always)
  static func closeQuote(behind place: Int, _ scan: Scan) -> Int? {
    if !mayHoldQuote(from: place, scan) { return nil }
    return scan.units.withUnsafeBufferPointer { closeQuoteOneByOne(behind: place, $0) }
  }

  static func closeQuoteOneByOne(
    behind place: Int, _ units: UnsafeBufferPointer<UInt16>
  ) -> Int? {
    var end = place
    let last = min(place + longestName, units.count - 1)
    while end <= last {
      let unit = units[end]
      if unit == Sign.closeQuote { return end }
      if end == last || unit == Sign.openQuote || Sign.clauseEnds.contains(unit) { return nil }
      end += 1
    }
    return nil
  }

  // MARK: Short texts

  /// The programme that the cues of a short text speak for, `other` where none does.
  static func likeliest(in range: Range<Int>, _ scan: Scan) -> Int {
    let programs = scan.lexicon.programs
    var scores = [Int](repeating: 0, count: programs.count)
    let cues = cues(in: range, scan)
    withExtendedLifetime(cues) {
      for cue in cues.all { scores[cue.program] += cue.weight }
    }
    let other = scan.lexicon.knownPrograms.other
    guard let most = scores.max(), most > 0 else { return other }
    return scores.firstIndex(of: most) ?? other
  }

  // MARK: The safety cup

  private static let cupName = spelled("安康杯")
  private static let cupSign = Sign.unit("安")

  /// Whether a word is the name of the cup; it is asked of every cue.
  @inline(__always)
  static func namesCup(_ token: Token, _ scan: Scan) -> Bool {
    scan.unit(token.start) == cupSign && scan.hasWord(cupName, at: token.start)
  }

  /// The 安康杯 is a contest in work safety, a ball game one of sport: 参赛 and 决赛 of its article mean it, unless that
  /// tells of contests of skill.
  ///
  /// - Parameters:
  ///   - cues: those of the article, sentence by sentence.
  ///   - name: where the article names the cup first.
  static func cup(
    _ cues: CueList, _ sentences: some Collection<Range<Int>>, named name: Token?, _ scan: Scan
  ) -> (meant: Int, said: Int)? {
    guard let said = scan.lexicon.knownPrograms.competition,
      let meant = safetyCup(name) ?? game(cues, sentences, said, scan), said != meant
    else { return nil }
    let hasOther = cues.all.contains {
      $0.program == said && $0.weight >= clearCue && tellsSkill($0, scan)
    }
    return hasOther ? nil : (meant, said)
  }

  private static let skills = SignSet("技劳练武兵岗功工")

  /// 技能竞赛, 劳动竞赛, 比武, but not 决出 or 夺冠, which any contest has.
  private static func tellsSkill(_ cue: Cue, _ scan: Scan) -> Bool {
    scan.units[cue.range].contains { skills.contains($0) }
  }

  private static func safetyCup(_ name: Token?) -> Int? {
    guard let name, case .cue(let meant, _) = name.entry else { return nil }
    return meant
  }

  private static let quizzes = PhraseSet(["知识竞赛", "知识答题", "知识网络竞赛", "知识竞答"])
  private static let longestMatter = 4
  private static let gameEnds = PhraseSet(["赛", "运动会"])
  /// What an article is about stands in so many sentences.
  private static let opening = 4

  /// The programme of a contest of another sort that an article begins with: 羽毛球比赛, 演讲比赛, 创客大赛.
  private static func game(
    _ cues: CueList, _ sentences: some Collection<Range<Int>>, _ said: Int, _ scan: Scan
  ) -> Int? {
    let (quizzes, gameEnds) = (quizzes, gameEnds)
    for sentence in sentences.prefix(opening) {
      for cue in cues[sentence] where cue.program != said {
        let end = cue.range.upperBound
        let isGame = cue.weight >= clearCue && gameEnds.ends(at: end, scan)
        // 党史知识竞赛: a quiz is about what is to be known.
        if isGame || (end...end + longestMatter).contains(where: { quizzes.begins(at: $0, scan) }) {
          return cue.program
        }
      }
    }
    return nil
  }

  static func meant(_ cue: Cue, _ cup: (meant: Int, said: Int)?) -> Cue {
    guard let cup, cue.program == cup.said else { return cue }
    return cue.meaning(cup.meant)
  }
}

extension Noun {
  /// Asked of every noun: matched, as comparing costs a call.
  fileprivate var isSite: Bool { if case .site = kind { true } else { false } }
  fileprivate var isPerson: Bool { if case .person = kind { true } else { false } }
}
