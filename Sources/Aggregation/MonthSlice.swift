import FactModel

/// What was read for one month.
struct MonthSlice {
  let month: YearMonth
  let facts: [Fact]
  let exclusions: [Exclusion]
  let doubts: [Doubt]
  /// The pages of the month, and the sheets that have a row of the month.
  let documents: [DocumentRecord]

  var coverage: Coverage {
    Coverage(
      pages: documents.count, articles: documents.reduce(0) { $0 + $1.articles },
      facts: facts.count)
  }

  /// The months that anything was read for, the earliest first; inside a month the order of reading
  /// stays.
  static func all(of result: LoadResult) -> [MonthSlice] {
    let facts = grouped(result.facts, by: \.provenance.month)
    let exclusions = grouped(result.exclusions, by: \.month)
    let doubts = grouped(result.doubts, by: \.month)
    var documents: [YearMonth: [DocumentRecord]] = [:]
    let named = months(of: result)
    for document in result.documents {
      for month in (named[document.name] ?? []).union([document.month]) {
        documents[month, default: []].append(document)
      }
    }
    let months = Set(facts.keys).union(exclusions.keys).union(doubts.keys).union(documents.keys)
    return months.sorted().map { month in
      MonthSlice(
        month: month, facts: facts[month] ?? [], exclusions: exclusions[month] ?? [],
        doubts: doubts[month] ?? [], documents: documents[month] ?? [])
    }
  }

  /// Most runs are of one month, whose values then need not be copied.
  private static func grouped<Value>(
    _ values: [Value], by month: (Value) -> YearMonth
  ) -> [YearMonth: [Value]] {
    guard let first = values.first.map(month) else { return [:] }
    if values.allSatisfy({ month($0) == first }) { return [first: values] }
    return Dictionary(grouping: values, by: month)
  }

  /// By the name of a document, the months that its figures belong to: of a sheet, perhaps several.
  private static func months(of result: LoadResult) -> [String: Set<YearMonth>] {
    var months: [String: Set<YearMonth>] = [:]
    for fact in result.facts {
      months[fact.provenance.document, default: []].insert(fact.provenance.month)
    }
    for exclusion in result.exclusions {
      months[exclusion.document, default: []].insert(exclusion.month)
    }
    return months
  }
}
