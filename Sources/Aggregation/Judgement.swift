import FactModel
import Languages

/// The verdict of every fact, and what an editor should look at because of it.
struct Judgement {
  /// In document order.
  let entries: [ReportFact]
  /// Figures that contradict the one that covers them, and stocks that were counted twice.
  private(set) var doubts: [Doubt] = []

  init(of facts: [Fact], _ features: Features) {
    let repeats = Repeats(among: facts, features)
    let containment = Containment(among: facts, features, repeats)
    let succession = Succession(among: facts, features, repeats)
    let longerTimes = LongerTimes(among: facts, features, repeats, succession)
    entries = facts.indices.map { index in
      let original = repeats.originals[index]
      let cover =
        containment.covers[index] ?? succession.successors[index] ?? longerTimes.covers[index]
      let verdict =
        Eligibility.refusal(of: facts[index])
        ?? (original != nil ? .repeat : cover != nil ? .covered : .total)
      return ReportFact(
        fact: facts[index], span: features[index].span, verdict: verdict,
        reference: original ?? (verdict == .covered ? cover : nil),
        isState: features[index].state != .none
      )
    }
    for (index, entry) in entries.enumerated() where entry.verdict == .covered {
      if let cover = containment.covers[index] {
        doubts += Judgement.contradiction(of: facts[index], facts[cover])
      } else if features.range.isMonth, let later = succession.successors[index] {
        doubts += Judgement.recount(of: facts[index], facts[later])
      }
    }
    doubts += StockParts(of: entries, features).doubts
  }

  /// A part that is greater than its whole.
  private static func contradiction(of fact: Fact, _ cover: Fact) -> [Doubt] {
    guard let high = Bounds(of: cover.quantity).high, Bounds(of: fact.quantity).low > high
    else { return [] }
    return [
      doubt(
        .containment, of: fact, other: cover,
        message: Wording(
          en:
            "greater than the figure of \(cover.place.name) that should hold it, and taken as held",
          zh: "大于应当包含它的\(cover.place.name)数字，已按包含处理，口径可能不同"))
    ]
  }

  private static func recount(of fact: Fact, _ later: Fact) -> [Doubt] {
    if fact.quantity.value == later.quantity.value { return [] }
    return [
      doubt(
        .stock, of: fact, other: later,
        message: Wording(
          en: "two counts of one stock; the total takes the later", zh: "同一存量有两个数，合计只取后者"))
    ]
  }

  private static func doubt(
    _ cause: Doubt.Cause, of fact: Fact, other: Fact, message: Wording
  ) -> Doubt {
    let source = fact.provenance
    return Doubt(
      cause: cause, document: source.document, line: source.line, column: source.column,
      raw: source.raw, chosen: other.quantity.value.description,
      other: fact.quantity.value.description,
      message: message
        + Wording(
          en: " (\(other.provenance.document):\(other.provenance.line), \(other.provenance.raw))",
          zh: "（\(other.provenance.document)，第\(other.provenance.line)行，\(other.provenance.raw)）"),
      month: source.month)
  }
}
