/// A set of words over UTF-16 units that finds, from one place of a text, every word that begins there.
///
/// Built once and then only read. The first unit is looked up in a table of its own, the rest in one hash table of
/// (node, unit) pairs, so that a place where no word begins costs one memory access.
package struct WordTrie: Sendable {
  private static let empty: Int32 = -1
  private var firstNode = [Int32](repeating: WordTrie.empty, count: 1 << 16)
  private var keys: [UInt64] = []
  private var targets: [Int32] = []
  private var mask = 0
  /// The index of the word that ends at a node, or -1.
  private var wordAt: [Int32] = []

  /// A trie of words; the index of a word in the list is what a search reports.
  ///
  /// - Precondition: no word is empty; a word that stands twice reports its first place.
  package init(words: [[UInt16]]) {
    let unitCount = words.reduce(0) { $0 + $1.count }
    var capacity = 64
    while capacity < unitCount * 2 { capacity *= 2 }
    keys = [UInt64](repeating: UInt64.max, count: capacity)
    targets = [Int32](repeating: WordTrie.empty, count: capacity)
    mask = capacity - 1
    wordAt.reserveCapacity(unitCount)
    for (index, word) in words.enumerated() { insert(word, index: Int32(index)) }
  }

  private mutating func insert(_ word: [UInt16], index: Int32) {
    var node = firstNode[Int(word[0])]
    if node < 0 {
      node = addNode()
      firstNode[Int(word[0])] = node
    }
    for unit in word.dropFirst() {
      let slot = self.slot(node, unit)
      if targets[slot] < 0 {
        keys[slot] = WordTrie.key(node, unit)
        targets[slot] = addNode()
      }
      node = targets[slot]
    }
    if wordAt[Int(node)] < 0 { wordAt[Int(node)] = index }
  }

  private mutating func addNode() -> Int32 {
    wordAt.append(WordTrie.empty)
    return Int32(wordAt.count - 1)
  }

  private static func key(_ node: Int32, _ unit: UInt16) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 16 | UInt64(unit)
  }

  /// The slot that holds the pair, or the free slot where it belongs.
  @inline(__always)
  private func slot(_ node: Int32, _ unit: UInt16) -> Int {
    let key = WordTrie.key(node, unit)
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while keys[slot] != key && keys[slot] != UInt64.max { slot = (slot + 1) & mask }
    return slot
  }

  /// Calls `found` with the end and the index of every word that begins at a place of the text, the shortest first.
  @inline(__always)
  package func forEachWord(
    in text: [UInt16], at start: Int, until limit: Int, _ found: (_ end: Int, _ word: Int32) -> Void
  ) {
    var node = firstNode[Int(text[start])]
    var place = start + 1
    while node >= 0 {
      let word = wordAt[Int(node)]
      if word >= 0 { found(place, word) }
      if place >= limit { return }
      node = targets[slot(node, text[place])]
      place += 1
    }
  }
}
