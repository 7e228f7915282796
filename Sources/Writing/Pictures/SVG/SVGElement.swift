/// An element of a picture. Text and attributes are escaped when it is written.
struct SVGElement: Hashable, Sendable {
  let name: String
  var attributes: [Attribute]
  var text: String?
  var children: [SVGElement]

  struct Attribute: Hashable, Sendable {
    let name: String
    let value: String
  }

  init(
    _ name: String, _ attributes: KeyValuePairs<String, String>, text: String? = nil,
    children: [SVGElement] = []
  ) {
    self.name = name
    self.attributes = attributes.map { Attribute(name: $0.key, value: $0.value) }
    self.text = text
    self.children = children
  }

  /// The file: UTF-8, one element a line, ended by LF.
  var document: [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(1 << 13)
    write(to: &text, indent: 0)
    return text
  }

  private func write(to output: inout [UInt8], indent: Int) {
    SVGElement.put("<", name, to: &output, indent: indent)
    for attribute in attributes {
      SVGElement.put(" ", attribute.name, to: &output)
      SVGElement.put("=\"", SVGElement.escape(attribute.value), to: &output)
      output.append(UInt8(ascii: "\""))
    }
    if let text {
      SVGElement.put(">", SVGElement.escape(text), to: &output)
    } else if children.isEmpty {
      SVGElement.put("/>", "\n", to: &output)
      return
    } else {
      SVGElement.put(">", "\n", to: &output)
      for child in children { child.write(to: &output, indent: indent + 1) }
    }
    SVGElement.put("</", name, to: &output, indent: text == nil ? indent : 0)
    SVGElement.put(">", "\n", to: &output)
  }

  private static func put(
    _ sign: StaticString, _ text: String, to output: inout [UInt8], indent: Int = 0
  ) {
    for _ in 0..<indent { output.append(UInt8(ascii: " ")) }
    sign.withUTF8Buffer { output.append(contentsOf: $0) }
    output.append(text: text)
  }

  /// Signs of XML become entities; signs that no XML may hold, and those that turn the direction of
  /// the text, are left out.
  static func escape(_ text: String) -> String {
    let marks: (UInt8) -> Bool = {
      0x20..<0x7F ~= $0 && $0 != UInt8(ascii: "&") && $0 != UInt8(ascii: "<")
        && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "\"")
    }
    return PlainWords.isPlain(text, letBe: marks) ? text : escapedSignBySign(text)
  }

  /// What `escape` says, the slow way.
  static func escapedSignBySign(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case _ where PlainWords.isEveryday(scalar): escaped.unicodeScalars.append(scalar)
      default:
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .unassigned, .privateUse: escaped += " "
        default: escaped.unicodeScalars.append(scalar)
        }
      }
    }
    return escaped
  }
}

/// The shapes that pictures are made of. Lengths are pixels; colours are classes of the theme.
extension SVGElement {
  static func rect(
    _ x: Int, _ y: Int, _ width: Int, _ height: Int, _ style: String, round: Int = 0
  ) -> SVGElement {
    var rect = SVGElement(
      "rect",
      ["x": "\(x)", "y": "\(y)", "width": "\(width)", "height": "\(height)", "class": style])
    if round > 0 { rect.attributes.append(Attribute(name: "rx", value: "\(round)")) }
    return rect
  }

  static func line(_ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int, _ style: String) -> SVGElement {
    SVGElement(
      "line", ["x1": "\(x1)", "y1": "\(y1)", "x2": "\(x2)", "y2": "\(y2)", "class": style])
  }

  /// A closed shape through the points.
  static func shape(_ points: [(x: Int, y: Int)], _ style: String) -> SVGElement {
    let text = points.map { "\($0.x),\($0.y)" }.joined(separator: " ")
    return SVGElement("polygon", ["points": text, "class": style])
  }

  static func label(_ label: Label) -> SVGElement {
    var text = SVGElement(
      "text",
      [
        "x": "\(label.x)", "y": "\(label.y)", "font-size": "\(label.size)", "class": label.style,
      ], text: label.text)
    if label.anchor != .start {
      text.attributes.append(Attribute(name: "text-anchor", value: label.anchor.rawValue))
    }
    return text
  }
}
