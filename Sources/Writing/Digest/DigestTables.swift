import FactModel

/// Totals by province and programme, and what they say of each province.
extension Digest {
  /// A table per kind, the greatest totals first, below its pictures.
  var tables: String? {
    let parts = [Kind.funds, .participants, .stations, .counts].compactMap { kind -> String? in
      let groups = greatestTotals(of: kind)
      if groups.isEmpty { return nil }
      let shown = groups.prefix(Digest.limit)
      let name = words.kind(kind)
      let header = words(
        "省份 项目 时段 数字个数 合计 上下限", "Province Programme Time Figures Total Bounds"
      ).split(separator: " ").map(String.init)
      return
        ([words("### \(name)合计", "### \(name)")] + pictures.levels(of: kind).map(image)
        + [Markdown.table(header: header, numbersFrom: 3, rows: shown.map(row))])
        .joined(separator: "\n\n")
        + rest(of: groups.count, shown: shown.count, unit: "组", file: "summary.csv")
    }
    if parts.isEmpty { return nil }
    return ([words("## 分类合计", "## Totals by kind")] + parts).joined(separator: "\n\n")
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
      provinceName(total.key.province), programName(total.key.program), time(of: total),
      "\(total.facts)", amount(of: total), bounds(of: total),
    ]
  }

  func amount(of total: Total) -> String {
    guard let sum = total.total else { return words("周期不同，不相加", "rhythms differ, not added") }
    return Markdown.escape(
      words.total(sum, low: total.low, high: total.high, unit: total.key.unit))
  }

  private func bounds(of total: Total) -> String {
    guard let low = total.low else { return "" }
    if low == total.total, low == total.high { return words("确数", "exact") }
    return Markdown.escape(words.range(low: low, high: total.high, unit: total.key.unit))
  }
}
