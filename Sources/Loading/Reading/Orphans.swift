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
    let pairs = SharedPairs(flow)
    let lengths = flow.articles.map { article in
      article.paragraphs.reduce(0) { $0 + flow.paragraphs[$1].range.count }
    }
    let moves = flow.articles.indices.map { move(of: $0, pairs, lengths, flow) }
    if moves.contains(where: { $0 != nil }) { apply(moves, &flow) }
  }

  /// The best of the moves of an article's last paragraphs that are clear enough.
  private static func move(
    of article: Int, _ pairs: SharedPairs, _ lengths: [Int], _ flow: Flow
  ) -> Move? {
    let paragraphs = flow.articles[article].paragraphs
    let isBody = paragraphs.map { flow.paragraphs[$0].role == .body }
    // An article under a headline keeps its first paragraph.
    let isHeadless = flow.articles[article].headline.isEmpty
    guard let kept = isBody.firstIndex(of: true), isHeadless || isBody[(kept + 1)...].contains(true)
    else { return nil }
    let isSigned = ReportLead.isSigned(flow.units[flow.paragraphs[paragraphs[kept]].range])
    var best: Move?
    var length = 0
    pairs.forEachEnd(of: article, flow) { first, shares in
      length += flow.paragraphs[paragraphs[first]].range.count
      guard isBody[first], first > kept || isHeadless else { return }
      let own = (Double(shares[article]) + chance) / Double(lengths[article] - length + margin)
      for other in shares.articles where other != article && shares[other] >= least {
        // Short news stays what it is, unless its headline follows.
        if first == kept, isSigned,
          other != article + 1 || flow.articles[other].headline.isEmpty
        {
          continue
        }
        let lead = Double(shares[other]) / Double(lengths[other] + margin) / own
        let isNear = first == paragraphs.count - 1 && (other == article + 1 || isHeadless)
        if lead > (isNear ? fair : clear), lead > best?.lead ?? 0 {
          best = Move(first: first, article: other, lead: lead)
        }
      }
    }
    return best
  }

  /// What stood before its article goes before its text, what stood behind it goes to its end.
  private static func apply(_ moves: [Move?], _ flow: inout Flow) {
    let all = flow.articles.map(\.paragraphs)
    var before = [[Int]](repeating: [], count: all.count)
    var behind = before
    for (article, move) in moves.enumerated() {
      guard let move else { continue }
      let moved = all[article][move.first...]
      if article < move.article {
        before[move.article] += moved
      } else {
        behind[move.article] += moved
      }
    }
    for article in all.indices {
      let own = moves[article].map { all[article][..<$0.first] } ?? all[article][...]
      let head = own.prefix { flow.paragraphs[$0].role != .body }
      flow.articles[article].paragraphs =
        head + before[article] + own[head.endIndex...] + behind[article]
    }
    flow.articles.removeAll { $0.paragraphs.isEmpty }
    for (index, article) in flow.articles.enumerated() {
      for paragraph in article.paragraphs { flow.paragraphs[paragraph].article = index }
    }
  }
}
