import FactModel
import Lexicon

/// A figure that has been resolved, before parts and repeats are known.
struct Draft {
  var figure: Figure
  var sentence: Int
  var label: Label
  var place: ResolvedPlace
  var program: ResolvedProgram
  var period: Period
  var status: Status
  var partOf: Int?
  var isOptional = false
}

/// Finds which figures are parts of others: 其中…, prizes of a total, solved of received, addends of a sum.
struct PartResolver {
  let article: ArticleText
  private var scan: Scan { article.scan }

  /// For each draft, the index of the draft that it is a part of.
  func parts(of drafts: [Draft]) -> [Int?] {
    var parts = [Int?](repeating: nil, count: drafts.count)
    for index in drafts.indices {
      parts[index] = named(index, drafts) ?? outcome(index, drafts) ?? prize(index, drafts)
    }
    for index in drafts.indices { addends(after: index, drafts, &parts) }
    return parts
  }

  private func isComparable(_ one: Draft, _ other: Draft) -> Bool {
    one.figure.kind == other.figure.kind
      && one.figure.quantity.unit == other.figure.quantity.unit && one.status == other.status
  }

  private func paragraph(_ draft: Draft) -> Int { article.sentences[draft.sentence].paragraph }

  /// The nearest earlier draft of the paragraph, no more than so many sentences back, that may hold this one.
  private func whole(
    of index: Int, _ drafts: [Draft], sentencesBack: Int, before limit: Int? = nil,
    where fits: (Draft) -> Bool = { _ in true }
  ) -> Int? {
    let draft = drafts[index]
    for earlier in stride(from: index - 1, through: 0, by: -1) {
      let other = drafts[earlier]
      guard paragraph(other) == paragraph(draft), draft.sentence - other.sentence <= sentencesBack
      else { return nil }
      if let limit, other.figure.range.lowerBound >= limit { continue }
      if isComparable(draft, other), draft.figure.quantity.value < other.figure.quantity.value,
        fits(other)
      {
        return earlier
      }
    }
    return nil
  }

  // MARK: Named parts

  private static let inside = Sign.unit("中")

  /// 其中, or …中 right before: the nearest larger figure of the same unit before the word.
  private func named(_ index: Int, _ drafts: [Draft]) -> Int? {
    let draft = drafts[index]
    let sentence = article.sentences[draft.sentence].range
    let start = draft.figure.range.lowerBound
    let cue = (sentence.lowerBound..<start).last { scan.hasWord(Sign.amongThem, at: $0) }
    if draft.figure.kind == .rates { return cue.flatMap { rateWhole(index, drafts, cue: $0) } }
    if let cue { return whole(of: index, drafts, sentencesBack: 1, before: cue) }
    if scan.unit(start - 1) == PartResolver.inside {
      return whole(of: index, drafts, sentencesBack: 0)
    }
    return among(index, drafts, sentence)
  }

  /// 272名,其中一线职工超40%: a share right behind 其中 is of the people before.
  private func rateWhole(_ index: Int, _ drafts: [Draft], cue: Int) -> Int? {
    let draft = drafts[index]
    let clause = article.clause(
      around: draft.figure.numeral.lowerBound, in: article.sentences[draft.sentence].range)
    guard clause.contains(cue), index > 0, drafts[index - 1].sentence == draft.sentence,
      drafts[index - 1].figure.kind == .participants
    else { return nil }
    return index - 1
  }

  /// 职工劳模中,大专以上文化的有731人: a sentence that begins with …中 tells parts of what that counts.
  private func among(_ index: Int, _ drafts: [Draft], _ sentence: Range<Int>) -> Int? {
    let head =
      sentence.lowerBound..<min(sentence.lowerBound + 14, drafts[index].figure.range.lowerBound)
    guard
      let end = head.first(where: {
        scan.unit($0) == PartResolver.inside && scan.unit($0 + 1) == Sign.comma
      }), let noun = scan.tokens(.noun, in: sentence.lowerBound..<end).last
    else { return nil }
    let name = scan.text(noun.range)
    return whole(of: index, drafts, sentencesBack: 2, before: sentence.lowerBound) { other in
      other.label.text.contains(name)
        || name.contains(other.label.text) && !other.label.text.isEmpty
    }
  }

