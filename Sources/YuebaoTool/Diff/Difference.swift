/// What is different between two publications.
struct Difference {
  /// One figure or total that came, went, or says something else.
  struct Item {
    enum Kind: String { case came, gone, changed }
    let kind: Kind
    /// The row as it is now, or as it was last.
    let row: PublishedTable.Row
    /// The columns that changed.
    let changes: [Change]
  }
  struct Change {
    let column: String
    let old: String
    let new: String
  }

  let facts: [Item]
  /// `nil` where one of the two has no totals.
  let totals: [Item]?

  func count(_ kind: Item.Kind) -> Int { facts.count { $0.kind == kind } }

  var isEmpty: Bool { facts.isEmpty && totals?.isEmpty ?? true }

  init(from old: Publication, to new: Publication) {
    facts = Difference.items(
      old.facts, new.facts, keys: Difference.factKeys, compared: Difference.factColumns)
    if let before = old.totals, let after = new.totals {
      totals = Difference.items(
        before, after, keys: [Difference.monthColumns + Difference.groupColumns],
        compared: Difference.totalColumns)
    } else {
      totals = nil
    }
  }

  /// A figure is found again at its line, else anywhere on its page, else by what it counts in its line.
  private static let factKeys = [
    ["document", "line", "raw"], ["document", "raw"],
    ["document", "line", "kind", "unit", "label"],
  ]
  private static let factColumns = [
    "raw", "kind", "value", "value_high", "unit", "qualifier", "label", "place", "province",
    "program",
    "period", "status", "part_of", "month", "span", "enters",
  ]
  static let monthColumns = ["year", "month", "from_year", "from_month", "to_year", "to_month"]
  static let groupColumns = ["province", "program", "kind", "unit", "span"]
  private static let totalColumns = ["facts", "total", "low", "high", "min", "median", "max"]

  private static func items(
    _ old: PublishedTable, _ new: PublishedTable, keys: [[String]], compared: [String]
  ) -> [Item] {
    let columns = compared.filter { old.columns.contains($0) && new.columns.contains($0) }
    var partners = [Int?](repeating: nil, count: new.rows.count)
    var isTaken = [Bool](repeating: false, count: old.rows.count)
    for key in keys { pair(old.rows, new.rows, key, &partners, &isTaken) }
    let now = new.rows.indices.compactMap { index -> Item? in
      guard let partner = partners[index] else {
        return Item(kind: .came, row: new.rows[index], changes: [])
      }
      let changes = changes(old.rows[partner], new.rows[index], columns)
      return changes.isEmpty ? nil : Item(kind: .changed, row: new.rows[index], changes: changes)
    }
    let gone = old.rows.indices.filter { !isTaken[$0] }
      .map { Item(kind: .gone, row: old.rows[$0], changes: []) }
    return now + gone
  }

  /// Pairs the rows that are still alone and have the same key, the first with the first.
  private static func pair(
    _ old: [PublishedTable.Row], _ new: [PublishedTable.Row], _ key: [String],
    _ partners: inout [Int?], _ isTaken: inout [Bool]
  ) {
    var waiting: [[String]: [Int]] = [:]
    for index in old.indices.reversed() where !isTaken[index] {
      waiting[key.map { old[index][$0] }, default: []].append(index)
    }
    for index in new.indices where partners[index] == nil {
      guard let partner = waiting[key.map { new[index][$0] }]?.popLast() else { continue }
      partners[index] = partner
      isTaken[partner] = true
    }
  }

  private static func changes(
    _ old: PublishedTable.Row, _ new: PublishedTable.Row, _ columns: [String]
  ) -> [Change] {
    columns.filter { old[$0] != new[$0] }
      .map { Change(column: $0, old: old[$0], new: new[$0]) }
  }
}
