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
          + "participants.csv, stations.csv, rates.csv, national.csv, averages.csv, review.csv, "
          + "datapackage.json, digest.md and its pictures, charts/*.svg; "
          + "that of several months has months.csv, a row a month, in place of the digest.",
        zh: "文件夹里有 facts.csv、excluded.csv、summary.csv、comparison.csv、funds.csv、"
          + "participants.csv、stations.csv、rates.csv、national.csv、averages.csv、review.csv、"
          + "datapackage.json、digest.md 和文中的图 charts/*.svg；"
          + "几个月合成的报告没有 digest.md，另有每月一行的 months.csv。")
    ],
    operands: [Operands.inputs],
    options: [
      Options.out.option, Options.month.option, Options.from.option, Options.to.option,
    ] + TableDress.options + Reading.options,
    examples: [
      Command.Example(
        "report pages/ sheets/ --out reports",
        Wording(en: "The months of two folders.", zh: "两个文件夹里各月的月报。")),
      Command.Example(
        "report --month 2025-07",
        Wording(en: "One month; the others serve for comparison.", zh: "只写一个月；其他月份用来比较。")),
      Command.Example(
        "report --from 2024-07 --to 2025-07",
        Wording(en: "Thirteen months as one.", zh: "十三个月合成一份。")),
    ])

  private let reading: Reading
  /// The only months to report on, as one.
  private let range: MonthRange?
  private let outputFolder: String
  private let writer: ReportWriter

  init(_ invocation: Invocation) throws(UsageError) {
    reading = Reading(invocation, inputs: invocation.operands)
    range = try ReportCommand.range(invocation)
    outputFolder = invocation[Options.out] ?? Options.out.option.fallback ?? "."
    // The locale never changes a byte of a report: only --lang does.
    writer = ReportWriter(
      style: TableDress.spreadsheet(invocation),
      language: invocation[Options.language] ?? .chinese)
  }

  private static func range(_ invocation: Invocation) throws(UsageError) -> MonthRange? {
    let month = invocation[Options.month]
    switch (invocation[Options.from], invocation[Options.to]) {
    case (nil, nil): return month
    case (let from?, let to?) where month == nil:
      if let range = MonthRange(from: from, to: to) { return range }
      throw UsageError(
        Wording(
          en: "--from \(from) lies behind --to \(to); write the earlier month first",
          zh: "--from \(from) 在 --to \(to) 之后，请把较早的月份写在前面"), helpPath: ["report"])
    default:
      throw UsageError(
        Wording(
          en: "--from and --to belong together, and take the place of --month",
          zh: "--from 和 --to 要一起写，写了就不写 --month"), helpPath: ["report"])
    }
  }

  func run(_ session: Session) throws -> Console.Exit {
    let lexicon = try reading.lexicon()
    let sources = try reading.sources(session)
    let (aggregate, rows, hasDoubts) = try reading.aggregate(sources, lexicon, session)
    let written = try OutputFolder.with(outputFolder, session) { folder in
      let maker = ReportMaker(
        writer: writer, aggregator: Aggregator(lexicon: lexicon),
        aggregate: aggregate, threads: reading.threads)
      let writer = MonthWriter(maker: maker, folder: folder)
      return try range.map { range in try [report(range, writer)] } ?? writer.writeMonths()
    }
    Reading.tellRows(rows, sources, session)
    try ReportSummary(reports: written, folder: outputFolder).say(session)
    let isDoubtful = hasDoubts || written.contains { !$0.doubts.isEmpty }
    return reading.isStrict && isDoubtful ? .doubts : .done
  }

  private func report(_ range: MonthRange, _ writer: MonthWriter) throws -> Report {
    if let report = try writer.write(range) { return report }
    let known = writer.maker.aggregate.months.map(\.description).joined(separator: ", ")
    throw LoadingError(
      path: reading.inputs.joined(separator: " "), line: 0,
      message: Wording(
        en: "no page and no row is of \(range); there are \(known)",
        zh: "没有 \(range) 的版面或数据；有的是 \(known)"))
  }
}

/// Makes reports of what was read, and the bytes of their files.
struct ReportMaker: Sendable {
  let writer: ReportWriter
  let aggregator: Aggregator
  let aggregate: PartialAggregate
  let threads: Int

