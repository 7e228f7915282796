/// The entries of all words side by side, for the scan, which asks for them at every word of a page.
///
/// The memory is freed with its last owner; tokens point into it.
package final class Meanings: @unchecked Sendable {
  /// The entries of a word of several follow each other.
  package let entries: UnsafePointer<Entry>
  /// The group of each entry, as the bit that the scan keeps.
  package let groups: FixedTable<UInt8>
  /// By the number of a word of several entries, the place of the first; behind the last such word, the count.
  package let starts: FixedTable<Int32>
  /// What the trie reports of each word: in the four lowest bits the group of its one entry, whose place stands above
  /// them, or 15 below the number of a word that has several, among all that do.
  let codes: [Int32]

  /// - Parameter list: in any order of their words; those of one word stay in theirs.
  init(_ list: EntryList, words: Int) {
    // How many entries each word has; then its code.
    var codes = [Int32](repeating: 0, count: words)
    for place in 0..<list.count { codes[Int(list.words[place])] += 1 }
    // The words of several entries have numbers of their own, and copies side by side behind all others.
    var starts = [Int32(list.count)]
    for word in 0..<words {
      if codes[word] == 1 {
        codes[word] = 0
      } else {
        starts.append(starts[starts.count - 1] + codes[word])
        codes[word] = Int32(starts.count - 2) << 4 | Meanings.several
      }
    }
    var free = starts
    list.reserve(Int(starts[starts.count - 1]))
    let count = Int(starts[starts.count - 1])
    let groups = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, count))
    for place in 0..<list.count {
      let (word, group) = (Int(list.words[place]), list.entries[place].group.rawValue)
      groups[place] = UInt8(truncatingIfNeeded: group)
      if codes[word] & 15 == Meanings.several {
        let copy = Int(free[Int(codes[word] >> 4)])
        free[Int(codes[word] >> 4)] += 1
        (list.entries + copy).initialize(to: list.entries[place])
        groups[copy] = UInt8(truncatingIfNeeded: group)
      } else {
        codes[word] = Int32(truncatingIfNeeded: place << 4 | group)
      }
    }
    entries = UnsafePointer(list.takeEntries())
    self.groups = FixedTable(owning: groups, count: count)
    self.starts = FixedTable(starts)
    self.codes = codes
  }

  /// No group has this number.
  @inlinable @inline(__always)
  package static var several: Int32 { 15 }

  deinit {
    UnsafeMutablePointer(mutating: entries).deinitialize(count: groups.count)
    entries.deallocate()
  }

  /// The places of the entries of a word, of which the trie has reported the code.
  @inlinable @inline(__always)
  package func places(of code: Int32) -> Range<Int> {
    let place = Int(code >> 4)
    if code & 15 != Meanings.several { return place..<place + 1 }
    return Int(starts.base[place])..<Int(starts.base[place + 1])
  }

  /// The entries of a word, of which the trie has reported the code.
  package subscript(code: Int32) -> [Entry] { places(of: code).map { entries[$0] } }
}

/// The entries of words in the order in which they are read, each with the number of its word.
final class EntryList: @unchecked Sendable {
  private(set) var words: UnsafeMutablePointer<Int32>
  private(set) var entries: UnsafeMutablePointer<Entry>
  private(set) var count = 0
  private var capacity = 1 << 15

  init() {
    words = .allocate(capacity: capacity)
    entries = .allocate(capacity: capacity)
  }

  deinit {
    entries.deinitialize(count: count)
    entries.deallocate()
    words.deallocate()
  }

  func append(_ entry: Entry, of word: Int) {
    if count == capacity { grow() }
    words[count] = Int32(truncatingIfNeeded: word)
    (entries + count).initialize(to: entry)
    count += 1
  }

  /// Makes room for so many entries in all.
  fileprivate func reserve(_ needed: Int) { while capacity < needed { grow() } }

  private func grow() {
    let (oldWords, oldEntries) = (words, entries)
    capacity *= 2
    words = .allocate(capacity: capacity)
    entries = .allocate(capacity: capacity)
    words.update(from: oldWords, count: count)
    entries.moveInitialize(from: oldEntries, count: count)
    oldWords.deallocate()
    oldEntries.deallocate()
  }

  /// Gives the memory of the entries away.
  fileprivate func takeEntries() -> UnsafeMutablePointer<Entry> {
    let taken = entries
    (entries, count) = (.allocate(capacity: 1), 0)
    return taken
  }
}
