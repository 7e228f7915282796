import FactModel
import Lexicon

/// Dates, times of day and words of time; their numerals are no figures.
struct TimeRule: Rule {
  let name = RuleName.date

  func read(at place: Int, _ text: RuleText) -> Finding? {
    if let token = TimeRule.token(at: place, text), let mention = text.times.mention(of: token) {
      return word(mention, text)
    }
    guard text.isNumeral(place) else {
      return firstMonths(at: place, text) ?? lately(at: place, text)
    }
    return mayTellTime(at: place, text) ? numeral(at: place, text) : nil
  }

  /// Signs behind a numeral that tells a time: units, what words of them begin with, and marks inside of dates.
  private static let follows = SignSet("年月日天周个多余世后时点:-/.、~–—―─至到 ")

  /// Whether a numeral may be one of time, as most are not, by what stands behind it. `RuleBookTests` compares it with
  /// the reading of every numeral.
  func mayTellTime(at place: Int, _ text: RuleText) -> Bool {
    guard let end = text.numbers.end(at: place) else { return true }
    return TimeRule.follows.contains(text.scan.unit(end))
  }

  /// What a numeral tells of time.
  func numeral(at place: Int, _ text: RuleText) -> Finding? {
    if let yearly = inOneYear(at: place, text) { return yearly }
    if let number = text.numbers.number(at: place),
      let length = length(number, text.scan.unit(number.range.upperBound), text)
    {
      return length
    }
    if let mention = text.times.date(at: place) {
      return .two(.time(mention), .excluded(mention.range, .date, rule: name))
    }
    return nil
  }

  private static let beforeLengths = SignSet("个多余天周")
  private static let beforeYears = SignSet("年多余")
  private static let beforeCenturies = SignSet("世年后")

  /// What a numeral tells of as a length of time, by the sign behind it.
  private func length(_ number: Number, _ next: UInt16, _ text: RuleText) -> Finding? {
    if TimeRule.beforeLengths.contains(next), let stretch = stretch(number, text) { return stretch }
    if next == Sign.year, let told = countedYears(number, text) { return told }
    if TimeRule.beforeCenturies.contains(next), let told = century(number, text) { return told }
    if TimeRule.beforeYears.contains(next), let told = yearsUpToNow(number, text) { return told }
    return next == Sign.year ? yearsAgo(number, text) : nil
  }

  private static let now = Sign.unit("今")
  static let to = Sign.unit("至")

  /// Whether a word of time may begin at a place of the flow.
  @inline(__always)
  static func mayBegin(at place: Int, _ scan: Scan) -> Bool {
    scan.hasToken(.time, at: place) || scan.unit(place - 1) == TimeRule.to
  }

  /// The word of time at a place; of 截至今年6月 it is 今年, not 至今.
  static func token(at place: Int, _ text: RuleText) -> Token? {
    let scan = text.scan
    guard mayBegin(at: place, scan) else { return nil }
    let isCut =
      scan.unit(place) == TimeRule.to && scan.unit(place + 1) == TimeRule.now
      && scan.unit(place + 2) == Sign.year
    if isCut { return nil }
    if let token = scan.token(.time, at: place) { return isInsideWord(token, scan) ? nil : token }
    return scan.unit(place - 1) == TimeRule.to ? scan.longest(.time, at: place) : nil
  }

  private static let beforeDaily = SignSet("生节假周今本当次即昨末休工")

  /// 青年服务, 节日接待: no 年服务, no 日接待.
  private static func isInsideWord(_ token: Token, _ scan: Scan) -> Bool {
    guard token.range.count == 3 else { return false }
    let (first, before) = (scan.unit(token.start), scan.unit(token.start - 1))
    if first == Sign.year, case .time(.yearly) = token.entry { return Sign.isHan(before) }
    if first == Sign.day, case .time(.daily) = token.entry { return beforeDaily.contains(before) }
    return false
  }

  /// 今年, 一季度: an exclusion too where the word holds a numeral.
  private func word(_ mention: TimeMention, _ text: RuleText) -> Finding {
    let holdsNumeral = mention.range.contains { text.isNumeral($0) }
    guard holdsNumeral else { return .one(.time(mention)) }
    if case .word(.daily) = mention.meaning {
      return .two(.time(mention), .excluded(mention.range, .duration, rule: name))
    }
    return .two(.time(mention), .excluded(mention.range, .date, rule: name))
  }

  private static let notAgo = SignSet("每第近前过")
  private static let only = SignSet("才仅不")
  private static let yearGoesOn = SignSet("来内多前后里间")
  private static let notAYear = SignSet("近这过去第每前同多后上下新某整")

