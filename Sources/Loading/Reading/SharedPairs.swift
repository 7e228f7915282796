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
  /// A bit for the hash of each pair that is kept: nearly all other pairs are passed by with one load.
  private var filter = [UInt64](repeating: 0, count: 1 << 10)

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
      SharedPairs.forEachPair(of: paragraph, flow) { pair in
        let hash = SharedPairs.hash(pair)
        filter[Int(hash >> 22)] |= 1 << UInt64(hash >> 16 & 63)
        pairs[slot(pair, hash)] = pair
      }
    }
    for (article, candidate) in zip(flow.articles.indices, candidates) {
      for paragraph in flow.articles[article].paragraphs where paragraph != candidate {
        note(paragraph, in: Int32(article), flow)
      }
    }
  }

  @inline(__always)
  private static func hash(_ pair: UInt32) -> UInt32 { pair &* 0x9E37_79B1 }

  /// The slot that holds a pair, or the free slot where it belongs.
  @inline(__always)
  private func slot(_ pair: UInt32, _ hash: UInt32) -> Int {
    var slot = Int(hash >> 7) & mask
    while pairs[slot] != pair && pairs[slot] != 0 { slot = (slot + 1) & mask }
    return slot
  }

  /// Notes that an article holds the pairs of a paragraph.
  private mutating func note(_ paragraph: Int, in article: Int32, _ flow: Flow) {
    let kept = filter
    kept.withUnsafeBufferPointer { kept in
      SharedPairs.forEachPair(of: paragraph, flow) { pair in
        let hash = SharedPairs.hash(pair)
        // The hash's ten highest bits are a place of the 1024.
        if kept[Int(hash >> 22)] >> UInt64(hash >> 16 & 63) & 1 == 0 { return }
        let slot = slot(pair, hash)
        guard pairs[slot] == pair else { return }
        let last = lasts[slot]
        if last >= 0, links[Int(last)].article == article { return }
        lasts[slot] = Int32(links.count)
        links.append(Link(article: article, before: last))
        counts[slot] += 1
      }
    }
  }

  /// How much each article shares with a paragraph: a pair weighs the less, the more articles hold it.
  mutating func shares(of paragraph: Int, rare: Int, _ flow: Flow) -> [Int] {
    var shares = [Int](repeating: 0, count: flow.articles.count)
    var counted: [Int] = []
    SharedPairs.forEachPair(of: paragraph, flow) { pair in
      let slot = slot(pair, SharedPairs.hash(pair))
      // A pair counts once; its count is turned round until the paragraph is through.
      guard counts[slot] > 0 else { return }
      var link = lasts[slot]
      let share = rare / Int(counts[slot])
      while link >= 0 {
        shares[Int(links[Int(link)].article)] += share
        link = links[Int(link)].before
      }
      counts[slot] = -counts[slot]
      counted.append(slot)
    }
    for slot in counted { counts[slot] = -counts[slot] }
    return shares
  }

  @inline(__always)
  private static func forEachPair(of paragraph: Int, _ flow: Flow, _ body: (UInt32) -> Void) {
    let range = flow.paragraphs[paragraph].range
    flow.units.withUnsafeBufferPointer { units in
      precondition(range.lowerBound >= 0 && range.upperBound <= units.count)
      // The sign before, 0 where it is none of the Han signs.
      var last: UInt32 = 0
      var place = range.lowerBound
      while place < range.upperBound {
        let unit = units[place]
        place += 1
        if unit &- 0x4E00 < 0x5200 {
          if last != 0 { body(last << 16 | UInt32(unit)) }
          last = UInt32(unit)
        } else {
          last = 0
        }
      }
    }
  }
}
