import FactModel
import Lexicon

/// A set of divisions of the gazetteer, a bit for each.
struct DivisionSet {
  private var bits: [UInt64]
  private(set) var isEmpty = true

  /// No division of a gazetteer.
  init(_ gazetteer: Gazetteer) {
    bits = [UInt64](repeating: 0, count: gazetteer.divisions.count / 64 + 1)
  }

  func contains(_ division: Int) -> Bool { bits[division >> 6] >> UInt64(division & 63) & 1 != 0 }

  mutating func insert(_ division: Int) {
    bits[division >> 6] |= 1 << UInt64(division & 63)
    isEmpty = false
  }

  mutating func formUnion(_ divisions: some Sequence<Int>) {
    for division in divisions { insert(division) }
  }

  mutating func subtract(_ other: DivisionSet) {
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
