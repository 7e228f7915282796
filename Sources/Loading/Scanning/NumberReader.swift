import FactModel
import Lexicon

/// A numeral of the text with its value, before anything is said about what it counts.
struct Number {
  var range: Range<Int>
  /// `nil` where the value is too large to be held exactly.
  var value: Amount?
  /// The upper end of 五六十, 三四百.
  var high: Amount?
  /// 余, 多, 几 or 来 stood inside: 1800余万, 十几.
  var isOver = false
  /// Starts with an Arabic digit.
  var isArabic: Bool
  /// Is only 百, 千, 万 or 亿, with no digit.
  var isBareUnit = false
  /// 数百, 几十: no value.
  var isVague = false
  /// Ends in 万 or 亿, or holds one.
  var hasMyriad = false
  /// Chinese digits side by side (二〇二五, 三八), which are a code or a year.
  var isDigitString = false
  /// Has a decimal point.
  var isDecimal = false
  /// How many Arabic digits it begins with.
  var digits = 0
}

/// Reads numerals: 3.42万, 1,234, 二十七, 两千三百, 1800余万, 十余, 五六十.
///
/// The rules ask for the numeral of one place again and again; the last few are kept. A reader belongs to one thread.
final class NumberReader {
  private let units: [UInt16]
  private let signs: NumeralSigns
  /// By the lowest bits of its place, the numeral read last; no place of the text is negative.
  private let read: UnsafeMutablePointer<(place: Int, number: Number?)>

  init(units: [UInt16], signs: NumeralSigns) {
    self.units = units
    self.signs = signs
    read = .allocate(capacity: 4)
    read.initialize(repeating: (-1, nil), count: 4)
  }

  deinit { read.deallocate() }

  /// Room for the pieces of a numeral.
  private var pieces: [Piece] = []

  enum Piece {
    case number(mantissa: Int128, decimals: Int)
    case pair(Int, Int)
    case multiplier(Int)
    case myriad(Int64)
    case tens(Int)
  }

  private static let inside = SignSet("余多几来")
  /// 数, 几
  @inline(__always)
  private static func isVague(_ unit: UInt16) -> Bool { unit == Sign.several || unit == Sign.few }
  /// No newspaper prints a longer numeral; a longer one is an overflow.
  static let mostDigits = 24

  /// The numeral that begins at a place, or `nil`.
  func number(at start: Int) -> Number? { slot(of: start)?.pointee.number }

  /// Where the numeral that begins at a place ends, or `nil`: most questions need no more of it.
  func end(at start: Int) -> Int? { slot(of: start)?.pointee.number?.range.upperBound }

  /// Where the numeral of a place is kept, read where need be; `nil` where surely none begins.
  @inline(__always)
  private func slot(of start: Int) -> UnsafeMutablePointer<(place: Int, number: Number?)>? {
    let slot = read + (start & 3)
    return slot.pointee.place == start || fill(slot, start) ? slot : nil
  }

  @inline(never)
  private func fill(_ slot: UnsafeMutablePointer<(place: Int, number: Number?)>, _ start: Int)
    -> Bool
  {
    guard start >= 0, start < units.count else { return false }
    if !signs.holds(units[start]), !NumberReader.isVague(units[start]) { return false }
    slot.pointee = (start, plainNumber(at: start) ?? plainSign(at: start) ?? parse(at: start))
    return true
  }

  /// Digits alone, as most numerals are; `nil` where anything of a numeral follows that needs the grammar.
  private func plainNumber(at start: Int) -> Number? {
    var place = start
    var value: Int64 = 0
    while place < units.count, Sign.isDigit(units[place]) {
      if place - start >= NumberReader.mostPlainDigits { return nil }
      value = value * 10 + Int64(units[place] - 0x30)
      place += 1
    }
    if place == start { return nil }
    if place < units.count {
      let next = units[place]
      if signs.holds(next) || NumberReader.inside.contains(next) || next == Sign.dot
        || next == Sign.comma || next == Sign.space
      {
        return nil
      }
    }
    var number = Number(range: start..<place, isArabic: true)
    number.value = Amount(tenThousandths: value * Amount.scale)
    number.digits = place - start
    return number
  }

  /// One Chinese digit alone; `nil` where anything of a numeral follows.
  private func plainSign(at start: Int) -> Number? {
    guard !Sign.isDigit(units[start]), case .digit(let value) = signs[units[start]],
      !NumberReader.isVague(units[start])
    else { return nil }
    if start + 1 < units.count {
      let next = units[start + 1]
      if signs.holds(next) || NumberReader.inside.contains(next) || next == Sign.point {
        return nil
      }
    }
    var number = Number(range: start..<start + 1, isArabic: false)
    number.value = Amount(tenThousandths: Int64(value) * Amount.scale)
    return number
  }

  /// So many digits surely have a value.
  private static let mostPlainDigits = 14

