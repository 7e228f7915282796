import Lexicon

/// The places of a range at which a rule may begin; all others are passed by.
///
/// They are told sixty-four at a time and without a branch, for they come as a surprise: a bit for each place.
/// `RuleBookTests` compares it with a look at every place.
struct RulePlaces {
  private let scan: Scan
  private let signs: RuleSigns
  private let end: Int
  /// The first of the places that are looked at together, and those of them at which a rule may begin.
  private var first: Int
  private var bits: UInt64 = 0
  private static var width: Int { 64 }

  init(in range: Range<Int>, of scan: Scan) {
    precondition(range.lowerBound >= 0 && range.upperBound <= scan.units.count)
    self.scan = scan
    signs = scan.rulesBegin
    first = range.lowerBound - RulePlaces.width
    end = range.upperBound
  }

  /// The first such place from one on, which is not before the one that was asked for last.
  @inline(__always)
  mutating func next(from place: Int) -> Int? {
    if place < end, opensWord(place - 1) { return place }
    if place < first + RulePlaces.width {
      bits &= .max &<< UInt64(place - first)
    } else {
      fill(from: place)
    }
    while true {
      while bits == 0 {
        if first + RulePlaces.width >= end { return nil }
        fill(from: first + RulePlaces.width)
      }
      let found = first + bits.trailingZeroBitCount
      if scan.unit(found) != TimeRule.to || isWord(found) { return found }
      // Behind a 至 a word of time may begin; itself it is none.
      bits &= bits &- 1
      if found + 1 < end, opensWord(found) { return found + 1 }
    }
  }

  /// Whether a 至 stands at a place, and a word of time behind it.
  @inline(__always)
  private func opensWord(_ place: Int) -> Bool {
    scan.unit(place) == TimeRule.to && scan.mayBegin(Scan.bit(.time), at: place + 1)
  }

  /// The words that rules ask for.
  @inline(__always)
  private static var groups: UInt16 { Scan.bit(.time) | Scan.bit(.excluded) }

  private func isWord(_ place: Int) -> Bool {
    scan.hasToken(.time, at: place) || scan.hasToken(.excluded, at: place)
  }

  @inline(never)
  private mutating func fill(from place: Int) {
    first = place
    let count = min(RulePlaces.width, end - place)
    bits = scan.units.withUnsafeBufferPointer { units in
      scan.withBeginnings { begins in
        guard let units = units.baseAddress, let begins = begins.baseAddress, count > 0 else {
          return 0
        }
        return RulePlaces.bits(units + place, begins + place, count, signs)
      }
    }
  }

  @inline(__always)
  private static func bits(
    _ units: UnsafePointer<UInt16>, _ begins: UnsafePointer<UInt16>, _ count: Int,
    _ signs: RuleSigns
  ) -> UInt64 {
    // From the last to the first, so that each bit goes in at the lowest place.
    var place = count
    var all: UInt64 = 0
    while place != 0 {
      place &-= 1
      let isSign: UInt64 = signs.contains(units[place]) ? 1 : 0
      let isWord: UInt64 = begins[place] & groups != 0 ? 1 : 0
      all = all &+ all &+ (isSign | isWord)
    }
    return all
  }
}
