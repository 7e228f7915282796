import FactModel

/// The administrative divisions of China, their short names and their former names.
package struct Gazetteer: Sendable {
  /// By code.
  package let divisions: [Division]
  /// The codes of the divisions, in their order.
  private let codes: FixedTable<Int>
  package let nationIndex: Int

  package init(divisions: [Division]) {
    let sorted = ([Division.nation] + divisions).sorted()
    self.divisions = sorted
    codes = FixedTable(sorted.map(\.code))
    nationIndex = sorted.firstIndex(of: .nation) ?? 0
  }

  /// The place of a code in `divisions`.
  package func index(ofCode code: Int) -> Int? {
    // The first that is not less.
    var (low, count) = (0, codes.count)
    while count > 0 {
      let half = count >> 1
      if codes.base[low + half] < code {
        low += half + 1
        count -= half + 1
      } else {
        count = half
      }
    }
    return low < codes.count && codes.base[low] == code ? low : nil
  }

  /// The next larger division that holds this one; the nation holds the provinces; nothing holds the nation.
  package func parent(of index: Int) -> Int? {
    let division = divisions[index]
    switch division.level {
    case .nation: return nil
    case .province: return nationIndex
    case .prefecture: return self.index(ofCode: division.provinceCode)
    case .county:
      return self.index(ofCode: division.code / 100 * 100)
        ?? self.index(ofCode: division.provinceCode)
    }
  }

  /// Whether the division calls itself a city.
  package func isCity(_ index: Int) -> Bool {
    divisions[index].name.utf8.suffix(3).elementsEqual("市".utf8)
  }

  /// Whether one division is, or lies inside, another.
  package func isInside(_ index: Int, _ outer: Int) -> Bool {
    index == outer || outer == nationIndex || divisions[outer].contains(divisions[index])
  }

  /// Whether neither of two divisions is, or lies inside, the other.
  package func isApart(_ one: Int, _ other: Int) -> Bool {
    !isInside(one, other) && !isInside(other, one)
  }

  /// The smallest division that holds both.
  package func common(_ one: Int, _ other: Int) -> Int {
    var candidate: Int? = one
    while let here = candidate {
      if isInside(other, here) { return here }
      candidate = parent(of: here)
    }
    return nationIndex
  }

  /// The division with its holders, itself first: 禅城区, 佛山市, 广东省.
  package func chain(of index: Int) -> [Int] {
    var chain = [index]
    while let parent = parent(of: chain[chain.count - 1]), parent != nationIndex {
      chain.append(parent)
    }
    return chain
  }
}
