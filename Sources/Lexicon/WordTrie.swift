/// A set of words over UTF-16 units that finds, from one place of a text, every word that begins there.
///
/// Built once and then only read. Most places are passed by because no word begins with their two units: one bit of a
/// small table tells it (`mayBegin`). Words of one unit have a table of their own; two units that begin a word are found
/// in one hash table; from there on the steps that go on from a place stand side by side in the order of their units, so
/// that one is found, with its word, among a few neighbours in the processor's cache. The tables are read without checks: the only index
/// that comes from a text is a unit of 16 bits, for which the first tables have 65,536 places. `WordTrieTests` compares
/// it with a plain search.
public struct WordTrie: Sendable {
  @usableFromInline static let none: Int32 = -1
  /// What stands for no word.
  @inlinable public static var noWord: Int32 { -1 }

  /// A unit with which words go on: all that most searches ask for, in eight bytes.
  @usableFromInline struct Step: BitwiseCopyable, Sendable {
    @usableFromInline let unit: UInt16
    /// Of the first of the steps that stand side by side, how many they are, less one.
    @usableFromInline var others: UInt16 = 0
    /// One more than the value of the word that ends here, or 0; the lowest bit tells whether words go on.
    @usableFromInline let bits: UInt32

    init(unit: UInt16, word: Int32, goesOn: Bool) {
      self.unit = unit
      bits = UInt32(word + 1) << 1 | (goesOn ? 1 : 0)
    }

    /// The value of the word that ends here, or -1.
    @inlinable @inline(__always)
    var word: Int32 { Int32(truncatingIfNeeded: bits >> 1) &- 1 }
    @inlinable @inline(__always)
    var goesOn: Bool { bits & 1 != 0 }
  }

  /// What goes on from a step.
  @usableFromInline struct Link: BitwiseCopyable, Sendable {
    /// The place of the first of the steps that follow.
    @usableFromInline var first: Int32 = WordTrie.none
    /// Their units, each by its lowest five bits.
    @usableFromInline var following: UInt32 = 0

    @usableFromInline init() {}
  }

  /// Two units that begin a word.
  public struct Pair: BitwiseCopyable, Sendable {
    @usableFromInline var units: UInt32 = 0
    /// The value of the word that they are, or -1.
    public internal(set) var word: Int32 = WordTrie.none
    /// What goes on from the two.
    @usableFromInline var link = Link()

    @usableFromInline init() {}

    /// Whether a longer word may go on with a unit: surely not where the answer is no.
    @inlinable @inline(__always)
    public func mayGoOn(with unit: UInt16) -> Bool { link.following >> UInt32(unit & 31) & 1 != 0 }
  }

  /// For each unit the value of the word that it is alone, or -1.
  @usableFromInline let alone: FixedTable<Int32>
  /// The pairs by their hash; a place with neither word nor link is free.
  @usableFromInline let pairs: FixedTable<Pair>
  @usableFromInline let mask: Int
  @usableFromInline let steps: FixedTable<Step>
  /// What goes on from each step.
  @usableFromInline let links: FixedTable<Link>
  /// A bit for each unit that is a word alone, and one for the hash of the first two units of each longer word.
  @usableFromInline let singles: FixedTable<UInt64>
  @usableFromInline let beginnings: FixedTable<UInt64>

  /// A trie of words; the index of a word in the list is what a search reports.
  ///
  /// - Precondition: no word is empty; a word that stands twice reports its first place.
  package init(words: [[UInt16]]) {
    var starts: [Int32] = [0]
    for word in words { starts.append(starts[starts.count - 1] + Int32(word.count)) }
    let numbers = (0..<Int32(words.count)).map(\.self)
    self = words.flatMap(\.self).withUnsafeBufferPointer { units in
      starts.withUnsafeBufferPointer { WordTrie(units, starts: $0, values: numbers) }
    }
  }

  /// A trie of the words of an index; a search reports the value of each, which is not negative.
  init(_ index: WordIndex, values: [Int32]) {
    self.init(
      UnsafeBufferPointer(start: index.units, count: index.unitCount),
      starts: UnsafeBufferPointer(start: index.starts, count: index.count + 1), values: values)
    withExtendedLifetime(index) {}
  }

  private init(
    _ units: UnsafeBufferPointer<UInt16>, starts: UnsafeBufferPointer<Int32>, values: [Int32]
  ) {
    self = values.withUnsafeBufferPointer { values in
      var builder = WordTrieBuilder(units: units, starts: starts, values: values)
      return WordTrie(&builder)
    }
  }

  private init(_ builder: inout WordTrieBuilder) {
    (alone, singles) = builder.wordsOfOneUnit()
    var found = builder.findPairs()
    (steps, links) = builder.findSteps()
    for index in found.indices where found[index].link.first >= 0 {
      found[index].link = links.base[Int(found[index].link.first)]
    }
    (pairs, beginnings) = WordTrieBuilder.tables(of: found)
    mask = pairs.count - 1
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
  @usableFromInline static var pairBits: UInt32 { 17 }

  /// The tables for a loop, during which the trie must be kept.
  @inlinable @inline(__always)
  public var tables: WordTables {
    WordTables(
      alone: alone.base, pairs: pairs.base, mask: mask, steps: steps.base, links: links.base,
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
}
