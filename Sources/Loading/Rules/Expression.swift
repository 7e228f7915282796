import FactModel
import Lexicon

/// A numeral with what stands tightly around it: 近 44 万 元, 不少于 50 类, 10 多 个.
struct Expression {
  var number: Number
  /// The measure word or currency behind the numeral.
  var unit: Token?
  /// How the measure word is read, if it is one.
  var reads: Measure.Reads?
  /// 大 between numeral and measure word or noun: 三大主题, 9大类.
  var hasBig = false
  /// The whole expression, with its hedges.
  var range: Range<Int>
  var qualifier: Qualifier = .exact
  var hasHedge = false

  /// Where the noun that is counted would begin.
  var nounStart: Int { range.upperBound }

  var measure: Measure? {
    if case .measure(let measure) = unit?.entry { measure } else { nil }
  }
}

/// Reads expressions.
///
/// The rules ask for the expression of one place in turn; the last one is kept. A reader belongs to one thread.
final class ExpressionReader {
  let scan: Scan
  /// The place and the limit that were asked for last, and what stands there.
  private var last = (start: -1, limit: -1)
  private let read: UnsafeMutablePointer<Expression>
  let numbers: NumberReader

  init(scan: Scan) {
    self.scan = scan
    numbers = scan.numbers
    read = .allocate(capacity: 1)
    read.initialize(to: Expression(number: Number(range: 0..<0, isArabic: false), range: 0..<0))
  }

  deinit { read.deallocate() }

  /// The expression whose numeral begins at a place; hedges before it reach back to `limit` at most.
  func expression(at start: Int, notBefore limit: Int) -> Expression? {
    peek(at: start, notBefore: limit)?.pointee
  }

  /// The same where it is kept: it lies there until the next expression is asked for.
  @inline(__always)
  func peek(at start: Int, notBefore limit: Int) -> UnsafePointer<Expression>? {
    last == (start, limit) || fill(start, limit) ? UnsafePointer(read) : nil
  }

  @inline(never)
  private func fill(_ start: Int, _ limit: Int) -> Bool {
    guard let number = numbers.number(at: start) else { return false }
    read.pointee = expression(of: number, notBefore: limit)
    last = (start, limit)
    return true
  }

  /// Whether a measure word may stand behind a numeral that ends at a place: surely none where the answer is no.
  func mayHaveUnit(behind end: Int) -> Bool {
    let next = scan.unit(end)
    return next == Sign.space || next == Sign.big || scan.mayBegin(Scan.bit(.measure), at: end)
  }

  func expression(of number: Number, notBefore limit: Int) -> Expression {
    var expression = Expression(number: number, range: number.range)
    readUnit(&expression)
    readHedges(&expression, notBefore: limit)
    return expression
  }

  // MARK: Unit

  private func readUnit(_ expression: inout Expression) {
    var place = expression.number.range.upperBound
    while scan.unit(place) == Sign.space { place += 1 }
    if scan.unit(place) == Sign.big, isBigMeasure(at: place + 1) {
      expression.hasBig = true
      place += 1
    }
    guard let unit = unit(at: place, after: expression.number) else {
      if expression.hasBig { expression.range = expression.range.lowerBound..<place }
      return
    }
    expression.unit = unit
    if case .measure(let measure) = unit.entry { expression.reads = measure.reads }
    expression.range = expression.range.lowerBound..<unit.range.upperBound
    passTrailingMany(&expression)
  }

  /// 大 is a hinge only before a measure word (9大类) or a noun (十大行业); not in 大学, 大型, 大病.
  private func isBigMeasure(at place: Int) -> Bool {
    if scan.token(.noun, at: place - 1) != nil { return false }
    return scan.beginsWord(.measure, at: place) || scan.beginsWord(.noun, at: place)
      || Sign.isHan(scan.unit(place))
  }

  /// The longest measure word or currency at a place that is not the beginning of some other word.
  private func unit(at place: Int, after number: Number) -> Token? {
    guard let token = scan.longest(.measure, at: place) else { return nil }
    if let shorter = withoutNoun(token) { return shorter }
    if case .measure(let measure) = token.entry, token.range.count == 1 {
      if isOtherWord(token, measure, after: number) { return nil }
    }
    return token
  }

  /// 230个人才市场, 3个人员: 个, since 人 belongs to the noun behind.
  private func withoutNoun(_ token: Token) -> Token? {
    guard token.range.count == 2, scan.units[token.range.lowerBound] == ExpressionReader.general,
      scan.beginsWord(.noun, at: token.range.lowerBound + 1)
    else { return nil }
    let first = token.range.lowerBound..<token.range.lowerBound + 1
    return scan.longest(.measure, in: first)
  }