  // MARK: Outcomes

  private static let outcomes = PhraseSet([
    "解决", "化解", "办结", "采纳", "实施", "落实", "整改", "成功", "结案", "转化", "评选出", "评出", "选出", "获奖", "入选", "入会",
    "脱困", "就业", "合格", "答复", "履行", "拿到", "占", "到位", "上岗", "达成", "录用", "签约", "晋级", "加入工会", "通过",
  ])
  private static let longestGap = 40

  /// 收集意见960条,解决944条; 求职者5800名到场,1800余人就地上岗: the deed makes a part of the whole before.
  private func outcome(_ index: Int, _ drafts: [Draft]) -> Int? {
    let draft = drafts[index]
    guard draft.figure.kind != .rates,
      let earlier = whole(of: index, drafts, sentencesBack: selects(draft) ? 2 : 0)
    else { return nil }
    let other = drafts[earlier]
    let takesOver =
      draft.label.range.isEmpty || draft.label.text == other.label.text
      || draft.label.noun == other.label.noun && !other.label.noun.isEmpty
      || scan.tokens(.noun, in: draft.label.range).isEmpty
    if selects(draft) { return earlier }
    let gap = draft.figure.range.lowerBound - other.figure.range.upperBound
    guard takesOver, gap <= PartResolver.longestGap else { return nil }
    let clause = article.clause(
      around: draft.figure.numeral.lowerBound, in: article.sentences[draft.sentence].range)
    return clause.contains(where: isOutcome) ? earlier : nil
  }

  private func isOutcome(_ place: Int) -> Bool {
    PartResolver.outcomes.begins(at: place, scan)
  }

  private static let selections = PhraseSet(["评选出", "评出", "选出", "筛选出", "遴选出"])

  /// 征集成果368项。…评选出45项: a selection from what was told before.
  private func selects(_ draft: Draft) -> Bool {
    guard case .item = draft.figure.quantity.unit else { return false }
    return PartResolver.selections.ends(at: draft.figure.range.lowerBound, scan)
  }

  private static let prizes = PhraseSet(["等奖", "金奖", "银奖", "铜奖", "优秀奖", "优胜奖"])

  /// 一等奖8项、二等奖15项: prizes are parts of the works that won.
  private func prize(_ index: Int, _ drafts: [Draft]) -> Int? {
    guard namesPrize(drafts[index]) else { return nil }
    return whole(of: index, drafts, sentencesBack: 2) { !namesPrize($0) }
  }

  private func namesPrize(_ draft: Draft) -> Bool {
    PartResolver.prizes.ends(at: draft.figure.range.lowerBound, scan)
  }

  // MARK: Sums

  private static let mostMembers = 6

  /// 共114个:省级15个,市级37个,县级62个: figures behind a total that add up to it.
  private func addends(after index: Int, _ drafts: [Draft], _ parts: inout [Int?]) {
    let whole = drafts[index]
    guard whole.figure.kind != .rates else { return }
    var sum = Amount.zero
    var members: [Int] = []
    for next in (index + 1)..<max(index + 1, drafts.count) {
      let draft = drafts[next]
      guard draft.sentence - whole.sentence <= 2, paragraph(draft) == paragraph(whole),
        members.count < PartResolver.mostMembers
      else { return }
      guard isComparable(draft, whole), draft.figure.quantity.high == nil else { continue }
      guard let added = sum.adding(draft.figure.quantity.value) else { return }
      sum = added
      members.append(next)
      if sum == whole.figure.quantity.value, members.count > 1 {
        for member in members where parts[member] == nil { parts[member] = index }
        return
      }
      if whole.figure.quantity.value < sum { return }
    }
  }
}
