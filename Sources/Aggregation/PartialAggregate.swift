import FactModel

/// What part of a run has read, filed by month: the thing that merges.
///
///     var all = PartialAggregate()
///     for page in pages { all.merge(PartialAggregate(loader.read(page))) }
///     let reports = try aggregator.reports(of: all)
///
/// Merging is associative and commutative, and an empty one changes nothing: the reports are the
/// same to the byte whether a month is aggregated at once, by document, or in any order and
/// grouping. Facts are kept one by one, since what repeats or covers a fact may stand on any page.
public struct PartialAggregate: Sendable {
  /// What was read for one month, each list in document order.
  struct Month: Sendable {
    var facts: [Fact] = []
    var exclusions: [Exclusion] = []
    var doubts: [Doubt] = []
  }

  private var contents: [YearMonth: Month] = [:]
  private var documents: [DocumentRecord] = []

  /// - Parameter result: what was read, in any order; nothing for an aggregate to merge others into.
  public init(_ result: LoadResult = LoadResult()) {
    for (month, facts) in PartialAggregate.filed(result.facts, by: \.provenance.month) {
      contents[month, default: Month()].facts = facts
    }
    for (month, exclusions) in PartialAggregate.filed(result.exclusions, by: \.month) {
      contents[month, default: Month()].exclusions = exclusions
    }
    for (month, doubts) in PartialAggregate.filed(result.doubts, by: \.month) {
      contents[month, default: Month()].doubts = doubts
    }
    documents = result.documents
    documents.sortByDocument()
  }

  /// Adds what another part of the run has read. No document may be in both.
  ///
  /// - Complexity: linear where the other's documents come behind these, *n* log *n* otherwise.
  public mutating func merge(_ other: PartialAggregate) {
    for (month, theirs) in other.contents {
      var ours = contents.removeValue(forKey: month) ?? Month()
      ours.facts += theirs.facts
      ours.facts.sortByDocument()
      ours.exclusions += theirs.exclusions
      ours.exclusions.sortByDocument()
      ours.doubts += theirs.doubts
      ours.doubts.sortByDocument()
      contents[month] = ours
    }
    documents += other.documents
    documents.sortByDocument()
  }

  /// The months that anything was read for, the earliest first.
  public var months: [YearMonth] {
    Set(contents.keys).union(documents.lazy.map(\.month)).sorted()
  }

  /// What was read for the months of a range; `nil` where nothing was.
  func slice(_ range: MonthRange) -> Slice? {
    var slice = Slice(range: range)
    for month in contents.keys.sorted() where range.contains(month) {
      guard let content = contents[month] else { continue }
      slice.facts += content.facts
      slice.exclusions += content.exclusions
      slice.doubts += content.doubts
    }
    slice.facts.sortByDocument()
    slice.exclusions.sortByDocument()
    slice.doubts.sortByDocument()
    var names = Set(slice.facts.lazy.map(\.provenance.document))
    names.formUnion(slice.exclusions.lazy.map(\.document))
    slice.documents = documents.filter { range.contains($0.month) || names.contains($0.name) }
    let isEmpty = slice.documents.isEmpty && slice.facts.isEmpty && slice.exclusions.isEmpty
    return isEmpty && slice.doubts.isEmpty ? nil : slice
  }

  /// Most runs are of one month, whose values then need not be copied.
  private static func filed<Value: DocumentOrdered>(
    _ values: [Value], by month: (Value) -> YearMonth
  ) -> [YearMonth: [Value]] {
    guard let first = values.first.map(month) else { return [:] }
    let isOneMonth = values.allSatisfy { month($0) == first }
    var files = isOneMonth ? [first: values] : Dictionary(grouping: values, by: month)
    for month in files.keys { files[month]?.sortByDocument() }
    return files
  }
}

/// What was read for the months of one report, in document order.
struct Slice {
  let range: MonthRange
  var facts: [Fact] = []
  var exclusions: [Exclusion] = []
  var doubts: [Doubt] = []
  /// The pages of the months, and the sheets that have a row of one.
  var documents: [DocumentRecord] = []

  var coverage: Coverage {
    Coverage(
      pages: documents.count, articles: documents.reduce(0) { $0 + $1.articles },
      facts: facts.count)
  }
}
