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
    let (starts, kinds) = (meanings.starts.base, meanings.groups.base)
    let entries = meanings.entries
    let tables = trie.tables
    defer { withExtendedLifetime(trie) {} }
    // Of each group the longest word at a place, and where its last token ended.
    withUnsafeTemporaryAllocation(of: Longest.self, capacity: TokenLists.groups) { longest in
      longest.initialize(repeating: Longest())
      guard let longest = longest.baseAddress else { return }
      for row in 0..<lists.rowCount {
        lists.noteRow(row)
        let first = row * TokenLists.stretch
        let beginnings = TokenFinder.beginnings(in: text, count, tables, first)
        var places = beginnings.all
        while places != 0 {
          let bit = places & (0 &- places)
          let start = first &+ places.trailingZeroBitCount
          places &= places &- 1
          if beginnings.longer & bit == 0 {
            // A sign that is a word alone, of one group mostly.
            let code = tables.word(text[start])
            let group = Int(code & 15)
            if group != Meanings.several {
              let bit: UInt16 = 1 << UInt16(truncatingIfNeeded: group)
              words[start] = bit
              if start < Int(longest[group].reached) { continue }
              longest[group].reached = Int32(truncatingIfNeeded: start &+ 1)
              lists.append(
                Token(
                  first: Int32(truncatingIfNeeded: start),
                  end: Int32(truncatingIfNeeded: start &+ 1), meaning: entries + Int(code >> 4)),
                to: group)
              begins[start] |= bit
              ends[start &+ 1] |= bit
              continue
            }
          }
          var found: UInt16 = 0
          @inline(__always) func note(_ end: Int, _ code: Int32) {
            let only = Int(code & 15)
            if only != Meanings.several {
              longest[only].end = Int32(truncatingIfNeeded: end)
              longest[only].entry = code >> 4
              found |= 1 << UInt16(truncatingIfNeeded: only)
              return
            }
            var entry = starts[Int(code >> 4)]
            let last = starts[Int(code >> 4) + 1]
            while entry < last {
              let group = Int(kinds[Int(entry)] & 15)
              longest[group].end = Int32(truncatingIfNeeded: end)
              longest[group].entry = entry
              found |= 1 << UInt16(truncatingIfNeeded: group)
              entry &+= 1
            }
          }
          if beginnings.alone & bit != 0 { note(start &+ 1, tables.word(text[start])) }
          if beginnings.longer & bit != 0, start &+ 1 < count {
            tables.forEachLongerWord(in: text, at: start, until: count, note)
          }
          words[start] = found
          while found != 0 {
            let group = found.trailingZeroBitCount
            found &= found - 1
            if start < Int(longest[group].reached) { continue }
            let end = longest[group].end
            longest[group].reached = end
            lists.append(
              Token(
                first: Int32(truncatingIfNeeded: start), end: end,
                meaning: entries + Int(longest[group].entry)), to: group)
            let bit: UInt16 = 1 << UInt16(truncatingIfNeeded: group)
            begins[start] |= bit
            ends[Int(end)] |= bit
          }
        }
      }
    }
  }

  /// The places of a stretch at which words may begin, a bit for each.
  private struct Beginnings {
    /// Where a sign is a word alone, and where it may begin a longer one.
    var alone: UInt32 = 0
    var longer: UInt32 = 0
    var all: UInt32 { alone | longer }
  }

  /// The places of a stretch at which words may begin: told without a branch, for no two neighbours are alike. Not put in
  /// its place, so that it has the processor's registers for itself.
  @inline(never)
  private static func beginnings(
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
    (beginnings.alone, beginnings.longer) = (alone, longer)
    return beginnings
  }

  private struct Longest: BitwiseCopyable {
    var end: Int32 = 0
    var entry: Int32 = 0
    var reached: Int32 = 0
  }
}
