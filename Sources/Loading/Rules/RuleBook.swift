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

  /// Everything that the rules find in a range of the text, in order, without overlaps.
  static func mentions(in range: Range<Int>, of scan: Scan) -> [Mention] {
    var text = RuleText(scan: scan)
    return mentions(in: range, of: &text)
  }

  /// The same for one range of several, which share what their readers keep.
  static func mentions(in range: Range<Int>, of text: inout RuleText) -> [Mention] {
    var mentions: [Mention] = []
    var place = range.lowerBound
    text.limit = place
    let passing = Passing(text.scan)
    while let next = passing.next(from: place, until: range.upperBound) {
      place = next
      guard mayBegin(at: place, text), let found = firstFinding(at: place, text) else {
        place += 1
        continue
      }
      if mentions.isEmpty { mentions.reserveCapacity(RuleBook.usual) }
      let first = mentions.count
      switch found {
      case .one(let mention): mentions.append(mention)
      case .two(let mention, let other):
        mentions.append(mention)
        mentions.append(other)
      case .list(let list): mentions += list
      }
      place += 1
      for mention in mentions[first...] { place = max(place, mention.range.upperBound) }
      text.limit = place
    }
    return mentions
  }

  private static func firstFinding(at place: Int, _ text: RuleText) -> Finding? {
    rules.read(at: place, text)
  }

  /// So many mentions has a paragraph that has any, mostly.
  private static let usual = 8

  private static let signsOfRules = spelled("第首数几多半过近逾超每翻百千前")
  private static let signs = SignSet(signsOfRules)
  /// The signs at which rules may begin, beside the numerals.
  static let beginnings = signsOfRules + [TimeRule.to]

  /// Whether some rule may find something at a place; most places are passed by.
  @inline(__always)
  static func mayBegin(at place: Int, _ text: RuleText) -> Bool {
    let scan = text.scan
    let unit = scan.units[place]
    return scan.isNumeral(unit) || signs.contains(unit) || scan.hasToken(.excluded, at: place)
      || TimeRule.mayBegin(at: place, scan) && TimeRule.token(at: place, text) != nil
  }

  /// Passes by the places at which surely no rule begins, in one tight loop; `mayBegin` looks at the others.
  private struct Passing {
    private let scan: Scan
    private let signs: SignSet

    init(_ scan: Scan) {
      self.scan = scan
      signs = scan.rulesBegin
    }

    func next(from start: Int, until end: Int) -> Int? {
      scan.units.withUnsafeBufferPointer { units in
        scan.withBeginnings { begins in
          precondition(start >= 0 && end <= units.count && end <= begins.count)
          let groups = Scan.bit(.excluded) | Scan.bit(.time)
          var place = start
          // Behind a 至 a word of time may begin: the loop stops at each, and goes on behind it.
          if place < end, scan.unit(place - 1) == TimeRule.to { return place }
          while place < end {
            let unit = units[place]
            if signs.contains(unit) || begins[place] & groups != 0 {
              return place
            }
            place &+= 1
          }
          return nil
        }
      }
    }
  }
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
