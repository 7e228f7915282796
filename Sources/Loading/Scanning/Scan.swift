import FactModel
import Lexicon

/// A word of the tables where it stands in the flow.
///
/// It points to its entry in the vocabulary, so that it may be copied for nothing; it must not outlive its scan.
struct Token: BitwiseCopyable {
  private let first: Int32
  private let end: Int32
  private let meaning: UnsafePointer<Entry>

  @inline(__always)
  init(first: Int32, end: Int32, meaning: UnsafePointer<Entry>) {
    self.first = first
    self.end = end
    self.meaning = meaning
  }

  init(range: Range<Int>, meaning: UnsafePointer<Entry>) {
    self.init(first: Int32(range.lowerBound), end: Int32(range.upperBound), meaning: meaning)
  }

  var start: Int { Int(first) }
  var range: Range<Int> { Int(first)..<Int(end) }
  var entry: Entry { meaning.pointee }
}

/// A flow with every word of the tables found in it, in one pass.
///
/// A group's tokens stand in one list; for every place two bits a group say whether a token begins and whether one ends
/// there, so that the question that is asked most, and mostly answered with no, costs one load.
final class Scan: @unchecked Sendable {
  let flow: Flow
  let lexicon: Lexicon
  private let trie: WordTrie
  private let numerals: NumeralSigns
  /// The units in memory of their own, so that one is asked for without an array's checks.
  private let text: FixedTable<UInt16>
  /// Where the marks stand that part clauses.
  let marks: MarkIndex
  /// The signs at which rules may begin, with the numerals.
  let rulesBegin: RuleSigns
  /// The numerals of the flow.
  let numbers: NumberReader
  private let meanings: Meanings
  private let tokens: TokenLists
  /// For each place, a bit for each group of which a token begins there.
  private let begins: [UInt16]
  /// For each place, a bit for each group of which a token ends there.
  private let ends: [UInt16]
  /// For each place, a bit for each group of which any word begins there, even one that no token stands for.
  private let words: [UInt16]

  var units: [UInt16] { flow.units }
  /// The units in bare memory, which must not outlive the scan.
  @inline(__always)
  var memory: FixedTable<UInt16> { text }

  init(flow: Flow, lexicon: Lexicon) {
    self.flow = flow
    self.lexicon = lexicon
    trie = lexicon.trie
    numerals = lexicon.numerals
    text = FixedTable(flow.units)
    marks = MarkIndex(of: flow.units)
    rulesBegin = RuleSigns(numerals.units + RuleBook.beginnings)
    numbers = NumberReader(units: flow.units, signs: numerals)
    meanings = lexicon.meanings
    let finder = TokenFinder(units: flow.units, trie: trie, meanings: meanings)
    tokens = finder.tokens
    begins = finder.begins
    ends = finder.ends
    words = finder.words
  }

  /// All tokens of a group; they must not outlive the scan.
  @inline(__always)
  func all(_ group: Entry.Group) -> UnsafeBufferPointer<Token> { tokens.tokens(group.index) }

  /// The tokens of a group that begin inside a range; they must not outlive the scan.
  func tokens(_ group: Entry.Group, in range: Range<Int>) -> UnsafeBufferPointer<Token> {
    tokens.tokens(group.index, in: range)
  }

  /// Whether a token of a group begins inside a range.
  func hasTokens(_ group: Entry.Group, in range: Range<Int>) -> Bool {
    let all = tokens.tokens(group.index)
    let next = tokens.first(group.index, from: range.lowerBound)
    return next < all.count && all[next].start < range.upperBound
  }

  /// The token of a group that begins at a place.
  @inline(__always)
  func token(_ group: Entry.Group, at place: Int) -> Token? {
    if place < 0 || place >= begins.count { return nil }
    if begins[place] >> UInt16(group.index) & 1 == 0 { return nil }
    return knownToken(group, at: place)
  }

  /// Few questions come so far.
  @inline(never)
  private func knownToken(_ group: Entry.Group, at place: Int) -> Token {
    tokens.tokens(group.index)[tokens.first(group.index, from: place)]
  }

