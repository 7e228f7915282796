import FactModel

/// A paragraph per province.
extension Digest {
  var provinces: String? {
    var entries: [Division: [ReportFact]] = [:]
    for entry in report.entries where entry.fact.place.level != .nation {
      let place = entry.fact.place
      let province = Division(
        code: place.provinceCode, name: place.province, province: place.province)
      entries[province, default: []].append(entry)
    }
    if entries.isEmpty { return nil }
    let totals = Dictionary(grouping: report.totals, by: \.key.province)
    let paragraphs = entries.keys.sorted().map { province in
      "**\(provinceName(province))**" + words("：", ": ")
        + paragraph(of: entries[province] ?? [], totals: totals[province] ?? [])
    }
    return ([words("## 各省情况", "## Province by province")] + paragraphs).joined(separator: "\n\n")
  }

  /// How many figures there are and what becomes of them, then the greatest total of each kind.
  private func paragraph(of entries: [ReportFact], totals: [Total]) -> String {
    let fates = Verdict.allCases.map { verdict in
      (verdict, entries.count { $0.verdict == verdict })
    }
    let programs = Set(entries.map(\.fact.program)).count
    let start = words(
      "\(entries.count)个数字，\(programs)个项目；\(counts(fates))。",
      "\(plural(entries.count, "figure")), \(plural(programs, "programme")); \(counts(fates)).")
    let best = Kind.allCases.sorted().compactMap { kind -> String? in
      let groups = totals.filter { $0.key.kind == kind && $0.total != nil }
      guard let top = groups.max(by: { ($0.total ?? .zero) < ($1.total ?? .zero) })
      else { return nil }
      let (name, program) = (words.kind(kind), programName(top.key.program))
      if groups.count == 1 {
        return words(
          "\(name)：\(program)\(amount(of: top))（\(time(of: top))）",
          "\(name): \(amount(of: top)) (\(time(of: top))), \(program)")
      }
      return words(
        "\(name)\(groups.count)组，以\(program)最多，\(amount(of: top))（\(time(of: top))）",
        "\(name): \(groups.count) groups, the greatest \(amount(of: top)) (\(time(of: top))), \(program)"
      )
    }
    return best.isEmpty
      ? start : start + words("", " ") + best.joined(separator: words("；", "; ")) + words("。", ".")
  }
}
