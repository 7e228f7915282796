import FactModel
import Lexicon

/// A figure that has been resolved, before parts and repeats are known.
struct Draft {
  var figure: Figure
  var sentence: Int
  var label: Label
  var place = ResolvedPlace(division: .nation, evidence: .none)
  var program = ResolvedProgram(index: 0, score: 0)
  var period = Period.unstated
  var status = Status.actual
  var partOf: Int?
  var isOptional = false
}

/// Finds which figures are parts of others: 其中…, prizes of a total, solved of received, addends of a sum.
///
/// Figures are asked about by their places in the list of drafts: drafts are large, and to hand one on copies it.
struct PartResolver {
  let article: ArticleText
  private let drafts: [Draft]
  /// What is compared of each draft.
  let members: Members
  var scan: Scan { article.scan }

  /// - Parameter drafts: the figures of the article.
  init(article: ArticleText, drafts: [Draft]) {
    (self.article, self.drafts) = (article, drafts)
    members = Members(of: drafts, article)
  }

  /// For each draft, the index of the draft that it is a part of.
  func parts() -> [Int?] {
    var parts = Array(drafts.count, of: Int?.none)
    // So much for each is no part of so much for another.
    for index in drafts.indices where !isStandard(index) && !isFormer(index) {
      parts[index] =
        rest(index, drafts, parts) ?? difference(index, drafts) ?? named(index, drafts) ?? outcome(
          index, drafts) ?? prize(index, drafts)
        ?? highest(index, drafts) ?? newcomers(index, drafts) ?? byShape(index, drafts)
    }
    for index in drafts.indices { addends(after: index, drafts, &parts) }
    for index in drafts.indices { addends(before: index, drafts, &parts) }
    return parts
  }

  /// 由110个增加到426个: what it was before is no part of what it is.
  private func isFormer(_ index: Int) -> Bool {
    LabelReader.changes.begins(at: drafts[index].figure.range.upperBound, scan)
  }

  private func isStandard(_ index: Int) -> Bool {
    drafts[index].status == .rule && drafts[index].figure.kind == .funds
  }

  func isComparable(_ one: Int, _ other: Int, _ drafts: [Draft]) -> Bool {
    members[one].sort == members[other].sort
  }

  private static let general: Set<String> = ["个", "项", "件", "份", "篇"]

  /// 项目1600个,其中…762项: measure words that stand for each other behind 其中; and plans beside results.
  private func isLooselyComparable(_ one: Int, _ other: Int, _ drafts: [Draft]) -> Bool {
    guard drafts[one].figure.kind == drafts[other].figure.kind,
      isTold(drafts[one].status, drafts[other].status)
    else { return false }
    let (unit, otherUnit) = (drafts[one].figure.quantity.unit, drafts[other].figure.quantity.unit)
    guard case .item(let word) = unit, case .item(let otherWord) = otherUnit else {
      return unit == otherUnit
    }
    return word == otherWord
      || PartResolver.general.contains(word) && PartResolver.general.contains(otherWord)
  }

  /// Both reported or planned, or both rules, or both stories.
  private func isTold(_ one: Status, _ other: Status) -> Bool {
    let isPlain = { $0 == Status.actual || $0 == Status.planned }
    return one == other || isPlain(one) && isPlain(other)
  }

  /// Whether two labels end alike: 农民工会员 and 会员.
  func endsAlike(_ one: Int, _ other: Int, _ drafts: [Draft]) -> Bool {
    let (label, otherLabel) = (counted(drafts[one].label), counted(drafts[other].label))
    guard label.count > 1, otherLabel.count > 1 else { return false }
    return label.hasSuffix(otherLabel) || otherLabel.hasSuffix(label)
      || label.suffix(2) == otherLabel.suffix(2)
  }

  /// 会员 of 会员总数
  private func counted(_ label: Label) -> String {
    label.text.hasSuffix("总数") ? String(label.text.dropLast(2)) : label.text
  }

  /// The clause that holds a figure.
  func clause(_ index: Int) -> Range<Int> {
    article.clause(
      around: Int(members[index].numeral), in: article.sentences[Int(members[index].sentence)].range
    )
  }

