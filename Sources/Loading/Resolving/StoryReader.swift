import FactModel
import Lexicon

/// Finds where an article tells of one person, or of one claim for wages: sums of such a story must not enter a total.
///
/// A story begins where one person is brought in (一名女工, 57岁的教师, 小汪, 骑手郭锋, 刘先生) and goes on in the next
/// sentences of the paragraph as long as they speak of 他 or 她.
///
/// Most sentences are never asked about; what is found of one is kept. A reader belongs to one thread.
final class StoryReader {
  private let article: ArticleText
  private let scan: Scan
  /// For each sentence that was asked about, the place from which it tells of one person.
  private let begins: SentenceMemo<Int?>
  private let claims: SentenceMemo<Bool>
  private let words: SentenceWords

  init(article: ArticleText, words: SentenceWords) {
    self.words = words
    self.article = article
    scan = article.scan
    begins = .empty(of: article)
    claims = .empty(of: article)
  }

  /// Whether a figure stands behind the place where its sentence begins to tell of one person.
  func tellsOfOne(_ figure: Figure, sentence index: Int) -> Bool {
    begin(of: index).map { $0 < figure.range.lowerBound } ?? false
  }

  /// The place from which a sentence tells of one person: whom it brings in, or 他 of the one before.
  private func begin(of index: Int) -> Int? {
    for index in unsettled(index, begins) {
      let sentence = article.sentences[index]
      let isTold = goesOn(index) && begins[index - 1] ?? nil != nil
      begins[index] = .some(
        quotes(index)
          ? sentence.range.lowerBound
          : StoryReader.introduction(in: sentence, scan)
            ?? (isTold
              ? StoryReader.begin(ofTold: sentence.range, scan) ?? named(again: index) : nil))
    }
    return begins[index] ?? nil
  }

  private static let givenTo = PhraseSet([
    "为她", "为他", "给她", "给他", "帮她", "帮他", "替她", "替他", "对其", "对她", "对他",
  ])

  /// 市总工会送来3000元,并为她女儿落实助学金: where a sentence goes on with the person of the one before; all of it where
  /// something is done for that person.
  private static func begin(ofTold range: Range<Int>, _ scan: Scan) -> Int? {
    guard let place = pronoun(in: range, scan) else { return nil }
    return givenTo.begins(at: place - 1, scan) ? range.lowerBound : place
  }

  private static let telling = PhraseSet(["说", "告诉", "算", "感叹", "感慨", "感激", "激动", "称", "讲", "念叨"])

  /// “住院花了4.6万元,互助补了6200元。”近日,职工赵某算起账来: what one person says before being brought in.
  private func quotes(_ index: Int) -> Bool {
    let range = article.sentences[index].range
    guard let open = range.first(where: { scan.unit($0) == Sign.openQuote }),
      open == range.lowerBound || scan.unit(open - 1) == Sign.closeBracket,
      let last = range.last(where: { scan.unit($0) == Sign.closeQuote }),
      last == range.upperBound - 1, index + 1 < article.sentences.count
    else { return false }
    let next = article.sentences[index + 1]
    return next.paragraph == article.sentences[index].paragraph
      && StoryReader.telling.occurs(in: next.range, scan)
      && (StoryReader.introduction(in: next, scan) != nil
        || range.contains { speaksOfSelf(at: $0) } && hasPerson(next.range))
  }

  private static let me = Sign.unit("我")
  private static let behindMe = SignSet("们市省县区国州厂局院校公集")

  /// 我领了1500元, but not 我市.
  private func speaksOfSelf(at place: Int) -> Bool {
    scan.unit(place) == StoryReader.me && !StoryReader.behindMe.contains(scan.unit(place + 1))
  }

  private func hasPerson(_ range: Range<Int>) -> Bool {
    scan.tokens(.noun, in: range).contains {
      if case .noun(let noun) = $0.entry { noun.kind == .person } else { false }
    }
  }

