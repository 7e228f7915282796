import CommandLineKit
import Languages
import Platform
import Yuebao

/// `yuebao aggregate`: a table of facts to totals, as fast as the file can be read.
struct AggregateCommand: ToolCommand {
  static let declaration = Command(
    "aggregate",
    summary: Wording(
      en: "write the totals of a table of facts as CSV to standard output",
      zh: "把一张数据表的合计以 CSV 写到标准输出"),
    discussion: [
      Wording(
        en:
          "The table is one that 'yuebao facts' or a report has written, or that looks like it; its columns "
          + "may stand in any order. Where it has the columns month, span and enters, they are trusted; else spans, "
          + "parts, repeats and containment are decided as in a report, for the month of the date in the "
          + "document's name, or of --date.",
        zh: "表是 yuebao facts 或月报写出来的，或写法相同；各栏次序不限。表里有 month、span、enters 三栏时以它们为准；"
          + "没有时，按文件名里的日期（或 --date）定月份，时段、其中数、重复和包含关系的判断与月报相同。")
    ],
    operands: [
      Operand(
        "FACTS.csv", .one,
        help: Wording(
          en: "the table, or - for standard input", zh: "数据表，或 -（标准输入）"), completion: .file)
    ],
    options: [
      Options.decide.option, Options.leftOut.option, Options.date.option, Options.lexicon.option,
      Options.threads.option, Options.raw.option,
    ],
    examples: [
      Command.Example(
        "aggregate reports/2025-07/facts.csv",
        Wording(en: "The totals of a report, once more.", zh: "由月报的数据再算一遍合计。")),
      Command.Example(
        "aggregate facts.csv --date 2025-07 --left-out left-out.csv > totals.csv",
        Wording(en: "Totals, and beside them the rows that are in none.", zh: "合计，以及没有计入的行。")),
    ])

  private let path: String
  private let leftOutPath: String?
  private let date: CalendarDate?
  private let lexiconFolder: String?
  private let decides: Bool
  private let threads: Int
  private let style: CSVWriter.Style

  init(_ invocation: Invocation) throws(UsageError) {
    path = invocation.operands.first ?? "-"
    leftOutPath = invocation[Options.leftOut]
    date = invocation[Options.date]
    lexiconFolder = invocation[Options.lexicon]
    decides = invocation[Options.decide]
    threads = Options.threads(of: invocation)
    style = TableDress.plain(invocation)
  }

  func run(_ session: Session) throws -> Console.Exit {
    let file = try TableFile(path)
    let table: FactTable
    do { table = try FactTable(file.source) } catch { throw error.located }
    var leftOut: WholeFile?
    if let leftOutPath { leftOut = try WholeFile(leftOutPath) }
    let totals: TableTotals
    do {
      totals = try self.totals(of: table, leftOut)
      try file.close()
    } catch {
      leftOut?.discard()
      throw error
    }
    try leftOut?.finish()
    try TableTotalsCSV(of: totals, style: style).write(threads: threads) {
      bytes throws(OutputError) in try Console.print(bytes)
    }
    if !session.isQuiet { Console.report(session.text(AggregateCommand.account(of: totals))) }
    return .done
  }

  /// - Throws: `LoadingError` at a broken row, `LexiconError` where word tables are broken.
  private func totals(of table: FactTable, _ leftOut: WholeFile?) throws -> TableTotals {
    let hand = leftOut.map { file in { (rows: [UInt8]) in file.write(rows) } }
    if table.isJudged, !decides {
      hand?(table.header + [10])
      do { return try table.judgedTotals(threads: threads, leftOut: hand) } catch {
        throw error.located
      }
    }
    let lexicon = try LexiconFolder(path: lexiconFolder).lexicon()
    hand?(table.header + Array(",left_out\n".utf8))
    do {
      return try table.decidedTotals(
        threads: threads, labels: lexicon.labelWords, divisions: lexicon.gazetteer.divisions,
        formerDivisions: { lexicon.formerDivisions },
        month: date?.yearMonth, leftOut: hand)
    } catch {
      throw error.located
    }
  }

  /// What became of every fact, in one line.
  private static func account(of totals: TableTotals) -> Wording {
    let identity = totals.identity
    func count(_ verdict: Verdict) -> String { "\(identity.count(verdict))" }
    let rest: [Verdict] = [.rate, .planned, .rule, .case, .part, .repeat, .covered, .national]
    let english = rest.map { " + \(count($0)) \($0.rawValue)" }.joined()
    let chinese = rest.map { " + \($0.title)\(count($0))" }.joined()
    return Wording(
      en:
        "\(identity.facts) facts = \(count(.total)) in totals\(english); \(totals.count) rows",
      zh: "数据\(identity.facts) = 计入合计\(count(.total))\(chinese)；\(totals.count) 行")
  }
}

extension TableError {
  /// The error with an excerpt of its line, as all errors of inputs are told.
  var located: LoadingError {
    LoadingError(path: path, line: line, column: column, message: message)
  }
}
