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
  var rule: RuleName
}

/// What the rules find at a place of the text. The two large cases lie elsewhere, so that a mention is copied for little.
enum Mention {
  indirect case figure(Figure)
  case excluded(Range<Int>, Exclusion.Reason, rule: RuleName)
  indirect case time(TimeMention)

  var range: Range<Int> {
    switch self {
    case .figure(let figure): figure.range
    case .excluded(let range, _, _): range
    case .time(let time): time.range
    }
  }

  /// Where a figure stands, which is not copied for it.
  @inline(__always)
  var rangeOfFigure: Range<Int>? {
    if case .figure(let figure) = self { figure.range } else { nil }
  }
}

/// What the rules find in an article, in the order of the text; sentences point at their stretches of it.
typealias MentionList = BareList<Mention>

/// What a rule finds at a place: one mention mostly, two where an expression of time holds a numeral.
enum Finding {
  case one(Mention)
  case two(Mention, Mention)
  case list([Mention])

  /// The mentions in the order of the text.
  var all: [Mention] {
    switch self {
    case .one(let mention): [mention]
    case .two(let mention, let other): [mention, other]
    case .list(let mentions): mentions
    }
  }
}

/// The names of rules, as explanations print them.
enum RuleName: String {
  case phrase, code, frequency, date, ordinal, share, vague, article, list, figure, leftover
  case quotedName = "quoted name"
  case length = "length, age or measure"
  case numberedPlace = "numbered place"
  case sharedUnit = "shared unit"
  case sumWithoutUnit = "sum of money without a unit"
  case withoutMeasure = "figure without a measure word"
  case unknownMeasure = "figure with an unknown measure word"
}
