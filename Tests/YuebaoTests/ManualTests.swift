import Foundation
import TestSupport
import Testing
import Yuebao

@Suite("The manual of the file formats")
struct ManualTests {
  private func manual() throws -> String {
    try String(
      contentsOf: Project.folder("Sources/Yuebao/Yuebao.docc/FileFormats.md"), encoding: .utf8)
  }

  @Test("Every column that is written is told, in the section of its file")
  func columns() throws {
    let month = try #require(YearMonth("2025-07"))
    let key = Set(SummaryCSV.columns(of: MonthRange(month)).prefix(8))
    func names(_ columns: [Column]) -> [String] { columns.map(\.name) }
    let sections = try manual().components(separatedBy: "\n### ")
    let headers = [
      ("facts.csv", FactsCSV.header + FactsCSV.verdictHeader), ("excluded.csv", ExcludedCSV.header),
      ("review.csv", ReviewCSV.header),
      ("summary.csv", names(SummaryCSV.columns(of: MonthRange(month)))),
      // The group that a row is of is told once, for the summary.
      (
        "comparison.csv",
        names(ComparisonCSV.columns(of: MonthRange(month)).filter { !key.contains($0) })
      ),
      ("national.csv", names(NationalCSV.columns)),
      ("What aggregate writes", names(TableTotalsCSV.columns)),
      (
        "averages.csv",
        names(AveragesCSV.columns(of: MonthRange(month)).filter { !key.contains($0) })
      ),
    ]
    for (file, header) in headers {
      let section = try #require(sections.first { $0.hasPrefix(file) })
      for column in header { #expect(section.contains("`\(column)`"), "\(file): \(column)") }
    }
  }

  @Test("Every closed list of values is told whole")
  func values() throws {
    let manual = try manual()
    let values =
      Kind.allCases.map(\.rawValue) + Qualifier.allCases.map(\.rawValue)
      + Status.allCases.map(\.rawValue) + Span.allCases.map(\.rawValue)
      + Verdict.allCases.map(\.rawValue) + Exclusion.Reason.allCases.map(\.rawValue)
      + Doubt.Cause.allCases.map(\.rawValue) + Comparison.Presence.allCases.map(\.rawValue)
      + NationalLine.Finding.allCases.map(\.rawValue) + Average.Obstacle.allCases.map(\.rawValue)
    for value in values { #expect(manual.contains("`\(value)`"), "\(value)") }
  }

  @Test("Every file of a report is told")
  func files() throws {
    let manual = try manual()
    let date = try #require(CalendarDate("2025-07-12"))
    let lexicon = try Lexicon.builtIn()
    let read = Loader(lexicon: lexicon).read(
      Page(document: "p", text: "江苏省总工会慰问职工30名。", date: date))
    let reports = try Aggregator(programs: lexicon.programs).reports(of: read)
    let report = try #require(reports.first)
    for file in ReportWriter().files(of: report, comparisons: []) {
      #expect(manual.contains(file.name), "\(file.name)")
    }
  }

  @Test("Every name of a sheet's column is told")
  func sheetWords() throws {
    let table = try Table(bytes: try #require(Lexicon.builtInTables["sheet-words.csv"]))
    let manual = try manual()
    for row in table.rows where row["role"] == "column" {
      let word = try #require(row["word"])
      #expect(manual.contains(word) || word.contains("("), "\(word)")
    }
  }
}