  /// 一年培训2万人次: one year means every year before a verb.
  private func inOneYear(at place: Int, _ text: RuleText) -> Finding? {
    guard text.scan.unit(place) == Sign.one, text.scan.unit(place + 1) == Sign.year,
      !TimeRule.notAYear.contains(text.scan.unit(place - 1)),
      text.scan.beginsWord(.verb, at: place + 2) || text.isNumeral(place + 2)
        || text.scan.unit(place + 2) == Sign.unit("冒"),
      !TimeRule.yearGoesOn.contains(text.scan.unit(place + 2))
    else { return nil }
    let range = place..<place + 2
    return .two(
      .time(TimeMention(range: range, meaning: .word(.yearly))),
      .excluded(range, .duration, rule: name))
  }

  private static let months = spelled("个月")
  private static let beforeLately = PhraseSet(["近", "过去", "最近", "前"])
  private static let raised = Sign.unit("提")

  private static let before = Sign.unit("前")

  /// 今年前6个月: the first months of a year.
  private func firstMonths(at place: Int, _ text: RuleText) -> Finding? {
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
    return .two(.time(mention), .excluded(place..<end, .date, rule: name))
  }

  /// 近3年, 近两年来, 过去5年: a length of time that also says when.
  private func lately(at place: Int, _ text: RuleText) -> Finding? {
    guard let lead = TimeRule.beforeLately.length(at: place, text.scan),
      text.scan.unit(place - 1) != TimeRule.raised
    else { return nil }
    let start = place + lead
    guard let number = text.numbers.number(at: start), let value = number.value, !number.isVague,
      number.high == nil
    else { return nil }
    let end = number.range.upperBound
    let count = Int(value.tenThousandths / Amount.scale)
    let isYears = text.scan.unit(end) == Sign.year && (1...60).contains(count)
    let isMonths = text.scan.hasWord(TimeRule.months, at: end) && (1...60).contains(count)
    guard isYears || isMonths else { return nil }
    let last = end + (isYears ? 1 : TimeRule.months.count)
    var mention = TimeMention(
      range: place..<last, meaning: isYears ? .lastYears(count) : .lastMonths(count))
    // 比前一年提高: what is compared with.
    mention.isDifference = text.times.isDifference(place, last)
    return .two(.time(mention), .excluded(start..<last, .duration, rule: name))
  }

  private static let coming = PhraseSet(["今后", "未来", "今后的", "未来的", "接下来的"])
  private static let these = Sign.unit("这")

  /// 今后五年, 这五年: told by the word before the numeral.
  private func countedYears(_ number: Number, _ text: RuleText) -> Finding? {
    let place = number.range.lowerBound
    let lead = TimeRule.coming.lengths(endingAt: place, text.scan).max()
    guard lead != nil || text.scan.unit(place - 1) == TimeRule.these,
      let value = number.value, !number.isVague, number.high == nil,
      text.scan.unit(number.range.upperBound) == Sign.year,
      case let count = Int(value.tenThousandths / Amount.scale), (2...60).contains(count)
    else { return nil }
    let last = number.range.upperBound + 1
    let mention = TimeMention(
      range: place..<last, meaning: lead == nil ? .word(.open) : .nextYears(count))
    return .two(.time(mention), .excluded(place..<last, .duration, rule: name))
  }

  private static let yearsOver = spelled("年多来")
  private static let yearOn = spelled("年来")
  private static let yearsUpToNow = PhraseSet(["年来", "多年来", "余年来", "年间", "年里", "年多来"])
  /// 三年间, 两年里: as many years as the text tells, or up to now.
  private static let yearsTold = PhraseSet(["年来", "年间", "年里"])

  /// 5年来, 十多年来, 两年里
  private func yearsUpToNow(_ number: Number, _ text: RuleText) -> Finding? {
    guard let value = number.value, number.digits < 4, !number.isBareUnit
    else { return nil }
    let end = number.range.upperBound
    let count = Int(value.tenThousandths / Amount.scale)
    // 一年来 and 一年多来 are such stretches, 一年间 and 一年里 are not.
    let isOver = text.scan.hasWord(TimeRule.yearsOver, at: end)
    let least = isOver || text.scan.hasWord(TimeRule.yearOn, at: end) ? 1 : 2
    if let tail = TimeRule.yearsUpToNow.length(at: end, text.scan), (least...60).contains(count) {
      let range = number.range.lowerBound..<end + tail
      // 两年来 may begin in either of two years, which is as good as nothing.
      let isSure = count > 2 && tail == TimeRule.yearOn.count
      let isCounted = TimeRule.yearsTold.begins(at: end, text.scan) && !number.isOver
      let meaning: TimeMention.Meaning =
        if count == 1 && !isOver { .yearUpToNow } else {
          isCounted ? .yearsUpToNow(count, isSure: isSure) : .word(.open)
        }
      return .two(
        .time(TimeMention(range: range, meaning: meaning)),
        .excluded(range, .duration, rule: name))
    }
    return nil
  }

