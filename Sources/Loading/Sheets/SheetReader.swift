import FactModel
import Languages
import Lexicon

/// Turns the rows of a fact sheet into facts with provenance.
///
/// A value is read by the same rules as a page's figures, with its unit behind it and its label behind that. Whatever
/// cannot be read is an exclusion (`missing`, `unreadable`) and a doubt with its place; a bad row stops nothing.
struct SheetReader {
  let lexicon: Lexicon
  let source: Source

  init(lexicon: Lexicon, source: Source) {
    self.lexicon = lexicon
    self.source = source
  }

  func read(_ rows: (SheetHeader) throws(LoadingError) -> SheetRows) throws(LoadingError)
    -> LoadResult
  {
    let sheet = try rows(SheetHeader(words: lexicon.sheetWords, folding: lexicon.folding))
    var result = LoadResult()
    let months = sheet.rows.map(month)
    let known = Set(months.compactMap { $0 })
    // What belongs to no month is filed under the first that there is.
    guard let first = known.min() ?? source.date?.yearMonth else {
      if sheet.rows.isEmpty, sheet.problems.isEmpty { return result }
      throw LoadingError(
        path: source.path,
        message: Wording(
          en: "no row has a month; add a column month (月份), name the sheet in manifest.csv, "
            + "begin its name with a month (2025-07.csv), or give --date",
          zh: "没有一行写了月份；请加“月份”一栏，或写进 manifest.csv，或让文件名以月份开头（2025-07.csv），或用 --date 给出"))
    }
    for (row, month) in zip(sheet.rows, months) {
      if let month {
        read(row, month, into: &result)
      } else {
        result.doubts.append(doubt(row, .month, SheetReader.noMonth(row.text(.month)), first))
      }
    }
    for problem in sheet.problems {
      result.doubts.append(
        Doubt(
          cause: .row, document: source.document, line: problem.line, column: problem.column,
          raw: problem.raw, chosen: "", other: "", message: problem.message,
          month: first))
    }
    // One file is one record; its rows tell the other months that it belongs to.
    result.documents = [
      DocumentRecord(name: source.document, newspaper: source.newspaper, month: first, articles: 0)
    ]
    return result
  }

  private static func noMonth(_ text: String) -> Wording {
    text.isEmpty
      ? Wording(
        en: "no month: give it in the column month (月份), in the manifest or in the file's name",
        zh: "没有月份：写在“月份”一列、清单或文件名里")
      : Wording(
        en: "the month '\(text)' is not known; write 2025-07", zh: "认不出月份“\(text)”；请写成 2025-07")
  }

  // MARK: One row

  private func read(_ row: SheetRow, _ month: YearMonth, into result: inout LoadResult) {
    let raw = row.text(.value)
    var doubts: [Doubt] = []
    guard let figure = figure(of: row, month, &doubts) else {
      let isMissing = SheetReader.isMissing(raw)
      result.exclusions.append(
        Exclusion(
          document: source.document, line: row.cells[.value]?.line ?? row.line,
          column: row.cells[.value]?.column ?? 1, raw: raw,
          reason: isMissing ? .missing : .unreadable, month: month))
      if !isMissing {
        result.doubts.append(
          doubt(
            row, .value,
            Wording(
              en: "the value '\(raw)' cannot be read; write for example 1200000, 120万 or 10余",
              zh: "数值“\(raw)”读不出来；请写成 1200000、120万 或 10余"),
            month))
      }
      return
    }
    let place = place(of: row, month, &doubts)
    let program = program(of: row, month, &doubts)
    let period = period(of: row, month, &doubts)
    let status = status(of: row, month, &doubts)
    result.doubts += doubts
    result.facts.append(
      Fact(
        provenance: provenance(row, month), kind: figure.kind, quantity: figure.quantity,
        label: row.text(.label), place: place, program: program, period: period, status: status,
        confidence: doubts.isEmpty ? 99 : 60))
  }

  private func provenance(_ row: SheetRow, _ month: YearMonth) -> Provenance {
    Provenance(
      document: source.document, line: row.cells[.value]?.line ?? row.line,
      column: row.cells[.value]?.column ?? 1, raw: row.text(.value) + row.text(.unit), article: 0,
      headline: "", sentence: row.text, month: month)
  }

  func doubt(_ row: SheetRow, _ column: SheetColumn, _ message: Wording, _ month: YearMonth)
    -> Doubt
  {
    let cell = row.cells[column]
    return Doubt(
      cause: .row, document: source.document, line: cell?.line ?? row.line,
      column: cell?.column ?? 1, raw: cell?.text ?? "", chosen: "", other: "", message: message,
      month: month)
  }

  // MARK: The value

  private static let missing: Set<String> = [
    "", "-", "—", "——", "－", "/", "无", "N/A", "n/a", "NA", "null", "…",
  ]

  private static func isMissing(_ text: String) -> Bool {
    missing.contains(String(text.unicodeScalars.filter { !$0.properties.isWhitespace }))
  }

  /// The figure of the value, with the unit and the label behind it to say what it counts.
  ///
  /// A unit that is not known is told: without it the figure counts things.
  private func figure(of row: SheetRow, _ month: YearMonth, _ doubts: inout [Doubt]) -> Figure? {
    let value = row.text(.value)
    if SheetReader.isMissing(value) { return nil }
    let unit = lexicon.sheetWords.units[row.text(.unit).lowercased()] ?? row.text(.unit)
    let label = row.text(.label)
    if let figure = figure(in: value + unit + label, label) { return figure }
    if !unit.isEmpty, let figure = figure(in: value + unit, label) { return figure }
    let bare = figure(in: "占" + value, label) ?? figure(in: value + "个" + label, label)
    if bare != nil, !unit.isEmpty {
      let message = Wording(
        en: "the unit '\(unit)' is not known; the value counts without it. "
          + "Write for example 元, 人, 人次, 户 (yuan, persons, person-times, households)",
        zh: "认不出单位“\(unit)”，按没有单位计；请写元、人、人次、个等")
      doubts.append(doubt(row, .unit, message, month))
    }
    return bare
  }

  private func figure(in text: String, _ label: String) -> Figure? {
    let scan = Scan(flow: Flow(line: text, folding: lexicon.folding), lexicon: lexicon)
    let rules: [any Rule] = [ShareRule(), FigureListRule(), FigureRule()]
    let context = RuleText(scan: scan)
    for place in scan.units.indices {
      for rule in rules {
        guard let mention = rule.read(at: place, context)?.all.first,
          case .figure(var figure) = mention
        else { continue }
        settleSite(&figure, label, scan)
        return figure
      }
      if scan.isNumeral(scan.units[place]) { return nil }
    }
    return nil
  }

  private func settleSite(_ figure: inout Figure, _ label: String, _ scan: Scan) {
    let isSite = scan.tokens(.noun, in: 0..<scan.units.count).last.map { token in
      if case .noun(let noun) = token.entry {
        noun.kind == .site && token.range.upperBound + 1 >= scan.units.count - 1
      } else {
        false
      }
    }
    ArticleDrafts.settleSite(&figure, isSite: isSite ?? false)
  }
}

extension Flow {
  /// A flow of one line that stands on no page.
  init(line: String, folding: Folding) {
    let page = PageText(line, folding: folding)
    units = page.folded + [Sign.newline]
    origin = Array(units.indices)
  }
}

extension CalendarDate {
  /// Stands in where a sheet has no date at all; nothing is dated by it.
  static let unknown = CalendarDate(firstYear: 1)
}
