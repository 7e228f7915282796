/// Gives paragraphs that stand before the headline of their own article back to it.
///
/// A printed page read column by column often has an article's first paragraph, or a photograph's caption, above its
/// headline: by its place it seems to end the article before. Such a paragraph shares its words with the article that
/// follows. Only the last paragraph of an article, and what stands before the first headline, is looked at.
enum Orphans {
  /// What a pair of signs weighs that stands in one article only; one that stands in two weighs half of it, and so on.
  private static let rare = 2520
  /// The other article must share at least so much with the paragraph, and by its length twice as much as its own does.
  private static let least = 2 * rare
  /// What every article is taken to share, and so many signs that it is taken to be longer: little text tells little.
  private static let (chance, margin) = (rare, 60)

  static func settle(_ flow: inout Flow) {
    guard flow.articles.count > 1 else { return }
    let candidates = flow.articles.indices.map { candidate(of: $0, flow) }
    var pairs = SharedPairs(flow, candidates: candidates)
    let lengths = candidates.enumerated().map { length(of: $0, without: $1, flow) + margin }
    for (article, candidate) in candidates.enumerated() {
      guard let paragraph = candidate else { continue }
      let shares = pairs.shares(of: paragraph, rare: rare, flow)
      // Before the first headline the page may have put any article's beginning.
      let isHeadless = flow.articles[article].headline.isEmpty
      let others = isHeadless ? Array(shares.indices) : [article + 1]
      let best = others.filter { $0 != article && $0 < shares.count }
        .max { (shares[$0] * lengths[$1], $1) < (shares[$1] * lengths[$0], $0) }
      guard let best, shares[best] >= least,
        shares[best] * lengths[article] > 2 * (shares[article] + chance) * lengths[best]
      else { continue }
      move(paragraph, to: best, &flow)
    }
    flow.articles.removeAll { $0.paragraphs.isEmpty }
    renumber(&flow)
  }

  /// The last paragraph of body text, if the article has more than it or has no headline.
  private static func candidate(of article: Int, _ flow: Flow) -> Int? {
    guard let last = flow.articles[article].paragraphs.last, flow.paragraphs[last].role == .body
    else { return nil }
    let hasOthers = flow.articles[article].paragraphs.dropLast().contains {
      flow.paragraphs[$0].role == .body
    }
    return hasOthers || flow.articles[article].headline.isEmpty ? last : nil
  }

  /// How many signs an article has beside its candidate.
  private static func length(of article: Int, without candidate: Int?, _ flow: Flow) -> Int {
    flow.articles[article].paragraphs.reduce(0) {
      $0 + ($1 == candidate ? 0 : flow.paragraphs[$1].range.count)
    }
  }

  private static func move(_ paragraph: Int, to article: Int, _ flow: inout Flow) {
    let from = flow.paragraphs[paragraph].article
    flow.articles[from].paragraphs.removeAll { $0 == paragraph }
    flow.articles[article].paragraphs.append(paragraph)
    flow.paragraphs[paragraph].article = article
  }

  private static func renumber(_ flow: inout Flow) {
    for (index, article) in flow.articles.enumerated() {
      for paragraph in article.paragraphs { flow.paragraphs[paragraph].article = index }
    }
  }
}
