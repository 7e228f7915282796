import CSVFormat
import FactModel

/// `averages.csv`: totals per 10,000 inhabitants, per site and per person, where that means something.
///
/// `average` is empty where it would mean nothing, and `obstacle` tells why. `source` names the
/// number of inhabitants and its year.
public enum AveragesCSV {
  /// The columns: of the months and the key, then those of the average.
  public static func columns(of range: MonthRange) -> [Column] {
    Column.key(of: range) + [
      .amount("total", "合计", "the total that is divided", required: true),
      Column(
        "base", "除以什么：人口、站点、人员", "what it is divided by: inhabitants, sites or persons",
        required: true, values: Average.Base.allCases.map(\.rawValue)),
      Column(
        "divisor", .number, "除数；不知道则空", "how many of them; empty where not known",
        unit: "column:base"),
      Column(
        "per", .integer, "每多少个：人口为每万人", "of how many the average is told", required: true,
        minimum: 1),
      .amount("average", "平均数；没有意义则空", "the average; empty where it would mean nothing"),
      Column(
        "obstacle", "为什么没有平均数", "why there is no average",
        values: Average.Obstacle.allCases.map(\.rawValue)),
      Column("source", "人口数的来源与年份", "whose number of inhabitants it is, and of which year"),
    ]
  }

  /// The table, in the order of the report's totals.
  public static func bytes(of report: Report, style: CSVWriter.Style) -> [UInt8] {
    CSVWriter.table(
      style: style, header: columns(of: report.range).map(\.name),
      rows: report.averages.lazy.map { average in
        SummaryCSV.keyCells(of: average.key, in: report.range) + [
          .amount(average.total), .text(average.base.rawValue), .amount(average.divisor),
          .integer(average.base.quantity), .amount(average.value),
          .text(average.obstacle?.rawValue ?? ""), .text(average.source),
        ]
      })
  }
}
