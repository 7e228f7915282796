import FactModel
import Languages

/// Adds the rows of a table that says itself what they count for: the columns `month`, `span` and `enters`.
struct JudgedRows: RowTaker, ~Copyable {
  /// The columns that must be there.
  static let columns: [TableLayout.Column] = [
    .kind, .value, .high, .unit, .qualifier, .province, .program, .period, .status, .month, .span,
    .enters,
  ]

  /// In memory of its own, so that it can be handed on in place.
  let totals: UnsafeMutablePointer<ThreadTotals>
  private var enterWords = WordTable(Verdict.allCases.map(\.rawValue))
  private var statusWords = WordTable(Status.allCases.map(\.rawValue))
  private static let known = Verdict.allCases.count
  private let total = Verdict.total.order
  private let rate = Verdict.rate.order
  private let recurring = UInt64(TableTotalKey.spans.firstIndex(of: .recurring) ?? 0)
  private let columns: Columns

  private struct Columns {
    let key: KeyWords.Columns
    let value, high, qualifier, period, status, enters: Int
    let see: Int?
  }

  init(_ layout: TableLayout) {
    columns = Columns(
      key: KeyWords.Columns(layout), value: layout.place(of: .value), high: layout.place(of: .high),
      qualifier: layout.place(of: .qualifier), period: layout.place(of: .period),
      status: layout.place(of: .status), enters: layout.place(of: .enters), see: layout[.see])
    totals = .allocate(capacity: 1)
    totals.initialize(to: ThreadTotals())
  }

  deinit {
    totals.deinitialize(count: 1)
    totals.deallocate()
  }

  @inline(__always)
  mutating func take(_ row: Row) throws(TableFault) {
    let verdict = try verdict(of: row)
    totals.pointee.verdicts[verdict] += 1
    if verdict == total || (verdict == rate && isCounted(row)) {
      try add(row)
    } else if verdict == rate {
      totals.pointee.uncountedRates += 1
    }
  }

  /// The place of a row's verdict in `Verdict.allCases`.
  @inline(__always)
  private mutating func verdict(of row: Row) throws(TableFault) -> Int {
    let verdict = enterWords.number(from: row.start(columns.enters), to: row.end(columns.enters))
    if verdict < JudgedRows.known { return verdict }
    throw row.fault(columns.enters, .unknown(row.text(columns.enters), among: Verdict.allCases))
  }

  /// Whether a row is in no total and no summary of rates.
  mutating func isLeftOut(_ row: Row) throws(TableFault) -> Bool {
    let verdict = try verdict(of: row)
    return verdict != total && !(verdict == rate && isCounted(row))
  }

  /// Whether a rate is listed: a result, and the first mention.
  private mutating func isCounted(_ row: Row) -> Bool {
    let status = statusWords.number(from: row.start(columns.status), to: row.end(columns.status))
    return status == 0 && (columns.see.map { row.isEmpty($0) } ?? true)
  }

  @inline(__always)
  private mutating func add(_ row: Row) throws(TableFault) {
    let key = try totals.pointee.words.key(of: row, columns.key)
    let value = try Cell.amount(row, columns.value)
    let high = row.isEmpty(columns.high) ? nil : try Cell.amount(row, columns.high)
    let qualifier = try totals.pointee.words.qualifier(of: row, columns.qualifier)
    let group = totals.pointee.months.table(of: key.month).pointee.row(of: key)
    group.pointee.add(value, high: high, qualifier)
    if key.bits & 7 == recurring { group.pointee.group.note(try Cell.rhythm(row, columns.period)) }
  }
}

extension TableTotal {
  /// Adds one figure with what its hedge allows.
  @inline(__always)
  mutating func add(_ value: Int64, high: Int64?, _ qualifier: Qualifier) {
    if qualifier == .exact {
      add(value, low: Int128(value), high: Int128(high ?? value))
    } else {
      let bounds = Bounds(value: value, high: high, qualifier: qualifier)
      add(value, low: bounds.low, high: bounds.high)
    }
  }
}

/// The words of the columns that make a key, each with its number.
struct KeyWords: ~Copyable {
  struct Columns {
    let month, province, program, kind, unit, span: Int

    init(_ layout: TableLayout) {
      month = layout.place(of: .month)
      province = layout.place(of: .province)
      program = layout.place(of: .program)
      kind = layout.place(of: .kind)
      unit = layout.place(of: .unit)
      span = layout.place(of: .span)
    }
  }

  var months = WordTable()
  var provinces = WordTable()
  var programs = WordTable()
  var units = WordTable()
  private var kinds = WordTable(TableTotalKey.kinds.map(\.rawValue))
  private var spans = WordTable(TableTotalKey.spans.map(\.rawValue))
  private var qualifiers = WordTable(Qualifier.allCases.map(\.rawValue))

  /// The key of a row that tells month and span itself.
  @inline(__always)
  mutating func key(of row: Row, _ columns: Columns) throws(TableFault) -> TableTotalKey {
    let span = spans.number(from: row.start(columns.span), to: row.end(columns.span))
    if span >= KeyWords.spanCount {
      throw row.fault(columns.span, .unknown(row.text(columns.span), among: Span.allCases))
    }
    var key = try key(
      of: row, month: month(of: row, columns.month), province: columns.province,
      program: columns.program, kind: kind(of: row, columns.kind), unit: columns.unit)
    key.bits |= UInt64(span)
    return key
  }

