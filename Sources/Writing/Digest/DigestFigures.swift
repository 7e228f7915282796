import FactModel

/// The figures themselves, with the page, the line and the sentence they come from.
extension Digest {
  /// The greatest figures of each kind that enter totals.
  var biggestFigures: String? {
    let parts = [Kind.funds, .participants, .stations, .counts].compactMap { kind -> String? in
      let found = greatest(kind, verdict: .total)
      if found.isEmpty { return nil }
      let shown = found.prefix(Digest.figureLimit)
      return "### \(words.kind(kind))\n\n" + Digest.numbered(shown.map(quoted))
        + rest(of: found.count, shown: shown.count, unit: "个", file: "facts.csv")
    }
    if parts.isEmpty { return nil }
    return ([words("## 最大的数字", "## The greatest figures")] + parts).joined(separator: "\n\n")
  }

  /// Rates: the summaries of their groups, and the single ones.
  var rates: String? {
    let found = greatest(.rates, verdict: .rate) { entry in
      entry.reference == nil && entry.fact.status == .actual
    }
    if found.isEmpty { return nil }
    let isShort = found.count <= Digest.limit
    let shown =
      isShort ? found : found.prefix(Digest.figureLimit) + found.suffix(Digest.figureLimit)
    let intro =
      isShort
      ? words("从高到低：", "From high to low:")
      : words(
        "最高和最低的各\(Digest.figureLimit)个：",
        "The highest and the lowest \(Digest.figureLimit):")
    let head = words("## 比率\n\n比率不相加，也不取平均。", "## Rates\n\nRates are neither added nor averaged. ")
    return head + intro + "\n\n"
      + pictures.levels(of: .rates).map { image($0) + "\n\n" }.joined()
      + Digest.numbered(shown.map(quoted))
      + rest(of: found.count, shown: shown.count, unit: "个", file: "facts.csv")
      + (pooledRates.map { "\n\n" + $0 } ?? "")
  }

  /// Figures of the nation, which are added to no province.
  var nationalFigures: String? {
    let found = Kind.allCases.sorted().flatMap { greatest($0, verdict: .national) }
    if found.isEmpty { return nil }
    let shown = found.prefix(Digest.limit)
    let head = words(
      "## 全国数字\n\n单列，不计入任何一省。", "## National figures\n\nThey stand apart and enter no province.")
    return head + "\n\n" + Digest.numbered(shown.map(quoted))
      + rest(of: found.count, shown: shown.count, unit: "个", file: "facts.csv")
  }

  /// A figure, where it stands, and in a quotation of its own what the page says.
  private func quoted(_ index: Int) -> String {
    let entry = report.entries[index]
    let fact = entry.fact
    let status =
      fact.status == .actual ? "" : words("，", ", ") + words.status(fact.status)
    let figure = "**\(title(of: fact))\(words("：", ": "))\(number(fact.quantity))**"
    let origin = words(
      "（\(time(of: entry))\(status)；\(source(fact))）",
      " (\(time(of: entry))\(status); \(source(fact)))")
    let sentence = fact.provenance.sentence
    if sentence.isEmpty { return figure + origin }
    return figure + origin + "\n\n   > " + Markdown.quote(sentence, around: fact.provenance.raw)
  }

  /// Groups of rates whose counts the pages give.
  private var pooledRates: String? {
    let groups = report.totals.filter { $0.pooled != nil && $0.facts > 1 }
    if groups.isEmpty { return nil }
    let rows = groups.prefix(Digest.limit).map { group in
      [
        provinceName(group.key.province), programName(group.key.program), time(of: group),
        "\(group.facts)", group.pooled.map { "\($0)%" } ?? "",
      ]
    }
    let header = words(
      "省份 项目 时段 比率数 合并比率", "Province Programme Time Rates Pooled"
    ).split(separator: " ").map(String.init)
    return words("页面给出分子分母的，合并计算：", "Where pages give the counts, pooled:") + "\n\n"
      + Markdown.table(header: header, numbersFrom: 3, rows: rows)
  }

  /// Items of one paragraph follow each other closely; longer ones stand apart.
  static func numbered(_ items: [String]) -> String {
    let gap = items.contains { $0.utf8.contains(10) } ? "\n\n" : "\n"
    return items.enumerated().map { number, item in
      let head = "\(number + 1). "
      return head + indented(item, by: head.utf8.count)
    }.joined(separator: gap)
  }

  /// The text with so many spaces where lines begin with three.
  private static func indented(_ text: String, by count: Int) -> String {
    let bytes = Array(text.utf8)
    let mark = Array("\n   ".utf8)
    var indented: [UInt8] = []
    var place = 0
    while place < bytes.count {
      if bytes[place] == mark[0], bytes[place...].starts(with: mark) {
        indented.append(mark[0])
        for _ in 0..<count { indented.append(mark[1]) }
        place += mark.count
      } else {
        indented.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: indented, as: UTF8.self)
  }
}
