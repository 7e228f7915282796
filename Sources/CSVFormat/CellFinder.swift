/// Finds the cells of a table in its bytes, once.
///
/// Nearly all bytes are inside a cell: they are passed eight at a time. `CSVTableTests` compares what comes out with a
/// reading sign by sign.
struct CellFinder {
  private let base: UnsafeBufferPointer<UInt8>
  private let separator: UInt8
  private var place: Int
  /// The least byte that ends no cell and above which none does, eight times.
  private let least: UInt64

  private(set) var cells: [CSVTable.Cell] = []
  private(set) var firsts: [Int32] = [0]
  private(set) var lineStarts: [Int32]

  /// - Parameter start: the first byte behind the mark of the byte order.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ separator: UInt8, from start: Int) {
    base = bytes
    self.separator = separator
    place = start
    least = CellFinder.ones &* UInt64(max(separator, 13) + 1)
    lineStarts = [Int32(start)]
    cells.reserveCapacity(bytes.count / 12)
    firsts.reserveCapacity(bytes.count / 50)
    lineStarts.reserveCapacity(bytes.count / 50)
  }

  mutating func findAll() throws(CSVError) {
    while place < base.count {
      if isLineEnd(base[place]) { passLineEnd() } else { try findRecord() }
    }
  }

  private mutating func findRecord() throws(CSVError) {
    while true {
      if place < base.count, base[place] == UInt8(ascii: "\"") {
        try findQuotedCell()
      } else {
        let start = Int32(place)
        passCell()
        cells.append(CSVTable.Cell(begin: start, end: Int32(place), isQuoted: false))
      }
      if place < base.count, base[place] == separator {
        place += 1
        continue
      }
      if place < base.count { passLineEnd() }
      firsts.append(Int32(cells.count))
      return
    }
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// Goes to the first separator or line end at or behind the place.
  @inline(__always)
  private mutating func passCell() {
    var at = place
    while at + 8 <= base.count {
      let eight = UInt64(
        littleEndian: UnsafeRawPointer(base.baseAddress.unsafelyUnwrapped + at)
          .loadUnaligned(as: UInt64.self))
      // The highest bit of each byte that is below `least`; a byte behind such a one may have it too.
      var low = (eight &- least) & ~eight & CellFinder.highs
      while low != 0 {
        let end = at + low.trailingZeroBitCount >> 3
        if endsCell(base[end]) {
          place = end
          return
        }
        low &= low - 1
      }
      at += 8
    }
    while at < base.count, !endsCell(base[at]) { at += 1 }
    place = at
  }

  private mutating func findQuotedCell() throws(CSVError) {
    let opening = place
    place += 1
    while place < base.count {
      if isLineEnd(base[place]) {
        passLineEnd()
        continue
      }
      place += 1
      if base[place - 1] != UInt8(ascii: "\"") { continue }
      if place < base.count, base[place] == UInt8(ascii: "\"") {
        place += 1
        continue
      }
      guard place == base.count || endsCell(base[place]) else {
        throw CSVError(
          position: CSVTable.position(of: place, lineStarts), problem: .textAfterQuote)
      }
      cells.append(
        CSVTable.Cell(begin: Int32(opening + 1), end: Int32(place - 1), isQuoted: true))
      return
    }
    throw CSVError(position: CSVTable.position(of: opening, lineStarts), problem: .unclosedQuote)
  }

  @inline(__always)
  private func endsCell(_ byte: UInt8) -> Bool { byte == separator || isLineEnd(byte) }

  @inline(__always)
  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 10 || byte == 13 }

  /// Passes over one line end, CRLF as one.
  private mutating func passLineEnd() {
    if base[place] == 13, place + 1 < base.count, base[place + 1] == 10 { place += 1 }
    place += 1
    lineStarts.append(Int32(place))
  }
}