  private static let general = Sign.unit("个")

  /// 10成员, 3部门, 5路军: the sign belongs to the next word.
  private func isOtherWord(_ token: Token, _ measure: Measure, after number: Number) -> Bool {
    let place = token.range.lowerBound
    if measure.reads == .rate, scan.units[place] == ExpressionReader.tenth {
      let isSmall = (number.value ?? .zero) <= Amount(tenThousandths: 10 * Amount.scale)
      return !isSmall || ExpressionReader.notTenths.contains(scan.unit(place + 1))
    }
    guard let noun = scan.longest(.noun, at: place), noun.range.count > 1 else { return false }
    // 300多环卫工人, 20家属: a word of people or sites that begins with a measure word.
    if case .noun(let found) = noun.entry, found.kind == .person || found.kind == .site,
      measure.reads != .people, measure.reads != .personTimes
    {
      return true
    }
    return measure.reads == .count && ExpressionReader.nounLike.contains(scan.units[place])
  }

  private static let tenth = Sign.unit("成")
  private static let notTenths = SignSet("员果立为功长人效都交年就本才品群绩熟套")
  /// Measure words that also begin nouns which a numeral may stand before: 3部门, 20场馆, 5车间.
  private static let nounLike = SignSet("部车门村站街班团首代路队区线")

  /// 5元多, 3个多: a hedge behind the unit that is no new word.
  private func passTrailingMany(_ expression: inout Expression) {
    let place = expression.range.upperBound
    guard scan.unit(place) == Sign.many,
      expression.unit.map({ if case .currency = $0.entry { true } else { false } }) == true
    else { return }
    expression.number.isOver = true
    expression.range = expression.range.lowerBound..<place + 1
  }

  // MARK: Hedges

  private func readHedges(_ expression: inout Expression, notBefore limit: Int) {
    var start = expression.range.lowerBound
    // Of several hedges the first is meant; a sign inside the numeral is the last.
    var first: Qualifier? = expression.number.isOver ? .over : nil
    var count = expression.number.isOver ? 1 : 0
    while let token = scan.token(.qualifier, endingAt: start), token.range.lowerBound >= limit,
      case .qualifier(let word) = token.entry, word.stands == .before, isHedge(token, expression)
    {
      let (place, qualifier) = denied(word.qualifier, of: token, notBefore: limit)
      first = qualifier
      start = place
      count += 1
    }
    if count == 0 || count == 1 && isOver(first),
      let (place, qualifier) = distantHedge(before: start, limit, isShare: isShare(expression))
    {
      first = qualifier
      start = place
    }
    var end = expression.range.upperBound
    if let token = scan.longest(.qualifier, at: end), case .qualifier(let word) = afterWord(token),
      word.stands == .after, isTrailing(token)
    {
      first = first ?? word.qualifier
      end = token.range.upperBound
    }
    expression.range = start..<end
    expression.hasHedge = first != nil
    expression.qualifier = first ?? .exact
  }

  private func isOver(_ qualifier: Qualifier?) -> Bool {
    if case .over = qualifier { true } else { false }
  }

  private static let denials = PhraseSet([
    "不得", "不能", "不应", "不可", "不宜", "不许", "不准", "不允许", "不应当", "不会", "不要", "没有", "严禁", "禁止", "未",
  ])
  private static let unders = PhraseSet(["低于", "少于", "小于"])

  /// 不得超过2000元, 不能少于3人: what a hedge says behind a word that denies it, and where that word begins.
  private func denied(_ qualifier: Qualifier, of token: Token, notBefore limit: Int) -> (
    Int, Qualifier
  ) {
    let start = token.start
    if isRecord(token, qualifier) { return (start, .exact) }
    let isUnder = ExpressionReader.unders.holds(token.range, scan)
    guard qualifier == .over && token.range.count > 1 || isUnder,
      let denial = ExpressionReader.denials.lengths(endingAt: start, scan).max(),
      start - denial >= limit
    else { return (start, qualifier) }
    return (start - denial, isUnder ? .atLeast : .atMost)
  }

  private static let highest = PhraseSet(["最高", "最多"])
  private static let receipts = PhraseSet(["获", "获得", "领到", "拿到", "得到", "领取", "领走"])
  private static let abilities = SignSet("可能将")
  private static let longestReceipt = 8