  func paragraph(_ index: Int, _ drafts: [Draft]) -> Int {
    Int(members[index].paragraph)
  }

  /// The nearest earlier draft, no more than so many sentences back and of this paragraph unless it may be of one
  /// before, that may hold this one.
  func whole(
    of index: Int, _ drafts: [Draft], sentencesBack: Int, before limit: Int? = nil,
    crossing: Bool = false, where fits: (Int) -> Bool
  ) -> Int? {
    let own = members[index]
    var earlier = index - 1
    while earlier >= 0 {
      let other = members[earlier]
      guard Int(own.sentence) - Int(other.sentence) <= sentencesBack,
        crossing || other.paragraph == own.paragraph
      else { return nil }
      let isBefore = limit.map { Int(other.start) < $0 } ?? true
      if isBefore, own.value < other.value, fits(earlier) { return earlier }
      earlier -= 1
    }
    return nil
  }

  // MARK: Named parts

  private static let inside = Sign.unit("中")
  private static let insides = SignSet("中里")
  private static let longestHead = 24

  /// 其中, or …中 right before: the nearest larger figure of the same unit before the word.
  private func named(_ index: Int, _ drafts: [Draft]) -> Int? {
    let sentence = article.sentences[drafts[index].sentence].range
    let start = drafts[index].figure.range.lowerBound
    let cue = lastCue(sentence.lowerBound..<start)
    if drafts[index].figure.kind == .rates {
      return cue.flatMap { rateWhole(index, drafts, cue: $0) }
    }
    if let cue {
      return whole(
        of: index, drafts, sentencesBack: 1, before: cue,
        where: { isComparable(index, $0, drafts) })
        ?? whole(
          of: index, drafts, sentencesBack: 1, before: cue,
          where: { isLooselyComparable(index, $0, drafts) })
        ?? (cue == sentence.lowerBound ? fartherWhole(index, drafts) : nil)
    }
    if PartResolver.insides.contains(scan.unit(start - 1)) {
      return whole(of: index, drafts, sentencesBack: 0) { isComparable(index, $0, drafts) }
    }
    return among(index, drafts, sentence)
  }

  private static let farthestSentence = 10

  /// A sentence that begins with 其中 and finds no whole in its paragraph: one that counts the same, else the nearest of
  /// the paragraph before.
  private func fartherWhole(_ index: Int, _ drafts: [Draft]) -> Int? {
    let start = article.sentences[drafts[index].sentence].range.lowerBound
    return whole(
      of: index, drafts, sentencesBack: PartResolver.farthestSentence, before: start, crossing: true
    ) { isComparable(index, $0, drafts) && endsAlike(index, $0, drafts) }
      ?? whole(of: index, drafts, sentencesBack: 2, before: start, crossing: true) {
        isComparable(index, $0, drafts)
      }
  }

  /// The last place of a range where 其中 begins.
  private func lastCue(_ range: Range<Int>) -> Int? {
    scan.units.withUnsafeBufferPointer { units in
      precondition(range.lowerBound >= 0 && range.upperBound < units.count)
      var place = range.upperBound
      while place > range.lowerBound {
        place -= 1
        if units[place] == Sign.ofThem, units[place + 1] == PartResolver.inside { return place }
      }
      return nil
    }
  }

  /// 272名,其中一线职工超40%: a share right behind 其中 is of the people before.
  private func rateWhole(_ index: Int, _ drafts: [Draft], cue: Int) -> Int? {
    guard clause(index).contains(cue), index > 0,
      drafts[index - 1].sentence == drafts[index].sentence,
      drafts[index - 1].figure.kind == .participants
    else { return nil }
    return index - 1
  }

