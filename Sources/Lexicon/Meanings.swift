/// The entries of all words side by side, for the scan, which asks for them at every word of a page.
///
/// The memory is freed with its last owner; tokens point into it.
package final class Meanings: @unchecked Sendable {
  /// The entries of a word follow each other.
  package let entries: UnsafePointer<Entry>
  /// The group of each entry, as the bit that the scan keeps.
  package let groups: FixedTable<UInt8>
  /// By the number of a word, the place of its first entry; behind the last word, the count.
  package let starts: FixedTable<Int32>
  /// What the trie reports of each word: in the four lowest bits the group of its one entry, whose place stands above
  /// them, or 15 below the number of a word that has several.
  let codes: [Int32]

  /// - Parameter list: in any order of their words; those of one word stay in theirs. It is empty afterwards.
  init(_ list: EntryList, words: Int) {
    let starts = UnsafeMutablePointer<Int32>.allocate(capacity: words + 2)
    starts.initialize(repeating: 0, count: words + 2)
    // One place further: while the entries are put down, what stands there is the next free place of a word.
    for place in 0..<list.count { starts[Int(list.words[place]) + 2] += 1 }
    for word in 0..<words { starts[word + 2] += starts[word + 1] }
    var codes = [Int32](repeating: 0, count: words)
    let count = list.count
    let memory = UnsafeMutablePointer<Entry>.allocate(capacity: max(1, count))
    let groups = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, count))
    for place in 0..<count {
      let word = Int(list.words[place])
      let free = Int(starts[word + 1])
      let group = list.entries[place].group.rawValue
      (memory + free).moveInitialize(from: list.entries + place, count: 1)
      groups[free] = UInt8(truncatingIfNeeded: group)
      codes[word] = Int32(truncatingIfNeeded: free << 4 | group)
      starts[word + 1] += 1
    }
    list.forget()
    for word in 0..<words where starts[word + 1] - starts[word] != 1 {
      codes[word] = Int32(truncatingIfNeeded: word) << 4 | Meanings.several
    }
    entries = UnsafePointer(memory)
    self.groups = FixedTable(owning: groups, count: count)
    self.starts = FixedTable(owning: starts, count: words + 1)
    self.codes = codes
  }

  /// No group has this number.
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

  /// Its entries have been moved elsewhere.
  fileprivate func forget() { count = 0 }
}
