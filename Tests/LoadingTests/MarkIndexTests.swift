import Testing

@testable import Loading

/// The marks of a text as bits, compared with a search sign by sign.
@Suite struct MarkIndexTests {
  private static let signs = Array("职工会2,;:。!?\n、年。\u{FF01}\u{4E0A}".utf16)

  /// Texts of every length around the width of a word, with marks that are rare and frequent.
  @Test(arguments: [0, 1, 63, 64, 65, 127, 128, 200, 400])
  func findsEveryMark(count: Int) {
    for seed in 1...20 as ClosedRange<UInt64> {
      var random = seed &* 0x9E37_79B9_7F4A_7C15 | 1
      func next() -> UInt64 {
        random ^= random << 13
        random ^= random >> 7
        random ^= random << 17
        return random
      }
      let rare = seed % 3 + 1
      let units = (0..<count).map { _ in
        next() % (rare * 8) == 0
          ? Self.signs[Int(next() % UInt64(Self.signs.count))] : Self.signs[Int(next() % 3)]
      }
      let index = MarkIndex(of: units)
      for place in 0...count {
        let limit = place + Int(next() % UInt64(count - place + 1))
        let after = (place..<limit).first { Sign.clauseEnds.contains(units[$0]) } ?? limit
        #expect(index.next(from: place, until: limit) == after, "seed \(seed), place \(place)")
        let end = (place..<limit).first { Sign.sentenceEnds.contains(units[$0]) } ?? limit
        #expect(index.nextEnd(from: place, until: limit) == end, "seed \(seed), place \(place)")
        let first = Int(next() % UInt64(place + 1))
        let before = (first..<place).last { Sign.clauseEnds.contains(units[$0]) }
        #expect(
          index.behindLast(before: place, from: first) == (before.map { $0 + 1 } ?? first),
          "seed \(seed), place \(place)")
      }
    }
  }
}
