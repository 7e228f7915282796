/// The pairs of neighbouring Han signs of the paragraphs that may be moved, and the articles in which each stands.
///
/// Only these pairs are kept, so that the rest of the page is gone over once and mostly passed by. The table is one of
/// open addressing over plain arrays, since a page has thousands of pairs.
struct SharedPairs {
  /// The pairs by their hash; 0 is no pair.
  private var pairs: [UInt32]
  /// For each slot, the last link of its list of articles, or -1.
  private var lasts: [Int32]
  /// For each slot, how many articles hold the pair.
  private var counts: [Int32]
  private var links: [Link] = []
  private let mask: Int

  /// An article that holds a pair, and the link of the article before.
  private struct Link {
    let article: Int32
    let before: Int32
  }

  init(_ flow: Flow, candidates: [Int?]) {
    var capacity = 64
    for case let paragraph? in candidates {
      let size = flow.paragraphs[paragraph].range.count * 2
      while capacity < size { capacity *= 2 }
    }
    // All candidates together fill at most half of the table.
    let signs = candidates.reduce(0) { $0 + ($1.map { flow.paragraphs[$0].range.count } ?? 0) }
    while capacity < signs * 2 { capacity *= 2 }
    mask = capacity - 1
    pairs = [UInt32](repeating: 0, count: capacity)
    lasts = [Int32](repeating: -1, count: capacity)
    counts = [Int32](repeating: 0, count: capacity)
    for case let paragraph? in candidates {
      forEachPair(of: paragraph, flow) { pair, me in me.pairs[me.slot(pair)] = pair }
    }
    for (article, candidate) in zip(flow.articles.indices, candidates) {
      for paragraph in flow.articles[article].paragraphs where paragraph != candidate {
        forEachPair(of: paragraph, flow) { pair, me in me.note(pair, in: Int32(article)) }
      }
    }
  }

  /// The slot that holds a pair, or the free slot where it belongs.
  @inline(__always)
  private func slot(_ pair: UInt32) -> Int {
    var slot = Int((pair &* 0x9E37_79B1) >> 7) & mask
    while pairs[slot] != pair && pairs[slot] != 0 { slot = (slot + 1) & mask }
    return slot
  }

  @inline(__always)
  private mutating func note(_ pair: UInt32, in article: Int32) {
    let slot = slot(pair)
    guard pairs[slot] == pair else { return }
    let last = lasts[slot]
    if last >= 0, links[Int(last)].article == article { return }
    lasts[slot] = Int32(links.count)
    links.append(Link(article: article, before: last))
    counts[slot] += 1
  }

  /// How much each article shares with a paragraph: a pair weighs the less, the more articles hold it.
  mutating func shares(of paragraph: Int, rare: Int, _ flow: Flow) -> [Int] {
    var shares = [Int](repeating: 0, count: flow.articles.count)
    var counted: [Int] = []
    forEachPair(of: paragraph, flow) { pair, me in
      let slot = me.slot(pair)
      // A pair counts once; its count is turned round until the paragraph is through.
      guard me.counts[slot] > 0 else { return }
      var link = me.lasts[slot]
      while link >= 0 {
        shares[Int(me.links[Int(link)].article)] += rare / Int(me.counts[slot])
        link = me.links[Int(link)].before
      }
      me.counts[slot] = -me.counts[slot]
      counted.append(slot)
    }
    for slot in counted { counts[slot] = -counts[slot] }
    return shares
  }

  @inline(__always)
  private mutating func forEachPair(
    of paragraph: Int, _ flow: Flow, _ body: (UInt32, inout SharedPairs) -> Void
  ) {
    var last: UInt16 = 0
    for place in flow.paragraphs[paragraph].range {
      let unit = flow.units[place]
      if Sign.isHan(unit), Sign.isHan(last) { body(UInt32(last) << 16 | UInt32(unit), &self) }
      last = unit
    }
  }
}
