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
    Column.key(of: range) + Column.totals + [
      .least, .amount("median", "中位数", "median"), .greatest,
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
