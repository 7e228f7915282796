import Lexicon

/// A closed list of short words that the grammar asks for at a place of the text.
///
/// Most places are answered with no by one load, since no word of the list begins (or ends) with the sign there.
struct PhraseSet: Sendable {
  private let words: [[UInt16]]
  private let firsts: SignSet
  private let lasts: SignSet

  /// The words of a list; none is empty. Where several stand at one place, the first of the list is meant.
  init(_ words: [String]) { self.init(units: words.map { Array($0.utf16) }) }

  private init(units words: [[UInt16]]) {
    self.words = words
    firsts = SignSet(self.words.map { $0.prefix(1) }.joined())
    lasts = SignSet(self.words.map { $0.suffix(1) }.joined())
  }

  /// Whether a word of the list begins at a place.
  @inline(__always)
  func begins(at place: Int, _ scan: Scan) -> Bool {
    firsts.contains(scan.unit(place)) && first(at: place, scan) != nil
  }

  /// Whether a word of the list ends at a place.
  @inline(__always)
  func ends(at place: Int, _ scan: Scan) -> Bool {
    lasts.contains(scan.unit(place - 1)) && holdsEnd(place, scan)
  }

  /// The length of the word that begins at a place, or `nil`.
  @inline(__always)
  func length(at place: Int, _ scan: Scan) -> Int? {
    firsts.contains(scan.unit(place)) ? first(at: place, scan) : nil
  }

  /// The lengths of all words that begin at a place, in the order of the list.
  func lengths(at place: Int, _ scan: Scan) -> [Int] {
    guard firsts.contains(scan.unit(place)) else { return [] }
    return words.compactMap { scan.hasWord($0, at: place) ? $0.count : nil }
  }

  /// The lengths of all words that end at a place, in the order of the list.
  func lengths(endingAt place: Int, _ scan: Scan) -> [Int] {
    guard lasts.contains(scan.unit(place - 1)) else { return [] }
    return words.compactMap { scan.hasWord($0, at: place - $0.count) ? $0.count : nil }
  }

  /// The words of two lists.
  static func + (one: PhraseSet, other: PhraseSet) -> PhraseSet {
    PhraseSet(units: one.words + other.words)
  }

  /// Whether a word of the list begins inside a range.
  func occurs(in range: Range<Int>, _ scan: Scan) -> Bool {
    for place in range where begins(at: place, scan) { return true }
    return false
  }

  /// Whether a range is a word of the list.
  func holds(_ range: Range<Int>, _ scan: Scan) -> Bool {
    if range.isEmpty || !firsts.contains(scan.unit(range.lowerBound)) { return false }
    for word in words where word.count == range.count && scan.hasWord(word, at: range.lowerBound) {
      return true
    }
    return false
  }

  private func first(at place: Int, _ scan: Scan) -> Int? {
    for word in words where scan.hasWord(word, at: place) { return word.count }
    return nil
  }

  private func holdsEnd(_ place: Int, _ scan: Scan) -> Bool {
    for word in words where scan.hasWord(word, at: place - word.count) { return true }
    return false
  }
}
