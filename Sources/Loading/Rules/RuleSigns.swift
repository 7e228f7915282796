import Lexicon

/// The signs at which rules may begin, in a table that tells without a branch whether a unit is one.
///
/// Each sign has a slot for itself, which holds it: a factor is looked for that parts them all. `RuleBookTests` compares
/// it with a plain set.
struct RuleSigns: Sendable {
  private let slots: FixedTable<UInt16>
  private let factor: UInt32
  private let shift: UInt32

  /// A unit that is no sign, nor ever stands in a text.
  private static var none: UInt16 { 0xFFFF }
  private static let tries: UInt32 = 16

  init(_ signs: [UInt16]) {
    // A table of 2¹⁶ slots has one for each unit.
    for width in UInt32(9)..<16 {
      for index in 0..<RuleSigns.tries {
        // The first parts those of the tables that come with the tool.
        let factor = 0x9B81_0E77 &+ index &* 0x61C8_8646
        if let slots = RuleSigns.slots(signs, factor, 32 - width) {
          (self.slots, self.factor, shift) = (FixedTable(slots), factor, 32 - width)
          return
        }
      }
    }
    (factor, shift) = (1 << 16, 16)
    slots = FixedTable(RuleSigns.slots(signs, factor, shift) ?? [])
  }

  /// The table with such a factor, or `nil` where two signs would share a slot.
  private static func slots(_ signs: [UInt16], _ factor: UInt32, _ shift: UInt32) -> [UInt16]? {
    var slots = [UInt16](repeating: none, count: 1 << Int(32 - shift))
    for sign in signs {
      let slot = Int((UInt32(sign) &* factor) &>> shift)
      if slots[slot] != none, slots[slot] != sign { return nil }
      slots[slot] = sign
    }
    return slots
  }

  /// Whether a unit is one of the signs.
  @inline(__always)
  func contains(_ unit: UInt16) -> Bool {
    slots.base[Int((UInt32(unit) &* factor) &>> shift)] == unit
  }
}
