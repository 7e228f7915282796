import FactModel
import Lexicon

/// Shares told in words: 百分之九十八, 三分之一, 半数, 过半, 翻一番, 3/4.
struct ShareRule: Rule {
  let name = RuleName.share
  private static let part = Sign.unit("分")
  private static let of = Sign.unit("之")
  private static let pass = Sign.unit("过")
  private static let notPassed = SignSet("年通间限")
  private static let half = Amount(tenThousandths: 50 * Amount.scale)

  func read(at place: Int, _ text: RuleText) -> Finding? {
    fraction(at: place, text) ?? halfShare(at: place, text) ?? multiple(at: place, text)
      ?? slashed(at: place, text)
  }

  private func figure(
    _ range: Range<Int>, _ numeral: Range<Int>, _ value: Amount, _ qualifier: Qualifier
  ) -> Finding {
    let figure = Figure(
      range: range, numeral: numeral,
      quantity: Quantity(value: value, unit: .percent, qualifier: qualifier), kind: .rates,
      printedUnit: .percent, nounStart: range.upperBound, hasUnit: true, rule: name)
    return .one(.figure(figure))
  }

  /// 百分之九十八点三, 千分之五, 三分之一
  private func fraction(at place: Int, _ text: RuleText) -> Finding? {
    guard let end = text.numbers.end(at: place), text.scan.unit(end) == ShareRule.part,
      text.scan.unit(end + 1) == ShareRule.of,
      let bottom = text.numbers.number(at: place), !bottom.isVague,
      let top = text.numbers.number(at: bottom.range.upperBound + 2),
      let numerator = top.value, let denominator = bottom.value,
      let value = Amount.ratio(numerator, to: denominator, times: 100)
    else { return nil }
    let numeral = place..<top.range.upperBound
    let hedged = text.expressions.expression(
      of: Number(
        range: numeral, value: value, isOver: top.isOver, isArabic: false, hasMyriad: true),
      notBefore: text.limit)
    if !hedged.hasHedge, let (start, qualifier) = hedgeOfWhole(before: place, text) {
      return figure(start..<hedged.range.upperBound, numeral, value, qualifier)
    }
    return figure(hedged.range, numeral, value, hedged.qualifier)
  }

  /// 超过站点总数的三分之一: the hedge stands before what is divided.
  private func hedgeOfWhole(before place: Int, _ text: RuleText) -> (Int, Qualifier)? {
    guard text.scan.unit(place - 1) == Sign.of else { return nil }
    let longest = 12
    for start in stride(from: place - 2, through: max(text.limit, place - longest), by: -1) {
      if Sign.clauseEnds.contains(text.scan.unit(start)) { return nil }
      if let token = text.scan.token(.qualifier, at: start), token.range.count > 1,
        case .qualifier(let word) = token.entry, word.stands == .before
      {
        return (start, word.qualifier)
      }
    }
    return nil
  }

  /// 半数, 过半, 超半数
  private func halfShare(at place: Int, _ text: RuleText) -> Finding? {
    let scan = text.scan
    let unit = scan.unit(place)
    guard unit == ShareRule.pass || unit == Sign.half else { return nil }
    let range = place..<place + 2
    if unit == ShareRule.pass, scan.unit(place + 1) == Sign.half {
      if ShareRule.notPassed.contains(scan.unit(place - 1)) { return nil }
      let end = scan.unit(place + 2) == Sign.several ? place + 3 : place + 2
      return figure(place..<end, place..<end, ShareRule.half, .over)
    }
    guard unit == Sign.half, scan.unit(place + 1) == Sign.several else { return nil }
    let hedged = text.expressions.expression(
      of: Number(range: range, value: ShareRule.half, isArabic: false), notBefore: text.limit)
    return figure(hedged.range, range, ShareRule.half, hedged.qualifier)
  }

  private static let times = spelled("番")

  /// 翻一番 is 100 % more, 翻两番 300 %; 2.5倍 is 250 %.
  private func multiple(at place: Int, _ text: RuleText) -> Finding? {
    guard text.scan.unit(place) == Sign.multiplied else { return nil }
    let start = text.scan.unit(place + 1) == Sign.unit("了") ? place + 2 : place + 1
    guard let number = text.numbers.number(at: start), let value = number.value,
      text.scan.hasWord(ShareRule.times, at: number.range.upperBound)
    else { return nil }
    let doublings = value.tenThousandths / Amount.scale
    guard (1...6).contains(doublings), let share = Amount(whole: ((1 << doublings) - 1) * 100)
    else { return nil }
    return figure(
      place..<number.range.upperBound + 1, number.range, share, number.isOver ? .over : .exact)
  }

  private static let beforeSlash = PhraseSet(["占", "有", "近", "约", "超", "过", "足", "的"])

  /// 占3/4
  private func slashed(at place: Int, _ text: RuleText) -> Finding? {
    guard let end = text.numbers.end(at: place), text.scan.unit(end) == Sign.slash,
      let top = text.numbers.number(at: place), top.isArabic, !top.isDecimal,
      let bottom = text.numbers.number(at: top.range.upperBound + 1), bottom.isArabic,
      !bottom.isDecimal,
      let numerator = top.value, let denominator = bottom.value, numerator < denominator,
      ShareRule.beforeSlash.ends(at: place, text.scan),
      let value = Amount.ratio(numerator, to: denominator, times: 100)
    else { return nil }
    let numeral = place..<bottom.range.upperBound
    let hedged = text.expressions.expression(
      of: Number(range: numeral, value: value, isArabic: true), notBefore: text.limit)
    return figure(hedged.range, numeral, value, hedged.qualifier)
  }
}
