import FactModel
import Lexicon

/// Labels of people and of money that name neither: 领到的212人 are the workers told before, 领走10.6万元 the aid.
extension LabelReader {
  private static let sentencesBack = 3
  private static let worth = "价值"

  /// The label with the last fitting noun of the paragraph in place of a phrase that names no people, or no money.
  func completed(_ label: Label, of figure: Figure, sentence index: Int) -> Label {
    let wanted: Noun.Kind
    if figure.kind == .funds, endsInWho(label),
      let noun = lastNoun(of: .money, before: figure, index, sentencesBack: 0)
    {
      return Label(text: scan.text(noun), range: label.range, isSite: false)
    }
    // 送去大米、食用油等物品,价值2500元
    if figure.kind == .funds, scan.unit(label.range.lowerBound - 1) == Sign.comma,
      label.text == LabelReader.worth,
      let noun = lastNoun(of: .thing, before: figure, index, sentencesBack: 0)
    {
      return Label(text: scan.text(noun), range: label.range, isSite: false)
    }
    switch figure.kind {
    case .participants where !holds(label, { $0 == .person }): wanted = .person
    case .funds where !holds(label, { $0 != .rate && $0 != .heading }): wanted = .money
    default: return label
    }
    guard isBare(label, figure), !label.text.contains("”"),
      let noun = lastNoun(of: wanted, before: figure, index)
    else {
      return label
    }
    return Label(text: scan.text(noun), range: label.range, isSite: false)
  }

  /// As bytes: texts are compared in their normal form.
  private static let bare = ["每人", "每户", "合计", "其中", "人均", "户均", "单笔", "共计", "总计", "另外"]
    .map { Array($0.utf8) }

  private static let bareCount = 6

  /// Deeds that somebody gets the good of.
  private static let benefits = PhraseSet([
    "惠及", "慰问", "救助", "帮扶", "走访", "资助", "看望", "表彰",
  ])

  /// Whether a label says how much a head, or of money only what was done with it, and nothing more.
  private func isBare(_ label: Label, _ figure: Figure) -> Bool {
    let text = label.text.utf8
    if text.isEmpty { return true }
    if text.count == LabelReader.bareCount,
      LabelReader.bare.contains(where: { text.elementsEqual($0) })
    {
      return true
    }
    guard !label.range.isEmpty else { return false }
    if figure.kind == .participants { return LabelReader.benefits.holds(label.range, scan) }
    return scan.longest(.verb, at: label.range.lowerBound)?.range == label.range
  }

  private func holds(_ label: Label, _ fits: (Noun.Kind) -> Bool) -> Bool {
    // A label that was taken over from an earlier figure has no place of its own.
    if label.range.isEmpty { return !label.text.isEmpty }
    return scan.tokens(.noun, in: label.range).contains { token in
      if case .noun(let noun) = token.entry { fits(noun.kind) } else { false }
    }
  }

  /// 慰问金发给困难职工,300元: money is named by the money, not by who gets it.
  private func endsInWho(_ label: Label) -> Bool {
    guard !label.range.isEmpty,
      case .noun(let noun) = scan.token(.noun, endingAt: label.range.upperBound)?.entry
    else { return false }
    return noun.kind == .person && !holds(label) { $0 == .money }
  }

  private func lastNoun(
    of kind: Noun.Kind, before figure: Figure, _ index: Int,
    sentencesBack: Int = LabelReader.sentencesBack
  ) -> Range<Int>? {
    let paragraph = article.sentences[index].paragraph
    var sentence = index
    var end = figure.range.lowerBound
    while sentence >= 0, index - sentence <= sentencesBack,
      article.sentences[sentence].paragraph == paragraph
    {
      let range = article.sentences[sentence].range
      let noun = scan.tokens(.noun, in: range.lowerBound..<max(range.lowerBound, end)).last {
        if case .noun(let noun) = $0.entry { noun.kind == kind } else { false }
      }
      if let noun { return noun.range }
      sentence -= 1
      if sentence >= 0 { end = article.sentences[sentence].range.upperBound }
    }
    return nil
  }
}
