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

  fileprivate static func rounded(_ amount: Amount) -> Amount {
    if amount.tenThousandths.magnitude < 1_000_000_000_000_000 { return amount }
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
  /// A whole table at once.
  static func table(
    style: Style, header: [String], rows: some Sequence<[Cell]>
  ) -> [UInt8] {
    var writer = CSVWriter(style: style, header: header)
    for row in rows { writer.append(row) }
    return writer.bytes
  }
}

extension CSVRows {
  /// A cell of an amount, as `CSVWriter.Cell.amount` has it.
  mutating func amount(_ amount: Amount) {
    let rounded = CSVWriter.Cell.rounded(amount)
    plain(most: 32) { cell in
      let (whole, rest) = rounded.tenThousandths.magnitude.quotientAndRemainder(
        dividingBy: UInt64(Amount.scale))
      if rounded.tenThousandths < 0 { cell.put(UInt8(ascii: "-")) }
      cell.put(digits: whole)
      if rest == 0 { return }
      cell.put(UInt8(ascii: "."))
      var (digits, width) = (rest, Amount.places)
      while digits % 10 == 0 {
        digits /= 10
        width -= 1
      }
      cell.put(digits: digits, width: width)
    }
  }

  /// A cell of a period, as `Period.text` has it.
  mutating func period(_ period: Period) {
    switch period {
    case .date(let date): plain(most: 32) { $0.put(date) }
    case .interval(let from, let to):
      plain(most: 64) { cell in
        if let from { cell.put(from) }
        cell.put(UInt8(ascii: "/"))
        if let to { cell.put(to) }
      }
    case .unstated, .yearly, .monthly, .daily: code(period.text)
    }
  }
}

extension PlainCell {
  /// A date, as `CalendarDate.description` has it.
  fileprivate mutating func put(_ date: CalendarDate) {
    put(digits: UInt64(date.year), width: 4)
    guard let month = date.month else { return }
    put(UInt8(ascii: "-"))
    put(digits: UInt64(month), width: 2)
    guard let day = date.day else { return }
    put(UInt8(ascii: "-"))
    put(digits: UInt64(day), width: 2)
  }
}
