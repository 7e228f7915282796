import FactModel
import Lexicon

/// One way to read a place of the text.
///
/// Rules read tokens, not text. They are tried in the order of `RuleBook.rules`; the first that finds something has the
/// place, and reading goes on behind what it found.
protocol Rule: Sendable {
  /// A rule has nothing of its own.
  init()
  /// The name that explanations print.
  var name: RuleName { get }
  /// What stands at a place, or `nil` where the rule has nothing to say.
  func read(at place: Int, _ text: RuleText) -> Finding?
}

/// What a rule may look at.
struct RuleText {
  let scan: Scan
  let expressions: ExpressionReader
  let times: TimeReader
  /// The end of what was found last, which no hedge reaches over.
  var limit = 0

  let numbers: NumberReader

  init(scan: Scan) {
    self.scan = scan
    expressions = ExpressionReader(scan: scan)
    times = TimeReader(scan: scan)
    numbers = scan.numbers
  }

  /// Whether a numeral sign stands at a place.
  @inline(__always)
  func isNumeral(_ place: Int) -> Bool { scan.isNumeral(scan.unit(place)) }
}

/// The rules in their order.
enum RuleBook {
  @RuleList
  static var rules: some Rule {
    PhraseRule()
    CodeRule()
    QuotedNameRule()
    FrequencyRule()
    TimeRule()
    OrdinalRule()
    ShareRule()
    VagueRule()
    PeriodLengthRule()
    ArticleRule()
    ListRule()
    PlaceNumberRule()
    FigureListRule()
    FigureRule()
    LeftoverRule()
  }

  /// Those of them that may find something at a sign which is no numeral, in the same order. `RuleBookTests` compares
  /// them with all.
  @RuleList
  static var rulesOfSigns: some Rule {
    PhraseRule()
    FrequencyRule()
    TimeRule()
    OrdinalRule()
    ShareRule()
    VagueRule()
    PeriodLengthRule()
  }

  /// Everything that the rules find in a range of the text, in order, without overlaps.
  static func mentions(in range: Range<Int>, of scan: Scan) -> MentionList {
    var text = RuleText(scan: scan)
    let mentions = MentionList(capacity: ArticleText.usualMentions)
    addMentions(in: range, of: &text, to: mentions)
    return mentions
  }

  /// The same for one range of several, which share what their readers keep.
  static func addMentions(in range: Range<Int>, of text: inout RuleText, to mentions: MentionList) {
    var places = RulePlaces(in: range, of: text.scan)
    var place = range.lowerBound
    text.limit = place
    while let next = places.next(from: place) {
      place = next + 1
      guard let found = finding(at: next, text) else { continue }
      switch consume found {
      case .one(let mention):
        place = max(place, mention.range.upperBound)
        mentions.append(mention)
      case .two(let mention, let other):
        place = max(place, mention.range.upperBound, other.range.upperBound)
        mentions.append(mention)
        mentions.append(other)
      case .list(let list):
        for mention in list {
          place = max(place, mention.range.upperBound)
          mentions.append(mention)
        }
      }
      text.limit = place
    }
  }

  private static func finding(at place: Int, _ text: RuleText) -> Finding? {
    let unit = text.scan.unit(place)
    return text.scan.isNumeral(unit) || Sign.isDigit(unit)
      ? rules.read(at: place, text) : rulesOfSigns.read(at: place, text)
  }

  /// The signs at which rules may begin, beside the numerals; behind a 至 a word of time may begin.
  static let beginnings = spelled("第首数几多半过近逾超每翻百千前") + [TimeRule.to]
}

/// Two rules as one: the second is asked where the first finds nothing.
///
/// A list of such pairs is one type without content that the compiler knows: asking a rule is a plain call.
struct RulePair<First: Rule, Second: Rule>: Rule {
  var name: RuleName { First().name }

  @inline(__always)
  func read(at place: Int, _ text: RuleText) -> Finding? {
    First().read(at: place, text) ?? Second().read(at: place, text)
  }
}

/// Makes one rule of a list of rules.
@resultBuilder
enum RuleList {
  static func buildPartialBlock<First: Rule>(first: First) -> First { first }

  static func buildPartialBlock<First: Rule, Second: Rule>(
    accumulated: First, next: Second
  ) -> RulePair<First, Second> {
    RulePair()
  }
}
