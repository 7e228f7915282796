/// Gives paragraphs that stand in another article's place back to their own.
///
/// A printed page that is kept column by column often has an article's first paragraph, or a photograph's caption, above
/// its headline, and its second half behind another article. By their place they seem to end the article before. Such
/// paragraphs share their words with their own article: names, places, what it is about. So of every article the last
/// paragraph, the last two, and so on are compared with the rest of it and with the other articles.
enum Orphans {
  /// The other article must share at least so much with the paragraphs.
  private static let least = 3 * SharedPairs.rare
  /// By its length it must share so many times as much as their own article does.
  private static let clear = 3.0
  /// The same for one paragraph above the next headline, or above the first.
  private static let fair = 2.0
  /// What every article is taken to share, and so many signs that it is taken to be longer: little text tells little.
  private static let (chance, margin) = (Double(SharedPairs.rare), 60)

  /// Where the last paragraphs of an article belong.
  private struct Move {
    /// The position of the first of them.
    let first: Int
    let article: Int
    /// How many times as much that article shares, by its length.
    let lead: Double
  }

  static func settle(_ flow: inout Flow) {
    guard flow.articles.count > 1 else { return }
    let articles = flow.articles.indices.map { Ends(of: $0, flow) }
    if articles.allSatisfy({ $0 == nil }) { return }
    let pairs = SharedPairs(flow)
    let lengths = flow.articles.map { article in
      article.paragraphs.reduce(0) { $0 + flow.paragraphs[$1].range.count }
    }
    let moves = articles.map { $0.flatMap { move($0, pairs, lengths, flow) } }
    if moves.contains(where: { $0 != nil }) { apply(moves, &flow) }
  }

  /// The ends of an article that may move.
  private struct Ends {
    let article: Int
    let isHeadless: Bool
    /// The position of its first body text.
    let kept: Int

    /// `nil` where no paragraph may move: an article under a headline keeps its first body text.
    init?(of article: Int, _ flow: Flow) {
      let paragraphs = flow.articles[article].paragraphs
      func isBody(_ position: Int) -> Bool { flow.paragraphs[paragraphs[position]].role == .body }
      isHeadless = flow.articles[article].headline.isEmpty
      guard let kept = paragraphs.indices.first(where: isBody),
        isHeadless || paragraphs.indices[(kept + 1)...].contains(where: isBody)
      else { return nil }
      (self.article, self.kept) = (article, kept)
    }
  }

  /// The best of the moves of an article's last paragraphs that are clear enough.
  private static func move(
    _ ends: Ends, _ pairs: SharedPairs, _ lengths: [Int], _ flow: Flow
  ) -> Move? {
    let article = ends.article
    let paragraphs = flow.articles[article].paragraphs
    var best: Move?
    var length = 0
    for first in paragraphs.indices.reversed() {
      let paragraph = flow.paragraphs[paragraphs[first]]
      length += paragraph.range.count
      guard paragraph.role == .body, first > ends.kept || ends.isHeadless else { continue }
      // Short news stays what it is, unless its headline follows.
      let isSigned = first == ends.kept && flow.units.withLine(paragraph.range, ReportLead.isSigned)
      let shared = Double(pairs.weight(of: article, from: first, with: article))
      let own = (shared + chance) / Double(lengths[article] - length + margin)
      for other in pairs.articles(near: article) where other != article {
        let weight = pairs.weight(of: article, from: first, with: other)
        if weight < least { continue }
        if isSigned, other != article + 1 || flow.articles[other].headline.isEmpty { continue }
        let lead = Double(weight) / Double(lengths[other] + margin) / own
        let isNear = first == paragraphs.count - 1 && (other == article + 1 || ends.isHeadless)
        if lead > (isNear ? fair : clear), lead > best?.lead ?? 0 {
          best = Move(first: first, article: other, lead: lead)
        }
      }
    }
    return best
  }

  /// What stood before its article goes before its text, what stood behind it goes to its end.
  private static func apply(_ moves: [Move?], _ flow: inout Flow) {
    var moved: [(from: Int, to: Int, paragraphs: [Int])] = []
    for (article, move) in moves.enumerated() {
      guard let move else { continue }
      let paragraphs = flow.articles[article].paragraphs
      moved.append((article, move.article, Array(paragraphs[move.first...])))
      flow.articles[article].paragraphs = Array(paragraphs[..<move.first])
    }
    for (from, to, paragraphs) in moved where from > to {
      flow.articles[to].paragraphs += paragraphs
    }
    // What is put before the text last stands first.
    for (from, to, paragraphs) in moved.reversed() where from < to {
      let text = flow.articles[to].paragraphs.firstIndex { flow.paragraphs[$0].role == .body }
      flow.articles[to].paragraphs.insert(
        contentsOf: paragraphs, at: text ?? flow.articles[to].paragraphs.endIndex)
    }
    flow.articles.removeAll { $0.paragraphs.isEmpty }
    for (index, article) in flow.articles.enumerated() {
      for paragraph in article.paragraphs { flow.paragraphs[paragraph].article = index }
    }
  }
}
