import Lexicon

/// The characters of one page, as printed and as compared.
///
/// A place is the index of a UTF-16 unit. `folded` has every character in the form that the tables know; what is
/// printed at a place is cut from the page's own bytes.
struct PageText {
  /// The page as UTF-8.
  private let bytes: [UInt8]
  let folded: [UInt16]
  /// For each place, and for the end, the index of its character's first byte; both halves of a pair have the same.
  private let offsets: [Int32]
  /// The index at which each line begins; lines end in LF, CRLF or CR.
  let lineStarts: [Int]
  /// The places of the second halves of pairs, which are no characters of their own, in order.
  private let pairs: [Int]

  /// - Precondition: the page has less than 2 GiB.
  init(_ text: String, folding: Folding) {
    bytes = Array(text.utf8)
    let decoder = PageDecoder(bytes, folding: folding)
    folded = decoder.folded
    offsets = decoder.offsets
    lineStarts = decoder.lineStarts
    pairs = decoder.pairs
  }

  /// What is printed in a range.
  func printed(_ range: Range<Int>) -> String {
    String(
      decoding: bytes[Int(offsets[range.lowerBound])..<Int(offsets[range.upperBound])],
      as: UTF8.self)
  }

  /// Adds what is printed in a range.
  func append(_ range: Range<Int>, to text: inout [UInt8]) {
    text += bytes[Int(offsets[range.lowerBound])..<Int(offsets[range.upperBound])]
  }

  /// The range of a line, without its end.
  func line(_ index: Int) -> Range<Int> {
    let start = lineStarts[index]
    var end = index + 1 < lineStarts.count ? lineStarts[index + 1] : folded.count
    while end > start, folded[end - 1] == 10 || folded[end - 1] == 13 { end -= 1 }
    return start..<end
  }

  /// The index of the line that holds a place.
  func lineIndex(of place: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= place { low = middle } else { high = middle }
    }
    return low
  }

  /// The line, from 1, and the column in Unicode scalars, from 1.
  func position(of place: Int) -> (line: Int, column: Int) {
    let index = lineIndex(of: place)
    let start = lineStarts[index]
    let halves = pairs.isEmpty ? 0 : pairs(before: place) - pairs(before: start)
    return (index + 1, place - start - halves + 1)
  }

  /// How many pairs have their second half before a place.
  private func pairs(before place: Int) -> Int {
    var low = 0
    var high = pairs.count
    while low < high {
      let middle = (low + high) / 2
      if pairs[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Decodes a page in one pass over its bytes, on bare memory: a page has never more units than bytes.
private struct PageDecoder {
  private(set) var folded: [UInt16] = []
  private(set) var offsets: [Int32] = []
  private(set) var lineStarts = [0]
  private(set) var pairs: [Int] = []

  /// - Precondition: the bytes are valid UTF-8, as those of a `String` are.
  init(_ bytes: [UInt8], folding: Folding) {
    var starts = [0]
    var pairs: [Int] = []
    var units = 0
    folded = [UInt16](unsafeUninitializedCapacity: max(1, bytes.count)) { folded, unitCount in
      offsets = [Int32](unsafeUninitializedCapacity: bytes.count + 1) { offsets, offsetCount in
        var place = 0
        while place < bytes.count {
          let (scalar, length) = PageDecoder.scalar(bytes, at: place)
          offsets[units] = Int32(truncatingIfNeeded: place)
          if scalar < 0x10000 {
            folded[units] = folding[UInt16(truncatingIfNeeded: scalar)]
            units += 1
          } else {
            // Both halves of a pair lie at the first byte.
            offsets[units + 1] = Int32(truncatingIfNeeded: place)
            folded[units] = UInt16(0xD800 + ((scalar - 0x10000) >> 10))
            folded[units + 1] = UInt16(0xDC00 + ((scalar - 0x10000) & 0x3FF))
            pairs.append(units + 1)
            units += 2
          }
          place += length
          // Lines begin behind LF, and behind CR where no LF follows.
          if scalar <= 13,
            scalar == 10 || scalar == 13 && (place >= bytes.count || bytes[place] != 10)
          {
            starts.append(units)
          }
        }
        offsets[units] = Int32(truncatingIfNeeded: bytes.count)
        offsetCount = units + 1
      }
      unitCount = units
    }
    lineStarts = starts
    self.pairs = pairs
  }

  /// The scalar at a byte, and how many bytes it has.
  @inline(__always)
  private static func scalar(_ bytes: [UInt8], at place: Int) -> (UInt32, Int) {
    let lead = UInt32(bytes[place])
    if lead < 0x80 { return (lead, 1) }
    let second = UInt32(bytes[place + 1] & 0x3F)
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | second, 2) }
    let third = UInt32(bytes[place + 2] & 0x3F)
    if lead < 0xF0 { return ((lead & 0x0F) << 12 | second << 6 | third, 3) }
    return ((lead & 0x07) << 18 | second << 12 | third << 6 | UInt32(bytes[place + 3] & 0x3F), 4)
  }
}
