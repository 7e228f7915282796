/// What the sentences of an article say together.
extension ProgramResolver {
  struct Rows {
    /// The places of the sentence's cues.
    var cues: Range<Int>
    /// The row of the article's headlines and the last subhead above it.
    var heads = ScoreTable.none
  }

  /// The rows of scores that every article has.
  enum Row {
    static let article = 0
    static let headline = 1
    /// Of the paragraph that was asked about last.
    static let paragraph = 2
    /// What the text around a sentence says, of the sentence that was asked about last.
    static let far = 3
    static let count = 4
  }

  /// Adds up what the sentences say, for the article, and in headlines for what stands below them.
  static func scores(
    of cues: CueList, _ rows: inout [Rows], _ article: ArticleText, _ programs: Int
  ) -> ScoreTable {
    // A headline has a row, and what stands below it another one.
    let headlines = article.sentences.indices.count { isHeadline($0, article) }
    let scores = ScoreTable(programs: programs, rows: Row.count + 2 * headlines)
    while scores.addRow() < Row.count - 1 {}
    var (subhead, heads) = (ScoreTable.none, ScoreTable.none)
    var isBelowLead = false
    for index in rows.indices {
      let own = cues[rows[index].cues]
      switch article.role(at: index) {
      case .headline:
        // The lines above the lead are the headline; below it each subhead begins a section.
        if isBelowLead {
          subhead = scores.addRow()
          scores.add(own, to: subhead, most: .max, mostOfSentence: .max)
        } else {
          scores.add(own, to: Row.headline, most: Far.headline.most)
        }
        heads = scores.addRow()
        scores.add(Row.headline, to: heads, most: Far.headline.most)
        scores.add(subhead, to: heads, most: Far.headline.most)
      case .body: isBelowLead = true
      default: break
      }
      if !own.isEmpty { scores.add(own, to: Row.article, most: Far.article.most) }
      rows[index].heads = heads
    }
    return scores
  }

  private static func isHeadline(_ index: Int, _ article: ArticleText) -> Bool {
    if case .headline = article.role(at: index) { true } else { false }
  }

  /// The sentences of the paragraph that holds one.
  static func paragraph(of index: Int, _ article: ArticleText) -> Range<Int> {
    let paragraph = article.sentences[index].paragraph
    var (first, end) = (index, index + 1)
    while first > 0, article.sentences[first - 1].paragraph == paragraph { first -= 1 }
    while end < article.sentences.count, article.sentences[end].paragraph == paragraph { end += 1 }
    return first..<end
  }
}
