import Lexicon

/// The one pass over a flow that finds its words.
///
/// This is the inner loop of reading: it works on bare memory and makes nothing but the list of tokens. `ScanTests`
/// compares it with a search that tries every word at every place.
struct TokenFinder {
  private let units: [UInt16]
  private let trie: WordTrie
  private let meanings: Meanings
  /// The tokens in the order of their places, with their groups.
  private var found: [Found] = []
  private(set) var begins: [UInt16]
  private(set) var ends: [UInt16]
  private(set) var words: [UInt16]

  private struct Found {
    let start: Int32
    let end: Int32
    let entry: Int32
    let group: Int32
  }

  init(units: [UInt16], trie: WordTrie, meanings: Meanings) {
    self.units = units
    self.trie = trie
    self.meanings = meanings
    found.reserveCapacity(units.count / 2)
    begins = [UInt16](repeating: 0, count: units.count)
    ends = [UInt16](repeating: 0, count: units.count + 1)
    words = [UInt16](repeating: 0, count: units.count)
  }

  /// Of the words of a group that begin at one place the longest stands, unless the token before reaches over it.
  mutating func find() {
    let (trie, starts, kinds) = (trie, meanings.starts.base, meanings.groups.base)
    var best = Best()
    units.withUnsafeBufferPointer { text in
      guard let base = text.baseAddress else { return }
      for start in 0..<text.count {
        var groups: UInt16 = 0
        trie.forEachWord(in: base, at: start, until: text.count) { end, word in
          for entry in starts[Int(word)]..<starts[Int(word) + 1] {
            groups |= best.set(Int(kinds[Int(entry)]), end: end, entry: entry)
          }
        }
        if groups != 0 { note(groups, at: start, &best) }
      }
    }
    withExtendedLifetime(meanings) {}
  }

  /// Of each group the longest word at a place, and where its last token ended.
  private struct Best {
    private var ends = SIMD16<Int32>()
    private var entries = SIMD16<Int32>()
    private var reached = SIMD16<Int32>()

    /// The bit of the group.
    @inline(__always)
    mutating func set(_ group: Int, end: Int, entry: Int32) -> UInt16 {
      ends[group] = Int32(truncatingIfNeeded: end)
      entries[group] = entry
      return 1 << UInt16(truncatingIfNeeded: group)
    }

    /// The end and the entry of the token that a group's word becomes, if none reaches over its start.
    @inline(__always)
    mutating func take(_ group: Int, at start: Int) -> (end: Int32, entry: Int32)? {
      if start < Int(reached[group]) { return nil }
      reached[group] = ends[group]
      return (ends[group], entries[group])
    }
  }

  @inline(__always)
  private mutating func note(_ groups: UInt16, at start: Int, _ best: inout Best) {
    words[start] = groups
    var rest = groups
    while rest != 0 {
      let group = rest.trailingZeroBitCount
      rest &= rest - 1
      guard let (end, entry) = best.take(group, at: start) else { continue }
      found.append(
        Found(
          start: Int32(truncatingIfNeeded: start), end: end, entry: entry,
          group: Int32(truncatingIfNeeded: group)))
      let bit: UInt16 = 1 << UInt16(truncatingIfNeeded: group)
      begins[start] |= bit
      ends[Int(end)] |= bit
    }
  }

  /// The tokens group behind group, each group in the order of the text, and where each group begins.
  func byGroup() -> (tokens: [Token], starts: [Int]) {
    let groups = Entry.Group.allCases.count
    var starts = [Int](repeating: 0, count: groups + 1)
    for token in found { starts[Int(token.group) + 1] += 1 }
    for group in 0..<groups { starts[group + 1] += starts[group] }
    let tokens = [Token](unsafeUninitializedCapacity: max(1, found.count)) { memory, count in
      var next = starts
      for token in found {
        let place = next[Int(token.group)]
        next[Int(token.group)] += 1
        memory.initializeElement(
          at: place,
          to: Token(
            range: Int(token.start)..<Int(token.end), meaning: meanings.entries + Int(token.entry)))
      }
      count = found.count
    }
    return (tokens, starts)
  }
}