  /// 一次性获单笔最高补助2万元: the highest that was got; but 可获最高补助2万元 is a limit.
  private func isRecord(_ token: Token, _ qualifier: Qualifier) -> Bool {
    guard qualifier == .atMost, ExpressionReader.highest.holds(token.range, scan) else {
      return false
    }
    let before = scan.clauseBefore(token.start, most: ExpressionReader.longestReceipt)
    return ExpressionReader.receipts.occurs(in: before, scan)
      && !before.contains { ExpressionReader.abilities.contains(scan.unit($0)) }
  }

  /// The entry of a word that may stand on either side, as it stands behind.
  private func afterWord(_ token: Token) -> Entry {
    var entry = token.entry
    scan.forEachWord(in: token.range) { end, candidate in
      guard end == token.range.upperBound else { return }
      if case .qualifier(let found) = candidate, found.stands == .after { entry = candidate }
    }
    return entry
  }

  /// 多 and 起 behind a unit are hedges only where no noun goes on: 10元起, but not 起诉, 多媒体.
  private func isTrailing(_ token: Token) -> Bool {
    guard token.range.count == 1 else { return true }
    return !Sign.isHan(scan.unit(token.range.upperBound))
  }

  private func isShare(_ expression: Expression) -> Bool {
    if case .rate = expression.reads { true } else { false }
  }

  /// One-sign hedges that are mostly parts of other words count only before a numeral that bears them.
  private func isHedge(_ token: Token, _ expression: Expression) -> Bool {
    guard token.range.count == 1 else { return true }
    let before = scan.unit(token.range.lowerBound - 1)
    switch scan.units[token.range.lowerBound] {
    case ExpressionReader.passed, ExpressionReader.broken:
      return (isShare(expression) || expression.number.isBareUnit) && before != Sign.unit("通")
    case ExpressionReader.upon:
      return expression.number.isBareUnit && before != Sign.unit("以")
    case ExpressionReader.near:
      return !ExpressionReader.beforeNear.contains(before)
    case ExpressionReader.approximately:
      return !ExpressionReader.beforeApproximately.contains(before)
    default:
      return true
    }
  }

  /// 最低工资标准的130%: 最低 is part of a name.
  private static let wages = PhraseSet(["最低工资", "最高工资"])
  private static let passed = Sign.unit("过")
  private static let broken = Sign.unit("破")
  private static let upon = Sign.unit("上")
  private static let near = Sign.unit("近")
  private static let approximately = Sign.unit("约")
  private static let beforeNear = SignSet("附最邻新亲靠就")
  private static let beforeApproximately = SignSet("签节预特大集违续履毁条公邀要制解爽契")

  /// 最高可得25万元, 起码报200元: a hedge with a verb between.
  private func distantHedge(before start: Int, _ limit: Int, isShare: Bool) -> (Int, Qualifier)? {
    let longest = 6
    // 不低于研发投入的10%: before what a share is taken of.
    let ofWhole = isShare && scan.unit(start - 1) == Sign.of
    var place = start - 1
    while place >= limit, start - place <= (ofWhole ? 2 * longest : longest),
      Sign.isHan(scan.unit(place))
    {
      if let token = scan.token(.qualifier, endingAt: place), token.range.lowerBound >= limit,
        token.range.count > 1, case .qualifier(let word) = token.entry, word.stands == .before,
        ofWhole && !ExpressionReader.wages.begins(at: token.start, scan)
          || isVerbal(place..<start)
      {
        let (first, qualifier) = denied(word.qualifier, of: token, notBefore: limit)
        if qualifier == .atLeast || qualifier == .atMost { return (first, qualifier) }
      }
      place -= 1
    }
    return nil
  }

  /// Whether a stretch holds only verbs and helpers: 可得, 可达, 报销.
  private func isVerbal(_ range: Range<Int>) -> Bool {
    var place = range.lowerBound
    while place < range.upperBound {
      if let gift = ExpressionReader.gifts.length(at: place, scan) {
        place += gift
      } else if ExpressionReader.helpers.contains(scan.units[place]) {
        place += 1
      } else if let verb = scan.longest(.verb, at: place), verb.range.upperBound <= range.upperBound
      {
        place = verb.range.upperBound
      } else {
        return false
      }
    }
    return true
  }

  /// Nouns elsewhere, verbs between a hedge and its sum.
  private static let gifts = PhraseSet(["补助", "资助", "奖励", "救助", "补贴", "待遇", "保障", "保额", "金额", "额度"])
  private static let helpers = SignSet("保可能达报为得到获有发给补按须需应予享赔奖领贷投交买")
}
