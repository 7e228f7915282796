/// A table whose cells are found but not yet read: the text of a cell is made when it is asked for.
///
/// The tables of words have columns that only their readers and their tests need; a run of the program never asks for
/// them.
package struct CSVTable: Sendable {
  private struct Cell: Sendable {
    /// The first byte of the cell with its quote, and the bytes of its text.
    var start: Int32
    var text: Range<Int32>
    var isQuoted: Bool
  }

  private let bytes: [UInt8]
  private var cells: [Cell] = []
  /// The first cell of each record, and the number of cells.
  private var firsts: [Int32] = [0]
  /// The byte at which each line begins.
  private var lineStarts: [Int32]

  /// The records of a text in UTF-8.
  ///
  /// - Parameter separator: the separator's byte, or `nil` to find it in the first line.
  /// - Precondition: the text has less than 2 GiB.
  package init(_ bytes: [UInt8], separator: UInt8? = nil) throws(CSVError) {
    self.bytes = bytes
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    lineStarts = [Int32(start)]
    let separator = separator ?? CSVReader.likelySeparator(of: bytes[start...])
    var place = start
    while place < bytes.count {
      if CSVTable.isLineEnd(bytes[place]) {
        passLineEnd(&place)
      } else {
        try readRecord(from: &place, separator)
      }
    }
  }

  /// How many records there are, the header among them.
  package var count: Int { firsts.count - 1 }

  package func cellCount(of record: Int) -> Int { Int(firsts[record + 1] - firsts[record]) }

  /// The text of a cell, without quotes and guard.
  package func text(_ record: Int, _ column: Int) -> String {
    let cell = cells[Int(firsts[record]) + column]
    let range = Int(cell.text.lowerBound)..<Int(cell.text.upperBound)
    return CSVGuard.removed(
      from: cell.isQuoted
        ? String(decoding: unquoted(range), as: UTF8.self)
        : String(decoding: bytes[range], as: UTF8.self))
  }

  /// The text of a cell as UTF-16: what `text` says, for most cells without making a text.
  package func units(_ record: Int, _ column: Int) -> [UInt16] {
    let cell = cells[Int(firsts[record]) + column]
    let text = self.bytes(record, column)
    if cell.isQuoted || text.first == CSVGuard.sign {
      return Array(self.text(record, column).utf16)
    }
    var units: [UInt16] = []
    units.reserveCapacity(text.count / 3 + 1)
    var place = text.startIndex
    while place < text.endIndex {
      let lead = text[place]
      if lead < 0x80 {
        units.append(UInt16(lead))
        place += 1
      } else if lead > 0xE0, lead < 0xED, place + 3 <= text.endIndex,
        text[place + 1] & 0xC0 == 0x80, text[place + 2] & 0xC0 == 0x80
      {
        let (second, third) = (UInt16(text[place + 1] & 0x3F), UInt16(text[place + 2] & 0x3F))
        units.append(UInt16(lead & 0x0F) << 12 | second << 6 | third)
        place += 3
      } else {
        // What is rare, or broken, is left to the standard library.
        return Array(self.text(record, column).utf16)
      }
    }
    return units
  }

  /// The bytes of a cell as they stand in the file, without the quotes around them.
  package func bytes(_ record: Int, _ column: Int) -> ArraySlice<UInt8> {
    let range = cells[Int(firsts[record]) + column].text
    return bytes[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  /// Where a cell begins.
  package func position(_ record: Int, _ column: Int) -> TextPosition {
    let start = cells[Int(firsts[record]) + column].start
    return position(of: Int(start))
  }

  private func position(of byte: Int) -> TextPosition {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= byte { low = middle } else { high = middle }
    }
    return TextPosition(line: low + 1, column: byte - Int(lineStarts[low]) + 1)
  }

  // MARK: Finding the cells

  private mutating func readRecord(from place: inout Int, _ separator: UInt8) throws(CSVError) {
    while true {
      if place < bytes.count, bytes[place] == UInt8(ascii: "\"") {
        try readQuotedCell(from: &place, separator)
      } else {
        let start = Int32(place)
        place = endOfCell(from: place, separator)
        cells.append(Cell(start: start, text: start..<Int32(place), isQuoted: false))
      }
      if place < bytes.count, bytes[place] == separator {
        place += 1
        continue
      }
      if place < bytes.count { passLineEnd(&place) }
      firsts.append(Int32(cells.count))
      return
    }
  }

  /// The first separator or line end at or behind a place.
  private func endOfCell(from start: Int, _ separator: UInt8) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      // Nearly all bytes lie above whatever ends a cell.
      let highest = max(separator, 13)
      var place = start
      while place < bytes.count {
        let byte = bytes[place]
        if byte <= highest, byte == separator || CSVTable.isLineEnd(byte) { break }
        place += 1
      }
      return place
    }
  }

  private mutating func readQuotedCell(from place: inout Int, _ separator: UInt8) throws(CSVError) {
    let opening = place
    place += 1
    while place < bytes.count {
      if CSVTable.isLineEnd(bytes[place]) {
        passLineEnd(&place)
        continue
      }
      place += 1
      if bytes[place - 1] != UInt8(ascii: "\"") { continue }
      if place < bytes.count, bytes[place] == UInt8(ascii: "\"") {
        place += 1
        continue
      }
      guard place == bytes.count || bytes[place] == separator || CSVTable.isLineEnd(bytes[place])
      else { throw CSVError(position: position(of: place), problem: .textAfterQuote) }
      let text = Int32(opening + 1)..<Int32(place - 1)
      cells.append(Cell(start: Int32(opening), text: text, isQuoted: true))
      return
    }
    throw CSVError(position: position(of: opening), problem: .unclosedQuote)
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 10 || byte == 13 }

  /// Passes over one line end, CRLF as one.
  private mutating func passLineEnd(_ place: inout Int) {
    if bytes[place] == 13, place + 1 < bytes.count, bytes[place + 1] == 10 { place += 1 }
    place += 1
    lineStarts.append(Int32(place))
  }

  private func unquoted(_ range: Range<Int>) -> [UInt8] {
    var text: [UInt8] = []
    var place = range.lowerBound
    while place < range.upperBound {
      text.append(bytes[place])
      place += bytes[place] == UInt8(ascii: "\"") ? 2 : 1
    }
    return text
  }
}
