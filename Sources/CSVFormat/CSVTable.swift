/// A table whose cells are found but not yet read: the text of a cell is made when it is asked for.
///
/// The tables of words have columns that only their readers and their tests need; a run of the program never asks for
/// them.
package struct CSVTable: Sendable {
  struct Cell: BitwiseCopyable, Sendable {
    /// The bytes of its text.
    var begin: Int32
    var end: Int32
    var isQuoted: Bool

    /// The first byte of the cell, which is its quote where it has one.
    var start: Int32 { isQuoted ? begin - 1 : begin }
  }

  /// The text in memory of its own, freed with the last table that shares it.
  private final class Memory: @unchecked Sendable {
    let bytes: UnsafeBufferPointer<UInt8>
    private let isOwn: Bool

    /// A text that lies in the program itself.
    init(_ text: StaticString) {
      bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
      isOwn = false
    }

    init(_ bytes: [UInt8]) {
      let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
      _ = memory.initialize(from: bytes)
      self.bytes = UnsafeBufferPointer(memory)
      isOwn = true
    }

    deinit { if isOwn { bytes.deallocate() } }
  }

  private let memory: Memory
  private let cells: [Cell]
  /// The first cell of each record, and the number of cells.
  private let firsts: [Int32]
  /// The byte at which each line begins.
  private let lineStarts: [Int32]

  /// The records of a text in UTF-8.
  ///
  /// - Parameter separator: the separator's byte, or `nil` to find it in the first line.
  /// - Precondition: the text has less than 2 GiB, and the separator is a sign of ASCII.
  package init(_ bytes: [UInt8], separator: UInt8? = nil) throws(CSVError) {
    try self.init(Memory(bytes), separator)
  }

  /// The records of a text that is built in.
  package init(_ text: StaticString, separator: UInt8? = nil) throws(CSVError) {
    try self.init(Memory(text), separator)
  }

  private init(_ memory: Memory, _ separator: UInt8?) throws(CSVError) {
    self.memory = memory
    let bytes = memory.bytes
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let separator = separator ?? CSVReader.likelySeparator(of: bytes[start...])
    precondition(separator < 0x80)
    var finder = CellFinder(memory.bytes, separator, from: start)
    try finder.findAll()
    (cells, firsts, lineStarts) = (finder.cells, finder.firsts, finder.lineStarts)
  }

  /// How many records there are, the header among them.
  package var count: Int { firsts.count - 1 }

  package func cellCount(of record: Int) -> Int { Int(firsts[record + 1] - firsts[record]) }

  /// The text of a cell, without quotes and guard.
  package func text(_ record: Int, _ column: Int) -> String {
    let bytes = bytes(record, column)
    defer { withExtendedLifetime(self) {} }
    if cells[Int(firsts[record]) + column].isQuoted {
      return CSVGuard.removed(from: String(decoding: CSVTable.unquoted(bytes), as: UTF8.self))
    }
    return CSVGuard.removed(from: String(decoding: bytes, as: UTF8.self))
  }

  /// The text of a cell as UTF-16: what `text` says, for most cells without making a text.
  package func units(_ record: Int, _ column: Int) -> [UInt16] {
    // Room for one at least: the runtime's one empty array belongs to all threads.
    let size = max(1, bytes(record, column).count)
    var isPlain = true
    let units = [UInt16](unsafeUninitializedCapacity: size) { units, count in
      let plain = units.baseAddress.map { plainUnits(record, column, $0) } ?? 0
      (isPlain, count) = (plain >= 0, max(0, plain))
    }
    return isPlain ? units : Array(text(record, column).utf16)
  }

  /// Writes the text of a cell as UTF-16 into memory that has room for a unit for each of its bytes.
  ///
  /// - Returns: how many units it has; -1 for what is rare, or broken, and left to `units`.
  package func plainUnits(
    _ record: Int, _ column: Int, _ units: UnsafeMutablePointer<UInt16>
  ) -> Int {
    let bytes = bytes(record, column)
    defer { withExtendedLifetime(self) {} }
    if cells[Int(firsts[record]) + column].isQuoted || bytes.first == CSVGuard.sign { return -1 }
    var (place, count) = (0, 0)
    while place < bytes.count {
      let lead = bytes[place]
      if lead < 0x80 {
        units[count] = UInt16(lead)
        place += 1
      } else if lead > 0xE0, lead < 0xED, place + 3 <= bytes.count,
        bytes[place + 1] & 0xC0 == 0x80, bytes[place + 2] & 0xC0 == 0x80
      {
        let (second, third) = (UInt16(bytes[place + 1] & 0x3F), UInt16(bytes[place + 2] & 0x3F))
        units[count] = UInt16(lead & 0x0F) << 12 | second << 6 | third
        place += 3
      } else {
        return -1
      }
      count += 1
    }
    return count
  }

  /// The bytes of a cell as they stand in the file, without the quotes around them; who uses them keeps the table.
  package func bytes(_ record: Int, _ column: Int) -> UnsafeBufferPointer<UInt8> {
    let cell = cells[Int(firsts[record]) + column]
    return UnsafeBufferPointer(rebasing: memory.bytes[Int(cell.begin)..<Int(cell.end)])
  }

  /// Where a cell begins.
  package func position(_ record: Int, _ column: Int) -> TextPosition {
    let start = cells[Int(firsts[record]) + column].start
    return position(of: Int(start))
  }

  private func position(of byte: Int) -> TextPosition {
    CSVTable.position(of: byte, lineStarts)
  }

  static func position(of byte: Int, _ lineStarts: [Int32]) -> TextPosition {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= byte { low = middle } else { high = middle }
    }
    return TextPosition(line: low + 1, column: byte - Int(lineStarts[low]) + 1)
  }

  private static func unquoted(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    var place = 0
    while place < bytes.count {
      text.append(bytes[place])
      place += bytes[place] == UInt8(ascii: "\"") ? 2 : 1
    }
    return text
  }
}
