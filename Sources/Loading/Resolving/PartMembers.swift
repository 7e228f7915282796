import FactModel

/// What is compared of the drafts of an article, again and again, as plain numbers.
struct Members {
  struct Member: BitwiseCopyable {
    /// Drafts of one sort have the same kind, standing and unit.
    let sort: Int32
    let sentence: Int32
    let paragraph: Int32
    /// Where the figure begins, and where its numeral does.
    let start: Int32
    let numeral: Int32
    let value: Amount
    let hasHigh: Bool
    let isExact: Bool
    let isRate: Bool
  }

  private let list: [Member]

  init(of drafts: [Draft], _ article: ArticleText) {
    // An article has few sorts.
    var sorts: [Int] = []
    list = drafts.indices.map { index in
      let sort = sorts.firstIndex { Members.isAlike($0, index, drafts) } ?? sorts.count
      if sort == sorts.count { sorts.append(index) }
      return Member(
        sort: Int32(sort), sentence: Int32(drafts[index].sentence),
        paragraph: Int32(article.sentences[drafts[index].sentence].paragraph),
        start: Int32(drafts[index].figure.range.lowerBound),
        numeral: Int32(drafts[index].figure.numeral.lowerBound),
        value: drafts[index].figure.quantity.value,
        hasHigh: drafts[index].figure.quantity.high != nil,
        isExact: drafts[index].figure.quantity.qualifier == .exact,
        isRate: drafts[index].figure.kind == .rates)
    }
  }

  private static func isAlike(_ one: Int, _ other: Int, _ drafts: [Draft]) -> Bool {
    drafts[one].figure.kind == drafts[other].figure.kind
      && drafts[one].status == drafts[other].status
      && drafts[one].figure.quantity.unit.isSame(drafts[other].figure.quantity.unit)
  }

  var count: Int { list.count }

  subscript(index: Int) -> Member { list[index] }
}

extension Unit {
  /// Whether two units are the same to the byte, as those of the tables and of one text are: comparing texts that differ
  /// is slow.
  func isSame(_ other: Unit) -> Bool {
    switch (self, other) {
    case (.item(let one), .item(let two)), (.currency(let one), .currency(let two)): one.isSame(two)
    default: self == other
    }
  }
}
