extension Amount {
  /// The value that stands in the middle of an ascending list; of an even number, the mean of the
  /// middle two, rounded half up. `nil` of an empty list.
  package static func median(ofAscending values: [Amount]) -> Amount? {
    if values.isEmpty { return nil }
    let upper = values[values.count / 2]
    if values.count % 2 == 1 { return upper }
    let lower = values[values.count / 2 - 1]
    let sum = Int128(lower.tenThousandths) + Int128(upper.tenThousandths)
    return Int64(exactly: divideHalfUp(sum, by: 2)).map(Amount.init(tenThousandths:))
  }
}
