import CSVFormat
import FactModel

/// The tables of a month, in the order of the folder.
extension ReportWriter {
  func tables(of report: Report, _ comparisons: [Comparison]) -> [DataPackage.Table] {
    let key = ReportWriter.key(of: report.range)
    return [
      table(
        "facts.csv", FactsCSV.columns + FactsCSV.verdictColumns, "每个数字一行，注明是否计入合计",
        "One row per figure, and whether it enters a total",
        FactsCSV.bytes(of: report.entries, style: style)),
      table(
        "excluded.csv", ExcludedCSV.columns, "不算数字事实的数词及其缘由",
        "One row per numeral that is no figure, with its reason",
        ExcludedCSV.bytes(of: report.exclusions, style: style)),
      table(
        "review.csv", ReviewCSV.columns, "存疑之处，最要紧的在前", "One row per doubt, the worst first",
        ReviewCSV.bytes(of: report.doubts, style: style)),
      table(
        "summary.csv", SummaryCSV.columns(of: report.range), "分省、项目、类别、单位、时段的合计与上下限",
        "Totals with bounds per province, programme, kind, unit and span",
        SummaryCSV.bytes(of: report, style: style), primaryKey: key),
      table(
        "comparison.csv", ComparisonCSV.columns(of: report.range), "与上月、去年同月及各省相比",
        "Every group beside the month before, the year before and the other provinces",
        ComparisonCSV.bytes(of: comparisons, in: report.range, style: style), primaryKey: key),
      table(
        "national.csv", NationalCSV.columns, "全国数字与各省之和",
        "Figures of the nation beside the sums of the provinces",
        NationalCSV.bytes(of: report, style: style)),
      table(
        "averages.csv", AveragesCSV.columns(of: report.range), "每万人、每个站点、每人的平均数",
        "Totals per 10,000 inhabitants, per site and per person",
        AveragesCSV.bytes(of: report, style: style), primaryKey: key + ["base"]),
    ] + Kind.allCases.filter { $0 != .counts }.map { sheet(of: $0, in: report) }
  }

  /// A report of several months has a row a month here.
  func monthsTable(of months: [Report], in report: Report) -> DataPackage.Table {
    let range = MonthRange(report.month)
    return table(
      "months.csv", SummaryCSV.columns(of: range), "各月的合计与上下限",
      "Totals with bounds, month by month",
      SummaryCSV.bytes(of: months, in: range, style: style),
      primaryKey: ReportWriter.key(of: range))
  }

  /// What tells a group from all others: the months and the key, the province by its name.
  private static func key(of range: MonthRange) -> [String] {
    Column.key(of: range).map(\.name).filter { $0 != "code" }
  }

  private func sheet(of kind: Kind, in report: Report) -> DataPackage.Table {
    let sheet = Sheet(of: kind, in: report)
    return table(
      kind.rawValue + ".csv", sheet.columns, "\(kind.title)：省份在左，项目在上",
      "\(kind.rawValue): provinces down, programmes across", sheet.bytes(style: style))
  }

  private func table(
    _ name: String, _ columns: [Column], _ chinese: String, _ english: String, _ bytes: [UInt8],
    primaryKey: [String] = []
  ) -> DataPackage.Table {
    DataPackage.Table(
      file: OutputFile(name: name, bytes: bytes), columns: columns, chinese: chinese,
      english: english, primaryKey: primaryKey)
  }
}
