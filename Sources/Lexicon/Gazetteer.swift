import FactModel

/// The administrative divisions of China, their short names and their former names.
///
/// What holds what is asked all the time: a small row for each division answers it without touching its names.
package final class Gazetteer: Sendable {
  /// By code.
  package let divisions: [Division]
  package let nationIndex: Int
  @usableFromInline let rows: FixedTable<Row>

  /// What is asked of a division all the time.
  @usableFromInline
  struct Row: BitwiseCopyable, Sendable {
    @usableFromInline var code: Int32
    @usableFromInline var provinceCode: Int32
    /// The next larger division, or -1.
    @usableFromInline var parent: Int32 = -1
    @usableFromInline var nameLength: Int16
    @usableFromInline var level: UInt8
    @usableFromInline var isCity: Bool
  }

  package init(divisions: [Division]) {
    let sorted = ([Division.nation] + divisions).sorted()
    let nation = sorted.firstIndex(of: .nation) ?? 0
    self.divisions = sorted
    nationIndex = nation
    var rows = sorted.map { division in
      let (length, isCity) = Gazetteer.shape(of: division.name)
      return Row(
        code: Int32(clamping: division.code),
        provinceCode: Int32(clamping: division.provinceCode),
        nameLength: Int16(clamping: length), level: UInt8(division.level.rawValue), isCity: isCity)
    }
    // In the order of the codes a province stands before its prefectures, a prefecture before its counties.
    var (province, prefecture) = (-1, -1)
    for index in rows.indices {
      let row = rows[index]
      switch Division.Level(rawValue: Int(row.level)) {
      case .province:
        rows[index].parent = Int32(nation)
        if province < 0 || rows[province].code != row.code { province = index }
      case .prefecture:
        if province >= 0, rows[province].code == row.provinceCode {
          rows[index].parent = Int32(province)
        }
        if prefecture < 0 || rows[prefecture].code != row.code { prefecture = index }
      case .county:
        if prefecture >= 0, rows[prefecture].code == row.code / 100 * 100 {
          rows[index].parent = Int32(prefecture)
        } else if province >= 0, rows[province].code == row.provinceCode {
          rows[index].parent = Int32(province)
        }
      case .nation, nil: break
      }
    }
    self.rows = FixedTable(rows)
  }

  /// How many units of UTF-16 a name has, and whether it ends in 市: in one look at its bytes.
  private static func shape(of name: String) -> (length: Int, isCity: Bool) {
    var name = name
    return name.withUTF8 { bytes in
      var length = 0
      for byte in bytes where byte & 0xC0 != 0x80 { length += byte >= 0xF0 ? 2 : 1 }
      let last = bytes.count - 3
      // 市 is E5 B8 82.
      let isCity =
        last >= 0 && bytes[last] == 0xE5 && bytes[last + 1] == 0xB8 && bytes[last + 2] == 0x82
      return (length, isCity)
    }
  }

  /// The place of a code in `divisions`.
  package func index(ofCode code: Int) -> Int? {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(rows.base[middle].code) < code { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && Int(rows.base[low].code) == code ? low : nil
  }

  @inlinable @inline(__always)
  func row(_ index: Int) -> Row {
    precondition(index >= 0 && index < rows.count)
    return rows.base[index]
  }

  /// How large a division is.
  @inlinable @inline(__always)
  package func level(of index: Int) -> Division.Level {
    switch row(index).level {
    case 0: .nation
    case 1: .province
    case 2: .prefecture
    default: .county
    }
  }

  /// The code of a division.
  @inlinable @inline(__always)
  package func code(of index: Int) -> Int { Int(row(index).code) }

  /// The code of the province that holds a division.
  @inlinable @inline(__always)
  package func provinceCode(of index: Int) -> Int { Int(row(index).provinceCode) }

  /// How many units of UTF-16 a division's full name has.
  @inlinable @inline(__always)
  package func nameLength(of index: Int) -> Int { Int(row(index).nameLength) }

  /// The next larger division that holds this one; the nation holds the provinces; nothing holds the nation.
  @inlinable @inline(__always)
  package func parent(of index: Int) -> Int? {
    let parent = row(index).parent
    return parent < 0 ? nil : Int(parent)
  }

  /// Whether the division calls itself a city.
  @inlinable @inline(__always)
  package func isCity(_ index: Int) -> Bool { row(index).isCity }

  /// Whether one division is, or lies inside, another.
  @inlinable
  package func isInside(_ index: Int, _ outer: Int) -> Bool {
    if index == outer || outer == nationIndex { return true }
    let (inner, outer) = (row(index), row(outer))
    if inner.code == outer.code { return false }
    switch outer.level {
    case 1: return inner.provinceCode == outer.code
    case 2: return inner.code / 100 == outer.code / 100
    default: return false
    }
  }

  /// Whether neither of two divisions is, or lies inside, the other.
  @inlinable
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
    var chain: [Int] = []
    forEach(ofChain: index) { chain.append($0) }
    return chain
  }

  /// Calls a function with the division and what holds it, the nearest first; the nation holds nothing here.
  @inlinable @inline(__always)
  package func forEach(ofChain index: Int, _ body: (Int) -> Void) {
    _ = first(ofChain: index) {
      body($0)
      return false
    }
  }

  /// The first of the division and what holds it that fits.
  @inlinable @inline(__always)
  package func first(ofChain index: Int, where fits: (Int) -> Bool) -> Int? {
    if fits(index) { return index }
    return holder(of: index, where: fits)
  }

  /// The nearest division that holds this one and fits, the nation left out.
  @inlinable @inline(__always)
  package func holder(of index: Int, where fits: (Int) -> Bool) -> Int? {
    var here = Int(row(index).parent)
    while here >= 0, here != nationIndex {
      if fits(here) { return here }
      here = Int(row(here).parent)
    }
    return nil
  }

  /// The largest of the division and what holds it, the nation left out: 广东省 of 禅城区.
  package func outermost(of index: Int) -> Int {
    var last = index
    forEach(ofChain: index) { last = $0 }
    return last
  }
}
