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
    for index in drafts.indices where drafts[index].figure.kind != .rates {
      parts[index] = named(index, drafts) ?? inherited(index, drafts, parts)
    }
    for index in drafts.indices { addends(after: index, drafts, &parts) }
    return parts
  }

  private func isComparable(_ one: Draft, _ other: Draft) -> Bool {
    one.figure.kind == other.figure.kind && one.figure.quantity.unit == other.figure.quantity.unit
      && one.status == other.status
  }

  private func paragraph(_ draft: Draft) -> Int { article.sentences[draft.sentence].paragraph }

  private static let amongThem = spelled("其中")

  /// 其中: the nearest larger figure of the same unit before the word.
  private func named(_ index: Int, _ drafts: [Draft]) -> Int? {
    let draft = drafts[index]
    let sentence = article.sentences[draft.sentence].range
    var cue: Int?
    for place in sentence.lowerBound..<draft.figure.range.lowerBound
    where scan.hasWord(PartResolver.amongThem, at: place) {
      cue = place
    }
    guard let cue else { return nil }
    for earlier in stride(from: index - 1, through: 0, by: -1) {
      let other = drafts[earlier]
      guard paragraph(other) == paragraph(draft), draft.sentence - other.sentence <= 1 else {
        break
      }
      if other.figure.range.lowerBound < cue, isComparable(draft, other),
        draft.figure.quantity.value <= other.figure.quantity.value
      {
        return earlier
      }
    }
    return nil
  }

  private static let outcomes = [
    "解决", "化解", "办结", "采纳", "实施", "落实", "整改", "调解成功", "成功", "结案", "达成", "转化", "评选出", "评出", "选出",
    "获奖", "入选", "入会", "脱困", "就业", "完成", "合格", "通过", "答复", "办理", "签订", "受理", "履行",
  ].map(spelled)

  /// 收集意见960条,解决944条: the label was taken over, or the deed follows from the one before.
  private func inherited(_ index: Int, _ drafts: [Draft], _ parts: [Int?]) -> Int? {
    let draft = drafts[index]
    guard index > 0, draft.figure.kind != .funds else { return nil }
    let earlier = index - 1
    let other = drafts[earlier]
    guard other.sentence == draft.sentence, isComparable(draft, other),
      draft.figure.quantity.value < other.figure.quantity.value
    else { return nil }
    let gap = other.figure.range.upperBound..<draft.figure.range.lowerBound
    guard gap.count <= 16 else { return nil }
    let isOutcome = gap.contains { place in
      PartResolver.outcomes.contains { scan.hasWord($0, at: place) }
    }
    let isSameLabel = draft.label.range.isEmpty || draft.label.text == other.label.text
    guard isOutcome && isSameLabel else { return nil }
    return earlier
  }

  /// 共114个:省级15个,市级37个,县级62个: figures behind a total that add up to it.
  private func addends(after index: Int, _ drafts: [Draft], _ parts: inout [Int?]) {
    let whole = drafts[index]
    guard whole.figure.kind != .rates else { return }
    var sum = Amount.zero
    var members: [Int] = []
    for next in (index + 1)..<max(index + 1, drafts.count) {
      let draft = drafts[next]
      guard draft.sentence - whole.sentence <= 1, paragraph(draft) == paragraph(whole),
        draft.figure.kind == whole.figure.kind
      else { break }
      guard isComparable(draft, whole), draft.figure.quantity.high == nil else { break }
      guard let added = sum.adding(draft.figure.quantity.value) else { break }
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