  /// The reports of all months, the earliest first, made side by side.
  func reports() throws(AggregationError) -> [Report] {
    let months = aggregate.months
    var reports: [Report] = []
    try OrderedWork.run(months.count, threads: threads) { index throws(AggregationError) in
      try report(over: MonthRange(months[index]))
    } take: { report throws(AggregationError) in
      if let report { reports.append(report) }
    }
    return reports
  }

  /// The report of a range; `nil` where nothing was read for it.
  func report(over range: MonthRange) throws(AggregationError) -> Report? {
    try aggregator.report(over: range, of: aggregate)
  }

  /// The files of a report; others serve for comparison and, where it is of a month, for trends.
  ///
  /// - Parameter threads: how many work on the files of this report.
  func files(
    of report: Report, among others: [Report], threads: Int
  ) throws(AggregationError) -> [OutputFile] {
    let comparisons = try aggregator.comparisons(of: report, among: others)
    if report.range.isMonth {
      return writer.files(
        of: report, comparisons: comparisons, among: others, threads: threads)
    }
    let months = try reports().filter { report.range.contains($0.month) }
    return writer.files(of: report, comparisons: comparisons, months: months)
  }
}

/// Stores reports, a folder each.
struct MonthWriter {
  let maker: ReportMaker
  let folder: OutputFolder

  /// Every month that occurs; while one is stored, the next are made.
  func writeMonths() throws -> [Report] {
    let reports = try maker.reports()
    var written = 0
    // Several months are made side by side; of one, its files are.
    let threads = reports.count > 1 ? 1 : maker.threads
    try OrderedWork.run(reports.count, threads: maker.threads) {
      [maker] index throws(any Error) in
      try maker.files(of: reports[index], among: reports, threads: threads)
    } take: { files throws(any Error) in
      try folder.write(files, range: reports[written].range)
      written += 1
    }
    return reports
  }

  /// The months of a range as one report, beside as many months before and the same months of last year.
  ///
  /// - Returns: `nil` where nothing was read for them.
  func write(_ range: MonthRange) throws -> Report? {
    if range.isMonth { return try writeMonth(range.first) }
    guard let report = try maker.report(over: range) else { return nil }
    let others = try [-range.count, -12].compactMap { months in
      try range.advanced(by: months).flatMap { try maker.report(over: $0) }
    }
    try store(report, among: others)
    return report
  }

  /// One month; all others serve for comparison and for trends.
  private func writeMonth(_ month: YearMonth) throws -> Report? {
    let reports = try maker.reports()
    guard let report = reports.first(where: { $0.month == month }) else { return nil }
    try store(report, among: reports)
    return report
  }

  private func store(_ report: Report, among others: [Report]) throws {
    let files = try maker.files(of: report, among: others, threads: maker.threads)
    try folder.write(files, range: report.range)
  }
}

/// What `report` tells when it is done: a line a month, all together, and where to look first.
struct ReportSummary {
  let reports: [Report]
  let folder: String

  func say(_ session: Session) throws(OutputError) {
    for line in table(session).lines(session.outputStyle) { try session.say(line) }
    try session.say(closing)
    try session.say(advice)
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
        PathName(folder).appending(report.range.description), "\(report.coverage.pages)",
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

  /// The month with the most doubts, and the latest digest; of several months as one, the totals.
  private var advice: Wording {
    let doubts = sum(\.doubts.count)
    let isMonth = reports.last?.range.isMonth ?? true
    let digest = path(reports.last, isMonth ? "digest.md" : "summary.csv")
    guard let worst = reports.max(by: { $0.doubts.count < $1.doubts.count }), doubts > 0 else {
      return Wording(en: "Read first: \(digest)", zh: "先看 \(digest)")
    }
    let review = path(worst, "review.csv")
    return Wording(
      en: "Look first: \(review) (\(worst.doubts.count) of \(doubts) doubts), then \(digest)",
      zh: "先看 \(review)（\(doubts) 处疑点中的 \(worst.doubts.count) 处），再看 \(digest)")
  }

  private func path(_ report: Report?, _ name: String) -> String {
    PathName(PathName(folder).appending(report?.range.description ?? "")).appending(name)
  }
}
