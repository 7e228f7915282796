/// The entries of all words side by side, for the scan, which asks for them at every word of a page.
///
/// The memory is freed with its last owner; tokens point into it.
package final class Meanings: @unchecked Sendable {
  /// The entries of a word follow each other.
  package let entries: UnsafePointer<Entry>
  /// The group of each entry, as the bit that the scan keeps.
  package let groups: FixedTable<UInt8>
  /// By the index that the trie reports, the place of a word's first entry; behind the last word, the count.
  package let starts: FixedTable<Int32>
  /// By the same index, the place of the first entry in all but the four lowest bits; in these the entry's group, or 15
  /// where the word has several entries.
  package let codes: FixedTable<UInt32>

  /// - Parameter entries: in any order of their words; those of one word stay in theirs.
  init(_ entries: [(word: Int, entry: Entry)], words: Int) {
    var starts = [Int32](repeating: 0, count: words + 1)
    for (word, _) in entries { starts[word + 1] += 1 }
    for word in 0..<words { starts[word + 1] += starts[word] }
    let firsts = FixedTable(starts)
    self.starts = firsts
    var codes = (0..<words).map { UInt32(starts[$0]) << 4 | Meanings.several }
    let memory = UnsafeMutablePointer<Entry>.allocate(capacity: max(1, entries.count))
    var groups = [UInt8](repeating: 0, count: entries.count)
    for (word, entry) in entries {
      let place = Int(starts[word])
      (memory + place).initialize(to: entry)
      groups[place] = UInt8(entry.group.rawValue)
      if firsts.base[word + 1] - firsts.base[word] == 1 {
        codes[word] = UInt32(place) << 4 | UInt32(entry.group.rawValue)
      }
      starts[word] += 1
    }
    self.entries = UnsafePointer(memory)
    self.groups = FixedTable(groups)
    self.codes = FixedTable(codes)
  }

  /// No group has this number.
  package static let several: UInt32 = 15

  deinit {
    UnsafeMutablePointer(mutating: entries).deinitialize(count: groups.count)
    entries.deallocate()
  }

  /// How many words there are.
  package var wordCount: Int { codes.count }

  /// The places of a word's entries.
  @inlinable @inline(__always)
  package func places(of word: Int32) -> Range<Int> {
    Int(starts.base[Int(word)])..<Int(starts.base[Int(word) + 1])
  }

  /// The entries of a word.
  package subscript(word: Int32) -> [Entry] { places(of: word).map { entries[$0] } }
}
