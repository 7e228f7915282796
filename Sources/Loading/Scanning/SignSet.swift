/// A closed set of signs: a bit for each UTF-16 unit, so that asking costs one load.
///
/// The sets of the grammar live as long as the program; their memory is never freed.
struct SignSet: @unchecked Sendable {
  private let bits: UnsafePointer<UInt64>

  /// The signs of a text.
  init(_ signs: String) { self.init(signs.utf16) }

  init(_ units: some Sequence<UInt16>) {
    let words = UnsafeMutablePointer<UInt64>.allocate(capacity: 1 << 10)
    words.initialize(repeating: 0, count: 1 << 10)
    for unit in units { words[Int(unit >> 6)] |= 1 << UInt64(unit & 63) }
    bits = UnsafePointer(words)
  }

  @inline(__always)
  func contains(_ unit: UInt16) -> Bool { bits[Int(unit >> 6)] >> UInt64(unit & 63) & 1 != 0 }
}
