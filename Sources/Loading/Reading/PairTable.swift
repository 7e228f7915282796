/// Finds the pairs of neighbouring Han signs that stand in several paragraphs of a page.
///
/// A page has thousands of pairs, most of them in one place. So the table is one of open addressing on bare memory whose
/// slots have eight bytes: the pair and its paragraph. Only a pair that is met in a second paragraph gets a list, with one
/// link for each article. `SharedPairTests` compares what comes of it with sets.
struct PairTable: ~Copyable {
  /// An article that holds a pair, and the first and the last of its paragraphs that do, counted through all articles.
  struct Holder: BitwiseCopyable {
    let article: Int32
    let first: Int32
    let last: Int32
  }

  /// A pair, and its one paragraph or the complement of its list's last link, in one word; 0 is none.
  private struct Slot: BitwiseCopyable {
    let bits: UInt64

    static let none = Slot(bits: 0)

    init(bits: UInt64) { self.bits = bits }

    init(_ pair: UInt32, _ place: Int32) {
      bits = UInt64(pair) | UInt64(UInt32(bitPattern: place)) << 32
    }

    var pair: UInt32 { UInt32(truncatingIfNeeded: bits) }
    var place: Int32 { Int32(truncatingIfNeeded: bits >> 32) }
  }

  private struct Link: BitwiseCopyable {
    let first: Int32
    var last: Int32
    /// The link of the article before, or -1.
    let before: Int32
    /// How many links the list has; 0 in all but its last.
    var count: Int32
  }

  private let slots: UnsafeMutablePointer<Slot>
  private let shift: UInt32
  private let mask: Int
  /// Pairs of a paragraph that are no news at once.
  private let later: UnsafeMutablePointer<UInt32>
  private let links: UnsafeMutablePointer<Link>
  private var linkCount = 0

  /// A table for the pairs of so many signs, of whose slots less than half will be taken.
  private init(signs: Int) {
    var bits: UInt32 = 6
    while 4 << Int(bits) < signs * 10 { bits += 1 }
    shift = 32 - min(32, bits)
    mask = 1 << Int(bits) - 1
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: .none, count: mask + 1)
    later = .allocate(capacity: signs + 1)
    // No more links are made than pairs are entered: the two of a list's beginning are those of two places.
    links = .allocate(capacity: signs + 1)
  }

  deinit {
    slots.deallocate()
    later.deallocate()
    links.deallocate()
  }

  /// Calls a function with the articles, from the last to the first, of every pair that stands in two paragraphs at least,
  /// and in one article more than `SharedPairs.most` at most.
  ///
  /// - Parameter articles: the article of each paragraph.
  @inline(__always)
  static func forEachPair(
    of flow: Flow, _ articles: [Int32], _ body: (UnsafeBufferPointer<Holder>) -> Void
  ) {
    var table = PairTable(signs: flow.units.count)
    flow.units.withUnsafeBufferPointer { units in
      var number: Int32 = 0
      for article in flow.articles {
        let first = number
        for paragraph in article.paragraphs {
          let count = table.note(units[flow.paragraphs[paragraph].range], number)
          table.settle(count, number, since: first)
          number += 1
        }
      }
    }
    table.forEachList(articles, body)
  }

  /// Enters those pairs of a paragraph whose first slot is empty, and puts the others aside: whether it is cannot be
  /// guessed, so nothing branches on it.
  ///
  /// - Returns: how many were put aside.
  private func note(_ text: Slice<UnsafeBufferPointer<UInt16>>, _ number: Int32) -> Int {
    // The sign before, 0 where it is none of the Han signs.
    var before: UInt32 = 0
    var count = 0
    for unit in UnsafeBufferPointer(rebasing: text) {
      guard unit &- 0x4E00 < 0x5200 else {
        before = 0
        continue
      }
      let pair = before << 16 | UInt32(unit)
      before = UInt32(unit)
      if pair >> 16 == 0 { continue }
      let slot = slots + first(of: pair)
      let old = slot.pointee.bits
      slot.pointee = Slot(bits: old == 0 ? Slot(pair, number).bits : old)
      later[count] = pair
      count &+= old == 0 ? 0 : 1
    }
    return count
  }

  /// Enters the pairs of a paragraph of some number that were put aside; `first` is that of its article's first one.
  private mutating func settle(_ count: Int, _ number: Int32, since first: Int32) {
    for index in 0..<count {
      let pair = later[index]
      let slot = slot(of: pair)
      if slot.pointee.bits == 0 {
        slot.pointee = Slot(pair, number)
      } else if slot.pointee.place != number {
        link(slot, number, since: first)
      }
    }
  }

  /// The slot in which a pair is looked for first.
  @inline(__always)
  private func first(of pair: UInt32) -> Int { Int((pair &* 0x9E37_79B1) &>> shift) }

  /// The slot of a pair, or the empty one that is to be its own.
  @inline(__always)
  private func slot(of pair: UInt32) -> UnsafeMutablePointer<Slot> {
    var place = first(of: pair)
    while slots[place].pair != pair && slots[place].bits != 0 { place = (place &+ 1) & mask }
    return slots + place
  }

  /// Enters a further paragraph that holds a pair.
  @inline(__always)
  private mutating func link(
    _ slot: UnsafeMutablePointer<Slot>, _ number: Int32, since first: Int32
  ) {
    let (pair, place) = (slot.pointee.pair, slot.pointee.place)
    var last = Int(~place)
    if place >= first {
      slot.pointee = Slot(
        pair, ~append(Link(first: place, last: number, before: -1, count: 1)))
      return
    }
    if place >= 0 {
      last = Int(append(Link(first: place, last: place, before: -1, count: 1)))
    } else if links[last].first >= first {
      links[last].last = number
      return
    }
    // In how many articles it stands is of no interest beyond that.
    let count = links[last].count
    if count > SharedPairs.most + 1 { return }
    links[last].count = 0
    let link = append(
      Link(first: number, last: number, before: Int32(truncatingIfNeeded: last), count: count + 1))
    slot.pointee = Slot(pair, ~link)
  }

  /// Returns where the link lies.
  @inline(__always)
  private mutating func append(_ link: Link) -> Int32 {
    links[linkCount] = link
    linkCount &+= 1
    return Int32(truncatingIfNeeded: linkCount &- 1)
  }

  @inline(__always)
  private func forEachList(_ articles: [Int32], _ body: (UnsafeBufferPointer<Holder>) -> Void) {
    let most = SharedPairs.most + 1
    withUnsafeTemporaryAllocation(of: Holder.self, capacity: most) { holders in
      for last in 0..<linkCount where links[last].count > 0 && links[last].count <= most {
        var (link, count) = (last, 0)
        while link >= 0 {
          let (first, last) = (links[link].first, links[link].last)
          holders[count] = Holder(article: articles[Int(first)], first: first, last: last)
          count += 1
          link = Int(links[link].before)
        }
        body(UnsafeBufferPointer(rebasing: holders[..<count]))
      }
    }
  }
}
