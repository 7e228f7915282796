import Lexicon
import Synchronization

/// A closed list of short words that the grammar asks for at a place of the text.
///
/// Most places are answered with no by one load: a filter has a bit for the lowest nine of the sign that each word begins
/// with, and another for the sign that it ends with; of those that pass, most are answered by the same for the first two
/// signs, or the last two. Filters and words are short, to stay in the processor's nearest cache; each word stands behind
/// its length. `PhraseSetTests` compares it with a plain search.
///
/// A list is one stretch of memory, which is never freed: lists are written down in the grammar and live as long as the
/// program. So a list is copied and asked for nothing but its memory.
struct PhraseSet: BitwiseCopyable, @unchecked Sendable {
  /// The filters of first signs, of last signs, of the first two and of the last two; behind them the words.
  private let filters: UnsafePointer<UInt64>

  /// The words of a list; none is empty. Where several stand at one place, the first of the list is meant.
  init(_ words: [String]) { self.init(units: words.map { Array($0.utf16) }) }

  private init(units words: [[UInt16]]) {
    var filters = [UInt64](repeating: 0, count: PhraseSet.filters)
    var list: [UInt16] = []
    func note(_ bit: UInt16, in filter: Int) {
      filters[filter * PhraseSet.filter + PhraseSet.place(bit)] |= 1 << UInt64(bit & 63)
    }
    for word in words {
      let (first, last) = (word[0], word[word.count - 1])
      note(first, in: 0)
      note(last, in: 1)
      if word.count > 1 {
        note(PhraseSet.pair(first, word[1]), in: 2)
        note(PhraseSet.pair(word[word.count - 2], last), in: 3)
      } else {
        // Whatever stands beside a word of one sign.
        for place in 2 * PhraseSet.filter..<filters.count { filters[place] = .max }
      }
      list.append(UInt16(word.count))
      list += word
    }
    // A length of 0 is the end.
    list.append(0)
    let memory = UnsafeMutablePointer<UInt64>.allocate(
      capacity: PhraseSet.filters + (list.count + 3) / 4)
    memory.initialize(from: filters, count: PhraseSet.filters)
    UnsafeMutableRawPointer(memory + PhraseSet.filters)
      .initializeMemory(as: UInt16.self, from: list, count: list.count)
    self.filters = UnsafePointer(memory)
    PhraseSet.kept.withLock { $0.append(UInt(bitPattern: memory)) }
  }

  /// The memory of all lists, so that whoever looks for lost memory finds none of it.
  private static let kept = Mutex<[UInt]>([])

  /// The words, each behind its length.
  @inline(__always)
  private var words: UnsafePointer<UInt16> {
    UnsafeRawPointer(filters + PhraseSet.filters).assumingMemoryBound(to: UInt16.self)
  }

  /// All filters have so many words.
  private static var filters: Int { 4 * filter }
  /// A filter has so many words.
  private static var filter: Int { 8 }

  /// The word of a filter that has a unit's bit.
  @inline(__always)
  private static func place(_ unit: UInt16) -> Int { Int(unit >> 6 & 7) }

  /// The bit of two signs: the lowest nine.
  @inline(__always)
  private static func pair(_ first: UInt16, _ second: UInt16) -> UInt16 {
    first &* 25_173 &+ second
  }

  /// Whether a filter has the bit of two signs.
  @inline(__always)
  private func holds(_ pair: UInt16, _ filter: Int) -> Bool {
    filters[filter * PhraseSet.filter + PhraseSet.place(pair)] &>> UInt64(pair & 63) & 1 != 0
  }

  /// Whether a word of the list may begin with a unit: surely not where the answer is no.
  @inline(__always)
  private func mayBegin(_ unit: UInt16) -> Bool {
    filters[PhraseSet.place(unit)] &>> UInt64(unit & 63) & 1 != 0
  }

  /// Whether a word of the list may end with a unit.
  @inline(__always)
  private func mayEnd(_ unit: UInt16) -> Bool {
    filters[PhraseSet.filter + PhraseSet.place(unit)] &>> UInt64(unit & 63) & 1 != 0
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
  func forEach(_ body: (UnsafePointer<UInt16>, Int) -> Bool) {
    var next = words
    while true {
      let count = Int(next.pointee)
      if count == 0 || !body(next + 1, count) { break }
      next += count + 1
    }
  }

  /// Whether a word of the list begins at a place.
  @inline(__always)
  func begins(at place: Int, _ scan: Scan) -> Bool {
    mayBegin(scan.unit(place)) && first(at: place, scan) > 0
  }

  /// Whether a word of the list ends at a place.
  @inline(__always)
  func ends(at place: Int, _ scan: Scan) -> Bool {
    mayEnd(scan.unit(place - 1)) && holdsEnd(place, scan)
  }

  /// The length of the word that begins at a place, or `nil`.
  @inline(__always)
  func length(at place: Int, _ scan: Scan) -> Int? {
    guard mayBegin(scan.unit(place)) else { return nil }
    let length = first(at: place, scan)
    return length > 0 ? length : nil
  }

  /// The lengths of all words that begin at a place, in the order of the list.
  func lengths(at place: Int, _ scan: Scan) -> [Int] {
    guard mayBegin(scan.unit(place)) else { return [] }
    var lengths: [Int] = []
    forEach { word, count in
      if scan.hasWord(word, count, at: place) { lengths.append(count) }
      return true
    }
    return lengths
  }

  /// The lengths of all words that end at a place, in the order of the list.
  func lengths(endingAt place: Int, _ scan: Scan) -> [Int] {
    guard mayEnd(scan.unit(place - 1)) else { return [] }
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
      guard let text = units.baseAddress else { return false }
      while place < end {
        if mayBegin(text[place]), first(at: place, scan) > 0 { return true }
        place &+= 1
      }
      return false
    }
  }

  /// Whether a range is a word of the list.
  func holds(_ range: Range<Int>, _ scan: Scan) -> Bool {
    if range.isEmpty || !mayBegin(scan.unit(range.lowerBound)) { return false }
    var isFound = false
    forEach { word, count in
      isFound = count == range.count && scan.hasWord(word, count, at: range.lowerBound)
      return !isFound
    }
    return isFound
  }

  /// The length of the first word that begins at a place, 0 where none does.
  @inline(__always)
  private func first(at place: Int, _ scan: Scan) -> Int {
    if !holds(PhraseSet.pair(scan.unit(place), scan.unit(place + 1)), 2) { return 0 }
    return listed(at: place, scan)
  }

  private func listed(at place: Int, _ scan: Scan) -> Int {
    var length = 0
    let first = scan.unit(place)
    forEach { word, count in
      if word.pointee == first, scan.hasWord(word, count, at: place) { length = count }
      return length == 0
    }
    return length
  }

  @inline(__always)
  private func holdsEnd(_ place: Int, _ scan: Scan) -> Bool {
    holds(PhraseSet.pair(scan.unit(place - 2), scan.unit(place - 1)), 3)
      && isListed(endingAt: place, scan)
  }

  private func isListed(endingAt place: Int, _ scan: Scan) -> Bool {
    var isFound = false
    forEach { word, count in
      isFound = scan.hasWord(word, count, at: place - count)
      return !isFound
    }
    return isFound
  }
}
