import FactModel
import Synchronization

/// The divisions by province and name, so that a table's places get their codes.
struct DivisionBook: Sendable {
  private let codes: [String: [String: Int]]
  private let former: FormerNames

  /// Of two counties of one name in one province the first by code is meant; the column `code` tells them apart.
  ///
  /// - Parameter former: divisions under their former names, which are asked for when a name is not found.
  init(_ divisions: [Division], former: @escaping @Sendable () -> [Division]) {
    var codes = DivisionBook.codes(of: divisions.sorted())
    codes["全国"] = ["全国": Division.nation.code]
    self.codes = codes
    self.former = FormerNames(former)
  }

  func code(of place: String, in province: String) -> Int? {
    codes[province]?[place] ?? former.codes[province]?[place]
  }

  fileprivate static func codes(of divisions: [Division]) -> [String: [String: Int]] {
    var codes: [String: [String: Int]] = [:]
    for division in divisions where codes[division.province]?[division.name] == nil {
      codes[division.province, default: [:]][division.name] = division.code
    }
    return codes
  }
}

/// The codes by former names; few tables need one.
private final class FormerNames: Sendable {
  private let make: @Sendable () -> [Division]
  private let made = Mutex<[String: [String: Int]]?>(nil)

  init(_ make: @escaping @Sendable () -> [Division]) { self.make = make }

  var codes: [String: [String: Int]] {
    made.withLock { made in
      if let made { return made }
      let codes = DivisionBook.codes(of: make())
      made = codes
      return codes
    }
  }
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
