/// An exact decimal number with four places after the point.
///
/// Stored as a whole number of ten-thousandths, so that adding, comparing and printing never round:
/// `Amount(parsing: "12.6")` times 100,000,000 is exactly 1,260,000,000.
/// The range is about ±922 trillion (9.2 × 10¹⁴); anything that leaves it is `nil`, never a wrong number.
///
/// ```swift
/// let price = Amount(parsing: "12.6")!
/// assert(price.multiplied(by: 100_000_000)?.description == "1260000000")
/// assert(Amount(parsing: "0.1")!.adding(Amount(parsing: "0.2")!) == Amount(parsing: "0.3"))
/// assert(Amount(parsing: "1.23456") == nil)
/// ```
public struct Amount: Hashable, Comparable, Sendable, BitwiseCopyable {
  /// How many ten-thousandths the amount holds.
  public let tenThousandths: Int64

  /// Digits kept after the decimal point.
  public static let places = 4
  /// Ten-thousandths in one.
  package static let scale: Int64 = 10_000

  /// Nothing: 0.
  public static let zero = Amount(tenThousandths: 0)

  /// An amount of so many ten-thousandths.
  public init(tenThousandths: Int64) {
    self.tenThousandths = tenThousandths
  }

  /// A whole amount, or `nil` where it leaves the range.
  public init?(whole: Int64) {
    let (product, overflow) = whole.multipliedReportingOverflow(by: Amount.scale)
    if overflow { return nil }
    tenThousandths = product
  }

  /// Whether one amount is less than another, exactly.
  public static func < (left: Amount, right: Amount) -> Bool {
    left.tenThousandths < right.tenThousandths
  }

  /// The sum, or `nil` where it leaves the range.
  public func adding(_ other: Amount) -> Amount? {
    let (sum, overflow) = tenThousandths.addingReportingOverflow(other.tenThousandths)
    return overflow ? nil : Amount(tenThousandths: sum)
  }

  /// The difference, or `nil` where it leaves the range.
  public func subtracting(_ other: Amount) -> Amount? {
    let (difference, overflow) = tenThousandths.subtractingReportingOverflow(other.tenThousandths)
    return overflow ? nil : Amount(tenThousandths: difference)
  }

  /// The product with a whole number, or `nil` where it leaves the range.
  public func multiplied(by factor: Int64) -> Amount? {
    let (product, overflow) = tenThousandths.multipliedReportingOverflow(by: factor)
    return overflow ? nil : Amount(tenThousandths: product)
  }

  /// `numerator / denominator × factor`, rounded half up (away from zero) to `places` decimal places.
  ///
  /// - Returns: `nil` where the denominator is zero or the result leaves the range.
  ///
  /// ```swift
  /// let share = Amount.ratio(Amount(whole: 1)!, to: Amount(whole: 3)!, times: 100)
  /// assert(share?.description == "33.33")
  /// ```
  public static func ratio(
    _ numerator: Amount, to denominator: Amount, times factor: Int64 = 1, places: Int = 2
  ) -> Amount? {
    if denominator.tenThousandths == 0 { return nil }
    var unit: Int128 = 1
    for _ in 0..<max(0, Amount.places - places) { unit *= 10 }
    let steps = Int128(Amount.scale) / unit
    let top = Int128(numerator.tenThousandths) * Int128(factor) * steps
    let rounded = divideHalfUp(top, by: Int128(denominator.tenThousandths)) * unit
    return Int64(exactly: rounded).map(Amount.init(tenThousandths:))
  }

  /// The one rounding rule of the project: half away from zero on the decimal digits.
  package static func divideHalfUp(_ numerator: Int128, by denominator: Int128) -> Int128 {
    let negative = (numerator < 0) != (denominator < 0)
    let top = numerator.magnitude
    let bottom = denominator.magnitude
    let quotient = Int128((top * 2 + bottom) / (bottom * 2))
    return negative ? -quotient : quotient
  }
}

extension Amount: LosslessStringConvertible {
  /// Digits, at most one point, a leading minus, no needless zeros: `440000`, `98.3`, `-0.5`.
  public var description: String {
    let magnitude = tenThousandths.magnitude
    let whole = magnitude / UInt64(Amount.scale)
    var rest = magnitude % UInt64(Amount.scale)
    var text = tenThousandths < 0 ? "-\(whole)" : "\(whole)"
    if rest == 0 { return text }
    var width = Amount.places
    while rest % 10 == 0 {
      rest /= 10
      width -= 1
    }
    let digits = String(rest)
    text += "." + String(repeating: "0", count: width - digits.utf8.count) + digits
    return text
  }

  /// The amount that plain decimal digits say, as `init(parsing:)`.
  public init?(_ description: String) {
    self.init(parsing: description)
  }

  /// Reads plain decimal text: `440000`, `98.3`, `-0.5`.
  ///
  /// - Returns: `nil` where the text is anything else, has more than four decimal places that are not zero,
  ///   or leaves the range. Never rounds.
  public init?(parsing text: some StringProtocol) {
    var value: Int64 = 0
    var seenDigit = false
    var decimals = -1
    var negative = false
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where index == 0:
        negative = true
      case UInt8(ascii: ".") where decimals < 0 && seenDigit:
        decimals = 0
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        seenDigit = true
        let digit = Int64(byte - UInt8(ascii: "0"))
        if decimals >= Amount.places {
          if digit != 0 { return nil }
          continue
        }
        if decimals >= 0 { decimals += 1 }
        let (shifted, tooLarge) = value.multipliedReportingOverflow(by: 10)
        let (sum, overflow) = shifted.addingReportingOverflow(digit)
        if tooLarge || overflow { return nil }
        value = sum
      default:
        return nil
      }
    }
    if !seenDigit || decimals == 0 { return nil }
    for _ in max(0, decimals)..<Amount.places {
      let (shifted, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = shifted
    }
    tenThousandths = negative ? -value : value
  }
}
