import FactModel
import Languages

/// Figures of a stock that are added, though one may lie inside the other.
///
/// 449 stations and, of one place and one span, 18 model stations: no page says that the 18 are among
/// the 449, so both enter the total; but the editor is asked.
struct StockParts {
  private(set) var doubts: [Doubt] = []

  private struct StockKey: Hashable {
    let place: Int
    let program: Int
    let measure: Int
    let span: Span
    let label: Int
  }

  init(of entries: [ReportFact], _ features: Features) {
    let stocks = entries.indices.filter { index in
      entries[index].verdict == .total && features[index].state == .stock
        && !entries[index].fact.label.isEmpty
    }
    func key(_ index: Int, label: Int) -> StockKey {
      let row = features[index]
      return StockKey(
        place: row.place, program: row.program, measure: row.measure, span: row.span, label: label)
    }
    var greatest: [StockKey: Int] = [:]
    for index in stocks {
      let own = key(index, label: features[index].label)
      if let known = greatest[own], features[known].value >= features[index].value { continue }
      greatest[own] = index
    }
    for index in stocks {
      let wider = features.labels.widerLabels(of: features[index].label).compactMap { label in
        greatest[key(index, label: label)]
      }.filter { $0 != index && features[$0].value >= features[index].value }
      guard let wide = wider.min() else { continue }
      doubts.append(StockParts.doubt(of: entries[index].fact, entries[wide].fact))
    }
  }

  private static func doubt(of fact: Fact, _ wide: Fact) -> Doubt {
    let (source, other) = (fact.provenance, wide.provenance)
    return Doubt(
      cause: .stock, document: source.document, line: source.line, column: source.column,
      raw: source.raw, chosen: fact.quantity.value.description, other: "",
      message: Wording(
        en: "may lie inside \(other.raw) (\(other.document):\(other.line)); both are added",
        zh: "可能已含于\(other.raw)（\(other.document)，第\(other.line)行），现相加"),
      month: source.month)
  }
}
