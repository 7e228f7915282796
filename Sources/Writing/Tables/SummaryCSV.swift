import CSVFormat
import FactModel

/// `summary.csv`: the monthly summary, one row per group of figures that belong together.
///
/// `total`, `low` and `high` are empty for rates; an empty `high` beside a total means that the top
/// is open. A group of recurring figures with different rhythms (每年, 每天) has its number of facts
/// only.
public enum SummaryCSV {
  /// The columns.
  public static let columns: [Column] =
    Column.key + [
      .count("facts", "数字个数", "number of facts in the group", unit: "fact", required: true),
      .amount("total", "合计；比率为空", "sum of the values; empty for rates"),
      .amount("low", "合计的下限", "the least that the printed figures allow"),
      .amount(
        "high", "合计的上限；空为上不封顶",
        "the most that the printed figures allow; empty where the top is open"),
      .amount("min", "最小值", "least value"), .amount("median", "中位数", "median"),
      .amount("max", "最大值", "greatest value"),
    ]
  /// The names of the columns.
  public static let header = columns.map(\.name)

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
