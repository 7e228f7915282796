/// Builds the tables of a trie from words that stand behind each other.
///
/// The words are put in order first: those that begin alike stand together then, and each node is a range of them. So no
/// node is searched for, and every unit of a word is looked at a few times. The order is made in two steps, because most
/// words differ in their first unit: lists of those that begin with each, then a sort of the few words of a list.
///
/// What grows lies in plain memory that is large enough from the beginning: a word has no more nodes than units.
struct WordTrieBuilder: ~Copyable {
  typealias Pair = WordTrie.Pair

  /// The words that begin alike.
  private struct Node {
    /// The value of the one that ends here, or -1.
    var word: Int32
    /// Until its turn comes the first and the end of its words in the order, then the first of the nodes that follow and
    /// how many they are.
    var first: Int32
    var end: Int32
    /// How many units its words share; then the units that go on, each by its lowest five bits.
    var following: UInt32
  }

  private let text: UnsafeBufferPointer<UInt16>
  private let starts: UnsafeBufferPointer<Int32>
  private let values: UnsafeBufferPointer<Int32>

  /// A word with four units from its second on, by which nearly all are told apart.
  private struct Word {
    let key: UInt64
    let number: Int32
    let begin: Int32
  }
  /// The words of more than one unit, in order.
  private let order: UnsafeMutablePointer<Word>
  private var wordCount = 0
  /// The nodes so far, and the unit that leads to each.
  private let nodes: UnsafeMutablePointer<Node>
  private let units: UnsafeMutablePointer<UInt16>
  private var nodeCount = 0

  /// - Parameter starts: where each word begins, and where the last one ends.
  init(
    units: UnsafeBufferPointer<UInt16>, starts: UnsafeBufferPointer<Int32>,
    values: UnsafeBufferPointer<Int32>
  ) {
    text = units
    self.starts = starts
    self.values = values
    order = .allocate(capacity: values.count + 1)
    nodes = .allocate(capacity: units.count + 1)
    self.units = .allocate(capacity: units.count + 1)
  }

  deinit {
    order.deallocate()
    nodes.deallocate()
    units.deallocate()
  }

  /// For each unit the value of the word that it is alone, and a bit where there is one; puts the others in order.
  mutating func wordsOfOneUnit() -> (alone: FixedTable<Int32>, singles: FixedTable<UInt64>) {
    let next = UnsafeMutablePointer<Int32>.allocate(capacity: values.count + 1)
    defer { next.deallocate() }
    var begins = [UInt64](repeating: 0, count: 1 << 10)
    var singles = begins
    // The lists of words by their first unit, whose heads stand where their values will: the first word first.
    let first = UnsafeMutablePointer<Int32>.allocate(capacity: 1 << 16)
    first.initialize(repeating: WordTrie.none, count: 1 << 16)
    for number in stride(from: values.count - 1, through: 0, by: -1) {
      let unit = Int(text[Int(starts[number])])
      next[number] = first[unit]
      first[unit] = Int32(truncatingIfNeeded: number)
      begins[unit >> 6] |= 1 << UInt64(unit & 63)
    }
    for place in begins.indices {
      var bits = begins[place]
      while bits != 0 {
        let unit = place << 6 | bits.trailingZeroBitCount
        first[unit] = takeList(from: first[unit], next)
        if first[unit] >= 0 { singles[place] |= bits & (0 &- bits) }
        bits &= bits - 1
      }
    }
    return (FixedTable(owning: first, count: 1 << 16), FixedTable(singles))
  }

  /// Puts the words of a list in order behind the others; returns the value of that of one unit, or -1.
  private mutating func takeList(
    from head: Int32, _ next: UnsafeMutablePointer<Int32>
  ) -> Int32 {
    let start = wordCount
    var count = start
    var alone = WordTrie.none
    var number = head
    while number >= 0 {
      let (begin, end) = (starts[Int(number)], starts[Int(number) + 1])
      if end - begin > 1 {
        order[count] = Word(key: key(Int(begin), Int(end)), number: number, begin: begin)
        count += 1
      } else if alone < 0 {
        alone = values[Int(number)]
      }
      number = next[Int(number)]
    }
    wordCount = count
    if count - start > 1 { sort(from: start) }
    return alone
  }

  /// Four units from the second on, or as many as there are.
  @inline(__always)
  private func key(_ begin: Int, _ end: Int) -> UInt64 {
    var key = UInt64(text[begin + 1]) << 48
    if begin + 2 < end { key |= UInt64(text[begin + 2]) << 32 }
    if begin + 3 < end { key |= UInt64(text[begin + 3]) << 16 }
    if begin + 4 < end { key |= UInt64(text[begin + 4]) }
    return key
  }

  private mutating func sort(from start: Int) {
    let (order, text, starts) = (order + start, text, starts)
    if wordCount - start > 40 {
      var list = UnsafeMutableBufferPointer(start: order, count: wordCount - start)
      list.sort { WordTrieBuilder.precedes($0, $1, text, starts) }
      return
    }
    for place in 0..<wordCount - start {
      let word = order[place]
      var free = place
      while free > 0, WordTrieBuilder.precedes(word, order[free - 1], text, starts) {
        order[free] = order[free - 1]
        free -= 1
      }
      order[free] = word
    }
  }

  /// Whether a word comes before another that begins with the same unit; of two that are the same, the first.
  @inline(__always)
  private static func precedes(
    _ one: Word, _ other: Word, _ text: UnsafeBufferPointer<UInt16>,
    _ starts: UnsafeBufferPointer<Int32>
  ) -> Bool {
    one.key != other.key ? one.key < other.key : precedesBeyondKey(one, other, text, starts)
  }

