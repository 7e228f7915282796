import Languages

/// Finds the cells of a row in bytes, eight at a time.
///
/// Here and in its neighbours is the clever code of this folder: pointers into a window of the file, no text made of
/// bytes that are only compared. `CSVReader` is the slow twin; a test holds the two against each other.
///
/// Separators, quotes and line ends are the only signs of a table below `-` that are frequent. So one addition finds
/// all bytes below `-` in eight at once, exactly, and only those are looked at.
struct RowScanner: ~Copyable {
  /// The most cells that a row may have.
  static let mostCells = 4096

  /// Where each cell of the last row begins, without its quote and its guard.
  let starts: UnsafeMutablePointer<UnsafePointer<UInt8>>
  /// Where each cell ends.
  let ends: UnsafeMutablePointer<UnsafePointer<UInt8>>
  /// How many cells the last row has.
  private(set) var count = 0
  /// Where doubled quotes were made one, since the window stays as it is.
  private var scratch: UnsafeMutablePointer<UInt8>
  private var scratchUsed = 0

  init() {
    scratch = .allocate(capacity: 1)
    starts = .allocate(capacity: RowScanner.mostCells + 1)
    ends = .allocate(capacity: RowScanner.mostCells + 1)
  }

  deinit {
    starts.deallocate()
    ends.deallocate()
    scratch.deallocate()
  }

  /// Makes room for the rows of a window of so many bytes; no cell may be in use.
  mutating func reserve(window size: Int) {
    scratch.deallocate()
    scratch = .allocate(capacity: size + RowScanner.mostCells * RowScanner.slack + 64)
  }

  /// Bytes behind a cell that may be read, though they are not its own.
  private static let slack = 16

  /// What came of looking for a row.
  enum Outcome {
    /// The row is found; the next one begins here.
    case row(UnsafePointer<UInt8>)
    /// The window ends before the row does, in the cell that begins here.
    case incomplete(UnsafePointer<UInt8>)
    /// Text follows a closing quote, here.
    case textAfterQuote(UnsafePointer<UInt8>)
    /// There are too many cells, from here on.
    case tooManyCells(UnsafePointer<UInt8>)
  }

  /// Finds the cells of the row that begins at `row`. Behind `limit` there must be eight readable bytes without a sign.
  @inline(__always)
  mutating func scan(
    _ row: UnsafePointer<UInt8>, limit: UnsafePointer<UInt8>
  ) -> Outcome {
    var cell = row
    var word = row
    var count = 0
    scratchUsed = 0
    scanning: while word < limit {
      var marks = RowScanner.lowBytes(UnsafeRawPointer(word).loadUnaligned(as: UInt64.self))
      while marks != 0 {
        let at = word + marks.trailingZeroBitCount >> 3
        marks &= marks &- 1
        let byte = at.pointee
        if byte == Sign.comma {
          starts[count] = cell
          ends[count] = at
          count += 1
          if count == RowScanner.mostCells { return .tooManyCells(at) }
          cell = at + 1
        } else if byte == Sign.newline {
          finish(cell, at, count)
          return .row(at + 1)
        } else if byte == Sign.quote, at == cell {
          let next: UnsafePointer<UInt8>
          switch quoted(at, limit, count) {
          case .cell(let end): next = end
          case .open: return .incomplete(at)
          case .text(let place): return .textAfterQuote(place)
          }
          if next.pointee == Sign.comma {
            count += 1
            if count == RowScanner.mostCells { return .tooManyCells(next) }
            cell = next + 1
            word = next + 1
            continue scanning
          }
          self.count = count + 1
          return .row(next + (next.pointee == Sign.newline ? 1 : 2))
        }
      }
      word += 8
    }
    return .incomplete(cell)
  }

  /// The last cell of a row; the CR of a CRLF is none of its bytes.
  @inline(__always)
  private mutating func finish(
    _ cell: UnsafePointer<UInt8>, _ at: UnsafePointer<UInt8>, _ count: Int
  ) {
    starts[count] = cell
    ends[count] = at > cell && (at - 1).pointee == Sign.carriageReturn ? at - 1 : at
    self.count = count + 1
  }

  /// For each of eight bytes below `-`, the highest bit of its byte.
  @inline(__always)
  static func lowBytes(_ word: UInt64) -> UInt64 {
    let high: UInt64 = 0x8080_8080_8080_8080
    let reach = UInt64(0x80 - UInt8(ascii: "-")) &* 0x0101_0101_0101_0101
    return ~(((word & ~high) &+ reach) | word) & high
  }

  private enum Quoted {
    /// It is read; what ends it stands here: a comma, LF, or CRLF.
    case cell(UnsafePointer<UInt8>)
    case open
    case text(UnsafePointer<UInt8>)
  }

  /// Reads a cell in quotes into place `count`.
  private mutating func quoted(
    _ opening: UnsafePointer<UInt8>, _ limit: UnsafePointer<UInt8>, _ count: Int
  ) -> Quoted {
    var at = opening + 1
    var doubled = 0
    while at < limit {
      if at.pointee != Sign.quote {
        at += 1
        continue
      }
      if at + 1 < limit, at[1] == Sign.quote {
        doubled += 1
        at += 2
        continue
      }
      let behind = at + 1
      if behind >= limit { return .open }
      if behind.pointee == Sign.carriageReturn, behind + 1 >= limit { return .open }
      let isEnd = behind.pointee == Sign.carriageReturn && behind[1] == Sign.newline
      guard behind.pointee == Sign.comma || behind.pointee == Sign.newline || isEnd else {
        return .text(behind)
      }
      (starts[count], ends[count]) =
        doubled > 0 ? undoubled(opening + 1, at) : (UnsafePointer(opening + 1), at)
      // The guard that keeps spreadsheets from computing a text is none of it.
      if starts[count] < ends[count], starts[count].pointee == Sign.tab { starts[count] += 1 }
      return .cell(behind)
    }
    return .open
  }

  /// The text between quotes with each doubled quote once. Cells made before in the same row stay where they are.
  private mutating func undoubled(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) -> (UnsafePointer<UInt8>, UnsafePointer<UInt8>) {
    let copy = scratch + scratchUsed
    var to = copy
    var from = start
    while from < end {
      to.pointee = from.pointee
      to += 1
      from += from.pointee == Sign.quote ? 2 : 1
    }
    scratchUsed += to - copy + RowScanner.slack
    return (UnsafePointer(copy), UnsafePointer(to))
  }
}
