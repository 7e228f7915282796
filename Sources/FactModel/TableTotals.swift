/// The totals of a whole table of facts: a row for each month, province, programme, kind, unit and span.
///
/// There may be half a million rows; so each is a few numbers, and the words stand beside them once.
public struct TableTotals: Sendable {
  /// The months that occur, ascending; rows name them by place.
  public let months: [String]
  /// The provinces, ascending by bytes.
  public let provinces: [String]
  /// The programmes' ids, ascending by bytes.
  public let programs: [String]
  /// The units, ascending by bytes.
  public let units: [String]
  /// The rows in pieces, one behind the other, as they were made; see `rows`.
  public let pieces: [[TableTotal]]
  /// What became of every fact.
  public let identity: Identity
  /// How many rates are in no row: plans and rules, and those that repeat others.
  public let uncountedRates: Int

  /// Totals of their parts; nothing is computed here.
  package init(
    months: [String], provinces: [String], programs: [String], units: [String],
    pieces: [[TableTotal]], identity: Identity, uncountedRates: Int
  ) {
    self.months = months
    self.provinces = provinces
    self.programs = programs
    self.units = units
    self.pieces = pieces
    self.identity = identity
    self.uncountedRates = uncountedRates
  }

  /// How many rows there are.
  public var count: Int { pieces.reduce(0) { $0 + $1.count } }

  /// The rows in the order of month, province, programme, kind, unit and span, each by its bytes: a copy of `pieces`.
  public var rows: [TableTotal] { Array(pieces.joined()) }
}

/// One row of `TableTotals`, in 64 bytes. Amounts are whole numbers of ten-thousandths; sums have 96 bits, which no
/// table can exceed.
public struct TableTotal: Sendable {
  // The rows are made in another target, at full speed: hence the attributes.
  @usableFromInline package var group: TableTotalKey
  @usableFromInline package var number: UInt32 = 0
  @usableFromInline package var sumTop: Int32 = 0
  @usableFromInline package var lowTop: Int32 = 0
  @usableFromInline package var highTop: Int32 = 0
  @usableFromInline package var sumRest: UInt64 = 0
  @usableFromInline package var lowRest: UInt64 = 0
  @usableFromInline package var highRest: UInt64 = 0
  @usableFromInline package var least: Int64 = .max
  @usableFromInline package var greatest: Int64 = .min

  /// Month, province, programme, kind, unit and span as one number.
  public var key: TableTotalKey { group }
  /// How many figures.
  public var facts: Int { Int(number) }

  /// A row without figures.
  @inlinable
  package init(key: TableTotalKey) {
    group = key
  }

  /// Adds one figure of a value and its bounds; without an upper one the total is open.
  @inlinable
  package mutating func add(_ value: Int64, low: Int128, high: Int128?) {
    number += 1
    TableTotal.add(Int128(value), &sumRest, &sumTop)
    TableTotal.add(low, &lowRest, &lowTop)
    if let high {
      TableTotal.add(high, &highRest, &highTop)
    } else {
      group.bits |= TableTotalKey.open
    }
    least = min(least, value)
    greatest = max(greatest, value)
  }

  /// Adds the figures of another row of the same key.
  package mutating func add(_ other: TableTotal) {
    number += other.number
    group.bits |= other.group.bits & TableTotalKey.marks
    TableTotal.add(other.sum, &sumRest, &sumTop)
    TableTotal.add(other.low, &lowRest, &lowTop)
    TableTotal.add(other.high, &highRest, &highTop)
    least = min(least, other.least)
    greatest = max(greatest, other.greatest)
  }

  @inlinable
  package static func add(_ value: Int128, _ rest: inout UInt64, _ top: inout Int32) {
    let (sum, carry) = rest.addingReportingOverflow(UInt64(truncatingIfNeeded: value))
    rest = sum
    top &+= Int32(truncatingIfNeeded: value >> 64) &+ (carry ? 1 : 0)
  }

  private var sum: Int128 { Int128(sumTop) << 64 + Int128(sumRest) }
  private var low: Int128 { Int128(lowTop) << 64 + Int128(lowRest) }
  private var high: Int128 { Int128(highTop) << 64 + Int128(highRest) }

  /// Figures of two rhythms (每年, 每月) have no common measure.
  private var isMixed: Bool {
    let rhythms = key.bits & TableTotalKey.rhythms
    return rhythms & (rhythms &- 1) & TableTotalKey.rhythms != 0
  }
  private var isAdded: Bool { key.kind != .rates && !isMixed }

  /// The sum; of a range, its lower end counts. `nil` for rates, which never add, and for recurring figures of several
  /// rhythms.
  public var total: Int128? { isAdded ? sum : nil }
  /// The least that the printed figures allow; `nil` without a total.
  public var lowest: Int128? { isAdded ? low : nil }
  /// The most that they allow; `nil` without a total, or where the top is open.
  public var highest: Int128? { isAdded && key.bits & TableTotalKey.open == 0 ? high : nil }
  /// The total divided by the number of figures, rounded half up to ten-thousandths; `nil` without a total.
  public var mean: Int128? { isAdded ? Amount.divideHalfUp(sum, by: Int128(number)) : nil }
  /// The least value; `nil` for recurring figures of several rhythms.
  public var minimum: Int64? { isMixed ? nil : least }
  /// The greatest value; likewise.
  public var maximum: Int64? { isMixed ? nil : greatest }
}

/// What figures must have in common to be added, as one number, whose order is that of its parts.
///
/// The highest bits are no part of the key: whether the total is open, and which rhythms occur.
public struct TableTotalKey: Sendable {
  @usableFromInline
  package var bits: UInt64

  /// How many different provinces, programmes or units there may be.
  package static let mostWords = 1 << 14
  /// How many different months.
  package static let mostMonths = 1 << 12

  @inlinable package static var open: UInt64 { 1 << 63 }
  package static var rhythms: UInt64 { 7 << 60 }
  /// What is no part of the key.
  @inlinable package static var marks: UInt64 { 15 << 60 }

  /// A key of the places of its words.
  @inlinable
  package init(month: Int, province: Int, program: Int, kind: Int, unit: Int, span: Int) {
    let place = UInt64(month) << 28 | UInt64(province) << 14 | UInt64(program)
    bits = place << 20 | UInt64(kind) << 17 | UInt64(unit) << 3 | UInt64(span)
  }

  /// Notes that a figure of a rhythm is among the figures.
  package mutating func note(_ rhythm: Rhythm) { bits |= 1 << UInt64(60 + rhythm.order) }

  /// The key alone.
  @inlinable package var plain: UInt64 { bits & ~TableTotalKey.marks }

  /// Kinds and spans in the order of their names in bytes.
  package static let kinds = Kind.allCases.sorted { $0.rawValue < $1.rawValue }
  package static let spans = Span.allCases.sorted { $0.rawValue < $1.rawValue }

  /// The place in `TableTotals.months`.
  public var month: Int { Int(bits >> 48) & 0xFFF }
  /// The place in `TableTotals.provinces`.
  public var province: Int { Int(bits >> 34) & 0x3FFF }
  /// The place in `TableTotals.programs`.
  public var program: Int { Int(bits >> 20) & 0x3FFF }
  /// What is measured.
  public var kind: Kind { TableTotalKey.kinds[Int(bits >> 17 & 7)] }
  /// The place in `TableTotals.units`.
  public var unit: Int { Int(bits >> 3) & 0x3FFF }
  /// The length of time.
  public var span: Span { TableTotalKey.spans[Int(bits & 7)] }
}
