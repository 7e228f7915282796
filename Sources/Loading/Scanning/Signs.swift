import Lexicon

/// Signs and short words that the grammar itself knows, as UTF-16.
///
/// What an editor might want to change is in the tables; these are the hinges of the grammar.
enum Sign {
  @inline(__always)
  static func unit(_ sign: Unicode.Scalar) -> UInt16 { UInt16(truncatingIfNeeded: sign.value) }

  static let dot = unit(".")
  static let comma = unit(",")
  static let space = unit(" ")
  static let hyphen = unit("-")
  static let newline: UInt16 = 10
  static let point = unit("点")
  static let point2 = unit("·")
  static let enumeration = unit("、")
  static let stop = unit("。")
  static let semicolon = unit(";")
  static let colon = unit(":")
  static let openQuote: UInt16 = 0x201C
  static let closeQuote: UInt16 = 0x201D
  static let openTitle = unit("《")
  static let closeTitle = unit("》")
  static let closeBracket = unit(")")
  static let one = unit("一")
  static let zero = unit("零")
  static let year = unit("年")
  static let month = unit("月")
  static let day = unit("日")
  static let ordinal = unit("第")
  static let first = unit("首")
  static let several = unit("数")
  static let few = unit("几")
  static let many = unit("多")
  static let half = unit("半")
  static let big = unit("大")
  static let each = unit("每")
  static let et = unit("等")
  static let of = unit("的")
  static let plus = unit("+")
  static let slash = unit("/")
  static let multiplied = unit("翻")
  static let ofThem = unit("其")
  /// A part of what was told before begins: 其中.
  static let amongThem = spelled("其中")

  /// Signs that join the members of a row.
  static let joiners = SignSet("、和与及")
  /// Signs behind a number that say a little more.
  static let overs = SignSet("余多")
  static let rest = unit("余")

  /// Marks that end a sentence: 。!? and the line feed.
  @inline(__always)
  static var sentenceEnds: Marks { Marks(ascii: 1 << 0x21 | 1 << 0x3F | 1 << 0x0A) }
  /// Marks that part clauses: those, and ,;: too.
  @inline(__always)
  static var clauseEnds: Marks {
    Marks(ascii: 1 << 0x21 | 1 << 0x3F | 1 << 0x0A | 1 << 0x2C | 1 << 0x3B | 1 << 0x3A)
  }
  /// Dashes and words that join the ends of a range: —-~–至到―─.
  @inline(__always)
  static var rangeMarks: RangeMarks { RangeMarks() }

  static func isDigit(_ unit: UInt16) -> Bool { (0x30...0x39).contains(unit) }
  static func isLatin(_ unit: UInt16) -> Bool {
    (0x41...0x5A).contains(unit) || (0x61...0x7A).contains(unit)
  }
  static func isHan(_ unit: UInt16) -> Bool { (0x4E00...0x9FFF).contains(unit) }
}

/// The full stop and a few marks below 64, known while compiling: every rule asks for them at every sign.
struct Marks: Sendable {
  /// A bit for each mark.
  let ascii: UInt64

  @inline(__always)
  func contains(_ unit: UInt16) -> Bool {
    // Most signs of a text lie above the full stop.
    if unit > 0x3002 { return false }
    return unit < 64 ? ascii >> UInt64(unit) & 1 != 0 : unit == 0x3002
  }
}

/// The marks of a range, known while compiling.
struct RangeMarks: Sendable {
  @inline(__always)
  func contains(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x2D, 0x7E, 0x2013, 0x2014, 0x2015, 0x2500, 0x81F3, 0x5230: true
    default: false
    }
  }
}

/// A short word as units, for comparing.
func spelled(_ text: String) -> [UInt16] { Array(text.utf16) }
