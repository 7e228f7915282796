/// A value of JSON whose members stay in the order in which they were given.
indirect enum JSONValue {
  case text(String)
  case number(Int)
  case truth(Bool)
  case list([JSONValue])
  case object([(name: String, value: JSONValue)])

  /// The text, indented by two spaces, ended by LF.
  var document: [UInt8] {
    var text = ""
    write(to: &text, indent: "")
    return Array((text + "\n").utf8)
  }

  private func write(to text: inout String, indent: String) {
    switch self {
    case .text(let string): JSONValue.write(string, to: &text)
    case .number(let number): text += String(number)
    case .truth(let truth): text += truth ? "true" : "false"
    case .list(let values):
      JSONValue.write(values, between: ("[", "]"), to: &text, indent) { value, text, inner in
        value.write(to: &text, indent: inner)
      }
    case .object(let members):
      JSONValue.write(members, between: ("{", "}"), to: &text, indent) { member, text, inner in
        JSONValue.write(member.name, to: &text)
        text += ": "
        member.value.write(to: &text, indent: inner)
      }
    }
  }

  private static func write<Item>(
    _ items: [Item], between brackets: (String, String), to text: inout String, _ indent: String,
    each: (Item, inout String, String) -> Void
  ) {
    if items.isEmpty {
      text += brackets.0 + brackets.1
      return
    }
    let inner = indent + "  "
    text += brackets.0
    for (index, item) in items.enumerated() {
      text += index > 0 ? ",\n" : "\n"
      text += inner
      each(item, &text, inner)
    }
    text += "\n"
    text += indent
    text += brackets.1
  }

  private static func write(_ string: String, to text: inout String) {
    var string = string
    let isPlain = string.withUTF8 { bytes in
      bytes.allSatisfy {
        // The separators of lines and paragraphs begin with E2.
        $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") && $0 != 0xE2
      }
    }
    if isPlain {
      text += "\""
      text += string
      text += "\""
    } else {
      text += quoted(string)
    }
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
