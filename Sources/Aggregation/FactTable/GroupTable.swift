import FactModel

/// The totals of one month while they grow, found by their keys.
///
/// A month has a table of its own, because a table of facts is mostly in the order of time: what is in use then stays
/// in the processor's cache.
struct GroupTable: ~Copyable {
  private(set) var rows: UnsafeMutablePointer<TableTotal>
  private(set) var count = 0
  private var capacity = 64
  /// For every slot, the number of the row and one; 0 where it is free.
  private var slots: UnsafeMutablePointer<UInt32>
  private var bits = 7

  init() {
    rows = .allocate(capacity: capacity)
    slots = .allocate(capacity: 1 << bits)
    slots.initialize(repeating: 0, count: 1 << bits)
  }

  deinit {
    rows.deallocate()
    slots.deallocate()
  }

  /// The row of a key, new or known. It moves when the next new one comes.
  @inline(__always)
  mutating func row(of key: TableTotalKey) -> UnsafeMutablePointer<TableTotal> {
    var slot = GroupTable.slot(key.bits, bits)
    while slots[slot] != 0 {
      let row = rows + (Int(slots[slot]) - 1)
      if row.pointee.group.plain == key.bits { return row }
      slot = (slot + 1) & ((1 << bits) - 1)
    }
    return insert(key, slot)
  }

  /// Adds the rows of another table.
  mutating func merge(_ other: borrowing GroupTable) {
    for place in 0..<other.count {
      let theirs = other.rows[place]
      var key = theirs.group
      key.bits = key.plain
      row(of: key).pointee.add(theirs)
    }
  }

  /// Gives every row another key.
  func rename(_ renamed: (TableTotalKey) -> TableTotalKey) {
    for place in 0..<count { rows[place].group = renamed(rows[place].group) }
  }

  /// Makes the rows findable again after their keys were changed.
  mutating func rehash() {
    slots.initialize(repeating: 0, count: 1 << bits)
    for place in 0..<count {
      var slot = GroupTable.slot(rows[place].group.plain, bits)
      while slots[slot] != 0 { slot = (slot + 1) & ((1 << bits) - 1) }
      slots[slot] = UInt32(place + 1)
    }
  }

  /// The rows in the order of their keys.
  var sorted: [TableTotal] {
    sortedPlaces(of: (0..<count).map { rows[$0].group.plain }).map { rows[Int($0)] }
  }

  @inline(__always)
  private static func slot(_ key: UInt64, _ bits: Int) -> Int {
    let hash = (key ^ (key >> 31)) &* 0x9E37_79B9_7F4A_7C15
    return Int(((hash ^ (hash >> 32)) &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - bits))
  }

  @inline(never)
  private mutating func insert(
    _ key: TableTotalKey, _ slot: Int
  ) -> UnsafeMutablePointer<TableTotal> {
    if count == capacity {
      rows = enlarged(rows, used: count, to: capacity * 2)
      capacity *= 2
    }
    (rows + count).initialize(to: TableTotal(key: key))
    count += 1
    slots[slot] = UInt32(count)
    if count * 4 > 3 << bits {
      slots.deallocate()
      bits += 1
      slots = .allocate(capacity: 1 << bits)
      rehash()
    }
    return rows + (count - 1)
  }
}

/// The tables of all months, by the number of the month.
struct MonthTables: ~Copyable {
  private var tables: UnsafeMutablePointer<GroupTable>
  private(set) var count = 0
  private var capacity = 32

  init() { tables = .allocate(capacity: capacity) }

  deinit {
    tables.deinitialize(count: count)
    tables.deallocate()
  }

  /// The table of a month; months come in the order of their numbers.
  @inline(__always)
  mutating func table(of month: Int) -> UnsafeMutablePointer<GroupTable> {
    while month >= count {
      if count == capacity {
        tables = enlarged(tables, used: count, to: capacity * 2)
        capacity *= 2
      }
      (tables + count).initialize(to: GroupTable())
      count += 1
    }
    return tables + month
  }

  /// The table of a month that there is; safe to ask from several threads.
  func known(_ month: Int) -> UnsafeMutablePointer<GroupTable> { tables + month }
}
