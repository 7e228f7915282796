import CSVFormat
import FactModel

/// The third door: a report in, the bytes of its files out.
///
/// The bytes of every file of a month, ready to be stored.
///
/// Nothing here touches the disk. The same report gives the same bytes.
///
/// ```swift
/// let lexicon = try Lexicon.builtIn()
/// let page = Page(
///   document: "p1", text: "江苏省南通市总工会新建工会驿站12座。", date: CalendarDate("2025-07-12")!)
/// let read = Loader(lexicon: lexicon).read(page)
/// let report = try Aggregator(programs: lexicon.programs).reports(of: read)[0]
/// let files = ReportWriter(style: .plain).files(of: report, comparisons: [])
/// assert(files.contains { $0.name == "digest.md" && !$0.bytes.isEmpty })
/// ```
public struct ReportWriter: Sendable {
  private let style: CSVWriter.Style

  /// - Parameter style: how the tables are dressed; the digest is plain UTF-8 with LF always.
  public init(style: CSVWriter.Style = .spreadsheet) {
    self.style = style
  }

  /// The files of one month's folder, always the same ones in the same order.
  ///
  /// - Parameters:
  ///   - report: the month.
  ///   - comparisons: what the month is compared with; empty where nothing is.
  public func files(of report: Report, comparisons: [Comparison]) -> [OutputFile] {
    tables(of: report, comparisons) + [
      OutputFile(
        name: "digest.md",
        bytes: Array(Digest(of: report, comparisons: comparisons).markdown.utf8))
    ]
  }

  /// The files of a report of several months: the tables of a month, and `months.csv` with a row a
  /// month. There is no digest of several months.
  ///
  /// - Parameter months: the reports of the months, the earliest first.
  public func files(
    of report: Report, comparisons: [Comparison], months: [Report]
  ) -> [OutputFile] {
    tables(of: report, comparisons) + [
      OutputFile(
        name: "months.csv",
        bytes: SummaryCSV.bytes(of: months, in: MonthRange(report.month), style: style))
    ]
  }

  private func tables(of report: Report, _ comparisons: [Comparison]) -> [OutputFile] {
    [
      OutputFile(name: "facts.csv", bytes: FactsCSV.bytes(of: report.entries, style: style)),
      OutputFile(
        name: "excluded.csv", bytes: ExcludedCSV.bytes(of: report.exclusions, style: style)),
      OutputFile(name: "review.csv", bytes: ReviewCSV.bytes(of: report.doubts, style: style)),
      OutputFile(name: "summary.csv", bytes: SummaryCSV.bytes(of: report, style: style)),
      OutputFile(
        name: "comparison.csv",
        bytes: ComparisonCSV.bytes(of: comparisons, in: report.range, style: style)),
      OutputFile(name: "national.csv", bytes: NationalCSV.bytes(of: report, style: style)),
      OutputFile(name: "averages.csv", bytes: AveragesCSV.bytes(of: report, style: style)),
      OutputFile(name: "funds.csv", bytes: Sheet(of: .funds, in: report).bytes(style: style)),
      OutputFile(
        name: "participants.csv",
        bytes: Sheet(of: .participants, in: report).bytes(style: style)),
      OutputFile(
        name: "stations.csv", bytes: Sheet(of: .stations, in: report).bytes(style: style)),
      OutputFile(name: "rates.csv", bytes: Sheet(of: .rates, in: report).bytes(style: style)),
    ]
  }
}

/// A file that is ready to be stored.
public struct OutputFile: Hashable, Sendable {
  /// The name inside the month's folder, for example `facts.csv`.
  public let name: String
  /// The whole content.
  public let bytes: [UInt8]

  /// A file of a name and its content.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
