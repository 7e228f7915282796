import FactModel

/// The order of rows in every table: division code, programme in the order of the vocabulary, kind,
/// unit, span.
struct TableOrder {
  private let ranks: [String: Int]

  init(programs: [Program]) {
    ranks = Dictionary(
      programs.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func sorted<Row>(_ rows: [Row], by key: (Row) -> TotalKey) -> [Row] {
    rows.sorted { precedes(key($0), key($1)) }
  }

  private func precedes(_ left: TotalKey, _ right: TotalKey) -> Bool {
    if left.province != right.province { return left.province < right.province }
    if left.program != right.program {
      return (rank(left), left.program) < (rank(right), right.program)
    }
    if left.kind != right.kind { return left.kind < right.kind }
    if left.unit.name != right.unit.name { return left.unit.name < right.unit.name }
    return left.span < right.span
  }

  /// A programme that the vocabulary does not know comes behind all others.
  private func rank(_ key: TotalKey) -> Int { ranks[key.program] ?? Int.max }
}
