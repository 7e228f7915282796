import FactModel
import Languages
import Lexicon

/// Turns the rows of a fact sheet into facts with provenance.
///
/// A value is read by the same rules as a page's figures, with its unit behind it and its label behind that. Whatever
/// cannot be read is an exclusion (`missing`, `unreadable`) and a doubt with its place; a bad row stops nothing.
struct SheetReader {
  private let lexicon: Lexicon
  private let source: Source

  init(lexicon: Lexicon, source: Source) {
    self.lexicon = lexicon
    self.source = source
  }

  func read(_ rows: (SheetHeader) throws(LoadingError) -> SheetRows) throws(LoadingError)
    -> LoadResult
  {
    let sheet = try rows(SheetHeader(words: lexicon.sheetWords, folding: lexicon.folding))
    var result = LoadResult()
    var months: Set<YearMonth> = []
    for row in sheet.rows {
      guard let month = month(of: row) else {
        result.doubts.append(
          doubt(
            row, .month,
            SheetReader.noMonth(row.text(.month)), fallbackMonth))
        continue
      }
      months.insert(month)
      read(row, month, into: &result)
    }
    for problem in sheet.problems {
      result.doubts.append(
        Doubt(
          cause: .row, document: source.document, line: problem.line, column: problem.column,
          raw: problem.raw, chosen: "", other: "", message: problem.message,
          month: months.min() ?? fallbackMonth))
    }
    result.documents = months.sorted().map {
      DocumentRecord(name: source.document, newspaper: source.newspaper, month: $0, articles: 0)
    }
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

  /// Where a problem is filed that belongs to no month.
  private var fallbackMonth: YearMonth {
    (source.date ?? .unknown).yearMonth
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

  private func doubt(_ row: SheetRow, _ column: SheetColumn, _ message: Wording, _ month: YearMonth)
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
    let unit = row.text(.unit)
    let label = row.text(.label)
    if let figure = figure(in: value + unit + label, label) { return figure }
    if !unit.isEmpty, let figure = figure(in: value + unit, label) { return figure }
    let bare = figure(in: "占" + value, label) ?? figure(in: value + "个" + label, label)
    if bare != nil, !unit.isEmpty {
      let message = Wording(
        en: "the unit '\(unit)' is not known; the value counts without it, write for example "
          + "元, 人, 人次, 个 or CNY, persons",
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
        guard case .figure(var figure)? = rule.read(at: place, context)?.first else { continue }
        settleSite(&figure, label, scan)
        return figure
      }
      if scan.lexicon.numerals[scan.units[place]] != nil { return nil }
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
    PageReader.settleSite(&figure, isSite: isSite ?? false)
  }

  // MARK: The other columns

  private func place(of row: SheetRow, _ month: YearMonth, _ doubts: inout [Doubt]) -> Division {
    let province = row.text(.province)
    let text = province + row.text(.place)
    if text.contains("全国") && row.text(.place).isEmpty { return .nation }
    let scan = Scan(flow: Flow(line: text, folding: lexicon.folding), lexicon: lexicon)
    let range = 0..<scan.units.count
    let places = PlaceFinder(scan: scan, ranges: [range]).places(in: range)
    let found = places.last.map { lexicon.gazetteer.divisions[$0.division] } ?? .nation
    // 全省, 市本级 stand for the province and the city that are named before them.
    let named = places.map(\.range) + scan.tokens(.place, in: range).map(\.range)
    let isPlaceFound = named.contains { $0.upperBound > province.utf16.count }
    if text.isEmpty {
      let message = Wording(
        en: "the row has no place; the figure counts for the nation", zh: "没有写地点，按全国计")
      doubts.append(doubt(row, .province, message, month))
    }
    for column in [SheetColumn.province, .place] {
      let told = row.text(column)
      let isKnown = column == .place ? isPlaceFound : !places.isEmpty
      if told.isEmpty || told == "全国" || isKnown { continue }
      let message = Wording(
        en: "the place '\(told)' is not known; write its Chinese name, for example 江苏省. "
          + "The figure counts for \(found.name)",
        zh: "认不出地点“\(told)”，按\(found.name)计")
      doubts.append(doubt(row, column, message, month))
    }
    return found
  }

  private func program(of row: SheetRow, _ month: YearMonth, _ doubts: inout [Doubt]) -> String {
    let text = row.text(.program)
    if let program = lexicon.programs.first(where: {
      $0.id == text || $0.name == text || $0.english.lowercased() == text.lowercased()
    }) {
      return program.id
    }
    if !text.isEmpty {
      doubts.append(
        doubt(
          row, .program,
          Wording(
            en: "no programme is called '\(text)'; the label decides", zh: "没有叫“\(text)”的项目，按指标判断"),
          month))
    }
    let scan = Scan(
      flow: Flow(line: text + "，" + row.text(.label), folding: lexicon.folding), lexicon: lexicon)
    return lexicon.programs[ProgramResolver.likeliest(in: 0..<scan.units.count, scan)].id
  }

  private func month(of row: SheetRow) -> YearMonth? {
    let text = row.text(.month)
    if text.isEmpty { return source.date?.yearMonth }
    if let month = YearMonth(text) { return month }
    guard case .date(let date)? = calendar(text), date.month != nil else { return nil }
    return date.yearMonth
  }

  private func period(of row: SheetRow, _ month: YearMonth, _ doubts: inout [Doubt]) -> Period {
    let text = row.text(.period)
    if let period = Period(text: text) ?? lexicon.sheetWords.periods[text.lowercased()] {
      return period
    }
    if let period = calendar(text, page: CalendarDate(year: month.year, month: month.month)) {
      return period
    }
    doubts.append(
      doubt(
        row, .period,
        Wording(
          en:
            "the period '\(text)' is not known; write for example 2025, 2025-01/2025-06 or 2025年上半年",
          zh: "认不出时间“\(text)”；请写成 2025、2025-01/2025-06 或 2025年上半年"), month)
    )
    return .unstated
  }

  private func status(of row: SheetRow, _ month: YearMonth, _ doubts: inout [Doubt]) -> Status {
    let text = row.text(.status)
    if text.isEmpty { return .actual }
    if let status = lexicon.sheetWords.statuses[text.lowercased()] { return status }
    doubts.append(
      doubt(
        row, .status,
        Wording(
          en: "the status '\(text)' is not known; it counts as actual", zh: "认不出状态“\(text)”，按实际计"),
        month))
    return .actual
  }

  /// 2025年6月, 2025/6, 2025年上半年 as a period.
  private func calendar(_ text: String, page: CalendarDate? = nil) -> Period? {
    let slashed = text.split(whereSeparator: { $0 == "/" || $0 == "." || $0 == "-" })
    if slashed.count == 2, let year = Int(slashed[0]), let month = Int(slashed[1]), year > 1000,
      let date = CalendarDate(year: year, month: month)
    {
      return .date(date)
    }
    let scan = Scan(flow: Flow(line: text, folding: lexicon.folding), lexicon: lexicon)
    let mentions = RuleBook.mentions(in: 0..<scan.units.count, of: scan)
    var line = TimeLine(page: PageDate(date: page ?? source.date ?? .unknown), scan: scan)
    return line.resolve(mentions).last?.period
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
