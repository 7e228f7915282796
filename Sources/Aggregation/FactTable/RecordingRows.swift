import FactModel
import Languages

/// Keeps every fact of a table as a record, for verdicts need all facts of a month side by side.
struct RecordingRows: RowTaker, ~Copyable {
  /// The columns that must be there.
  static let columns: [TableLayout.Column] = [
    .document, .line, .kind, .value, .high, .unit, .qualifier, .label, .place, .province, .program,
    .period, .status, .part, .optional,
  ]

  /// What one thread has kept, by numbers of words that are its own.
  struct Kept: ~Copyable {
    var words = KeyWords()
    var labels = WordTable()
    var periods = WordTable()
    var places = NumberTable()
    var groups = NumberTable()
    /// By the numbers of `places`, the codes of the divisions.
    var codes: [Int] = []
    /// By block, its facts and its pages.
    var blocks: [Block] = []
    var names: [UInt8] = []

    deinit { for block in blocks { block.records.deallocate() } }

    /// The names of pages go when their facts are in order.
    mutating func forgetPages() {
      names = []
      for place in blocks.indices { blocks[place].runs = [] }
    }
  }

  /// The facts of a block, and the pages that they are of.
  struct Block {
    let block: Int
    let records: UnsafeMutablePointer<FactRecord>
    let count: Int
    var runs: [PageRun]
  }

  let kept: UnsafeMutablePointer<Kept>
  private let columns: Columns
  private let divisions: DivisionBook
  private let fallback: YearMonth?
  private var placeWords = WordTable()
  private var statusWords = WordTable(Status.allCases.map(\.rawValue))
  private var records: UnsafeMutablePointer<FactRecord>
  private var count = 0
  private var capacity = 8192
  private var runs: [PageRun] = []
  /// The number of the month of the page that is being read.
  private var pageMonth = 0
  private let rates = TableTotalKey.kinds.firstIndex(of: .rates) ?? 0

  private struct Columns {
    let document, line, kind, value, high, unit, qualifier, label, place: Int
    let province, program, period, status, part, optional: Int
    let month, code, article, offset: Int?
  }

  init(_ layout: TableLayout, divisions: DivisionBook, fallback: YearMonth?) {
    columns = Columns(
      document: layout.place(of: .document), line: layout.place(of: .line),
      kind: layout.place(of: .kind), value: layout.place(of: .value), high: layout.place(of: .high),
      unit: layout.place(of: .unit), qualifier: layout.place(of: .qualifier),
      label: layout.place(of: .label), place: layout.place(of: .place),
      province: layout.place(of: .province), program: layout.place(of: .program),
      period: layout.place(of: .period), status: layout.place(of: .status),
      part: layout.place(of: .part), optional: layout.place(of: .optional),
      month: layout[.month], code: layout[.code], article: layout[.article], offset: layout[.offset]
    )
    self.divisions = divisions
    self.fallback = fallback
    kept = .allocate(capacity: 1)
    kept.initialize(to: Kept())
    records = .allocate(capacity: capacity)
  }

  deinit {
    records.deallocate()
    kept.deinitialize(count: 1)
    kept.deallocate()
  }

  mutating func begin(block: Int) {
    count = 0
    runs = []
  }

  mutating func end(block: Int) {
    let exact = UnsafeMutablePointer<FactRecord>.allocate(capacity: count + 1)
    exact.moveInitialize(from: records, count: count)
    kept.pointee.blocks.append(Block(block: block, records: exact, count: count, runs: runs))
  }

  @inline(__always)
  mutating func take(_ row: Row) throws(TableFault) {
    let line = try Cell.count(row, columns.line)
    let offset = try Cell.count(row, ifThere: columns.offset)
    try turn(to: row, line, offset)
    let status = statusWords.number(from: row.start(columns.status), to: row.end(columns.status))
    if status >= Status.allCases.count {
      throw row.fault(columns.status, .unknown(row.text(columns.status), among: Status.allCases))
    }
    let kind = try kept.pointee.words.kind(of: row, columns.kind)
    let place = try self.place(of: row)
    let isNation = kept.pointee.codes[place] == Division.nation.code
    let key = try group(of: row, kind)
    let record = FactRecord(
      value: try Cell.amount(row, columns.value),
      high: row.isEmpty(columns.high) ? FactRecord.none : try Cell.amount(row, columns.high),
      label: UInt32(
        kept.pointee.labels.number(from: row.start(columns.label), to: row.end(columns.label))),
      period: try period(of: row), place: UInt32(place),
      group: UInt32(kept.pointee.groups.number(of: key.bits, part: key.month)),
      article: try Cell.count(row, ifThere: columns.article),
      line: line, offset: offset, status: UInt8(status),
      qualifier: try kept.pointee.words.qualifierNumber(of: row, columns.qualifier),
      flags: (row.isEmpty(columns.part) ? 0 : FactRecord.part)
        | (try isOptional(row) ? FactRecord.optional : 0) | (isNation ? FactRecord.nation : 0)
        | (kind == rates ? FactRecord.rates : 0))
    if count == 1 << TableDecision.blockBits {
      throw TableFault(
        offset: row.offset,
        message: Wording(en: "the rows are too short for a table of facts", zh: "行太短，不像数据表"))
    }
    if count == capacity {
      records = enlarged(records, used: count, to: capacity * 2)
      capacity *= 2
    }
    (records + count).initialize(to: record)
    count += 1
  }

