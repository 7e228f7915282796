import Lexicon

/// The one pass over a flow that finds its words.
///
/// This is the inner loop of reading: it works on bare memory and makes nothing but the lists of tokens. `ScanTests`
/// compares it with a search that tries every word at every place.
struct TokenFinder {
  /// The tokens of each group in the order of the text, group behind group, and where each group begins.
  let tokens: [Token]
  let groupStarts: [Int]
  let begins: [UInt16]
  let ends: [UInt16]
  let words: [UInt16]
  /// A row for each stretch of places, and one for the end: how many tokens of each group begin before it.
  let firstInStretch: [Int32]

  /// So many places share a row of `firstInStretch`.
  static let stretch = 16
  /// So many numbers has a row, for no more groups than there are bits for.
  static let rowWidth = 16
  private static let groups = Entry.Group.allCases.count

  /// Of the words of a group that begin at one place the longest stands, unless the token before reaches over it.
  init(units: [UInt16], trie: WordTrie, meanings: Meanings) {
    var lists = TokenLists(groups: TokenFinder.groups, capacity: units.count / 8 + 16)
    defer { lists.free() }
    var begins = [UInt16](repeating: 0, count: units.count)
    var ends = [UInt16](repeating: 0, count: units.count + 1)
    var words = [UInt16](repeating: 0, count: units.count)
    var rows = [Int32](
      repeating: 0, count: (units.count / TokenFinder.stretch + 2) * TokenFinder.rowWidth)
    units.withUnsafeBufferPointer { text in
      begins.withUnsafeMutableBufferPointer { begins in
        ends.withUnsafeMutableBufferPointer { ends in
          words.withUnsafeMutableBufferPointer { words in
            rows.withUnsafeMutableBufferPointer { rows in
              guard let text = text.baseAddress, let begins = begins.baseAddress,
                let ends = ends.baseAddress, let words = words.baseAddress,
                let rows = rows.baseAddress
              else { return }
              TokenFinder.find(
                in: text, units.count, trie, meanings, &lists, begins, ends, words, rows)
            }
          }
        }
      }
    }
    (self.begins, self.ends, self.words, firstInStretch) = (begins, ends, words, rows)
    var starts = [0]
    for group in 0..<TokenFinder.groups { starts.append(starts[group] + lists.count(group)) }
    groupStarts = starts
    tokens = lists.joined()
    withExtendedLifetime(meanings) {}
  }

  private static func find(
    in text: UnsafePointer<UInt16>, _ count: Int, _ trie: WordTrie, _ meanings: Meanings,
    _ lists: inout TokenLists, _ begins: UnsafeMutablePointer<UInt16>,
    _ ends: UnsafeMutablePointer<UInt16>, _ words: UnsafeMutablePointer<UInt16>,
    _ rows: UnsafeMutablePointer<Int32>
  ) {
    let (starts, kinds) = (meanings.starts.base, meanings.groups.base)
    let codes = meanings.codes.base
    let entries = meanings.entries
    let tables = trie.tables
    defer { withExtendedLifetime(trie) {} }
    // Of each group the longest word at a place, and where its last token ended.
    withUnsafeTemporaryAllocation(of: Longest.self, capacity: TokenFinder.rowWidth) { longest in
      longest.initialize(repeating: Longest())
      guard let longest = longest.baseAddress else { return }
      for row in 0..<count / TokenFinder.stretch + 2 {
        lists.note(rows + row * TokenFinder.rowWidth)
        let first = row * TokenFinder.stretch
        let beginnings = TokenFinder.beginnings(in: text, count, tables, first)
        var places = beginnings.all
        while places != 0 {
          let bit = places & (0 &- places)
          let start = first &+ places.trailingZeroBitCount
          places &= places &- 1
          var found: UInt16 = 0
          @inline(__always) func note(_ end: Int, _ word: Int32) {
            let code = codes[Int(word)]
            let only = Int(code & 15)
            if only != 15 {
              longest[only].end = Int32(truncatingIfNeeded: end)
              longest[only].entry = Int32(truncatingIfNeeded: code >> 4)
              found |= 1 << UInt16(truncatingIfNeeded: only)
              return
            }
            var entry = starts[Int(word)]
            let last = starts[Int(word) + 1]
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
    let length = min(stretch, count &- first)
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

/// A growing list of tokens for each group, in memory that is freed by hand.
private struct TokenLists {
  private struct List: BitwiseCopyable {
    var base: UnsafeMutablePointer<Token>
    var count: Int
    var capacity: Int
  }
  private let lists: UnsafeMutablePointer<List>
  private let groups: Int

  init(groups: Int, capacity: Int) {
    self.groups = groups
    lists = .allocate(capacity: groups)
    for group in 0..<groups {
      (lists + group).initialize(
        to: List(base: .allocate(capacity: capacity), count: 0, capacity: capacity))
    }
  }

  func count(_ group: Int) -> Int { lists[group].count }

  @inline(__always)
  func append(_ token: Token, to group: Int) {
    let count = lists[group].count
    if count == lists[group].capacity { grow(group) }
    lists[group].base[count] = token
    lists[group].count = count + 1
  }

  @inline(never)
  private func grow(_ group: Int) {
    let list = lists[group]
    let base = UnsafeMutablePointer<Token>.allocate(capacity: list.capacity * 2)
    base.moveInitialize(from: list.base, count: list.count)
    list.base.deallocate()
    lists[group].base = base
    lists[group].capacity = list.capacity * 2
  }

  /// Writes how many tokens of each group there are.
  @inline(__always)
  func note(_ row: UnsafeMutablePointer<Int32>) {
    for group in 0..<groups { row[group] = Int32(truncatingIfNeeded: lists[group].count) }
  }

  /// The tokens group behind group.
  func joined() -> [Token] {
    let total = (0..<groups).reduce(0) { $0 + lists[$1].count }
    return [Token](unsafeUninitializedCapacity: max(1, total)) { memory, count in
      for group in 0..<groups {
        let list = lists[group]
        memory.baseAddress.map { ($0 + count).initialize(from: list.base, count: list.count) }
        count += list.count
      }
    }
  }

  func free() {
    for group in 0..<groups { lists[group].base.deallocate() }
    lists.deallocate()
  }
}
