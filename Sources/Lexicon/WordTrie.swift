/// A set of words over UTF-16 units that finds, from one place of a text, every word that begins there.
///
/// Built once and then only read. The first unit is looked up in a table of its own, the rest in one hash table of
/// (node, unit) pairs; a node knows by one bit in 64 which units can follow it, so that a place where no word goes on
/// costs no search. Most places are passed by because no word begins with their two units: one bit of a small table
/// tells it. The tables are read without checks: the only index that comes from a text is a unit of 16 bits,
/// for which the first table has 65,536 places. `WordTrieTests` compares it with a plain search.
public struct WordTrie: Sendable {
  @usableFromInline static let none: Int32 = -1

  @usableFromInline struct Node: BitwiseCopyable, Sendable {
    /// The units that go on from here, each by its lowest six bits.
    @usableFromInline var following: UInt64 = 0
    /// The index of the word that ends here, or -1.
    @usableFromInline var word: Int32 = WordTrie.none
  }
  @usableFromInline struct Edge: BitwiseCopyable, Sendable {
    @usableFromInline var key: UInt64 = .max
    @usableFromInline var target: Int32 = WordTrie.none
  }

  /// For each unit its node, doubled, and one more where the unit alone is a word; -1 where no word begins with it.
  @usableFromInline let roots: FixedTable<Int32>
  /// A bit for the hash of the first two units of each longer word.
  @usableFromInline let pairs: FixedTable<UInt64>
  @usableFromInline let nodes: FixedTable<Node>
  @usableFromInline let edges: FixedTable<Edge>
  @usableFromInline let mask: Int

  /// A trie of words; the index of a word in the list is what a search reports.
  ///
  /// - Precondition: no word is empty; a word that stands twice reports its first place.
  package init(words: [[UInt16]]) {
    var builder = Builder(unitCount: words.reduce(0) { $0 + $1.count })
    for (index, word) in words.enumerated() { builder.insert(word, index: Int32(index)) }
    roots = FixedTable(
      builder.roots.map { $0 < 0 ? $0 : $0 * 2 + (builder.nodes[Int($0)].word < 0 ? 0 : 1) })
    pairs = FixedTable(builder.pairs)
    nodes = FixedTable(builder.nodes)
    edges = FixedTable(builder.edges)
    mask = builder.edges.count - 1
  }

  @inlinable
  static func key(_ node: Int32, _ unit: UInt16) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 16 | UInt64(unit)
  }

  /// Where the search for a pair begins.
  @inlinable
  static func hash(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }

  /// Calls `found` with the end and the index of every word that begins at a place of the text, the shortest first.
  ///
  /// - Precondition: the text holds the places from `start` to `limit`.
  @inlinable @inline(__always)
  public func forEachWord(
    in text: UnsafePointer<UInt16>, at start: Int, until limit: Int,
    _ found: (_ end: Int, _ word: Int32) -> Void
  ) {
    let root = roots.base[Int(text[start])]
    if root < 0 { return }
    if root & 1 == 0, start + 1 >= limit || !mayBegin(text[start], text[start + 1]) { return }
    var node = root >> 1
    var place = start + 1
    while node >= 0 {
      let here = nodes.base[Int(node)]
      if here.word >= 0 { found(place, here.word) }
      if place >= limit { return }
      let unit = text[place]
      if here.following & (1 << UInt64(unit & 63)) == 0 { return }
      node = target(of: node, unit)
      place += 1
    }
  }

  /// Whether some word may begin with two units.
  @inlinable @inline(__always)
  func mayBegin(_ first: UInt16, _ second: UInt16) -> Bool {
    let hash = WordTrie.pairHash(first, second)
    return pairs.base[hash >> 6] >> UInt64(hash & 63) & 1 != 0
  }

  /// The bit of two units.
  @inlinable @inline(__always)
  static func pairHash(_ first: UInt16, _ second: UInt16) -> Int {
    let hash = (UInt32(first) << 16 | UInt32(second)) &* 0x9E37_79B1
    return Int(hash >> (32 - pairBits))
  }

  /// The table of pairs has so many bits, as a power of two.
  @usableFromInline static var pairBits: UInt32 { 18 }

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
    let key = WordTrie.key(node, unit)
    var slot = WordTrie.hash(key) & mask
    while edges.base[slot].key != key && edges.base[slot].key != .max { slot = (slot + 1) & mask }
    return edges.base[slot].target
  }

  /// Builds the tables as arrays.
  private struct Builder {
    var roots = [Int32](repeating: WordTrie.none, count: 1 << 16)
    var nodes: [Node] = []
    var edges: [Edge]
    var pairs = [UInt64](repeating: 0, count: 1 << (WordTrie.pairBits - 6))

    init(unitCount: Int) {
      var capacity = 64
      while capacity < unitCount * 2 { capacity *= 2 }
      edges = [Edge](repeating: Edge(), count: capacity)
      nodes.reserveCapacity(unitCount)
    }

    mutating func insert(_ word: [UInt16], index: Int32) {
      if word.count > 1 {
        let hash = WordTrie.pairHash(word[0], word[1])
        pairs[hash >> 6] |= 1 << UInt64(hash & 63)
      }
      var node = roots[Int(word[0])]
      if node < 0 {
        node = addNode()
        roots[Int(word[0])] = node
      }
      for unit in word.dropFirst() {
        let key = WordTrie.key(node, unit)
        let slot = slot(of: key)
        if edges[slot].target < 0 {
          nodes[Int(node)].following |= 1 << UInt64(unit & 63)
          edges[slot] = Edge(key: key, target: addNode())
        }
        node = edges[slot].target
      }
      if nodes[Int(node)].word < 0 { nodes[Int(node)].word = index }
    }

    private mutating func addNode() -> Int32 {
      nodes.append(Node())
      return Int32(nodes.count - 1)
    }

    /// The slot that holds the pair, or the free slot where it belongs.
    private func slot(of key: UInt64) -> Int {
      var slot = WordTrie.hash(key) & (edges.count - 1)
      while edges[slot].key != key && edges[slot].key != .max {
        slot = (slot + 1) & (edges.count - 1)
      }
      return slot
    }
  }
}
