/// Text as a terminal may show it: nothing in it moves the cursor, turns the line round or hides.
enum Visible {
  /// The name of a file on one line; one in GB18030 by its characters.
  static func name(_ name: String) -> String {
    let name = SystemName.readable(name)
    return name.unicodeScalars.allSatisfy { !isHidden($0) && $0 != "\n" && $0 != "\t" }
      ? name : escaped(name) { isHidden($0) || $0 == "\n" || $0 == "\t" }
  }

  /// A message of one or several lines; the colours of the program itself stay.
  static func message(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    // Behind every escape sign stands the rest of a colour, or something that no colour is.
    let parts = text.split(separator: "\u{1B}", omittingEmptySubsequences: false)
    return escaped(String(parts[0]), isHidden)
      + parts.dropFirst().map { part in
        guard let colour = colours.first(where: { part.hasPrefix($0) }) else {
          return "\\u{1B}" + escaped(String(part), isHidden)
        }
        return "\u{1B}" + colour + escaped(String(part.dropFirst(colour.count)), isHidden)
      }.joined()
  }

  /// The sequences of `TextStyle`, and the one that clears the line of the progress.
  private static let colours = ["[0m", "[1m", "[2m", "[31m", "[32m", "[33m", "[K"]

  private static func escaped(_ text: String, _ isMeant: (Unicode.Scalar) -> Bool) -> String {
    text.unicodeScalars.map { sign in
      if SystemName.isByte(sign) { return "\\x" + hex(sign.value & 0xFF) }
      return isMeant(sign) ? "\\u{" + hex(sign.value) + "}" : String(sign)
    }.joined()
  }

  private static func hex(_ value: UInt32) -> String { String(value, radix: 16, uppercase: true) }

  /// Signs that a terminal obeys, or that nobody sees.
  static func isHidden(_ sign: Unicode.Scalar) -> Bool {
    switch sign.value {
    case 0x09, 0x0A: false
    case 0...0x1F, 0x7F...0x9F: true
    // Zero-width signs, marks and overrides of direction, line and paragraph separators, tags.
    case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x061C, 0xFEFF: true
    case 0xE0000...0xE007F: true
    default: SystemName.isByte(sign)
    }
  }
}
