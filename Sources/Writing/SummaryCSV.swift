import CSVFormat
import FactModel

/// `summary.csv`: the monthly summary, one row per group of figures that belong together.
///
/// `total`, `low` and `high` are empty for rates; an empty `high` beside a total means that the top
/// is open. A group of recurring figures with different rhythms (每年, 每天) has its number of facts
/// only.
public enum SummaryCSV {
  /// The columns.
  public static let header = [
    "year", "month", "province", "code", "program", "kind", "unit", "span", "facts", "total", "low",
    "high", "min", "median", "max",
  ]

  /// The table, in the order of the report's totals.
  public static func bytes(of report: Report, style: CSVWriter.Style) -> [UInt8] {
    CSVWriter.table(
      style: style, header: header,
      rows: report.totals.lazy.map { total in
        keyCells(of: total.key, in: report.month) + [
          .integer(total.facts), .amount(total.total), .amount(total.low), .amount(total.high),
          .amount(total.minimum), .amount(total.median), .amount(total.maximum),
        ]
      })
  }

  /// The cells from `year` to `span`, which comparisons share.
  static func keyCells(of key: TotalKey, in month: YearMonth) -> [CSVWriter.Cell] {
    [
      .integer(month.year), .integer(month.month), .text(key.province.name),
      .integer(key.province.code), .text(key.program), .text(key.kind.rawValue),
      .text(key.unit.name), .text(key.span.rawValue),
    ]
  }
}
