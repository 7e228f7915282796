import FactModel
import Lexicon

/// A figure of the text: a numeral that is a fact, with its value and its unit.
struct Figure {
  /// The expression with its hedges.
  var range: Range<Int>
  /// The numeral alone.
  var numeral: Range<Int>
  var quantity: Quantity
  var kind: Kind
  /// The measure word of a count, even where the count turns out to be one of sites or people.
  var measureWord: String {
    if case .item(let word) = printedUnit { word } else { "" }
  }
  /// The unit as the measure word gives it.
  var printedUnit: Unit
  /// Where the noun that is counted would begin, if it follows.
  var nounStart: Int
  /// Whether the noun after the numeral has decided the kind (30万职工).
  var hasUnit: Bool
  /// Whether the measure word is in no table: 矿泉水160提.
  var hasUnknownMeasure = false
  /// The name of the rule that read it.
  var rule: String
}

/// What the rules find at a place of the text. The two large cases lie elsewhere, so that a mention is copied for little.
enum Mention {
  indirect case figure(Figure)
  case excluded(Range<Int>, Exclusion.Reason, rule: String)
  indirect case time(TimeMention)

  var range: Range<Int> {
    switch self {
    case .figure(let figure): figure.range
    case .excluded(let range, _, _): range
    case .time(let time): time.range
    }
  }
}
