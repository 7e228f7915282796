import FactModel

/// Numbers as English newspapers print them, without losing a digit unless told to be short.
enum EnglishNumber {
  /// `23000000` is 23 million, `1260000000` is 1.26 billion, `12345` is 12,345.
  static func text(_ amount: Amount) -> String {
    let whole = amount.tenThousandths.magnitude / UInt64(Amount.scale)
    for (size, name) in [(billion, "billion"), (million, "million")] where whole >= size {
      let step = Int64(size) / 100 * Amount.scale
      if amount.tenThousandths % step == 0 {
        return Amount(tenThousandths: amount.tenThousandths / Int64(size)).description + " " + name
      }
      return grouped(amount.description)
    }
    return grouped(amount.description)
  }

  static func text(_ amount: Amount, _ unit: Unit) -> String { text(amount) + suffix(unit) }

  static func text(_ quantity: Quantity) -> String {
    var number = text(quantity.value)
    if let high = quantity.high { number += " to " + text(high) }
    return hedge(quantity.qualifier) + number + suffix(quantity.unit)
  }

  static func text(_ total: Amount, low: Amount?, high: Amount?, unit: Unit) -> String {
    sign(Hedge(total, low: low, high: high)) + text(total) + suffix(unit)
  }

  static func sign(_ hedge: Hedge) -> String {
    switch hedge {
    case .exact: ""
    case .over: "more than "
    case .nearly: "nearly "
    case .about: "about "
    }
  }

  static func range(low: Amount, high: Amount?, unit: Unit) -> String {
    guard let high else { return text(low) + suffix(unit) + " or more" }
    return low == high
      ? text(low) + suffix(unit) : text(low) + " to " + text(high) + suffix(unit)
  }

  /// At most four digits and a letter: 1.26bn, 36m, 124k.
  static func short(_ amount: Amount, _ hedge: Hedge = .exact) -> String {
    let sizes = [(billion, "bn"), (million, "m"), (UInt64(1000), "k")]
    let whole = amount.tenThousandths.magnitude / UInt64(Amount.scale)
    // What would be rounded to 1000k is 1m.
    for (size, letter) in sizes where whole >= size - size / 20_000 && whole >= 10_000 {
      return NumberText.rounded(amount, in: Int64(size), hedge) + letter
    }
    return grouped(NumberText.rounded(amount, in: 1, hedge))
  }

  private static let million: UInt64 = 1_000_000
  private static let billion: UInt64 = 1_000_000_000

  private static func suffix(_ unit: Unit) -> String {
    unit == .percent ? "%" : " " + EnglishNames.unit(unit)
  }

  /// Commas between thousands.
  private static func grouped(_ digits: String) -> String {
    let parts = digits.split(separator: ".", maxSplits: 1)
    let sign = digits.hasPrefix("-") ? "-" : ""
    var text = ""
    for (place, digit) in parts[0].dropFirst(sign.count).reversed().enumerated() {
      if place > 0 && place % 3 == 0 { text = "," + text }
      text = String(digit) + text
    }
    return sign + text + (parts.count > 1 ? "." + parts[1] : "")
  }

  private static func hedge(_ qualifier: Qualifier) -> String {
    switch qualifier {
    case .exact: ""
    case .about: "about "
    case .over: "more than "
    case .nearly: "nearly "
    case .atLeast: "at least "
    case .atMost: "at most "
    }
  }
}
