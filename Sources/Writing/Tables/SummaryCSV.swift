import CSVFormat
import FactModel

/// `summary.csv`: the monthly summary, one row per group of figures that belong together.
///
/// `total`, `low` and `high` are empty for rates; an empty `high` beside a total means that the top
/// is open. A group of recurring figures with different rhythms (每年, 每天) has its number of facts
/// only.
public enum SummaryCSV {
  /// The columns: of the months and the key, then those of the total.
  public static func columns(of range: MonthRange) -> [Column] {
    Column.key(of: range) + [
      .count("facts", "数字个数", "number of facts in the group", unit: "fact", required: true),
      .amount("total", "合计；比率为空", "sum of the values; empty for rates"),
      .amount("low", "合计的下限", "the least that the printed figures allow"),
      .amount(
        "high", "合计的上限；空为上不封顶",
        "the most that the printed figures allow; empty where the top is open"),
      .amount("min", "最小值", "least value"), .amount("median", "中位数", "median"),
      .amount("max", "最大值", "greatest value"),
    ]
  }

  /// The table, in the order of the report's totals.
  public static func bytes(of report: Report, style: CSVWriter.Style) -> [UInt8] {
    bytes(of: [report], in: report.range, style: style)
  }

  /// The totals of several reports of one length, one behind the other: a row a month.
  ///
  /// - Parameter range: any of theirs; its length decides the columns.
  public static func bytes(
    of reports: [Report], in range: MonthRange, style: CSVWriter.Style
  ) -> [UInt8] {
    CSVWriter.table(
      style: style, header: columns(of: range).map(\.name),
      rows: reports.lazy.flatMap { report in report.totals.lazy.map { ($0, report.range) } }.map {
        total, range in
        keyCells(of: total.key, in: range) + [
          .integer(total.facts), .amount(total.total), .amount(total.low), .amount(total.high),
          .amount(total.minimum), .amount(total.median), .amount(total.maximum),
        ]
      })
  }

  /// The cells of the months and of the key, which other tables share: see `Column.key`.
  static func keyCells(of key: TotalKey, in range: MonthRange) -> [CSVWriter.Cell] {
    (range.isMonth ? [range.first] : [range.first, range.last]).flatMap { month in
      [.integer(month.year), .integer(month.month)] as [CSVWriter.Cell]
    } + [
      .text(key.province.name), .integer(key.province.code), .text(key.program),
      .text(key.kind.rawValue), .text(key.unit.name), .text(key.span.rawValue),
    ]
  }
}
