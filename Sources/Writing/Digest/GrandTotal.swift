import FactModel

/// A sum over all provinces and programmes, as it stands in the corner of a kind's sheet.
struct GrandTotal {
  let unit: Unit
  let span: Span
  let rhythm: Rhythm?
  private(set) var total: Amount
  private(set) var low: Amount
  private(set) var high: Amount?

  func timeName(_ words: ReportWords) -> String { words.time(span, rhythm) }

  /// The sums of a kind by span and unit. Persons are not added over programmes (see `Sheet`), nor
  /// different things that are counted, nor anything of which a summand is missing or whose sum
  /// leaves the range.
  static func all(of kind: Kind, in report: Report) -> [GrandTotal] {
    struct Line: Hashable {
      let unit: Unit
      let span: Span
      let rhythm: Rhythm?
    }
    if kind == .counts || kind == .rates { return [] }
    var sums: [Line: GrandTotal?] = [:]
    for row in report.totals where row.key.kind == kind && row.key.unit != .person {
      let line = Line(unit: row.key.unit, span: row.key.span, rhythm: row.rhythm)
      let start = GrandTotal(
        unit: line.unit, span: line.span, rhythm: line.rhythm, total: .zero, low: .zero,
        high: .zero)
      sums.updateValue(sums[line, default: start].flatMap { $0.adding(row) }, forKey: line)
    }
    let lines = sums.keys.sorted { left, right in
      if left.unit != right.unit { return left.unit.name < right.unit.name }
      if left.span != right.span { return left.span < right.span }
      return (left.rhythm?.order ?? Int.max) < (right.rhythm?.order ?? Int.max)
    }
    return lines.compactMap { sums[$0] ?? nil }
  }

  private func adding(_ row: Total) -> GrandTotal? {
    guard let total = row.total.flatMap(total.adding), let low = row.low.flatMap(low.adding)
    else { return nil }
    var next = self
    next.total = total
    next.low = low
    next.high = high.flatMap { high in row.high.flatMap(high.adding) }
    return next
  }
}
