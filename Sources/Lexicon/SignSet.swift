/// A closed set of signs: a bit for each UTF-16 unit, so that asking costs one load.
public struct SignSet: Sendable {
  @usableFromInline let bits: FixedTable<UInt64>

  /// The signs of a text.
  public init(_ signs: String) { self.init(signs.utf16) }

  /// The signs of a list of units.
  public init(_ units: some Sequence<UInt16>) {
    var words = [UInt64](repeating: 0, count: 1 << 10)
    for unit in units { words[Int(unit >> 6)] |= 1 << UInt64(unit & 63) }
    bits = FixedTable(words)
  }

  /// Whether a unit is one of the signs.
  @inlinable @inline(__always)
  public func contains(_ unit: UInt16) -> Bool {
    bits.base[Int(unit >> 6)] >> UInt64(unit & 63) & 1 != 0
  }
}
