import Lexicon

/// Where the marks stand that part the clauses of a text, and those that end its sentences: a bit for each place.
///
/// The grammar asks for the clause around a place all the time; with the bits side by side the answer takes a few steps
/// and not one for every sign. `MarkIndexTests` compares it with a search sign by sign.
final class MarkIndex: @unchecked Sendable {
  /// A bit for each mark, sixty-four in a word.
  private let marks: UnsafeMutablePointer<UInt64>
  /// The same for those that end sentences.
  private let ends: UnsafeMutablePointer<UInt64>

  /// The marks of a text.
  init(of units: [UInt16]) {
    let count = units.count / 64 + 1
    marks = .allocate(capacity: 2 * count)
    ends = marks + count
    marks.initialize(repeating: 0, count: 2 * count)
    let (isMark, isEnd) = (MarkTable.clauses, MarkTable.sentences)
    units.withUnsafeBufferPointer { units in
      guard var next = units.baseAddress else { return }
      for word in 0..<count {
        let end = next + min(64, units.count - word * 64)
        var place = end
        var all: UInt64 = 0
        // From the last to the first, so that each bit goes in at the lowest place; no branch, for marks come as a surprise.
        while place != next {
          place -= 1
          all = all &+ all | isMark.bit(place.pointee)
        }
        marks[word] = all
        ends[word] = MarkIndex.ends(among: all, next, isEnd)
        next = end
      }
    }
  }

  deinit { marks.deallocate() }

  /// Of some marks those that end sentences.
  @inline(__always)
  private static func ends(
    among marks: UInt64, _ units: UnsafePointer<UInt16>, _ isEnd: MarkTable
  ) -> UInt64 {
    var (left, ends) = (marks, UInt64(0))
    while left != 0 {
      let place = left.trailingZeroBitCount
      ends |= isEnd.bit(units[place]) &<< UInt64(place)
      left &= left &- 1
    }
    return ends
  }

  /// The first place with a mark from one place on, or the limit where none is before it.
  ///
  /// - Precondition: the place is not negative, and the limit not behind the text.
  @inline(__always)
  func next(from place: Int, until limit: Int) -> Int {
    MarkIndex.next(in: marks, from: place, until: limit)
  }

  /// The same for the marks that end sentences.
  @inline(__always)
  func nextEnd(from place: Int, until limit: Int) -> Int {
    MarkIndex.next(in: ends, from: place, until: limit)
  }

  @inline(__always)
  private static func next(
    in bits: UnsafeMutablePointer<UInt64>, from place: Int, until limit: Int
  ) -> Int {
    var index = place >> 6
    var word = (bits[index] &>> UInt64(place & 63)) &<< UInt64(place & 63)
    while word == 0 {
      index += 1
      if index << 6 >= limit { return limit }
      word = bits[index]
    }
    return min(limit, index << 6 + word.trailingZeroBitCount)
  }

  /// The place behind the last mark before a place, or the limit where none is from it on.
  ///
  /// - Precondition: the limit is not negative, and the place not behind the text.
  @inline(__always)
  func behindLast(before place: Int, from limit: Int) -> Int {
    if place <= limit { return limit }
    var index = (place - 1) >> 6
    let unused = UInt64(63 - (place - 1) & 63)
    var word = (marks[index] &<< unused) &>> unused
    while word == 0 {
      if index << 6 <= limit { return limit }
      index -= 1
      word = marks[index]
    }
    return max(limit, index << 6 + 64 - word.leadingZeroBitCount)
  }
}

/// A few marks in a table that tells with one load whether a unit is one of them: for each low byte the mark that has it.
private struct MarkTable: Sendable {
  static let clauses = MarkTable(Sign.clauseEnds)
  static let sentences = MarkTable(Sign.sentenceEnds)

  private let table: FixedTable<UInt16>

  private init(_ marks: Marks) {
    // A unit with another low byte stands for none.
    var table = (0..<256).map { UInt16($0 ^ 1) }
    for mark in (0..<64).map({ UInt16($0) }) + [Sign.stop] where marks.contains(mark) {
      let low = Int(mark & 0xFF)
      precondition(table[low] & 0xFF != mark & 0xFF, "no two marks share a low byte")
      table[low] = mark
    }
    self.table = FixedTable(table)
  }

  /// 1 for a mark, 0 for any other unit.
  @inline(__always)
  func bit(_ unit: UInt16) -> UInt64 { table.base[Int(unit & 0xFF)] == unit ? 1 : 0 }
}