  /// 困难职工刘芳家中…。刘芳是退休工人: where the sentence before brings in the name that a sentence begins with.
  private func named(again index: Int) -> Int? {
    let start = article.sentences[index].range.lowerBound
    guard scan.lexicon.surnames.contains(scan.unit(start)), Sign.isHan(scan.unit(start + 1)) else {
      return nil
    }
    let name = Array(scan.units[start..<start + 2])
    return article.sentences[index - 1].range.contains { scan.hasWord(name, at: $0) } ? start : nil
  }

  /// Whether a sentence tells of one claim for wages, of a few workers against one firm.
  func tellsOfClaim(sentence index: Int) -> Bool {
    for index in unsettled(index, claims) {
      guard words.mayHold(.wages, index) else {
        claims[index] = false
        continue
      }
      let sentence = article.sentences[index]
      claims[index] =
        StoryReader.isClaim(sentence, scan)
        || goesOn(index) && claims[index - 1] == true && StoryReader.goesOn(sentence, scan)
    }
    return claims[index] == true
  }

  /// The sentences of a sentence's paragraph, up to it, of which nothing is known yet.
  private func unsettled<State>(_ index: Int, _ known: SentenceMemo<State>) -> Range<Int> {
    var first = index + 1
    while first > 0, known[first - 1] == nil, first == index + 1 || goesOn(first) { first -= 1 }
    return first..<index + 1
  }

  /// Whether a sentence stands behind another of its paragraph.
  private func goesOn(_ index: Int) -> Bool {
    index > 0 && article.sentences[index - 1].paragraph == article.sentences[index].paragraph
  }

  // MARK: One person

  private static let longestAttribute = 10

  /// What may bring in one person, with one look for all of it.
  private struct Openings {
    let ones = PhraseSet(["一名", "一位", "1名", "1位", "有位", "有名"])
    let nicks = SignSet("小老")
    /// 刘先生, 马师傅, 余某
    let titles = PhraseSet(["女士", "先生", "师傅", "大姐", "大哥", "阿姨", "某"])
  }
  private static let openings = Openings()

  /// Where a sentence brings in one person, or `nil`.
  private static func introduction(in sentence: Sentence, _ scan: Scan) -> Int? {
    let range = sentence.range
    if let age = age(in: sentence, scan) { return age }
    let (openings, surnames) = (openings, scan.lexicon.surnames)
    return range.first { place in
      if openings.ones.begins(at: place, scan), isOne(at: place, range, scan) { return true }
      let unit = scan.unit(place)
      return (unit == fond || openings.nicks.contains(unit)) && isNickname(at: place, scan)
        || openings.titles.begins(at: place + 1, scan) && surnames.contains(unit)
        || scan.hasToken(.noun, at: place) && isNamed(at: place, scan)
        || unit == native && isNative(at: place, scan)
    }
  }

  /// 一名女职工, 一位姓韩的农民工
  private static func isOne(at place: Int, _ range: Range<Int>, _ scan: Scan) -> Bool {
    guard let one = openings.ones.length(at: place, scan),
      !scan.isNumeral(scan.unit(place - 1)), scan.unit(place - 1) != Sign.each,
      scan.unit(place - 1) != Sign.ordinal
    else { return false }
    let start = place + one
    return (start..<min(start + longestAttribute, range.upperBound)).contains {
      FigureRule.firstNoun(at: $0, scan)?.kind == .person
    }
  }

  private static let reached = SignSet("满超过达约近逾")
  private static let olds = SignSet("以及至到-~—、")