  /// The numeral that the grammar finds at a place; the slow twin of `plainNumber` and `plainSign`.
  func parse(at start: Int) -> Number? {
    if NumberReader.isVague(units[start]) { return vagueNumber(at: start) }
    var number = Number(range: start..<start, isArabic: Sign.isDigit(units[start]))
    // The memory of the last one is used again.
    var pieces = pieces
    self.pieces = []
    defer { self.pieces = pieces }
    pieces.removeAll(keepingCapacity: true)
    var place = start
    while place < units.count, let sign = signs[units[place]] {
      guard let next = readPiece(sign, at: place, into: &pieces, of: &number) else { break }
      place = next
      place = passInside(at: place, pieces: pieces, number: &number)
    }
    if place == start { return nil }
    number.range = start..<place
    evaluate(pieces, into: &number)
    return number
  }

  /// 数百, 几十万: a numeral without a value.
  private func vagueNumber(at start: Int) -> Number? {
    var place = start + 1
    while place < units.count, let sign = signs[units[place]], isUnitSign(sign) { place += 1 }
    if place == start + 1 { return nil }
    while place < units.count, NumberReader.inside.contains(units[place]) { place += 1 }
    return Number(range: start..<place, isArabic: false, isVague: true)
  }

  private func isUnitSign(_ sign: NumeralSigns.Sign) -> Bool {
    switch sign {
    case .multiplier, .myriad: true
    case .digit, .tens: false
    }
  }

  // MARK: Pieces

  /// Reads one piece; returns the place behind it, or `nil` where the piece does not belong to the numeral.
  private func readPiece(
    _ sign: NumeralSigns.Sign, at place: Int, into pieces: inout [Piece], of number: inout Number
  ) -> Int? {
    // 两三, 22: digits behind two neighbours begin another numeral.
    if case .digit = sign, case .pair = pieces.last { return nil }
    switch sign {
    case .digit where Sign.isDigit(units[place]):
      if case .number = pieces.last { return nil }
      return readArabic(at: place, into: &pieces, of: &number)
    case .digit:
      if case .number = pieces.last, number.isArabic { return nil }
      return readChineseDigits(at: place, into: &pieces, of: &number)
    case .multiplier(let value):
      // 60千瓦, 6百分点, 300多百姓: the sign belongs to what follows.
      if number.isOver || beginsUnit(at: place) { return nil }
      pieces.append(.multiplier(value))
    case .tens(let value):
      // 三, 卅: a digit counts no such sign.
      switch pieces.last {
      case .number, .pair: return nil
      default: pieces.append(.tens(value))
      }
    case .myriad(let value):
      number.hasMyriad = true
      pieces.append(.myriad(value))
    }
    return place + 1
  }

  private static let afterThousand = SignSet("瓦米克伏帕卡赫")
  private static let percentPoint = spelled("百分")

  /// 千瓦, 千米, 百分点, 百分之: a multiplier sign that is part of a unit.
  private func beginsUnit(at place: Int) -> Bool {
    guard place + 1 < units.count else { return false }
    if units[place] == Sign.unit("千") {
      return NumberReader.afterThousand.contains(units[place + 1])
    }
    return units[place...].starts(with: NumberReader.percentPoint) && place > 0
      && signs[units[place - 1]] != nil
  }

  private func readArabic(at start: Int, into pieces: inout [Piece], of number: inout Number) -> Int
  {
    var place = start
    var group = start
    var mantissa: Int128 = 0
    var decimals = 0
    var digits = 0
    func take(_ unit: UInt16) {
      if digits < NumberReader.mostDigits { mantissa = mantissa * 10 + Int128(unit - 0x30) }
      digits += 1
    }
    while place < units.count {
      if Sign.isDigit(units[place]) {
        take(units[place])
        place += 1
      } else if isGroupMark(at: place, behind: group..<place, isFirst: group == start) {
        place += 1
        group = place
      } else {
        break
      }
    }
    if pieces.isEmpty { number.digits = digits }
    if place + 1 < units.count, units[place] == Sign.dot, Sign.isDigit(units[place + 1]) {
      place += 1
      number.isDecimal = true
      while place < units.count, Sign.isDigit(units[place]) {
        // What stands behind so many digits changes no value that is kept.
        if digits < NumberReader.mostDigits {
          take(units[place])
          decimals += 1
        }
        place += 1
      }
    }
    if digits > NumberReader.mostDigits { mantissa = Int128.max / 1_000_000_000_000 }
    pieces.append(.number(mantissa: mantissa, decimals: decimals))
    return place
  }

