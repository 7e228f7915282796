import FactModel
import Lexicon

/// 第十一届, 第二、三名, 首批, 一等奖, 十四届三次全委会
struct OrdinalRule: Rule {
  let name = RuleName.ordinal
  private static let firstTails = SignSet("批届次个家场期站趟名支座例款条部发班季所套项份位轮本笔台辆块张列单种组对笔")

  func read(at place: Int, _ text: RuleText) -> Finding? {
    let unit = text.scan.unit(place)
    if let ranks = ranks(at: place, text) { return .one(.excluded(ranks, .ordinal, rule: name)) }
    if unit == Sign.first {
      guard OrdinalRule.firstTails.contains(text.scan.unit(place + 1)) else { return nil }
      return .one(.excluded(place..<place + 2, .ordinal, rule: name))
    }
    if unit == Sign.ordinal { return numbered(at: place, text) }
    guard text.isNumeral(place),
      let expression = text.expressions.peek(at: place, notBefore: text.limit)
    else { return nil }
    let number = expression.pointee.number.range
    if case .ordinal = expression.pointee.reads {
      return .one(
        .excluded(
          number.lowerBound..<expression.pointee.range.upperBound, .ordinal, rule: name))
    }
    if let session = session(number, text) {
      return .one(.excluded(session, .ordinal, rule: name))
    }
    return prizeList(at: place, text)
  }

  private static let term = Sign.unit("届")
  private static let occasion = Sign.unit("次")
  private static let two = Sign.unit("二")

  /// 十六届十次全委会; 二次救助, since two times are 两次.
  private func session(_ number: Range<Int>, _ text: RuleText) -> Range<Int>? {
    let (start, end) = (number.lowerBound, number.upperBound)
    guard text.scan.unit(end) == OrdinalRule.occasion else { return nil }
    let isSession = text.scan.unit(start - 1) == OrdinalRule.term
    let isSecond = number.count == 1 && text.scan.unit(start) == OrdinalRule.two
    return isSession || isSecond ? start..<end + 1 : nil
  }

  private static let person = Sign.unit("名")
  private static let counted = SignSet("名位强")
  private static let rankTails = SignSet("各的分获奖均")

  /// 前六名, and the ranks of 二、三名各2000元.
  private func ranks(at place: Int, _ text: RuleText) -> Range<Int>? {
    guard text.isNumeral(place), var end = text.numbers.end(at: place) else { return nil }
    let isFirst = text.scan.unit(place - 1) == Sign.unit("前")
    guard isFirst || joins(text.scan.unit(end)), let number = text.numbers.number(at: place),
      !number.isVague
    else { return nil }
    if isFirst,
      OrdinalRule.counted.contains(text.scan.unit(end))
    {
      return place..<end + 1
    }
    guard !number.isArabic else { return nil }
    var count = 1
    while joins(text.scan.unit(end)), let next = text.numbers.end(at: end + 1),
      text.isNumeral(end + 1)
    {
      count += 1
      end = next
    }
    let isRank =
      count > 1 && text.scan.unit(end) == OrdinalRule.person
      && OrdinalRule.rankTails.contains(text.scan.unit(end + 1))
    return isRank ? place..<end + 1 : nil
  }

  /// Whether a sign stands between the members of a row or the ends of a range.
  private func joins(_ unit: UInt16) -> Bool {
    Sign.rangeMarks.contains(unit) || unit == Sign.enumeration
  }

  private static let communities = PhraseSet(["社区", "中学", "小学", "医院", "街道", "车间", "工厂", "煤矿"])

  /// 第二、三名, 第四到第十名; 第二社区 is a place.
  private func numbered(at place: Int, _ text: RuleText) -> Finding? {
    guard let number = text.numbers.number(at: place + 1), text.isNumeral(place + 1) else {
      return nil
    }
    var end = number.range.upperBound
    while joins(text.scan.unit(end)) {
      let next = text.scan.unit(end + 1) == Sign.ordinal ? end + 2 : end + 1
      guard let more = text.numbers.number(at: next), text.isNumeral(next) else { break }
      end = more.range.upperBound
    }
    if OrdinalRule.communities.begins(at: end, text.scan) {
      return .one(.excluded(place..<end + 2, .place, rule: name))
    }
    if let measure = text.scan.longest(.measure, at: end) {
      end = measure.range.upperBound
    } else if Sign.isHan(text.scan.unit(end)), text.scan.token(.verb, at: end) == nil {
      end += 1
    }
    return .one(.excluded(place..<end, .ordinal, rule: name))
  }

  private static let prize = spelled("等奖")

  /// 一、二、三等奖: the numerals before 等奖.
  private func prizeList(at place: Int, _ text: RuleText) -> Finding? {
    // One alone is told by its measure word.
    guard let first = text.numbers.end(at: place), text.scan.unit(first) == Sign.enumeration else {
      return nil
    }
    var end = place
    var numerals = 0
    while let number = text.numbers.number(at: end), text.isNumeral(end), !number.isArabic {
      numerals += 1
      end = number.range.upperBound
      if text.scan.unit(end) == Sign.enumeration { end += 1 } else { break }
    }
    guard numerals > 1, text.scan.hasWord(OrdinalRule.prize, at: end) else { return nil }
    return .one(.excluded(place..<end + OrdinalRule.prize.count, .ordinal, rule: name))
  }
}
