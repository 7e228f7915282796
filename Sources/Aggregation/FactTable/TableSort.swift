/// The places of numbers in ascending order, by their lowest bits first (a radix sort): linear, and stable.
func sortedPlaces(of keys: [UInt64]) -> [UInt32] {
  var order = (0..<UInt32(keys.count)).map { $0 }
  var next = order
  let spread = keys.reduce(0) { $0 | $1 }
  let digit = 11
  for shift in stride(from: 0, to: 64, by: digit) where (spread >> UInt64(shift)) & 0x7FF != 0 {
    var starts = [Int](repeating: 0, count: 1 << digit)
    for key in keys { starts[Int(key >> UInt64(shift)) & 0x7FF] += 1 }
    var sum = 0
    for place in starts.indices { (starts[place], sum) = (sum, sum + starts[place]) }
    for place in order {
      let value = Int(keys[Int(place)] >> UInt64(shift)) & 0x7FF
      next[starts[value]] = place
      starts[value] += 1
    }
    swap(&order, &next)
  }
  return order
}

/// For every word its place among all words in the order of bytes, and the words in that order.
struct WordOrder {
  let words: [String]
  private let places: [String: Int]

  init(_ tables: [[String]]) {
    let words = Set(tables.joined()).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    self.words = words
    places = Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1, $0) })
  }

  /// For the words of one table, their places.
  func places(of table: [String]) -> [Int] { table.map { places[$0] ?? 0 } }
}
