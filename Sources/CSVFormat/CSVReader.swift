import Languages

/// A place in a file: line and column, both from 1, the column in bytes.
public struct TextPosition: Hashable, Sendable {
  /// The line, from 1.
  public let line: Int
  /// The column, from 1, in bytes.
  public let column: Int

  /// A place of a line and a column, both from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// One record of a table, with the place where it and each of its cells begin.
public struct CSVRecord: Hashable, Sendable {
  /// The texts of the cells, without quotes and guards.
  public let cells: [String]
  /// Where each cell begins.
  public let positions: [TextPosition]

  /// The line on which the record begins, from 1.
  public var line: Int { positions.first?.line ?? 1 }
}

/// What is wrong with the text of a table, and where.
public struct CSVError: Error, Hashable, Sendable {
  /// What can be wrong.
  public enum Problem: Hashable, Sendable {
    /// A quoted cell that never ends.
    case unclosedQuote
    /// Text between a closing quote and the next separator.
    case textAfterQuote
  }
  /// Where the fault is.
  public let position: TextPosition
  /// What the fault is.
  public let problem: Problem

  /// The problem and its remedy in one line, without the file's name.
  public var message: Wording {
    switch problem {
    case .unclosedQuote:
      Wording(
        en: "the quoted cell that begins here never ends; close it with \"",
        zh: "从这里开始的引号没有结束，请补上 \"")
    case .textAfterQuote:
      Wording(
        en: "text follows a closing quote; double the quote inside a cell (\"\")",
        zh: "引号结束后还有文字；单元格里的引号要写两个（\"\"）")
    }
  }
}

/// Reads tables as RFC 4180 writes them, and as spreadsheets save them.
///
/// A byte order mark is passed over; lines end in LF, CRLF or CR; the separator is the comma, or whichever of
/// `,` `;` Tab stands most often in the first line outside quotes. Empty lines are no records.
/// A guard in front of a formula sign (see `CSVWriter`) is taken off again.
///
/// ```swift
/// let records = try CSVReader.records(of: Array("省份;数值\r\n江苏省;\"1;2\"\r\n".utf8))
/// assert(records[1].cells == ["江苏省", "1;2"])
/// assert(records[1].positions[1] == TextPosition(line: 2, column: 11))
/// ```
public struct CSVReader {
  private let bytes: [UInt8]
  private let separator: UInt8
  private var at: Int
  private var line = 1
  private var lineStart = 0

  /// A reader of UTF-8 bytes; broken UTF-8 is read with replacement characters.
  ///
  /// - Parameter separator: the separator's byte, or `nil` to find it in the first line.
  public init(bytes: [UInt8], separator: UInt8? = nil) {
    self.bytes = bytes
    at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    lineStart = at
    self.separator = separator ?? CSVReader.likelySeparator(of: bytes[at...])
  }

  /// All records of the text.
  ///
  /// - Throws: `CSVError` at the first broken quote.
  public static func records(of bytes: [UInt8], separator: UInt8? = nil) throws(CSVError)
    -> [CSVRecord]
  {
    var reader = CSVReader(bytes: bytes, separator: separator)
    var records: [CSVRecord] = []
    while let record = try reader.next() { records.append(record) }
    return records
  }

  /// The next record, or `nil` at the end.
  public mutating func next() throws(CSVError) -> CSVRecord? {
    while at < bytes.count, isLineEnd(bytes[at]) { endLine() }
    if at >= bytes.count { return nil }
    var cells: [String] = []
    var positions: [TextPosition] = []
    while true {
      positions.append(TextPosition(line: line, column: at - lineStart + 1))
      cells.append(try readCell())
      if at < bytes.count, bytes[at] == separator {
        at += 1
        continue
      }
      if at < bytes.count { endLine() }
      return CSVRecord(cells: cells, positions: positions)
    }
  }

  private mutating func readCell() throws(CSVError) -> String {
    if at < bytes.count, bytes[at] == UInt8(ascii: "\"") { return try readQuotedCell() }
    let start = at
    while at < bytes.count, bytes[at] != separator, !isLineEnd(bytes[at]) { at += 1 }
    return CSVGuard.removed(from: String(decoding: bytes[start..<at], as: UTF8.self))
  }

  private mutating func readQuotedCell() throws(CSVError) -> String {
    let opening = TextPosition(line: line, column: at - lineStart + 1)
    var text: [UInt8] = []
    at += 1
    while at < bytes.count {
      let byte = bytes[at]
      if byte != UInt8(ascii: "\"") {
        text.append(byte)
        if isLineEnd(byte) { endLine(keeping: &text) } else { at += 1 }
        continue
      }
      at += 1
      if at < bytes.count, bytes[at] == UInt8(ascii: "\"") {
        text.append(byte)
        at += 1
        continue
      }
      guard at == bytes.count || bytes[at] == separator || isLineEnd(bytes[at]) else {
        let here = TextPosition(line: line, column: at - lineStart + 1)
        throw CSVError(position: here, problem: .textAfterQuote)
      }
      return CSVGuard.removed(from: String(decoding: text, as: UTF8.self))
    }
    throw CSVError(position: opening, problem: .unclosedQuote)
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 10 || byte == 13 }

  /// Passes over one line end, CRLF as one.
  private mutating func endLine() {
    if bytes[at] == 13, at + 1 < bytes.count, bytes[at + 1] == 10 { at += 1 }
    at += 1
    line += 1
    lineStart = at
  }

  /// Passes over a line end inside a quoted cell, whose first byte is in the text already.
  private mutating func endLine(keeping text: inout [UInt8]) {
    if bytes[at] == 13, at + 1 < bytes.count, bytes[at + 1] == 10 { text.append(10) }
    endLine()
  }

  private static func likelySeparator(of bytes: ArraySlice<UInt8>) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var quoted = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { quoted.toggle() }
      if quoted { continue }
      if byte == 10 || byte == 13 { break }
      counts[byte, default: 0] += 1
    }
    let candidates: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";")]
    var best = candidates[0]
    for candidate in candidates where counts[candidate, default: 0] > counts[best, default: 0] {
      best = candidate
    }
    return best
  }
}
