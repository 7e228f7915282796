/// A set of words over UTF-16 units that finds, from one place of a text, every word that begins there.
///
/// Built once and then only read. Most places are passed by because no word begins with their two units: one bit of a
/// small table tells it (`mayBegin`). Words of one unit have a table of their own; two units that begin a word are found
/// in one hash table; from there on the nodes that follow a node stand side by side in the order of their units, so that
/// one is found among a few neighbours in the processor's cache. The tables are read without checks: the only index
/// that comes from a text is a unit of 16 bits, for which the first tables have 65,536 places. `WordTrieTests` compares
/// it with a plain search.
public struct WordTrie: Sendable {
  @usableFromInline static let none: Int32 = -1

  @usableFromInline struct Node: BitwiseCopyable, Sendable {
    /// The value of the word that ends here, or -1.
    @usableFromInline var word: Int32 = WordTrie.none
    /// The units that go on from here, each by its lowest five bits.
    @usableFromInline var following: UInt32 = 0
    /// The first of the nodes that follow, and how many they are.
    @usableFromInline var firstNext: Int32 = 0
    @usableFromInline var nextCount: Int32 = 0

    @usableFromInline init() {}
  }

  /// Two units that begin a word: the value of the word that they are, or -1, and the node of what goes on, or -1.
  @usableFromInline struct Pair: BitwiseCopyable, Sendable {
    @usableFromInline var units: UInt32 = 0
    @usableFromInline var word: Int32 = WordTrie.none
    @usableFromInline var node: Int32 = WordTrie.none

    @usableFromInline init() {}
  }

  /// For each unit the value of the word that it is alone, or -1.
  @usableFromInline let alone: FixedTable<Int32>
  /// The pairs by their hash; a place with neither word nor node is free.
  @usableFromInline let pairs: FixedTable<Pair>
  @usableFromInline let mask: Int
  @usableFromInline let nodes: FixedTable<Node>
  /// The unit that leads to each node.
  @usableFromInline let units: FixedTable<UInt16>
  /// A bit for each unit that is a word alone, and one for the hash of the first two units of each longer word.
  @usableFromInline let singles: FixedTable<UInt64>
  @usableFromInline let beginnings: FixedTable<UInt64>

  /// A trie of words; the index of a word in the list is what a search reports.
  ///
  /// - Precondition: no word is empty; a word that stands twice reports its first place.
  package init(words: [[UInt16]]) {
    var builder = Builder(unitCount: words.reduce(0) { $0 + $1.count })
    for (index, word) in words.enumerated() { builder.insert(word[...], value: Int32(index)) }
    self.init(&builder)
  }

  /// A trie of the words of an index; a search reports the value of each, which is not negative.
  init(_ index: WordIndex, values: [Int32]) {
    var builder = Builder(unitCount: index.units.count)
    for number in 0..<index.count { builder.insert(index[number], value: values[number]) }
    self.init(&builder)
  }

  private init(_ builder: inout Builder) {
    builder.sort()
    nodes = FixedTable(builder.sorted)
    units = FixedTable(builder.units)
    let (alone, pairs) = builder.beginningsOfWords()
    self.alone = FixedTable(alone)
    self.pairs = FixedTable(pairs)
    mask = pairs.count - 1
    singles = FixedTable(builder.singles)
    beginnings = FixedTable(builder.pairs)
  }

  /// The bit of two units.
  @inlinable @inline(__always)
  static func pairHash(_ first: UInt16, _ second: UInt16) -> Int {
    let hash = (UInt32(first) << 16 | UInt32(second)) &* 0x9E37_79B1
    return Int(hash >> (32 - pairBits))
  }

  /// Where the search for a pair begins.
  @inlinable @inline(__always)
  static func slot(_ key: UInt32) -> Int {
    let hash = key &* 0x9E37_79B1
    return Int(hash >> 8)
  }

  /// The table of beginnings has so many bits, as a power of two.
  @usableFromInline static var pairBits: UInt32 { 18 }

  /// The tables for a loop, during which the trie must be kept.
  @inlinable @inline(__always)
  public var tables: WordTables {
    WordTables(
      alone: alone.base, pairs: pairs.base, mask: mask, nodes: nodes.base, units: units.base,
      singles: singles.base, beginnings: beginnings.base)
  }

