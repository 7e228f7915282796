/// What the sentences of an article say together.
extension ProgramResolver {
  struct Rows {
    /// The places of the sentence's cues.
    var cues: Range<Int>
    /// The row of its paragraph, and that of the article's headlines and the last subhead above it.
    var paragraph = ScoreTable.none
    var heads = ScoreTable.none
  }

  static let articleRow = 0

  /// Adds up what the sentences say, for the article and each paragraph, and in headlines for what stands below them.
  static func scores(
    of cues: [Cue], _ rows: inout [Rows], _ article: ArticleText, _ programs: Int
  ) -> ScoreTable {
    var scores = ScoreTable(programs: programs, rows: mostRows(article))
    let whole = scores.addRow()
    let headline = scores.addRow()
    precondition(whole == articleRow)
    var (subhead, heads) = (ScoreTable.none, ScoreTable.none)
    var (last, paragraph) = (-1, ScoreTable.none)
    var isBelowLead = false
    for index in rows.indices {
      let own = cues[rows[index].cues]
      if article.sentences[index].paragraph != last {
        (last, paragraph) = (article.sentences[index].paragraph, ScoreTable.none)
      }
      switch article.role(of: article.sentences[index]) {
      case .headline:
        // The lines above the lead are the headline; below it each subhead begins a section.
        if isBelowLead {
          subhead = scores.addRow()
          scores.add(own, to: subhead, most: .max, mostOfSentence: .max)
        } else {
          scores.add(own, to: headline, most: Far.headline.most)
        }
        heads = scores.addRow()
        scores.add(headline, to: heads, most: Far.headline.most)
        scores.add(subhead, to: heads, most: Far.headline.most)
      case .body: isBelowLead = true
      default: break
      }
      if !own.isEmpty {
        if paragraph == ScoreTable.none { paragraph = scores.addRow() }
        scores.add(own, to: paragraph, most: Far.article.most)
        scores.add(own, to: whole, most: Far.article.most)
      }
      rows[index].paragraph = paragraph
      rows[index].heads = heads
    }
    // What a paragraph says in all is what it says up to its last sentence; the first ones may have no cues.
    for index in rows.indices.dropLast().reversed()
    where article.sentences[index].paragraph == article.sentences[index + 1].paragraph {
      rows[index].paragraph = rows[index + 1].paragraph
    }
    return scores
  }

  /// As many rows as an article needs if each paragraph has cues.
  private static func mostRows(_ article: ArticleText) -> Int {
    var (count, last) = (2, -1)
    for index in article.sentences.indices {
      if article.sentences[index].paragraph != last {
        last = article.sentences[index].paragraph
        count += 1
      }
      if case .headline = article.role(of: article.sentences[index]) { count += 2 }
    }
    return count
  }
}
