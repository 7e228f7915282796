import CSVFormat
import Languages
import Lexicon

/// Reads a fact sheet of rows and separators: comma, semicolon or Tab.
enum TableSheet {
  /// The rows below the header.
  ///
  /// - Throws: `LoadingError` at a broken quote, an empty file, or a header without a column of values.
  static func rows(of source: Source) -> (SheetHeader) throws(LoadingError) -> SheetRows {
    { (header: SheetHeader) throws(LoadingError) -> SheetRows in try rows(of: source, header) }
  }

  private static func rows(of source: Source, _ header: SheetHeader) throws(LoadingError)
    -> SheetRows
  {
    let records = try LoadingError.records(of: source.bytes, path: source.path)
    guard let first = records.first else {
      throw LoadingError(
        path: source.path,
        message: Wording(
          en: "the sheet is empty; it needs a header and rows", zh: "这张表是空的；要有表头和数据行"))
    }
    var result = SheetRows()
    let columns = try self.columns(first, header, source.path, &result)
    for record in records.dropFirst() { append(record, first, columns, &result) }
    return result
  }

  private static func columns(
    _ record: CSVRecord, _ header: SheetHeader, _ path: String, _ result: inout SheetRows
  ) throws(LoadingError) -> [SheetColumn?] {
    var columns: [SheetColumn?] = []
    for (name, position) in zip(record.cells, record.positions) {
      let column = header.column(name)
      if let column, columns.contains(column) {
        throw LoadingError(
          path: path, line: position.line, column: position.column,
          message: Wording(
            en: "two columns are called \(column.rawValue) ('\(name)' is the second); rename one",
            zh: "有两栏都是 \(column.rawValue)（第二栏叫“\(name)”），请改掉一个")
        )
      }
      if column == nil {
        result.problems.append(
          .init(
            line: position.line, column: position.column, raw: name,
            message: .unknownColumn(name)))
      }
      columns.append(column)
    }
    if columns.contains(.value) { return columns }
    throw LoadingError(
      path: path, line: record.line,
      message: Wording(
        en: "the header has no column of values; rename it to value (数值 or value). It has: ",
        zh: "表头没有数值一栏；请把那一栏改叫“数值”或 value。现有：")
        + Wording(verbatim: record.cells.joined(separator: ", ")))
  }

  private static func append(
    _ record: CSVRecord, _ header: CSVRecord, _ columns: [SheetColumn?], _ result: inout SheetRows
  ) {
    if record.cells.allSatisfy(\.isEmpty) { return }
    if record.cells.count != columns.count {
      result.problems.append(
        .init(
          line: record.line, column: 1, raw: record.cells.joined(separator: ","),
          message: Wording(
            en: "\(record.cells.count) cells where the header has \(columns.count)",
            zh: "这一行有 \(record.cells.count) 格，表头有 \(columns.count) 格")))
    }
    var cells: [SheetColumn: SheetRow.Cell] = [:]
    for (index, column) in columns.enumerated() where index < record.cells.count {
      guard let column else { continue }
      let position = record.positions[index]
      cells[column] = .init(text: record.cells[index], line: position.line, column: position.column)
    }
    let text = zip(header.cells, record.cells).filter { !$0.1.isEmpty }
      .map { "\($0.0)：\($0.1)" }.joined(separator: "；")
    result.rows.append(SheetRow(cells: cells, line: record.line, text: text))
  }
}
