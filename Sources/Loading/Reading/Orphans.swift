/// Gives paragraphs that stand before the headline of their own article back to it.
///
/// A printed page read column by column often has an article's first paragraph, or a photograph's caption, above its
/// headline: by its place it seems to end the article before. Such a paragraph shares its words with the article that
/// follows. Only the last paragraph of an article, and what stands before the first headline, is looked at.
enum Orphans {
  /// What a pair of signs weighs that stands in one article only; one that stands in two weighs half of it, and so on.
  private static let rare = 2520
  /// The other article must share at least so much with the paragraph, and half as much again as its own does.
  private static let least = 2 * rare

  static func settle(_ flow: inout Flow) {
    guard flow.articles.count > 1 else { return }
    let candidates = flow.articles.indices.map { candidate(of: $0, flow) }
    let pairs = SharedPairs(flow, candidates: candidates)
    for (article, candidate) in candidates.enumerated() {
      guard let paragraph = candidate else { continue }
      let shares = pairs.shares(of: paragraph, rare: rare, flow)
      // Before the first headline the page may have put any article's beginning.
      let isHeadless = flow.articles[article].headline.isEmpty
      let others = isHeadless ? Array(shares.indices) : [article + 1]
      let best = others.filter { $0 != article && $0 < shares.count }
        .max { (shares[$0], $1) < (shares[$1], $0) }
      guard let best, shares[best] >= least, shares[best] * 2 > shares[article] * 3 else {
        continue
      }
      move(paragraph, to: best, &flow)
    }
    flow.articles.removeAll { $0.paragraphs.isEmpty }
    renumber(&flow)
  }

  /// The last paragraph of body text, if the article has more than it or has no headline.
  private static func candidate(of article: Int, _ flow: Flow) -> Int? {
    let bodies = flow.articles[article].paragraphs.filter { flow.paragraphs[$0].role == .body }
    guard let last = bodies.last, last == flow.articles[article].paragraphs.last else { return nil }
    return bodies.count > 1 || flow.articles[article].headline.isEmpty ? last : nil
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

/// The pairs of neighbouring Han signs of the paragraphs that may be moved, and the articles in which each stands.
///
/// Only these pairs are kept, so that the rest of the page is gone over once and mostly passed by.
struct SharedPairs {
  /// The place of a pair in the lists below.
  private var places: [UInt32: Int] = [:]
  /// A bit for the lowest bits of each pair that is kept, to pass by most of the others.
  private var known = [UInt64](repeating: 0, count: 1 << 10)
  /// For each pair, the articles that hold it, in order, each once.
  private var articles: [[Int]] = []

  init(_ flow: Flow, candidates: [Int?]) {
    for case let paragraph? in candidates {
      SharedPairs.forEachPair(of: paragraph, flow) { pair in
        let bit = SharedPairs.bit(pair)
        known[bit >> 6] |= 1 << UInt64(bit & 63)
        if places[pair] == nil {
          places[pair] = articles.count
          articles.append([])
        }
      }
    }
    for (article, candidate) in zip(flow.articles.indices, candidates) {
      for paragraph in flow.articles[article].paragraphs where paragraph != candidate {
        SharedPairs.forEachPair(of: paragraph, flow) { note($0, in: article) }
      }
    }
  }

  private static func bit(_ pair: UInt32) -> Int { Int((pair &* 0x9E37_79B1) >> 16) }

  private mutating func note(_ pair: UInt32, in article: Int) {
    let bit = SharedPairs.bit(pair)
    guard known[bit >> 6] >> UInt64(bit & 63) & 1 != 0, let place = places[pair],
      articles[place].last != article
    else { return }
    articles[place].append(article)
  }

  /// How much each article shares with a paragraph: a pair weighs the less, the more articles hold it.
  func shares(of paragraph: Int, rare: Int, _ flow: Flow) -> [Int] {
    var shares = [Int](repeating: 0, count: flow.articles.count)
    var counted: Set<Int> = []
    SharedPairs.forEachPair(of: paragraph, flow) { pair in
      guard let place = places[pair], counted.insert(place).inserted else { return }
      for article in articles[place] { shares[article] += rare / articles[place].count }
    }
    return shares
  }

  private static func forEachPair(of paragraph: Int, _ flow: Flow, _ body: (UInt32) -> Void) {
    var last: UInt16 = 0
    for unit in flow.units[flow.paragraphs[paragraph].range] {
      if Sign.isHan(unit), Sign.isHan(last) { body(UInt32(last) << 16 | UInt32(unit)) }
      last = unit
    }
  }
}
