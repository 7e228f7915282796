/// A stretch of a file in memory, with some bytes behind it that hold no sign.
struct Window: ~Copyable {
  /// Bytes behind the last one that may be read.
  private static let padding = 64

  private(set) var base: UnsafeMutablePointer<UInt8>
  private(set) var size: Int
  /// How many bytes of the file there are.
  private(set) var count = 0
  /// Where in the file they begin.
  private(set) var start = 0
  /// Whether they reach to the end of the file.
  private(set) var isLast = false

  init(size: Int) {
    self.size = size
    base = .allocate(capacity: size + Window.padding)
    limit = UnsafePointer(base)
  }

  deinit { base.deallocate() }

  /// Behind the last byte, and behind the line end that the end of the file stands for.
  private(set) var limit: UnsafePointer<UInt8>

  /// The place in the file of a byte of the window.
  func offset(of place: UnsafePointer<UInt8>) -> Int { start + (place - UnsafePointer(base)) }

  /// Reads as much as there is room for, from a place of the file on. The end of the file ends a row, too.
  mutating func fill(from offset: Int, of source: TableSource) throws(TableFault) {
    start = offset
    count = 0
    while count < size {
      let room = UnsafeMutableRawBufferPointer(start: base + count, count: size - count)
      let got = source.read(room, offset + count)
      if got < 0 { throw TableFault.unreadable(at: offset + count) }
      if got == 0 { break }
      count += got
    }
    isLast = offset + count >= source.size || count < size
    (base + count).update(repeating: 0, count: Window.padding)
    let isOpen = isLast && count > 0 && base[count - 1] != Sign.newline
    if isOpen { base[count] = Sign.newline }
    limit = UnsafePointer(base + count + (isOpen ? 1 : 0))
  }

  /// Room for larger rows; what was read is gone.
  mutating func grow() {
    base.deallocate()
    size *= 2
    count = 0
    base = .allocate(capacity: size + Window.padding)
    limit = UnsafePointer(base)
  }
}
