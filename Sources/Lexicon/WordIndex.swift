/// Words as UTF-16, each with the number of its first meeting.
///
/// All words stand behind each other in one piece of memory, and their numbers in a plain table of open addressing over
/// their hashes: an array for each word, or a dictionary's own hashing, would take most of the time in which a vocabulary
/// is read. `WordIndexTests` compares it with a dictionary. One thread adds words; then it is only read.
final class WordIndex: @unchecked Sendable {
  /// The units of all words.
  private(set) var units: UnsafeMutablePointer<UInt16>
  private var unitCapacity: Int
  /// Where each word begins, and where the last one ends; as many fit in as half of the slots.
  private(set) var starts: UnsafeMutablePointer<Int32>
  /// By the hash of a word its number, or -1; never more than half full.
  private var slots: UnsafeMutablePointer<Int32>
  private var slotCount = 32
  /// How many words there are.
  private(set) var count = 0

  /// - Parameter capacity: so many words fit in before the table grows.
  init(capacity: Int = 16) {
    while slotCount < capacity * 2 { slotCount *= 2 }
    unitCapacity = slotCount * 2
    units = .allocate(capacity: unitCapacity)
    starts = .allocate(capacity: slotCount / 2 + 2)
    starts[0] = 0
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: -1, count: slotCount)
  }

  deinit {
    units.deallocate()
    starts.deallocate()
    slots.deallocate()
  }

  /// How many units all words have.
  var unitCount: Int { Int(starts[count]) }

  /// The word of a number, which lies there as long as the index is kept and no word is added.
  subscript(number: Int) -> UnsafeBufferPointer<UInt16> {
    UnsafeBufferPointer(
      start: units + Int(starts[number]), count: Int(starts[number + 1] - starts[number]))
  }

  /// The number of a word that was added.
  func number(of word: UnsafeBufferPointer<UInt16>) -> Int? {
    let number = slots[slot(of: word)]
    return number < 0 ? nil : Int(number)
  }

  /// The number of a word, which is new where nobody added it before.
  func add(_ word: UnsafeBufferPointer<UInt16>) -> (number: Int, isNew: Bool) {
    let slot = slot(of: word)
    if slots[slot] >= 0 { return (Int(slots[slot]), false) }
    let end = unitCount
    if end + word.count > unitCapacity { growUnits(end + word.count) }
    for place in 0..<word.count { units[end + place] = word[place] }
    slots[slot] = Int32(count)
    count += 1
    starts[count] = Int32(end + word.count)
    if count * 2 > slotCount { growSlots() }
    return (count - 1, true)
  }

  private func growUnits(_ needed: Int) {
    let old = units
    while unitCapacity < needed { unitCapacity *= 2 }
    units = .allocate(capacity: unitCapacity)
    units.update(from: old, count: unitCount)
    old.deallocate()
  }

  private func growSlots() {
    let old = starts
    slots.deallocate()
    slotCount *= 2
    starts = .allocate(capacity: slotCount / 2 + 2)
    starts.update(from: old, count: count + 1)
    old.deallocate()
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: -1, count: slotCount)
    for number in 0..<count { slots[slot(of: self[number])] = Int32(number) }
  }

  /// The slot that holds a word, or the free slot where it belongs.
  private func slot(of word: UnsafeBufferPointer<UInt16>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for unit in word { hash = (hash ^ UInt64(unit)) &* 0x100_0000_01B3 }
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 29) & (slotCount - 1)
    while slots[slot] >= 0, !isSame(Int(slots[slot]), word) { slot = (slot + 1) & (slotCount - 1) }
    return slot
  }

  private func isSame(_ number: Int, _ word: UnsafeBufferPointer<UInt16>) -> Bool {
    let start = Int(starts[number])
    if Int(starts[number + 1]) - start != word.count { return false }
    for place in 0..<word.count where units[start + place] != word[place] { return false }
    return true
  }
}
