import FactModel

/// The divisions by province and name, so that a table's places get their codes.
struct DivisionBook: Sendable {
  private let codes: [String: [String: Int]]

  /// Of two counties of one name in one province the first of the list is meant; the column `code` tells them apart.
  init(_ divisions: [Division]) {
    var codes: [String: [String: Int]] = [:]
    for division in divisions where codes[division.province]?[division.name] == nil {
      codes[division.province, default: [:]][division.name] = division.code
    }
    codes["全国"] = ["全国": Division.nation.code]
    self.codes = codes
  }

  func code(of place: String, in province: String) -> Int? { codes[province]?[place] }
}

extension YearMonth {
  /// The month of the first date in a document's name: 2025-07-12, 20250712 or 2025-07, with no digit beside it.
  init?(inName name: UnsafeBufferPointer<UInt8>) {
    func digits(_ place: Int, _ count: Int) -> Int? {
      guard place + count <= name.count else { return nil }
      var value = 0
      for byte in name[place..<(place + count)] {
        guard byte &- Sign.zero <= 9 else { return nil }
        value = value * 10 + Int(byte - Sign.zero)
      }
      return value
    }
    func isDigit(_ place: Int) -> Bool { digits(place, 1) != nil }
    for place in name.indices where !(place > 0 && isDigit(place - 1)) {
      guard let year = digits(place, 4) else { continue }
      if let rest = digits(place + 4, 4), !isDigit(place + 8),
        CalendarDate(year: year, month: rest / 100, day: rest % 100) != nil,
        let month = YearMonth(year: year, month: rest / 100)
      {
        self = month
        return
      }
      guard place + 4 < name.count, name[place + 4] == Sign.minus,
        let number = digits(place + 5, 2),
        !isDigit(place + 7), let month = YearMonth(year: year, month: number)
      else { continue }
      self = month
      return
    }
    return nil
  }
}
