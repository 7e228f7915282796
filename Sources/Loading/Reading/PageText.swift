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

  /// - Precondition: the page has less than 2 GiB.
  init(_ text: String, folding: Folding) {
    bytes = Array(text.utf8)
    var decoder = PageDecoder(bytes, folding: folding)
    decoder.decode()
    folded = decoder.folded
    offsets = decoder.offsets
    lineStarts = decoder.lineStarts
  }

  /// What is printed in a range.
  func printed(_ range: Range<Int>) -> String {
    String(decoding: bytes[Int(offsets[range.lowerBound])..<Int(offsets[range.upperBound])], as: UTF8.self)
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
    var halves = 0
    for before in start..<max(start, place) where UTF16.isTrailSurrogate(folded[before]) {
      halves += 1
    }
    return (index + 1, place - start - halves + 1)
  }
}

/// Decodes a page in one pass over its bytes.
private struct PageDecoder {
  private let bytes: [UInt8]
  private let folding: Folding
  var folded: [UInt16] = []
  var offsets: [Int32] = []
  var lineStarts = [0]

  init(_ bytes: [UInt8], folding: Folding) {
    self.bytes = bytes
    self.folding = folding
    folded.reserveCapacity(bytes.count / 2)
    offsets.reserveCapacity(bytes.count / 2)
  }

  /// - Precondition: the bytes are valid UTF-8, as those of a `String` are.
  mutating func decode() {
    var place = 0
    while place < bytes.count {
      let lead = bytes[place]
      let start = place
      let scalar: UInt32
      switch lead {
      case 0..<0x80:
        scalar = UInt32(lead)
        place += 1
        noteLine(lead, endingAt: place)
      case 0..<0xE0:
        scalar = UInt32(lead & 0x1F) << 6 | rest(place + 1)
        place += 2
      case 0..<0xF0:
        scalar = UInt32(lead & 0x0F) << 12 | rest(place + 1) << 6 | rest(place + 2)
        place += 3
      default:
        scalar = UInt32(lead & 0x07) << 18 | rest(place + 1) << 12 | rest(place + 2) << 6
          | rest(place + 3)
        place += 4
      }
      append(scalar, at: start)
    }
    offsets.append(Int32(bytes.count))
  }

  @inline(__always)
  private func rest(_ place: Int) -> UInt32 { UInt32(bytes[place] & 0x3F) }

  /// Lines begin behind LF, and behind CR where no LF follows.
  @inline(__always)
  private mutating func noteLine(_ byte: UInt8, endingAt place: Int) {
    let isEnd = byte == 10 || byte == 13 && (place >= bytes.count || bytes[place] != 10)
    if isEnd { lineStarts.append(folded.count + 1) }
  }

  @inline(__always)
  private mutating func append(_ scalar: UInt32, at start: Int) {
    if scalar < 0x10000 {
      folded.append(folding[UInt16(truncatingIfNeeded: scalar)])
      offsets.append(Int32(truncatingIfNeeded: start))
      return
    }
    let high = scalar - 0x10000
    folded.append(UInt16(0xD800 + (high >> 10)))
    folded.append(UInt16(0xDC00 + (high & 0x3FF)))
    offsets.append(Int32(truncatingIfNeeded: start))
    offsets.append(Int32(truncatingIfNeeded: start))
  }
}
