/// Reads the figures of union news, totals them by month, and writes the report.
///
/// ```swift
/// import Yuebao
///
/// let lexicon = try Lexicon.builtIn()
/// let page = Page(document: "p1", text: text, date: CalendarDate("2025-07-12")!)
/// let facts = Loader(lexicon: lexicon).read(page)
/// let reports = try Aggregator(programs: lexicon.programs).reports(of: facts)
/// for report in reports { print(ReportWriter().files(of: report, comparisons: []).map(\.name)) }
/// ```
@_exported import Aggregation
@_exported import CSVFormat
@_exported import FactModel
@_exported import Languages
@_exported import Lexicon
@_exported import Loading
@_exported import Writing

/// The version of the library and of the tool.
public let yuebaoVersion = "0.1.0"
