import FactModel

/// What a numeral is worth, from its pieces.
extension NumberReader {
  /// The value in ten-thousandths, by the sections of a Chinese numeral; `nil` where it leaves the range.
  static func value(of pieces: [Piece], takingHigh: Bool) -> Amount? {
    let unit = Int128(10_000)
    var total: Int128 = 0
    var section: Int128 = 0
    var current: Int128?
    var lastStep: Int128 = 1
    var largest: Int128 = 1
    for piece in pieces {
      switch piece {
      case .number(let mantissa, let decimals):
        guard let scaled = scaled(mantissa, decimals: decimals) else { return nil }
        current = scaled
      case .pair(let low, let high):
        current = Int128(takingHigh ? high : low) * unit * fineScale
      case .tens(let value):
        section += Int128(value) * unit * fineScale
        lastStep = 10
      case .multiplier(let value):
        section += (current ?? unit * fineScale) * Int128(value)
        lastStep = Int128(value)
        current = nil
      case .myriad(let value):
        let factor = Int128(value)
        // 万 alone is one; 0万 is none.
        let isBare = current == nil && section == 0 && total == 0
        section += current ?? 0
        current = nil
        if isBare { section = unit * fineScale }
        if section > Int128.max / factor / 4 || total > Int128.max / factor / 4 { return nil }
        if factor > largest || section == 0 {
          total = (total + section) * factor
        } else {
          total += section * factor
        }
        largest = factor
        section = 0
        lastStep = factor
      }
      if section > Int128.max / 1_000_000_000_000 { return nil }
    }
    if let rest = current {
      // 两万五, 三百五: a last lone digit counts the next lower unit.
      let isShort =
        lastStep >= 100 && rest < 10 * unit * fineScale && rest % (unit * fineScale) == 0
      let hasFiller = pieces.count < 2
      total +=
        section + (isShort && !hasFiller && isLoneDigit(pieces) ? rest * lastStep / 10 : rest)
    } else {
      total += section
    }
    let rounded = Amount.divideHalfUp(total, by: fineScale)
    return Int64(exactly: rounded).map(Amount.init(tenThousandths:))
  }

  /// Values are held 10,000 times finer than the model's ten-thousandths, so that 0.00012亿 is exact.
  private static let fineScale = Int128(10_000)

  private static func scaled(_ mantissa: Int128, decimals: Int) -> Int128? {
    var divisor: Int128 = 1
    for _ in 0..<decimals { divisor *= 10 }
    let unit = Int128(10_000) * fineScale
    if mantissa > Int128.max / unit / 4 { return nil }
    return Amount.divideHalfUp(mantissa * unit, by: divisor)
  }

  /// Whether the last piece is one Chinese digit right behind a unit, with no 零 between.
  private static func isLoneDigit(_ pieces: [Piece]) -> Bool {
    guard pieces.count >= 2, case .number(let digit, 0) = pieces[pieces.count - 1], digit < 10
    else {
      return false
    }
    switch pieces[pieces.count - 2] {
    case .multiplier(let value): return value >= 100
    case .myriad: return true
    default: return false
    }
  }
}
