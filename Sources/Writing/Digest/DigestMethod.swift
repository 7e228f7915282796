import FactModel
import Languages

/// What is doubtful, what was left out, and how the figures were made.
extension Digest {
  /// The doubts, the worst first.
  var doubts: String? {
    if report.doubts.isEmpty { return nil }
    let shown = ReviewCSV.worstFirst(report.doubts).prefix(Digest.limit)
    return words("## 存疑", "## To check") + "\n\n" + Digest.numbered(shown.map(told))
      + rest(of: report.doubts.count, shown: shown.count, unit: "处", file: "review.csv")
  }

  private func told(_ doubt: Doubt) -> String {
    func reading(_ text: String) -> String {
      Markdown.escape(doubt.cause == .program ? words.program(text) : text)
    }
    let other =
      doubt.other.isEmpty ? "" : words("，也可能是", ", perhaps ") + reading(doubt.other)
    let chosen =
      doubt.chosen.isEmpty ? "" : words("；现取", "; taken as ") + reading(doubt.chosen) + other
    let raw = doubt.raw.isEmpty ? words("整行", "the row") : Markdown.escape(doubt.raw)
    let document = Markdown.escape(doubt.document)
    let message = Markdown.escape(doubt.message.text(in: words.language))
    return words(
      "**\(raw)**（\(document)，第\(doubt.line)行）：\(message)\(chosen)。",
      "**\(raw)** (\(document), line \(doubt.line)): \(message)\(chosen).")
  }

  /// How many facts and numerals were left out, by reason.
  var omissions: String? {
    let verdicts = Verdict.allCases.filter { $0 != .total && report.identity.count($0) > 0 }
      .map { [words.verdict($0), "\(report.identity.count($0))"] }
    var counts: [Exclusion.Reason: Int] = [:]
    for exclusion in report.exclusions { counts[exclusion.reason, default: 0] += 1 }
    let reasons = Exclusion.Reason.allCases.compactMap { reason in
      counts[reason].map { [words.reason(reason), "\($0)"] }
    }
    let parts = [
      list(verdicts, title: words("没有计入合计的数字：", "Figures that enter no total:")),
      list(
        reasons,
        title: words(
          "不算数字事实的数词，见 `excluded.csv`：", "Numerals that are no figures, see `excluded.csv`:")),
    ].compactMap { $0 }
    return parts.isEmpty
      ? nil : ([words("## 未计入的", "## What was left out")] + parts).joined(separator: "\n\n")
  }

  private func list(_ rows: [[String]], title: String) -> String? {
    if rows.isEmpty { return nil }
    return title + "\n\n"
      + Markdown.table(
        header: [words("缘由", "Reason"), words("个数", "Count")], numbersFrom: 1, rows: rows)
  }

  var method: String {
    let identity = report.identity
    let verdicts = Verdict.allCases.map { verdict in
      words(
        "\(verdict.title)\(identity.count(verdict))",
        words.verdict(verdict, count: identity.count(verdict)))
    }.joined(separator: " + ")
    let check =
      identity.holds ? "" : words("（不相等，请报告此错误）", " (not equal: please report this error)")
    return words(
      """
      ## 方法与核对

      - 当月：在本月之内，或只说近日、日前；当年：在同一年之内；累计：跨年，或起点不明；每年、每月、每日：反复发生。时段不同的数字互不相加。
      - 人与人次互不相加；人数不跨项目相加，因为同一职工可能在两个项目里。
      - 同一数字多处出现只计一次；省级数字已含的市县数字、较长时段已含的数字不再相加，站点、会员这类存量取最近的数；其中数不再相加；全国数字单列。
      - 余、超、至少：上不封顶；近、至多：下限取同样精度的前一个数；约：末位有效数字上下各半个单位。
      - 计划、标准、个案不是结果，不计入合计；比率不相加，也不取平均。
      - 本文所有数字都在同一文件夹的表里：逐条见 `facts.csv`，合计见 `summary.csv` 和各类的表，比较见 `comparison.csv`；概览里带“逾”“近”“约”的合计只取四位有效数字。
      - 一个合计由哪些数字加成：`yuebao explain \(report.month) 省份 项目 类别` 列出计入的和没有计入的，各注缘由、文件与行。
      - 事实\(identity.facts) = \(verdicts)\(check)
      - 页面数词\(identity.numerals) = 事实\(identity.facts) + 排除\(identity.excluded)
      """,
      """
      ## Method and check

      - This month: inside the month, or only “recently”; this year: inside one year; cumulative: over several years, or without a start; per year, month or day: recurring. Figures of different times never add.
      - People and person-times never add; people are not added over programmes, for the same worker may stand in two.
      - A figure printed in several places counts once; what the figure of a larger place or a longer time holds is not added again, nor are parts; of sites and members the latest count stands; national figures stand apart.
      - “More than” is open at the top; “nearly” has the next lower figure of its precision as its least; “about” is half a unit of the last digit either way.
      - Plans, rules and single cases are no results and enter no total; rates are neither added nor averaged.
      - Every number here stands in a table of this folder: single figures in `facts.csv`, totals in `summary.csv` and the sheets, comparisons in `comparison.csv`; hedged totals in the brief have four digits that count.
      - What a total is made of: `yuebao explain \(report.month) PROVINCE PROGRAMME KIND` lists the figures that made it and those left out, with reason, file and line.
      - \(identity.facts) figures = \(verdicts)\(check)
      - \(identity.numerals) numerals = \(identity.facts) figures + \(identity.excluded) excluded
      """)
  }
}
