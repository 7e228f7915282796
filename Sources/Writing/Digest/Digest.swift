import FactModel

/// `digest.md`: the month for editors, in Chinese.
///
/// Every figure of it stands in a table of the report. A section that has nothing to say is left
/// out, and a list names at most so many things and says how many more there are: three facts read
/// as well as three thousand.
struct Digest {
  let report: Report
  let comparisons: [Comparison]
  let programs: ProgramNames

  /// How many rows a list shows.
  static let limit = 10
  /// How many figures of a kind are shown with their sentences.
  static let figureLimit = 5

  init(of report: Report, comparisons: [Comparison]) {
    self.report = report
    self.comparisons = comparisons
    programs = ProgramNames(of: report)
  }

  /// The whole text, lines ended by LF.
  var markdown: String {
    let sections: [String?] = [
      "# \(Digest.name(of: report.month))工会数字月报", overview, biggestFigures, tables, rates,
      changes, provinces, nationalFigures, doubts, omissions, method,
    ]
    return sections.compactMap { $0 }.joined(separator: "\n\n") + "\n"
  }

  static func name(of month: YearMonth) -> String { "\(month.year)年\(month.month)月" }

  /// 浙江省江山市; a province alone once.
  func name(of place: Division) -> String {
    Markdown.escape(place.name == place.province ? place.name : place.province + place.name)
  }

  func programName(_ id: String) -> String { Markdown.escape(programs[id]) }

  /// Place, programme and label of a fact.
  func title(of fact: Fact) -> String {
    let label = fact.label.isEmpty ? "" : " · " + Markdown.escape(fact.label)
    return name(of: fact.place) + " · " + programName(fact.program) + label
  }

  func number(_ quantity: Quantity) -> String { Markdown.escape(NumberText.text(quantity)) }

  func source(_ fact: Fact) -> String {
    Markdown.escape(fact.provenance.document) + "，第\(fact.provenance.line)行"
  }

  /// "另有3项，见 summary.csv。", or nothing where all are shown.
  static func rest(of count: Int, shown: Int, unit: String, file: String) -> String {
    count > shown ? "\n\n另有\(count - shown)\(unit)，见 `\(file)`。" : ""
  }

  /// The places in `report.entries` of the facts of a verdict, the greatest value first; equal ones
  /// in document order.
  func greatest(
    _ kind: Kind, verdict: Verdict, where isWanted: (ReportFact) -> Bool = { _ in true }
  ) -> [Int] {
    let entries = report.entries
    let found = entries.indices.filter { index in
      entries[index].verdict == verdict && entries[index].fact.kind == kind
        && isWanted(entries[index])
    }
    return found.sorted { left, right in
      let values = (entries[left].fact.quantity.value, entries[right].fact.quantity.value)
      return values.0 != values.1 ? values.0 > values.1 : left < right
    }
  }
}
