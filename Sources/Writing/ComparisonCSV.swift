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
  /// The columns behind the months and the key.
  public static let header = [
    "this", "previous",
    "change", "percent", "presence", "year_ago", "year_change", "year_percent", "year_presence",
    "rank", "provinces", "share", "median", "distance", "pages", "articles", "facts",
    "previous_pages", "previous_articles", "previous_facts", "year_ago_pages", "year_ago_articles",
    "year_ago_facts",
  ]

  /// The table, in the order of the comparisons.
  ///
  /// - Parameter range: the months of the report, whose number decides the columns.
  public static func bytes(
    of comparisons: [Comparison], in range: MonthRange, style: CSVWriter.Style
  ) -> [UInt8] {
    CSVWriter.table(
      style: style, header: SummaryCSV.keyHeader(of: range) + header,
      rows: comparisons.lazy.map(cells))
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
