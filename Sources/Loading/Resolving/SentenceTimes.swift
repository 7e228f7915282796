/// The times of the sentences of an article, each a stretch of one list.
struct SentenceTimes {
  private var all: [ResolvedTime] = []
  /// Where the times of each sentence end in the list.
  private var ends: [Int] = []

  /// The times of no sentence yet.
  init(of article: ArticleText) {
    ends.reserveCapacity(article.sentences.count)
    all.reserveCapacity(article.sentences.count / 2 + 1)
  }

  /// Adds the times of the next sentence.
  mutating func append(_ times: [ResolvedTime]) {
    if !times.isEmpty { all += times }
    ends.append(all.count)
  }

  /// The times of a sentence that were added.
  subscript(index: Int) -> ArraySlice<ResolvedTime> {
    all[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }
}
