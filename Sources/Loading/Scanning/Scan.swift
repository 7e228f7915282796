import FactModel
import Lexicon

/// A word of the tables where it stands in the flow.
///
/// It points to its entry in the vocabulary, so that it may be copied for nothing; it must not outlive its scan.
struct Token {
  private let start: Int32
  private let end: Int32
  private let meaning: UnsafePointer<Entry>

  init(range: Range<Int>, meaning: UnsafePointer<Entry>) {
    start = Int32(range.lowerBound)
    end = Int32(range.upperBound)
    self.meaning = meaning
  }

  var range: Range<Int> { Int(start)..<Int(end) }
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
  private let meanings: Meanings
  /// For each group of entries, its tokens in order; within a group they do not overlap.
  private let tokens: [[Token]]
  /// For each place, a bit for each group of which a token begins there.
  private let begins: [UInt16]
  /// For each place, a bit for each group of which a token ends there.
  private let ends: [UInt16]
  /// For each place, a bit for each group of which any word begins there, even one that no token stands for.
  private let words: [UInt16]
  /// For each group and each stretch of 64 places, the index of the first token that begins at or behind its start.
  private let firstInStretch: [Int32]
  private let stretches: Int

  var units: [UInt16] { flow.units }

  private static let groups = Entry.Group.allCases.count

  init(flow: Flow, lexicon: Lexicon) {
    self.flow = flow
    self.lexicon = lexicon
    trie = lexicon.trie
    numerals = lexicon.numerals
    meanings = lexicon.meanings
    var finder = TokenFinder(units: flow.units, trie: trie, meanings: meanings)
    finder.find()
    tokens = finder.tokens
    begins = finder.begins
    ends = finder.ends
    words = finder.words
    stretches = flow.units.count / Scan.stretch + 2
    firstInStretch = Scan.firsts(of: finder.tokens, stretches: stretches)
  }

  private static let stretch = 64

  private static func firsts(of tokens: [[Token]], stretches: Int) -> [Int32] {
    var firsts = [Int32](repeating: 0, count: stretches * groups)
    for (group, list) in tokens.enumerated() {
      var next = 0
      for index in 0..<stretches {
        while next < list.count, list[next].range.lowerBound < index * stretch { next += 1 }
        firsts[group * stretches + index] = Int32(next)
      }
    }
    return firsts
  }

  /// The index of the first token of a group that begins at or after a place.
  private func first(_ group: Entry.Group, from place: Int) -> Int {
    let list = tokens[group.rawValue]
    var index = Int(firstInStretch[group.rawValue * stretches + place / Scan.stretch])
    while index < list.count, list[index].range.lowerBound < place { index += 1 }
    return index
  }

  /// The tokens of a group that begin inside a range.
  func tokens(_ group: Entry.Group, in range: Range<Int>) -> ArraySlice<Token> {
    tokens[group.rawValue][
      first(group, from: range.lowerBound)..<first(group, from: range.upperBound)]
  }

  /// The token of a group that begins at a place.
  func token(_ group: Entry.Group, at place: Int) -> Token? {
    if place < 0 || place >= begins.count { return nil }
    if begins[place] >> UInt16(group.rawValue) & 1 == 0 { return nil }
    return tokens[group.rawValue][first(group, from: place)]
  }

  /// Whether a token of one of two groups begins at a place.
  func hasToken(_ one: Entry.Group, _ other: Entry.Group, at place: Int) -> Bool {
    begins[place] & (1 << UInt16(one.rawValue) | 1 << UInt16(other.rawValue)) != 0
  }

  /// The token of a group that ends at a place.
  func token(_ group: Entry.Group, endingAt place: Int) -> Token? {
    if place < 0 || place >= ends.count { return nil }
    if ends[place] >> UInt16(group.rawValue) & 1 == 0 { return nil }
    return tokens[group.rawValue][first(group, from: place) - 1]
  }

  /// The longest measure word at a place, even where a longer neighbour to the left hides it from the tokens.
  func longest(_ group: Entry.Group, at place: Int) -> Token? {
    if place < 0 || place >= words.count { return nil }
    if words[place] >> UInt16(group.rawValue) & 1 == 0 { return nil }
    return longest(group, in: place..<units.count)
  }

  /// The longest word of a group that begins where a range begins and ends inside it.
  func longest(_ group: Entry.Group, in range: Range<Int>) -> Token? {
    var best: Token?
    forEachEntry(in: range) { end, place in
      if meanings.groups.base[place] == UInt8(group.rawValue) {
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
  func hasWord(_ word: [UInt16], at place: Int) -> Bool {
    if place < 0 || place + word.count > units.count { return false }
    for index in word.indices where units[place + index] != word[index] { return false }
    return true
  }

  /// The unit at a place, or a line feed outside the text.
  @inline(__always)
  func unit(_ place: Int) -> UInt16 {
    place >= 0 && place < units.count ? units[place] : 10
  }

  /// The text of a range as printed on the page, without the line ends that the page has inside it.
  func text(_ range: Range<Int>) -> String {
    String(decoding: units[range], as: UTF16.self)
  }
}

/// The one pass over a flow that finds its words.
private struct TokenFinder {
  private let units: [UInt16]
  private let trie: WordTrie
  private let meanings: Meanings
  var tokens: [[Token]]
  var begins: [UInt16]
  var ends: [UInt16]
  var words: [UInt16]

  init(units: [UInt16], trie: WordTrie, meanings: Meanings) {
    self.units = units
    self.trie = trie
    self.meanings = meanings
    tokens = [[Token]](repeating: [], count: Entry.Group.allCases.count)
    begins = [UInt16](repeating: 0, count: units.count)
    ends = [UInt16](repeating: 0, count: units.count + 1)
    words = [UInt16](repeating: 0, count: units.count)
  }

  /// Of the words of a group that begin at one place the longest stands, unless the token before reaches over it.
  mutating func find() {
    let groups = tokens.count
    // The end and the entry of the longest word of each group at a place.
    var longest = [(end: Int32, entry: Int32)](repeating: (0, 0), count: groups)
    var reached = [Int](repeating: 0, count: groups)
    for start in units.indices {
      var found: UInt16 = 0
      units.withUnsafeBufferPointer { text in
        guard let base = text.baseAddress else { return }
        trie.forEachWord(in: base, at: start, until: text.count) { end, word in
          for entry in meanings.places(of: word) {
            let group = Int(meanings.groups.base[entry])
            longest[group] = (Int32(end), Int32(entry))
            found |= 1 << UInt16(group)
          }
        }
      }
      if found == 0 { continue }
      words[start] = found
      var rest = found
      while rest != 0 {
        let group = rest.trailingZeroBitCount
        rest &= rest - 1
        if start < reached[group] { continue }
        let (end, entry) = longest[group]
        tokens[group].append(
          Token(range: start..<Int(end), meaning: meanings.entries + Int(entry)))
        reached[group] = Int(end)
        begins[start] |= 1 << UInt16(group)
        ends[Int(end)] |= 1 << UInt16(group)
      }
    }
  }
}
