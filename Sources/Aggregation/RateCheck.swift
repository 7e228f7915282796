import FactModel
import Languages

/// The counts that pages give beside their rates: 944 of 960, 98.3%.
///
/// A rate's pair is a figure in its sentence and the figure of the same article of which that one
/// is a part, both printed exactly. The rate is checked against the pair: it may differ by the
/// rounding and by its own hedge.
struct RateCheck {
  /// A numerator and its denominator.
  struct Pair: Hashable {
    let part: Amount
    let whole: Amount

    /// The share in percent, rounded to four places.
    var percent: Amount? { Amount.ratio(part, to: whole, times: 100, places: Amount.places) }
  }

  /// By the place of a rate among the entries, the pair that bears it out.
  private(set) var pairs: [Int: Pair] = [:]
  private var contradictions: [Doubt] = []

  /// Beyond so many percentage points the pair is taken for one of another matter, not for an
  /// error.
  private static let reach = Amount(tenThousandths: 10 * Amount.scale)

  init(of entries: [ReportFact]) {
    let sentences = Sentences(of: entries)
    for (index, entry) in entries.enumerated() where Sentences.isRate(entry) {
      let figures = sentences.figures(beside: entry)
      let rate = entry.fact.quantity
      if let pair = figures.pairs.first(where: { RateCheck.agrees(rate, with: $0) }) {
        pairs[index] = pair
      } else if figures.pairs.count == 1, figures.rates == 1, let pair = figures.pairs.first {
        if let doubt = RateCheck.doubt(of: entry.fact, against: pair) {
          contradictions.append(doubt)
        }
      }
    }
  }

  /// The contradictions, without those that the loader has told already.
  func doubts(beside known: [Doubt]) -> [Doubt] {
    if contradictions.isEmpty { return [] }
    let told = Set(known.filter { $0.cause == .rate }.map { Spot($0) })
    return contradictions.filter { !told.contains(Spot($0)) }
  }

  /// Whether the share rounds to the printed rate, as far as its hedge allows.
  private static func agrees(_ rate: Quantity, with pair: Pair) -> Bool {
    guard let percent = pair.percent else { return false }
    let bounds = Bounds(of: rate)
    // 90% is printed to the percent, whatever its zeros say.
    let digit = min(Bounds.lastUnit(of: rate.value.tenThousandths), Int128(Amount.scale))
    let rounding = (digit + 1) / 2
    let share = Int128(percent.tenThousandths)
    return share >= bounds.low - rounding && bounds.high.map { share <= $0 + rounding } ?? true
  }

  private static func doubt(of rate: Fact, against pair: Pair) -> Doubt? {
    guard let percent = pair.percent, let gap = percent.subtracting(rate.quantity.value),
      gap.tenThousandths.magnitude <= reach.tenThousandths.magnitude,
      let printed = Amount.ratio(pair.part, to: pair.whole, times: 100)
    else { return nil }
    return Doubt(
      cause: .rate, document: rate.provenance.document, line: rate.provenance.line,
      column: rate.provenance.column, raw: rate.provenance.raw,
      chosen: rate.quantity.value.description, other: printed.description,
      message: Wording(
        en:
          "the figures of the sentence, \(pair.part)/\(pair.whole), give \(printed)%, not the rate as printed",
        zh: "同句数字\(pair.part)/\(pair.whole)为\(printed)%，与所印比率不符"),
      month: rate.provenance.month)
  }
}

/// The sentences that hold a rate, with the pairs of counts in each.
private struct Sentences {
  struct Figures {
    var rates = 0
    var pairs: [RateCheck.Pair] = []
  }

  private struct SentenceKey: Hashable {
    let document: String
    let article: Int
    let sentence: String

    init(_ fact: Fact) {
      document = fact.provenance.document
      article = fact.provenance.article
      sentence = fact.provenance.sentence
    }
  }

  private struct WholeKey: Hashable {
    let document: String
    let article: Int
    let raw: String
    let kind: Kind
    let unit: Unit

    init(_ fact: Fact, raw: String) {
      document = fact.provenance.document
      article = fact.provenance.article
      self.raw = raw
      kind = fact.kind
      unit = fact.quantity.unit
    }
  }

  private var figures: [SentenceKey: Figures] = [:]

  static func isRate(_ entry: ReportFact) -> Bool {
    entry.fact.kind == .rates && entry.fact.status == .actual
      && !entry.fact.provenance.sentence.isEmpty
  }

  init(of entries: [ReportFact]) {
    for entry in entries where Sentences.isRate(entry) {
      figures[SentenceKey(entry.fact), default: Figures()].rates += 1
    }
    if figures.isEmpty { return }
    let parts =
      entries.lazy.map(\.fact).filter { fact in
        Sentences.isExactPart(fact) && figures[SentenceKey(fact)] != nil
      } as [Fact]
    let named = Set(parts.map { WholeKey($0, raw: $0.partOf ?? "") })
    var wholes: [WholeKey: Amount] = [:]
    for entry in entries where Sentences.isExact(entry.fact) {
      let key = WholeKey(entry.fact, raw: entry.fact.provenance.raw)
      if named.contains(key) { wholes[key] = entry.fact.quantity.value }
    }
    for part in parts {
      guard let whole = wholes[WholeKey(part, raw: part.partOf ?? "")], whole > .zero,
        part.quantity.value <= whole
      else { continue }
      let pair = RateCheck.Pair(part: part.quantity.value, whole: whole)
      figures[SentenceKey(part)]?.pairs.append(pair)
    }
  }

  func figures(beside entry: ReportFact) -> Figures {
    figures[SentenceKey(entry.fact)] ?? Figures()
  }

  private static func isExact(_ fact: Fact) -> Bool {
    fact.kind != .rates && fact.quantity.qualifier == .exact && fact.quantity.high == nil
  }

  private static func isExactPart(_ fact: Fact) -> Bool {
    isExact(fact) && Eligibility.isPart(fact)
  }
}
