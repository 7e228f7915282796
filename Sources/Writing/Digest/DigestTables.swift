import FactModel

/// Totals by province and programme, and what they say of each province.
extension Digest {
  /// A table per kind, the greatest totals first.
  var tables: String? {
    let parts = [Kind.funds, .participants, .stations, .counts].compactMap { kind -> String? in
      let groups = greatestTotals(of: kind)
      if groups.isEmpty { return nil }
      let shown = groups.prefix(Digest.limit)
      return "### \(kind.title)合计\n\n"
        + Markdown.table(
          header: ["省份", "项目", "时段", "数字个数", "合计", "上下限"], numbersFrom: 3,
          rows: shown.map(row))
        + Digest.rest(of: groups.count, shown: shown.count, unit: "组", file: "summary.csv")
    }
    return parts.isEmpty ? nil : (["## 分类合计"] + parts).joined(separator: "\n\n")
  }

  /// One short paragraph per province: its greatest total of each kind.
  var provinces: String? {
    var facts: [Division: Int] = [:]
    for entry in report.entries where entry.fact.place.level != .nation {
      let place = entry.fact.place
      let province = Division(
        code: place.provinceCode, name: place.province, province: place.province)
      facts[province, default: 0] += 1
    }
    if facts.isEmpty { return nil }
    let totals = Dictionary(grouping: report.totals, by: \.key.province)
    let paragraphs = facts.keys.sorted().map { province in
      paragraph(of: province, facts: facts[province] ?? 0, totals: totals[province] ?? [])
    }
    return (["## 各省情况"] + paragraphs).joined(separator: "\n\n")
  }

  private func paragraph(of province: Division, facts: Int, totals: [Total]) -> String {
    let added = totals.filter { $0.key.kind != .rates }
    let counted = added.reduce(0) { $0 + $1.facts }
    let best = Kind.allCases.sorted().compactMap { kind -> String? in
      let groups = totals.filter { $0.key.kind == kind && $0.total != nil }
      guard let top = groups.max(by: { ($0.total ?? .zero) < ($1.total ?? .zero) })
      else { return nil }
      return "\(kind.title)以\(programName(top.key.program))最多，"
        + "\(amount(of: top))（\(top.time)）"
    }
    let rates = totals.filter { $0.key.kind == .rates }.reduce(0) { $0 + $1.facts }
    let tail = best + (rates > 0 ? ["比率\(rates)个"] : [])
    return "**\(Markdown.escape(province.name))**：\(facts)个数字，\(counted)个计入合计"
      + (tail.isEmpty ? "" : "；" + tail.joined(separator: "；")) + "。"
  }

  private func greatestTotals(of kind: Kind) -> [Total] {
    report.totals.enumerated().filter { $0.element.key.kind == kind }
      .sorted { left, right in
        switch (left.element.total, right.element.total) {
        case (let left?, let right?) where left != right: left > right
        case (_?, nil): true
        case (nil, _?): false
        default: left.offset < right.offset
        }
      }
      .map(\.element)
  }

  private func row(of total: Total) -> [String] {
    [
      Markdown.escape(total.key.province.name), programName(total.key.program),
      total.time, "\(total.facts)", amount(of: total), bounds(of: total),
    ]
  }

  private func amount(of total: Total) -> String {
    guard let sum = total.total else { return "周期不同，不相加" }
    return Markdown.escape(
      NumberText.text(sum, low: total.low, high: total.high, unit: total.key.unit))
  }

  private func bounds(of total: Total) -> String {
    guard let low = total.low else { return "" }
    if low == total.total, low == total.high { return "确数" }
    return Markdown.escape(
      NumberText.range(low: low, high: total.high, unit: total.key.unit))
  }
}
