import FactModel
import Lexicon

/// Dates, times of day and words of time; their numerals are no figures.
struct TimeRule: Rule {
  let name = "date"

  func read(at place: Int, _ text: RuleText) -> [Mention]? {
    if let token = TimeRule.token(at: place, text), let mention = text.times.mention(of: token) {
      return word(mention, text)
    }
    if let yearly = inOneYear(at: place, text) { return yearly }
    if let stretch = stretch(at: place, text) { return stretch }
    guard text.isNumeral(place) else {
      return firstMonths(at: place, text) ?? lately(at: place, text)
    }
    if let told = century(at: place, text) ?? yearsUpToNow(at: place, text)
      ?? yearsAgo(at: place, text)
    {
      return told
    }
    if let mention = text.times.date(at: place) {
      return [.time(mention), .excluded(mention.range, .date, rule: name)]
    }
    return nil
  }

  private static let upToNow = spelled("至今")
  private static let to = Sign.unit("至")

  /// The word of time at a place; of 截至今年6月 it is 今年, not 至今.
  static func token(at place: Int, _ text: RuleText) -> Token? {
    let scan = text.scan
    let isCut = scan.hasWord(TimeRule.upToNow, at: place) && scan.unit(place + 2) == Sign.year
    if isCut { return nil }
    if let token = scan.token(.time, at: place) { return token }
    return scan.unit(place - 1) == TimeRule.to ? scan.longest(.time, at: place) : nil
  }

  /// 今年, 一季度: an exclusion too where the word holds a numeral.
  private func word(_ mention: TimeMention, _ text: RuleText) -> [Mention] {
    let holdsNumeral = mention.range.contains { text.isNumeral($0) }
    guard holdsNumeral else { return [.time(mention)] }
    if case .word(.daily) = mention.meaning {
      return [.time(mention), .excluded(mention.range, .duration, rule: name)]
    }
    return [.time(mention), .excluded(mention.range, .date, rule: name)]
  }

  private static let oneYear = spelled("一年")
  private static let notAYear = Set("近这过去第每前同多后上下新某整".utf16)

  /// 一年培训2万人次: one year means every year before a verb.
  private func inOneYear(at place: Int, _ text: RuleText) -> [Mention]? {
    guard text.scan.hasWord(TimeRule.oneYear, at: place),
      !TimeRule.notAYear.contains(text.scan.unit(place - 1)),
      text.scan.longest(.verb, at: place + 2) != nil || text.isNumeral(place + 2)
        || text.scan.unit(place + 2) == Sign.unit("冒"),
      !Set("来内多前后里间".utf16).contains(text.scan.unit(place + 2))
    else { return nil }
    let range = place..<place + 2
    return [
      .time(TimeMention(range: range, meaning: .word(.yearly))),
      .excluded(range, .duration, rule: name),
    ]
  }

  private static let years = spelled("年")
  private static let months = spelled("个月")
  private static let beforeLately = ["近", "过去", "最近", "前"].map(spelled)

  private static let before = Sign.unit("前")

  /// 今年前6个月: the first months of a year.
  private func firstMonths(at place: Int, _ text: RuleText) -> [Mention]? {
    guard text.scan.unit(place) == TimeRule.before, let number = text.numbers.number(at: place + 1),
      let value = number.value, number.high == nil,
      text.scan.hasWord(TimeRule.months, at: number.range.upperBound),
      case let last = Int(value.tenThousandths / Amount.scale), (1...12).contains(last),
      text.scan.token(.time, endingAt: place) != nil || text.scan.unit(place - 1) == Sign.year
        || Sign.clauseEnds.contains(text.scan.unit(place - 1))
    else { return nil }
    let end = number.range.upperBound + TimeRule.months.count
    let months = PartialDate(month: 1, lastMonth: last)
    let mention = TimeMention(range: place..<end, meaning: .dates(from: months, to: nil))
    return [.time(mention), .excluded(place..<end, .date, rule: name)]
  }

  /// 近3年, 近两年来, 过去5年: a length of time that also says when.
  private func lately(at place: Int, _ text: RuleText) -> [Mention]? {
    guard let lead = TimeRule.beforeLately.first(where: { text.scan.hasWord($0, at: place) }) else {
      return nil
    }
    let start = place + lead.count
    guard let number = text.numbers.number(at: start), let value = number.value, !number.isVague,
      number.high == nil
    else { return nil }
    let end = number.range.upperBound
    let count = Int(value.tenThousandths / Amount.scale)
    let isYears = text.scan.hasWord(TimeRule.years, at: end) && (1...60).contains(count)
    let isMonths = text.scan.hasWord(TimeRule.months, at: end) && (1...60).contains(count)
    guard isYears || isMonths else { return nil }
    let last = end + (isYears ? TimeRule.years.count : TimeRule.months.count)
    let mention = TimeMention(
      range: place..<last, meaning: isYears ? .lastYears(count) : .lastMonths(count))
    return [.time(mention), .excluded(start..<last, .duration, rule: name)]
  }

