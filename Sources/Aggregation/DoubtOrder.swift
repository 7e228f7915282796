import FactModel

/// The order in which an editor looks at doubts: by the share of a total that each would move.
///
/// A doubtful figure of 90 in a total of 100 comes before one of 900 in 100,000. A doubt about a figure that enters no
/// total, or about no figure, moves nothing and comes last; among equals the order of reading stays.
struct DoubtOrder {
  private struct Place: Hashable {
    let document: String
    let line: Int
    let column: Int
  }

  /// In millionths of the figure's total, by where the figure stands.
  private var shares: [Place: Int64] = [:]
  private static let whole: Int128 = 1_000_000

  init(of entries: [ReportFact]) {
    var sums: [TotalKey: Int128] = [:]
    for entry in entries where entry.verdict == .total {
      sums[DoubtOrder.key(entry), default: 0] += DoubtOrder.size(entry)
    }
    for entry in entries where entry.verdict == .total {
      guard let sum = sums[DoubtOrder.key(entry)], sum > 0 else { continue }
      let source = entry.fact.provenance
      let place = Place(document: source.document, line: source.line, column: source.column)
      shares[place] = Int64(DoubtOrder.size(entry) * DoubtOrder.whole / sum)
    }
  }

  /// The doubts, those first that would move the greatest share of a total.
  func sorted(_ doubts: [Doubt]) -> [Doubt] {
    doubts.enumerated().sorted { left, right in
      (-share(left.element), left.offset) < (-share(right.element), right.offset)
    }.map(\.element)
  }

  private func share(_ doubt: Doubt) -> Int64 {
    shares[Place(document: doubt.document, line: doubt.line, column: doubt.column)] ?? 0
  }

  private static func size(_ entry: ReportFact) -> Int128 {
    Int128(entry.fact.quantity.value.tenThousandths.magnitude)
  }

  private static func key(_ entry: ReportFact) -> TotalKey {
    TotalKey(
      province: entry.fact.place, program: entry.fact.program, kind: entry.fact.kind,
      unit: entry.fact.quantity.unit, span: entry.span)
  }
}
