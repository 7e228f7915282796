import FactModel

/// What part of a run has read, filed by month: the thing that merges.
///
///     var all = PartialAggregate()
///     for page in pages { all.merge(loader.read(page)) }
///     let reports = try aggregator.reports(of: all)
///
/// Merging is associative and commutative, and an empty one changes nothing: the reports are the
/// same to the byte whether a month is aggregated at once, by document, or in any order and
/// grouping. Facts are kept one by one, since what repeats or covers a fact may stand on any page.
public struct PartialAggregate: Sendable {
  /// What was read for one month, in any order.
  struct Month: Sendable {
    var facts: [Fact] = []
    var exclusions: [Exclusion] = []
    var doubts: [Doubt] = []

    mutating func append(_ other: Month) {
      facts += other.facts
      exclusions += other.exclusions
      doubts += other.doubts
    }

    mutating func sort() {
      facts.sortByDocument()
      exclusions.sortByDocument()
      doubts.sortByDocument()
    }
  }

  private var contents: [YearMonth: Month] = [:]
  private var documents: [DocumentRecord] = []

  /// - Parameter result: what was read, in any order; nothing for an aggregate to merge others into.
  public init(_ result: LoadResult = LoadResult()) { merge(result) }

  /// Adds what was read of some documents, none of which is there already.
  ///
  /// - Complexity: linear in what is added.
  public mutating func merge(_ result: LoadResult) {
    file(result.facts, by: \.provenance.month) { $0.facts += $1 }
    file(result.exclusions, by: \.month) { $0.exclusions += $1 }
    file(result.doubts, by: \.month) { $0.doubts += $1 }
    documents += result.documents
  }

  /// Adds what another part of the run has read. No document may be in both.
  ///
  /// - Complexity: linear; what is merged is put in order where a report is made of it.
  public mutating func merge(_ other: PartialAggregate) {
    for (month, theirs) in other.contents { contents[month, default: Month()].append(theirs) }
    documents += other.documents
  }

  /// The months that anything was read for, the earliest first.
  public var months: [YearMonth] {
    Set(contents.keys).union(documents.lazy.map(\.month)).sorted()
  }

  /// What was read for the months of a range; `nil` where nothing was.
  func slice(_ range: MonthRange) -> Slice? {
    var content = Month()
    let months = contents.keys.sorted().filter { range.contains($0) }
    // One month's values need not be copied, unless they are out of order.
    if months.count == 1 {
      content = contents[months[0]] ?? content
    } else {
      for month in months { content.append(contents[month] ?? Month()) }
    }
    content.sort()
    var names = Set(content.facts.lazy.map(\.provenance.document))
    names.formUnion(content.exclusions.lazy.map(\.document))
    var documents = documents.filter { range.contains($0.month) || names.contains($0.name) }
    documents.sortByDocument()
    let slice = Slice(range: range, content: content, documents: documents)
    return slice.isEmpty ? nil : slice
  }

  /// Files values by month. Those of a page are of one mostly, and are not parted one by one.
  private mutating func file<Value: DocumentOrdered>(
    _ values: [Value], by month: (Value) -> YearMonth, _ add: (inout Month, [Value]) -> Void
  ) {
    guard let first = values.first.map(month) else { return }
    if values.allSatisfy({ month($0) == first }) {
      add(&contents[first, default: Month()], values)
    } else {
      for (month, values) in Dictionary(grouping: values, by: month) {
        add(&contents[month, default: Month()], values)
      }
    }
  }
}

/// What was read for the months of one report, in document order.
struct Slice {
  let range: MonthRange
  let content: PartialAggregate.Month
  /// The pages of the months, and the sheets that have a row of one.
  let documents: [DocumentRecord]

  var facts: [Fact] { content.facts }
  var exclusions: [Exclusion] { content.exclusions }
  var doubts: [Doubt] { content.doubts }

  var isEmpty: Bool { documents.isEmpty && facts.isEmpty && exclusions.isEmpty && doubts.isEmpty }

  var coverage: Coverage {
    Coverage(
      pages: documents.count, articles: documents.reduce(0) { $0 + $1.articles },
      facts: facts.count)
  }
}
