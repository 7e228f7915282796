import Languages
import Yuebao

/// A difference for people.
struct DifferenceText {
  let difference: Difference
  let session: Session

  func say() throws(OutputError) {
    for item in difference.facts { try Console.print(line(of: item, name: figure(item.row))) }
    if let totals = difference.totals, !totals.isEmpty {
      try Console.print(session.outputStyle.bold(session.text(Wording(en: "Totals:", zh: "合计："))))
      for item in totals { try Console.print(line(of: item, name: group(item.row))) }
    }
    try session.say(closing)
  }

  private func line(of item: Difference.Item, name: String) -> String {
    let style = session.outputStyle
    switch item.kind {
    case .came: return style.green("+ " + name + shown(item.row))
    case .gone: return style.red("- " + name + shown(item.row))
    case .changed:
      let changes = telling(item).map { "\($0.column) \(plain($0.old)) → \(plain($0.new))" }
      return style.yellow("~ " + name) + "  " + changes.joined(separator: "; ")
    }
  }

  /// Of a total that changed its sum only that and the number of facts; the bounds and the middle go with it.
  private func telling(_ item: Difference.Item) -> [Difference.Change] {
    guard item.row["document"].isEmpty else { return item.changes }
    let chief = item.row["kind"] == "rates" ? ["median", "facts"] : ["total", "facts"]
    let changes = item.changes.filter { chief.contains($0.column) }
    return changes.isEmpty ? item.changes : changes
  }

  private func plain(_ text: String) -> String { text.isEmpty ? "—" : text }

  /// `p3:12 1200余名`.
  private func figure(_ row: PublishedTable.Row) -> String {
    "\(row["document"]):\(row["line"]) \(row["raw"])"
  }

  /// `2025-07 江苏省 hardship-aid funds CNY cumulative`.
  private func group(_ row: PublishedTable.Row) -> String {
    let month = Difference.month(of: row)
    return ([month] + Difference.groupColumns.map { row[$0] }).joined(separator: " ")
  }

  /// What a figure says, or the sum of a total.
  private func shown(_ row: PublishedTable.Row) -> String {
    let cells =
      row["document"].isEmpty
      ? [row["total"].isEmpty ? row["median"] : row["total"]]
      : ["kind", "value", "unit", "label", "place", "program", "period", "status"].map { row[$0] }
    return "  " + cells.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private var closing: Wording {
    let came = difference.count(.came)
    let gone = difference.count(.gone)
    let changed = difference.count(.changed)
    let figures = Wording(
      en: "figures: \(came) came, \(gone) went, \(changed) changed; ",
      zh: "数字：新增 \(came) 个，消失 \(gone) 个，改变 \(changed) 个；")
    guard let totals = difference.totals else {
      return figures
        + Wording(
          en: "no totals to compare (no summary.csv beside the facts)",
          zh: "没有合计可比（旁边没有 summary.csv）")
    }
    return figures
      + Wording(en: "totals that differ: \(totals.count)", zh: "不同的合计：\(totals.count) 个")
  }
}

extension Difference {
  /// The month of a total as `2025-07`, of several months as `2025-07/2025-09`.
  static func month(of row: PublishedTable.Row) -> String {
    func month(_ prefix: String) -> String? {
      guard let year = Int(row[prefix + "year"]), let month = Int(row[prefix + "month"]) else {
        return nil
      }
      return YearMonth(year: year, month: month)?.description
    }
    let ends = [month("from_"), month("to_")].compactMap { $0 }
    return month("") ?? ends.joined(separator: "/")
  }
}

/// A difference for other programs: a row for each figure or total that came or went, and for each column that changed.
enum DifferenceCSV {
  private static let header = [
    "of", "change", "document", "line", "raw", "column", "old", "new", "month", "province",
    "program", "kind", "unit", "span",
  ]

  static func bytes(of difference: Difference) -> [UInt8] {
    let items =
      difference.facts.map { ("fact", $0) } + (difference.totals ?? []).map { ("total", $0) }
    var writer = CSVWriter(style: .plain, header: header)
    for (name, item) in items { for row in rows(of: item, name) { writer.append(row) } }
    return writer.bytes
  }

  private static func rows(of item: Difference.Item, _ name: String) -> [[CSVWriter.Cell]] {
    let isFact = name == "fact"
    let column = isFact ? "value" : "total"
    let value = item.row[column]
    let changes: [Difference.Change] =
      switch item.kind {
      case .came: [.init(column: column, old: "", new: value)]
      case .gone: [.init(column: column, old: value, new: "")]
      case .changed: item.changes
      }
    let month = isFact ? item.row["month"] : Difference.month(of: item.row)
    return changes.map { change in
      [name, item.kind.rawValue].map(CSVWriter.Cell.text)
        + ["document", "line", "raw"].map { .text(item.row[$0]) }
        + [change.column, change.old, change.new, month].map(CSVWriter.Cell.text)
        + ["province", "program", "kind", "unit", "span"].map { .text(item.row[$0]) }
    }
  }
}
