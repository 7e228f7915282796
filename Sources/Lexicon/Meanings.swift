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

  /// - Parameter entries: in any order of their words; those of one word stay in theirs.
  init(_ entries: [(word: Int, entry: Entry)], words: Int) {
    var starts = [Int32](repeating: 0, count: words + 1)
    for (word, _) in entries { starts[word + 1] += 1 }
    for word in 0..<words { starts[word + 1] += starts[word] }
    let firsts = FixedTable(starts)
    self.starts = firsts
    var codes = (0..<words).map { Int32($0) << 4 | Meanings.several }
    let memory = UnsafeMutablePointer<Entry>.allocate(capacity: max(1, entries.count))
    groups = FixedTable(count: entries.count) { groups in
      for (word, entry) in entries {
        let place = Int(starts[word])
        let group = entry.group.rawValue
        (memory + place).initialize(to: entry)
        groups[place] = UInt8(truncatingIfNeeded: group)
        if firsts.base[word + 1] - firsts.base[word] == 1 {
          codes[word] = Int32(place) << 4 | Int32(group)
        }
        starts[word] += 1
      }
    }
    self.entries = UnsafePointer(memory)
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