  @inline(never)
  private static func precedesBeyondKey(
    _ one: Word, _ other: Word, _ text: UnsafeBufferPointer<UInt16>,
    _ starts: UnsafeBufferPointer<Int32>
  ) -> Bool {
    let length = starts[Int(one.number) + 1] - one.begin
    let otherLength = starts[Int(other.number) + 1] - other.begin
    for place in 0..<Int(min(length, otherLength)) {
      let (unit, against) = (text[Int(one.begin) + place], text[Int(other.begin) + place])
      if unit != against { return unit < against }
    }
    return (length, one.number) < (otherLength, other.number)
  }

  /// How many units the word at a place of the order has.
  @inline(__always)
  private func length(_ place: Int) -> Int {
    Int(starts[Int(order[place].number) + 1] - order[place].begin)
  }

  /// The pairs that begin words, in order, each with the node of the words that go on.
  mutating func findPairs() -> [Pair] {
    var pairs: [Pair] = []
    pairs.reserveCapacity(wordCount)
    var place = 0
    while place < wordCount {
      let start = Int(order[place].begin)
      let end = endOfGroup(from: place, to: wordCount, depth: 1, sharing: true)
      var pair = Pair()
      pair.units = UInt32(text[start]) << 16 | UInt32(text[start + 1])
      pair.word = length(place) == 2 ? values[Int(order[place].number)] : WordTrie.none
      if length(end - 1) > 2 {
        pair.link.first = add(text[start + 1], place, end, depth: 2)
      }
      pairs.append(pair)
      place = end
    }
    return pairs
  }

  /// Adds what follows each node, and what follows that, until nothing is left; returns a step and a link for each node.
  mutating func findSteps() -> (
    steps: FixedTable<WordTrie.Step>, links: FixedTable<WordTrie.Link>
  ) {
    var node = 0
    while node < nodeCount {
      findNext(of: node)
      node += 1
    }
    let steps = UnsafeMutablePointer<WordTrie.Step>.allocate(capacity: nodeCount + 1)
    let links = UnsafeMutablePointer<WordTrie.Link>.allocate(capacity: nodeCount + 1)
    for node in 0..<nodeCount {
      let found = nodes[node]
      (steps + node).initialize(
        to: WordTrie.Step(unit: units[node], word: found.word, goesOn: found.end > 0))
      (links + node).initialize(to: WordTrie.Link())
      if found.end > 0 {
        links[node].first = found.first
        links[node].following = found.following
      }
    }
    for node in 0..<nodeCount where nodes[node].end > 0 {
      // There are no more units than fit in.
      steps[Int(nodes[node].first)].others = UInt16(truncatingIfNeeded: nodes[node].end - 1)
    }
    return (
      FixedTable(owning: steps, count: nodeCount), FixedTable(owning: links, count: nodeCount)
    )
  }

  /// The nodes that follow a node stand side by side, in the order of their units.
  private mutating func findNext(of node: Int) {
    var place = Int(nodes[node].first)
    let (end, depth) = (Int(nodes[node].end), Int(nodes[node].following))
    let first = nodeCount
    var following: UInt32 = 0
    // The word that ends here stands first; more than once where a list holds it twice.
    while place < end, length(place) == depth { place += 1 }
    while place < end {
      let unit = text[Int(order[place].begin) + depth]
      let groupEnd = endOfGroup(from: place, to: end, depth: depth, sharing: false)
      _ = add(unit, place, groupEnd, depth: depth + 1)
      following |= 1 << UInt32(unit & 31)
      place = groupEnd
    }
    nodes[node].following = following
    nodes[node].first = Int32(first)
    nodes[node].end = Int32(nodeCount - first)
  }

  /// The end of the words from a place on that have the same unit at a depth.
  ///
  /// - Parameter sharing: whether the first unit must be the same, too.
  @inline(__always)
  private func endOfGroup(from place: Int, to end: Int, depth: Int, sharing: Bool) -> Int {
    let start = Int(order[place].begin)
    var next = place + 1
    while next < end {
      let other = Int(order[next].begin)
      if text[other + depth] != text[start + depth] || (sharing && text[other] != text[start]) {
        break
      }
      next += 1
    }
    return next
  }

  private mutating func add(_ unit: UInt16, _ begin: Int, _ end: Int, depth: Int) -> Int32 {
    let word = length(begin) == depth ? values[Int(order[begin].number)] : WordTrie.none
    nodes[nodeCount] = Node(
      word: word, first: Int32(begin), end: Int32(end), following: UInt32(depth))
    units[nodeCount] = unit
    nodeCount += 1
    return Int32(nodeCount - 1)
  }

  /// The pairs by their hash in a table that is at most half full, and a bit for each hash.
  static func tables(
    of found: [Pair]
  ) -> (pairs: FixedTable<Pair>, beginnings: FixedTable<UInt64>) {
    var capacity = 64
    while capacity < found.count * 2 { capacity *= 2 }
    var bits = [UInt64](repeating: 0, count: 1 << (WordTrie.pairBits - 6))
    let pairs = UnsafeMutablePointer<Pair>.allocate(capacity: capacity)
    pairs.initialize(repeating: Pair(), count: capacity)
    for pair in found {
      let hash = WordTrie.pairHash(
        UInt16(truncatingIfNeeded: pair.units >> 16), UInt16(truncatingIfNeeded: pair.units))
      bits[hash >> 6] |= 1 << UInt64(hash & 63)
      var slot = WordTrie.slot(pair.units) & (capacity - 1)
      while pairs[slot].word & pairs[slot].link.first != WordTrie.none {
        slot = (slot + 1) & (capacity - 1)
      }
      pairs[slot] = pair
    }
    return (FixedTable(owning: pairs, count: capacity), FixedTable(bits))
  }
}
