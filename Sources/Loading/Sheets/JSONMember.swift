import Languages

/// A member of an object whose values are texts, numbers, truths, or lists of these: what a file of settings holds.
package struct JSONMember {
  package let key: String
  /// One text; of a list as many as it has. Numbers keep their digits.
  package let values: [String]
  /// The place of the value, the column in bytes.
  package let line: Int
  package let column: Int

  /// The members of the one object of a file, in their order; none where the file is empty.
  ///
  /// - Throws: `LoadingError` where the text is no JSON, no object, or its values are of another sort.
  package static func all(of bytes: [UInt8], path: String) throws(LoadingError) -> [JSONMember] {
    var reader = JSONReader(bytes: try LoadingError.utf8(of: bytes, path: path))
    let value: JSONValue?
    do {
      value = try reader.next()
    } catch {
      throw LoadingError(
        path: path, line: error.line, column: error.column, message: error.message)
    }
    guard let value else { return [] }
    guard case .object(let members) = value.content else {
      let message = Wording(
        en: "settings are an object: {\"out\": \"reports\"}", zh: "设置要写成对象：{\"out\": \"reports\"}")
      throw LoadingError(path: path, line: value.line, column: value.column, message: message)
    }
    var all: [JSONMember] = []
    for (key, value) in members {
      all.append(
        JSONMember(
          key: key, values: try texts(value, path), line: value.line, column: value.column))
    }
    return all
  }

  private static func texts(_ value: JSONValue, _ path: String) throws(LoadingError) -> [String] {
    guard case .list(let values) = value.content else { return [try text(value, path)] }
    var texts: [String] = []
    for value in values { texts.append(try text(value, path)) }
    return texts
  }

  private static func text(_ value: JSONValue, _ path: String) throws(LoadingError) -> String {
    switch value.content {
    case .text(let text), .number(let text): return text
    case .bool(let truth): return truth ? "true" : "false"
    case .null, .list, .object:
      let message = Wording(
        en: "a setting is a text, a number, true, false, or a list of these",
        zh: "设置的值是文字、数字、true、false，或它们的列表")
      throw LoadingError(path: path, line: value.line, column: value.column, message: message)
    }
  }
}
