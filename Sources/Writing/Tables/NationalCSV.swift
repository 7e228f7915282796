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
  public static let columns: [Column] = [
    Column("program", "工会工作项目编号", "id of the programme", required: true), .kind, .unit, .span,
    Column("label", "数的是什么", "what is counted, in the words of the text"),
    Column("period", "所指时间，ISO 8601", "when it holds, ISO 8601"),
    .amount("national", "全国数字", "the figure of the nation", required: true),
    .amount("national_low", "全国数字的下限", "the least that it allows"),
    .amount(
      "national_high", "全国数字的上限；空为上不封顶", "the most that it allows; empty where the top is open"),
    .amount("provinces_sum", "各省之和；都没有则空", "sum of the provinces; empty where none has a figure"),
    .count("facts", "各省的数字个数", "number of facts in the sum", unit: "fact", required: true),
    .count(
      "provinces", "有可比数字的省份数", "provinces with a comparable figure", unit: "province",
      required: true),
    .count("all_provinces", "省份总数", "provinces that there are", unit: "province", required: true),
    .amount("difference", "全国数字减去各省之和", "the nation less the sum"),
    .percent("share", "各省之和占全国的百分比", "the sum in percent of the nation"),
    Column(
      "finding", "两者的关系", "what stands between the two", required: true,
      values: NationalLine.Finding.allCases.map(\.rawValue)),
    .document, .line, Column("raw", "原文写法", "the expression as printed", required: true),
  ]

  /// The table, in document order.
  public static func bytes(of report: Report, style: CSVWriter.Style) -> [UInt8] {
    CSVWriter.table(
      style: style, header: columns.map(\.name),
      rows: report.nationals.lazy.map { cells(of: $0, in: report) })
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
