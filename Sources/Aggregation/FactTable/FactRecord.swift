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
struct NumberTable: ~Copyable {
  private(set) var count = 0
  private(set) var keys: UnsafeMutablePointer<UInt64>
  private var capacity = 256
  private var slots: UnsafeMutablePointer<UInt32>
  private var bits = 9

  init() {
    keys = .allocate(capacity: capacity)
    slots = .allocate(capacity: 1 << bits)
    slots.initialize(repeating: 0, count: 1 << bits)
  }

  deinit {
    keys.deallocate()
    slots.deallocate()
  }

  @inline(__always)
  mutating func number(of key: UInt64) -> Int {
    var slot = NumberTable.slot(key, bits)
    while slots[slot] != 0 {
      let found = Int(slots[slot]) - 1
      if keys[found] == key { return found }
      slot = (slot + 1) & ((1 << bits) - 1)
    }
    return insert(key, slot)
  }

  @inline(__always)
  static func slot(_ key: UInt64, _ bits: Int) -> Int {
    let hash = (key ^ (key >> 31)) &* 0x9E37_79B9_7F4A_7C15
    return Int(((hash ^ (hash >> 32)) &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - bits))
  }

  @inline(never)
  private mutating func insert(_ key: UInt64, _ slot: Int) -> Int {
    if count == capacity {
      keys = enlarged(keys, used: count, to: capacity * 2)
      capacity *= 2
    }
    (keys + count).initialize(to: key)
    count += 1
    slots[slot] = UInt32(count)
    if count * 2 > 1 << bits {
      slots.deallocate()
      bits += 1
      slots = .allocate(capacity: 1 << bits)
      slots.initialize(repeating: 0, count: 1 << bits)
      for place in 0..<count {
        var slot = NumberTable.slot(keys[place], bits)
        while slots[slot] != 0 { slot = (slot + 1) & ((1 << bits) - 1) }
        slots[slot] = UInt32(place + 1)
      }
    }
    return count - 1
  }
}
