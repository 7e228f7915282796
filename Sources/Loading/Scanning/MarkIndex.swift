import Lexicon

/// Where the marks stand that part the clauses of a text: a bit for each place.
///
/// The grammar asks for the clause around a place all the time; with the bits side by side the answer takes a few steps
/// and not one for every sign. `MarkIndexTests` compares it with a search sign by sign.
struct MarkIndex: Sendable {
  private let bits: FixedTable<UInt64>

  /// The marks of a text.
  init(of units: [UInt16]) {
    var bits = [UInt64](repeating: 0, count: units.count / 64 + 1)
    let ascii = Sign.clauseEnds.ascii
    units.withUnsafeBufferPointer { units in
      guard var next = units.baseAddress else { return }
      for word in bits.indices {
        let end = next + min(64, units.count - word * 64)
        var place = end
        var all: UInt64 = 0
        // From the last to the first, so that each bit goes in at the lowest place; no branch, for marks come as a surprise.
        while place != next {
          place -= 1
          let unit = UInt64(place.pointee)
          let isLow: UInt64 = unit < 64 ? 1 : 0
          let isStop: UInt64 = unit == 0x3002 ? 1 : 0
          all = all &+ all &+ ((ascii &>> unit) & isLow | isStop)
        }
        bits[word] = all
        next = end
      }
    }
    self.bits = FixedTable(bits)
  }

  /// The first place with a mark from one place on, or the limit where none is before it.
  ///
  /// - Precondition: the place is not negative, and the limit not behind the text.
  @inline(__always)
  func next(from place: Int, until limit: Int) -> Int {
    var index = place >> 6
    var word = (bits.base[index] &>> UInt64(place & 63)) &<< UInt64(place & 63)
    while word == 0 {
      index += 1
      if index << 6 >= limit { return limit }
      word = bits.base[index]
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
    var word = (bits.base[index] &<< unused) &>> unused
    while word == 0 {
      if index << 6 <= limit { return limit }
      index -= 1
      word = bits.base[index]
    }
    return max(limit, index << 6 + 64 - word.leadingZeroBitCount)
  }
}
