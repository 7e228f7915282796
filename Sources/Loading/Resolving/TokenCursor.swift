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
    let all = scan.all(group)
    end = all.baseAddress.map { UnsafePointer($0) + all.count }
  }

  /// Goes to the first token that begins in a range or behind it.
  @inline(__always)
  mutating func begin(_ range: Range<Int>) {
    let gap = range.lowerBound - behind
    if gap < 0 || gap > TokenCursor.nearest {
      let found = scan.tokens(group, in: range.lowerBound..<range.lowerBound)
      next = found.baseAddress.map { UnsafePointer($0) }
    }
    behind = range.upperBound
    guard var next, let end else { return }
    while next < end, next.pointee.start < range.lowerBound { next += 1 }
    self.next = next
  }

  /// The next token, if it begins before a place.
  @inline(__always)
  mutating func next(before place: Int) -> Token? {
    guard let next, let end, next < end, next.pointee.start < place else { return nil }
    self.next = next + 1
    return next.pointee
  }

  /// The tokens that begin inside a range.
  @inline(__always)
  mutating func tokens(in range: Range<Int>) -> UnsafeBufferPointer<Token> {
    begin(range)
    guard let first = next else { return UnsafeBufferPointer(start: nil, count: 0) }
    while self.next(before: range.upperBound) != nil {}
    return UnsafeBufferPointer(start: first, count: next.map { $0 - first } ?? 0)
  }
}
