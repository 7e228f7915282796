import FactModel

/// The names of programmes.
struct ProgramNames {
  /// The vocabulary in its order, and behind it what facts name that it does not know, by id.
  let columns: [Program]
  private let names: [String: Program]

  init(of report: Report) {
    let known = Set(report.programs.map(\.id))
    let named = Set(report.totals.map(\.key.program)).union(report.entries.map(\.fact.program))
    let unknown = named.subtracting(known).sorted()
    columns =
      report.programs + unknown.map { Program(id: $0, name: $0, english: $0) }
    names = Dictionary(
      columns.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The Chinese name, or the id where the vocabulary has none.
  subscript(id: String) -> String { names[id]?.name ?? id }

  /// The English name, or the id where the vocabulary has none.
  subscript(english id: String) -> String { names[id]?.english ?? id }
}
