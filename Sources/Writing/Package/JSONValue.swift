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
    case .text(let string): text += JSONValue.quoted(string)
    case .number(let number): text += String(number)
    case .truth(let truth): text += truth ? "true" : "false"
    case .list(let values):
      JSONValue.write(values, between: ("[", "]"), to: &text, indent) { value, text, inner in
        value.write(to: &text, indent: inner)
      }
    case .object(let members):
      JSONValue.write(members, between: ("{", "}"), to: &text, indent) { member, text, inner in
        text += JSONValue.quoted(member.name) + ": "
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
      text += (index > 0 ? "," : "") + "\n" + inner
      each(item, &text, inner)
    }
    text += "\n" + indent + brackets.1
  }

  /// Quotes, backslashes and control signs escaped; all else as it is.
  private static func quoted(_ string: String) -> String {
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
