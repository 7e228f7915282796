/// The tables of a trie as bare memory, in which a loop looks for words.
///
/// They are read without checks and without the counts of their owners, so that a loop keeps them at hand. Who looks must
/// keep the trie.
public struct WordTables {
  @usableFromInline let alone: UnsafePointer<Int32>
  @usableFromInline let pairs: UnsafePointer<WordTrie.Pair>
  @usableFromInline let mask: Int
  @usableFromInline let steps: UnsafePointer<WordTrie.Step>
  @usableFromInline let links: UnsafePointer<WordTrie.Link>
  @usableFromInline let singles: UnsafePointer<UInt64>
  @usableFromInline let beginnings: UnsafePointer<UInt64>

  @inlinable @inline(__always)
  init(
    alone: UnsafePointer<Int32>, pairs: UnsafePointer<WordTrie.Pair>, mask: Int,
    steps: UnsafePointer<WordTrie.Step>, links: UnsafePointer<WordTrie.Link>,
    singles: UnsafePointer<UInt64>, beginnings: UnsafePointer<UInt64>
  ) {
    (self.alone, self.pairs, self.mask, self.steps) = (alone, pairs, mask, steps)
    (self.links, self.singles, self.beginnings) = (links, singles, beginnings)
  }

  /// Whether a unit is a word alone.
  @inlinable @inline(__always)
  public func isWord(_ unit: UInt16) -> Bool {
    wordBit(unit) != 0
  }

  /// The value of the word that a unit is alone.
  @inlinable @inline(__always)
  public func word(_ unit: UInt16) -> Int32 { alone[Int(unit)] }

  /// Whether a longer word may begin with two units: surely not where the answer is no, most likely where it is yes.
  @inlinable @inline(__always)
  public func mayBegin(_ first: UInt16, _ second: UInt16) -> Bool {
    beginningBit(first, second) != 0
  }

  /// The same as a bit, for a loop without branches.
  @inlinable @inline(__always)
  public func beginningBit(_ first: UInt16, _ second: UInt16) -> UInt32 {
    let hash = WordTrie.pairHash(first, second)
    return UInt32(truncatingIfNeeded: beginnings[hash >> 6] >> UInt64(hash & 63)) & 1
  }

  /// Whether a unit is a word alone, as a bit.
  @inlinable @inline(__always)
  public func wordBit(_ unit: UInt16) -> UInt32 {
    UInt32(truncatingIfNeeded: singles[Int(unit >> 6)] >> UInt64(unit & 63)) & 1
  }

  /// Calls `found` with the end and the value of every word of two units and more that begins at a place of the text,
  /// the shortest first.
  ///
  /// - Precondition: the text holds the places from `start` to `limit`, which are two at least.
  @inlinable @inline(__always)
  public func forEachLongerWord(
    in text: UnsafePointer<UInt16>, at start: Int, until limit: Int,
    _ found: (_ end: Int, _ word: Int32) -> Void
  ) {
    let pair = pair(text[start], text[start + 1])
    forEachWord(of: pair, in: text, at: start, until: limit, found)
  }

  /// The same where the pair is known.
  @inlinable @inline(__always)
  public func forEachWord(
    of pair: UnsafePointer<WordTrie.Pair>, in text: UnsafePointer<UInt16>, at start: Int,
    until limit: Int, _ found: (_ end: Int, _ word: Int32) -> Void
  ) {
    var word = pair.pointee.word
    var link = pair.pointee.link
    var place = start &+ 2
    // `found` stands here once, so that the compiler puts it in its place.
    while true {
      if word >= 0 { found(place, word) }
      if place >= limit || link.following >> UInt32(text[place] & 31) & 1 == 0 { return }
      let step = step(from: steps + Int(link.first), text[place])
      if step.pointee.unit != text[place] { return }
      word = step.pointee.word
      // Most steps are the last of their words: nothing more is looked up for them.
      link = step.pointee.goesOn ? links[step - steps] : WordTrie.Link()
      place &+= 1
    }
  }

  /// Where the search for what begins with two units begins: the pair mostly, or a free place.
  @inlinable @inline(__always)
  public func firstSlot(_ first: UInt16, _ second: UInt16) -> UnsafePointer<WordTrie.Pair> {
    pairs + (WordTrie.slot(UInt32(first) << 16 | UInt32(second)) & mask)
  }

  /// Whether a slot is taken, by these two units or by others.
  @inlinable @inline(__always)
  public func isTaken(_ slot: UnsafePointer<WordTrie.Pair>) -> Bool {
    slot.pointee.word & slot.pointee.link.first != WordTrie.none
  }

  /// What begins with two units; a pair without word and link where nothing does.
  @inlinable @inline(__always)
  public func pair(_ first: UInt16, _ second: UInt16) -> UnsafePointer<WordTrie.Pair> {
    let key = UInt32(first) << 16 | UInt32(second)
    var slot = WordTrie.slot(key) & mask
    while true {
      let pair = pairs + slot
      // Where nothing is, both are -1.
      if pair.pointee.units == key || pair.pointee.word & pair.pointee.link.first == WordTrie.none {
        return pair
      }
      slot = (slot &+ 1) & mask
    }
  }

  /// Of steps that stand side by side the last whose unit is not greater than one, or the first.
  ///
  /// Which half the unit is in comes as a surprise each time: so nothing branches on it.
  @inlinable @inline(__always)
  func step(
    from first: UnsafePointer<WordTrie.Step>, _ unit: UInt16
  ) -> UnsafePointer<WordTrie.Step> {
    var first = first
    var others = Int(first.pointee.others)
    while others > 0 {
      let half = (others &+ 1) >> 1
      let isBeyond = (Int(unit) &- Int(first[half].unit)) >> (Int.bitWidth - 1)
      first += half & ~isBeyond
      others &-= half
    }
    return first
  }
}
