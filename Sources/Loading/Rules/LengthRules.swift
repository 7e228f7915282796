import FactModel
import Lexicon

/// 每月一次, 每周两次, 每天一趟: how often.
struct FrequencyRule: Rule {
  let name = RuleName.frequency
  private static let spans = PhraseSet([
    "年", "月", "周", "天", "日", "季度", "两年", "三年", "半年", "个月", "星期", "季", "晚",
  ])
  private static let tails = SignSet("次趟期场届回班节")

  private static let parted = Sign.unit("分")
  private static let times = Sign.unit("次")

  func read(at place: Int, _ text: RuleText) -> Finding? {
    if let parts = instalments(at: place, text) { return parts }
    guard text.scan.unit(place) == Sign.each,
      FrequencyRule.spans.begins(at: place + 1, text.scan)
    else { return nil }
    for span in FrequencyRule.spans.lengths(at: place + 1, text.scan) {
      let start = place + 1 + span
      let limit = min(start + 4, text.scan.units.count)
      for begin in start..<max(start, limit) where text.isNumeral(begin) {
        guard let expression = text.expressions.expression(at: begin, notBefore: start),
          FrequencyRule.tails.contains(text.scan.unit(expression.range.upperBound - 1)),
          expression.unit?.range.count == 1,
          let value = expression.number.value, value <= Amount(tenThousandths: 9 * Amount.scale),
          !isFollowedByNoun(expression.range.upperBound, text)
        else { return nil }
        let often = Mention.excluded(
          place..<expression.range.upperBound, .frequency, rule: name)
        guard let word = FrequencyRule.recurrence(text.scan.units[place + 1..<start]) else {
          return .one(often)
        }
        return .two(.time(TimeMention(range: place..<start, meaning: .word(word))), often)
      }
    }
    return nil
  }

  /// 分4次付清: in how many goes.
  private func instalments(at place: Int, _ text: RuleText) -> Finding? {
    guard text.scan.unit(place - 1) == FrequencyRule.parted, text.isNumeral(place),
      let expression = text.expressions.expression(at: place, notBefore: text.limit),
      expression.number.range.lowerBound == place,
      text.scan.unit(expression.range.upperBound - 1) == FrequencyRule.times,
      expression.unit?.range.count == 1
    else { return nil }
    return .one(.excluded(expression.range, .frequency, rule: name))
  }

  private func isFollowedByNoun(_ place: Int, _ text: RuleText) -> Bool {
    text.scan.token(.noun, at: place) != nil
  }

  private static func recurrence(_ span: ArraySlice<UInt16>) -> TimeWord? {
    guard span.count == 1 else { return nil }
    return switch span.first {
    case Sign.year: .yearly
    case Sign.month: .monthly
    case Sign.day, Sign.unit("天"): .daily
    default: nil
    }
  }
}

/// Lengths of time, ages and physical measures, by their unit: 3个小时, 10岁, 40平方米.
struct PeriodLengthRule: Rule {
  let name = RuleName.length

  func read(at place: Int, _ text: RuleText) -> Finding? {
    if text.scan.unit(place) == Sign.half { return halfLength(at: place, text) }
    guard text.isNumeral(place),
      let expression = text.expressions.peek(at: place, notBefore: text.limit)
    else { return nil }
    var range = expression.pointee.range
    var reads = expression.pointee.reads
    if let end = rangeEnd(behind: range.upperBound, text), reads == nil || end.reads == reads {
      range = range.lowerBound..<end.range.upperBound
      reads = end.reads
    }
    switch reads {
    case .duration: return .one(.excluded(range, .duration, rule: name))
    case .age: return .one(.excluded(range, .age, rule: name))
    case .measure, .score: return .one(.excluded(range, .measure, rule: name))
    default: return nil
    }
  }

  /// 10—15天, 6至12岁: the second end of a range.
  private func rangeEnd(behind end: Int, _ text: RuleText) -> Expression? {
    var place = end
    guard Sign.rangeMarks.contains(text.scan.unit(place)) else { return nil }
    while Sign.rangeMarks.contains(text.scan.unit(place)) { place += 1 }
    guard text.isNumeral(place) else { return nil }
    return text.expressions.expression(at: place, notBefore: place)
  }

  private static let halfUnits = PhraseSet(["年", "天", "个月", "小时", "个小时", "个多月", "年多", "日"])

  private func halfLength(at place: Int, _ text: RuleText) -> Finding? {
    if let unit = PeriodLengthRule.halfUnits.length(at: place + 1, text.scan) {
      if text.scan.unit(place - 1) == Sign.unit("上") || text.scan.unit(place - 1) == Sign.unit("下")
      {
        return nil
      }
      return .one(.excluded(place..<place + 1 + unit, .duration, rule: name))
    }
    return nil
  }
}
