import FactModel
import Lexicon

/// What stands around an expression of time and turns its meaning.
extension TimeReader {
  /// The lists that every expression of time is asked for, with one look for all of them.
  private struct Words {
    let openers = PhraseSet(["以来", "起", "至今", "后", "之后", "以后", "开始", "来", "算起"])
    /// 当天来自各地的职工: who comes, and no 来 of a stretch.
    let comings = PhraseSet(["来自", "来到", "来访", "来参", "来了"])
    let limits = PhraseSet(["截至", "截止", "截止到", "截至到", "到", "至", "截止至"])
    let adverbEnds = PhraseSet([
      "内", "间", "期间", "中", "底", "初", "前", "里", "正式", "率先", "全面", "成功", "先后", "陆续", "首次",
    ])
    let exceedings = PhraseSet(["高于", "低于", "高出", "超出", "超过", "多于", "少于"])
    let effects = PhraseSet(["起实施", "起施行", "起执行", "起生效", "起正式实施", "起正式施行", "起实行"])
    /// 从2025年3月说起
    let tellings = PhraseSet(["说起", "讲起", "谈起"])
    let publishings = PhraseSet(["公布", "通报", "发布", "盘点", "总结", "回顾", "晒出", "揭晓"])
    let reopeners = PhraseSet(["以来", "以后", "至今", "算起", "起步"])
    let differences = PhraseSet([
      "多", "少", "增", "高", "低", "提高", "上升", "下降", "减", "净增", "翻",
      "还多", "还少", "又多", "再增", "略增", "略降",
    ])
    let wholes = PhraseSet(["全年", "年底", "年末"])
  }
  private static let words = Words()
  static var differences: PhraseSet { words.differences }

  private static let sinceThen = SignSet("自从")
  /// 2019年, 去年: no stretch, which has an end of its own.
  private func isOneDate(_ mention: TimeMention) -> Bool {
    switch mention.meaning {
    case .dates(_, nil), .word(.year): true
    default: false
    }
  }

  private static let bases = SignSet("按照据以")
  private static let reckonings = PhraseSet(["计算", "测算", "推算", "口径"])
  private static let longestBasis = 20

  /// 按2004年普查单位数计算: on what a rate rests, not when it holds.
  private func isBasis(_ word: Range<Int>) -> Bool {
    guard TimeReader.bases.contains(scan.unit(word.lowerBound - 1)) else { return false }
    return TimeReader.reckonings.occurs(
      in: scan.restOfClause(from: word.upperBound, most: TimeReader.longestBasis), scan)
  }

  /// 始于
  private static let began = Sign.unit("始")
  private static let beganIn = Sign.unit("于")
  private static let notBefore = SignSet("后来往期几三两")
  private static let compared = SignSet("比较跟同与是和")
  /// 同期
  private static let same = Sign.unit("同")
  private static let period = Sign.unit("期")
  /// What follows 同期 in a comparison: 去年同期增长, 上年同期的2倍.
  private static let comparisons = SignSet("增多上减下高低少的翻提相长略有净,;。)")
  private static let longestReach = 24

  /// Reads what stands around an expression of time: 截至 before it, 以来 behind it.
  func dress(_ mention: inout TimeMention) {
    let words = TimeReader.words
    let end = mention.range.upperBound
    if words.openers.begins(at: end, scan), !words.comings.begins(at: end, scan) {
      mention.opensEnd = true
    }
    if !mention.opensEnd { mention.opensEnd = isReopened(at: end, words) }
    let start = mention.range.lowerBound
    let isSamePeriod = scan.unit(end) == TimeReader.same && scan.unit(end + 1) == TimeReader.period
    let told = isSamePeriod ? end + 2 : endOfTold(end, words)
    let isExceeded = words.exceedings.ends(at: start, scan) && scan.isNumeral(scan.unit(told))
    let head = scan.unit(start - 1) == Sign.openQuote ? start - 1 : start
    mention.isDifference = isExceeded || isDifference(head, told, words)
    mention.isCompared =
      mention.isDifference || TimeReader.compared.contains(scan.unit(head - 1))
      || isSamePeriod && isCompared(start, told)
    if isSamePeriod, case .word(.year(let offset)) = mention.meaning {
      mention.meaning = .samePeriod(offset)
    }
    if isBasis(mention.range) { mention.isDifference = true }
    mention.isEffect = mention.opensEnd && words.effects.begins(at: end, scan)
    if TimeReader.sinceThen.contains(scan.unit(start - 1))
      || scan.unit(start - 1) == TimeReader.beganIn && scan.unit(start - 2) == TimeReader.began,
      isOneDate(mention)
    {
      mention.opensEnd = true
    }
    if words.tellings.begins(at: end, scan) { mention.opensEnd = false }
    mention.isPublished = isPublished(before: start, words)
    if isBefore(mention, end) { mention.opensStart = true }
    if words.limits.ends(at: start, scan) { mention.opensStart = true }
    settleState(&mention)
    let next = scan.unit(end)
    let endsAdverb = words.adverbEnds.begins(at: end, scan)
    mention.isAttribute =
      Sign.isHan(next) && !mention.opensEnd && !endsAdverb && !scan.beginsWord(.verb, at: end)
      || next == Sign.openQuote
    if case .dates(let from, _) = mention.meaning, from.day != nil { mention.isAttribute = false }
    mention.isBoundToNumeral = scan.isNumeral(next)
  }

