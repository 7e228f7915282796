/// Which articles of a page hold which pairs of neighbouring Han signs, and how much the paragraphs at an article's end
/// share with each.
///
/// The table is one of open addressing on bare memory, since a page has thousands of pairs; `SharedPairTests` compares it
/// with sets.
struct SharedPairs {
  /// What a pair weighs that stands in one article only; one that stands in two weighs half of it, and so on.
  static let rare = 2520
  /// A pair that stands in more articles says nothing.
  static let most = 6
  /// So many articles before an article and behind it are compared with it, so that the work has a bound.
  static let reach = 24

  private let table: PairTable
  private var links: [Link] = []
  /// The slots of the pairs of all paragraphs one after the other, and where those of each paragraph are.
  private var slots: [UnsafeMutablePointer<PairTable.Slot>] = []
  private var slotsOfParagraph: [Range<Int>]

  /// An article that holds a pair, which of its paragraphs does first, and the link of the article before.
  private struct Link {
    let article: Int32
    let first: Int32
    let before: Int32
  }

  /// What some of the last paragraphs of an article share with the articles near it.
  struct Shares {
    /// The articles that are compared.
    let articles: Range<Int>
    fileprivate(set) var weights: [Int]

    subscript(article: Int) -> Int { weights[article - articles.lowerBound] }

    fileprivate mutating func add(_ weight: Int, to article: Int32) {
      let place = Int(article) - articles.lowerBound
      if weights.indices.contains(place) { weights[place] += weight }
    }
  }

  init(_ flow: Flow) {
    table = PairTable(atLeast: flow.units.count)
    slotsOfParagraph = [Range<Int>](repeating: 0..<0, count: flow.paragraphs.count)
    slots.reserveCapacity(flow.units.count)
    for (index, article) in flow.articles.enumerated() {
      for (position, paragraph) in article.paragraphs.enumerated() {
        note(paragraph, Int32(position), of: Int32(index), flow)
      }
    }
  }

  private mutating func note(_ paragraph: Int, _ position: Int32, of article: Int32, _ flow: Flow) {
    let table = table
    let start = slots.count
    defer { slotsOfParagraph[paragraph] = start..<slots.count }
    SharedPairs.forEachPair(of: paragraph, flow) { pair in
      let slot = table.slot(of: pair)
      slots.append(slot)
      let last = slot.pointee.last
      // In how many articles it stands is of no interest beyond that.
      if slot.pointee.count > SharedPairs.most + 1 { return }
      if last >= 0, links[Int(last)].article == article { return }
      slot.pointee.last = Int32(links.count)
      links.append(Link(article: article, first: position, before: last))
      slot.pointee.count += 1
    }
  }

  /// What the last paragraph of an article shares, the last two, and so on: with its own article, without these
  /// paragraphs, and with the others near it. A pair counts once, and weighs the less, the more articles hold it.
  ///
  /// - Parameter body: is given the position of the first of these paragraphs.
  func forEachEnd(of article: Int, _ flow: Flow, _ body: (Int, Shares) -> Void) {
    let articles =
      max(
        0, article - SharedPairs.reach)..<min(
        flow.articles.count, article + SharedPairs.reach + 1)
    var shares = Shares(articles: articles, weights: [Int](repeating: 0, count: articles.count))
    let paragraphs = flow.articles[article].paragraphs
    for position in paragraphs.indices.reversed() {
      for slot in slots[slotsOfParagraph[paragraphs[position]]]
      where slot.pointee.count <= SharedPairs.most + 1 {
        count(slot, Int32(position), of: Int32(article), &shares)
      }
      body(position, shares)
    }
  }

  /// Counts a pair of a paragraph: the paragraphs before it hold it as well, or do no longer.
  private func count(
    _ slot: UnsafeMutablePointer<PairTable.Slot>, _ position: Int32, of article: Int32,
    _ shares: inout Shares
  ) {
    let (withOwn, withoutOwn) = (2 * article, 2 * article + 1)
    let state = slot.pointee.state
    if state == withoutOwn { return }
    var link = slot.pointee.last
    while links[Int(link)].article != article { link = links[Int(link)].before }
    let isFirst = links[Int(link)].first == position
    if state == withOwn {
      if !isFirst { return }
      weigh(slot, article, -1, &shares, isOwn: true)
    }
    weigh(slot, article, 1, &shares, isOwn: !isFirst)
    slot.pointee.state = isFirst ? withoutOwn : withOwn
  }

  /// Adds the weight of a pair to the articles that hold it, or takes it away.
  private func weigh(
    _ slot: UnsafeMutablePointer<PairTable.Slot>, _ article: Int32, _ sign: Int,
    _ shares: inout Shares, isOwn: Bool
  ) {
    let holders = Int(slot.pointee.count) - (isOwn ? 0 : 1)
    guard (1...SharedPairs.most).contains(holders) else { return }
    let weight = sign * (SharedPairs.rare / holders)
    var link = slot.pointee.last
    while link >= 0 {
      let holder = links[Int(link)].article
      if isOwn || holder != article { shares.add(weight, to: holder) }
      link = links[Int(link)].before
    }
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

/// The table of pairs, of which there must be no more than it was made for.
private final class PairTable {
  struct Slot: BitwiseCopyable {
    /// 0 is no pair.
    var pair: UInt32 = 0
    /// The last link of its list of articles, or -1.
    var last: Int32 = -1
    /// How many articles hold it.
    var count: Int32 = 0
    /// How it was counted last: twice the article's index, and one more without the article's own share.
    var state: Int32 = -1
  }
  private let slots: UnsafeMutablePointer<Slot>
  private let mask: Int

  init(atLeast pairs: Int) {
    var capacity = 64
    while capacity < pairs * 3 / 2 { capacity *= 2 }
    mask = capacity - 1
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: Slot(), count: capacity)
  }

  deinit { slots.deallocate() }

  /// The slot of a pair, which is taken for it where it has none.
  @inline(__always)
  func slot(of pair: UInt32) -> UnsafeMutablePointer<Slot> {
    let hash = pair &* 0x9E37_79B1
    var place = Int(hash >> 7) & mask
    while slots[place].pair != pair && slots[place].pair != 0 { place = (place + 1) & mask }
    slots[place].pair = pair
    return slots + place
  }
}
