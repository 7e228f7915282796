import CSVFormat
import FactModel
import Languages
import Platform

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
/// let report = try Aggregator(lexicon: lexicon).reports(of: read)[0]
/// let files = ReportWriter(style: .plain).files(of: report, comparisons: [])
/// assert(files.contains { $0.name == "digest.md" && !$0.bytes.isEmpty })
/// ```
public struct ReportWriter: Sendable {
  let style: CSVWriter.Style
  private let language: Language

  /// - Parameters:
  ///   - style: how the tables are dressed; all other files are plain UTF-8 with LF always.
  ///   - language: the language of the digest and of the pictures.
  public init(style: CSVWriter.Style = .spreadsheet, language: Language = .chinese) {
    self.style = style
    self.language = language
  }

  /// The files of one month's folder, always in the same order: the tables, which are always the
  /// same ones, what describes them, the digest, and the pictures that the month has figures for.
  ///
  /// - Parameters:
  ///   - report: the month.
  ///   - comparisons: what the month is compared with; empty where nothing is.
  ///   - reports: the reports of other months, for trends; later ones are passed over.
  ///   - threads: how many may work at a time.
  public func files(
    of report: Report, comparisons: [Comparison], among reports: [Report] = [], threads: Int = 1
  ) -> [OutputFile] {
    let (tables, told) = both(threads: threads) {
      let tables = self.tables(of: report, comparisons)
      return tables.map(\.file)
        + [DataPackage(report: report, tables: tables, style: style).file]
    } _: {
      let words = ReportWords(language: language, programs: ProgramNames(of: report))
      let pictures = Pictures(of: report, among: reports, words: words)
      let digest = Digest(
        of: report, comparisons: comparisons, pictures: pictures, words: words)
      return [OutputFile(name: "digest.md", bytes: Array(digest.markdown.utf8))]
        + pictures.all.map(\.file)
    }
    return tables + told
  }

  /// The files of a report of several months: the tables of a month, `months.csv` with a row a month,
  /// and what describes them. There is no digest of several months.
  ///
  /// - Parameter months: the reports of the months, the earliest first.
  public func files(
    of report: Report, comparisons: [Comparison], months: [Report]
  ) -> [OutputFile] {
    let tables = tables(of: report, comparisons) + [monthsTable(of: months, in: report)]
    return tables.map(\.file) + [DataPackage(report: report, tables: tables, style: style).file]
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