  private static let yearsUpToNow = ["年来", "多年来", "余年来", "年间", "年里", "年多来"].map(spelled)

  /// 5年来, 十年来, 两年里
  private func yearsUpToNow(at place: Int, _ text: RuleText) -> [Mention]? {
    guard let number = text.numbers.number(at: place), let value = number.value,
      number.digits < 4, !number.isBareUnit
    else { return nil }
    let end = number.range.upperBound
    let count = Int(value.tenThousandths / Amount.scale)
    for tail in TimeRule.yearsUpToNow
    where text.scan.hasWord(tail, at: end) && (2...60).contains(count) {
      let range = place..<end + tail.count
      return [
        .time(TimeMention(range: range, meaning: .word(.open))),
        .excluded(range, .duration, rule: name),
      ]
    }
    return nil
  }

  private static let stretchUnits = ["个月", "个多月", "多个月", "余个月", "天", "多天", "余天", "周", "多周", "个星期"]
    .map(spelled)
  private static let stretchEnds = ["里", "来", "间", "以来", "时间里", "时间", "中"].map(spelled)
  private static let openings = ["挂牌", "开通", "运行", "成立", "启动", "开业", "投用", "上线", "开馆", "启用"].map(
    spelled)

  /// 两个多月里, 40多天来, 挂牌才20多天: the time since what was told before.
  private func stretch(at place: Int, _ text: RuleText) -> [Mention]? {
    guard text.isNumeral(place), let number = text.numbers.number(at: place),
      number.high == nil, number.value != Amount(tenThousandths: Amount.scale),
      let unit = TimeRule.stretchUnits.last(where: {
        text.scan.hasWord($0, at: number.range.upperBound)
      })
    else { return nil }
    let end = number.range.upperBound + unit.count
    let before = text.scan.unit(place - 1)
    guard !Set("每第近前过".utf16).contains(before) else { return nil }
    if text.scan.hasWord(TimeRule.years, at: end) { return nil }
    let isInside = TimeRule.stretchEnds.contains { text.scan.hasWord($0, at: end) }
    let isOpening = TimeRule.openings.contains { opening in
      [0, 1].contains { gap in
        (gap == 0 || Set("才仅不".utf16).contains(before))
          && text.scan.hasWord(opening, at: place - opening.count - gap)
      }
    }
    guard isInside || isOpening else { return nil }
    return [
      .time(TimeMention(range: place..<end, meaning: .since(days: days(number, unit)))),
      .excluded(place..<end, .duration, rule: name),
    ]
  }

  private func days(_ number: Number, _ unit: [UInt16]) -> Int {
    let count = Int((number.value?.tenThousandths ?? 0) / Amount.scale)
    if unit.contains(Sign.month) { return count * 30 }
    return unit.contains(Sign.day) || unit.contains(Sign.unit("天")) ? count : count * 7
  }

  private static let yearsAgo = spelled("年前")

  /// 两年前: a year counted back from the page's.
  private func yearsAgo(at place: Int, _ text: RuleText) -> [Mention]? {
    guard let number = text.numbers.number(at: place), let value = number.value,
      number.digits < 3, !number.isVague, number.high == nil, !number.isBareUnit,
      text.scan.hasWord(TimeRule.yearsAgo, at: number.range.upperBound)
    else { return nil }
    let count = Int(value.tenThousandths / Amount.scale)
    guard (1...60).contains(count) else { return nil }
    var mention = TimeMention(
      range: place..<number.range.upperBound + TimeRule.yearsAgo.count,
      meaning: .word(.year(-count)))
    mention.isCompared = text.scan.unit(place - 1) == Sign.unit("比")
    return [.time(mention), .excluded(mention.range, .duration, rule: name)]
  }

  private static let century = spelled("世纪")
  private static let decade = spelled("年代")

  /// 20世纪60年代, 80年代, 90后
  private func century(at place: Int, _ text: RuleText) -> [Mention]? {
    guard let number = text.numbers.number(at: place) else { return nil }
    var end = number.range.upperBound
    var hundreds = 1900
    if text.scan.hasWord(TimeRule.century, at: end) {
      if let value = number.value {
        hundreds = Int(value.tenThousandths / Amount.scale) * 100 - 100
      }
      end += TimeRule.century.count
      guard let decade = text.numbers.number(at: end),
        text.scan.hasWord(TimeRule.decade, at: decade.range.upperBound)
      else { return [.excluded(place..<end, .date, rule: name)] }
      end = decade.range.upperBound + TimeRule.decade.count
      return years(of: decade, hundreds, place..<end)
    }
    if text.scan.hasWord(TimeRule.decade, at: end) {
      return years(of: number, hundreds, place..<end + TimeRule.decade.count)
    }
    let isGeneration =
      text.scan.unit(end) == Sign.unit("后") && number.digits == 2
      && (number.value?.tenThousandths ?? 1) % (5 * Amount.scale) == 0
      && (Sign.isHan(text.scan.unit(end + 1)) || text.scan.unit(end + 1) == Sign.closeQuote)
      && !Sign.clauseEnds.contains(text.scan.unit(end + 1))
    return isGeneration ? [.excluded(place..<end + 1, .name, rule: name)] : nil
  }
}