  /// 57岁的中学教师, 25岁的张咏: one person's age.
  private static func age(in sentence: Sentence, _ scan: Scan) -> Int? {
    for case .excluded(let range, .age, _) in sentence.mentions {
      let next = scan.unit(range.upperBound)
      guard !reached.contains(scan.unit(range.lowerBound - 1)), !olds.contains(next),
        !scan.units[range].contains(where: { olds.contains($0) })
      else {
        continue
      }
      let start = next == Sign.of ? range.upperBound + 1 : range.upperBound
      let isPerson = (start..<start + longestAttribute).contains {
        FigureRule.firstNoun(at: $0, scan)?.kind == .person
      }
      if isPerson || scan.lexicon.surnames.contains(scan.unit(start)) { return range.lowerBound }
    }
    return nil
  }

  /// 小汪, 老彭: before a verb or a mark, and no part of a longer word.
  private static func isNickname(at place: Int, _ scan: Scan) -> Bool {
    if scan.unit(place) == fond, isPerson(endingAt: place, scan) {
      return isEndOfName(place + 2, scan)
    }
    guard openings.nicks.contains(scan.unit(place)),
      scan.lexicon.surnames.contains(scan.unit(place + 1)),
      !scan.isNumeral(scan.unit(place + 1)),
      (scan.longest(.noun, at: place)?.range.count ?? 0) < 2,
      (scan.longest(.noun, at: place + 1)?.range.count ?? 0) < 2,
      !(scan.longest(.noun, at: place - 1)?.range.contains(place) ?? false)
    else { return false }
    return isEndOfName(place + 2, scan)
  }

  private static let fond = Sign.unit("阿")

  /// 骑手|阿强
  private static func isPerson(endingAt place: Int, _ scan: Scan) -> Bool {
    guard case .noun(let noun) = scan.token(.noun, endingAt: place)?.entry else { return false }
    return noun.kind == .person
  }

  /// 骑手郭锋, 农民工李广全: a person noun, a family name and one or two signs.
  private static func isNamed(at place: Int, _ scan: Scan) -> Bool {
    guard let noun = scan.token(.noun, at: place), case .noun(let word) = noun.entry,
      word.kind == .person, scan.lexicon.surnames.contains(scan.unit(noun.range.upperBound)),
      !reporters.ends(at: noun.range.upperBound, scan)
    else { return false }
    let start = noun.range.upperBound
    let isWord = [Entry.Group.noun, .verb, .cue, .place, .division, .time].contains {
      (scan.longest($0, at: start)?.range.count ?? 0) > 1
    }
    // 主席于兰说: who speaks of others.
    if sayings.begins(at: start + 2, scan) || sayings.begins(at: start + 3, scan) { return false }
    return !isWord && (isEndOfName(start + 2, scan) || isEndOfName(start + 3, scan))
      && Sign.isHan(scan.unit(start + 1))
  }

  private static let reporters = PhraseSet(["记者", "通讯员", "实习生", "摄影师"])

  private static let native = Sign.unit("人")

  /// 昭通人钟显勇
  private static func isNative(at place: Int, _ scan: Scan) -> Bool {
    scan.unit(place) == native && scan.token(.division, endingAt: place) != nil
      && scan.lexicon.surnames.contains(scan.unit(place + 1))
      && (scan.longest(.noun, at: place)?.range.count ?? 0) < 2
      && (isEndOfName(place + 3, scan) || isEndOfName(place + 4, scan))
  }

  private static let behindNames = SignSet(",在从靠用把被拿领凭因替为的近日今去也一住患做,，是有没想告收获得考家高激兴感笑")
  private static let sayings = PhraseSet(["说", "介绍", "表示", "告诉", "称"])

  private static func isEndOfName(_ place: Int, _ scan: Scan) -> Bool {
    if sayings.begins(at: place, scan) { return false }
    if Sign.isDigit(scan.unit(place)) { return true }
    return behindNames.contains(scan.unit(place)) || scan.beginsWord(.verb, at: place)
  }

  private static let pronouns = SignSet("他她")
  /// 其他, 吉他
  static let beforePronoun = SignSet("其吉利维")
  private static let plural = Sign.unit("们")

