import FactModel
import Languages
import Lexicon

/// Why a figure is read as it is, or why a numeral is no figure.
public struct Explanation: Sendable {
  /// The sentence with the expression marked 【…】.
  public var sentence: String
  /// The expression as printed.
  public var raw: String
  /// The fact, or `nil` for an exclusion.
  public var fact: Fact?
  /// The rule that read it.
  public var rule: String
  /// Each column with the words of the text that gave it.
  public var evidence: [(column: String, words: Wording)]
}

extension Loader {
  /// Why the figures of one line of an input page are read as they are.
  ///
  /// - Throws: `LoadingError`, if the page has no date or is in no encoding that is known.
  public func explain(_ source: Source, line: Int) throws(LoadingError) -> [Explanation] {
    let text = PageText(marked: try source.decoded().utf8, folding: vocabulary.folding)
    return PageReader(lexicon: vocabulary).explain(try page(of: source), text, line: line)
  }

  /// Why the figures and numerals of one line of a page are read as they are, in the order of the text.
  ///
  /// ```swift
  /// let page = Page(
  ///   document: "p1", text: "江苏省南通市总工会第3次慰问职工30名。", date: CalendarDate("2025-07-12")!)
  /// let explanations = Loader(lexicon: try Lexicon.builtIn()).explain(page, line: 1)
  /// for explanation in explanations {
  ///   print(explanation.sentence, explanation.rule)
  ///   for (column, words) in explanation.evidence { print(column, words.text(in: .english)) }
  /// }
  /// assert(explanations.map(\.raw) == ["第3次", "30名"])
  /// ```
  public func explain(_ page: Page, line: Int) -> [Explanation] {
    PageReader(lexicon: vocabulary).explain(
      page, PageText(page.text, folding: vocabulary.folding), line: line)
  }
}

/// Collects the evidence of a draft; only `explain` pays for it.
struct EvidenceReader {
  let article: ArticleText
  let periods: PeriodResolver
  private var scan: Scan { article.scan }

  func evidence(of draft: Draft, fact: Fact) -> [(column: String, words: Wording)] {
    let told = periods.told(at: draft.figure.range.lowerBound, sentence: draft.sentence)
    let words: [(column: String, words: Wording)] = [
      ("value", Wording(verbatim: scan.text(draft.figure.numeral))), ("place", place(draft)),
      ("program", cues(draft)), ("period", Wording(verbatim: told)),
      ("status", Wording(verbatim: statusCues(draft))),
      ("part_of", Wording(verbatim: fact.partOf ?? "")),
    ]
    return words.filter { $0.words != Wording(verbatim: "") }
  }

  private static let places = [
    Wording(en: "sentence", zh: "本句"), Wording(en: "paragraph", zh: "本段"),
    Wording(en: "article", zh: "全文"), Wording(en: "newspaper", zh: "报纸"),
    Wording(en: "page", zh: "整版"),
    Wording(en: "no evidence", zh: "没有依据"),
  ]

  private func place(_ draft: Draft) -> Wording {
    let found = EvidenceReader.places[
      min(draft.place.evidence.rawValue, EvidenceReader.places.count - 1)]
    let words = draft.place.words.map { range in
      Wording(en: " '\(scan.text(range))'", zh: "“\(scan.text(range))”")
    }
    let rival = draft.place.rival.map { Wording(en: ", also \($0.name)", zh: "，另有\($0.name)") }
    return [words, rival].compactMap { $0 }.reduce(found, +)
  }

  /// The cues of the chosen programme in the label, the sentence and the headline.
  private func cues(_ draft: Draft) -> Wording {
    let sentence = article.sentences[draft.sentence]
    var words = cueWords(draft.program.index, in: sentence.range).map(Wording.init(verbatim:))
    for other in article.sentences where article.role(of: other) == .headline {
      words += cueWords(draft.program.index, in: other.range).map {
        Wording(en: "\($0) (headline)", zh: "\($0)（标题）")
      }
    }
    let rival = draft.program.rival.map { rival in
      let other = scan.lexicon.programs[rival.index]
      return Wording(
        en: "next \(other.id) (\(rival.score) to \(draft.program.score))",
        zh: "次选\(other.name)（\(rival.score)对\(draft.program.score)）")
    }
    let comma = Wording(en: ", ", zh: "、")
    let all = words.dropFirst().reduce(words.first ?? Wording(verbatim: "")) { $0 + comma + $1 }
    guard let rival else { return all }
    return words.isEmpty ? rival : all + Wording(en: "; ", zh: "；") + rival
  }

  private func cueWords(_ program: Int, in range: Range<Int>) -> [String] {
    var words: [String] = []
    for token in scan.tokens(.noun, in: range) {
      if case .noun(let noun) = token.entry, noun.program == program {
        words.append(scan.text(token.range))
      }
    }
    for token in scan.tokens(.cue, in: range) {
      if case .cue(program, _) = token.entry { words.append(scan.text(token.range)) }
    }
    return words
  }

  private func statusCues(_ draft: Draft) -> String {
    scan.tokens(.status, in: article.sentences[draft.sentence].range).compactMap { token in
      guard case .status(let word) = token.entry, word.status == draft.status else { return nil }
      return scan.text(token.range)
    }.joined(separator: "、")
  }
}
