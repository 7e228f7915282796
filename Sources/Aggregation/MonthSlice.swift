import FactModel

/// What was read for one month.
struct MonthSlice {
  let month: YearMonth
  var facts: [Fact] = []
  var exclusions: [Exclusion] = []
  var doubts: [Doubt] = []
  /// The pages of the month, and the sheets that have a row of the month.
  var documents: [DocumentRecord] = []

  var coverage: Coverage {
    Coverage(
      pages: documents.count, articles: documents.reduce(0) { $0 + $1.articles },
      facts: facts.count)
  }

  /// The months that anything was read for, the earliest first; inside a month the order of reading stays.
  static func all(of result: LoadResult) -> [MonthSlice] {
    var slices: [YearMonth: MonthSlice] = [:]
    for fact in result.facts {
      slices[fact.provenance.month, default: MonthSlice(month: fact.provenance.month)]
        .facts.append(fact)
    }
    for exclusion in result.exclusions {
      slices[exclusion.month, default: MonthSlice(month: exclusion.month)]
        .exclusions.append(exclusion)
    }
    for doubt in result.doubts {
      slices[doubt.month, default: MonthSlice(month: doubt.month)].doubts.append(doubt)
    }
    let named = documentsByMonth(of: result)
    for document in result.documents {
      for month in (named[document.name] ?? []).union([document.month]) {
        slices[month, default: MonthSlice(month: month)].documents.append(document)
      }
    }
    return slices.values.sorted { $0.month < $1.month }
  }

  /// The months that the figures of a document belong to: of a sheet, perhaps several.
  private static func documentsByMonth(of result: LoadResult) -> [String: Set<YearMonth>] {
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
