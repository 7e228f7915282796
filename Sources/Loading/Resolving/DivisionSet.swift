import FactModel
import Lexicon

/// A set of divisions of the gazetteer, a bit for each; an empty one takes no memory.
struct DivisionSet {
  private var bits: [UInt64] = []
  private let words: Int
  private(set) var isEmpty = true

  /// No division of a gazetteer.
  init(_ gazetteer: Gazetteer) { words = gazetteer.divisions.count / 64 + 1 }

  @inline(__always)
  func contains(_ division: Int) -> Bool {
    !isEmpty && bits[division >> 6] >> UInt64(division & 63) & 1 != 0
  }

  mutating func insert(_ division: Int) {
    if bits.isEmpty { bits = Array(words, of: 0) }
    bits[division >> 6] |= 1 << UInt64(division & 63)
    isEmpty = false
  }

  mutating func formUnion(_ divisions: some Sequence<Int>) {
    for division in divisions { insert(division) }
  }

  mutating func subtract(_ other: DivisionSet) {
    if isEmpty || other.isEmpty { return }
    for place in bits.indices { bits[place] &= ~other.bits[place] }
    isEmpty = bits.allSatisfy { $0 == 0 }
  }

  /// Whether some division of the set fits.
  func contains(where fits: (Int) -> Bool) -> Bool {
    for (place, word) in bits.enumerated() {
      var rest = word
      while rest != 0 {
        if fits(place << 6 | rest.trailingZeroBitCount) { return true }
        rest &= rest - 1
      }
    }
    return false
  }
}
