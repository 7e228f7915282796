import CSVFormat
import FactModel

/// `funds.csv`, `participants.csv`, `stations.csv`, `rates.csv`: provinces down, programmes across.
///
/// Totals never add across spans or units, so a province has one row for each span and unit that it
/// has figures of (每年, 每月 and 每日 apart), and at the foot one row of totals for each. The last
/// column adds the programmes of a row, but not of persons: the same worker may stand in two
/// programmes, and nobody counts person-times twice. A sheet of rates shows medians and has neither
/// totals row nor totals column.
struct Sheet {
  private struct Line: Hashable {
    let unit: Unit
    let span: Span
    let rhythm: Rhythm?

    var time: String { rhythm?.title ?? span.title }

    static func precedes(_ left: Line, _ right: Line) -> Bool {
      if left.unit.name != right.unit.name { return left.unit.name < right.unit.name }
      if left.span != right.span { return left.span < right.span }
      return (left.rhythm?.order ?? Int.max) < (right.rhythm?.order ?? Int.max)
    }
  }

  private struct Row: Hashable {
    let province: Division
    let line: Line
  }

  private let hasTotals: Bool
  private let programs: [Program]
  private var rows: [Row: [String: Amount?]] = [:]

  init(of kind: Kind, in report: Report) {
    hasTotals = kind != .rates
    programs = ProgramNames(of: report).columns
    for total in report.totals where total.key.kind == kind {
      let row = Row(
        province: total.key.province,
        line: Line(unit: total.key.unit, span: total.key.span, rhythm: total.rhythm))
      let shown = kind == .rates ? total.median : total.total
      rows[row, default: [:]].updateValue(shown, forKey: total.key.program)
    }
  }

  /// The columns; a column of a programme has the Chinese name of it.
  var columns: [Column] {
    let unit = "column:单位"
    let leading = [
      Column("省份", "省级行政区全称；末行为合计", "province; 合计 in the rows of totals", required: true),
      Column(
        "代码", .integer, "省级行政区代码，GB/T 2260；合计行为空",
        "code of the province, GB/T 2260; empty in the rows of totals", minimum: 100_000,
        maximum: 999_999),
      Column("时段", "当月、当年、累计、每年、每月、每日、周期性", "length of time, or rhythm", required: true),
      Column("单位", "单位，中文", "unit, in Chinese", required: true),
    ]
    let what = hasTotals ? ("合计", "total") : ("中位数", "median")
    let crossing = programs.map { program in
      Column(
        program.name, .number, "\(program.name)：\(what.0)", "\(program.english): \(what.1)",
        unit: unit)
    }
    let sum = Column(
      "合计", .number, "各项目之和；人数不跨项目相加", "sum of the programmes; persons are not added", unit: unit)
    return leading + crossing + (hasTotals ? [sum] : [])
  }

  func bytes(style: CSVWriter.Style) -> [UInt8] {
    let header = columns.map(\.name)
    let ordered = rows.keys.sorted { left, right in
      left.province != right.province
        ? left.province < right.province : Line.precedes(left.line, right.line)
    }
    var table = ordered.map { row in
      cells(
        province: row.province.name, code: row.province.code, line: row.line,
        figures: rows[row] ?? [:])
    }
    if hasTotals {
      for line in Set(ordered.map(\.line)).sorted(by: Line.precedes) {
        table.append(cells(province: "合计", code: nil, line: line, figures: sums(of: line)))
      }
    }
    return CSVWriter.table(style: style, header: header, rows: table)
  }

  private func cells(
    province: String, code: Int?, line: Line, figures: [String: Amount?]
  ) -> [CSVWriter.Cell] {
    var cells: [CSVWriter.Cell] = [
      .text(province), .integer(code), .text(line.time), .text(line.unit.spoken),
    ]
    cells += programs.map { .amount(figures[$0.id] ?? nil) }
    if hasTotals {
      let adds = line.unit != .person
      cells.append(.amount(adds ? Sheet.sum(of: figures.values) : nil))
    }
    return cells
  }

  /// The sum of the provinces for each programme that any of them has.
  private func sums(of line: Line) -> [String: Amount?] {
    var parts: [String: [Amount?]] = [:]
    for (row, figures) in rows where row.line == line {
      for (program, amount) in figures { parts[program, default: []].append(amount) }
    }
    return parts.mapValues(Sheet.sum)
  }

  /// The sum, or `nil` where a summand is missing or the sum leaves the range: no figure before a
  /// wrong one.
  private static func sum(of amounts: some Sequence<Amount?>) -> Amount? {
    amounts.reduce(Amount.zero) { sum, amount in
      sum.flatMap { sum in amount.flatMap(sum.adding) }
    }
  }
}
