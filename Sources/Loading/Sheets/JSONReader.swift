import Languages

/// A value of JSON with its place; numbers keep their digits, so that no money becomes binary floating point.
struct JSONValue: Sendable {
  var content: JSONContent
  var line: Int
  var column: Int
}

/// What a value of JSON is. It holds values in turn, which the compiler follows only where both say that they are sendable.
indirect enum JSONContent: Sendable {
  case text(String)
  /// The digits as printed.
  case number(String)
  case bool(Bool)
  case null
  case list([JSONValue])
  case object([(key: String, value: JSONValue)])
}

extension Wording {
  /// What is said where something else had to stand.
  fileprivate static func expected(_ english: String, _ chinese: String? = nil) -> Wording {
    Wording(en: "\(english) was expected here", zh: "这里应该是\(chinese ?? english)")
  }
}

/// What is wrong with a JSON text, and where.
struct JSONError: Error {
  var line: Int
  var column: Int
  var message: Wording
}

/// Reads JSON and JSON Lines with the line and column of every value.
///
/// Foundation's decoder tells no place and turns numbers into binary floating point, so this is our own.
struct JSONReader {
  private let bytes: [UInt8]
  private var at: Int
  private var line = 1
  private var lineStart: Int
  /// Nesting deeper than this is refused, so that no input can exhaust the stack.
  private static let deepest = 64

  init(bytes: [UInt8]) {
    self.bytes = bytes
    at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    lineStart = at
  }

  /// The next value of the text, or `nil` at its end.
  mutating func next() throws(JSONError) -> JSONValue? {
    skipSpace()
    return at < bytes.count ? try value(depth: 0) : nil
  }

  /// Passes over the rest of the line, after an error, so that the next line can be read.
  mutating func skipLine() {
    while at < bytes.count, bytes[at] != 10 { at += 1 }
    skipSpace()
  }

  private mutating func skipSpace() {
    while at < bytes.count {
      switch bytes[at] {
      case 10:
        at += 1
        line += 1
        lineStart = at
      case 9, 13, 32: at += 1
      default: return
      }
    }
  }

  private func error(_ message: Wording) -> JSONError {
    JSONError(line: line, column: at - lineStart + 1, message: message)
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    if depth > JSONReader.deepest {
      throw error(Wording(en: "the JSON is nested too deeply", zh: "JSON 套得太深"))
    }
    skipSpace()
    let place = (line: line, column: at - lineStart + 1)
    guard at < bytes.count else {
      throw error(Wording(en: "the JSON ends in the middle of a value", zh: "JSON 没有写完"))
    }
    let content: JSONContent
    switch bytes[at] {
    case UInt8(ascii: "{"): content = .object(try object(depth: depth))
    case UInt8(ascii: "["): content = .list(try list(depth: depth))
    case UInt8(ascii: "\""): content = .text(try string())
    case UInt8(ascii: "t"): content = try literal("true", .bool(true))
    case UInt8(ascii: "f"): content = try literal("false", .bool(false))
    case UInt8(ascii: "n"): content = try literal("null", .null)
    default: content = .number(try number())
    }
    return JSONValue(content: content, line: place.line, column: place.column)
  }

  private mutating func literal(_ word: String, _ content: JSONContent) throws(JSONError)
    -> JSONContent
  {
    guard bytes[at...].starts(with: word.utf8) else { throw error(.expected("'\(word)'")) }
    at += word.utf8.count
    return content
  }

  private mutating func number() throws(JSONError) -> String {
    let start = at
    let signs = Set("+-.0123456789eE".utf8)
    while at < bytes.count, signs.contains(bytes[at]) { at += 1 }
    if at == start { throw error(.expected("a value", "一个值")) }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private mutating func list(depth: Int) throws(JSONError) -> [JSONValue] {
    at += 1
    var values: [JSONValue] = []
    skipSpace()
    if take("]") { return values }
    while true {
      values.append(try value(depth: depth + 1))
      skipSpace()
      if take("]") { return values }
      guard take(",") else { throw error(.expected("',' or ']'", "“,”或“]”")) }
    }
  }

  private mutating func object(depth: Int) throws(JSONError) -> [(key: String, value: JSONValue)] {
    at += 1
    var members: [(key: String, value: JSONValue)] = []
    skipSpace()
    if take("}") { return members }
    while true {
      skipSpace()
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
        throw error(.expected("a name in quotes", "带引号的名字"))
      }
      let key = try string()
      skipSpace()
      guard take(":") else { throw error(.expected("':'")) }
      members.append((key, try value(depth: depth + 1)))
      skipSpace()
      if take("}") { return members }
      guard take(",") else { throw error(.expected("',' or '}'", "“,”或“}”")) }
    }
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard at < bytes.count, bytes[at] == UInt8(ascii: sign) else { return false }
    at += 1
    return true
  }

  private mutating func string() throws(JSONError) -> String {
    at += 1
    var text: [UInt16] = []
    var start = at
    func flush(_ end: Int, _ text: inout [UInt16]) {
      text += String(decoding: bytes[start..<end], as: UTF8.self).utf16
    }
    while at < bytes.count, bytes[at] != 10 {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        flush(at, &text)
        at += 1
        return String(decoding: text, as: UTF16.self)
      case UInt8(ascii: "\\"):
        flush(at, &text)
        text.append(try escape())
        start = at
      default:
        at += 1
      }
    }
    throw error(Wording(en: "a string is not closed on its line", zh: "字符串没有在本行结束"))
  }

  private mutating func escape() throws(JSONError) -> UInt16 {
    guard at + 1 < bytes.count else {
      throw error(Wording(en: "an escape is not finished", zh: "转义没有写完"))
    }
    let sign = bytes[at + 1]
    at += 2
    let plain: [UInt8: UInt16] = [
      UInt8(ascii: "n"): 10, UInt8(ascii: "t"): 9, UInt8(ascii: "r"): 13, UInt8(ascii: "b"): 8,
      UInt8(ascii: "f"): 12, UInt8(ascii: "\""): 34, UInt8(ascii: "\\"): 92, UInt8(ascii: "/"): 47,
    ]
    if let unit = plain[sign] { return unit }
    guard sign == UInt8(ascii: "u"), at + 4 <= bytes.count,
      let unit = UInt16(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16)
    else { throw error(Wording(en: "the escape is not known", zh: "没有这种转义")) }
    at += 4
    // A zero would end the text for programs that read it later.
    return unit == 0 ? 0xFFFD : unit
  }
}
