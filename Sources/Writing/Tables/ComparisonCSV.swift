import CSVFormat
import FactModel

/// `comparison.csv`: every group beside the month before, the same month of last year, and the
/// other provinces.
///
/// For rates `this` is the median, and differences are percentage points. Percentages are rounded
/// half up to two places and empty where the base is 0 or missing. `presence` is `both`, `new` or
/// `gone`, and empty where there is no report to compare with. The last nine columns are the
/// coverage: how much was read for each month.
public enum ComparisonCSV {
  /// The columns: of the months and the key, then those of the comparison.
  public static func columns(of range: MonthRange) -> [Column] {
    Column.key(of: range) + [
      .amount("this", "本期合计；比率为中位数", "total of this report; of rates the median")
    ]
      + change("previous", "", "上期", "the month before, or as many months")
      + change("year_ago", "year_", "去年同期", "the same months of last year") + standing
      + coverage("", "本期", "this report")
      + coverage("previous_", "上期", "the month before, or as many months")
      + coverage("year_ago_", "去年同期", "the same months of last year")
  }

  private static func change(
    _ base: String, _ prefix: String, _ chinese: String, _ english: String
  ) -> [Column] {
    [
      .amount(base, "\(chinese)的值", "value of \(english)"),
      .amount(prefix + "change", "比\(chinese)增减", "difference to \(english)"),
      .percent(prefix + "percent", "比\(chinese)增减的百分比", "difference in percent of \(english)"),
      Column(
        prefix + "presence", "本期与\(chinese)是否都有：都有、新出现、没有了",
        "on both sides, new, or gone since \(english)", values: Column.presences),
    ]
  }

  private static let standing: [Column] = [
    Column(
      "rank", .integer, "在各省中的名次，并列取前", "rank among provinces; ties share the better", minimum: 1),
    .count("provinces", "参加排名的省份数", "how many provinces are ranked", unit: "province"),
    .percent("share", "占各省之和的百分比", "share of the sum of provinces"),
    .amount("median", "各省的中位数", "median of the provinces"),
    .amount("distance", "与中位数之差", "distance to that median"),
  ]

  private static func coverage(
    _ prefix: String, _ chinese: String, _ english: String
  ) -> [Column] {
    [
      .count(
        prefix + "pages", "\(chinese)读了多少版面与数据表", "pages and sheets read for \(english)",
        unit: "page"),
      .count(
        prefix + "articles", "\(chinese)读了多少篇报道", "articles read for \(english)", unit: "article"),
      .count(prefix + "facts", "\(chinese)读出多少个数字", "facts read for \(english)", unit: "fact"),
    ]
  }

  /// The table, in the order of the comparisons.
  ///
  /// - Parameter range: the months of the report, whose number decides the columns.
  public static func bytes(
    of comparisons: [Comparison], in range: MonthRange, style: CSVWriter.Style
  ) -> [UInt8] {
    CSVWriter.table(
      style: style, header: columns(of: range).map(\.name), rows: comparisons.lazy.map(cells))
  }

  private static func cells(of comparison: Comparison) -> [CSVWriter.Cell] {
    SummaryCSV.keyCells(of: comparison.key, in: comparison.range)
      + [.amount(comparison.value)] + cells(of: comparison.previous)
      + cells(of: comparison.yearAgo) + cells(of: comparison.standing)
      + cells(of: comparison.coverage) + cells(of: comparison.previous.coverage)
      + cells(of: comparison.yearAgo.coverage)
  }

  private static func cells(of change: Comparison.Change) -> [CSVWriter.Cell] {
    [
      .amount(change.base), .amount(change.difference), .amount(change.percent),
      .text(change.presence?.rawValue ?? ""),
    ]
  }

  private static func cells(of standing: Comparison.Standing?) -> [CSVWriter.Cell] {
    [
      .integer(standing?.rank), .integer(standing?.provinces), .amount(standing?.share),
      .amount(standing?.median), .amount(standing?.distance),
    ]
  }

  private static func cells(of coverage: Coverage?) -> [CSVWriter.Cell] {
    [.integer(coverage?.pages), .integer(coverage?.articles), .integer(coverage?.facts)]
  }
}
