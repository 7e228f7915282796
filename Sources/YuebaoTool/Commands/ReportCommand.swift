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
        en: "A folder holds facts.csv, excluded.csv, summary.csv, comparison.csv, funds.csv, "
          + "participants.csv, stations.csv, rates.csv, review.csv, datapackage.json, digest.md and its "
          + "pictures, charts/*.svg.",
        zh: "文件夹里有 facts.csv、excluded.csv、summary.csv、comparison.csv、funds.csv、"
          + "participants.csv、stations.csv、rates.csv、review.csv、datapackage.json、"
          + "digest.md 和文中的图 charts/*.svg。")
    ],
    operands: [Operands.inputs],
    options: [Options.out.option, Options.month.option] + TableDress.options + Reading.options,
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
  private let writer: ReportWriter

  init(_ invocation: Invocation) {
    reading = Reading(invocation, inputs: invocation.operands)
    month = invocation[Options.month]
    outputFolder = invocation[Options.out] ?? Options.out.option.fallback ?? "."
    // The locale never changes a byte of a report: only --lang does.
    writer = ReportWriter(
      style: TableDress.spreadsheet(invocation),
      language: invocation[Options.language] ?? .chinese)
  }

  func run(_ session: Session) throws -> Console.Exit {
    let lexicon = try reading.lexicon()
    let sources = try reading.sources(session)
    let result = try reading.load(sources, lexicon, session)
    let aggregator = Aggregator(programs: lexicon.programs)
    let all = try aggregator.reports(of: result)
    let wanted = try wanted(of: all)
    let folder = OutputFolder(root: outputFolder)
    for report in wanted {
      let comparisons = aggregator.comparisons(of: report, among: all)
      try folder.write(
        writer.files(of: report, comparisons: comparisons, among: all), month: report.month)
    }
    Reading.tellRows(result.doubts, sources, session)
    ReportSummary(reports: wanted, folder: outputFolder).say(session)
    let isDoubtful = !result.doubts.isEmpty || wanted.contains { !$0.doubts.isEmpty }
    return reading.isStrict && isDoubtful ? .doubts : .done
  }

  private func wanted(of reports: [Report]) throws(LoadingError) -> [Report] {
    guard let month else { return reports }
    let wanted = reports.filter { $0.month == month }
    if !wanted.isEmpty { return wanted }
    let known = reports.map(\.month.description).joined(separator: ", ")
    throw LoadingError(
      path: reading.inputs.joined(separator: " "), line: 0,
      message: Wording(
        en: "no page and no row is of \(month); there are \(known)",
        zh: "没有 \(month) 的版面或数据；有的是 \(known)"))
  }
}

/// What `report` tells when it is done: a line a month, all together, and where to look first.
struct ReportSummary {
  let reports: [Report]
  let folder: String

  func say(_ session: Session) {
    for line in table(session).lines(session.outputStyle) { session.say(line) }
    session.say(closing)
    session.say(advice)
  }

  private func table(_ session: Session) -> TextTable {
    let header = [
      Wording(en: "month", zh: "月份"), Wording(en: "documents", zh: "文件"),
      Wording(en: "numerals", zh: "数字"), Wording(en: "facts", zh: "数据"),
      Wording(en: "excluded", zh: "排除"), Wording(en: "in totals", zh: "计入合计"),
      Wording(en: "doubts", zh: "疑点"),
    ]
    let rows = reports.map { report in
      let identity = report.identity
      return [
        PathName(folder).appending(report.month.description), "\(report.coverage.pages)",
        "\(identity.numerals)", "\(identity.facts)", "\(identity.excluded)",
        "\(identity.count(.total))", "\(report.doubts.count)",
      ]
    }
    return TextTable(header: header.map(session.text), rows: rows, numbers: Set(1...6))
  }

  private func sum(_ value: (Report) -> Int) -> Int { reports.reduce(0) { $0 + value($1) } }

  private var closing: Wording {
    let numerals = sum(\.identity.numerals)
    let facts = sum(\.identity.facts)
    let excluded = sum(\.identity.excluded)
    let total = sum { $0.identity.count(.total) }
    return Wording(
      en: "\(numerals) numerals = \(facts) facts + \(excluded) excluded; \(total) facts in totals",
      zh: "数字 \(numerals) 个 = 数据 \(facts) 个 + 排除 \(excluded) 个；其中 \(total) 个计入合计")
  }

  /// The month with the most doubts, and the latest digest.
  private var advice: Wording {
    let doubts = sum(\.doubts.count)
    let digest = path(reports.last, "digest.md")
    guard let worst = reports.max(by: { $0.doubts.count < $1.doubts.count }), doubts > 0 else {
      return Wording(en: "Read first: \(digest)", zh: "先看 \(digest)")
    }
    let review = path(worst, "review.csv")
    return Wording(
      en: "Look first: \(review) (\(worst.doubts.count) of \(doubts) doubts), then \(digest)",
      zh: "先看 \(review)（\(doubts) 处疑点中的 \(worst.doubts.count) 处），再看 \(digest)")
  }

  private func path(_ report: Report?, _ name: String) -> String {
    PathName(PathName(folder).appending(report?.month.description ?? "")).appending(name)
  }
}
