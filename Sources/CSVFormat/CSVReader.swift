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
public enum CSVReader {
  /// All records of a text in UTF-8; broken UTF-8 is read with replacement characters.
  ///
  /// - Parameter separator: the separator's byte, or `nil` to find it in the first line.
  /// - Throws: `CSVError` at the first broken quote.
  public static func records(of bytes: [UInt8], separator: UInt8? = nil) throws(CSVError)
    -> [CSVRecord]
  {
    let table = try CSVTable(bytes, separator: separator)
    return (0..<table.count).map { record in
      let cells = 0..<table.cellCount(of: record)
      return CSVRecord(
        cells: cells.map { table.text(record, $0) },
        positions: cells.map { table.position(record, $0) })
    }
  }

  static func likelySeparator(of bytes: some Sequence<UInt8>) -> UInt8 {
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
