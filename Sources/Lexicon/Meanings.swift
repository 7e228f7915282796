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

  init(_ entries: [[Entry]]) {
    let all = entries.flatMap { $0 }
    let memory = UnsafeMutablePointer<Entry>.allocate(capacity: max(1, all.count))
    memory.initialize(from: all, count: all.count)
    self.entries = UnsafePointer(memory)
    groups = FixedTable(all.map { UInt8($0.group.rawValue) })
    var starts: [Int32] = [0]
    for word in entries { starts.append(starts[starts.count - 1] + Int32(word.count)) }
    self.starts = FixedTable(starts)
  }

  deinit {
    UnsafeMutablePointer(mutating: entries).deinitialize(count: groups.count)
    entries.deallocate()
  }

  /// The places of a word's entries.
  @inlinable @inline(__always)
  package func places(of word: Int32) -> Range<Int> {
    Int(starts.base[Int(word)])..<Int(starts.base[Int(word) + 1])
  }

  /// The entries of a word.
  package subscript(word: Int32) -> [Entry] { places(of: word).map { entries[$0] } }
}
