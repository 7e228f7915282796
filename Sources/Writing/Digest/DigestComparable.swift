import FactModel

/// Figures beside what they can be held against: the nation beside its provinces, totals beside inhabitants, sites and
/// persons.
extension Digest {
  /// The figures of the nation beside the sums of the provinces, where a province has a comparable one.
  var nationBesideProvinces: String? {
    let lines = report.nationals.filter { $0.finding != .alone }
    if lines.isEmpty { return nil }
    let header = words(
      "项目 名目 全国 各省之和 占全国% 说明", "Programme What Nation Provinces % Difference"
    ).split(separator: " ").map(String.init)
    let shown = lines.prefix(Digest.limit)
    return words("### 全国与各省之和", "### The nation beside its provinces") + "\n\n"
      + Markdown.table(header: header, numbersFrom: 2, rows: shown.map(row))
      + rest(of: lines.count, shown: shown.count, unit: "个", file: "national.csv")
  }

  private func row(of line: NationalLine) -> [String] {
    let fact = report.entries[line.entry].fact
    let unit = fact.quantity.unit
    return [
      programName(fact.program), Markdown.escape(fact.label), number(fact.quantity),
      line.sum.map { Markdown.escape(words.amount($0, unit)) } ?? "",
      line.share.map { "\($0)" } ?? "", Markdown.escape(difference(of: line, unit)),
    ]
  }

  /// What the difference is made of.
  private func difference(of line: NationalLine, _ unit: Unit) -> String {
    let amount = line.difference.map { words.amount($0, unit) } ?? ""
    let some = "\(line.provinces)/\(line.allProvinces)"
    switch line.finding {
    case .alone: return ""
    case .partial:
      return words(
        "差\(amount)：只有\(some)个省份有可比数字", "\(amount) short: only \(some) provinces have one")
    case .equal: return words("相符（\(some)个省份）", "equal within the bounds (\(some) provinces)")
    case .exceeded:
      return words("各省之和超过全国，口径不同", "the provinces are more: another matter")
    }
  }

  /// Totals per 10,000 inhabitants, per site and per person, where that means something.
  var averages: String? {
    let found = report.averages.filter { $0.value != nil }
    if found.isEmpty { return nil }
    let header = words("省份 项目 合计 平均", "Province Programme Total Average")
      .split(separator: " ").map(String.init)
    let shown = found.prefix(Digest.limit)
    let rows = shown.map { average in
      [
        provinceName(average.key.province), programName(average.key.program),
        Markdown.escape(words.amount(average.total, average.key.unit)),
        Markdown.escape(text(of: average)),
      ]
    }
    let sources = Set(shown.map(\.source)).filter { !$0.isEmpty }.sorted()
    return words("## 平均", "## Averages") + "\n\n"
      + words(
        "只在合计与除数说的是同一些地方时给出。", "Only where a total and what divides it speak of the same places.")
      + (sources.isEmpty
        ? "" : words(" 人口数：", " Inhabitants: ") + Markdown.escape(words.list(sources)))
      + "\n\n" + Markdown.table(header: header, numbersFrom: 2, rows: Array(rows))
      + rest(of: found.count, shown: shown.count, unit: "个", file: "averages.csv")
  }

  private func text(of average: Average) -> String {
    let value = average.value.map { words.amount($0, average.key.unit) } ?? ""
    switch average.base {
    case .population: return words("每万人\(value)", "\(value) per 10,000 inhabitants")
    case .site: return words("每个站点\(value)", "\(value) per site")
    case .person: return words("人均\(value)", "\(value) per person")
    }
  }
}
