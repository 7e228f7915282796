import CSVFormat
import FactModel

extension CSVWriter.Cell {
  /// Plain decimal digits; an empty cell where there is no figure, for missing is never 0.
  static func amount(_ amount: Amount?) -> CSVWriter.Cell {
    amount.map { .number($0.description) } ?? .empty
  }

  static func integer(_ number: Int?) -> CSVWriter.Cell {
    number.map { .number(String($0)) } ?? .empty
  }
}

extension CSVWriter {
  /// A whole table at once.
  static func table(
    style: Style, header: [String], rows: some Sequence<[Cell]>
  ) -> [UInt8] {
    var writer = CSVWriter(style: style, header: header)
    for row in rows { writer.append(row) }
    return writer.bytes
  }
}
