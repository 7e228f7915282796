import FactModel

/// What changed against the month before and against the same month of last year.
extension Digest {
  /// `nil` where there is no earlier report to compare with.
  var changes: String? {
    let parts = [
      section(title: "与上月相比", months: 1, \.previous),
      section(title: "与去年同月相比", months: 12, \.yearAgo),
    ].compactMap { $0 }
    return parts.isEmpty ? nil : (["## 变化"] + parts).joined(separator: "\n\n")
  }

  private func section(
    title: String, months: Int, _ side: KeyPath<Comparison, Comparison.Change>
  ) -> String? {
    guard let coverage = comparisons.lazy.compactMap({ $0[keyPath: side].coverage }).first,
      let month = report.month.advanced(by: -months)
    else { return nil }
    let now = report.coverage
    let lines = [
      "### \(title)（\(Digest.name(of: month))）",
      "覆盖：本月\(now.pages)个版面、\(now.articles)篇报道、\(now.facts)个数字；"
        + "\(Digest.name(of: month))\(coverage.pages)个版面、\(coverage.articles)篇报道、"
        + "\(coverage.facts)个数字。读得多，合计就大，不等于做得多。",
      presence(side), table(side),
    ]
    return lines.compactMap { $0 }.joined(separator: "\n\n")
  }

  private func presence(_ side: KeyPath<Comparison, Comparison.Change>) -> String {
    func count(_ presence: Comparison.Presence) -> Int {
      comparisons.count { $0[keyPath: side].presence == presence }
    }
    return "两月都有的\(count(.both))组，本月新出现的\(count(.new))组，本月没有了的\(count(.gone))组。"
  }

  /// The greatest differences of each kind.
  private func table(_ side: KeyPath<Comparison, Comparison.Change>) -> String? {
    let changed = comparisons.filter { row in
      row[keyPath: side].difference.map { $0 != .zero } ?? false
    }
    let shown = Kind.allCases.sorted().flatMap { kind in
      changed.enumerated().filter { $0.element.key.kind == kind }
        .sorted { left, right in
          let sizes = [left, right].map { Digest.size(of: $0.element[keyPath: side]) }
          return sizes[0] != sizes[1] ? sizes[0] > sizes[1] : left.offset < right.offset
        }
        .prefix(Digest.figureLimit).map(\.element)
    }
    if shown.isEmpty { return nil }
    return Markdown.table(
      header: ["省份", "项目", "类别", "时段", "此前", "本月", "增减", "增减%"], numbersFrom: 4,
      rows: shown.map { row(of: $0, $0[keyPath: side]) })
      + Digest.rest(
        of: changed.count, shown: shown.count, unit: "组", file: "comparison.csv")
  }

  private static func size(of change: Comparison.Change) -> UInt64 {
    change.difference?.tenThousandths.magnitude ?? 0
  }

  private func row(of comparison: Comparison, _ change: Comparison.Change) -> [String] {
    let unit = Markdown.escape(comparison.key.unit.spoken)
    let isRate = comparison.key.kind == .rates
    return [
      Markdown.escape(comparison.key.province.name), programName(comparison.key.program),
      comparison.key.kind.title + (isRate ? "（中位数）" : ""), comparison.key.span.title,
      change.base.map { NumberText.text($0) + unit } ?? "",
      comparison.value.map { NumberText.text($0) + unit } ?? "",
      change.difference.map { NumberText.signed($0) + (isRate ? "个百分点" : unit) } ?? "",
      change.percent.map { NumberText.signed($0) } ?? "",
    ]
  }
}
