import FactModel
import Lexicon

/// A word of the tables where it stands in the flow.
struct Token {
  let range: Range<Int>
  let entry: Entry
}

/// A flow with every word of the tables found in it, in one pass.
struct Scan {
  let flow: Flow
  let lexicon: Lexicon
  /// For each group of entries, its tokens in order; within a group they do not overlap.
  private let tokens: [[Token]]
  /// For each group, the index of its first token that begins at or after a place.
  private let firstAt: [[Int32]]

  var units: [UInt16] { flow.units }

  init(flow: Flow, lexicon: Lexicon) {
    self.flow = flow
    self.lexicon = lexicon
    let groups = Entry.Group.allCases.count
    var tokens = [[Token]](repeating: [], count: groups)
    var firstAt = [[Int32]](repeating: [], count: groups)
    var ends = [Int](repeating: 0, count: groups)
    var best = [(end: Int, entry: Entry)?](repeating: nil, count: groups)
    let units = flow.units
    for group in 0..<groups { firstAt[group].reserveCapacity(units.count + 1) }
    for start in units.indices {
      for group in 0..<groups { firstAt[group].append(Int32(tokens[group].count)) }
      var found = false
      lexicon.trie.forEachWord(in: units, at: start, until: units.count) { end, word in
        for entry in lexicon.entries[Int(word)] {
          best[entry.group.rawValue] = (end, entry)
          found = true
        }
      }
      if !found { continue }
      for group in 0..<groups {
        guard let (end, entry) = best[group] else { continue }
        best[group] = nil
        if start < ends[group] { continue }
        tokens[group].append(Token(range: start..<end, entry: entry))
        ends[group] = end
      }
    }
    for group in 0..<groups { firstAt[group].append(Int32(tokens[group].count)) }
    self.tokens = tokens
    self.firstAt = firstAt
  }

  /// The tokens of a group that begin inside a range.
  func tokens(_ group: Entry.Group, in range: Range<Int>) -> ArraySlice<Token> {
    let first = Int(firstAt[group.rawValue][range.lowerBound])
    let last = Int(firstAt[group.rawValue][range.upperBound])
    return tokens[group.rawValue][first..<last]
  }

  /// The token of a group that begins at a place.
  func token(_ group: Entry.Group, at place: Int) -> Token? {
    if place < 0 || place >= units.count { return nil }
    let index = Int(firstAt[group.rawValue][place])
    let list = tokens[group.rawValue]
    return index < list.count && list[index].range.lowerBound == place ? list[index] : nil
  }

  /// The token of a group that ends at a place.
  func token(_ group: Entry.Group, endingAt place: Int) -> Token? {
    if place < 0 || place > units.count { return nil }
    let index = Int(firstAt[group.rawValue][place]) - 1
    return index >= 0 && tokens[group.rawValue][index].range.upperBound == place
      ? tokens[group.rawValue][index] : nil
  }

  /// The longest measure word at a place, even where a longer neighbour to the left hides it from the tokens.
  func longest(_ group: Entry.Group, at place: Int) -> Token? {
    if place < 0 || place >= units.count { return nil }
    var best: Token?
    lexicon.trie.forEachWord(in: units, at: place, until: units.count) { end, word in
      for entry in lexicon.entries[Int(word)] where entry.group == group {
        best = Token(range: place..<end, entry: entry)
      }
    }
    return best
  }

  /// Whether the text goes on with a word at a place.
  func hasWord(_ word: [UInt16], at place: Int) -> Bool {
    place >= 0 && place + word.count <= units.count
      && units[place..<place + word.count].elementsEqual(word)
  }

  /// The unit at a place, or a line feed outside the text.
  func unit(_ place: Int) -> UInt16 {
    place >= 0 && place < units.count ? units[place] : 10
  }

  /// The text of a range as printed on the page, without the line ends that the page has inside it.
  func text(_ range: Range<Int>) -> String {
    String(decoding: units[range], as: UTF16.self)
  }
}