  /// Whether a token of a group begins at a place of the flow.
  @inline(__always)
  func hasToken(_ group: Entry.Group, at place: Int) -> Bool {
    begins[place] >> UInt16(group.index) & 1 != 0
  }

  /// Whether a token of a group may begin between two places, told of four places at once; always yes where they lie far
  /// apart.
  @inline(__always)
  func mayHoldToken(_ group: Entry.Group, behind start: Int, before end: Int) -> Bool {
    let places = end - start - 1
    precondition(start >= 0)
    if places > 4 || start + 5 > begins.count { return true }
    let four = begins.withUnsafeBytes {
      $0.loadUnaligned(fromByteOffset: (start + 1) * 2, as: UInt64.self)
    }
    let groups = 0x0001_0001_0001_0001 &* UInt64(Scan.bit(group))
    // Of the four the lowest are asked for, the others shifted out; none is left of none.
    return places > 0 && (four & groups) &<< UInt64(64 - 16 * places) != 0
  }

  /// The bit of a group.
  @inline(__always)
  static func bit(_ group: Entry.Group) -> UInt16 { 1 << UInt16(group.index) }

  /// For each place, the bits of the groups of which a token begins there.
  @inline(__always)
  func withBeginnings<Result>(_ body: (UnsafeBufferPointer<UInt16>) -> Result) -> Result {
    begins.withUnsafeBufferPointer(body)
  }

  /// The token of a group that ends at a place.
  @inline(__always)
  func token(_ group: Entry.Group, endingAt place: Int) -> Token? {
    if place < 0 || place >= ends.count { return nil }
    if ends[place] >> UInt16(group.index) & 1 == 0 { return nil }
    return knownToken(group, endingAt: place)
  }

  @inline(never)
  private func knownToken(_ group: Entry.Group, endingAt place: Int) -> Token {
    tokens.tokens(group.index)[tokens.first(group.index, from: place) - 1]
  }

  /// The longest measure word at a place, even where a longer neighbour to the left hides it from the tokens.
  @inline(__always)
  func longest(_ group: Entry.Group, at place: Int) -> Token? {
    if !beginsWord(group, at: place) { return nil }
    // Mostly the longest is a token.
    return hasToken(group, at: place)
      ? knownToken(group, at: place) : longest(group, in: place..<units.count)
  }

  /// Whether a word of a group begins at a place, even one that no token stands for.
  @inline(__always)
  func beginsWord(_ group: Entry.Group, at place: Int) -> Bool {
    mayBegin(Scan.bit(group), at: place)
  }

  /// Whether a word of one of some groups, given as their bits, begins at a place, even one that no token stands for.
  @inline(__always)
  func mayBegin(_ groups: UInt16, at place: Int) -> Bool {
    place >= 0 && place < words.count && words[place] & groups != 0
  }

  /// The longest word of a group that begins where a range begins and ends inside it.
  func longest(_ group: Entry.Group, in range: Range<Int>) -> Token? {
    var best: Token?
    forEachEntry(in: range) { end, place in
      if meanings.groups.base[place] == UInt8(group.index) {
        best = Token(range: range.lowerBound..<end, meaning: meanings.entries + place)
      }
    }
    return best
  }

  /// Calls `found` with the end and the entry of every word that begins where a range begins, the shortest first.
  func forEachWord(in range: Range<Int>, _ found: (_ end: Int, _ entry: Entry) -> Void) {
    forEachEntry(in: range) { end, place in found(end, meanings.entries[place]) }
  }

  @inline(__always)
  private func forEachEntry(in range: Range<Int>, _ found: (_ end: Int, _ place: Int) -> Void) {
    precondition(!range.isEmpty && range.lowerBound >= 0 && range.upperBound <= units.count)
    units.withUnsafeBufferPointer { text in
      guard let base = text.baseAddress else { return }
      trie.forEachWord(in: base, at: range.lowerBound, until: range.upperBound) { end, word in
        for place in meanings.places(of: word) { found(end, place) }
      }
    }
  }

  /// Whether a unit is part of numerals.
  @inline(__always)
  func isNumeral(_ unit: UInt16) -> Bool { numerals.holds(unit) }

