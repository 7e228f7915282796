import CommandLineKit
import Languages
import Yuebao

/// What the commands that read inputs have in common: the inputs, the vocabulary, the corrections, the doubts.
struct Reading {
  let inputs: [String]
  private let date: CalendarDate?
  private let lexiconFolder: String?
  private let correctionsFile: String?
  private let isStrict: Bool

  static let options = [
    Options.date.option, Options.lexicon.option, Options.corrections.option, Options.strict.option,
  ]

  init(_ invocation: Invocation, inputs: [String]) {
    self.inputs = inputs.isEmpty ? [Operands.defaultInput] : inputs
    date = invocation[Options.date]
    lexiconFolder = invocation[Options.lexicon]
    correctionsFile = invocation[Options.corrections]
    isStrict = invocation[Options.strict]
  }

  func lexicon() throws -> Lexicon { try LexiconFolder(path: lexiconFolder).lexicon() }

  func sources() throws(LoadingError) -> [Source] {
    try InputFinder(defaultDate: date).sources(of: inputs)
  }

  /// What the sources say, with the editors' corrections.
  func load(_ sources: [Source], _ lexicon: Lexicon) throws(LoadingError) -> LoadResult {
    var result = try Loader(lexicon: lexicon).load(sources)
    for corrections in try CorrectionFiles.all(correctionsFile, beside: inputs) {
      corrections.apply(to: &result, lexicon: lexicon)
    }
    return result
  }

  /// Tells the doubts; returns how the command ends.
  func close(_ result: LoadResult, _ sources: [Source], _ session: Session) -> Console.Exit {
    for line in Reading.doubtLines(result.doubts, sources) {
      Console.report(line.text(in: session.language))
    }
    return isStrict && !result.doubts.isEmpty ? .doubts : .done
  }

  private static let mostLines = 10

  /// Rows that could not be read, with their places, and how many other doubts there are.
  private static func doubtLines(_ doubts: [Doubt], _ sources: [Source]) -> [Wording] {
    let paths = Dictionary(
      sources.map { ($0.document, $0.path) }, uniquingKeysWith: { first, _ in first })
    let rows = doubts.filter { $0.cause == .row || $0.cause == .correction }
    var lines = rows.prefix(mostLines).map {
      $0.message.at(paths[$0.document] ?? $0.document, $0.line, $0.column, .warning)
    }
    if rows.count > mostLines {
      let rest = rows.count - mostLines
      lines.append(
        Wording(en: "… \(rest) more rows; see review.csv", zh: "……另有 \(rest) 行，见 review.csv"))
    }
    if doubts.count > rows.count {
      let rest = doubts.count - rows.count
      lines.append(
        Wording(en: "\(rest) doubtful readings; see review.csv", zh: "\(rest) 处读数有疑点，见 review.csv"))
    }
    return lines
  }
}
