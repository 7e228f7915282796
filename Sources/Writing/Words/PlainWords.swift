/// A look at the bytes of a text that tells whether a format would have to change any of its signs.
///
/// Nearly all that a report says are numbers, everyday ideographs and a few marks; asking Unicode for the properties of
/// every sign took a sixth of the writing. `EscapeTests` compare what is told here with the slow way.
enum PlainWords {
  /// Whether all signs are everyday ideographs, full-width marks, or ASCII that is let be.
  static func isPlain(_ text: String, letBe: (UInt8) -> Bool) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var place = 0
      while place < bytes.count {
        let byte = bytes[place]
        if byte < 0x80 {
          if !letBe(byte) { return false }
          place += 1
        } else {
          guard place + 2 < bytes.count, isEveryday(byte, bytes[place + 1], bytes[place + 2])
          else { return false }
          place += 3
        }
      }
      return true
    }
  }

  /// The bytes of 一…龿 and of ！…＿, which are all assigned and visible.
  private static func isEveryday(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch first {
    case 0xE4: second >= 0xB8
    case 0xE5...0xE8: true
    case 0xE9: second < 0xBF
    case 0xEF: second == 0xBC && third != 0x80
    default: false
    }
  }

  /// Whether a sign is surely a visible one: an everyday ideograph, a mark of Chinese texts, a letter or digit of ASCII.
  static func isEveryday(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x4E00...0x9FBF, 0xFF01...0xFF3F, 0x3001...0x3003, 0x3008...0x3011: true
    case 0x00B7, 0x2014, 0x2018...0x2019, 0x201C...0x201D, 0x2026: true
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}

extension [UInt8] {
  /// The bytes of a text behind the others; faster than a text that grows piece by piece.
  mutating func append(text: String) {
    var text = text
    text.withUTF8 { append(contentsOf: $0) }
  }
}