extension TimeRule {
  /// The ten years of a decade: 20世纪60年代 is 1960 to 1969.
  private func years(of decade: Number, _ hundreds: Int, _ range: Range<Int>) -> [Mention] {
    let excluded = Mention.excluded(range, .date, rule: name)
    guard let value = decade.value else { return [excluded] }
    let first = Int(value.tenThousandths / Amount.scale)
    guard first < 100, first % 10 == 0, (1000...2900).contains(hundreds) else { return [excluded] }
    let years = (PartialDate(year: hundreds + first), PartialDate(year: hundreds + first + 9))
    let time = TimeMention(range: range, meaning: .dates(from: years.0, to: years.1))
    return [.time(time), excluded]
  }
}

/// 第十一届, 第二、三名, 首批, 一等奖, 十四届三次全委会
struct OrdinalRule: Rule {
  let name = "ordinal"
  private static let firstTails = Set("批届次个家场期站趟名支座例款条部发班季所套项份位轮本笔台辆块张列单种组对笔".utf16)

  func read(at place: Int, _ text: RuleText) -> [Mention]? {
    let unit = text.scan.unit(place)
    if let ranks = ranks(at: place, text) { return [.excluded(ranks, .ordinal, rule: name)] }
    if unit == Sign.first {
      let next = text.scan.unit(place + 1)
      guard OrdinalRule.firstTails.contains(next), text.scan.unit(place - 1) != Sign.one else {
        return nil
      }
      return [.excluded(place..<place + 2, .ordinal, rule: name)]
    }
    if unit == Sign.ordinal { return numbered(at: place, text) }
    guard text.isNumeral(place),
      let expression = text.expressions.expression(at: place, notBefore: place)
    else { return nil }
    if expression.measure?.reads == .ordinal {
      return [
        .excluded(
          expression.number.range.lowerBound..<expression.range.upperBound, .ordinal, rule: name)
      ]
    }
    return prizeList(at: place, text)
  }

  private static let person = Sign.unit("名")
  private static let rankTails = Set("各的分获奖均".utf16)

  /// 前六名, and the ranks of 二、三名各2000元.
  private func ranks(at place: Int, _ text: RuleText) -> Range<Int>? {
    guard text.isNumeral(place), let number = text.numbers.number(at: place), !number.isVague else {
      return nil
    }
    var end = number.range.upperBound
    if text.scan.unit(place - 1) == Sign.unit("前"), Set("名位强".utf16).contains(text.scan.unit(end)) {
      return place..<end + 1
    }
    guard !number.isArabic else { return nil }
    var count = 1
    while Sign.rangeMarks.contains(text.scan.unit(end)) || text.scan.unit(end) == Sign.enumeration,
      let next = text.numbers.number(at: end + 1), text.isNumeral(end + 1)
    {
      count += 1
      end = next.range.upperBound
    }
    let isRank =
      count > 1 && text.scan.unit(end) == OrdinalRule.person
      && OrdinalRule.rankTails.contains(text.scan.unit(end + 1))
    return isRank ? place..<end + 1 : nil
  }

  private static let communities = ["社区", "中学", "小学", "医院", "街道", "车间", "工厂", "煤矿"].map(spelled)

  /// 第二、三名, 第四到第十名; 第二社区 is a place.
  private func numbered(at place: Int, _ text: RuleText) -> [Mention]? {
    guard let number = text.numbers.number(at: place + 1), text.isNumeral(place + 1) else {
      return nil
    }
    var end = number.range.upperBound
    while Sign.rangeMarks.contains(text.scan.unit(end)) || text.scan.unit(end) == Sign.enumeration {
      let next = text.scan.unit(end + 1) == Sign.ordinal ? end + 2 : end + 1
      guard let more = text.numbers.number(at: next), text.isNumeral(next) else { break }
      end = more.range.upperBound
    }
    if OrdinalRule.communities.contains(where: { text.scan.hasWord($0, at: end) }) {
      return [.excluded(place..<end + 2, .place, rule: name)]
    }
    if let measure = text.scan.longest(.measure, at: end) {
      end = measure.range.upperBound
    } else if Sign.isHan(text.scan.unit(end)), text.scan.token(.verb, at: end) == nil {
      end += 1
    }
    return [.excluded(place..<end, .ordinal, rule: name)]
  }