  /// 职工劳模中,大专以上文化的有731人: a sentence that begins with …中 tells parts of what that counts.
  private func among(_ index: Int, _ drafts: [Draft], _ sentence: Range<Int>) -> Int? {
    let start = sentence.lowerBound
    let last = min(start + PartResolver.longestHead, drafts[index].figure.range.lowerBound)
    // Marks are rare, and the word before one mostly another.
    var comma = scan.marks.next(from: start + 1, until: last + 1)
    while comma <= last,
      scan.unit(comma) != Sign.comma || !PartResolver.insides.contains(scan.unit(comma - 1))
    {
      comma = scan.marks.next(from: comma + 1, until: last + 1)
    }
    guard comma <= last, let noun = scan.tokens(.noun, in: start..<comma - 1).last else {
      return nil
    }
    let name = scan.text(noun.range)
    return whole(
      of: index, drafts, sentencesBack: PartResolver.farthestSentence, before: start, crossing: true
    ) { other in
      isComparable(index, other, drafts)
        && drafts[other].place.division == drafts[index].place.division
        && (drafts[other].label.text.contains(name)
          || name.contains(drafts[other].label.text) && !drafts[other].label.text.isEmpty)
    }
  }

  // MARK: Outcomes

  private static let outcomes = PhraseSet([
    "解决", "化解", "办结", "采纳", "实施", "落实", "整改", "成功", "结案", "转化", "评选出", "评出", "选出", "获奖", "入选", "入会",
    "脱困", "就业", "合格", "答复", "履行", "拿到", "占", "到位", "上岗", "达成", "录用", "签约", "晋级", "加入工会", "通过",
    "立案", "毕业", "审结", "谈成", "谈妥", "攻克", "进入决赛", "进入前", "跻身前", "进入评审", "闯进", "走进决赛", "进了决赛", "入围",
    "参展", "查出",
    "榜上有名",
  ])
  private static let longestGap = 40

  /// 收集意见960条,解决944条; 求职者5800名到场,1800余人就地上岗: the deed makes a part of the whole before.
  private func outcome(_ index: Int, _ drafts: [Draft]) -> Int? {
    guard drafts[index].figure.kind != .rates else { return nil }
    let selects = selects(index, drafts)
    guard
      let earlier = whole(
        of: index, drafts, sentencesBack: selects ? 2 : 0,
        where: { isComparable(index, $0, drafts) })
    else { return nil }
    if selects { return earlier }
    let start = drafts[index].figure.range.lowerBound
    let gap = start - drafts[earlier].figure.range.upperBound
    guard gap <= PartResolver.longestGap,
      isDeed(index, drafts) || takesOver(drafts[index].label, drafts[earlier].label)
    else { return nil }
    return PartResolver.outcomes.occurs(in: clause(index), scan) ? earlier : nil
  }

  private static let results = PhraseSet(["达成", "签下", "上岗", "晋级", "入围", "录用"])

  /// 8600多人达成意向: of the people before, whatever they got.
  private func isDeed(_ index: Int, _ drafts: [Draft]) -> Bool {
    drafts[index].figure.kind == .participants
      && PartResolver.results.begins(at: drafts[index].figure.range.upperBound, scan)
  }

  /// Whether a label names nothing new.
  func takesOver(_ label: Label, _ earlier: Label) -> Bool {
    label.range.isEmpty || label.text.isSame(earlier.text)
      || !earlier.noun.isEmpty && label.noun.isSame(earlier.noun)
      || scan.tokens(.noun, in: label.range).isEmpty
  }

  private static let selections = PhraseSet(["评选出", "评出", "选出", "筛选出", "遴选出"])

  /// 征集成果368项。…评选出45项: a selection from what was told before.
  private func selects(_ index: Int, _ drafts: [Draft]) -> Bool {
    guard PartResolver.selections.ends(at: drafts[index].figure.range.lowerBound, scan),
      case .item = drafts[index].figure.quantity.unit
    else { return false }
    return true
  }

  private static let prizes = PhraseSet(["等奖", "金奖", "银奖", "铜奖", "优秀奖", "优胜奖"])

  /// 一等奖8项、二等奖15项: prizes are parts of the works that won.
  private func prize(_ index: Int, _ drafts: [Draft]) -> Int? {
    guard namesPrize(index, drafts) else { return nil }
    return whole(of: index, drafts, sentencesBack: 2) {
      isComparable(index, $0, drafts) && !namesPrize($0, drafts)
    }
  }

  private func namesPrize(_ index: Int, _ drafts: [Draft]) -> Bool {
    PartResolver.prizes.ends(at: drafts[index].figure.range.lowerBound, scan)
  }
}
