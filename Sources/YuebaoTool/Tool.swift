import Foundation
import Yuebao

/// The command line: the only place that prints, exits, or knows paths.
@main
enum Tool {
  static func main() {
    exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  /// Carries out a command line; returns how it ended.
  static func run(_ words: [String]) -> Console.Exit {
    let arguments: Arguments
    do {
      arguments = try Arguments(parsing: words)
    } catch {
      Console.report("yuebao: \(error.message)")
      return .usage
    }
    switch arguments.command {
    case .help: Console.print(Arguments.help)
    case .version: Console.print("yuebao \(yuebaoVersion)")
    case .report, .facts, .explain, .lexicon: return carryOut(arguments)
    }
    return .done
  }

  private static func carryOut(_ arguments: Arguments) -> Console.Exit {
    do {
      let folder = LexiconFolder(path: arguments.lexiconFolder)
      if arguments.command == .lexicon { return try folder.check() }
      let lexicon = try folder.lexicon()
      let sources = try InputFinder(defaultDate: arguments.date).sources(of: arguments.inputs)
      if arguments.command == .explain {
        return try ExplainCommand(arguments: arguments).run(sources, lexicon)
      }
      var result = try Loader(lexicon: lexicon).load(sources)
      for corrections in try CorrectionFiles.all(arguments) {
        corrections.apply(to: &result, lexicon: lexicon)
      }
      if arguments.command == .facts {
        try FactsCommand(arguments: arguments).run(result)
      } else {
        try ReportCommand(arguments: arguments).run(result, programs: lexicon.programs)
      }
      for line in Tool.doubtLines(result.doubts, sources) { Console.report(line) }
      return arguments.isStrict && !result.doubts.isEmpty ? .doubts : .done
    } catch let error as OutputError {
      Console.report("yuebao: \(error.message)")
      return .cannotWrite
    } catch {
      Console.report("yuebao: \(error)")
      return .unusableInput
    }
  }

  private static let mostLines = 10

  /// Rows that could not be read, with their places, and how many other doubts there are.
  private static func doubtLines(_ doubts: [Doubt], _ sources: [Source]) -> [String] {
    let paths = Dictionary(
      sources.map { ($0.document, $0.path) }, uniquingKeysWith: { first, _ in first })
    let rows = doubts.filter { $0.cause == .row || $0.cause == .correction }
    var lines = rows.prefix(mostLines).map {
      "\(paths[$0.document] ?? $0.document):\($0.line):\($0.column): warning: \($0.message)"
    }
    if rows.count > mostLines {
      lines.append("… \(rows.count - mostLines) more rows; see review.csv")
    }
    if doubts.count > rows.count {
      lines.append("\(doubts.count - rows.count) doubtful readings; see review.csv")
    }
    return lines
  }
}

/// `yuebao facts`: the facts as CSV on standard output.
struct FactsCommand {
  let arguments: Arguments

  func run(_ result: LoadResult) throws(OutputError) {
    if let path = arguments.excludedFile {
      let bytes = ExcludedCSV.bytes(of: result.exclusions, style: .plain)
      do {
        try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
      } catch {
        throw OutputError(path: path, reason: error.localizedDescription)
      }
    }
    Console.print(FactsCSV.bytes(of: result.facts, style: .plain))
  }
}

/// `yuebao report`: one folder a month.
struct ReportCommand {
  let arguments: Arguments

  func run(_ result: LoadResult, programs: [Program]) throws {
    let aggregator = Aggregator(programs: programs)
    let reports = try aggregator.reports(of: result)
    let writer = ReportWriter()
    let folder = OutputFolder(root: arguments.outputFolder)
    let wanted = reports.filter { arguments.month == nil || $0.month == arguments.month }
    if let month = arguments.month, wanted.isEmpty {
      let known = reports.map(\.month.description).joined(separator: ", ")
      throw LoadingError(
        path: arguments.inputs.joined(separator: " "),
        message: "no page and no row is of \(month); there are \(known)")
    }
    for report in wanted {
      let comparisons = aggregator.comparisons(of: report, among: reports)
      let files = writer.files(of: report, comparisons: comparisons)
      try folder.write(files, month: report.month)
      Console.print(summary(of: report))
    }
  }

  private func summary(of report: Report) -> String {
    let total = report.identity.count(.total)
    return "\(arguments.outputFolder)/\(report.month): "
      + "\(report.coverage.pages) documents, \(report.identity.numerals) numerals = "
      + "\(report.identity.facts) facts + \(report.identity.excluded) excluded; \(total) facts in totals"
  }
}
