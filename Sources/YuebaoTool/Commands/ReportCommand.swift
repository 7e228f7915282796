import CommandLineKit
import Languages
import Yuebao

/// `yuebao report`: one folder a month.
struct ReportCommand: ToolCommand {
  static let declaration = Command(
    "report",
    summary: Wording(
      en: "read pages and fact sheets and write one folder a month", zh: "读版面和数据表，每月写一个文件夹"),
    discussion: [
      Wording(
        en:
          "A folder holds facts.csv, excluded.csv, summary.csv, comparison.csv, funds.csv, participants.csv, "
          + "stations.csv, rates.csv, review.csv and digest.md.",
        zh: "文件夹里有 facts.csv、excluded.csv、summary.csv、comparison.csv、funds.csv、participants.csv、"
          + "stations.csv、rates.csv、review.csv 和 digest.md。")
    ],
    operands: [Operands.inputs],
    options: [Options.out.option, Options.month.option] + Reading.options,
    examples: [
      Command.Example(
        "report pages/ sheets/ --out reports",
        Wording(en: "The months of two folders.", zh: "两个文件夹里各月的月报。")),
      Command.Example(
        "report --month 2025-07",
        Wording(en: "One month; the others serve for comparison.", zh: "只写一个月；其他月份用来比较。")),
    ])

  private let reading: Reading
  private let month: YearMonth?
  private let outputFolder: String

  init(_ invocation: Invocation) {
    reading = Reading(invocation, inputs: invocation.operands)
    month = invocation[Options.month]
    outputFolder = invocation[Options.out] ?? Options.out.option.fallback ?? "."
  }

  func run(_ session: Session) throws -> Console.Exit {
    let lexicon = try reading.lexicon()
    let sources = try reading.sources()
    let result = try reading.load(sources, lexicon)
    try write(result, Aggregator(programs: lexicon.programs))
    return reading.close(result, sources, session)
  }

  private func write(_ result: LoadResult, _ aggregator: Aggregator) throws {
    let reports = try aggregator.reports(of: result)
    let writer = ReportWriter()
    let folder = OutputFolder(root: outputFolder)
    let wanted = reports.filter { month == nil || $0.month == month }
    if let month, wanted.isEmpty {
      let known = reports.map(\.month.description).joined(separator: ", ")
      throw LoadingError(
        path: reading.inputs.joined(separator: " "),
        message: Wording(
          en: "no page and no row is of \(month); there are \(known)",
          zh: "没有 \(month) 的版面或数据；有的是 \(known)"))
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
    return "\(outputFolder)/\(report.month): "
      + "\(report.coverage.pages) documents, \(report.identity.numerals) numerals = "
      + "\(report.identity.facts) facts + \(report.identity.excluded) excluded; \(total) facts in totals"
  }
}
