/// Numbers for the words of a column, from 0 in the order of first meeting.
///
/// A word is known again by its first and its last eight bytes and its length; only of words of more than sixteen bytes
/// are all bytes compared. The eight bytes from its first on must be readable.
struct WordTable: ~Copyable {
  private struct Entry {
    var head: UInt64
    var tail: UInt64
    var start: Int
    var length: Int
  }

  /// How many different words there are.
  private(set) var count = 0
  private var entries: UnsafeMutablePointer<Entry>
  private var capacity = 64
  /// For every slot, the number of the entry and one; 0 where it is free.
  private var slots: UnsafeMutablePointer<UInt32>
  private var slotBits = 7
  /// The bytes of all words, one behind the other.
  private var text: UnsafeMutablePointer<UInt8>
  private var textSize = 1 << 10
  private var textUsed = 0

  /// A table that knows some words, whose numbers are their places.
  init(_ words: [String] = []) {
    entries = .allocate(capacity: capacity)
    slots = .allocate(capacity: 1 << slotBits)
    slots.initialize(repeating: 0, count: 1 << slotBits)
    text = .allocate(capacity: textSize)
    for word in words { _ = number(of: word) }
  }

  deinit {
    entries.deallocate()
    slots.deallocate()
    text.deallocate()
  }

  /// The number of a word, new or known.
  mutating func number(of word: String) -> Int {
    let bytes = Array(word.utf8) + [UInt8](repeating: 0, count: 8)
    return bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return 0 }
      return number(from: start, to: start + (bytes.count - 8))
    }
  }

  /// The number of the word between two places, new or known.
  @inline(__always)
  mutating func number(from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>) -> Int {
    let length = end - start
    let raw = UnsafeRawPointer(start)
    var head = raw.loadUnaligned(as: UInt64.self)
    var tail: UInt64 = 0
    if length < 8 {
      head &= (1 << UInt64(length * 8)) &- 1
    } else {
      tail = (raw + (length - 8)).loadUnaligned(as: UInt64.self)
    }
    var slot = WordTable.slot(head, tail, length, start, bits: slotBits)
    while slots[slot] != 0 {
      let found = Int(slots[slot]) - 1
      let entry = entries + found
      if entry.pointee.head == head, entry.pointee.tail == tail, entry.pointee.length == length,
        length <= 16 || isEqual(entry.pointee, start)
      {
        return found
      }
      slot = (slot + 1) & ((1 << slotBits) - 1)
    }
    return insert(Entry(head: head, tail: tail, start: textUsed, length: length), start, slot)
  }

  /// The bytes of a word.
  func bytes(of number: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: text + entries[number].start, count: entries[number].length)
  }

  /// A word as text.
  func word(_ number: Int) -> String { String(decoding: bytes(of: number), as: UTF8.self) }

  /// All words, by their numbers.
  var words: [String] { (0..<count).map { word($0) } }

  /// The slot to look in first. Long words are hashed whole, so that no table of words alike at both ends is slow.
  @inline(__always)
  private static func slot(
    _ head: UInt64, _ tail: UInt64, _ length: Int, _ start: UnsafePointer<UInt8>, bits: Int
  ) -> Int {
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    var hash = (head &+ UInt64(length)) &* factor
    hash = (hash ^ (hash >> 29) ^ tail) &* factor
    if length > 16 {
      var at = 8
      while at + 8 < length {
        hash ^= UnsafeRawPointer(start + at).loadUnaligned(as: UInt64.self)
        hash = (hash ^ (hash >> 29)) &* factor
        at += 8
      }
    }
    return Int(((hash ^ (hash >> 31)) &* factor) >> UInt64(64 - bits))
  }

  private func isEqual(_ entry: Entry, _ start: UnsafePointer<UInt8>) -> Bool {
    compareBytes(text + entry.start, start, entry.length) == 0
  }

  @inline(never)
  private mutating func insert(
    _ entry: Entry, _ start: UnsafePointer<UInt8>, _ slot: Int
  ) -> Int {
    if count == capacity {
      entries = enlarged(entries, used: count, to: capacity * 2)
      capacity *= 2
    }
    if textUsed + entry.length + 8 > textSize {
      textSize = (textSize + entry.length + 8) * 2
      text = enlarged(text, used: textUsed, to: textSize)
    }
    (text + textUsed).update(from: start, count: entry.length)
    textUsed += entry.length
    (entries + count).initialize(to: entry)
    count += 1
    slots[slot] = UInt32(count)
    if count * 2 > 1 << slotBits { rehash() }
    return count - 1
  }

  private mutating func rehash() {
    slots.deallocate()
    slotBits += 1
    slots = .allocate(capacity: 1 << slotBits)
    slots.initialize(repeating: 0, count: 1 << slotBits)
    for number in 0..<count {
      let entry = entries[number]
      var slot = WordTable.slot(
        entry.head, entry.tail, entry.length, text + entry.start, bits: slotBits)
      while slots[slot] != 0 { slot = (slot + 1) & ((1 << slotBits) - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }
}

/// The same values with more room behind them; the old room is given back.
func enlarged<Value: ~Copyable>(
  _ values: UnsafeMutablePointer<Value>, used: Int, to capacity: Int
) -> UnsafeMutablePointer<Value> {
  let larger = UnsafeMutablePointer<Value>.allocate(capacity: capacity)
  larger.moveInitialize(from: values, count: used)
  values.deallocate()
  return larger
}

/// Below zero where the left one of two pieces of so many bytes stands first, and 0 where they are equal.
@inline(__always)
func compareBytes(
  _ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, _ count: Int
) -> Int {
  var place = 0
  while place + 8 <= count {
    let one = UnsafeRawPointer(left + place).loadUnaligned(as: UInt64.self)
    let other = UnsafeRawPointer(right + place).loadUnaligned(as: UInt64.self)
    if one != other { return one.bigEndian < other.bigEndian ? -1 : 1 }
    place += 8
  }
  while place < count {
    if left[place] != right[place] { return Int(left[place]) - Int(right[place]) }
    place += 1
  }
  return 0
}
