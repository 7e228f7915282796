import FactModel

/// The month in at most five sentences, which say only what the tables hold.
extension Digest {
  var overview: String {
    let kinds = [Kind.funds, .participants, .stations].compactMap(sentence)
    let counted = kinds.count < 3 ? [sentence(of: .counts)].compactMap { $0 } : []
    let sentences = [coverageSentence] + kinds + counted + [changeSentence].compactMap { $0 }
    return words("## 本月概览", "## The month in brief") + "\n\n"
      + sentences.map { "- " + $0 }.joined(separator: "\n")
  }

  // MARK: What was read

  private var coverageSentence: String {
    let counted = report.identity.count(.total)
    if report.coverage.facts == 0 {
      return words("\(readChinese)，没有读出可用的数字。", "\(readEnglish) gave no figure.")
    }
    let entries = report.entries.filter { $0.verdict == .total }
    let provinces = Set(entries.map(\.fact.place.provinceCode)).count
    let programs = Set(entries.map(\.fact.program)).count
    let facts = report.coverage.facts
    let share =
      counted == 0
      ? words("没有一个计入合计", "none of them enters a total")
      : counted == facts
        ? words(
          "\(facts == 1 ? "" : "都")计入合计，涉及\(provinces)个省级行政区、\(programs)个项目",
          "\(facts == 1 ? "which enters a total" : "all of which enter totals"), from \(plural(provinces, "province")) and \(plural(programs, "programme"))"
        )
        : words(
          "\(counted)个计入合计，涉及\(provinces)个省级行政区、\(programs)个项目",
          "of which \(counted) enter totals, from \(plural(provinces, "province")) and \(plural(programs, "programme"))"
        )
    return words(
      "\(readChinese)，得到\(facts)个数字，\(share)\(leftOut)；\(doubtCount)。",
      "\(readEnglish) gave \(plural(facts, "figure")), \(share)\(leftOut); \(doubtCount).")
  }

  /// Pages with their articles, and sheets, which have none.
  private var read: (pages: Int, sheets: Int) {
    let sheets = report.documents.count { $0.articles == 0 }
    return (report.coverage.pages - sheets, sheets)
  }

  private var readChinese: String {
    let pages = read.pages > 0 ? "\(read.pages)个版面、\(report.coverage.articles)篇报道" : ""
    let sheets = read.sheets > 0 ? "\(read.sheets)张数据表" : ""
    let all = [pages, sheets].filter { !$0.isEmpty }.joined(separator: "和")
    return "本月读了" + (all.isEmpty ? "0个版面" : all)
  }

  private var readEnglish: String {
    let pages =
      read.pages > 0
      ? "\(plural(read.pages, "page")) with \(plural(report.coverage.articles, "article"))" : ""
    let sheets = read.sheets > 0 ? plural(read.sheets, "sheet") : ""
    let all = [pages, sheets].filter { !$0.isEmpty }.joined(separator: " and ")
    return all.isEmpty ? "No page" : all
  }

