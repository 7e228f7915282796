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

/// A row of a word table; its cells are found by the place of their column.
struct WordRow {
  let table: WordTable
  /// The place of its record in the file.
  let record: Int

  /// The text of a cell.
  subscript(column: Int) -> String { table.cells.text(record, column) }

  subscript(column: String) -> String {
    guard let index = table.place(of: column) else { return "" }
    return self[index]
  }

  /// Whether a cell has a text, which is short and without quotes.
  func has(_ text: StaticString, in column: Int) -> Bool {
    defer { withExtendedLifetime(table) {} }
    let bytes = table.cells.bytes(record, column)
    return text.withUTF8Buffer { $0.count == bytes.count && $0.elementsEqual(bytes) }
  }

  /// The one unit of a cell; `nil` where it has another number of them.
  func unit(_ column: Int) -> UInt16? { withUnits(column) { $0.count == 1 ? $0[0] : nil } }

  /// The text of a cell as UTF-16.
  func units(_ column: Int) -> [UInt16] { table.cells.units(record, column) }

  /// The same for as long as a piece of work needs it.
  @inline(__always)
  func withUnits<Result>(_ column: Int, _ body: (UnsafeBufferPointer<UInt16>) -> Result) -> Result {
    let size = table.cells.bytes(record, column).count
    return withUnsafeTemporaryAllocation(of: UInt16.self, capacity: size + 1) { units in
      if let base = units.baseAddress {
        let count = table.cells.plainUnits(record, column, base)
        if count >= 0 { return body(UnsafeBufferPointer(start: base, count: count)) }
      }
      return table.cells.units(record, column).withUnsafeBufferPointer(body)
    }
  }

  /// An error about one cell of the row.
  func error(_ column: String, _ message: Wording) -> LexiconError {
    let index = min(table.place(of: column) ?? 0, table.cells.cellCount(of: record) - 1)
    let position = table.cells.position(record, index)
    return LexiconError(
      table: table.name, line: position.line, column: position.column, message: message)
  }

  /// The value that a cell names in a closed list, or an error that says which there are.
  func choice<Choice>(
    _ column: Int, of choices: Choices<Choice>
  ) throws(LexiconError) -> Choice {
    if let choice = choices.value(of: self, column) { return choice }
    let known = choices.texts.joined(separator: ", ")
    let name = table.columns[column]
    throw error(
      name,
      Wording(
        en: "\(name) '\(self[column])' is not known; it is one of \(known)",
        zh: "\(name) 一栏不能写“\(self[column])”；可用的有 \(known)"))
  }

  /// A whole number, or an error.
  func number(_ column: Int) throws(LexiconError) -> Int {
    let number = digits(column)
    if number >= 0 { return number }
    if let number = Int(self[column]) { return number }
    let name = table.columns[column]
    throw error(
      name,
      Wording(
        en: "\(name) '\(self[column])' is no whole number",
        zh: "\(name) 一栏的“\(self[column])”不是整数"))
  }

  /// The number of a cell of a few digits, without making a text; -1 where it is another.
  private func digits(_ column: Int) -> Int {
    defer { withExtendedLifetime(table) {} }
    let bytes = table.cells.bytes(record, column)
    if bytes.isEmpty || bytes.count > 9 { return -1 }
    var number = 0
    for byte in bytes {
      guard byte &- 0x30 < 10 else { return -1 }
      number = number * 10 + Int(byte - 0x30)
    }
    return number
  }
}

/// Values by the texts that name them in a table: few enough to be looked through, byte by byte.
struct Choices<Value: Sendable>: Sendable {
  /// In the order in which a message lists them.
  let texts: [String]
  /// Their bytes behind each other, and where each ends.
  private let bytes: [UInt8]
  private let ends: [Int]
  private let values: [Value]

  init(_ choices: [(text: String, value: Value)]) {
    texts = choices.map(\.text)
    var (bytes, ends): ([UInt8], [Int]) = ([], [])
    for text in texts {
      bytes += text.utf8
      ends.append(bytes.count)
    }
    (self.bytes, self.ends) = (bytes, ends)
    values = choices.map(\.value)
  }

