/// Words as UTF-16, each with the number of its first meeting.
///
/// A plain table of open addressing over the hashes of the words: a dictionary's own hashing would take most of the time
/// in which a vocabulary is read. `WordIndexTests` compares it with a dictionary.
struct WordIndex {
  private(set) var words: [[UInt16]] = []
  /// By the hash of a word its number, or -1; never more than half full.
  private var slots: [Int32]

  /// - Parameter capacity: so many words fit in before the table grows.
  init(capacity: Int = 16) {
    var size = 32
    while size < capacity * 2 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    words.reserveCapacity(capacity)
  }

  /// The number of a word that was added.
  subscript(word: [UInt16]) -> Int? {
    let number = slots[slot(of: word)]
    return number < 0 ? nil : Int(number)
  }

  /// The number of a word, which is new where nobody added it before.
  mutating func add(_ word: [UInt16]) -> (number: Int, isNew: Bool) {
    let slot = slot(of: word)
    if slots[slot] >= 0 { return (Int(slots[slot]), false) }
    slots[slot] = Int32(words.count)
    words.append(word)
    if words.count * 2 > slots.count { grow() }
    return (words.count - 1, true)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (number, word) in words.enumerated() { slots[slot(of: word)] = Int32(number) }
  }

  /// The slot that holds a word, or the free slot where it belongs.
  private func slot(of word: [UInt16]) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for unit in word { hash = (hash ^ UInt64(unit)) &* 0x100_0000_01B3 }
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 29) & (slots.count - 1)
    while slots[slot] >= 0, words[Int(slots[slot])] != word {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }
}
