/// A closed set of signs over UTF-16 units.
///
/// A set has few signs and is asked for all the time, so it is kept small enough to stay in the processor's nearest
/// cache. Most questions are answered with no by one load: a filter has a bit for the lowest nine of each sign. Behind it
/// stands a byte for each 256 units, which says which block of 256 bits is theirs; those without a sign share an empty
/// block. `PhraseSetTests` compares it with a plain set.
public struct SignSet: Sendable {
  /// The filter, 256 bytes, and the blocks of four words.
  @usableFromInline let bits: FixedTable<UInt64>

  /// The signs of a text.
  public init(_ signs: String) { self.init(Array(signs.utf16)) }

  /// The signs of a list of units.
  public init(_ units: [UInt16]) {
    var isUsed = [Bool](repeating: false, count: 256)
    for unit in units { isUsed[Int(unit >> 8)] = true }
    // Where every page has signs, none needs the empty block.
    let used = isUsed.count { $0 }
    var words = [UInt64](repeating: 0, count: SignSet.firstBlock + 4 * (used + 1))
    var next = 0
    for page in 0..<256 {
      let block = isUsed[page] ? next : used & 0xFF
      words[SignSet.index + (page >> 3)] |= UInt64(block) << UInt64((page & 7) * 8)
      if isUsed[page] { next += 1 }
    }
    for unit in units {
      words[Int(unit >> 6 & 7)] |= 1 << UInt64(unit & 63)
      let place = SignSet.place(unit, words[SignSet.index + Int(unit >> 11)])
      words[place] |= 1 << UInt64(unit & 63)
    }
    bits = FixedTable(words)
  }

  /// Where the 256 bytes and the blocks begin, in words.
  @usableFromInline static var index: Int { 8 }
  @usableFromInline static var firstBlock: Int { 40 }

  /// The place of a unit's bits, where the word of the index that holds its page is known.
  @inlinable @inline(__always)
  static func place(_ unit: UInt16, _ word: UInt64) -> Int {
    let block = Int(word >> UInt64((unit >> 8 & 7) * 8) & 0xFF)
    return firstBlock + block * 4 + Int(unit >> 6 & 3)
  }

  /// Whether a unit is one of the signs.
  @inlinable @inline(__always)
  public func contains(_ unit: UInt16) -> Bool {
    let base = bits.base
    if base[Int(unit >> 6 & 7)] >> UInt64(unit & 63) & 1 == 0 { return false }
    let place = SignSet.place(unit, base[SignSet.index + Int(unit >> 11)])
    return base[place] >> UInt64(unit & 63) & 1 != 0
  }

  /// Whether a word is one of the signs alone; sets of texts are slow to ask.
  public func contains(word: String) -> Bool {
    var units = word.utf16.makeIterator()
    guard let unit = units.next(), units.next() == nil else { return false }
    return contains(unit)
  }
}
