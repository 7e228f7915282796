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
  let table: WordTable
  /// The place of its record in the file.
  let record: Int

  subscript(column: String) -> String {
    guard let index = table.place(of: column) else { return "" }
    return table.cells.text(record, index)
  }

  /// The text of a cell as UTF-16.
  func units(_ column: String) -> [UInt16] {
    guard let index = table.place(of: column) else { return [] }
    return table.cells.units(record, index)
  }

  /// An error about one cell of the row.
  func error(_ column: String, _ message: Wording) -> LexiconError {
    let index = min(table.place(of: column) ?? 0, table.cells.cellCount(of: record) - 1)
    let position = table.cells.position(record, index)
    return LexiconError(
      table: table.name, line: position.line, column: position.column, message: message)
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
    if let number = table.digits(record, column) ?? Int(self[column]) { return number }
    throw error(
      column,
      Wording(
        en: "\(column) '\(self[column])' is no whole number",
        zh: "\(column) 一栏的“\(self[column])”不是整数"))
  }
}

/// Reads a word table and checks what every table must keep: its columns, and each word once.
final class WordTable {
  let name: String
  fileprivate let cells: CSVTable
  /// The names of the columns; few enough to be looked through.
  private let columns: [String]

  /// The rows in their order.
  var rows: [WordRow] { (1..<cells.count).map { WordRow(table: self, record: $0) } }

  /// - Parameters:
  ///   - key: the columns that together may stand only once; the first must not be empty.
  init(name: String, bytes: [UInt8], columns: [String], key: [String]) throws(LexiconError) {
    self.name = name
    do {
      cells = try CSVTable(bytes, separator: UInt8(ascii: ","))
    } catch {
      throw LexiconError(
        table: name, line: error.position.line, column: error.position.column,
        message: error.message)
    }
    guard cells.count > 0 else {
      throw LexiconError(
        table: name, line: 1, column: 1, message: Wording(en: "the table is empty", zh: "表是空的"))
    }
    let found = (0..<cells.cellCount(of: 0)).map { [cells] in cells.text(0, $0) }
    self.columns = found
    for column in columns where !found.contains(column) {
      throw LexiconError(
        table: name, line: 1, column: 1,
        message: Wording(en: "column '\(column)' is missing; add it", zh: "缺少 \(column) 一栏，请补上"))
    }
    try check(columns[0], key: key)
  }

  /// The first column of a name.
  fileprivate func place(of column: String) -> Int? { columns.firstIndex(of: column) }

  /// The number of a cell of a few digits, without making a text.
  fileprivate func digits(_ record: Int, _ column: String) -> Int? {
    guard let place = place(of: column) else { return nil }
    let bytes = cells.bytes(record, place)
    if bytes.isEmpty || bytes.count > 9 { return nil }
    var number = 0
    for byte in bytes {
      guard byte &- 0x30 < 10 else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number
  }

  /// Checks that every row has all cells, and that each word stands once.
  private func check(_ firstColumn: String, key: [String]) throws(LexiconError) {
    let width = cells.cellCount(of: 0)
    let places = key.compactMap { place(of: $0) }
    // By the hash of its key, the first row, in a plain table that is never more than half full; 0 is no row of words.
    var size = 32
    while size < cells.count * 2 { size *= 2 }
    var seen = [Int32](repeating: 0, count: size)
    for record in 1..<cells.count {
      let row = WordRow(table: self, record: record)
      let count = cells.cellCount(of: record)
      if count != width {
        throw row.error(
          firstColumn,
          Wording(
            en: "\(count) cells where the header has \(width)",
            zh: "这一行有 \(count) 格，表头有 \(width) 格"))
      }
      if cells.bytes(record, places[0]).isEmpty {
        throw row.error(key[0], Wording(en: "\(key[0]) is empty", zh: "\(key[0]) 一栏是空的"))
      }
      let hash = hash(of: record, places)
      var slot = Int(truncatingIfNeeded: hash ^ hash >> 29) & (size - 1)
      while seen[slot] > 0, !isSame(Int(seen[slot]), record, places) {
        slot = (slot + 1) & (size - 1)
      }
      let first = Int(seen[slot])
      seen[slot] = Int32(record)
      if first > 0 {
        let line = cells.position(first, 0).line
        throw row.error(
          key[0],
          Wording(
            en: "'\(row[key[0]])' stands already on line \(line); keep one row",
            zh: "第 \(line) 行已经有“\(row[key[0]])”，只留一行"))
      }
    }
  }

  private func hash(of record: Int, _ places: [Int]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for place in places {
      for byte in cells.bytes(record, place) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = (hash ^ 0xFF) &* 0x100_0000_01B3
    }
    return hash
  }

  /// Whether two rows have the same key.
  private func isSame(_ one: Int, _ other: Int, _ places: [Int]) -> Bool {
    places.allSatisfy { cells.bytes(one, $0).elementsEqual(cells.bytes(other, $0)) }
  }
}
