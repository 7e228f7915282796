import CSVFormat
import Dispatch
import FactModel

/// The totals of a whole table of facts: what `yuebao aggregate` writes.
///
/// Half a million rows are written in a moment: the words of a row are made ready once, and digits go straight into
/// bytes. `CSVWriter` is the slow twin, which the tests compare.
public struct TableTotalsCSV: Sendable {
  /// The columns.
  public static let columns: [Column] =
    [
      Column("month", .yearmonth, "报告月份", "month of the report", required: true),
      Column("province", "省级行政区全称", "province, full official name", required: true),
      Column("program", "工会工作项目编号", "id of the programme", required: true),
      .kind, .unit, .span,
    ] + Column.totals + [
      .least,
      .amount("mean", "平均值，四舍五入到四位小数", "mean, rounded half up to four places; empty for rates"),
      .greatest,
    ]

  private let totals: TableTotals
  private let style: CSVWriter.Style
  private let months, provinces, programs, units: [[UInt8]]
  private static let rowsOfPart = 8192

  /// The table of some totals.
  public init(of totals: TableTotals, style: CSVWriter.Style) {
    self.totals = totals
    self.style = style
    func cells(_ words: [String]) -> [[UInt8]] {
      words.map { CSVWriter.cell(.text($0), style: style) + [UInt8(ascii: ",")] }
    }
    months = totals.months.map { CSVWriter.cell(.code($0), style: style) + [UInt8(ascii: ",")] }
    provinces = cells(totals.provinces)
    programs = cells(totals.programs)
    units = cells(totals.units)
  }

  /// Hands the table on in pieces, from front to back.
  ///
  /// - Throws: what `hand` throws.
  public func write<Failure: Error>(
    threads: Int, _ hand: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try hand(CSVWriter(style: style, header: TableTotalsCSV.columns.map(\.name)).bytes)
    let parts = totals.pieces.flatMap { piece in
      stride(from: 0, to: piece.count, by: TableTotalsCSV.rowsOfPart).map { first in
        piece[first..<min(first + TableTotalsCSV.rowsOfPart, piece.count)]
      }
    }
    for first in stride(from: 0, to: parts.count, by: threads) {
      let now = min(threads, parts.count - first)
      if now == 1 {
        try hand(bytes(of: parts[first]))
        continue
      }
      let made = Made(now)
      DispatchQueue.concurrentPerform(iterations: now) { place in
        made.values[place] = bytes(of: parts[first + place])
      }
      for place in 0..<now { try hand(made.values[place]) }
    }
  }

  /// A place for what each thread makes.
  private final class Made: @unchecked Sendable {
    let values: UnsafeMutablePointer<[UInt8]>
    private let count: Int

    init(_ count: Int) {
      self.count = count
      values = .allocate(capacity: count)
      values.initialize(repeating: [], count: count)
    }

    deinit {
      values.deinitialize(count: count)
      values.deallocate()
    }
  }

  private func bytes(of rows: ArraySlice<TableTotal>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(rows.count * 120)
    for row in rows { append(row, to: &bytes) }
    return bytes
  }

  private func append(_ total: TableTotal, to bytes: inout [UInt8]) {
    bytes += months[total.key.month]
    bytes += provinces[total.key.province]
    bytes += programs[total.key.program]
    bytes += total.key.kind.rawValue.utf8
    bytes.append(UInt8(ascii: ","))
    bytes += units[total.key.unit]
    bytes += total.key.span.rawValue.utf8
    bytes.append(UInt8(ascii: ","))
    append(UInt64(total.facts), to: &bytes)
    append(total.total, to: &bytes)
    append(total.lowest, to: &bytes)
    append(total.highest, to: &bytes)
    append(total.minimum.map { Int128($0) }, to: &bytes)
    append(total.mean, to: &bytes)
    append(total.maximum.map { Int128($0) }, to: &bytes)
    if style.carriageReturn { bytes.append(13) }
    bytes.append(10)
  }

  /// A comma and a number of ten-thousandths as a plain decimal, or nothing.
  private func append(_ amount: Int128?, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: ","))
    guard let amount else { return }
    if amount < 0 { bytes.append(UInt8(ascii: "-")) }
    let (whole, rest) = amount.magnitude.quotientAndRemainder(dividingBy: UInt128(Amount.scale))
    if let short = UInt64(exactly: whole) {
      append(short, to: &bytes)
    } else {
      bytes += String(whole).utf8
    }
    if rest == 0 { return }
    bytes.append(UInt8(ascii: "."))
    var left = UInt64(rest)
    var unit = UInt64(Amount.scale) / 10
    while left > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(left / unit))
      left %= unit
      unit /= 10
    }
  }

  private func append(_ number: UInt64, to bytes: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var at = 20
      var rest = number
      repeat {
        at -= 1
        digits[at] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
      } while rest > 0
      bytes += digits[at...]
    }
  }
}
