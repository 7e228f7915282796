/// Words as UTF-16, each with the number of its first meeting.
///
/// All words stand behind each other in one list, and their numbers in a plain table of open addressing over their
/// hashes: an array for each word, or a dictionary's own hashing, would take most of the time in which a vocabulary is
/// read. `WordIndexTests` compares it with a dictionary.
struct WordIndex {
  /// The units of all words.
  private(set) var units: [UInt16] = []
  /// Where each word begins, and where the last one ends.
  private var starts: [Int32] = [0]
  /// By the hash of a word its number, or -1; never more than half full.
  private var slots: [Int32]

  /// - Parameter capacity: so many words fit in before the table grows.
  init(capacity: Int = 16) {
    var size = 32
    while size < capacity * 2 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    starts.reserveCapacity(capacity + 1)
    units.reserveCapacity(capacity * 4)
  }

  /// How many words there are.
  var count: Int { starts.count - 1 }

  /// The word of a number.
  subscript(number: Int) -> ArraySlice<UInt16> { units[range(number)] }

  private func range(_ number: Int) -> Range<Int> {
    Int(starts[number])..<Int(starts[number + 1])
  }

  /// The number of a word that was added.
  func number(of word: some RandomAccessCollection<UInt16>) -> Int? {
    let number = slots[slot(of: word)]
    return number < 0 ? nil : Int(number)
  }

  /// The number of a word, which is new where nobody added it before.
  mutating func add(_ word: some RandomAccessCollection<UInt16>) -> (number: Int, isNew: Bool) {
    let slot = slot(of: word)
    if slots[slot] >= 0 { return (Int(slots[slot]), false) }
    slots[slot] = Int32(count)
    units.append(contentsOf: word)
    starts.append(Int32(units.count))
    if count * 2 > slots.count { grow() }
    return (count - 1, true)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for number in 0..<count { slots[slot(of: self[number])] = Int32(number) }
  }

  /// The slot that holds a word, or the free slot where it belongs.
  private func slot(of word: some RandomAccessCollection<UInt16>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for unit in word { hash = (hash ^ UInt64(unit)) &* 0x100_0000_01B3 }
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 29) & (slots.count - 1)
    while slots[slot] >= 0, !isSame(Int(slots[slot]), word) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private func isSame(_ number: Int, _ word: some RandomAccessCollection<UInt16>) -> Bool {
    let range = range(number)
    if range.count != word.count { return false }
    var place = range.lowerBound
    for unit in word {
      if units[place] != unit { return false }
      place += 1
    }
    return true
  }
}
