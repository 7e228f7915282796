/// The pairs of neighbouring Han signs of the paragraphs that may be moved, and the articles in which each stands.
///
/// Only these pairs are kept, so that the rest of the page is gone over once and mostly passed by. The table is one of
/// open addressing on bare memory, since a page has thousands of pairs; `SharedPairTests` compares it with sets.
struct SharedPairs {
  private let table: PairTable
  private var links: [Link] = []

  /// An article that holds a pair, and the link of the article before.
  private struct Link {
    let article: Int32
    let before: Int32
  }

  init(_ flow: Flow, candidates: [Int?]) {
    // All candidates together fill at most half of the table.
    let signs = candidates.reduce(0) { $0 + ($1.map { flow.paragraphs[$0].range.count } ?? 0) }
    let table = PairTable(atLeast: signs * 2)
    self.table = table
    for case let paragraph? in candidates {
      SharedPairs.forEachPair(of: paragraph, flow) { table.insert($0) }
    }
    for (article, candidate) in zip(flow.articles.indices, candidates) {
      for paragraph in flow.articles[article].paragraphs where paragraph != candidate {
        note(paragraph, in: Int32(article), flow)
      }
    }
  }

  /// Notes that an article holds the pairs of a paragraph.
  private mutating func note(_ paragraph: Int, in article: Int32, _ flow: Flow) {
    let table = table
    SharedPairs.forEachPair(of: paragraph, flow) { pair in
      guard let slot = table.slot(of: pair) else { return }
      let last = slot.pointee.last
      if last >= 0, links[Int(last)].article == article { return }
      slot.pointee.last = Int32(links.count)
      links.append(Link(article: article, before: last))
      slot.pointee.count += 1
    }
  }

  /// How much each article shares with a paragraph: a pair weighs the less, the more articles hold it.
  mutating func shares(of paragraph: Int, rare: Int, _ flow: Flow) -> [Int] {
    var shares = [Int](repeating: 0, count: flow.articles.count)
    var counted: [UnsafeMutablePointer<PairTable.Slot>] = []
    counted.reserveCapacity(flow.paragraphs[paragraph].range.count)
    let (table, links) = (table, links)
    SharedPairs.forEachPair(of: paragraph, flow) { pair in
      // A pair counts once; its count is turned round until the paragraph is through.
      guard let slot = table.slot(of: pair), slot.pointee.count > 0 else { return }
      var link = slot.pointee.last
      let share = rare / Int(slot.pointee.count)
      while link >= 0 {
        shares[Int(links[Int(link)].article)] += share
        link = links[Int(link)].before
      }
      slot.pointee.count = -slot.pointee.count
      counted.append(slot)
    }
    for slot in counted { slot.pointee.count = -slot.pointee.count }
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

/// The table of pairs.
private final class PairTable {
  struct Slot: BitwiseCopyable {
    /// 0 is no pair.
    var pair: UInt32 = 0
    /// The last link of its list of articles, or -1.
    var last: Int32 = -1
    /// How many articles hold it.
    var count: Int32 = 0
  }
  private let slots: UnsafeMutablePointer<Slot>
  private let mask: Int
  /// A bit for the hash of each pair that is kept: nearly all other pairs are passed by with one load.
  private let filter: UnsafeMutablePointer<UInt64>

  init(atLeast size: Int) {
    var capacity = 64
    while capacity < size { capacity *= 2 }
    mask = capacity - 1
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: Slot(), count: capacity)
    filter = .allocate(capacity: 1 << 10)
    filter.initialize(repeating: 0, count: 1 << 10)
  }

  deinit {
    slots.deallocate()
    filter.deallocate()
  }

  func insert(_ pair: UInt32) {
    let hash = PairTable.hash(pair)
    filter[Int(hash >> 22)] |= 1 << UInt64(hash >> 16 & 63)
    slots[place(pair, hash)].pair = pair
  }

  /// The slot of a pair that was inserted.
  @inline(__always)
  func slot(of pair: UInt32) -> UnsafeMutablePointer<Slot>? {
    let hash = PairTable.hash(pair)
    // The hash's ten highest bits are a place of the 1024.
    if filter[Int(hash >> 22)] >> UInt64(hash >> 16 & 63) & 1 == 0 { return nil }
    let place = place(pair, hash)
    return slots[place].pair == pair ? slots + place : nil
  }

  @inline(__always)
  private static func hash(_ pair: UInt32) -> UInt32 { pair &* 0x9E37_79B1 }

  /// The slot that holds a pair, or the free slot where it belongs.
  @inline(__always)
  private func place(_ pair: UInt32, _ hash: UInt32) -> Int {
    var place = Int(hash >> 7) & mask
    while slots[place].pair != pair && slots[place].pair != 0 { place = (place + 1) & mask }
    return place
  }
}
