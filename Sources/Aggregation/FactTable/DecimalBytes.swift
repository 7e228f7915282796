import FactModel

/// Decimals in bytes, exact, without text between.
enum DecimalBytes {
  /// The value of plain decimal digits in ten-thousandths, or `nil` for anything else: what `Amount(parsing:)` reads.
  ///
  /// Up to fourteen bytes cannot leave the range, and are read here; the rest is left to `Amount`.
  @inline(__always)
  static func amount(
    from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>
  ) -> Int64? {
    if end - start > 14 { return slowAmount(from: start, to: end) }
    var at = start
    var isNegative = false
    if at < end, at.pointee == Sign.minus {
      isNegative = true
      at += 1
    }
    var value: Int64 = 0
    let first = at
    while at < end, at.pointee &- Sign.zero <= 9 {
      value = value &* 10 &+ Int64(at.pointee &- Sign.zero)
      at += 1
    }
    if at == first { return nil }
    if at == end {
      value = value &* 10_000
    } else {
      if at.pointee != Sign.point { return nil }
      let decimals = end - at - 1
      if decimals < 1 || decimals > 4 { return slowAmount(from: start, to: end) }
      at += 1
      while at < end {
        let digit = at.pointee &- Sign.zero
        if digit > 9 { return nil }
        value = value &* 10 &+ Int64(digit)
        at += 1
      }
      for _ in decimals..<4 { value = value &* 10 }
    }
    return isNegative ? -value : value
  }

  @inline(never)
  private static func slowAmount(
    from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>
  ) -> Int64? {
    let text = String(
      decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
    return Amount(parsing: text)?.tenThousandths
  }
}
