import Languages
import Lexicon

/// Reads a fact sheet of JSON: a list of objects, an object with one list in it, or one object a line.
enum JSONSheet {
  /// The rows of the objects. A broken line of JSON Lines is a problem of that line and stops nothing.
  ///
  /// - Throws: `LoadingError`, if the file as a whole is not JSON.
  static func rows(of source: Source) -> (SheetHeader) throws(LoadingError) -> SheetRows {
    { (header: SheetHeader) throws(LoadingError) -> SheetRows in try rows(of: source, header) }
  }

  private static func rows(of source: Source, _ header: SheetHeader) throws(LoadingError)
    -> SheetRows
  {
    var reader = JSONReader(bytes: source.bytes)
    var result = SheetRows()
    var isFirst = true
    while true {
      do {
        guard let value = try reader.next() else { return result }
        append(value, header, &result)
      } catch {
        if isFirst, !source.path.hasSuffix("l") {
          throw LoadingError(
            path: source.path, line: error.line, column: error.column, message: error.message)
        }
        result.problems.append(
          .init(line: error.line, column: error.column, raw: "", message: error.message))
        reader.skipLine()
      }
      isFirst = false
    }
  }

  private static func append(_ value: JSONValue, _ header: SheetHeader, _ result: inout SheetRows) {
    switch value.content {
    case .list(let values):
      for value in values { append(value, header, &result) }
    case .object(let members):
      if members.count == 1, case .list(let values) = members[0].value.content {
        for value in values { append(value, header, &result) }
      } else {
        appendRow(members, value, header, &result)
      }
    case .text, .number, .bool, .null:
      result.problems.append(
        .init(
          line: value.line, column: value.column, raw: text(value),
          message: Wording(en: "a row is no object", zh: "这一行不是对象 {…}")))
    }
  }

  private static func appendRow(
    _ members: [(key: String, value: JSONValue)], _ value: JSONValue, _ header: SheetHeader,
    _ result: inout SheetRows
  ) {
    var cells: [SheetColumn: SheetRow.Cell] = [:]
    for (key, member) in members {
      guard let column = header.column(key) else {
        result.problems.append(
          .init(
            line: member.line, column: member.column, raw: key,
            message: .unknownColumn(key)))
        continue
      }
      if cells[column] != nil {
        result.problems.append(
          .init(
            line: member.line, column: member.column, raw: key, message: .secondColumn(key)))
        continue
      }
      cells[column] = .init(text: text(member), line: member.line, column: member.column)
    }
    let row = members.map { ($0.key, text($0.value)) }.filter { !$0.1.isEmpty }
      .map { "\($0.0)：\($0.1)" }.joined(separator: "；")
    result.rows.append(SheetRow(cells: cells, line: value.line, text: row))
  }

  private static func text(_ value: JSONValue) -> String {
    switch value.content {
    case .text(let text): text
    case .number(let digits): digits
    case .bool(let truth): truth ? "true" : "false"
    case .null: ""
    case .list, .object: "{…}"
    }
  }
}
