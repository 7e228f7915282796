import Aggregation
import CSVFormat
import FactModel
import Foundation
import Languages
import Lexicon
import Loading
import TestSupport
import Writing

/// What holds of every run: loading, aggregation and writing.
enum ReportProperties {
  /// The byte 0xFF, which no text holds, parts the inputs; the first byte of each says what it is.
  static func check(_ bytes: [UInt8]) throws {
    let inputs = bytes.split(separator: 0xFF, maxSplits: 5).enumerated().map(Input.init)
    var parts: [LoadResult] = []
    for input in inputs where !input.isCorrections {
      if let result = try? BuiltIn.loader.read(input.source) { parts.append(result) }
    }
    var all = LoadResult()
    for part in parts { all.append(part) }
    let lexicon = try BuiltIn.lexicon
    let aggregator = Aggregator(
      programs: lexicon.programs, labels: lexicon.labelWords, populations: lexicon.populations)
    let isSame = try checkReports(of: all, parts, aggregator)
    for input in inputs where input.isCorrections {
      let corrections = try? Corrections(bytes: input.source.bytes, path: "corrections.csv")
      corrections?.apply(to: &all, lexicon: lexicon)
    }
    if isSame { _ = try checkReports(of: all, [all], aggregator) }
  }

  private struct Input {
    let source: Source
    let isCorrections: Bool

    init(_ number: Int, _ bytes: ArraySlice<UInt8>) {
      let first = Int(bytes.first ?? 0)
      let form: Source.Form =
        switch first % 4 {
        case 0: .page
        case 1: .table
        default: .json
        }
      isCorrections = first % 4 == 3
      let month = "2025-0\(first / 4 % 8 + 1)"
      source = Source(
        form: form, path: "in\(number)", document: "in\(number)", bytes: Array(bytes.dropFirst()),
        date: CalendarDate(form == .page ? month + "-09" : month))
    }
  }

  // MARK: Reports

  /// - Returns: whether reports could be made; a sum beyond the range of amounts makes none.
  private static func checkReports(
    of all: LoadResult, _ parts: [LoadResult], _ aggregator: Aggregator
  ) throws -> Bool {
    let reports: [Report]
    do {
      reports = try aggregator.reports(of: all)
    } catch {
      try require(!error.text(in: .english).isEmpty, "an error without words")
      return false
    }
    try require(
      reports.reduce(0) { $0 + $1.identity.facts } == all.facts.count
        && reports.reduce(0) { $0 + $1.identity.excluded } == all.exclusions.count,
      "a fact or an exclusion is in no report")
    var merged = PartialAggregate()
    for part in parts.reversed() { merged.merge(PartialAggregate(part)) }
    try require(try aggregator.reports(of: merged) == reports, "merged parts make other reports")
    for report in reports {
      try check(report)
      // A difference of two months may leave the range, too.
      let comparisons = (try? aggregator.comparisons(of: report, among: reports)) ?? []
      for writer in writers {
        try check(writer.files(of: report, comparisons: comparisons, among: reports), of: report)
      }
    }
    try checkRange(of: all, reports, aggregator)
    return true
  }

  private static let writers = [
    ReportWriter(), ReportWriter(style: .plain, language: .english),
  ]

  /// All months as one report.
  private static func checkRange(
    of all: LoadResult, _ reports: [Report], _ aggregator: Aggregator
  ) throws {
    guard let first = reports.first?.month, let last = reports.last?.month, first < last,
      let range = MonthRange(from: first, to: last),
      let report = try? aggregator.report(over: range, of: PartialAggregate(all))
    else { return }
    try require(report.identity.facts == all.facts.count, "a range of months loses facts")
    try check(report)
    let files = ReportWriter().files(of: report, comparisons: [], months: reports)
    try check(files, of: report)
  }

  private static func check(_ report: Report) throws {
    try require(report.identity.holds, "the identity does not hold")
    try require(report.entries.count == report.identity.facts, "an entry is lost")
    for entry in report.entries {
      if let reference = entry.reference {
        try require(report.entries.indices.contains(reference), "a reference to nothing")
      }
    }
    let added = report.totals.reduce(0) { $0 + ($1.key.kind == .rates ? 0 : $1.facts) }
    try require(added == report.identity.count(.total), "totals are made of \(added) facts")
    for total in report.totals { try check(total) }
  }

  private static func check(_ total: Total) throws {
    let name = "\(total.key.province.name) \(total.key.program) \(total.key.unit.name)"
    try require(total.facts > 0, "\(name): a total of nothing")
    if let sum = total.total {
      try require(total.key.kind != .rates, "\(name): a sum of rates")
      if let low = total.low { try require(low <= sum, "\(name): \(low) is above \(sum)") }
      if let high = total.high { try require(sum <= high, "\(name): \(high) is below \(sum)") }
    } else {
      try require(total.low == nil && total.high == nil, "\(name): bounds of no total")
    }
    if let low = total.minimum, let middle = total.median, let high = total.maximum {
      try require(low <= middle && middle <= high, "\(name): \(low), \(middle), \(high)")
    }
  }

  // MARK: Files

  private static func check(_ files: [OutputFile], of report: Report) throws {
    try require(Set(files.map(\.name)).count == files.count, "two files of one name")
    for file in files {
      let isText = String(validating: file.bytes, as: UTF8.self) != nil
      try require(isText, "\(file.name) is no UTF-8")
      if file.name.hasSuffix(".csv") { try checkTable(file, of: report) }
      if file.name.hasSuffix(".svg") { try checkPicture(file) }
      if file.name.hasSuffix(".json") {
        _ = try JSONSerialization.jsonObject(with: Data(file.bytes))
      }
    }
  }

  private static func checkTable(_ file: OutputFile, of report: Report) throws {
    let records = try CSVReader.records(of: file.bytes)
    let widths = Set(records.map(\.cells.count))
    try require(widths.count == 1, "\(file.name) has rows of \(widths.sorted()) cells")
    let rows: Int? =
      switch file.name {
      case "facts.csv": report.entries.count
      case "excluded.csv": report.exclusions.count
      case "review.csv": report.doubts.count
      default: nil
      }
    guard let rows else { return }
    try require(
      records.count == rows + 1, "\(file.name) has \(records.count - 1) rows, not \(rows)")
    guard file.name == "facts.csv", let raw = records[0].cells.firstIndex(of: "raw") else { return }
    for (record, entry) in zip(records.dropFirst(), report.entries) {
      let said = entry.fact.provenance.raw
      try require(record.cells[raw] == said, "'\(said)' is written as '\(record.cells[raw])'")
    }
  }

  /// XML takes neither controls nor the last two signs of the plane; and a tag that is opened is closed.
  private static func checkPicture(_ file: OutputFile) throws {
    let text = String(decoding: file.bytes, as: UTF8.self)
    let isWhole = text.hasPrefix("<svg") && text.hasSuffix("</svg>\n")
    try require(isWhole, "\(file.name) is no whole picture")
    for scalar in text.unicodeScalars {
      let isSpace = scalar == "\n" || scalar == "\t"
      try require(
        scalar.value >= 32 && scalar.value & 0xFFFE != 0xFFFE || isSpace,
        "\(file.name) holds U+\(String(scalar.value, radix: 16))")
    }
  }
}