  /// Whether a comma or a space at a place parts groups of three digits: 1,234 and 1 234.5, but not 2024, 15.
  ///
  /// - Parameter group: the digits since the last such mark, or since the numeral's beginning.
  private func isGroupMark(at place: Int, behind group: Range<Int>, isFirst: Bool) -> Bool {
    guard units[place] == Sign.comma || units[place] == Sign.space else { return false }
    let isGroup = isFirst ? group.count <= 3 && units[group.lowerBound] != 0x30 : group.count == 3
    guard isGroup else { return false }
    let next = place + 1
    guard next + 3 <= units.count, units[next..<next + 3].allSatisfy(Sign.isDigit) else {
      return false
    }
    return next + 3 == units.count || !Sign.isDigit(units[next + 3])
  }

  /// Reads 五, 二〇二五, or the two neighbours of 五六十.
  private func readChineseDigits(
    at start: Int, into pieces: inout [Piece], of number: inout Number
  ) -> Int {
    var place = start
    var (first, second) = (0, 0)
    var all: Int128 = 0
    while place < units.count, !Sign.isDigit(units[place]),
      case .digit(let value) = signs[units[place]]
    {
      if place == start { first = value }
      if place == start + 1 { second = value }
      if place - start < NumberReader.mostDigits { all = all * 10 + Int128(value) }
      place += 1
    }
    let count = place - start
    if count == 1 {
      pieces.append(.number(mantissa: all, decimals: 0))
      return readChineseDecimals(at: place, into: &pieces, of: &number)
    }
    if count == 2, first > 0, second == first + 1 {
      pieces.append(.pair(first, second))
      return place
    }
    if first == 0, count == 2 {
      // 一百零五: the zero only fills, so that the five counts as five and not as fifty.
      // Before a unit it is counted by it (一千零二十).
      let countsUnit: Bool =
        if place < units.count, case .multiplier = signs[units[place]] { true } else { false }
      pieces.append(
        countsUnit ? .number(mantissa: Int128(second), decimals: 0) : .tens(second))
      return place
    }
    number.isDigitString = pieces.isEmpty
    pieces.append(.number(mantissa: all, decimals: 0))
    return place
  }

  /// 九点三: the digits behind 点.
  private func readChineseDecimals(
    at place: Int, into pieces: inout [Piece], of number: inout Number
  ) -> Int {
    guard place + 1 < units.count, units[place] == Sign.point,
      case .digit = signs[units[place + 1]], !Sign.isDigit(units[place + 1]),
      case .number(let whole, _) = pieces.last
    else { return place }
    var next = place + 1
    var mantissa = whole
    var decimals = 0
    while next < units.count, !Sign.isDigit(units[next]),
      case .digit(let digit) = signs[units[next]],
      decimals < 8
    {
      mantissa = mantissa * 10 + Int128(digit)
      decimals += 1
      next += 1
    }
    number.isDecimal = true
    pieces[pieces.count - 1] = .number(mantissa: mantissa, decimals: decimals)
    return next
  }

  /// Passes over 余, 多, 几, 来 inside or at the end of a numeral.
  private func passInside(at start: Int, pieces: [Piece], number: inout Number) -> Int {
    let place = passBlank(at: start, number)
    guard place < units.count, NumberReader.inside.contains(units[place]) else { return place }
    let sign = units[place]
    let endsInUnit =
      switch pieces.last {
      case .multiplier, .myriad, .tens: true
      default: false
      }
    if sign == Sign.few || sign == units0("来") {
      // 十几, 二十来: only behind a Chinese unit.
      guard endsInUnit, !followsYearWord(place) else { return place }
    }
    number.isOver = true
    return place + 1
  }

  /// 190 余万元, 60 余家: a blank that was printed inside.
  private func passBlank(at place: Int, _ number: Number) -> Int {
    guard number.isArabic, place + 2 < units.count, units[place] == Sign.space else { return place }
    let next = units[place + 1]
    let behind = units[place + 2]
    let isHedge =
      Sign.overs.contains(next) && signs[behind] != nil || next == Sign.rest && Sign.isHan(behind)
    if case .myriad = signs[next] { return place + 1 }
    return isHedge ? place + 1 : place
  }

  /// 3年来, 十来年: 来 is no hedge before a mark or at an end.
  private func followsYearWord(_ place: Int) -> Bool {
    let next = place + 1 < units.count ? units[place + 1] : Sign.newline
    return Sign.clauseEnds.contains(next)
  }

  private func units0(_ text: String) -> UInt16 { text.utf16.first ?? 0 }

  // MARK: Value

  private func evaluate(_ pieces: [Piece], into number: inout Number) {
    number.isBareUnit = pieces.allSatisfy {
      switch $0 {
      case .multiplier(let value): value > 10
      case .myriad: true
      case .number, .pair, .tens: false
      }
    }
    number.value = NumberReader.value(of: pieces, takingHigh: false)
    let hasPair = pieces.contains { if case .pair = $0 { true } else { false } }
    if hasPair { number.high = NumberReader.value(of: pieces, takingHigh: true) }
  }
}
