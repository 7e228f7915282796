import FactModel

/// What the bounds of a total say of it.
enum Hedge: Hashable {
  case exact
  /// The top is open, or above the total.
  case over
  /// The total is the most that the figures allow.
  case nearly
  /// Both ends are open.
  case about

  init(_ total: Amount, low: Amount?, high: Amount?) {
    self =
      switch (low == total, high == total) {
      case (true, true): .exact
      case (true, false): .over
      case (false, true): .nearly
      case (false, false): .about
      }
  }

  /// The total with so many digits that count, rounded to the side on which what the hedge says stays
  /// true: more than 2.913 for 2.9138, nearly 2.914, about 2.914. An exact total keeps all its digits.
  func rounded(_ total: Amount, digits: Int) -> Amount {
    var unit: Int128 = 1
    let size = Int128(total.tenThousandths.magnitude)
    while size / unit >= Hedge.power(digits) { unit *= 10 }
    if self == .exact { return total }
    let rounded = steps(of: Int128(total.tenThousandths), unit) * unit
    return Int64(exactly: rounded).map(Amount.init(tenThousandths:)) ?? total
  }

  /// How many units a value has, rounded to the side on which the hedge stays true; half up without
  /// one.
  func steps(of value: Int128, _ unit: Int128) -> Int128 {
    let down = value / unit
    return switch self {
    case .exact, .about: Amount.divideHalfUp(value, by: unit)
    case .over: down
    case .nearly: down * unit == value ? down : down + 1
    }
  }

  private static func power(_ digits: Int) -> Int128 {
    (0..<digits).reduce(1) { size, _ in size * 10 }
  }
}
