import Lexicon

/// The tokens of a group in one range after another, mostly in the order of the text: then none is searched for. It must
/// not outlive its scan.
struct TokenCursor {
  private let scan: Scan
  private let group: Entry.Group
  private let end: UnsafePointer<Token>?
  private var next: UnsafePointer<Token>?
  /// Where the last range ended.
  private var behind = -TokenCursor.nearest - 1
  /// A range that begins no further behind it follows it.
  private static var nearest: Int { 8 }

  init(_ group: Entry.Group, of scan: Scan) {
    (self.scan, self.group) = (scan, group)
    let all = scan.tokens(group, in: 0..<scan.units.count)
    end = all.baseAddress.map { UnsafePointer($0) + all.count }
  }

  /// The tokens that begin inside a range.
  @inline(__always)
  mutating func tokens(in range: Range<Int>) -> UnsafeBufferPointer<Token> {
    let gap = range.lowerBound - behind
    if gap < 0 || gap > TokenCursor.nearest {
      let found = scan.tokens(group, in: range.lowerBound..<range.lowerBound)
      next = found.baseAddress.map { UnsafePointer($0) }
    }
    behind = range.upperBound
    guard var next, let end else { return UnsafeBufferPointer(start: nil, count: 0) }
    while next < end, next.pointee.start < range.lowerBound { next += 1 }
    let first = next
    while next < end, next.pointee.start < range.upperBound { next += 1 }
    self.next = next
    return UnsafeBufferPointer(start: first, count: next - first)
  }
}
