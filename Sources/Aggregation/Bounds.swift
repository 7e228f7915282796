import FactModel

/// The least and the greatest number that a printed figure allows, in ten-thousandths.
///
/// | qualifier | low | high |
/// | --- | --- | --- |
/// | `exact` | the value | the value, or the upper end of a range |
/// | `about` | half a unit of the last printed digit less | half a unit more |
/// | `over`, `at_least` | the value | open |
/// | `nearly`, `at_most` | the next lower number of the same precision | the value |
///
/// The precision is read from the significant digits: zeros at the end do not count. 600 is printed
/// to the hundred, so 约600 is 550 to 650 and 近600 is 500 to 600; 44万 is printed to ten thousand, so
/// 近44万 is 43万 to 44万. Below a power of ten the next lower number of one digit is nine tenths of
/// it: 近1000 is 900 to 1000.
struct Bounds: Hashable {
  let low: Int128
  /// `nil` where the top is open.
  let high: Int128?

  init(of quantity: Quantity) {
    self.init(
      value: quantity.value.tenThousandths, high: quantity.high?.tenThousandths,
      qualifier: quantity.qualifier)
  }

  /// Of a value and the upper end of its range, in ten-thousandths.
  init(value: Int64, high end: Int64?, qualifier: Qualifier) {
    let top = end ?? value
    switch qualifier {
    case .exact:
      low = Int128(value)
      high = Int128(top)
    case .about:
      low = Int128(value) - Bounds.halfUnit(of: value)
      high = Int128(top) + Bounds.halfUnit(of: top)
    case .over, .atLeast:
      low = Int128(value)
      high = nil
    case .nearly, .atMost:
      low = Bounds.nextLower(value)
      high = Int128(top)
    }
  }

  /// One unit of the last digit that is not zero: 100 of 600. Of zero, one whole.
  static func lastUnit(of value: Int64) -> Int128 {
    if value == 0 { return Int128(Amount.scale) }
    var rest = value
    var unit: Int128 = 1
    while rest % 10 == 0 {
      rest /= 10
      unit *= 10
    }
    return unit
  }

  /// Half of that unit, rounded outwards where it is below what an amount holds.
  private static func halfUnit(of value: Int64) -> Int128 {
    (lastUnit(of: value) + 1) / 2
  }

  /// The next number towards zero with as many significant digits; zero stays.
  private static func nextLower(_ value: Int64) -> Int128 {
    if value <= 0 { return Int128(value) }
    let unit = lastUnit(of: value)
    let isPowerOfTen = Int128(value) == unit
    return Int128(value) - (isPowerOfTen ? max(1, unit / 10) : unit)
  }
}

extension Amount {
  /// The amount of so many ten-thousandths, or `nil` where they leave the range.
  init?(bound: Int128) {
    guard let exact = Int64(exactly: bound) else { return nil }
    self.init(tenThousandths: exact)
  }
}
