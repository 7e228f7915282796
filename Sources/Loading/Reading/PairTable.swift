/// Finds the pairs of neighbouring Han signs that stand in several paragraphs of a page.
///
/// A page has thousands of pairs, most of them in one place. So the table is one of open addressing on bare memory whose
/// slots have eight bytes: the pair and its paragraph. Only a pair that is met in a second paragraph gets a list, with one
/// link for each article. `SharedPairTests` compares what comes of it with sets.
struct PairTable: ~Copyable {
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

  /// An article that holds a pair: the first and the last of its paragraphs that do, counted through all articles.
  struct Link: BitwiseCopyable {
    let first: Int32
    fileprivate(set) var last: Int32
    /// The link of the article before, or -1.
    let before: Int32
    /// How many links the list has; 0 in all but its last.
    fileprivate(set) var count: Int32
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

  /// Calls a function for every pair that stands in two paragraphs at least, with the links and the last of the pair's own;
  /// of a pair of very many articles it has not all.
  @inline(__always)
  static func forEachPair(of flow: Flow, _ body: (UnsafePointer<Link>, Int) -> Void) {
    var table = PairTable(signs: flow.units.count)
    flow.units.withUnsafeBufferPointer { units in
      guard let text = units.baseAddress else { return }
      var number: Int32 = 0
      for article in flow.articles {
        let first = number
        for paragraph in article.paragraphs {
          let range = flow.paragraphs[paragraph].range
          precondition(range.lowerBound >= 0 && range.upperBound <= units.count)
          let count = PairTable.note(
            text, range, number, table.slots, table.shift, table.later)
          table.settle(count, number, since: first)
          number += 1
        }
      }
    }
    for last in 0..<table.linkCount where table.links[last].count > 0 { body(table.links, last) }
  }

  /// Enters those pairs of a paragraph whose first slot is empty, and puts the others aside: whether it is cannot be
  /// guessed, so nothing branches on it. It is a function of its own so that all that it asks for stays in registers.
  ///
  /// - Returns: how many were put aside.
  @inline(never)
  private static func note(
    _ text: UnsafePointer<UInt16>, _ range: Range<Int>, _ number: Int32,
    _ slots: UnsafeMutablePointer<Slot>, _ shift: UInt32, _ later: UnsafeMutablePointer<UInt32>
  ) -> Int {
    let paragraph = Slot(0, number).bits
    var (place, count) = (range.lowerBound, 0)
    while place < range.upperBound {
      let isHan = text[place] &- 0x4E00 < 0x5200
      place &+= 1
      if !isHan { continue }
      // A run of Han signs: each makes a pair with the one before it, and one load brings both.
      while place < range.upperBound, text[place] &- 0x4E00 < 0x5200 {
        let pair = UnsafeRawPointer(text + (place &- 1)).loadUnaligned(as: UInt32.self)
        place &+= 1
        let slot = slots + first(of: pair, shift)
        let old = slot.pointee.bits
        slot.pointee = Slot(bits: old == 0 ? paragraph | UInt64(pair) : old)
        later[count] = pair
        count &+= old == 0 ? 0 : 1
      }
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
  private static func first(of pair: UInt32, _ shift: UInt32) -> Int {
    Int((pair &* 0x9E37_79B1) &>> shift)
  }

  /// The slot of a pair, or the empty one that is to be its own.
  @inline(__always)
  private func slot(of pair: UInt32) -> UnsafeMutablePointer<Slot> {
    var place = PairTable.first(of: pair, shift)
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
}
