import FactModel

/// `digest.md`: the month for editors.
///
/// Every figure of it stands in a table of the report. A section that has nothing to say is left
/// out, and a list names at most so many things and says how many more there are: three facts read
/// as well as three thousand.
struct Digest {
  let report: Report
  let comparisons: [Comparison]
  let pictures: Pictures
  let words: ReportWords

  /// How many rows a list shows.
  static let limit = 10
  /// How many figures of a kind are shown with their sentences.
  static let figureLimit = 5
  /// A month of so few facts shows each of them once, and no tables; unless there is something to
  /// draw, for then there is something to compare.
  static let fewFacts = 3

  init(
    of report: Report, comparisons: [Comparison], pictures: Pictures, words: ReportWords
  ) {
    self.report = report
    self.comparisons = comparisons
    self.pictures = pictures
    self.words = words
  }

  /// The whole text, lines ended by LF.
  var markdown: String {
    let isShort =
      report.entries.count <= Digest.fewFacts
      && Kind.allCases.allSatisfy { pictures.levels(of: $0).isEmpty }
    let sections: [String?] = [
      title, overview, biggestFigures, isShort ? nil : tables, rates, changes,
      isShort ? nil : provinces, nationalFigures, nationBesideProvinces, averages, doubts,
      isShort ? nil : omissions, method,
    ]
    return sections.compactMap { $0 }.joined(separator: "\n\n") + "\n"
  }

  private var title: String {
    words("# \(month)工会数字月报", "# Union news in figures, \(month)")
  }

  var month: String { words.month(report.month) }
}

/// Words that several sections use; all of them are Markdown already.
extension Digest {
  func programName(_ id: String) -> String { Markdown.escape(words.program(id)) }

  func provinceName(_ province: Division) -> String { Markdown.escape(words.province(province)) }

  /// Place, programme and label of a fact.
  func title(of fact: Fact) -> String {
    let label = fact.label.isEmpty ? "" : " · " + Markdown.escape(fact.label)
    return Markdown.escape(words.place(fact.place)) + " · " + programName(fact.program) + label
  }

  func number(_ quantity: Quantity) -> String { Markdown.escape(words.quantity(quantity)) }

  /// The headline, the page and the line.
  func source(_ fact: Fact) -> String {
    let place = fact.provenance
    let headline = Markdown.escape(place.headline)
    let page = Markdown.escape(place.document)
    return words(
      (headline.isEmpty ? "" : "《\(headline)》，") + "\(page)，第\(place.line)行",
      (headline.isEmpty ? "" : "“\(headline)”, ") + "\(page), line \(place.line)")
  }

  func time(of entry: ReportFact) -> String { words.time(entry.span, Rhythm(entry.fact.period)) }

  func time(of total: Total) -> String { words.time(total.key.span, total.rhythm) }

  /// "另有3项，见 summary.csv。", or nothing where all are shown.
  func rest(of count: Int, shown: Int, unit: String, file: String) -> String {
    if count <= shown { return "" }
    return words(
      "\n\n另有\(count - shown)\(unit)，见 `\(file)`。", "\n\n\(count - shown) more in `\(file)`.")
  }

  /// The picture as Markdown: what it says stands in its place where it is not seen.
  func image(_ picture: Picture) -> String {
    let said = picture.title + words("。", ". ") + picture.description
    return "![\(Markdown.escape(said))](\(picture.path))"
  }

  /// How many facts got each verdict: 计划或预计4个、重复6个.
  func counts(_ items: [(verdict: Verdict, count: Int)]) -> String {
    words.list(items.filter { $0.count > 0 }.map { words.verdict($0.verdict, count: $0.count) })
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
