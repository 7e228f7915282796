import FactModel

/// Numbers as Chinese newspapers print them, without losing a digit.
package enum NumberText {
  /// `23000000` is 2300万, `1281021300` is 12.810213亿, `12345` stays.
  ///
  /// 亿 and 万 are used where the number then is short: 亿 with at most six decimals, 万 with at most
  /// two, or four from a million on. Anything else is printed in full.
  package static func text(_ amount: Amount) -> String {
    let value = amount.tenThousandths
    let size = value.magnitude
    if size >= wan * wan * one, value % (hundred * one) == 0 {
      return decimal(value, in: wan * wan * one) + "亿"
    }
    let isShort = size >= hundred * wan * one ? value % one == 0 : value % (hundred * one) == 0
    if size >= UInt64(wan * one), isShort { return decimal(value, in: wan * one) + "万" }
    return amount.description
  }

  /// A quantity with its hedge and unit: 近44万元, 1.1万人次, 500至600人.
  package static func text(_ quantity: Quantity) -> String {
    var number = text(quantity.value)
    if let high = quantity.high { number += "至" + text(high) }
    return hedge(quantity.qualifier) + number + quantity.unit.spoken
  }

  /// A total with the hedge that its bounds give it: 逾1234万元 where the top is open, 约 where both
  /// ends are.
  package static func text(
    _ total: Amount, low: Amount?, high: Amount?, unit: Unit
  ) -> String {
    sign(Hedge(total, low: low, high: high)) + text(total) + unit.spoken
  }

  /// 逾, 近, 约, or nothing.
  static func sign(_ hedge: Hedge) -> String {
    switch hedge {
    case .exact: ""
    case .over: "逾"
    case .nearly: "近"
    case .about: "约"
    }
  }

  /// From the least to the most: 2300万至2400万元, 2300万元以上.
  package static func range(low: Amount, high: Amount?, unit: Unit) -> String {
    guard let high else { return text(low) + unit.spoken + "以上" }
    return low == high
      ? text(low) + unit.spoken : text(low) + "至" + text(high) + unit.spoken
  }

  /// A difference with its sign: +12.5, -3.
  package static func signed(_ amount: Amount) -> String {
    (amount > .zero ? "+" : "") + text(amount)
  }

  /// A number of at most four digits: `1234567` is 123.5万. It is rounded half up, or to the side on
  /// which a hedge in front of it stays true.
  package static func short(_ amount: Amount) -> String { short(amount, .exact) }

  static func short(_ amount: Amount, _ hedge: Hedge) -> String {
    let whole = amount.tenThousandths.magnitude / UInt64(one)
    // What would be rounded to 10000万 is 1亿.
    if whole >= UInt64(wan * wan - wan / 2) {
      return rounded(amount, in: wan * wan, hedge) + "亿"
    }
    if whole >= UInt64(wan) { return rounded(amount, in: wan, hedge) + "万" }
    return rounded(amount, in: 1, hedge)
  }

  /// So many of a size: with two decimals below 10, one below 1000, none above.
  static func rounded(_ amount: Amount, in size: Int64, _ hedge: Hedge) -> String {
    let ratio = Amount(tenThousandths: amount.tenThousandths / size).tenThousandths.magnitude
    let places = ratio < UInt64(10 * one) ? 2 : ratio < UInt64(1000 * one) ? 1 : 0
    let step: Int64 = places == 2 ? 100 : places == 1 ? 1000 : one
    let value = Int128(amount.tenThousandths)
    let steps = hedge.steps(of: value, Int128(size) * Int128(step))
    return Amount(tenThousandths: Int64(truncatingIfNeeded: steps) * step).description
  }

  private static let one = Amount.scale
  private static let hundred: Int64 = 100
  private static let wan: Int64 = 10_000

  /// So many of a size, which is a power of ten, as decimal text without needless zeros.
  private static func decimal(_ value: Int64, in size: Int64) -> String {
    // A one before the decimals keeps the zeros that they begin with.
    var rest = value.magnitude % UInt64(size) + UInt64(size)
    while rest % 10 == 0 { rest /= 10 }
    let whole = (value < 0 ? "-" : "") + String(value.magnitude / UInt64(size))
    return rest == 1 ? whole : whole + "." + String(rest).dropFirst()
  }

  private static func hedge(_ qualifier: Qualifier) -> String {
    switch qualifier {
    case .exact: ""
    case .about: "约"
    case .over: "逾"
    case .nearly: "近"
    case .atLeast: "至少"
    case .atMost: "至多"
    }
  }
}
