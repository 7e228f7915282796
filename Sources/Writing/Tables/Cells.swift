import CSVFormat
import FactModel

extension CSVWriter.Cell {
  /// Plain decimal digits; an empty cell where there is no figure, for missing is never 0.
  ///
  /// Spreadsheets hold 15 significant digits and cut the rest; so what has more is rounded half up
  /// to 15, which only amounts beyond a hundred billion with decimal places have.
  static func amount(_ amount: Amount?) -> CSVWriter.Cell {
    amount.map { .number(rounded($0).description) } ?? .empty
  }

  private static func rounded(_ amount: Amount) -> Amount {
    var unit: Int128 = 1
    while amount.tenThousandths.magnitude / UInt64(unit) >= 1_000_000_000_000_000 { unit *= 10 }
    let digits = Amount.divideHalfUp(Int128(amount.tenThousandths), by: unit) * unit
    return Int64(exactly: digits).map(Amount.init(tenThousandths:)) ?? amount
  }

  static func integer(_ number: Int?) -> CSVWriter.Cell {
    number.map { .number(String($0)) } ?? .empty
  }
}

extension CSVWriter {
  /// Rows of a table that goes on.
  static func rows(style: Style, _ rows: some Sequence<[Cell]>) -> [UInt8] {
    var writer = CSVWriter(continuing: style)
    for row in rows { writer.append(row) }
    return writer.bytes
  }

  /// A whole table at once.
  static func table(
    style: Style, header: [String], rows: some Sequence<[Cell]>
  ) -> [UInt8] {
    var writer = CSVWriter(style: style, header: header)
    for row in rows { writer.append(row) }
    return writer.bytes
  }
}
