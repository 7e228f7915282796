/// Whether bytes are a text of UTF-8 without a fault, as nearly every input is: told in one pass that makes nothing.
///
/// A zero is a fault too, since it is no character of a text. `DecodedTextTests` compares it with the standard library.
enum WholeUTF8 {
  static func holds(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return true }
      return holds(base, bytes.count)
    }
  }

  private static func holds(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    var place = 0
    while place < count {
      let lead = bytes[place]
      // Most of a Chinese text: three bytes, of which the second may be any.
      if lead > 0xE0, lead < 0xED, place + 3 <= count {
        if bytes[place + 1] & 0xC0 != 0x80 || bytes[place + 2] & 0xC0 != 0x80 { return false }
        place += 3
      } else if lead < 0x80 {
        if lead == 0 { return false }
        place += 1
      } else {
        let length = length(of: bytes + place, count - place)
        if length == 0 { return false }
        place += length
      }
    }
    return true
  }

  /// The length of the character that bytes begin with, 0 where they begin with none.
  static func length(of bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
    let length: Int
    let seconds: ClosedRange<UInt8>
    switch bytes[0] {
    case 0xC2...0xDF: (length, seconds) = (2, 0x80...0xBF)
    case 0xE0: (length, seconds) = (3, 0xA0...0xBF)
    case 0xED: (length, seconds) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, seconds) = (3, 0x80...0xBF)
    case 0xF0: (length, seconds) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, seconds) = (4, 0x80...0xBF)
    case 0xF4: (length, seconds) = (4, 0x80...0x8F)
    default: return 0
    }
    if count < length || !seconds.contains(bytes[1]) { return 0 }
    for place in 2..<max(2, length) where bytes[place] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
