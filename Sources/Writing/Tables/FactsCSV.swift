import CSVFormat
import FactModel

/// `facts.csv`: one row per fact, from which everything else can be made again.
///
/// The columns of a fact come first; a report adds its verdicts. Values are plain decimals in the
/// base unit, periods are ISO 8601.
///
/// ```swift
/// let page = Page(
///   document: "p1", text: "江苏省南通市总工会新建工会驿站12座。", date: CalendarDate("2025-07-12")!)
/// let facts = Loader(lexicon: try Lexicon.builtIn()).read(page).facts
/// let table = String(decoding: FactsCSV.bytes(of: facts, style: .plain), as: UTF8.self)
/// assert(table.contains("p1,1,12座,stations,12,,site,exact,工会驿站,南通市,江苏省"))
/// ```
public enum FactsCSV {
  /// The columns of a fact, in the order of *What a fact is*.
  public static let columns: [Column] = [
    .document, .line,
    Column("raw", "原文写法，含修饰词与单位", "the expression as printed, with hedge and unit", required: true),
    .kind,
    .amount(
      "value", "数值，按基本单位；区间取下端", "value in the base unit; of a range, its lower end", required: true
    ),
    .amount("value_high", "区间的上端", "upper end of a range"), .unit,
    Column(
      "qualifier", "修饰：确数、约、余、近、至少、至多",
      "hedge of the text: none, about, over, nearly, at least, at most", required: true,
      values: Column.qualifiers),
    Column("label", "数的是什么", "what is counted, in the words of the text"),
    Column(
      "place", "所指的最小行政区全称", "smallest administrative division, full official name", required: true),
    Column("province", "所属省级行政区全称", "province that holds it, full official name", required: true),
    Column("program", "工会工作项目编号", "id of the programme", required: true),
    Column(
      "period", "所指时间，ISO 8601；空为近日、日前",
      "when it holds, ISO 8601 as precise as the text; empty for 近日, 日前"),
    Column(
      "status", "实际、计划、标准或个案", "a result, a plan, a rule or price, or a single story",
      required: true, values: Column.statuses),
    Column("part_of", "所属总数的原文写法", "printed text of the figure of which this is a part"),
    Column(
      "optional", "同一数字的再次出现等可取可舍者", "yes where a careful editor could leave it out",
      values: ["yes"]),
  ]

  /// The columns that a report adds behind them. `see` is the place (document:line:offset) of the
  /// fact that a repeat repeats or that covers it; `note` tells what editors corrected.
  public static let verdictColumns: [Column] = [
    Column("month", .yearmonth, "报告月份", "month of the report", required: true), .span,
    Column(
      "enters", "是否计入合计，或不计入的缘由", "total where it enters a total, else the reason why not",
      required: true, values: Column.verdicts),
    .count(
      "article", "版面上的第几篇；数据表为0", "number of the article on its page; 0 for a sheet",
      unit: "article", required: true),
    Column("headline", "所在报道的标题", "headline of the article"),
    Column(
      "offset", .integer, "在行内的位置，从1起，按字符计", "place in the line, in characters from 1",
      unit: "character", required: true, minimum: 1),
    Column(
      "confidence", .integer, "读法的把握，0至100", "how sure the reading is, 0 to 100", required: true,
      minimum: 0, maximum: 100),
    Column(
      "see", "重复或已含于的另一个数字：文件:行:位置",
      "the figure that this one repeats or is covered by, document:line:offset"),
    Column("note", "编辑更正的内容、更正者与理由", "what editors corrected, who and why"),
    Column(
      "code", .integer, "所指行政区的代码，GB/T 2260；一省之内可能有同名的县",
      "code of the place, GB/T 2260, for a province may hold two counties of one name",
      required: true,
      minimum: 100_000, maximum: 999_999),
  ]

  /// The names of the columns of a fact.
  public static let header = columns.map(\.name)
  /// The names of the columns that a report adds.
  public static let verdictHeader = verdictColumns.map(\.name)

  /// The cells of one fact, in the order of `header`.
  public static func cells(of fact: Fact) -> [CSVWriter.Cell] {
    [
      .text(fact.provenance.document), .integer(fact.provenance.line), .text(fact.provenance.raw),
      .text(fact.kind.rawValue), .amount(fact.quantity.value), .amount(fact.quantity.high),
      .text(fact.quantity.unit.name), .text(fact.quantity.qualifier.rawValue), .text(fact.label),
      .text(fact.place.name), .text(fact.place.province), .text(fact.program),
      .code(fact.period.text), .text(fact.status.rawValue), .text(fact.partOf ?? ""),
      .text(fact.isOptional ? "yes" : ""),
    ]
  }

  /// The cells of one fact as text, in the order of `header`.
  public static func texts(of fact: Fact) -> [String] {
    cells(of: fact).map { cell in
      switch cell {
      case .text(let text), .code(let text), .number(let text): text
      case .empty: ""
      }
    }
  }

  /// The table of bare facts, without verdicts.
  public static func bytes(of facts: some Sequence<Fact>, style: CSVWriter.Style) -> [UInt8] {
    CSVWriter.table(style: style, header: header, rows: facts.lazy.map(cells))
  }

  /// The rows of bare facts without the header, to go on with a table.
  public static func rows(of facts: [Fact], style: CSVWriter.Style) -> [UInt8] {
    var rows = CSVRows(style: style)
    facts.withUnsafeBufferPointer { facts in
      for index in facts.indices {
        if let base = facts.baseAddress { rows.fact(base + index) }
        rows.endRecord()
      }
    }
    return rows.bytes
  }

  /// The table of a report's facts, with verdicts.
  public static func bytes(of entries: [ReportFact], style: CSVWriter.Style) -> [UInt8] {
    CSVWriter.table(
      style: style, header: header + verdictHeader,
      rows: entries.lazy.map { cells(of: $0.fact) + verdict(of: $0, among: entries) })
  }

  private static func verdict(
    of entry: ReportFact, among entries: [ReportFact]
  ) -> [CSVWriter.Cell] {
    let source = entry.fact.provenance
    let other = entry.reference.map { entries[$0].fact.provenance }
    return [
      .code(source.month.description), .text(entry.span.rawValue), .text(entry.verdict.rawValue),
      .integer(source.article), .text(source.headline), .integer(source.column),
      .integer(entry.fact.confidence),
      .text(other.map { "\($0.document):\($0.line):\($0.column)" } ?? ""),
      .text(entry.fact.note), .integer(entry.fact.place.code),
    ]
  }
}

extension CSVRows {
  /// The cells of a fact, as `FactsCSV.cells(of:)` has them.
  ///
  /// - Parameter fact: where it lies, so that nothing of it is copied but what is written.
  fileprivate mutating func fact(_ fact: UnsafePointer<Fact>) {
    text(fact.pointee.provenance.document)
    number(fact.pointee.provenance.line)
    text(fact.pointee.provenance.raw)
    code(fact.pointee.kind.rawValue)
    amount(fact.pointee.quantity.value)
    if let high = fact.pointee.quantity.high { amount(high) } else { empty() }
    text(fact.pointee.quantity.unit.name)
    code(fact.pointee.quantity.qualifier.rawValue)
    text(fact.pointee.label)
    text(fact.pointee.place.name)
    text(fact.pointee.place.province)
    text(fact.pointee.program)
    period(fact.pointee.period)
    code(fact.pointee.status.rawValue)
    if let whole = fact.pointee.partOf { text(whole) } else { empty() }
    if fact.pointee.isOptional { code("yes") } else { empty() }
  }
}
