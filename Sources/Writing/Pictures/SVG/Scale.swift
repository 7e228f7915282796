import FactModel

/// From amounts to pixels, exactly and always the same: whole numbers only. It begins at 0, for a
/// bar that does not tells a lie.
struct Scale {
  /// The amount at the far end.
  let maximum: Amount
  /// The length of the axis in pixels.
  let length: Int

  /// The pixels of an amount, rounded half up; amounts beyond the ends lie on them.
  func pixels(_ amount: Amount) -> Int {
    if maximum <= .zero { return 0 }
    let clamped = max(.zero, min(amount, maximum))
    let numerator = Int128(clamped.tenThousandths) * Int128(length)
    return Int(Amount.divideHalfUp(numerator, by: Int128(maximum.tenThousandths)))
  }

  /// Round amounts from 0 up to the maximum, with a step of 1, 2 or 5 times a power of ten.
  func ticks(atMost count: Int) -> [Amount] {
    let size = Int128(maximum.tenThousandths)
    if size <= 0 { return [.zero] }
    var power: Int128 = 1
    while true {
      for factor: Int128 in [1, 2, 5] where size / (power * factor) <= Int128(count) {
        let step = power * factor
        return (0...(size / step)).compactMap { place in
          Int64(exactly: place * step).map(Amount.init(tenThousandths:))
        }
      }
      power *= 10
    }
  }
}
