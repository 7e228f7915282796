import FactModel

/// What changed against the month before and against the same month of last year.
extension Digest {
  /// `nil` where there is no earlier report to compare with.
  var changes: String? {
    let parts =
      [
        section(title: words("与上月相比", "Against the month before"), months: 1, \.previous),
        section(
          title: words("与去年同月相比", "Against the same month of last year"), months: 12, \.yearAgo),
      ].compactMap { $0 } + [months].compactMap { $0 }
    return parts.isEmpty
      ? nil : ([words("## 变化", "## What changed")] + parts).joined(separator: "\n\n")
  }

  /// The pictures of all months.
  private var months: String? {
    let drawn = Kind.allCases.sorted().flatMap(pictures.trends).map(image)
    if drawn.isEmpty { return nil }
    return ([words("### 逐月", "### Month by month")] + drawn).joined(separator: "\n\n")
  }

  private func section(
    title: String, months: Int, _ side: KeyPath<Comparison, Comparison.Change>
  ) -> String? {
    guard let coverage = comparisons.lazy.compactMap({ $0[keyPath: side].coverage }).first,
      let month = report.month.advanced(by: -months).map(words.month)
    else { return nil }
    let lines = [
      words("### \(title)（\(month)）", "### \(title) (\(month))"),
      words("覆盖：本月", "Coverage: ") + told(report.coverage)
        + words("；\(month)", " this month; ") + told(coverage)
        + words("。读得多，合计就大，不等于做得多。", " in \(month). More pages mean larger totals, not more work."),
      presence(side), table(side),
    ]
    return lines.compactMap { $0 }.joined(separator: "\n\n")
  }

  private func told(_ coverage: Coverage) -> String {
    words(
      "\(coverage.pages)个版面或数据表、\(coverage.articles)篇报道、\(coverage.facts)个数字",
      "\(plural(coverage.pages, "page or sheet")), \(plural(coverage.articles, "article")), \(plural(coverage.facts, "figure"))"
    )
  }

  private func presence(_ side: KeyPath<Comparison, Comparison.Change>) -> String {
    func count(_ presence: Comparison.Presence) -> Int {
      comparisons.count { $0[keyPath: side].presence == presence }
    }
    return words(
      "两月都有的\(count(.both))组，本月新出现的\(count(.new))组，本月没有了的\(count(.gone))组。",
      "\(count(.both)) groups stand in both months, \(count(.new)) are new, \(count(.gone)) are gone."
    )
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
    let header = words(
      "省份 项目 类别 时段 此前 本月 增减 增减%", "Province Programme Kind Time Before Now Change Change%"
    ).split(separator: " ").map(String.init)
    return Markdown.table(
      header: header, numbersFrom: 4, rows: shown.map { row(of: $0, $0[keyPath: side]) })
      + rest(of: changed.count, shown: shown.count, unit: "组", file: "comparison.csv")
  }

  private static func size(of change: Comparison.Change) -> UInt64 {
    change.difference?.tenThousandths.magnitude ?? 0
  }

  private func row(of comparison: Comparison, _ change: Comparison.Change) -> [String] {
    let unit = comparison.key.unit
    let isRate = comparison.key.kind == .rates
    let difference = change.difference.map { difference in
      let points = words("个百分点", " points")
      return (difference > .zero ? "+" : "")
        + (isRate ? words.number(difference) + points : words.amount(difference, unit))
    }
    return [
      provinceName(comparison.key.province), programName(comparison.key.program),
      words.kind(comparison.key.kind) + (isRate ? words("（中位数）", " (median)") : ""),
      words.time(comparison.key.span, nil),
      Markdown.escape(change.base.map { words.amount($0, unit) } ?? ""),
      Markdown.escape(comparison.value.map { words.amount($0, unit) } ?? ""),
      Markdown.escape(difference ?? ""), change.percent.map(words.signed) ?? "",
    ]
  }
}
