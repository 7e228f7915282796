import FactModel

/// The month in about five sentences, which say only what the tables hold.
extension Digest {
  var overview: String {
    let sentences =
      [coverageSentence] + [Kind.funds, .participants, .stations].compactMap(sentence)
      + [restSentence]
    return "## 本月概览\n\n" + sentences.joined(separator: "\n")
  }

  private var coverageSentence: String {
    let coverage = report.coverage
    let read = "本月读取\(coverage.pages)个版面或数据表、\(coverage.articles)篇报道"
    if coverage.facts == 0 { return "- \(read)，没有可用的数字。" }
    let counted = report.entries.filter { $0.verdict == .total }
    if counted.isEmpty { return "- \(read)，得到\(coverage.facts)个数字，没有一个计入合计。" }
    let provinces = Set(counted.map(\.fact.place.provinceCode)).count
    let programs = Set(counted.map(\.fact.program)).count
    return "- \(read)，得到\(coverage.facts)个数字，其中\(counted.count)个计入合计，"
      + "涉及\(provinces)个省级行政区、\(programs)个项目。"
  }

  /// The sums of a kind and its greatest figure; `nil` where the month has none.
  private func sentence(of kind: Kind) -> String? {
    guard let index = greatest(kind, verdict: .total).first else { return nil }
    let first = report.entries[index]
    let sums = grandTotals(of: kind).prefix(4).map { sum in
      sum.time
        + NumberText.text(sum.total, low: sum.low, high: sum.high, unit: sum.unit)
    }
    let added = sums.isEmpty ? "" : "各省合计" + sums.joined(separator: "、") + "；"
    return "- \(kind.title)：\(Markdown.escape(added))最大的一个数字是"
      + "\(title(of: first.fact))，\(number(first.fact.quantity))（\(first.time)）。"
  }

  private var restSentence: String {
    let identity = report.identity
    let left = Verdict.allCases.filter { $0 != .total && $0 != .rate }
      .filter { identity.count($0) > 0 }
      .map { "\($0.title)\(identity.count($0))个" }
    var parts: [String] = []
    if identity.count(.rate) > 0 { parts.append("比率\(identity.count(.rate))个，不作合计") }
    if !left.isEmpty { parts.append("另有" + left.joined(separator: "、") + "，未计入合计") }
    parts.append(report.doubts.isEmpty ? "没有存疑之处" : "存疑\(report.doubts.count)处，待核")
    return "- " + parts.joined(separator: "；") + "。"
  }

  /// A sum over all provinces and programmes.
  private struct GrandTotal {
    let unit: Unit
    let time: String
    var total: Amount
    var low: Amount
    var high: Amount?
  }

  /// The sums of a kind by span and unit. Persons are not added over programmes (see `Sheet`), nor
  /// is anything of which a summand is missing or whose sum leaves the range.
  private func grandTotals(of kind: Kind) -> [GrandTotal] {
    struct Line: Hashable {
      let unit: Unit
      let span: Span
      let rhythm: Rhythm?
    }
    var sums: [Line: GrandTotal?] = [:]
    for row in report.totals where row.key.kind == kind && row.key.unit != .person {
      let line = Line(unit: row.key.unit, span: row.key.span, rhythm: row.rhythm)
      let start = GrandTotal(
        unit: line.unit, time: row.time, total: .zero, low: .zero, high: .zero)
      sums.updateValue(
        sums[line, default: start].flatMap { Digest.sum($0, row) }, forKey: line)
    }
    let lines = sums.keys.sorted { left, right in
      if left.unit != right.unit { return left.unit.name < right.unit.name }
      if left.span != right.span { return left.span < right.span }
      return (left.rhythm?.order ?? Int.max) < (right.rhythm?.order ?? Int.max)
    }
    return lines.compactMap { sums[$0] ?? nil }
  }

  private static func sum(_ sum: GrandTotal, _ row: Total) -> GrandTotal? {
    guard let total = row.total.flatMap(sum.total.adding),
      let low = row.low.flatMap(sum.low.adding)
    else { return nil }
    var next = sum
    next.total = total
    next.low = low
    next.high = sum.high.flatMap { high in row.high.flatMap(high.adding) }
    return next
  }
}