  /// The key of a row without its span.
  @inline(__always)
  mutating func key(
    of row: Row, month: Int, province: Int, program: Int, kind: Int, unit: Int
  ) throws(TableFault) -> TableTotalKey {
    let province = provinces.number(from: row.start(province), to: row.end(province))
    let program = programs.number(from: row.start(program), to: row.end(program))
    let unit = units.number(from: row.start(unit), to: row.end(unit))
    let most = TableTotalKey.mostWords
    if month >= TableTotalKey.mostMonths || province >= most || program >= most || unit >= most {
      throw TableFault(offset: row.offset, message: .tooManyWords)
    }
    return TableTotalKey(
      month: month, province: province, program: program, kind: kind, unit: unit, span: 0)
  }

  /// The number of a row's month; a new one is looked at.
  @inline(__always)
  mutating func month(of row: Row, _ column: Int) throws(TableFault) -> Int {
    let known = months.count
    let month = months.number(from: row.start(column), to: row.end(column))
    if month == known, YearMonth(row.text(column)) == nil {
      throw row.fault(
        column,
        Wording(
          en: "the month '\(row.text(column))' is not known; write 2025-07",
          zh: "认不出月份“\(row.text(column))”；请写成 2025-07"))
    }
    return month
  }

  /// The place of a row's kind in `TableTotalKey.kinds`.
  @inline(__always)
  mutating func kind(of row: Row, _ column: Int) throws(TableFault) -> Int {
    let kind = kinds.number(from: row.start(column), to: row.end(column))
    if kind >= TableTotalKey.kinds.count {
      throw row.fault(column, .unknown(row.text(column), among: Kind.allCases))
    }
    return kind
  }

  @inline(__always)
  mutating func qualifier(of row: Row, _ column: Int) throws(TableFault) -> Qualifier {
    hedges[Int(try qualifierNumber(of: row, column))]
  }

  /// The place of a row's qualifier in `Qualifier.allCases`.
  @inline(__always)
  mutating func qualifierNumber(of row: Row, _ column: Int) throws(TableFault) -> UInt8 {
    let number = qualifiers.number(from: row.start(column), to: row.end(column))
    if number >= hedges.count {
      throw row.fault(column, .unknown(row.text(column), among: Qualifier.allCases))
    }
    return UInt8(number)
  }

  private let hedges = Qualifier.allCases
  private static let spanCount = TableTotalKey.spans.count
}

/// Cells that are read the same way wherever they stand.
enum Cell {
  /// The amount of a cell in ten-thousandths.
  @inline(__always)
  static func amount(_ row: Row, _ column: Int) throws(TableFault) -> Int64 {
    if let amount = DecimalBytes.amount(from: row.start(column), to: row.end(column)) {
      return amount
    }
    throw row.fault(
      column,
      Wording(
        en:
          "'\(row.text(column))' is no plain decimal of at most four places within ±922 trillion; "
          + "write for example 440000 or 98.3",
        zh: "“\(row.text(column))”不是至多四位小数、在 ±922 万亿以内的十进制数；请写成 440000 或 98.3 这样"))
  }

  /// A whole number of at least 0: a line, an offset.
  @inline(__always)
  static func count(_ row: Row, _ column: Int) throws(TableFault) -> UInt32 {
    var at = row.start(column)
    let end = row.end(column)
    var value: UInt64 = 0
    let isShort = at < end && end - at <= 9
    while isShort, at < end, at.pointee &- Sign.zero <= 9 {
      value = value &* 10 &+ UInt64(at.pointee &- Sign.zero)
      at += 1
    }
    if isShort, at == end { return UInt32(truncatingIfNeeded: value) }
    throw row.fault(
      column,
      Wording(
        en: "'\(row.text(column))' is no whole number below a thousand million",
        zh: "“\(row.text(column))”不是十亿以内的整数"))
  }

  /// The number in a column that may be missing: then 0.
  @inline(__always)
  static func count(_ row: Row, ifThere column: Int?) throws(TableFault) -> UInt32 {
    guard let column else { return 0 }
    return try count(row, column)
  }

  /// How often a recurring figure recurs.
  static func rhythm(_ row: Row, _ column: Int) throws(TableFault) -> Rhythm {
    guard let rhythm = Rhythm(rawValue: row.text(column)) else {
      throw row.fault(column, .unknown(row.text(column), among: Rhythm.allCases))
    }
    return rhythm
  }
}

extension Wording {
  /// What is said of a word where only some are known.
  static func unknown<Word: RawRepresentable<String>>(_ text: String, among words: [Word])
    -> Wording
  {
    let known = words.map(\.rawValue).joined(separator: ", ")
    return Wording(
      en: "'\(text)' is not known here; write one of \(known)", zh: "这里认不出“\(text)”；请写其中之一：\(known)"
    )
  }

  static let tooManyWords = Wording(
    en:
      "more than \(TableTotalKey.mostWords) different months, provinces, programmes or units; is this a table of facts?",
    zh: "月份、省份、项目或单位超过 \(TableTotalKey.mostWords) 种；这是数据表吗？")
}
