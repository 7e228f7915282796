import Lexicon

/// A line, or a part of one, where it lies in the page: nothing is counted or copied for it.
typealias Line = UnsafeBufferPointer<UInt16>

extension Line {
  /// So many signs of its beginning, or all.
  @inline(__always)
  func head(_ count: Int) -> Line { Line(start: baseAddress, count: Swift.min(count, self.count)) }

  /// What stands before the first of some signs.
  @inline(__always)
  func before(_ signs: SignSet) -> Line {
    var end = 0
    while end < count, !signs.contains(self[end]) { end += 1 }
    return head(end)
  }

  /// How many digits it begins with.
  @inline(__always)
  var digits: Int {
    var end = 0
    while end < count, Sign.isDigit(self[end]) { end += 1 }
    return end
  }

  /// Whether one of four signs stands in it: asked without a branch for each of its signs.
  @inline(__always)
  func holds(_ one: UInt16, _ two: UInt16, _ three: UInt16, _ four: UInt16) -> Bool {
    var found: UInt16 = 0
    for sign in self {
      found |= sign == one ? 1 : 0
      found |= sign == two ? 1 : 0
      found |= sign == three ? 1 : 0
      found |= sign == four ? 1 : 0
    }
    return found != 0
  }
}

extension [UInt16] {
  /// Calls a function with the units of a range.
  @inline(__always)
  func withLine<Result>(_ range: Range<Int>, _ body: (Line) -> Result) -> Result {
    withUnsafeBufferPointer { body(Line(rebasing: $0[range])) }
  }
}

/// A closed list of words that a line may hold. Most signs begin none of them, as one load tells.
struct LineWords: Sendable {
  private let firsts: SignSet
  /// Each word behind its length; 0 is the end.
  private let words: FixedTable<UInt16>

  /// The words of a list; none is empty.
  init(_ words: [String]) {
    let list = words.map { Array($0.utf16) }
    firsts = SignSet(list.map { $0[0] })
    self.words = FixedTable(list.flatMap { [UInt16($0.count)] + $0 } + [0])
  }

  /// Whether a word stands in a line.
  @inline(__always)
  func occur(in line: Line) -> Bool {
    for place in line.indices where firsts.contains(line[place]) {
      if stand(at: place, in: line, isWhole: false) { return true }
    }
    return false
  }

  /// Whether a line begins with a word.
  @inline(__always)
  func begin(_ line: Line) -> Bool {
    !line.isEmpty && firsts.contains(line[0]) && stand(at: 0, in: line, isWhole: false)
  }

  /// Whether a line is a word.
  @inline(__always)
  func hold(_ line: Line) -> Bool {
    !line.isEmpty && firsts.contains(line[0]) && stand(at: 0, in: line, isWhole: true)
  }

  /// Whether a word stands at a place, and with nothing behind it.
  private func stand(at place: Int, in line: Line, isWhole: Bool) -> Bool {
    let rest = line.count - place
    var next = words.base
    while next.pointee > 0 {
      let count = Int(next.pointee)
      if isWhole ? count == rest : count <= rest {
        var same = 0
        while same < count, line[place + same] == next[1 + same] { same += 1 }
        if same == count { return true }
      }
      next += 1 + count
    }
    withExtendedLifetime(words) {}
    return false
  }
}
