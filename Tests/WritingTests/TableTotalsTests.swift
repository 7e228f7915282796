import CSVFormat
import FactModel
import TestSupport
import Testing
import Writing

@Suite("The totals of a table are written as CSVWriter would")
struct TableTotalsTests {
  /// Rows at random, in the order of their keys.
  private func totals(seed: UInt64, rows: Int) -> TableTotals {
    var random = SeededGenerator(seed: seed)
    let units = ["CNY", "=场,\"件\"", "件"]
    let made = (0..<rows).map { number in
      let key = TableTotalKey(
        month: 0, province: number / 300, program: number / 15 % 20, kind: number / 3 % 5,
        unit: number % 3,
        span: Int.random(in: 0...4, using: &random))
      var row = TableTotal(key: key)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let value = Int64.random(
          in: -1_000_000...(number % 7 == 0 ? Int64.max : 9_000_000), using: &random)
        let high: Int128? = number % 5 == 0 ? nil : Int128(value) * 3
        row.add(value, low: Int128(value) - 5000, high: high)
      }
      return row
    }
    return TableTotals(
      months: ["2025-07"], provinces: (0..<40).map { "\($0)省" },
      programs: (0..<20).map { "p\($0)" },
      units: units, pieces: [Array(made.prefix(4000)), [], Array(made.dropFirst(4000))],
      identity: Identity(), uncountedRates: 0)
  }

  @Test("Byte for byte, on any number of threads", arguments: [1, 2, 3] as [UInt64])
  func bytes(seed: UInt64) {
    let totals = totals(seed: seed, rows: 10_000)
    for style in [CSVWriter.Style.plain, .spreadsheet] {
      let expected = slow(totals, style)
      for threads in 1...3 {
        var found: [UInt8] = []
        TableTotalsCSV(of: totals, style: style).write(threads: threads) { found += $0 }
        #expect(found == expected, "seed \(seed), \(threads) threads")
      }
    }
  }

  private func slow(_ totals: TableTotals, _ style: CSVWriter.Style) -> [UInt8] {
    var writer = CSVWriter(style: style, header: TableTotalsCSV.columns.map(\.name))
    for row in totals.rows {
      let key = row.key
      writer.append([
        .code(totals.months[key.month]), .text(totals.provinces[key.province]),
        .text(totals.programs[key.program]), .text(key.kind.rawValue),
        .text(totals.units[key.unit]),
        .text(key.span.rawValue), .number("\(row.facts)"), number(row.total), number(row.lowest),
        number(row.highest), number(row.minimum.map { Int128($0) }), number(row.mean),
        number(row.maximum.map { Int128($0) }),
      ])
    }
    return writer.bytes
  }

  /// By way of `Amount` where it reaches, else by text.
  private func number(_ value: Int128?) -> CSVWriter.Cell {
    guard let value else { return .empty }
    if let exact = Int64(exactly: value) {
      return .number(Amount(tenThousandths: exact).description)
    }
    var digits = "\(value.magnitude)"
    let rest = String(digits.suffix(4))
    digits = (value < 0 ? "-" : "") + String(digits.dropLast(4)) + "." + rest
    while digits.hasSuffix("0") { digits.removeLast() }
    return .number(digits.hasSuffix(".") ? String(digits.dropLast()) : digits)
  }
}