  private static let edgesOfPlan = PhraseSet(["末", "期末", "期间", "时期", "初"])

  /// “十三五”末, 去年全年: behind the mark and the edge of a plan's years, and behind a whole year.
  private func endOfTold(_ end: Int, _ words: Words) -> Int {
    if let whole = words.wholes.length(at: end, scan) { return end + whole }
    guard scan.unit(end) == Sign.closeQuote else { return end }
    return end + 1 + (TimeReader.edgesOfPlan.length(at: end + 1, scan) ?? 0)
  }

  /// 比去年多20家, 比去年同期高15个百分点: whether a time is what a difference is told from.
  func isDifference(_ start: Int, _ end: Int) -> Bool {
    isDifference(start, end, TimeReader.words)
  }

  private func isDifference(_ start: Int, _ end: Int, _ words: Words) -> Bool {
    words.differences.begins(at: end, scan)
      && (TimeReader.compared.contains(scan.unit(start - 1)) || isTold(of: start))
  }

  /// What a difference is told from stands behind one of these.
  static let than = SignSet("比较")
  private static let longestAttribute = 8

  /// 较改革前的|2020年: what is compared with has an attribute.
  private func isTold(of start: Int) -> Bool {
    scan.unit(start - 1) == Sign.of
      && scan.clauseBefore(start, most: TimeReader.longestAttribute)
        .contains { TimeReader.than.contains(scan.unit($0)) }
  }

  /// 上年同期的2倍, and 同期 before a comma; but not 去年同期,受理120件 at the beginning of a clause.
  private func isCompared(_ start: Int, _ end: Int) -> Bool {
    let next = scan.unit(end)
    return TimeReader.comparisons.contains(next)
      && !(next == Sign.comma && Sign.clauseEnds.contains(scan.unit(start - 1)))
  }

  /// 9月前, 2025年底前: up to then; 日前 is another word.
  private func isBefore(_ mention: TimeMention, _ end: Int) -> Bool {
    guard case .dates(let from, nil) = mention.meaning, from.month != nil || from.year != nil,
      scan.unit(end) == TimeReader.front
    else { return false }
    return !TimeReader.notBefore.contains(scan.unit(end + 1))
  }

  private static let froms = SignSet("从由")
  private static let tos = SignSet("到至")
  private static let upTo = PhraseSet(["截至", "截止到", "截止至", "截至到"])
  private static let changes = PhraseSet(["到", "至", "为", "成"])
  private static let longestState = 20

  /// 由2017年的60万人增加到2018年的100万人: states at two dates, not a stretch; the first dates its own figure alone.
  private func settleState(_ mention: inout TimeMention) {
    let (start, end) = (mention.range.lowerBound, mention.range.upperBound)
    guard isOneDate(mention), scan.unit(end) == Sign.of, isFigure(at: end + 1) else { return }
    if TimeReader.froms.contains(scan.unit(start - 1)), isChanged(behind: end) {
      mention.isCompared = true
      mention.opensEnd = false
    } else if TimeReader.tos.contains(scan.unit(start - 1)),
      !TimeReader.upTo.ends(at: start, scan)
    {
      mention.opensStart = false
    }
  }

  private static let piece = Sign.unit("个")
  private static let hedges = SignSet("近约超逾不足到过")
  private static let lengths = SignSet("年天周月日")

  /// Whether a quantity stands there that is no length of time.
  private func isFigure(at place: Int) -> Bool {
    var start = place
    while start < place + 2, TimeReader.hedges.contains(scan.unit(start)) { start += 1 }
    guard let number = numbers.number(at: start) else { return false }
    let next = scan.unit(number.range.upperBound)
    return !TimeReader.lengths.contains(next)
      && !(next == TimeReader.piece && scan.unit(number.range.upperBound + 1) == Sign.month)
  }

  /// Whether 增加到, 发展到, 上升为 follow: 从2020年的3家起步 tells no change.
  private func isChanged(behind end: Int) -> Bool {
    TimeReader.changes.occurs(in: end..<end + TimeReader.longestState, scan)
  }

  private static let front = Sign.unit("前")

  /// 公布今夏送清凉的账目: a verb of telling before the date, in its clause.
  private func isPublished(before start: Int, _ words: Words) -> Bool {
    // 公布,2024年…: one comma may part the verb from what is told.
    let end = scan.unit(start - 1) == Sign.comma ? start - 1 : start
    return words.publishings.occurs(in: scan.clauseBefore(end, most: 8 - (start - end)), scan)
  }

  /// 2008年启动至今, 2024年成立后: a deed between the date and the word that opens it.
  private func isReopened(at end: Int, _ words: Words) -> Bool {
    if let verb = scan.longest(.verb, at: end), scan.unit(verb.range.upperBound) == Sign.unit("后") {
      return true
    }
    let rest = scan.restOfClause(from: end, most: TimeReader.longestReach)
    let digit = rest.first { Sign.isDigit(scan.unit($0)) }
    return words.reopeners.occurs(in: end..<(digit ?? rest.upperBound), scan)
  }
}
