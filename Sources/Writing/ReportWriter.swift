import CSVFormat
import FactModel

/// The third door: a report in, the bytes of its files out.
///
///     for file in ReportWriter().files(of: report, comparisons: comparisons) { … }
///
/// Nothing here touches the disk. The same report gives the same bytes.
public struct ReportWriter: Sendable {
  let style: CSVWriter.Style

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
    let tables = tables(of: report, comparisons)
    let digest = Digest(of: report, comparisons: comparisons)
    return tables.map(\.file)
      + [
        OutputFile(name: "digest.md", bytes: Array(digest.markdown.utf8)),
        DataPackage(report: report, tables: tables, style: style).file,
      ]
  }
}

/// A file that is ready to be stored.
public struct OutputFile: Hashable, Sendable {
  /// The path inside the month's folder, for example `facts.csv` or `charts/funds-map.svg`.
  public let name: String
  /// The whole content.
  public let bytes: [UInt8]

  /// A file of a name and its content.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
