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
      if let program = noun.program {
        body(
          Cue(
            range: token.range, program: program, weight: noun.weight,
            isWho: noun.kind == .person || isActor))
      }
    }
    for token in scan.tokens(.cue, in: range) where token.range.upperBound <= range.upperBound {
      guard case .cue(let program, let weight) = token.entry, !isCut(token, scan) else { continue }
      let isOfActor = actors.contains { $0.contains(token.range.lowerBound) }
      body(Cue(range: token.range, program: program, weight: weight, isWho: isOfActor))
    }
  }

  /// 帮扶中心|为职工发放医疗互助金: before these a site is who acts.
  private static let receivers = SignSet("为向对给")

  /// 新建工会 of 新建|工会健康小屋: a site's name begins inside the cue and goes on behind it.
  private static func isCut(_ cue: Token, _ scan: Scan) -> Bool {
    guard let noun = scan.tokens(.noun, in: cue.range).last, case .noun(let word) = noun.entry,
      word.kind == .site
    else { return false }
    return noun.range.lowerBound > cue.range.lowerBound
      && noun.range.upperBound > cue.range.upperBound
  }

  // MARK: The safety cup

  private static let cupName = spelled("安康杯")

  /// The 安康杯 is a contest in work safety: 竞赛 and 参赛 of its article mean it, unless that tells of other contests.
  static func cup(of article: ArticleText) -> (meant: Int, said: Int)? {
    let scan = article.scan
    var name: Token?
    // Sentences of a page in columns need not stand in the order of the text.
    for sentence in article.sentences where name == nil {
      name = scan.tokens(.cue, in: sentence.range).first { scan.hasWord(cupName, at: $0.start) }
    }
    guard let name, case .cue(let meant, _) = name.entry,
      let said = scan.lexicon.program("competition"), said != meant
    else { return nil }
    var hasOther = false
    for sentence in article.sentences where !hasOther {
      forEachCue(in: sentence.range, scan) {
        hasOther = hasOther || $0.program == said && $0.weight >= clearCue
      }
    }
    return hasOther ? nil : (meant, said)
  }

  static func meant(_ cue: Cue, _ cup: (meant: Int, said: Int)?) -> Cue {
    guard let cup, cue.program == cup.said else { return cue }
    return Cue(range: cue.range, program: cup.meant, weight: cue.weight, isWho: cue.isWho)
  }
}
