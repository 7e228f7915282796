import Lexicon

/// Searches for signs in a stretch of the text, which sentences are asked for all the time.
extension Scan {
  /// Whether one of some signs stands in a range of the text.
  func holds(_ signs: SignSet, in range: Range<Int>) -> Bool {
    units.withUnsafeBufferPointer { units in
      precondition(range.lowerBound >= 0 && range.upperBound <= units.count)
      var place = range.lowerBound
      while place < range.upperBound {
        if signs.contains(units[place]) { return true }
        place &+= 1
      }
      return false
    }
  }

  /// The last place of a range of the text where a sign stands that fits.
  @inline(__always)
  func last(_ sign: UInt16, in range: Range<Int>, where fits: (Int) -> Bool) -> Int? {
    units.withUnsafeBufferPointer { units in
      precondition(range.lowerBound >= 0 && range.upperBound <= units.count)
      var place = range.upperBound
      while place > range.lowerBound {
        place &-= 1
        if units[place] == sign, fits(place) { return place }
      }
      return nil
    }
  }
}

extension String {
  /// Whether a word is one sign alone: comparing texts that differ is slow.
  func isSign(_ sign: UInt16) -> Bool {
    var units = utf16.makeIterator()
    return units.next() == sign && units.next() == nil
  }

  /// Whether two words are the same to the byte, as those of the tables and of one text are.
  func isSame(_ other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
