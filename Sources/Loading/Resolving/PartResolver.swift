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

  private func isComparable(_ one: Int, _ other: Int, _ drafts: [Draft]) -> Bool {
    drafts[one].figure.kind == drafts[other].figure.kind
      && drafts[one].status == drafts[other].status
      && drafts[one].figure.quantity.unit == drafts[other].figure.quantity.unit
  }

  private func paragraph(_ index: Int, _ drafts: [Draft]) -> Int {
    article.sentences[drafts[index].sentence].paragraph
  }

  /// The nearest earlier draft of the paragraph, no more than so many sentences back, that may hold this one.
  private func whole(
    of index: Int, _ drafts: [Draft], sentencesBack: Int, before limit: Int? = nil,
    where fits: (Int) -> Bool = { _ in true }
  ) -> Int? {
    let sentence = drafts[index].sentence
    let own = paragraph(index, drafts)
    let value = drafts[index].figure.quantity.value
    var earlier = index - 1
    while earlier >= 0 {
      guard sentence - drafts[earlier].sentence <= sentencesBack, paragraph(earlier, drafts) == own
      else { return nil }
      let isBefore = limit.map { drafts[earlier].figure.range.lowerBound < $0 } ?? true
      if isBefore, value < drafts[earlier].figure.quantity.value,
        isComparable(index, earlier, drafts), fits(earlier)
      {
        return earlier
      }
      earlier -= 1
    }
    return nil
  }

  // MARK: Named parts

  private static let inside = Sign.unit("中")

  /// 其中, or …中 right before: the nearest larger figure of the same unit before the word.
  private func named(_ index: Int, _ drafts: [Draft]) -> Int? {
    let sentence = article.sentences[drafts[index].sentence].range
    let start = drafts[index].figure.range.lowerBound
    let cue = lastCue(sentence.lowerBound..<start)
    if drafts[index].figure.kind == .rates {
      return cue.flatMap { rateWhole(index, drafts, cue: $0) }
    }
    if let cue { return whole(of: index, drafts, sentencesBack: 1, before: cue) }
    if scan.unit(start - 1) == PartResolver.inside {
      return whole(of: index, drafts, sentencesBack: 0)
    }
    return among(index, drafts, sentence)
  }

  /// The last place of a range where 其中 begins.
  private func lastCue(_ range: Range<Int>) -> Int? {
    let scan = scan
    var place = range.upperBound
    while place > range.lowerBound {
      place -= 1
      if scan.unit(place) == Sign.ofThem, scan.unit(place + 1) == PartResolver.inside {
        return place
      }
    }
    return nil
  }

  /// 272名,其中一线职工超40%: a share right behind 其中 is of the people before.
  private func rateWhole(_ index: Int, _ drafts: [Draft], cue: Int) -> Int? {
    let sentence = drafts[index].sentence
    let clause = article.clause(
      around: drafts[index].figure.numeral.lowerBound, in: article.sentences[sentence].range)
    guard clause.contains(cue), index > 0, drafts[index - 1].sentence == sentence,
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
      drafts[other].label.text.contains(name)
        || name.contains(drafts[other].label.text) && !drafts[other].label.text.isEmpty
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
    guard drafts[index].figure.kind != .rates else { return nil }
    let selects = selects(drafts[index].figure)
    guard let earlier = whole(of: index, drafts, sentencesBack: selects ? 2 : 0) else {
      return nil
    }
    if selects { return earlier }
    let start = drafts[index].figure.range.lowerBound
    let gap = start - drafts[earlier].figure.range.upperBound
    guard gap <= PartResolver.longestGap, takesOver(drafts[index].label, drafts[earlier].label)
    else { return nil }
    let clause = article.clause(
      around: drafts[index].figure.numeral.lowerBound,
      in: article.sentences[drafts[index].sentence].range)
    return PartResolver.outcomes.occurs(in: clause, scan) ? earlier : nil
  }

  /// Whether a label names nothing new.
  private func takesOver(_ label: Label, _ earlier: Label) -> Bool {
    label.range.isEmpty || label.text == earlier.text
      || label.noun == earlier.noun && !earlier.noun.isEmpty
      || scan.tokens(.noun, in: label.range).isEmpty
  }

  private static let selections = PhraseSet(["评选出", "评出", "选出", "筛选出", "遴选出"])

  /// 征集成果368项。…评选出45项: a selection from what was told before.
  private func selects(_ figure: Figure) -> Bool {
    guard case .item = figure.quantity.unit else { return false }
    return PartResolver.selections.ends(at: figure.range.lowerBound, scan)
  }

  private static let prizes = PhraseSet(["等奖", "金奖", "银奖", "铜奖", "优秀奖", "优胜奖"])

  /// 一等奖8项、二等奖15项: prizes are parts of the works that won.
  private func prize(_ index: Int, _ drafts: [Draft]) -> Int? {
    guard namesPrize(drafts[index].figure) else { return nil }
    return whole(of: index, drafts, sentencesBack: 2) { !namesPrize(drafts[$0].figure) }
  }

  private func namesPrize(_ figure: Figure) -> Bool {
    PartResolver.prizes.ends(at: figure.range.lowerBound, scan)
  }

  // MARK: Sums

  private static let mostMembers = 6

  /// 共114个:省级15个,市级37个,县级62个: figures behind a total that add up to it.
  private func addends(after index: Int, _ drafts: [Draft], _ parts: inout [Int?]) {
    guard drafts[index].figure.kind != .rates else { return }
    let (sentence, own) = (drafts[index].sentence, paragraph(index, drafts))
    let whole = drafts[index].figure.quantity.value
    var sum = Amount.zero
    var members = 0
    var next = index
    // Where a sum is found, its members are the comparable ones up to there.
    func isMember(_ next: Int) -> Bool {
      isComparable(next, index, drafts) && drafts[next].figure.quantity.high == nil
    }
    while next + 1 < drafts.count {
      next += 1
      guard drafts[next].sentence - sentence <= 2, paragraph(next, drafts) == own,
        members < PartResolver.mostMembers
      else { return }
      guard isMember(next) else { continue }
      guard let added = sum.adding(drafts[next].figure.quantity.value) else { return }
      sum = added
      members += 1
      if sum == whole, members > 1 {
        for member in index + 1...next where parts[member] == nil && isMember(member) {
          parts[member] = index
        }
        return
      }
      if whole < sum { return }
    }
  }
}
