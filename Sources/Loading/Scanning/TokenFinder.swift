import Lexicon

/// The one pass over a flow that finds its words.
///
/// This is the inner loop of reading: it works on bare memory and makes nothing but the lists of tokens. `ScanTests`
/// compares it with a search that tries every word at every place.
struct TokenFinder {
  let tokens: TokenLists
  let begins: [UInt16]
  let ends: [UInt16]
  let words: [UInt16]

  /// Of the words of a group that begin at one place the longest stands, unless the token before reaches over it.
  init(units: [UInt16], trie: WordTrie, meanings: Meanings) {
    let lists = TokenLists(length: units.count)
    var begins = [UInt16](repeating: 0, count: units.count)
    var ends = [UInt16](repeating: 0, count: units.count + 1)
    var words = [UInt16](repeating: 0, count: units.count)
    units.withUnsafeBufferPointer { text in
      begins.withUnsafeMutableBufferPointer { begins in
        ends.withUnsafeMutableBufferPointer { ends in
          words.withUnsafeMutableBufferPointer { words in
            guard let text = text.baseAddress, let begins = begins.baseAddress,
              let ends = ends.baseAddress, let words = words.baseAddress
            else { return }
            TokenFinder.find(in: text, units.count, trie, meanings, lists, begins, ends, words)
          }
        }
      }
    }
    (tokens, self.begins, self.ends, self.words) = (lists, begins, ends, words)
    withExtendedLifetime(meanings) {}
  }

  private static func find(
    in text: UnsafePointer<UInt16>, _ count: Int, _ trie: WordTrie, _ meanings: Meanings,
    _ lists: TokenLists, _ begins: UnsafeMutablePointer<UInt16>,
    _ ends: UnsafeMutablePointer<UInt16>, _ words: UnsafeMutablePointer<UInt16>
  ) {
    withUnsafeTemporaryAllocation(of: Longest.self, capacity: TokenLists.groups) { longest in
      longest.initialize(repeating: Longest())
      guard let longest = longest.baseAddress else { return }
      let work = Work(
        text: text, count: count, tables: trie.tables, entries: meanings.entries,
        kinds: meanings.groups.base, starts: meanings.starts.base, several: Meanings.several,
        lists: lists, begins: begins, ends: ends, words: words, longest: longest)
      for row in 0..<lists.rowCount {
        lists.noteRow(row)
        work.find(from: row * TokenLists.stretch)
      }
      withExtendedLifetime(trie) {}
    }
  }

  /// Of a group the longest word at the place that is looked at, and where its last token ended.
  private struct Longest: BitwiseCopyable {
    var end: Int32 = 0
    var entry: Int32 = 0
    var reached: Int32 = 0
  }

  /// What stands at a place: the code of a word of one sign, and what begins with two.
  private struct Found {
    var short = WordTrie.noWord
    var long = WordTrie.noWord
    /// What begins with two signs, where more words may begin with it.
    var pair: UnsafePointer<WordTrie.Pair>?
  }

  /// The memory that the loop works on.
  private struct Work {
    let text: UnsafePointer<UInt16>
    let count: Int
    let tables: WordTables
    /// The vocabulary's meanings, and what its codes say of a word of several.
    let entries: UnsafePointer<Entry>
    let kinds: UnsafePointer<UInt8>
    let starts: UnsafePointer<Int32>
    let several: Int32
    let lists: TokenLists
    let begins: UnsafeMutablePointer<UInt16>
    let ends: UnsafeMutablePointer<UInt16>
    let words: UnsafeMutablePointer<UInt16>
    let longest: UnsafeMutablePointer<Longest>

    /// Finds the tokens that begin in a stretch.
    @inline(__always)
    func find(from first: Int) {
      let beginnings = TokenFinder.beginnings(in: text, count, tables, first)
      let pairs = TokenFinder.taken(beginnings.longer, in: text, tables, first)
      var places = beginnings.alone | pairs
      while places != 0 {
        let bit = places & (0 &- places)
        let start = first &+ places.trailingZeroBitCount
        places &= places &- 1
        let found = found(
          at: start, isAlone: beginnings.alone & bit != 0, beginsPair: pairs & bit != 0)
        words[start] = found.pair == nil ? putShort(found, start) : putAll(found, start)
      }
    }

    @inline(__always)
    private func found(at start: Int, isAlone: Bool, beginsPair: Bool) -> Found {
      var found = Found()
      if isAlone { found.short = tables.word(text[start]) }
      if beginsPair {
        let pair = tables.pair(text[start], text[start &+ 1])
        found.long = pair.pointee.word
        if start &+ 2 < count && pair.pointee.mayGoOn(with: text[start &+ 2]) { found.pair = pair }
      }
      return found
    }

    /// The short way, which most go: a word of one sign, and one of two. Gives the bits of their groups.
    @inline(__always)
    private func putShort(_ found: Found, _ start: Int) -> UInt16 {
      var groups: UInt16 = 0
      // Of one group the longer word stands: behind it no other begins here.
      if found.long >= 0 { groups |= putWord(found.long, start, start &+ 2) }
      if found.short >= 0 { groups |= putWord(found.short, start, start &+ 1) }
      return groups
    }