  private static let thisOne = PhraseSet([
    "这位职工", "这名职工", "该职工", "这位员工", "这名员工", "该员工", "这位工友", "这名工友", "这位会员", "这名会员", "该会员", "这位农民工",
    "这名农民工", "这位女工", "这名女工", "这位司机", "这位骑手", "这位小哥",
  ])

  /// The first 他, 她 or 这位职工 that stands for one person and is not merely quoted.
  private static func pronoun(in range: Range<Int>, _ scan: Scan) -> Int? {
    range.first { place in
      thisOne.begins(at: place, scan)
        || pronouns.contains(scan.unit(place)) && !beforePronoun.contains(scan.unit(place - 1))
          && scan.unit(place + 1) != plural
          && !sayings.begins(at: place + 1, scan)
    }
  }

  // MARK: One claim

  static let wages = PhraseSet([
    "欠薪", "拖欠", "被欠", "讨回", "追回", "工资", "工钱", "血汗钱", "赔偿", "补偿", "主张权益", "欠款", "劳务费", "劳务款", "仍欠",
  ])
  private static let settled = PhraseSet([
    "领到", "拿到", "到账", "打赢", "胜诉", "到手", "锦旗", "追讨", "主张权益", "欠薪", "讨回", "没有拿到",
    "没拿到", "要不到", "被欠", "仍欠", "血汗钱", "达成协议", "调解协议", "求助",
  ])
  private static let suits = PhraseSet([
    "官司", "打赢", "胜诉", "代理仲裁", "没有拿到", "没拿到", "总算", "终于", "为他们", "帮他们", "替他们", "包工头", "这些农民工", "该案",
    "双方达成",
  ])
  /// Words of one employer or one site, or of thanks: a claim then, however many workers have it.
  private static let one = PhraseSet([
    "一建筑工地", "一工地", "某工地", "某建筑工地", "该工地", "该班组", "该劳务班组", "某公司", "该公司", "该项目部", "一项目", "锦旗",
    "包工头", "双方达成",
  ])
  /// Words that tell of many firms, whatever else stands there.
  private static let campaigns = PhraseSet([
    "累计", "全年", "各级", "全市", "全省", "全县", "全区", "今年以来", "上半年",
  ])
  private static let sums = PhraseSet([
    "累计", "共", "全年", "统计", "各级", "受理", "办结", "结案", "全市", "全省", "全县", "全区", "合计", "上半年", "今年以来",
    "仲裁员", "最低工资", "去年",
  ])
  /// A claim of more workers than these is a campaign.
  private static let mostWorkers = Amount(tenThousandths: 100 * Amount.scale)
  /// So many workers may have one claim against one firm.
  private static let mostOfOne = Amount(tenThousandths: 1_000 * Amount.scale)

  private static func holds(_ words: PhraseSet, _ sentence: Sentence, _ scan: Scan) -> Bool {
    words.occurs(in: sentence.range, scan)
  }

  /// The sentences behind a claim that still speak of its wages.
  private static func goesOn(_ sentence: Sentence, _ scan: Scan) -> Bool {
    return holds(wages, sentence, scan) && !holds(sums, sentence, scan)
  }

  /// 36名农民工领到追讨了一年的41.8775万元工资
  private static func isClaim(_ sentence: Sentence, _ scan: Scan) -> Bool {
    guard holds(wages, sentence, scan), holds(settled, sentence, scan) else { return false }
    let isOne = holds(one, sentence, scan)
    if holds(isOne ? campaigns : sums, sentence, scan) { return false }
    var workers = false
    for case .figure(let figure) in sentence.mentions {
      switch figure.kind {
      case .participants:
        guard
          isOne
            ? figure.quantity.value <= mostOfOne
            : figure.quantity.value <= mostWorkers && figure.quantity.qualifier == .exact
        else {
          return false
        }
        workers = true
      case .funds: break
      default: return false
      }
    }
    return workers || holds(suits, sentence, scan)
  }
}
