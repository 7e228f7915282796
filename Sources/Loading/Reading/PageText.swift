import Lexicon

/// The characters of one page, as printed and as compared.
///
/// Both arrays are UTF-16 and of one length, so that a place in one is the same place in the other: `printed` is the
/// page itself, `folded` has every character in the form that the tables know.
struct PageText {
  let printed: [UInt16]
  let folded: [UInt16]
  /// The index at which each line begins; lines end in LF, CRLF or CR.
  let lineStarts: [Int]

  init(_ text: String, folding: Folding) {
    printed = Array(text.utf16)
    folded = printed.map { folding[$0] }
    var starts = [0]
    var at = 0
    while at < printed.count {
      let unit = printed[at]
      at += 1
      if unit == 13, at < printed.count, printed[at] == 10 { at += 1 }
      if unit == 10 || unit == 13 { starts.append(at) }
    }
    lineStarts = starts
  }

  /// The range of a line, without its end.
  func line(_ index: Int) -> Range<Int> {
    let start = lineStarts[index]
    var end = index + 1 < lineStarts.count ? lineStarts[index + 1] : printed.count
    while end > start, printed[end - 1] == 10 || printed[end - 1] == 13 { end -= 1 }
    return start..<end
  }

  /// The index of the line that holds a place.
  func lineIndex(of place: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= place { low = middle } else { high = middle }
    }
    return low
  }

  /// The line, from 1, and the column in Unicode scalars, from 1.
  func position(of place: Int) -> (line: Int, column: Int) {
    let index = lineIndex(of: place)
    let before = printed[lineStarts[index]..<place]
    let halves = before.reduce(into: 0) { if UTF16.isTrailSurrogate($1) { $0 += 1 } }
    return (index + 1, before.count - halves + 1)
  }
}
