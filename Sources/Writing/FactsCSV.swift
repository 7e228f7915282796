import CSVFormat
import FactModel

/// `facts.csv`: one row per fact, from which everything else can be made again.
///
/// The columns of a fact come first; a report adds its verdicts. Values are plain decimals in the
/// base unit, periods are ISO 8601.
public enum FactsCSV {
  /// The columns of a fact, in the order of *What a fact is*.
  public static let header = [
    "document", "line", "raw", "kind", "value", "value_high", "unit", "qualifier", "label", "place",
    "province", "program", "period", "status", "part_of", "optional",
  ]

  /// The columns that a report adds behind them. `see` is the place (document:line:offset) of the
  /// fact that a repeat repeats or that covers it; `note` tells what editors corrected.
  public static let verdictHeader = [
    "month", "span", "enters", "article", "headline", "offset", "confidence", "see", "note",
  ]

  /// The cells of one fact, in the order of `header`.
  public static func cells(of fact: Fact) -> [CSVWriter.Cell] {
    [
      .text(fact.provenance.document), .integer(fact.provenance.line), .text(fact.provenance.raw),
      .text(fact.kind.rawValue), .amount(fact.quantity.value), .amount(fact.quantity.high),
      .text(fact.quantity.unit.name), .text(fact.quantity.qualifier.rawValue), .text(fact.label),
      .text(fact.place.name), .text(fact.place.province), .text(fact.program),
      .code(fact.period.text), .text(fact.status.rawValue), .text(fact.partOf ?? ""),
      .text(fact.isOptional ? "yes" : ""),
    ]
  }

  /// The cells of one fact as text, in the order of `header`.
  public static func texts(of fact: Fact) -> [String] {
    cells(of: fact).map { cell in
      switch cell {
      case .text(let text), .code(let text), .number(let text): text
      case .empty: ""
      }
    }
  }

  /// The table of bare facts, without verdicts.
  public static func bytes(of facts: some Sequence<Fact>, style: CSVWriter.Style) -> [UInt8] {
    CSVWriter.table(style: style, header: header, rows: facts.lazy.map(cells))
  }

  /// The table of a report's facts, with verdicts.
  public static func bytes(of entries: [ReportFact], style: CSVWriter.Style) -> [UInt8] {
    CSVWriter.table(
      style: style, header: header + verdictHeader,
      rows: entries.lazy.map { cells(of: $0.fact) + verdict(of: $0, among: entries) })
  }

  private static func verdict(
    of entry: ReportFact, among entries: [ReportFact]
  ) -> [CSVWriter.Cell] {
    let source = entry.fact.provenance
    let other = entry.reference.map { entries[$0].fact.provenance }
    return [
      .code(source.month.description), .text(entry.span.rawValue), .text(entry.verdict.rawValue),
      .integer(source.article), .text(source.headline), .integer(source.column),
      .integer(entry.fact.confidence),
      .text(other.map { "\($0.document):\($0.line):\($0.column)" } ?? ""),
      .text(entry.fact.note),
    ]
  }
}
