import FactModel
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
  public var evidence: [(column: String, words: String)]
}

extension Loader {
  /// Why the figures of one line of an input page are read as they are.
  ///
  /// - Throws: `LoadingError`, if the page has no date.
  public func explain(_ source: Source, line: Int) throws(LoadingError) -> [Explanation] {
    explain(try page(of: source), line: line)
  }

  /// Why the figures and numerals of one line of a page are read as they are, in the order of the text.
  public func explain(_ page: Page, line: Int) -> [Explanation] {
    PageReader(lexicon: vocabulary).explain(page, line: line)
  }
}

/// Collects the evidence of a draft; only `explain` pays for it.
struct EvidenceReader {
  let article: ArticleText
  let periods: PeriodResolver
  private var scan: Scan { article.scan }

  func evidence(of draft: Draft, fact: Fact) -> [(column: String, words: String)] {
    [
      ("value", scan.text(draft.figure.numeral)), ("place", place(draft)),
      ("program", cues(draft)),
      ("period", periods.told(at: draft.figure.range.lowerBound, sentence: draft.sentence)),
      ("status", statusCues(draft)),
      ("part_of", fact.partOf ?? ""),
    ].filter { !$0.words.isEmpty }
  }

  private func place(_ draft: Draft) -> String {
    let names = ["本句", "本段", "全文", "整版", "没有依据"]
    let where_ = names[min(draft.place.evidence.rawValue, names.count - 1)]
    let rival = draft.place.rival.map { "，另有\($0.name)" } ?? ""
    return where_ + (draft.place.words.map { "“\($0)”" } ?? "") + rival
  }

  /// The cues of the chosen programme in the label, the sentence and the headline.
  private func cues(_ draft: Draft) -> String {
    let sentence = article.sentences[draft.sentence]
    var words = cueWords(draft.program.index, in: sentence.range)
    for other in article.sentences where article.role(of: other) == .headline {
      words += cueWords(draft.program.index, in: other.range).map { $0 + "（标题）" }
    }
    let rival = draft.program.rival.map { rival in
      "；次选\(scan.lexicon.programs[rival.index].name)（\(rival.score)对\(draft.program.score)）"
    }
    return words.joined(separator: "、") + (rival ?? "")
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