  private static let prize = spelled("等奖")

  /// 一、二、三等奖: the numerals before 等奖.
  private func prizeList(at place: Int, _ text: RuleText) -> [Mention]? {
    var end = place
    var numerals = 0
    while let number = text.numbers.number(at: end), text.isNumeral(end), !number.isArabic {
      numerals += 1
      end = number.range.upperBound
      if text.scan.unit(end) == Sign.enumeration { end += 1 } else { break }
    }
    guard numerals > 1, text.scan.hasWord(OrdinalRule.prize, at: end) else { return nil }
    return [.excluded(place..<end + OrdinalRule.prize.count, .ordinal, rule: name)]
  }
}

/// 每月一次, 每周两次, 每天一趟: how often.
struct FrequencyRule: Rule {
  let name = "frequency"
  private static let spans = [
    "年", "月", "周", "天", "日", "季度", "两年", "三年", "半年", "个月", "星期", "季", "晚",
  ].map(spelled)
  private static let tails = Set("次趟期场届回班节".utf16)

  func read(at place: Int, _ text: RuleText) -> [Mention]? {
    guard text.scan.unit(place) == Sign.each else { return nil }
    for span in FrequencyRule.spans where text.scan.hasWord(span, at: place + 1) {
      let start = place + 1 + span.count
      let limit = min(start + 4, text.scan.units.count)
      for begin in start..<max(start, limit) where text.isNumeral(begin) {
        guard let expression = text.expressions.expression(at: begin, notBefore: start),
          FrequencyRule.tails.contains(text.scan.unit(expression.range.upperBound - 1)),
          expression.unit?.range.count == 1,
          let value = expression.number.value, value <= Amount(tenThousandths: 9 * Amount.scale),
          !isFollowedByNoun(expression.range.upperBound, text)
        else { return nil }
        let recurrence: [Mention] =
          FrequencyRule.recurrence(span).map {
            [.time(TimeMention(range: place..<start, meaning: .word($0)))]
          } ?? []
        return recurrence + [.excluded(place..<expression.range.upperBound, .frequency, rule: name)]
      }
    }
    return nil
  }

  private func isFollowedByNoun(_ place: Int, _ text: RuleText) -> Bool {
    text.scan.token(.noun, at: place) != nil
  }

  private static func recurrence(_ span: [UInt16]) -> TimeWord? {
    switch span {
    case spelled("年"): .yearly
    case spelled("月"): .monthly
    case spelled("天"), spelled("日"): .daily
    default: nil
    }
  }
}

/// Lengths of time, ages and physical measures, by their unit: 3个小时, 10岁, 40平方米.
struct PeriodLengthRule: Rule {
  let name = "length, age or measure"

  func read(at place: Int, _ text: RuleText) -> [Mention]? {
    if text.scan.unit(place) == Sign.half { return halfLength(at: place, text) }
    guard text.isNumeral(place),
      let expression = text.expressions.expression(at: place, notBefore: text.limit)
    else { return nil }
    var range = expression.range
    var reads = expression.measure?.reads
    if reads == nil, let end = rangeEnd(of: expression, text) {
      range = range.lowerBound..<end.range.upperBound
      reads = end.measure?.reads
    } else if let end = rangeEnd(of: expression, text), end.measure?.reads == reads {
      range = range.lowerBound..<end.range.upperBound
    }
    switch reads {
    case .duration: return [.excluded(range, .duration, rule: name)]
    case .age: return [.excluded(range, .age, rule: name)]
    case .measure, .score: return [.excluded(range, .measure, rule: name)]
    default: return nil
    }
  }

  /// 10—15天, 6至12岁: the second end of a range.
  private func rangeEnd(of expression: Expression, _ text: RuleText) -> Expression? {
    var place = expression.range.upperBound
    guard Sign.rangeMarks.contains(text.scan.unit(place)) else { return nil }
    while Sign.rangeMarks.contains(text.scan.unit(place)) { place += 1 }
    guard text.isNumeral(place) else { return nil }
    return text.expressions.expression(at: place, notBefore: place)
  }

  private static let halfUnits = ["年", "天", "个月", "小时", "个小时", "个多月", "年多", "日"].map(spelled)

  private func halfLength(at place: Int, _ text: RuleText) -> [Mention]? {
    for unit in PeriodLengthRule.halfUnits where text.scan.hasWord(unit, at: place + 1) {
      if text.scan.unit(place - 1) == Sign.unit("上") || text.scan.unit(place - 1) == Sign.unit("下")
      {
        return nil
      }
      return [.excluded(place..<place + 1 + unit.count, .duration, rule: name)]
    }
    return nil
  }
}