    /// Lists the tokens of a word, one of each of its groups; of two entries of one group the last counts. Gives the bits
    /// of the groups.
    @inline(__always)
    private func putWord(_ code: Int32, _ start: Int, _ end: Int) -> UInt16 {
      if code & 15 == several { return putEntries(code, start, end) }
      put(Int(code & 15), code >> 4, start, end)
      return 1 << UInt16(truncatingIfNeeded: code & 15)
    }

    /// The same for a word of several entries.
    @inline(never)
    private func putEntries(_ code: Int32, _ start: Int, _ end: Int) -> UInt16 {
      var groups: UInt16 = 0
      for place in places(of: code).reversed() {
        let group = Int(kinds[place] & 15)
        put(group, Int32(truncatingIfNeeded: place), start, end)
        groups |= 1 << UInt16(truncatingIfNeeded: group)
      }
      return groups
    }

    /// All words that begin at a place, the longest of each group. Gives the bits of their groups.
    @inline(never)
    private func putAll(_ found: Found, _ start: Int) -> UInt16 {
      var groups: UInt16 = 0
      @inline(__always) func note(_ end: Int, _ code: Int32) {
        if code & 15 != several { return note(end, Int(code & 15), code >> 4) }
        for place in places(of: code) {
          note(end, Int(kinds[place] & 15), Int32(truncatingIfNeeded: place))
        }
      }
      @inline(__always) func note(_ end: Int, _ group: Int, _ entry: Int32) {
        longest[group].end = Int32(truncatingIfNeeded: end)
        longest[group].entry = entry
        groups |= 1 << UInt16(truncatingIfNeeded: group)
      }
      if found.short >= 0 { note(start &+ 1, found.short) }
      if let pair = found.pair {
        tables.forEachWord(of: pair, in: text, at: start, until: count, note)
      }
      var left = groups
      while left != 0 {
        let group = left.trailingZeroBitCount
        left &= left &- 1
        put(group, longest[group].entry, start, Int(longest[group].end))
      }
      return groups
    }

    /// The places of the entries of a word, as `Meanings` tells them.
    @inline(__always)
    private func places(of code: Int32) -> Range<Int> {
      let place = Int(code >> 4)
      return code & 15 == several ? Int(starts[place])..<Int(starts[place + 1]) : place..<place + 1
    }

    /// Lists a token, unless one before it reaches over its beginning.
    @inline(__always)
    private func put(_ group: Int, _ entry: Int32, _ start: Int, _ end: Int) {
      if start < Int(longest[group].reached) { return }
      longest[group].reached = Int32(truncatingIfNeeded: end)
      lists.append(
        Token(
          first: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
          meaning: entries + Int(entry)), to: group)
      let bit: UInt16 = 1 << UInt16(truncatingIfNeeded: group)
      begins[start] |= bit
      ends[end] |= bit
    }
  }

  /// Of the places of a stretch at which longer words may begin those whose two units are in the table, or collide with
  /// others there: told without a branch. So their places in the table come into the cache side by side.
  @inline(__always)
  fileprivate static func taken(
    _ longer: UInt32, in text: UnsafePointer<UInt16>, _ tables: WordTables, _ first: Int
  ) -> UInt32 {
    var (left, taken) = (longer, UInt32(0))
    while left != 0 {
      let place = first &+ left.trailingZeroBitCount
      let slot = tables.firstSlot(text[place], text[place &+ 1])
      taken |= tables.isTaken(slot) ? left & (0 &- left) : 0
      left &= left &- 1
    }
    return taken
  }

  /// The places of a stretch at which words may begin, a bit for each.
  fileprivate struct Beginnings {
    /// Where a sign is a word alone, and where it may begin a longer one.
    var alone: UInt32 = 0
    var longer: UInt32 = 0
  }

  /// The places of a stretch at which words may begin: told without a branch, for no two neighbours are alike. Not put in
  /// its place, so that it has the processor's registers for itself.
  @inline(never)
  fileprivate static func beginnings(
    in text: UnsafePointer<UInt16>, _ count: Int, _ tables: WordTables, _ first: Int
  ) -> Beginnings {
    var beginnings = Beginnings()
    if first >= count { return beginnings }
    let length = min(TokenLists.stretch, count &- first)
    let text = text + first
    // From the last to the first, so that each bit goes in at the lowest place; the text's last unit has none behind it.
    var next = first &+ length < count ? text[length] : 0
    var place = text + length
    var (alone, longer): (UInt32, UInt32) = (0, 0)
    repeat {
      place -= 1
      let unit = place.pointee
      alone = alone &+ alone &+ tables.wordBit(unit)
      longer = longer &+ longer &+ tables.beginningBit(unit, next)
      next = unit
    } while place != text
    // Behind the last unit stands none.
    if first &+ length == count { longer &= ~(1 << UInt32(length - 1)) }
    (beginnings.alone, beginnings.longer) = (alone, longer)
    return beginnings
  }
}
