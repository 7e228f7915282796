import CSVFormat
import FactModel

/// `averages.csv`: totals per 10,000 inhabitants, per site and per person, where that means something.
///
/// `average` is empty where it would mean nothing, and `obstacle` tells why. `source` names the
/// number of inhabitants and its year.
public enum AveragesCSV {
  /// The columns behind the months and the key.
  public static let header = ["total", "base", "divisor", "per", "average", "obstacle", "source"]

  /// The table, in the order of the report's totals.
  public static func bytes(of report: Report, style: CSVWriter.Style) -> [UInt8] {
    CSVWriter.table(
      style: style, header: SummaryCSV.keyHeader(of: report.range) + header,
      rows: report.averages.lazy.map { average in
        SummaryCSV.keyCells(of: average.key, in: report.range) + [
          .amount(average.total), .text(average.base.rawValue), .amount(average.divisor),
          .integer(average.base.quantity), .amount(average.value),
          .text(average.obstacle?.rawValue ?? ""), .text(average.source),
        ]
      })
  }
}
