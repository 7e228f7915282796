import Lexicon

/// The tokens of a text, a list for each group of entries, in the order of the text.
///
/// `TokenFinder` fills the lists once; then they are only read. They stand in memory that is freed with their owner, so
/// that a stretch of them is handed out without being counted: it must not outlive the scan.
final class TokenLists: @unchecked Sendable {
  private struct List: BitwiseCopyable {
    var base: UnsafeMutablePointer<Token>
    var count: Int
    var capacity: Int
  }
  private let lists: UnsafeMutablePointer<List>
  /// A row for each stretch of places, and one for the end: how many tokens of each group begin before it.
  private let rows: UnsafeMutablePointer<Int32>
  let rowCount: Int

  /// So many places share a row.
  static var stretch: Int { 16 }
  static let groups = Entry.Group.allCases.count
  /// So many numbers has a row: no more groups than there are bits for.
  private static var rowWidth: Int { 16 }

  /// Empty lists for a text of so many units.
  init(length: Int) {
    lists = .allocate(capacity: TokenLists.groups)
    for group in 0..<TokenLists.groups {
      // Few groups have a token at more than an eighth of the places.
      let capacity = length / 8 + 16
      (lists + group).initialize(
        to: List(base: .allocate(capacity: capacity), count: 0, capacity: capacity))
    }
    rowCount = length / TokenLists.stretch + 2
    rows = .allocate(capacity: rowCount * TokenLists.rowWidth)
  }

  deinit {
    for group in 0..<TokenLists.groups { lists[group].base.deallocate() }
    lists.deallocate()
    rows.deallocate()
  }

  // MARK: Filling

  @inline(__always)
  func append(_ token: Token, to group: Int) {
    let count = lists[group].count
    if count == lists[group].capacity { grow(group) }
    lists[group].base[count] = token
    lists[group].count = count + 1
  }

  @inline(never)
  private func grow(_ group: Int) {
    let list = lists[group]
    let base = UnsafeMutablePointer<Token>.allocate(capacity: list.capacity * 2)
    base.moveInitialize(from: list.base, count: list.count)
    list.base.deallocate()
    lists[group].base = base
    lists[group].capacity = list.capacity * 2
  }

  /// Writes how many tokens of each group there are before a stretch; every row is written once.
  @inline(__always)
  func noteRow(_ index: Int) {
    let row = rows + index * TokenLists.rowWidth
    for group in 0..<TokenLists.groups {
      row[group] = Int32(truncatingIfNeeded: lists[group].count)
    }
  }

  // MARK: Reading

  /// All tokens of a group.
  @inline(__always)
  func tokens(_ group: Int) -> UnsafeBufferPointer<Token> {
    UnsafeBufferPointer(start: lists[group].base, count: lists[group].count)
  }

  /// The index of the first token of a group that begins at or behind a place.
  @inline(__always)
  func first(_ group: Int, from place: Int) -> Int {
    // Behind the text no token begins.
    let row = min(place / TokenLists.stretch, rowCount - 1)
    precondition(row >= 0)
    var index = Int(rows[row * TokenLists.rowWidth + group])
    let (base, end) = (lists[group].base, lists[group].count)
    while index < end, base[index].start < place { index += 1 }
    return index
  }

  /// The tokens of a group that begin inside a range.
  @inline(__always)
  func tokens(_ group: Int, in range: Range<Int>) -> UnsafeBufferPointer<Token> {
    let (base, count) = (lists[group].base, lists[group].count)
    let start = first(group, from: range.lowerBound)
    var end = start
    // Most ranges are short.
    if range.count <= 4 * TokenLists.stretch {
      while end < count, base[end].start < range.upperBound { end += 1 }
    } else {
      end = max(start, first(group, from: range.upperBound))
    }
    return UnsafeBufferPointer(start: base + start, count: end - start)
  }
}