  /// The value that a cell names.
  func value(of row: WordRow, _ column: Int) -> Value? {
    let place = place(of: row.table.cells.bytes(row.record, column))
    withExtendedLifetime(row) {}
    if place >= 0 { return values[place] }
    return texts.firstIndex(of: row[column]).map { values[$0] }
  }

  /// The place of a text among them, or -1.
  private func place(of text: UnsafeBufferPointer<UInt8>) -> Int {
    var begin = 0
    for place in ends.indices {
      let end = ends[place]
      if end - begin == text.count {
        var same = 0
        while same < text.count, bytes[begin + same] == text[same] { same += 1 }
        if same == text.count { return place }
      }
      begin = end
    }
    return -1
  }
}

extension Choices where Value: RawRepresentable<String> & CaseIterable {
  /// The cases of a type by their names in tables.
  init(of type: Value.Type) { self.init(type.allCases.map { ($0.rawValue, $0) }) }
}

/// Reads a word table and checks what every table must keep: its columns, and each word once.
final class WordTable {
  let name: String
  fileprivate let cells: CSVTable
  /// The names of the columns; few enough to be looked through.
  fileprivate let columns: [String]

  /// The rows in their order.
  var rows: some Sequence<WordRow> {
    (1..<cells.count).lazy.map { WordRow(table: self, record: $0) }
  }

  /// The places of the columns that the reader named, in its order.
  let places: [Int]

  /// - Parameters:
  ///   - key: the columns that together may stand only once; the first must not be empty.
  init(name: String, text: TableText, columns: [String], key: [String]) throws(LexiconError) {
    self.name = name
    do {
      let comma = UInt8(ascii: ",")
      switch text {
      case .builtIn(let text): cells = try CSVTable(text, separator: comma)
      case .own(let bytes): cells = try CSVTable(bytes, separator: comma)
      }
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
    places = columns.map { found.firstIndex(of: $0) ?? 0 }
    for column in columns where !found.contains(column) {
      throw LexiconError(
        table: name, line: 1, column: 1,
        message: Wording(en: "column '\(column)' is missing; add it", zh: "缺少 \(column) 一栏，请补上"))
    }
    try check(columns[0], key: key)
  }

  /// The first column of a name.
  fileprivate func place(of column: String) -> Int? { columns.firstIndex(of: column) }

  /// Checks that every row has all cells, and that each word stands once.
  private func check(_ firstColumn: String, key: [String]) throws(LexiconError) {
    let width = cells.cellCount(of: 0)
    let places = key.compactMap { place(of: $0) }
    // By the hash of its key, the first row, in a plain table that is never more than half full; 0 is no row of words.
    var size = 32
    while size < cells.count * 2 { size *= 2 }
    var seen = [Int32](repeating: 0, count: size)
    for record in 1..<cells.count {
      let count = cells.cellCount(of: record)
      if count != width {
        throw WordRow(table: self, record: record).error(
          firstColumn,
          Wording(
            en: "\(count) cells where the header has \(width)",
            zh: "这一行有 \(count) 格，表头有 \(width) 格"))
      }
      if cells.bytes(record, places[0]).isEmpty {
        throw WordRow(table: self, record: record).error(
          key[0], Wording(en: "\(key[0]) is empty", zh: "\(key[0]) 一栏是空的"))
      }
      let hash = hash(of: record, places)
      var slot = Int(truncatingIfNeeded: hash ^ hash >> 29) & (size - 1)
      while seen[slot] > 0, !isSame(Int(seen[slot]), record, places) {
        slot = (slot + 1) & (size - 1)
      }
      if seen[slot] > 0 { throw twice(record, key[0], first: Int(seen[slot])) }
      seen[slot] = Int32(record)
    }
  }

  private func twice(_ record: Int, _ column: String, first: Int) -> LexiconError {
    let row = WordRow(table: self, record: record)
    let line = cells.position(first, 0).line
    return row.error(
      column,
      Wording(
        en: "'\(row[column])' stands already on line \(line); keep one row",
        zh: "第 \(line) 行已经有“\(row[column])”，只留一行"))
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
    for place in places {
      let (left, right) = (cells.bytes(one, place), cells.bytes(other, place))
      if left.count != right.count || !left.elementsEqual(right) { return false }
    }
    return true
  }
}
