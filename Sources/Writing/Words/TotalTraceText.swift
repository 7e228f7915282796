import FactModel

/// Where a total comes from, for people at a terminal, in Chinese.
///
/// A line per group with its total and bounds, a line per fact that made it, and a line per fact that
/// was left out, with the reason and the fact that took its place.
public struct TotalTraceText {
  private let report: Report
  private let programs: ProgramNames

  /// The text of the traces of a report.
  public init(of report: Report) {
    self.report = report
    programs = ProgramNames(of: report)
  }

  /// The lines about one group.
  public func lines(of trace: TotalTrace) -> [String] {
    let key = trace.key
    let time = trace.total?.time ?? key.span.title
    let head =
      "\(report.range.title) · \(key.province.name) · \(programs[key.program])（\(key.program)）"
      + " · \(key.kind.title) · \(key.unit.spoken) · \(time)"
    var lines = [head, "  " + sum(of: trace)]
    lines += trace.entered.map { "  + " + line(of: report.entries[$0]) }
    if !trace.leftOut.isEmpty { lines.append("  未计入\(trace.leftOut.count)个：") }
    lines += trace.leftOut.map { index in
      "  − " + line(of: report.entries[index]) + "：" + reason(of: report.entries[index])
    }
    return lines
  }

  private func sum(of trace: TotalTrace) -> String {
    guard let total = trace.total else { return "没有数字计入合计" }
    if let sum = total.total, let low = total.low {
      let bounds =
        low == sum && total.high == sum
        ? "确数" : NumberText.range(low: low, high: total.high, unit: total.key.unit)
      return "合计\(sum)\(total.key.unit.spoken)（\(bounds)），\(total.facts)个数字："
    }
    if total.key.kind == .rates, let median = total.median {
      return "比率不相加；\(total.facts)个，中位数\(median)%："
    }
    return "周期不同，不相加；\(total.facts)个数字："
  }

  /// The value, the printed text, the label, the place, the period and where it stands.
  private func line(of entry: ReportFact) -> String {
    let fact = entry.fact
    let period = fact.period.text
    return [
      fact.quantity.value.description + (fact.quantity.high.map { "至\($0)" } ?? ""),
      "“\(fact.provenance.raw)”", fact.label, fact.place.name, period, spot(of: fact),
    ].filter { !$0.isEmpty }.joined(separator: "  ")
  }

  private func spot(of fact: Fact) -> String {
    "\(fact.provenance.document):\(fact.provenance.line)"
  }

  private func reason(of entry: ReportFact) -> String {
    let other = entry.reference.map { report.entries[$0].fact }
    let place = other.map { "\(spot(of: $0))的“\($0.provenance.raw)”" } ?? ""
    switch entry.verdict {
    case .repeat: return "与\(place)是同一个数字"
    case .rate where other != nil: return "与\(place)是同一个比率"
    case .rate: return "\(entry.fact.status == .planned ? "计划的" : "非实际的")比率"
    case .part: return "其中数，属于“\(entry.fact.partOf ?? "")”"
    case .covered:
      switch report.cover(of: entry) {
      case .largerDivision?: return "已含于\(other?.place.name ?? "")的数字，\(place)"
      case .laterCount?: return "同一项后来另有数字，\(place)"
      case .longerTime?, nil: return "已含于更长时段（\(other?.period.text ?? "")）的数字，\(place)"
      }
    case .national: return "全国数字，不与各省相加"
    case .planned, .rule, .case, .total: return entry.verdict.title
    }
  }
}