  /// Whether the text goes on with a word at a place.
  @inline(__always)
  func hasWord(_ word: [UInt16], at place: Int) -> Bool {
    // Nearly every place is answered with no by the first sign.
    if unit(place) != word[0] { return false }
    return word.withUnsafeBufferPointer { word in
      word.baseAddress.map { hasWord($0, word.count, at: place) } ?? true
    }
  }

  /// The same for a word of so many units in memory.
  @inline(__always)
  func hasWord(_ word: UnsafePointer<UInt16>, _ count: Int, at place: Int) -> Bool {
    if place < 0 || place > text.count - count { return false }
    let start = text.base + place
    for index in 0..<count where start[index] != word[index] { return false }
    return true
  }

  /// The unit at a place, or a line feed outside the text.
  @inline(__always)
  func unit(_ place: Int) -> UInt16 {
    UInt(bitPattern: place) < UInt(bitPattern: text.count) ? text.base[place] : 10
  }

  /// The places from one on to the end of its clause, or so many.
  func restOfClause(from place: Int, most: Int) -> Range<Int> {
    // Outside the text stand line feeds.
    if place < 0 || place >= text.count { return place..<place }
    let limit = place + max(0, min(most, text.count - place))
    return place..<marks.next(from: place, until: limit)
  }

  /// The places before one, from the beginning of its clause on, or so many.
  func clauseBefore(_ place: Int, most: Int) -> Range<Int> {
    if place <= 0 || place > text.count { return place..<place }
    return marks.behindLast(before: place, from: place - max(0, min(most, place)))..<place
  }

  /// Whether one of the marks that part clauses stands in a range of the text.
  func holdsMark(_ mark: UInt16, in range: Range<Int>) -> Bool {
    var place = marks.next(from: range.lowerBound, until: range.upperBound)
    while place < range.upperBound {
      if unit(place) == mark { return true }
      place = marks.next(from: place + 1, until: range.upperBound)
    }
    return false
  }

  /// The text of a range as printed on the page, without the line ends that the page has inside it.
  func text(_ range: Range<Int>) -> String {
    String(utf16: units[range])
  }
}

extension Entry.Group {
  /// The number of the group, which is its place in the list of groups; known while compiling, as it is asked for all
  /// the time.
  @inline(__always)
  var index: Int {
    switch self {
    case .measure: 0
    case .qualifier: 1
    case .noun: 2
    case .cue: 3
    case .time: 4
    case .status: 5
    case .excluded: 6
    case .verb: 7
    case .division: 8
    case .place: 9
    }
  }
}

extension String {
  /// The text of units of UTF-16, as the standard library decodes them, for the short texts that are made all the time.
  init(utf16 units: ArraySlice<UInt16>) {
    self = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: units.count * 3 + 1) { bytes in
      var count = 0
      var place = units.startIndex
      func put(_ byte: UInt32) {
        bytes[count] = UInt8(truncatingIfNeeded: byte)
        count += 1
      }
      while place < units.endIndex {
        var scalar = UInt32(units[place])
        place += 1
        if scalar & 0xF800 == 0xD800 {
          let low = place < units.endIndex ? UInt32(units[place]) : 0
          if scalar < 0xDC00, low & 0xFC00 == 0xDC00 {
            place += 1
            scalar = 0x10000 + (scalar & 0x3FF) << 10 + (low & 0x3FF)
          } else {
            scalar = 0xFFFD
          }
        }
        switch scalar {
        case 0..<0x80:
          put(scalar)
          continue
        case 0x80..<0x800:
          put(0xC0 | scalar >> 6)
        case 0x800..<0x10000:
          put(0xE0 | scalar >> 12)
          put(0x80 | scalar >> 6 & 0x3F)
        default:
          put(0xF0 | scalar >> 18)
          put(0x80 | scalar >> 12 & 0x3F)
          put(0x80 | scalar >> 6 & 0x3F)
        }
        put(0x80 | scalar & 0x3F)
      }
      return String(decoding: bytes[..<count], as: UTF8.self)
    }
  }
}
