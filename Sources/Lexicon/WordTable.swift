import CSVFormat
import Languages

/// A fault in a table of words: where it is, what was found, and what to do.
public struct LexiconError: Error, Hashable, SpokenError {
  /// The file name of the table.
  public let table: String
  /// The line, from 1.
  public let line: Int
  /// The column, from 1, in bytes.
  public let column: Int
  /// What is wrong and what to do, in each language.
  public let message: Wording

  /// A fault at a place of a table.
  public init(table: String, line: Int, column: Int, message: Wording) {
    self.table = table
    self.line = line
    self.column = column
    self.message = message
  }

  /// `measure-words.csv:12:3: error: …`
  public func text(in language: Language) -> String {
    message.at(table, line, column, .error).text(in: language)
  }
}

/// A row of a word table whose cells are found by the name of their column.
struct WordRow {
  let table: String
  let record: CSVRecord
  let columns: [String: Int]

  subscript(column: String) -> String {
    guard let index = columns[column], index < record.cells.count else { return "" }
    return record.cells[index]
  }

  /// An error about one cell of the row.
  func error(_ column: String, _ message: Wording) -> LexiconError {
    let index = min(columns[column] ?? 0, record.positions.count - 1)
    let position = record.positions[index]
    return LexiconError(
      table: table, line: position.line, column: position.column, message: message)
  }

  /// The value that a cell names in a closed list, or an error that says which there are.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ column: String, of type: Choice.Type
  ) throws(LexiconError) -> Choice where Choice.RawValue == String {
    if let choice = Choice(rawValue: self[column]) { return choice }
    let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    throw error(
      column,
      Wording(
        en: "\(column) '\(self[column])' is not known; it is one of \(known)",
        zh: "\(column) 一栏不能写“\(self[column])”；可用的有 \(known)"))
  }

  /// A whole number, or an error.
  func number(_ column: String) throws(LexiconError) -> Int {
    if let number = Int(self[column]) { return number }
    throw error(
      column,
      Wording(
        en: "\(column) '\(self[column])' is no whole number",
        zh: "\(column) 一栏的“\(self[column])”不是整数"))
  }
}

/// Reads a word table and checks what every table must keep: its columns, and each word once.
struct WordTable {
  let name: String
  let rows: [WordRow]

  /// - Parameters:
  ///   - key: the columns that together may stand only once; the first must not be empty.
  init(name: String, bytes: [UInt8], columns: [String], key: [String]) throws(LexiconError) {
    self.name = name
    let records: [CSVRecord]
    do {
      records = try CSVReader.records(of: bytes, separator: UInt8(ascii: ","))
    } catch {
      throw LexiconError(
        table: name, line: error.position.line, column: error.position.column,
        message: error.message)
    }
    guard let header = records.first else {
      throw LexiconError(
        table: name, line: 1, column: 1, message: Wording(en: "the table is empty", zh: "表是空的"))
    }
    let found = Dictionary(
      header.cells.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    for column in columns where found[column] == nil {
      throw LexiconError(
        table: name, line: 1, column: 1,
        message: Wording(en: "column '\(column)' is missing; add it", zh: "缺少 \(column) 一栏，请补上"))
    }
    var rows: [WordRow] = []
    var seen: [[String]: Int] = [:]
    for record in records.dropFirst() {
      let row = WordRow(table: name, record: record, columns: found)
      if record.cells.count != header.cells.count {
        throw row.error(
          columns[0],
          Wording(
            en: "\(record.cells.count) cells where the header has \(header.cells.count)",
            zh: "这一行有 \(record.cells.count) 格，表头有 \(header.cells.count) 格"))
      }
      let word = key.map { row[$0] }
      if word[0].isEmpty {
        throw row.error(key[0], Wording(en: "\(key[0]) is empty", zh: "\(key[0]) 一栏是空的"))
      }
      if let first = seen.updateValue(record.line, forKey: word) {
        throw row.error(
          key[0],
          Wording(
            en: "'\(word[0])' stands already on line \(first); keep one row",
            zh: "第 \(first) 行已经有“\(word[0])”，只留一行"))
      }
      rows.append(row)
    }
    self.rows = rows
  }
}
