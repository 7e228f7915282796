/// A map from numbers to places of a short list, made empty again and again.
struct ScratchMap: ~Copyable {
  private var keys: UnsafeMutablePointer<UInt64>
  private var values: UnsafeMutablePointer<Int32>
  private var bits = 6
  private var room = 6
  private static let free = UInt64.max

  init() {
    keys = .allocate(capacity: 1 << room)
    values = .allocate(capacity: 1 << room)
  }

  deinit {
    keys.deallocate()
    values.deallocate()
  }

  /// Forgets everything and makes room for so many keys.
  mutating func reset(_ count: Int) {
    bits = max(3, Int.bitWidth - (count * 2).leadingZeroBitCount)
    if bits > room {
      keys.deallocate()
      values.deallocate()
      room = bits
      keys = .allocate(capacity: 1 << room)
      values = .allocate(capacity: 1 << room)
    }
    keys.update(repeating: ScratchMap.free, count: 1 << bits)
  }

  /// Where the value of a key stands; a new one is -1.
  @inline(__always)
  mutating func value(of key: UInt64) -> UnsafeMutablePointer<Int32> {
    var slot = NumberTable.slot(key, bits)
    while keys[slot] != ScratchMap.free {
      if keys[slot] == key { return values + slot }
      slot = (slot + 1) & ((1 << bits) - 1)
    }
    keys[slot] = key
    values[slot] = -1
    return values + slot
  }

  /// The value of a key, or -1.
  @inline(__always)
  func known(_ key: UInt64) -> Int32 {
    var slot = NumberTable.slot(key, bits)
    while keys[slot] != ScratchMap.free {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & ((1 << bits) - 1)
    }
    return -1
  }
}