  private static let stretchUnits = PhraseSet([
    "个月", "个多月", "多个月", "余个月", "天", "多天", "余天", "周", "多周", "个星期",
  ])
  private static let stretchEnds = PhraseSet(["里", "来", "间", "以来", "时间里", "时间", "中"])
  private static let openings = PhraseSet([
    "挂牌", "开通", "运行", "成立", "启动", "开业", "投用", "上线", "开馆", "启用",
  ])

  /// 两个多月里, 40多天来, 挂牌才20多天: the time since what was told before.
  private func stretch(_ number: Number, _ text: RuleText) -> Finding? {
    let place = number.range.lowerBound
    guard text.isNumeral(place), number.high == nil,
      number.value != Amount(tenThousandths: Amount.scale),
      let length = TimeRule.stretchUnits.lengths(at: number.range.upperBound, text.scan).last
    else { return nil }
    let end = number.range.upperBound + length
    let unit = text.scan.units[number.range.upperBound..<end]
    let before = text.scan.unit(place - 1)
    guard !TimeRule.notAgo.contains(before) else { return nil }
    if text.scan.unit(end) == Sign.year { return nil }
    let isInside = TimeRule.stretchEnds.begins(at: end, text.scan)
    let isOpening =
      TimeRule.openings.ends(at: place, text.scan)
      || TimeRule.only.contains(before) && TimeRule.openings.ends(at: place - 1, text.scan)
    guard isInside || isOpening else { return nil }
    return .two(
      .time(TimeMention(range: place..<end, meaning: .since(days: days(number, unit)))),
      .excluded(place..<end, .duration, rule: name))
  }

  private func days(_ number: Number, _ unit: ArraySlice<UInt16>) -> Int {
    let count = Int((number.value?.tenThousandths ?? 0) / Amount.scale)
    if unit.contains(Sign.month) { return count * 30 }
    return unit.contains(Sign.day) || unit.contains(Sign.unit("天")) ? count : count * 7
  }

  private static let thans = SignSet("比较同")
  private static let yearsAgo = spelled("年前")

  /// 两年前: a year counted back from the page's.
  private func yearsAgo(_ number: Number, _ text: RuleText) -> Finding? {
    let place = number.range.lowerBound
    guard let value = number.value, number.digits < 3, !number.isVague, number.high == nil,
      !number.isBareUnit,
      text.scan.hasWord(TimeRule.yearsAgo, at: number.range.upperBound)
    else { return nil }
    let count = Int(value.tenThousandths / Amount.scale)
    guard (1...60).contains(count) else { return nil }
    var mention = TimeMention(
      range: place..<number.range.upperBound + TimeRule.yearsAgo.count,
      meaning: .word(.year(-count)))
    // 较五年前增加900家: the difference is of now.
    mention.isCompared = TimeRule.thans.contains(text.scan.unit(place - 1))
    mention.isDifference =
      mention.isCompared && TimeReader.differences.begins(at: mention.range.upperBound, text.scan)
    return .two(.time(mention), .excluded(mention.range, .duration, rule: name))
  }

  private static let century = spelled("世纪")
  private static let decade = spelled("年代")

  /// 20世纪60年代, 80年代, 90后
  private func century(_ number: Number, _ text: RuleText) -> Finding? {
    let place = number.range.lowerBound
    var end = number.range.upperBound
    var hundreds = 1900
    if text.scan.hasWord(TimeRule.century, at: end) {
      if let value = number.value {
        hundreds = Int(value.tenThousandths / Amount.scale) * 100 - 100
      }
      end += TimeRule.century.count
      guard let decade = text.numbers.number(at: end),
        text.scan.hasWord(TimeRule.decade, at: decade.range.upperBound)
      else { return .one(.excluded(place..<end, .date, rule: name)) }
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
    return isGeneration ? .one(.excluded(place..<end + 1, .name, rule: name)) : nil
  }
}

extension TimeRule {
  /// The ten years of a decade: 20世纪60年代 is 1960 to 1969.
  private func years(of decade: Number, _ hundreds: Int, _ range: Range<Int>) -> Finding {
    let excluded = Mention.excluded(range, .date, rule: name)
    guard let value = decade.value else { return .one(excluded) }
    let first = Int(value.tenThousandths / Amount.scale)
    guard first < 100, first % 10 == 0, (1000...2900).contains(hundreds) else {
      return .one(excluded)
    }
    let years = (PartialDate(year: hundreds + first), PartialDate(year: hundreds + first + 9))
    let time = TimeMention(range: range, meaning: .dates(from: years.0, to: years.1))
    return .two(.time(time), excluded)
  }
}