  /// Notes the page of a row; the name of a document is looked at where it changes.
  @inline(__always)
  private mutating func turn(
    to row: Row, _ line: UInt32, _ offset: UInt32
  ) throws(TableFault) {
    let name = UnsafeBufferPointer(
      start: row.start(columns.document),
      count: row.end(columns.document) - row.start(columns.document))
    if let last = runs.last, last.length == name.count, isSame(last, name) {
      let before = records[count - 1]
      if (before.line, before.offset) > (line, offset) { runs[runs.count - 1].isAscending = false }
      runs[runs.count - 1].count += 1
      return
    }
    try open(name, row)
  }

  @inline(__always)
  private func isSame(_ run: PageRun, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    kept.pointee.names.withUnsafeBufferPointer { names in
      guard let known = names.baseAddress, let name = name.baseAddress else {
        return run.length == 0
      }
      return compareBytes(known + run.name, name, run.length) == 0
    }
  }

  @inline(never)
  private mutating func open(
    _ name: UnsafeBufferPointer<UInt8>, _ row: Row
  ) throws(TableFault) {
    runs.append(
      PageRun(name: kept.pointee.names.count, length: name.count, first: count, count: 1))
    kept.pointee.names += name
    if columns.month != nil { return }
    guard let month = YearMonth(inName: name) ?? fallback else {
      throw row.fault(
        columns.document,
        Wording(
          en: "no date stands in the document's name '\(row.text(columns.document))'; "
            + "give the month with --date, for example --date 2025-07",
          zh: "文件名“\(row.text(columns.document))”里没有日期；请用 --date 给出月份，例如 --date 2025-07"))
    }
    pageMonth = kept.pointee.words.months.number(of: month.description)
  }

  @inline(__always)
  private func group(of row: Row, _ kind: Int) throws(TableFault) -> TableTotalKey {
    var month = pageMonth
    if let column = columns.month { month = try kept.pointee.words.month(of: row, column) }
    return try kept.pointee.words.key(
      of: row, month: month, province: columns.province, program: columns.program, kind: kind,
      unit: columns.unit)
  }

  /// The number of a row's period; a new one is looked at.
  @inline(__always)
  private func period(of row: Row) throws(TableFault) -> UInt32 {
    let known = kept.pointee.periods.count
    let number = kept.pointee.periods.number(
      from: row.start(columns.period), to: row.end(columns.period))
    if number == known, Period(text: row.text(columns.period)) == nil {
      throw row.fault(
        columns.period,
        Wording(
          en:
            "the period '\(row.text(columns.period))' is not known; write for example 2025, 2025-07-12, "
            + "2025-01/2025-06, 2019/ or yearly",
          zh:
            "认不出时间“\(row.text(columns.period))”；请写成 2025、2025-07-12、2025-01/2025-06、2019/ 或 yearly")
      )
    }
    return UInt32(number)
  }

  /// The number of a row's division.
  @inline(__always)
  private mutating func place(of row: Row) throws(TableFault) -> Int {
    let column = columns.code ?? columns.place
    let word = placeWords.number(from: row.start(column), to: row.end(column))
    let province = kept.pointee.words.provinces.number(
      from: row.start(columns.province), to: row.end(columns.province))
    let number = kept.pointee.places.number(of: UInt64(province) << 32 | UInt64(word))
    if number == kept.pointee.codes.count { kept.pointee.codes.append(try code(of: row)) }
    return number
  }

  @inline(never)
  private func code(of row: Row) throws(TableFault) -> Int {
    if let column = columns.code {
      if let code = Int(row.text(column)), (100_000...999_999).contains(code) { return code }
      throw row.fault(
        column,
        Wording(
          en: "'\(row.text(column))' is no code of a division; write the six digits of GB/T 2260",
          zh: "“\(row.text(column))”不是行政区代码；请写 GB/T 2260 的六位数字"))
    }
    let (place, province) = (row.text(columns.place), row.text(columns.province))
    if let code = divisions.code(of: place, in: province) { return code }
    throw row.fault(
      columns.place,
      Wording(
        en:
          "'\(province)' has no division '\(place)'; write full official names, such as 江苏省 and 南通市",
        zh: "“\(province)”里没有“\(place)”；请写全称，例如江苏省、南通市"))
  }

  @inline(__always)
  private func isOptional(_ row: Row) throws(TableFault) -> Bool {
    if row.isEmpty(columns.optional) { return false }
    if row.text(columns.optional) == "yes" { return true }
    throw row.fault(
      columns.optional,
      Wording(
        en: "'\(row.text(columns.optional))' is not known here; write yes or nothing",
        zh: "这里认不出“\(row.text(columns.optional))”；请写 yes 或空着"))
  }
}
