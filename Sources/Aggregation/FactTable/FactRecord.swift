import FactModel

/// One fact of a table as a few numbers, in 48 bytes: five million of them are 240 MB.
struct FactRecord {
  /// In ten-thousandths.
  var value: Int64
  /// The upper end of a range; `FactRecord.none` where there is none.
  var high: Int64
  /// Words by their numbers.
  var label: UInt32
  var period: UInt32
  var place: UInt32
  /// Month, province, programme, kind and unit by their number.
  var group: UInt32
  var article: UInt32
  var line: UInt32
  var offset: UInt32
  var status: UInt8
  var qualifier: UInt8
  var flags: UInt8
  /// Filled in when the fact is judged.
  var verdict: UInt8 = 0

  static let none = Int64.min
  static let part: UInt8 = 1
  static let optional: UInt8 = 2
  /// In `verdict`: a rate that is not listed.
  static let uncounted: UInt8 = 0x80
  /// A headline's or a box's mention of a figure of its own page.
  static let echo: UInt8 = 4
  static let nation: UInt8 = 8
  static let rates: UInt8 = 16

  func has(_ flag: UInt8) -> Bool { flags & flag != 0 }

  /// Whether it is a result of a province, which may repeat another or be repeated.
  var isCompared: Bool { status == 0 && flags & FactRecord.nation == 0 }
}

/// A fact of a group while it is judged.
struct GroupItem {
  let record: UnsafeMutablePointer<FactRecord>
  /// Its label's number in the book.
  let label: Int32
  let view: PeriodView
  let isStock: Bool
  let isBlank: Bool
  /// Whether it may repeat, hold and lie inside others.
  let isCandidate: Bool
  /// The fact that it repeats; -1 for none.
  var original: Int32 = -1
  var isCovered = false
  /// Whether a later count of the same stock has taken its place.
  var isSucceeded = false

  var place: Int { Int(record.pointee.place) }
}

/// Facts of one page that stand together in the table.
struct PageRun {
  /// Where the document's name stands among the names of its thread.
  var name: Int
  var length: Int
  /// The first fact, by its number in the table, and how many there are.
  var first: Int
  var count: Int
  /// Whether lines and offsets rise from fact to fact.
  var isAscending = true
}

/// Numbers for numbers, from 0 in the order of first meeting.
///
/// Keys may be told apart by a part, such as their month: a part has slots of its own, so that of a table in the order
/// of time those in use stay in the processor's cache.
struct NumberTable: ~Copyable {
  /// For every slot, the number of the key and one; 0 where it is free.
  private struct Part {
    var slots: UnsafeMutablePointer<UInt32>
    var bits: Int
    var count: Int
  }

  private(set) var count = 0
  private(set) var keys: UnsafeMutablePointer<UInt64>
  private var capacity = 256
  private var parts: UnsafeMutablePointer<Part>
  private var partCount = 0
  private var partCapacity = 32

  init() {
    keys = .allocate(capacity: capacity)
    parts = .allocate(capacity: partCapacity)
  }

  deinit {
    for part in 0..<partCount { parts[part].slots.deallocate() }
    keys.deallocate()
    parts.deallocate()
  }

  /// The number of a key, new or known; a key is always of the same part.
  @inline(__always)
  mutating func number(of key: UInt64, part: Int = 0) -> Int {
    if part >= partCount { makeParts(part + 1) }
    let own = parts[part]
    var slot = NumberTable.slot(key, own.bits)
    while own.slots[slot] != 0 {
      let found = Int(own.slots[slot]) - 1
      if keys[found] == key { return found }
      slot = (slot + 1) & ((1 << own.bits) - 1)
    }
    return insert(key, slot, part)
  }

  @inline(__always)
  static func slot(_ key: UInt64, _ bits: Int) -> Int {
    let hash = (key ^ (key >> 31)) &* 0x9E37_79B9_7F4A_7C15
    return Int(((hash ^ (hash >> 32)) &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - bits))
  }

  private static func emptySlots(_ bits: Int) -> UnsafeMutablePointer<UInt32> {
    let slots = UnsafeMutablePointer<UInt32>.allocate(capacity: 1 << bits)
    slots.initialize(repeating: 0, count: 1 << bits)
    return slots
  }

  @inline(never)
  private mutating func makeParts(_ needed: Int) {
    while partCapacity < needed {
      parts = enlarged(parts, used: partCount, to: partCapacity * 2)
      partCapacity *= 2
    }
    while partCount < needed {
      (parts + partCount).initialize(
        to: Part(slots: NumberTable.emptySlots(6), bits: 6, count: 0))
      partCount += 1
    }
  }

  @inline(never)
  private mutating func insert(_ key: UInt64, _ slot: Int, _ part: Int) -> Int {
    if count == capacity {
      keys = enlarged(keys, used: count, to: capacity * 2)
      capacity *= 2
    }
    (keys + count).initialize(to: key)
    count += 1
    parts[part].slots[slot] = UInt32(count)
    parts[part].count += 1
    if parts[part].count * 2 > 1 << parts[part].bits { rehash(part) }
    return count - 1
  }

  private mutating func rehash(_ part: Int) {
    let old = parts[part]
    let bits = old.bits + 1
    let slots = NumberTable.emptySlots(bits)
    for place in 0..<(1 << old.bits) where old.slots[place] != 0 {
      var slot = NumberTable.slot(keys[Int(old.slots[place]) - 1], bits)
      while slots[slot] != 0 { slot = (slot + 1) & ((1 << bits) - 1) }
      slots[slot] = old.slots[place]
    }
    old.slots.deallocate()
    parts[part] = Part(slots: slots, bits: bits, count: old.count)
  }
}
