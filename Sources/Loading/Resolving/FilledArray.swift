extension Array {
  /// So many times a value.
  ///
  /// `init(repeating:count:)` asks the runtime for the type of the array's memory each time, which takes longer than
  /// filling the short arrays that every article needs.
  init(_ count: Int, of value: Element) {
    self = []
    reserveCapacity(count)
    for _ in 0..<count { append(value) }
  }
}
