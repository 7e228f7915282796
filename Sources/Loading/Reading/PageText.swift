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
  init(_ text: String, folding: Folding) { self.init(utf8: Array(text.utf8), folding: folding) }

  /// The page of an input's bytes; a byte order mark is no part of it.
  ///
  /// - Precondition: they are valid UTF-8 and less than 2 GiB.
  init(marked bytes: [UInt8], folding: Folding) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    self.init(utf8: bytes, from: start, folding: folding)
  }

  private init(utf8 bytes: [UInt8], from start: Int = 0, folding: Folding) {
    guard let decoder = PageDecoder(bytes, from: start, folding: folding) else {
      preconditionFailure("a page is valid UTF-8")
    }
    self.init(bytes, decoder)
  }

  /// The page of an input's bytes; `nil` where they are no faultless UTF-8, or hold a zero.
  init?(whole bytes: [UInt8], folding: Folding) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let decoder = PageDecoder(bytes, from: start, zeros: false, folding: folding) else {
      return nil
    }
    self.init(bytes, decoder)
  }

  private init(_ bytes: [UInt8], _ decoder: PageDecoder) {
    self.bytes = bytes
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

  /// Whether a line ends among so many places from one on.
  func holdsLineEnd(_ start: Int, _ count: Int) -> Bool {
    folded[start..<start + count].contains { $0 == 10 || $0 == 13 }
  }

  /// The index of the line that holds a place.
  func lineIndex(of place: Int) -> Int {
    lineStarts.withUnsafeBufferPointer { starts in
      // Without a branch, since no step can be guessed.
      var (low, count) = (0, starts.count)
      while count > 1 {
        let half = count / 2
        low &+= starts[low &+ half] <= place ? half : 0
        count &-= half
      }
      return low
    }
  }

  /// The line, from 1, and the column in Unicode scalars, from 1.
  func position(of place: Int) -> (line: Int, column: Int) {
    position(of: place, line: lineIndex(of: place))
  }

  /// The same where the index of the line that holds the place is known.
  func position(of place: Int, line index: Int) -> (line: Int, column: Int) {
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

  /// - Parameter zeros: whether a zero is a character.
  /// - Returns: `nil` where the bytes are no valid UTF-8.
  init?(_ bytes: [UInt8], from start: Int, zeros: Bool = true, folding: Folding) {
    var lines = Lines()
    var isWhole = true
    folded = [UInt16](unsafeUninitializedCapacity: max(1, bytes.count)) { folded, unitCount in
      offsets = [Int32](unsafeUninitializedCapacity: bytes.count + 1) { offsets, offsetCount in
        bytes.withUnsafeBufferPointer { bytes in
          if let base = bytes.baseAddress, let folded = folded.baseAddress,
            let offsets = offsets.baseAddress
          {
            let count = PageDecoder.decode(
              base, start..<bytes.count, zeros, folding, folded, offsets, &lines)
            isWhole = count != nil
            unitCount = count ?? 0
          }
          offsets[unitCount] = Int32(truncatingIfNeeded: bytes.count)
          offsetCount = unitCount + 1
        }
      }
    }
    if !isWhole { return nil }
    lineStarts = lines.starts
    pairs = lines.pairs
  }

  /// What is seldom found on the way.
  private struct Lines {
    var starts = [0]
    var pairs: [Int] = []
  }

  /// - Returns: how many units were written; `nil` where the bytes are no valid UTF-8.
  private static func decode(
    _ bytes: UnsafePointer<UInt8>, _ range: Range<Int>, _ zeros: Bool, _ folding: Folding,
    _ folded: UnsafeMutablePointer<UInt16>, _ offsets: UnsafeMutablePointer<Int32>,
    _ lines: inout Lines
  ) -> Int? {
    var place = range.lowerBound
    let end = range.upperBound
    var units = 0
    while place < end {
      // Most of a Chinese text: two characters of three bytes, which one load brings.
      if place < end - 7 {
        let six = UInt64(
          littleEndian: UnsafeRawPointer(bytes + place).loadUnaligned(as: UInt64.self))
        if isTwoThrees(six) {
          let two = scalars(six)
          offsets[units] = Int32(truncatingIfNeeded: place)
          offsets[units &+ 1] = Int32(truncatingIfNeeded: place &+ 3)
          folded[units] = folding[UInt16(truncatingIfNeeded: two)]
          folded[units &+ 1] = folding[UInt16(truncatingIfNeeded: two >> 24)]
          units &+= 2
          place &+= 6
          continue
        }
      }
      offsets[units] = Int32(truncatingIfNeeded: place)
      let lead = bytes[place]
      if lead < 0x80 {
        folded[units] = folding[UInt16(lead)]
        units += 1
        place += 1
        if lead > 13 { continue }
        if lead == 0, !zeros { return nil }
        // Lines begin behind LF, and behind CR where no LF follows.
        if lead == 10 || lead == 13 && (place >= end || bytes[place] != 10) {
          lines.starts.append(units)
        }
      } else if lead > 0xE0, lead != 0xED, lead < 0xF0, place < end - 2 {
        let (second, third) = (bytes[place + 1] ^ 0x80, bytes[place + 2] ^ 0x80)
        if second | third >= 0x40 { return nil }
        folded[units] =
          folding[UInt16(lead & 0x0F) << 12 | UInt16(second) << 6 | UInt16(third)]
        units += 1
        place += 3
      } else {
        let length = WholeUTF8.length(of: bytes + place, end - place)
        if length == 0 { return nil }
        units += write(bytes + place, length, folding, folded + units)
        if bytes[place] >= 0xF0 {
          // Both halves of a pair lie at the first byte.
          offsets[units - 1] = Int32(truncatingIfNeeded: place)
          lines.pairs.append(units - 1)
        }
        place += length
      }
    }
    return units
  }

  /// Whether six bytes are two characters of three bytes whose second bytes may be any: not so behind E0 and ED.
  @inline(__always)
  private static func isTwoThrees(_ bytes: UInt64) -> Bool {
    if bytes & 0xC0C0F0_C0C0F0 != 0x8080E0_8080E0 { return false }
    // Fifteen more than the low half of a lead reaches the bit above, but for 0; so does what sets it apart from D.
    let leads = bytes & 0x00000F_00000F
    let least: UInt64 = 0x00000F_00000F
    return (leads &+ least) & ((leads ^ 0x00000D_00000D) &+ least) & 0x000010_000010
      == 0x000010_000010
  }

  /// The two characters of six bytes, each in the low bits of its three bytes.
  @inline(__always)
  private static func scalars(_ bytes: UInt64) -> UInt64 {
    bytes << 12 & 0x00F000_00F000 | bytes >> 2 & 0x000FC0_000FC0 | bytes >> 16 & 0x00003F_00003F
  }

  /// Writes a character of several bytes; returns how many units it has.
  private static func write(
    _ bytes: UnsafePointer<UInt8>, _ length: Int, _ folding: Folding,
    _ units: UnsafeMutablePointer<UInt16>
  ) -> Int {
    var scalar = UInt32(bytes[0]) & (0x7F >> UInt32(length))
    for place in 1..<length { scalar = scalar << 6 | UInt32(bytes[place] & 0x3F) }
    if scalar < 0x10000 {
      units[0] = folding[UInt16(truncatingIfNeeded: scalar)]
      return 1
    }
    units[0] = UInt16(truncatingIfNeeded: 0xD800 + (scalar - 0x10000) >> 10)
    units[1] = UInt16(truncatingIfNeeded: 0xDC00 + (scalar - 0x10000) & 0x3FF)
    return 2
  }
}