  /// Calls `found` with the end and the value of every word that begins at a place of the text, the shortest first.
  ///
  /// - Precondition: the text holds the places from `start` to `limit`.
  @inlinable @inline(__always)
  public func forEachWord(
    in text: UnsafePointer<UInt16>, at start: Int, until limit: Int,
    _ found: (_ end: Int, _ word: Int32) -> Void
  ) {
    let tables = tables
    let first = text[start]
    if tables.isWord(first) { found(start + 1, tables.word(first)) }
    if start + 1 < limit, tables.mayBegin(first, text[start + 1]) {
      tables.forEachLongerWord(in: text, at: start, until: limit, found)
    }
    withExtendedLifetime(self) {}
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

  /// Builds the tables as arrays.
  private struct Builder {
    /// A node as words are added, with the node before and the unit that leads here from it.
    struct Draft {
      var parent: Int32
      var unit: UInt16
      var word = WordTrie.none
      var nextCount: Int32 = 0
    }

    var roots = [Int32](repeating: WordTrie.none, count: 1 << 16)
    var drafts: [Draft] = []
    /// By the hash of a node and a unit the node that follows, or -1.
    var edges: [Int32]
    var singles = [UInt64](repeating: 0, count: 1 << 10)
    var pairs = [UInt64](repeating: 0, count: 1 << (WordTrie.pairBits - 6))
    /// The nodes and their units as the trie has them.
    var sorted: [Node] = []
    var units: [UInt16] = []

    init(unitCount: Int) {
      var capacity = 64
      while capacity < unitCount * 2 { capacity *= 2 }
      edges = [Int32](repeating: WordTrie.none, count: capacity)
      drafts.reserveCapacity(unitCount)
    }

    mutating func insert(_ word: ArraySlice<UInt16>, value: Int32) {
      let first = word[word.startIndex]
      if word.count > 1 {
        let hash = WordTrie.pairHash(first, word[word.startIndex + 1])
        pairs[hash >> 6] |= 1 << UInt64(hash & 63)
      } else {
        singles[Int(first >> 6)] |= 1 << UInt64(first & 63)
      }
      var node = roots[Int(first)]
      if node < 0 {
        node = add(Draft(parent: WordTrie.none, unit: first))
        roots[Int(first)] = node
      }
      for unit in word.dropFirst() { node = next(node, unit) }
      if drafts[Int(node)].word < 0 { drafts[Int(node)].word = value }
    }

    private mutating func add(_ node: Draft) -> Int32 {
      drafts.append(node)
      return Int32(drafts.count - 1)
    }

    /// The node that follows another, a new one where there is none.
    private mutating func next(_ node: Int32, _ unit: UInt16) -> Int32 {
      let key = UInt64(UInt32(bitPattern: node)) << 16 | UInt64(unit)
      let hash = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
      var slot = hash & (edges.count - 1)
      while edges[slot] >= 0 {
        let there = drafts[Int(edges[slot])]
        if there.parent == node, there.unit == unit { return edges[slot] }
        slot = (slot + 1) & (edges.count - 1)
      }
      drafts[Int(node)].nextCount += 1
      edges[slot] = add(Draft(parent: node, unit: unit))
      return edges[slot]
    }

    /// Puts the nodes that follow a node side by side, in the order of their units.
    mutating func sort() {
      // For each node, those that follow it, all in one list.
      var starts = [Int32](repeating: 0, count: drafts.count + 1)
      for (node, draft) in drafts.enumerated() { starts[node + 1] = starts[node] + draft.nextCount }
      var following = [Int32](repeating: 0, count: Int(starts[drafts.count]))
      var filled = starts
      for (node, draft) in drafts.enumerated() where draft.parent >= 0 {
        following[Int(filled[Int(draft.parent)])] = Int32(node)
        filled[Int(draft.parent)] += 1
      }
      // The list grows behind the node that is looked at.
      var order: [Int32] = []
      order.reserveCapacity(drafts.count)
      for unit in roots.indices where roots[unit] >= 0 {
        order.append(roots[unit])
        roots[unit] = Int32(order.count - 1)
      }
      sorted.reserveCapacity(drafts.count)
      // One more, so that a node that nothing follows has a unit to be compared.
      units.reserveCapacity(drafts.count + 1)
      var place = 0
      while place < order.count {
        let draft = drafts[Int(order[place])]
        var node = Node()
        node.word = draft.word
        node.firstNext = Int32(order.count)
        node.nextCount = draft.nextCount
        let range = Int(starts[Int(order[place])])..<Int(starts[Int(order[place]) + 1])
        sort(&following, range)
        for next in following[range] {
          node.following |= 1 << UInt32(drafts[Int(next)].unit & 31)
          order.append(next)
        }
        sorted.append(node)
        units.append(draft.unit)
        place += 1
      }
      units.append(0)
    }

    /// The words of one unit, and the table of pairs, which is at most half full.
    func beginningsOfWords() -> (alone: [Int32], pairs: [Pair]) {
      var alone = [Int32](repeating: WordTrie.none, count: 1 << 16)
      var count = 0
      for root in roots where root >= 0 { count += Int(sorted[Int(root)].nextCount) }
      var capacity = 64
      while capacity < count * 2 { capacity *= 2 }
      var pairs = [Pair](repeating: Pair(), count: capacity)
      for (unit, root) in roots.enumerated() where root >= 0 {
        let node = sorted[Int(root)]
        alone[unit] = node.word
        for next in Int(node.firstNext)..<Int(node.firstNext + node.nextCount) {
          var pair = Pair()
          pair.units = UInt32(unit) << 16 | UInt32(units[next])
          pair.word = sorted[next].word
          pair.node = sorted[next].nextCount > 0 ? Int32(next) : WordTrie.none
          var slot = WordTrie.slot(pair.units) & (capacity - 1)
          while pairs[slot].word & pairs[slot].node != WordTrie.none {
            slot = (slot + 1) & (capacity - 1)
          }
          pairs[slot] = pair
        }
      }
      return (alone, pairs)
    }

    /// Sorts the few nodes of a range by their units.
    private func sort(_ nodes: inout [Int32], _ range: Range<Int>) {
      for place in range.dropFirst() {
        let node = nodes[place]
        var free = place
        while free > range.lowerBound, drafts[Int(nodes[free - 1])].unit > drafts[Int(node)].unit {
          nodes[free] = nodes[free - 1]
          free -= 1
        }
        nodes[free] = node
      }
    }
  }
}