  func plural(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)" + (count == 1 ? "" : "s")
  }

  private var leftOut: String {
    let left = Verdict.allCases.filter { $0 != .total }
      .map { ($0, report.identity.count($0)) }
    let text = counts(left)
    if text.isEmpty { return "" }
    return report.identity.count(.total) == 0
      ? words("：\(text)", ": \(text)") : words("，其余是\(text)", "; the rest are \(text)")
  }

  private var doubtCount: String {
    let count = report.doubts.count
    return count == 0
      ? words("没有存疑之处", "nothing is in doubt")
      : words("存疑\(count)处，付印前请核对", "\(plural(count, "reading")) to check before printing")
  }

  // MARK: A kind

  /// The sums of a kind and its greatest figure; `nil` where the month has none.
  private func sentence(of kind: Kind) -> String? {
    let found = greatest(kind, verdict: .total)
    guard let first = found.first.map({ report.entries[$0] }) else { return nil }
    let fact = first.fact
    let figure = number(fact.quantity)
    let time = time(of: first)
    let what = phrase(of: fact)
    let name = words.kind(kind)
    if found.count == 1 {
      return words(
        "\(name)只有一项：\(what)，\(figure)（\(time)）。",
        "\(name): one figure only, \(figure) (\(time)) for \(what).")
    }
    let sums = GrandTotal.all(of: kind, in: report).prefix(4).map { sum in
      words(
        sum.timeName(words) + words.told(sum.total, low: sum.low, high: sum.high, unit: sum.unit),
        words.told(sum.total, low: sum.low, high: sum.high, unit: sum.unit)
          + " (\(sum.timeName(words)))")
    }
    let added = Markdown.escape(words.list(sums))
    return words(
      "\(name)方面，\(added.isEmpty ? "" : "各省合计\(added)；")\(found.count)个数字中最大的是\(what)，\(figure)（\(time)）。",
      "\(name): \(added.isEmpty ? "" : "in all provinces \(added); ")of \(found.count) figures the greatest is \(figure) (\(time)) for \(what)."
    )
  }

  /// 四川省困难职工帮扶的“慰问金”: what a figure is about, as a sentence says it.
  private func phrase(of fact: Fact) -> String {
    let place = Markdown.escape(words.place(fact.place))
    let label = Markdown.escape(fact.label)
    let program = programName(fact.program)
    return words(
      place + program + (label.isEmpty ? "" : "的“\(label)”"),
      program + (label.isEmpty ? "" : " (“\(label)”)") + " in " + place)
  }

  // MARK: What changed

  /// Against the month before, or if there is no report of it, the same month of last year.
  private var changeSentence: String? {
    changeSentence(words("上月", "the month before"), months: 1, \.previous)
      ?? changeSentence(words("去年同月", "the same month of last year"), months: 12, \.yearAgo)
  }

  private func changeSentence(
    _ name: String, months: Int, _ side: KeyPath<Comparison, Comparison.Change>
  ) -> String? {
    guard let earlier = report.month.advanced(by: -months),
      let coverage = comparisons.lazy.compactMap({ $0[keyPath: side].coverage }).first
    else { return nil }
    let both = comparisons.filter { $0[keyPath: side].difference != nil }
    if both.isEmpty { return nil }
    let up = both.count { ($0[keyPath: side].difference ?? .zero) > .zero }
    let down = both.count { ($0[keyPath: side].difference ?? .zero) < .zero }
    let greatest = both.filter { $0[keyPath: side].percent != nil }.max { left, right in
      Digest.percentSize(left[keyPath: side]) < Digest.percentSize(right[keyPath: side])
    }
    let example = greatest.flatMap { change(in: $0, $0[keyPath: side]) }
    let moves = moves(up: up, down: down)
    let (now, then) = (report.coverage.facts, coverage.facts)
    let month = words.month(earlier)
    let groups =
      both.count == 1
      ? words(
        "可比的只有1组，\(example.map { "是\($0)" } ?? moves)",
        "only 1 group compares, \(example ?? moves)")
      : words(
        "可比的\(both.count)组中，\(moves)\(example.map { "，变动最大的是\($0)" } ?? "")",
        "\(both.count) groups compare, \(moves)\(example.map { ", the most \($0)" } ?? "")")
    return words(
      "与\(name)（\(month)）\(groups)；两月各读出\(now)个和\(then)个数字，读得多不等于做得多。",
      "With \(name) (\(month)) \(groups); \(now) figures were read this month and \(then) then, and more pages are not more work."
    )
  }

  private func moves(up: Int, down: Int) -> String {
    switch (up, down) {
    case (0, 0): words("没有一组变化", "none changed")
    case (_, 0): words("\(up)组上升，没有下降的", "\(up) rose and none fell")
    case (0, _): words("\(down)组下降，没有上升的", "\(down) fell and none rose")
    default: words("\(up)组上升、\(down)组下降", "\(up) rose and \(down) fell")
    }
  }

  private func change(in row: Comparison, _ change: Comparison.Change) -> String? {
    guard let base = change.base, let value = row.value, let percent = change.percent,
      percent != .zero
    else { return nil }
    let group =
      words.province(row.key.province) + words("", " · ") + words.program(row.key.program)
    let kind = words.kind(row.key.kind)
    let (from, to) = (words.amount(base, row.key.unit), words.amount(value, row.key.unit))
    return Markdown.escape(
      words(
        "\(group)的\(kind)，由\(from)到\(to)（\(words.signed(percent))%）",
        "\(group) (\(kind.lowercased())), from \(from) to \(to) (\(words.signed(percent))%)"
      ))
  }

  private static func percentSize(_ change: Comparison.Change) -> UInt64 {
    change.percent?.tenThousandths.magnitude ?? 0
  }
}
