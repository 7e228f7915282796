import FactModel
import Languages

/// What is doubtful, what was left out, and how the figures were made.
extension Digest {
  /// The doubts, the worst first.
  var doubts: String? {
    if report.doubts.isEmpty { return nil }
    let shown = ReviewCSV.worstFirst(report.doubts).prefix(Digest.limit)
    let items = shown.map { doubt in
      let other = doubt.other.isEmpty ? "" : "，也可能是" + Markdown.escape(doubt.other)
      let chosen = doubt.chosen.isEmpty ? "" : "；现取" + Markdown.escape(doubt.chosen) + other
      let raw = doubt.raw.isEmpty ? "整行" : Markdown.escape(doubt.raw)
      return "**\(raw)**（\(Markdown.escape(doubt.document))，"
        + "第\(doubt.line)行）：\(Markdown.escape(doubt.message.text(in: .chinese)))\(chosen)。"
    }
    return "## 存疑\n\n" + Digest.numbered(items)
      + Digest.rest(
        of: report.doubts.count, shown: shown.count, unit: "处", file: "review.csv")
  }

  /// How many facts and numerals were left out, by reason.
  var omissions: String? {
    let verdicts = Verdict.allCases.filter { $0 != .total && report.identity.count($0) > 0 }
      .map { [$0.title, "\(report.identity.count($0))"] }
    var counts: [Exclusion.Reason: Int] = [:]
    for exclusion in report.exclusions { counts[exclusion.reason, default: 0] += 1 }
    let reasons = Exclusion.Reason.allCases.compactMap { reason in
      counts[reason].map { [reason.title, "\($0)"] }
    }
    let parts = [
      Digest.list(verdicts, title: "没有计入合计的数字：", header: "缘由"),
      Digest.list(reasons, title: "不算数字事实的数词，见 `excluded.csv`：", header: "缘由"),
    ].compactMap { $0 }
    return parts.isEmpty ? nil : (["## 未计入的"] + parts).joined(separator: "\n\n")
  }

  private static func list(_ rows: [[String]], title: String, header: String) -> String? {
    if rows.isEmpty { return nil }
    return title + "\n\n"
      + Markdown.table(header: [header, "个数"], numbersFrom: 1, rows: rows)
  }

  var method: String {
    let identity = report.identity
    let verdicts = Verdict.allCases.map { "\($0.title)\(identity.count($0))" }
    let check = identity.holds ? "" : "（不相等，请报告此错误）"
    return """
      ## 方法与核对

      - 当月、当年、累计、每年（每月、每日）的数字互不相加；人与人次互不相加；人数不跨项目相加。
      - 余、超、至少：上不封顶；近、至多：下限取同样精度的前一个数；约：末位有效数字上下各半个单位。
      - 同一数字多处出现只计一次；省级数字已含的市县数字不再相加；其中数不再相加。
      - 事实\(identity.facts) = \(verdicts.joined(separator: " + "))\(check)
      - 页面数词\(identity.numerals) = 事实\(identity.facts) + 排除\(identity.excluded)
      """
  }
}
