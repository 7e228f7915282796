/// Markdown that stays what it is, whatever a page prints.
package enum Markdown {
  /// Text of a page as one line of plain words.
  ///
  /// Signs of Markdown get a backslash, signs of HTML become entities, addresses do not turn into
  /// links, line breaks become spaces, and control and direction signs are left out.
  package static func escape(_ text: String) -> String {
    PlainWords.isPlain(text, letBe: PlainWords.isLetterOrDigit) ? text : escapedSignBySign(text)
  }

  /// What `escape` says, the slow way.
  static func escapedSignBySign(_ text: String) -> String {
    var escaped = ""
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\\", "`", "*", "_", "{", "}", "[", "]", "#", "|", "~", "$", "^", "@":
        escaped += "\\"
        escaped.unicodeScalars.append(scalar)
      case ":" where previous.isASCII && previous.properties.isAlphabetic,
        "." where previous == "w" || previous == "W":
        // http: and www. would become links.
        escaped += "\\"
        escaped.unicodeScalars.append(scalar)
      case _ where PlainWords.isEveryday(scalar): escaped.unicodeScalars.append(scalar)
      default:
        if scalar.properties.isWhitespace {
          if previous != " " { escaped += " " }
          previous = " "
          continue
        }
        if isInvisible(scalar) { continue }
        escaped.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return escaped
  }

  /// A passage of a page as the text of a quotation: at most so many characters, around the figure
  /// that it shows.
  package static func quote(
    _ sentence: String, around raw: String, limit: Int = 160
  ) -> String {
    // No text has more letters than scalars, which are counted much faster.
    if sentence.unicodeScalars.count <= limit { return escapedStart(escape(sentence)) }
    let letters = Array(sentence)
    if letters.count <= limit { return escapedStart(escape(sentence)) }
    let figure = letters.indices.first { letters[$0...].starts(with: raw) } ?? 0
    let start = max(0, min(figure - limit / 2, letters.count - limit))
    let end = start + limit
    let passage = escape(String(letters[start..<end]))
    return escapedStart(
      (start > 0 ? "……" : "") + passage + (end < letters.count ? "……" : ""))
  }

  /// What would begin a list (`- `, `1. `, `(a) `) or underline a heading (`===`) does not.
  private static func escapedStart(_ text: String) -> String {
    guard let first = text.first else { return text }
    if "-+=(".contains(first) { return "\\" + text }
    let mark = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    let rest = text.dropFirst(mark.count)
    guard !mark.isEmpty, let sign = rest.first, sign == "." || sign == ")" else { return text }
    return mark + "\\" + rest
  }

  /// A table; the cells are Markdown already. The columns from `numbersFrom` on are set to the
  /// right.
  static func table(header: [String], numbersFrom: Int, rows: [[String]]) -> String {
    let rule = header.indices.map { $0 < numbersFrom ? "---" : "---:" }
    return ([header, rule] + rows)
      .map { "| " + $0.joined(separator: " | ") + " |" }
      .joined(separator: "\n")
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .privateUse, .unassigned, .surrogate: true
    default: false
    }
  }
}
