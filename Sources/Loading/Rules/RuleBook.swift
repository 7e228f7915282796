import FactModel
import Lexicon

/// One way to read a place of the text.
///
/// Rules read tokens, not text. They are tried in the order of `RuleBook.rules`; the first that finds something has the
/// place, and reading goes on behind what it found.
protocol Rule: Sendable {
  /// The name that explanations print.
  var name: String { get }
  /// What stands at a place, or `nil` where the rule has nothing to say.
  func read(at place: Int, _ text: RuleText) -> [Mention]?
}

/// What a rule may look at.
struct RuleText {
  let scan: Scan
  let expressions: ExpressionReader
  let times: TimeReader
  /// The end of what was found last, which no hedge reaches over.
  var limit = 0

  var numbers: NumberReader { expressions.numbers }

  init(scan: Scan) {
    self.scan = scan
    expressions = ExpressionReader(scan: scan)
    times = TimeReader(scan: scan)
  }

  /// Whether a numeral sign stands at a place.
  func isNumeral(_ place: Int) -> Bool {
    place >= 0 && place < scan.units.count && scan.isNumeral(scan.units[place])
  }
}

/// The rules in their order.
enum RuleBook {
  static let rules: [any Rule] = [
    PhraseRule(), CodeRule(), QuotedNameRule(), FrequencyRule(), TimeRule(), OrdinalRule(),
    ShareRule(), VagueRule(), PeriodLengthRule(), ArticleRule(), ListRule(), PlaceNumberRule(),
    FigureListRule(), FigureRule(), LeftoverRule(),
  ]

  /// Everything that the rules find in a range of the text, in order, without overlaps.
  static func mentions(in range: Range<Int>, of scan: Scan) -> [Mention] {
    var text = RuleText(scan: scan)
    var mentions: [Mention] = []
    var place = range.lowerBound
    text.limit = place
    let signs = RuleBook.signs
    while place < range.upperBound {
      guard mayBegin(at: place, text, signs), let found = firstFinding(at: place, text) else {
        place += 1
        continue
      }
      mentions += found
      place = max(place + 1, found.reduce(place) { max($0, $1.range.upperBound) })
      text.limit = place
    }
    return mentions
  }

  private static let signs = SignSet("第首数几多半过近逾超每翻百千前")

  /// Whether some rule may find something at a place; most places are passed by.
  @inline(__always)
  private static func mayBegin(at place: Int, _ text: RuleText, _ signs: SignSet) -> Bool {
    let scan = text.scan
    let unit = scan.units[place]
    return scan.isNumeral(unit) || signs.contains(unit) || scan.hasToken(.excluded, at: place)
      || TimeRule.mayBegin(at: place, scan) && TimeRule.token(at: place, text) != nil
  }

  private static func firstFinding(at place: Int, _ text: RuleText) -> [Mention]? {
    for rule in rules {
      if let found = rule.read(at: place, text), !found.isEmpty { return found }
    }
    return nil
  }
}
