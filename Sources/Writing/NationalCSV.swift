import CSVFormat
import FactModel

/// `national.csv`: each figure of the nation beside the sum of the provinces' figures of the same
/// matter.
///
/// The two are never added. `provinces` is how many have a comparable figure, of `all_provinces`;
/// `finding` tells what the difference is: `alone` (no province has one), `partial` (the rest is of
/// provinces without one), `equal` (within the bounds), `exceeded` (the provinces' least is more than
/// the nation's most, so that one of them is of another matter).
public enum NationalCSV {
  /// The columns.
  public static let header = [
    "program", "kind", "unit", "span", "label", "period", "national", "national_low",
    "national_high", "provinces_sum", "facts", "provinces", "all_provinces", "difference", "share",
    "finding", "document", "line", "raw",
  ]

  /// The table, in document order.
  public static func bytes(of report: Report, style: CSVWriter.Style) -> [UInt8] {
    CSVWriter.table(
      style: style, header: header, rows: report.nationals.lazy.map { cells(of: $0, in: report) })
  }

  private static func cells(of line: NationalLine, in report: Report) -> [CSVWriter.Cell] {
    let entry = report.entries[line.entry]
    let fact = entry.fact
    return [
      .text(fact.program), .text(fact.kind.rawValue), .text(fact.quantity.unit.name),
      .text(entry.span.rawValue), .text(fact.label), .text(fact.period.text),
      .amount(fact.quantity.value), .amount(line.low), .amount(line.high), .amount(line.sum),
      .integer(line.facts), .integer(line.provinces), .integer(line.allProvinces),
      .amount(line.difference), .amount(line.share), .text(line.finding.rawValue),
      .text(fact.provenance.document), .integer(fact.provenance.line), .text(fact.provenance.raw),
    ]
  }
}
