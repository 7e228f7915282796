import FactModel

/// The figures themselves, with the line and the sentence they come from.
extension Digest {
  /// The greatest figures of each kind that enter totals.
  var biggestFigures: String? {
    let parts = [Kind.funds, .participants, .stations, .counts].compactMap { kind -> String? in
      let found = greatest(kind, verdict: .total)
      if found.isEmpty { return nil }
      let shown = found.prefix(Digest.figureLimit)
      return "### \(kind.title)\n\n" + Digest.numbered(shown.map(quoted))
        + Digest.rest(of: found.count, shown: shown.count, unit: "个", file: "facts.csv")
    }
    return parts.isEmpty ? nil : (["## 最大的数字"] + parts).joined(separator: "\n\n")
  }

  /// Rates: the summaries of their groups, and the single ones.
  var rates: String? {
    let found = greatest(.rates, verdict: .rate) { entry in
      entry.reference == nil && entry.fact.status == .actual
    }
    if found.isEmpty { return nil }
    let shown =
      found.count <= Digest.limit
      ? found : found.prefix(Digest.figureLimit) + found.suffix(Digest.figureLimit)
    let intro = found.count <= Digest.limit ? "从高到低：" : "最高和最低的各\(Digest.figureLimit)个："
    return "## 比率\n\n比率不相加，也不取平均。\(intro)\n\n"
      + Digest.numbered(shown.map(quoted))
      + Digest.rest(of: found.count, shown: shown.count, unit: "个", file: "facts.csv")
      + (pooledRates.map { "\n\n" + $0 } ?? "")
  }

  /// Figures of the nation, which are added to no province.
  var nationalFigures: String? {
    let found = Kind.allCases.sorted().flatMap { greatest($0, verdict: .national) }
    if found.isEmpty { return nil }
    let shown = found.prefix(Digest.limit)
    return "## 全国数字\n\n单列，不计入任何一省。\n\n" + Digest.numbered(shown.map(quoted))
      + Digest.rest(of: found.count, shown: shown.count, unit: "个", file: "facts.csv")
  }

  private func quoted(_ index: Int) -> String {
    let entry = report.entries[index]
    let fact = entry.fact
    let status = fact.status == .actual ? "" : "，" + Digest.title(of: fact.status)
    let figure = "**\(title(of: fact))：\(number(fact.quantity))**"
    let origin = "（\(entry.time)\(status)；\(source(fact))）"
    let sentence = fact.provenance.sentence
    if sentence.isEmpty { return figure + origin }
    return figure + origin + "\n   > " + Markdown.quote(sentence, around: fact.provenance.raw)
  }

  /// Groups of rates whose counts the pages give.
  private var pooledRates: String? {
    let groups = report.totals.filter { $0.pooled != nil && $0.facts > 1 }
    if groups.isEmpty { return nil }
    let rows = groups.prefix(Digest.limit).map { group in
      [
        Markdown.escape(group.key.province.name), programName(group.key.program),
        group.time, "\(group.facts)", group.pooled.map { "\($0)%" } ?? "",
      ]
    }
    return "页面给出分子分母的，合并计算：\n\n"
      + Markdown.table(
        header: ["省份", "项目", "时段", "比率数", "合并比率"], numbersFrom: 3, rows: rows)
  }

  private static func title(of status: Status) -> String {
    switch status {
    case .actual: "实际"
    case .planned: "计划"
    case .rule: "标准"
    case .case: "个案"
    }
  }

  static func numbered(_ items: [String]) -> String {
    items.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n")
  }
}
