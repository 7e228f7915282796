/// Writes the rows of a table cell by cell, straight into one piece of memory.
///
/// This is the way of long tables: it makes no list of cells, and no text for a number. `CSVRowsTests` compares it with
/// `CSVWriter`, whose records these are to the byte.
package struct CSVRows: ~Copyable {
  private let style: CSVWriter.Style
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity = 1 << 12
  private var count = 0
  /// Where the record begins, and whether it has a cell.
  private var start = 0
  private var hasCell = false

  /// Rows in a style, without mark and header.
  package init(style: CSVWriter.Style) {
    self.style = style
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  /// The rows so far.
  package var bytes: [UInt8] { Array(UnsafeBufferPointer(start: base, count: count)) }

  /// A cell of text, quoted and guarded where need be.
  package mutating func text(_ text: String) {
    withBytes(of: text) { rows, bytes in
      rows.cell(
        bytes,
        guarded: !CSVGuard.isSurelyNeedless(for: bytes, rows.style.guarding)
          && CSVGuard.isNeeded(for: text, rows.style.guarding))
    }
  }

  /// A cell of a code of the program's own, quoted at most.
  package mutating func code(_ text: String) {
    withBytes(of: text) { rows, bytes in rows.cell(bytes, guarded: false) }
  }

  /// A cell of a whole number.
  package mutating func number(_ number: Int) {
    beginCell(24)
    if number < 0 { put(UInt8(ascii: "-")) }
    put(digits: UInt64(number.magnitude))
  }

  /// A cell that its own bytes fill: the digits and signs of a number or a date, which need no quotes.
  ///
  /// - Parameter most: no more bytes than these.
  package mutating func plain(most: Int, _ write: (inout PlainCell) -> Void) {
    beginCell(most)
    var cell = PlainCell(next: base + count)
    write(&cell)
    count = cell.next - base
    precondition(count <= capacity)
  }

  /// An empty cell.
  package mutating func empty() { beginCell(1) }

  /// Ends the record.
  package mutating func endRecord() {
    reserve(4)
    // An empty line is no record: a record of one empty cell has its quotes.
    if count == start, hasCell {
      put(UInt8(ascii: "\""))
      put(UInt8(ascii: "\""))
    }
    if style.carriageReturn { put(13) }
    put(10)
    start = count
    hasCell = false
  }

  private mutating func beginCell(_ most: Int) {
    reserve(most + 1)
    if hasCell { put(UInt8(ascii: ",")) }
    hasCell = true
  }

  @inline(__always)
  private mutating func withBytes(
    of text: String, _ body: (inout CSVRows, UnsafeBufferPointer<UInt8>) -> Void
  ) {
    // The text of nearly every string lies at hand; a copy is made of the others.
    if text.utf8.withContiguousStorageIfAvailable({ body(&self, $0) }) == nil {
      var text = text
      text.withUTF8 { body(&self, $0) }
    }
  }

  private mutating func cell(_ text: UnsafeBufferPointer<UInt8>, guarded: Bool) {
    beginCell(text.count * 2 + 3)
    if !guarded, copy(text) { return }
    put(UInt8(ascii: "\""))
    if guarded { put(CSVGuard.sign) }
    for byte in text {
      if byte == UInt8(ascii: "\"") { put(byte) }
      put(byte)
    }
    put(UInt8(ascii: "\""))
  }

  /// Puts a text that needs no quotes; `false` for another, of which nothing is put.
  @inline(__always)
  private mutating func copy(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    // Most cells are so short that looking at their bytes on the way is quickest.
    let next = base + count
    var found: UInt64 = 0
    for place in 0..<text.count {
      next[place] = text[place]
      found |= CSVWriter.quoted(text[place])
    }
    if found & 1 != 0 || CSVWriter.hasOuterSpace(text) { return false }
    count &+= text.count
    return true
  }

  @inline(__always)
  private mutating func put(_ byte: UInt8) {
    base[count] = byte
    count += 1
  }

  private mutating func put(digits number: UInt64) {
    var cell = PlainCell(next: base + count)
    cell.put(digits: number)
    count = cell.next - base
  }

  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if count + more > capacity { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    while count + more > capacity { capacity *= 2 }
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
  }
}

/// Where the bytes of a plain cell go.
package struct PlainCell {
  fileprivate(set) var next: UnsafeMutablePointer<UInt8>

  /// One sign of ASCII.
  @inline(__always)
  package mutating func put(_ byte: UInt8) {
    next.pointee = byte
    next += 1
  }

  /// The digits of a number, with zeros before them up to a width.
  package mutating func put(digits number: UInt64, width: Int = 1) {
    var rest = number
    var length = 1
    while rest >= 10 {
      rest /= 10
      length += 1
    }
    length = max(length, width)
    rest = number
    for place in (0..<length).reversed() {
      next[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    next += length
  }
}
