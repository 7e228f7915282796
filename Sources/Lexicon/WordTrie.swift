/// A set of words over UTF-16 units that finds, from one place of a text, every word that begins there.
///
/// Built once and then only read. The first unit is looked up in a table of its own, the rest in one hash table of
/// (node, unit) pairs, which holds nothing but the node that follows: whether it is the right one, the node itself
/// tells. Most places are passed by without a search, since one bit in 32 tells which units can follow a node, and one
/// bit of a small table whether any word begins with two units (`mayBegin`). The tables are read without checks: the
/// only index that comes from a text is a unit of 16 bits, for which the first tables have 65,536 places.
/// `WordTrieTests` compares it with a plain search.
public struct WordTrie: Sendable {
  @usableFromInline static let none: Int32 = -1

  @usableFromInline struct Node: BitwiseCopyable, Sendable {
    /// The index of the word that ends here, or -1.
    @usableFromInline var word: Int32 = WordTrie.none
    /// The units that go on from here, each by its lowest five bits.
    @usableFromInline var following: UInt32 = 0
    /// The node before and the unit that leads here from it.
    @usableFromInline var parent: Int32
    @usableFromInline var unit: UInt16

    @usableFromInline init(parent: Int32, unit: UInt16) {
      self.parent = parent
      self.unit = unit
    }
  }

  @usableFromInline let roots: FixedTable<Int32>
  @usableFromInline let nodes: FixedTable<Node>
  /// By the hash of a node and a unit the node that follows, or -1.
  @usableFromInline let edges: FixedTable<Int32>
  @usableFromInline let mask: Int
  /// A bit for each unit that is a word alone, and one for the hash of the first two units of each longer word.
  @usableFromInline let singles: FixedTable<UInt64>
  @usableFromInline let pairs: FixedTable<UInt64>

  /// A trie of words; the index of a word in the list is what a search reports.
  ///
  /// - Precondition: no word is empty; a word that stands twice reports its first place.
  package init(words: [[UInt16]]) {
    var builder = Builder(unitCount: words.reduce(0) { $0 + $1.count })
    for (index, word) in words.enumerated() { builder.insert(word, index: Int32(index)) }
    roots = FixedTable(builder.roots)
    nodes = FixedTable(builder.nodes)
    edges = FixedTable(builder.edges)
    mask = builder.edges.count - 1
    singles = FixedTable(builder.singles)
    pairs = FixedTable(builder.pairs)
  }

  /// Where the search for a pair begins.
  @inlinable @inline(__always)
  static func hash(_ node: Int32, _ unit: UInt16) -> Int {
    let key = UInt64(UInt32(bitPattern: node)) << 16 | UInt64(unit)
    return Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }

  /// Whether a word may begin with two units: surely not where the answer is no, most likely where it is yes.
  @inlinable @inline(__always)
  public func mayBegin(_ first: UInt16, _ second: UInt16) -> Bool {
    let hash = WordTrie.pairHash(first, second)
    let single = singles.base[Int(first >> 6)] >> UInt64(first & 63)
    return (single | pairs.base[hash >> 6] >> UInt64(hash & 63)) & 1 != 0
  }

  /// The bit of two units.
  @inlinable @inline(__always)
  static func pairHash(_ first: UInt16, _ second: UInt16) -> Int {
    let hash = (UInt32(first) << 16 | UInt32(second)) &* 0x9E37_79B1
    return Int(hash >> (32 - pairBits))
  }

  /// The table of pairs has so many bits, as a power of two.
  @usableFromInline static var pairBits: UInt32 { 18 }

  /// Calls `found` with the end and the index of every word that begins at a place of the text, the shortest first.
  ///
  /// - Precondition: the text holds the places from `start` to `limit`.
  @inlinable @inline(__always)
  public func forEachWord(
    in text: UnsafePointer<UInt16>, at start: Int, until limit: Int,
    _ found: (_ end: Int, _ word: Int32) -> Void
  ) {
    var node = roots.base[Int(text[start])]
    var place = start + 1
    while node >= 0 {
      let here = nodes.base + Int(node)
      if here.pointee.word >= 0 { found(place, here.pointee.word) }
      if place >= limit { return }
      let unit = text[place]
      if here.pointee.following >> UInt32(unit & 31) & 1 == 0 { return }
      node = target(of: node, unit)
      place += 1
    }
  }

  /// The same for a text as an array.
  package func forEachWord(
    in text: [UInt16], at start: Int, until limit: Int, _ found: (_ end: Int, _ word: Int32) -> Void
  ) {
    precondition(start >= 0 && start < limit && limit <= text.count)
    text.withUnsafeBufferPointer { units in
      if let base = units.baseAddress { forEachWord(in: base, at: start, until: limit, found) }
    }
  }

  @inlinable @inline(__always)
  func target(of node: Int32, _ unit: UInt16) -> Int32 {
    var slot = WordTrie.hash(node, unit) & mask
    while true {
      let target = edges.base[slot]
      if target < 0 { return target }
      let there = nodes.base + Int(target)
      if there.pointee.parent == node && there.pointee.unit == unit { return target }
      slot = (slot + 1) & mask
    }
  }

  /// Builds the tables as arrays.
  private struct Builder {
    var roots = [Int32](repeating: WordTrie.none, count: 1 << 16)
    var nodes: [Node] = []
    var edges: [Int32]
    var singles = [UInt64](repeating: 0, count: 1 << 10)
    var pairs = [UInt64](repeating: 0, count: 1 << (WordTrie.pairBits - 6))

    init(unitCount: Int) {
      var capacity = 64
      while capacity < unitCount * 2 { capacity *= 2 }
      edges = [Int32](repeating: WordTrie.none, count: capacity)
      nodes.reserveCapacity(unitCount)
    }

    mutating func insert(_ word: [UInt16], index: Int32) {
      if word.count > 1 {
        let hash = WordTrie.pairHash(word[0], word[1])
        pairs[hash >> 6] |= 1 << UInt64(hash & 63)
      } else {
        singles[Int(word[0] >> 6)] |= 1 << UInt64(word[0] & 63)
      }
      var node = roots[Int(word[0])]
      if node < 0 {
        node = addNode(Node(parent: WordTrie.none, unit: word[0]))
        roots[Int(word[0])] = node
      }
      for unit in word.dropFirst() { node = next(node, unit) }
      if nodes[Int(node)].word < 0 { nodes[Int(node)].word = index }
    }

    private mutating func addNode(_ node: Node) -> Int32 {
      nodes.append(node)
      return Int32(nodes.count - 1)
    }

    /// The node that follows another, a new one where there is none.
    private mutating func next(_ node: Int32, _ unit: UInt16) -> Int32 {
      var slot = WordTrie.hash(node, unit) & (edges.count - 1)
      while edges[slot] >= 0 {
        let there = nodes[Int(edges[slot])]
        if there.parent == node, there.unit == unit { return edges[slot] }
        slot = (slot + 1) & (edges.count - 1)
      }
      nodes[Int(node)].following |= 1 << UInt32(unit & 31)
      edges[slot] = addNode(Node(parent: node, unit: unit))
      return edges[slot]
    }
  }
}
