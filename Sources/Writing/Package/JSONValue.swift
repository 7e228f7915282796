/// A value of JSON whose members stay in the order in which they were given.
indirect enum JSONValue {
  case text(String)
  case number(Int)
  case truth(Bool)
  case list([JSONValue])
  case object([(name: String, value: JSONValue)])

  /// The text, indented by two spaces, ended by LF.
  var document: [UInt8] {
    var text: [UInt8] = []
    write(to: &text, indent: 0)
    return text + [10]
  }

  private func write(to text: inout [UInt8], indent: Int) {
    switch self {
    case .text(let string): JSONValue.write(string, to: &text)
    case .number(let number): text.append(text: String(number))
    case .truth(let truth): text.append(text: truth ? "true" : "false")
    case .list(let values):
      JSONValue.write(values, between: ("[", "]"), to: &text, indent) { value, text, inner in
        value.write(to: &text, indent: inner)
      }
    case .object(let members):
      JSONValue.write(members, between: ("{", "}"), to: &text, indent) { member, text, inner in
        JSONValue.write(member.name, to: &text)
        text.append(UInt8(ascii: ":"))
        text.append(UInt8(ascii: " "))
        member.value.write(to: &text, indent: inner)
      }
    }
  }

  private static func write<Item>(
    _ items: [Item], between brackets: (Unicode.Scalar, Unicode.Scalar), to text: inout [UInt8],
    _ indent: Int, each: (Item, inout [UInt8], Int) -> Void
  ) {
    text.append(UInt8(ascii: brackets.0))
    for (index, item) in items.enumerated() {
      if index > 0 { text.append(UInt8(ascii: ",")) }
      breakLine(&text, indent + 2)
      each(item, &text, indent + 2)
    }
    if !items.isEmpty { breakLine(&text, indent) }
    text.append(UInt8(ascii: brackets.1))
  }

  private static func breakLine(_ text: inout [UInt8], _ indent: Int) {
    text.append(10)
    for _ in 0..<indent { text.append(UInt8(ascii: " ")) }
  }

  private static func write(_ string: String, to text: inout [UInt8]) {
    var string = string
    let isPlain = string.withUTF8 { bytes in
      for byte in bytes {
        // The separators of lines and paragraphs begin with E2.
        if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0xE2 {
          return false
        }
      }
      text.append(UInt8(ascii: "\""))
      text.append(contentsOf: bytes)
      text.append(UInt8(ascii: "\""))
      return true
    }
    if !isPlain { text.append(text: quoted(string)) }
  }

  /// Quotes, backslashes and control signs escaped; all else as it is.
  static func quoted(_ string: String) -> String {
    var text = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x2028 || scalar.value == 0x2029:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
