/// The guard that keeps a spreadsheet from taking text for something else: a leading Tab inside the
/// quotes.
///
/// A Tab is invisible in the cell and survives editing and saving; an apostrophe does neither. The
/// reader takes it off again.
package enum CSVGuard {
  static let sign = UInt8(ascii: "\t")

  /// The text as a table of that guarding holds it.
  package static func applied(to text: String, _ guarding: CSVWriter.Guarding) -> String {
    isNeeded(for: text, guarding) ? "\t" + text : text
  }

  static func isNeeded(for text: String, _ guarding: CSVWriter.Guarding) -> Bool {
    switch guarding {
    case .none: false
    case .formulas: isFormula(text)
    case .all: isFormula(text) || SpreadsheetEye.changes(text)
    }
  }

  /// Whether the bytes of a text tell at a glance that it needs no guard, as those of nearly every text do.
  @inline(__always)
  static func isSurelyNeedless(
    for text: UnsafeBufferPointer<UInt8>, _ guarding: CSVWriter.Guarding
  ) -> Bool {
    guarding == .none || guarding == .formulas && (text.isEmpty || !mayBeFormula(text[0]))
  }

  /// Every sign that begins a formula is one of `= + - @ Tab CR` or a full-width form, whose first byte is EF.
  @inline(__always)
  private static func mayBeFormula(_ first: UInt8) -> Bool {
    let signs: UInt64 = 1 << 0x3D | 1 << 0x2B | 1 << 0x2D | 1 << 0x09 | 1 << 0x0D
    return first < 0x40 ? signs >> UInt64(first) & 1 != 0 : first == 0x40 || first == 0xEF
  }

  /// The text without its guard.
  static func removed(from text: String) -> String {
    guard text.utf8.first == sign else { return text }
    let rest = String(text.unicodeScalars.dropFirst())
    return isNeeded(for: rest, .all) ? rest : text
  }

  /// Whether the text starts with a sign that begins a formula. A lone `-` is harmless.
  private static func isFormula(_ text: String) -> Bool {
    guard let byte = text.utf8.first, mayBeFormula(byte), let first = text.unicodeScalars.first
    else { return false }
    switch first {
    case "=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r": return text != "-"
    default: return false
    }
  }
}

/// Text as a spreadsheet sees it, which looks for numbers, dates and truth values in every cell.
enum SpreadsheetEye {
  /// Whether opening a file may change the text: `033000` loses its zero, `3/4` becomes a date,
  /// `98.3%` a fraction, `1e5` a hundred thousand, a number of 18 digits loses its last three.
  ///
  /// A number in its shortest form (`300`, `-0.5`) shows the same as a number and is let be.
  static func changes(_ text: String) -> Bool {
    !isPlain(text) && isChanged(text)
  }

  /// Whether the bytes tell at a glance that no spreadsheet changes the text. Most cells of a table are words, names of
  /// documents or short numbers, so this saves nearly all of the work of `isChanged`, which it never contradicts.
  private static func isPlain(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      guard let first = bytes.first, first != UInt8(ascii: "#") else { return bytes.isEmpty }
      // As long as a truth value.
      let mayBeTruth = bytes.count == 4 || bytes.count == 5
      var (digits, letters) = (0, 0)
      for (place, byte) in bytes.enumerated() {
        if isLetter(byte) {
          letters += 1
          continue
        }
        if letters > 0, isUnknownWord(bytes[(place - letters)..<place]) { return !mayBeTruth }
        letters = 0
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
        case 0..<0x80: break
        // An ideograph that stands in no date makes words of the whole; its form in lower case is the same.
        case 0xE4...0xE9:
          let low = UInt32(bytes[place + 1] & 0x3F) << 6 | UInt32(bytes[place + 2] & 0x3F)
          return !ideographs.contains(UInt32(byte & 0x0F) << 12 | low)
        default: return false
        }
      }
      if digits == bytes.count { return digits < 16 && (digits == 1 || first != UInt8(ascii: "0")) }
      if digits == 0 { return !mayBeTruth }
      return isUnknownWord(bytes[(bytes.count - letters)...]) && !mayBeTruth
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// Whether letters surely are no word of a date or a number: with another first letter than all words as long.
  private static func isUnknownWord(_ letters: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = letters.first else { return false }
    let initials: StaticString =
      switch letters.count {
      case 1: "etz"
      case 2: "ap"
      default: "jfmasond"
      }
    return !initials.withUTF8Buffer { $0.contains(first | 0x20) }
  }

  /// The ideographs among the signs.
  private static let ideographs = signs.map(\.value).filter { $0 >= 0x4E00 && $0 < 0xA000 }

  /// What `changes` says, of every sign in turn.
  static func isChanged(_ text: String) -> Bool {
    if text.unicodeScalars.count > mostScalars { return false }
    let letters = text.lowercased()
    if letters == "true" || letters == "false" || letters.hasPrefix("#") { return true }
    var hasDigit = false
    for scalar in letters.unicodeScalars {
      // Asking Unicode takes long, and of ASCII the answer is known.
      if scalar.isASCII
        ? ("0"..."9").contains(scalar) : scalar.properties.numericType == .decimal
      {
        hasDigit = true
      } else if !isSign(scalar) {
        return false
      }
    }
    return hasDigit && hasOnlyKnownWords(letters) && !isShortestNumber(text)
  }

  /// Longer text is no number, no date and no time.
  private static let mostScalars = 40

  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    if ("a"..."z").contains(scalar) || scalar.properties.isWhitespace { return true }
    return signs.contains(scalar)
  }

  private static let signs: Set<Unicode.Scalar> = Set(
    ".,:/-+%()$¥￥€£'．，：／－＋％（）年月日时分秒点號号".unicodeScalars)

  /// Words inside dates and numbers; any other word makes text of the whole.
  private static func hasOnlyKnownWords(_ text: String) -> Bool {
    text.split { !("a"..."z").contains($0) }.allSatisfy { word in
      words.contains(String(word)) || (word.count >= 3 && months.contains { $0.hasPrefix(word) })
    }
  }

  private static let words: Set<String> = ["e", "am", "pm", "t", "z"]
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// Digits as the program itself writes them: no needless zero, at most 15 of them.
  private static func isShortestNumber(_ text: String) -> Bool {
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
    guard text.utf8.count - digits.count <= 1, digits.count <= 16 else { return false }
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let isDecimal = parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
    guard isDecimal, parts.count <= 2, digits.count - (parts.count - 1) <= 15 else { return false }
    let zero = UInt8(ascii: "0")
    let isWholeShort = parts[0].count == 1 || parts[0].first != zero
    return isWholeShort && (parts.count == 1 || parts[1].last != zero)
  }
}
