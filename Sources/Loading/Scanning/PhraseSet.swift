import Lexicon

/// A closed list of short words that the grammar asks for at a place of the text.
///
/// Most places are answered with no by one load, since no word of the list begins (or ends) with the sign there. The
/// words stand in one piece of memory, each behind its length; `PhraseSetTests` compares it with a plain search.
struct PhraseSet: Sendable {
  private let words: FixedTable<UInt16>
  private let firsts: SignSet
  private let lasts: SignSet

  /// The words of a list; none is empty. Where several stand at one place, the first of the list is meant.
  init(_ words: [String]) { self.init(units: words.map { Array($0.utf16) }) }

  private init(units words: [[UInt16]]) {
    // A length of 0 is the end.
    self.words = FixedTable(words.flatMap { [UInt16($0.count)] + $0 } + [0])
    firsts = SignSet(words.map { $0[0] })
    lasts = SignSet(words.map { $0[$0.count - 1] })
  }

  /// The words, each as units.
  private var list: [[UInt16]] {
    var list: [[UInt16]] = []
    forEach { word, count in
      list.append(Array(UnsafeBufferPointer(start: word, count: count)))
      return true
    }
    return list
  }

  /// Calls a function with every word in turn, as long as it says to go on.
  @inline(__always)
  private func forEach(_ body: (UnsafePointer<UInt16>, Int) -> Bool) {
    var next = words.base
    while true {
      let count = Int(next.pointee)
      if count == 0 || !body(next + 1, count) { break }
      next += count + 1
    }
    withExtendedLifetime(words) {}
  }

  /// Whether a word of the list begins at a place.
  @inline(__always)
  func begins(at place: Int, _ scan: Scan) -> Bool {
    firsts.contains(scan.unit(place)) && first(at: place, scan) > 0
  }

  /// Whether a word of the list ends at a place.
  @inline(__always)
  func ends(at place: Int, _ scan: Scan) -> Bool {
    lasts.contains(scan.unit(place - 1)) && holdsEnd(place, scan)
  }

  /// The length of the word that begins at a place, or `nil`.
  @inline(__always)
  func length(at place: Int, _ scan: Scan) -> Int? {
    guard firsts.contains(scan.unit(place)) else { return nil }
    let length = first(at: place, scan)
    return length > 0 ? length : nil
  }

  /// The lengths of all words that begin at a place, in the order of the list.
  func lengths(at place: Int, _ scan: Scan) -> [Int] {
    guard firsts.contains(scan.unit(place)) else { return [] }
    var lengths: [Int] = []
    forEach { word, count in
      if scan.hasWord(word, count, at: place) { lengths.append(count) }
      return true
    }
    return lengths
  }

  /// The lengths of all words that end at a place, in the order of the list.
  func lengths(endingAt place: Int, _ scan: Scan) -> [Int] {
    guard lasts.contains(scan.unit(place - 1)) else { return [] }
    var lengths: [Int] = []
    forEach { word, count in
      if scan.hasWord(word, count, at: place - count) { lengths.append(count) }
      return true
    }
    return lengths
  }

  /// The words of two lists.
  static func + (one: PhraseSet, other: PhraseSet) -> PhraseSet {
    PhraseSet(units: one.list + other.list)
  }

  /// Whether a word of the list begins inside a range.
  func occurs(in range: Range<Int>, _ scan: Scan) -> Bool {
    // Outside the text stands nothing.
    var place = max(0, range.lowerBound)
    let end = min(range.upperBound, scan.units.count)
    return scan.units.withUnsafeBufferPointer { units in
      while place < end {
        if firsts.contains(units[place]), first(at: place, scan) > 0 { return true }
        place += 1
      }
      return false
    }
  }

  /// Whether a range is a word of the list.
  func holds(_ range: Range<Int>, _ scan: Scan) -> Bool {
    if range.isEmpty || !firsts.contains(scan.unit(range.lowerBound)) { return false }
    var isFound = false
    forEach { word, count in
      isFound = count == range.count && scan.hasWord(word, count, at: range.lowerBound)
      return !isFound
    }
    return isFound
  }

  /// The length of the first word that begins at a place, 0 where none does.
  private func first(at place: Int, _ scan: Scan) -> Int {
    var length = 0
    forEach { word, count in
      if scan.hasWord(word, count, at: place) { length = count }
      return length == 0
    }
    return length
  }

  private func holdsEnd(_ place: Int, _ scan: Scan) -> Bool {
    var isFound = false
    forEach { word, count in
      isFound = scan.hasWord(word, count, at: place - count)
      return !isFound
    }
    return isFound
  }
}
