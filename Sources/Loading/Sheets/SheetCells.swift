import FactModel
import Languages
import Lexicon

/// The cells of a row that say of what, where and when its figure is.
extension SheetReader {
  func place(of row: SheetRow, _ month: YearMonth, _ doubts: inout [Doubt]) -> Division {
    let province = row.text(.province)
    let text = province + row.text(.place)
    if text.contains("全国") && row.text(.place).isEmpty { return .nation }
    let scan = Scan(flow: Flow(line: text, folding: lexicon.folding), lexicon: lexicon)
    let range = 0..<scan.units.count
    let places = PlaceFinder(scan: scan, ranges: [range]).places(in: range)
    let found = places.last.map { lexicon.gazetteer.divisions[$0.division] } ?? .nation
    // 全省, 市本级 stand for the province and the city that are named before them.
    let named = withExtendedLifetime(scan) {
      places.map(\.range) + scan.tokens(.place, in: range).map(\.range)
    }
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

  func program(of row: SheetRow, _ month: YearMonth, _ doubts: inout [Doubt]) -> String {
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

  func month(of row: SheetRow) -> YearMonth? {
    let text = row.text(.month)
    if text.isEmpty { return source.date?.yearMonth }
    if let month = YearMonth(text) { return month }
    // 7月 alone needs the year of the sheet's date.
    guard case .date(let date)? = calendar(text), date.month != nil,
      source.date != nil || text.contains(String(date.year))
    else { return nil }
    return date.yearMonth
  }

  func period(of row: SheetRow, _ month: YearMonth, _ doubts: inout [Doubt]) -> Period {
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

  func status(of row: SheetRow, _ month: YearMonth, _ doubts: inout [Doubt]) -> Status {
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
    var times: [ResolvedTime] = []
    withExtendedLifetime(mentions) { line.resolve(mentions.all, into: &times) }
    return times.last?.period
  }
}
