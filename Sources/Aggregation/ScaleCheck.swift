import FactModel
import Languages

/// Figures a thousand times greater than their like, as a 万 read twice or a lost point would make them.
///
/// The like of a figure are the other figures of its programme, kind and unit that enter totals; it takes at least five
/// of them to tell. The reading that is offered is the figure without 万.
struct ScaleCheck {
  private(set) var doubts: [Doubt] = []

  private struct Like: Hashable {
    let program: String
    let kind: Kind
    let unit: Unit
  }

  private static let fewest = 5
  private static let limit: Int128 = 1_000
  private static let myriad: Int64 = 10_000

  init(of entries: [ReportFact]) {
    var groups: [Like: [Int]] = [:]
    var order: [Like] = []
    for (index, entry) in entries.enumerated() where entry.verdict == .total {
      let fact = entry.fact
      let like = Like(program: fact.program, kind: fact.kind, unit: fact.quantity.unit)
      if groups[like] == nil { order.append(like) }
      groups[like, default: []].append(index)
    }
    for like in order {
      guard let group = groups[like], group.count > ScaleCheck.fewest else { continue }
      let values = group.map { entries[$0].fact.quantity.value }.sorted()
      // The lower middle: one great figure among few does not lift it.
      let middle = values[(values.count - 1) / 2]
      guard middle.tenThousandths > 0 else { continue }
      for index in group {
        let fact = entries[index].fact
        let times = Int128(fact.quantity.value.tenThousandths) / Int128(middle.tenThousandths)
        if times >= ScaleCheck.limit { doubts.append(ScaleCheck.doubt(of: fact, middle)) }
      }
    }
  }

  private static func doubt(of fact: Fact, _ middle: Amount) -> Doubt {
    let source = fact.provenance
    let smaller = Amount(tenThousandths: fact.quantity.value.tenThousandths / myriad)
    return Doubt(
      cause: .scale, document: source.document, line: source.line, column: source.column,
      raw: source.raw, chosen: fact.quantity.value.description, other: smaller.description,
      message: Wording(
        en: "more than a thousand times the middle of its like, \(middle)",
        zh: "超过同类数字中位数\(middle)的一千倍"),
      month: source.month)
  }
}
