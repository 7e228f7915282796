import FactModel
import Lexicon

/// A date as the text gives it; what it leaves out comes from the page's date.
struct PartialDate: Hashable {
  var year: Int?
  var month: Int?
  var day: Int?
  /// The last month of a half year or quarter, whose first is `month`.
  var lastMonth: Int?
}

/// An expression of time where it stands.
struct TimeMention {
  enum Meaning {
    case dates(from: PartialDate, to: PartialDate?)
    case word(TimeWord)
    /// 今后五年: from the page's year on.
    case nextYears(Int)
    /// 近3年: so many years, or months, up to the page.
    case lastYears(Int)
    /// 五年来: the years that the text told last, if they are so many; else so many up to the page where that is sure.
    case yearsUpToNow(Int, isSure: Bool)
    case lastMonths(Int)
    /// 一年来: the year that is looked back upon, else up to the page.
    case yearUpToNow
    /// 今年同期: the months told before, of the year so many after the page's.
    case samePeriod(Int)
    /// 两个多月里, 开通20多天: since the day told before; with its length in days.
    case since(days: Int)
    /// 7时30分: a time of day, which is no period.
    case timeOfDay
  }
  var range: Range<Int>
  var meaning: Meaning
  /// 以来, 起, 至今 behind it: it opens towards the page.
  var opensEnd = false
  /// 截至, 到 before it: it is open at the start.
  var opensStart = false
  /// 比去年, 跟2004年比, 是2010年的2倍: what the figure is compared with, not when it holds.
  var isCompared = false
  /// 公布, 通报, 盘点 stand shortly before it.
  var isPublished = false
  /// A numeral follows at once: 每月1815元.
  var isBoundToNumeral = false
  /// 比2023年多: the figure behind is the difference, of the time before.
  var isDifference = false
  /// 起实施, 起施行 behind it: when a rule takes effect.
  var isEffect = false
  /// Whether a noun follows it at once (2014年金秋助学金), so that it is no adverb of the sentence.
  var isAttribute = false
}

/// Reads dates, times of day and words of time.
struct TimeReader {
  let scan: Scan
  let numbers: NumberReader

  init(scan: Scan) {
    self.scan = scan
    numbers = scan.numbers
  }

  // MARK: Dates with numerals

  /// The date or time of day that begins at a numeral, or `nil`.
  func date(at start: Int) -> TimeMention? {
    if let time = timeOfDay(at: start) { return time }
    guard var (first, end) = partialDate(at: start, within: nil) else {
      return listedYears(at: start)
    }
    var last: PartialDate?
    if let (to, next) = rangeEnd(at: end, after: first) {
      last = to
      end = next
    }
    if last == nil, let (from, to, next) = twoDays(first, at: end) {
      (first, last, end) = (from, to, next)
    }
    if first.year == nil, let to = last, first.month == nil, first.day == nil { first = to }
    var mention = TimeMention(range: start..<end, meaning: .dates(from: first, to: last))
    dress(&mention)
    return mention
  }

  /// 11月19、20日, 19日和20日: two days in a row are one stretch.
  private func twoDays(_ first: PartialDate, at end: Int) -> (PartialDate, PartialDate, Int)? {
    var (from, to) = (first, first)
    if first.day == nil {
      // 11月|19、20日
      guard first.month != nil, scan.unit(end - 1) == Sign.month,
        let number = numbers.number(at: end), let day = whole(number), number.digits <= 2
      else { return nil }
      from.day = day
      to.day = day + 1
      return self.end(ofDay: to, behind: number.range.upperBound).map { (from, to, $0) }
    }
    to.day = first.day.map { $0 + 1 }
    return self.end(ofDay: to, behind: end).map { (from, to, $0) }
  }

  /// Where the second of two days ends, if it stands behind a mark that joins it to the first.
  private func end(ofDay date: PartialDate, behind place: Int) -> Int? {
    guard Sign.joiners.contains(scan.unit(place)), let number = numbers.number(at: place + 1),
      let day = whole(number), day == date.day, number.digits <= 2,
      isDayWord(scan.unit(number.range.upperBound), at: number.range.upperBound, isRangeEnd: false)
    else { return nil }
    return number.range.upperBound + 1
  }

  /// A year, month or day, with what follows it; `within` fills what a range's second end leaves out.
  private func partialDate(at start: Int, within earlier: PartialDate?) -> (PartialDate, Int)? {
    if let (date, end) = isoDate(at: start) { return (date, end) }
    guard let number = numbers.number(at: start), let value = whole(number), !number.isOver else {
      return nil
    }
    let end = passBlank(at: number.range.upperBound)
    let unit = scan.unit(end)
    let isYearNumeral =
      number.isArabic ? number.digits == 4 : number.isDigitString && number.range.count == 4
    if unit == Sign.year, isYearNumeral, (1800...2199).contains(value) {
      return yearDate(value, at: skipYearWord(end))
    }
    if unit == Sign.year, let year = shortYear(number, value, end) {
      return yearDate(year, at: end + 1)
    }
    if unit == Sign.month, (1...12).contains(value), number.digits <= 2 {
      return monthDate(PartialDate(year: earlier?.year, month: value), at: end + 1)
    }
    if isDayWord(unit, at: end, isRangeEnd: earlier?.day != nil), (1...31).contains(value),
      number.digits <= 2
    {
      let date = PartialDate(year: earlier?.year, month: earlier?.month, day: value)
      return (date, end + 1)
    }
    return nil
  }

  private static let beforeShortYear = PhraseSet(["自", "从", "始于"])
  private static let behindShortYear = PhraseSet(["至今", "以来", "开始", "起", "开办", "创办", "成立", "建成"])

  /// 自98年至今, 05年: a year of two digits, with a nought in front or a word that opens a stretch.
  private func shortYear(_ number: Number, _ value: Int, _ end: Int) -> Int? {
    let start = number.range.lowerBound
    guard number.isArabic, number.digits == 2, number.range.count == 2,
      !Sign.rangeMarks.contains(scan.unit(start - 1))
    else { return nil }
    if scan.unit(start) == Sign.unit("0") { return 2000 + value }
    let isOpened =
      TimeReader.beforeShortYear.ends(at: start, scan)
      || TimeReader.behindShortYear.begins(at: end + 1, scan)
    return value > 60 && isOpened ? 1900 + value : nil
  }

  private func isDayWord(_ unit: UInt16, at place: Int, isRangeEnd: Bool) -> Bool {
    guard unit == Sign.day else { return false }
    // 7日内 is a duration; 3日游 a name.
    return !TimeReader.notTheDay.contains(scan.unit(place + 1)) || isRangeEnd
  }

  private func skipYearWord(_ place: Int) -> Int {
    let next = place + 1
    return scan.unit(next) == TimeReader.degree ? next + 1 : next
  }

  private static let degree = Sign.unit("度")

  private func yearDate(_ year: Int, at place: Int) -> (PartialDate, Int)? {
    var date = PartialDate(year: year)
    if let (part, end) = partOfYear(at: place) {
      date.month = part.lowerBound
      date.lastMonth = part.upperBound
      return (date, end)
    }
    if let number = numbers.number(at: place), let month = whole(number), (1...12).contains(month),
      scan.unit(number.range.upperBound) == Sign.month
    {
      date.month = month
      return monthDate(date, at: number.range.upperBound + 1)
    }
    return (date, passEdge(at: place))
  }

  /// 上半年, 一季度, 前三季度 as months.
  func partOfYear(at place: Int) -> (ClosedRange<Int>, Int)? {
    if let token = scan.token(.time, at: place), case .time(let word) = token.entry {
      switch word {
      case .half(let half): return ((half * 6 - 5)...(half * 6), token.range.upperBound)
      case .quarter(let quarter):
        let first = scan.hasWord(TimeReader.firstThree, at: place) ? 1 : quarter * 3 - 2
        return (first...(quarter * 3), token.range.upperBound)
      default: return nil
      }
    }
    guard let number = numbers.number(at: place), let quarter = whole(number),
      (1...4).contains(quarter), scan.hasWord(TimeReader.quarter, at: number.range.upperBound)
    else { return nil }
    return ((quarter * 3 - 2)...(quarter * 3), number.range.upperBound + TimeReader.quarter.count)
  }

  private static let firstThree = spelled("前三季度")
  private static let quarter = spelled("季度")

  private static let units = SignSet("年月日号")

  /// 2月 4 日: a blank between a numeral of a date and its unit.
  private func passBlank(at place: Int) -> Int {
    scan.unit(place) == Sign.space && TimeReader.units.contains(scan.unit(place + 1))
      ? place + 1 : place
  }

  private func monthDate(_ start: PartialDate, at place: Int) -> (PartialDate, Int)? {
    var date = start
    var place = place
    if scan.unit(place) == TimeReader.part { place += 1 }
    let start = scan.unit(place) == Sign.space ? place + 1 : place
    if let number = numbers.number(at: start), let day = whole(number), (1...31).contains(day) {
      let end = passBlank(at: number.range.upperBound)
      if scan.unit(end) == Sign.day || scan.unit(end) == TimeReader.mark {
        date.day = day
        return (date, end + 1)
      }
    }
    return (date, passEdge(at: place))
  }

  private static let notTheDay = SignSet("内游均")
  private static let edges = SignSet("底末初")
  private static let thirds = SignSet("上中下")
  private static let part = Sign.unit("份")
  private static let mark = Sign.unit("号")

  /// Passes over 底, 末, 初, 中旬 and the like, which the precision of a period leaves out.
  private func passEdge(at place: Int) -> Int {
    if TimeReader.edges.contains(scan.unit(place)) { return place + 1 }
    if TimeReader.thirds.contains(scan.unit(place)), scan.unit(place + 1) == Sign.unit("旬") {
      return place + 2
    }
    return place
  }

  private func whole(_ number: Number) -> Int? {
    guard let value = number.value, !number.isDecimal, number.high == nil, !number.isBareUnit,
      !number.isVague
    else { return nil }
    return Int(value.tenThousandths / Amount.scale)
  }

  /// 2025-07-12, 2025/7/12, 2025.7.12
  private func isoDate(at start: Int) -> (PartialDate, Int)? {
    let year = digitRun(at: start)
    let mark = scan.unit(year.upperBound)
    guard year.count == 4, mark == Sign.hyphen || mark == Sign.slash || mark == Sign.dot else {
      return nil
    }
    let month = digitRun(at: year.upperBound + 1)
    guard (1...4).contains(month.count), scan.unit(month.upperBound) == mark else { return nil }
    let day = digitRun(at: month.upperBound + 1)
    guard (1...4).contains(day.count) else { return nil }
    let date = PartialDate(year: value(year), month: value(month), day: value(day))
    guard CalendarDate(year: value(year), month: value(month), day: value(day)) != nil else {
      return nil
    }
    return (date, day.upperBound)
  }

  /// What a few digits say.
  private func value(_ digits: Range<Int>) -> Int {
    digits.reduce(0) { $0 * 10 + Int(scan.unit($1)) - 0x30 }
  }

  private func digitRun(at start: Int) -> Range<Int> {
    var end = start
    while Sign.isDigit(scan.unit(end)) { end += 1 }
    return start..<end
  }

  // MARK: Ranges and lists

  private func rangeEnd(at place: Int, after first: PartialDate) -> (PartialDate, Int)? {
    guard let next = passRangeMark(at: place) else { return nil }
    if let (date, end) = partialDate(at: next, within: first) { return (date, end) }
    return nil
  }

  private func passRangeMark(at place: Int) -> Int? {
    guard Sign.rangeMarks.contains(scan.unit(place)) else { return nil }
    var next = place + 1
    while scan.unit(next) == scan.unit(place) { next += 1 }
    return next
  }

  /// No list of years is longer; without an end, a page of them would exhaust the stack.
  private static let longestList = 50

  /// 2020—2021年度, 1—5月, 6日至8日 without a unit at the first end, and 2023、2024年.
  private func listedYears(at start: Int, depth: Int = 0) -> TimeMention? {
    guard depth < TimeReader.longestList, let first = numbers.number(at: start),
      let value = whole(first), first.digits <= 4
    else {
      return nil
    }
    let end = first.range.upperBound
    let isList = scan.unit(end) == Sign.enumeration
    guard let next = isList ? end + 1 : passRangeMark(at: end) else { return nil }
    let second =
      isList
      ? (partialDate(at: next, within: nil) ?? listTail(at: next, depth: depth))
      : partialDate(at: next, within: nil)
    guard let (last, lastEnd) = second else { return nil }
    var from = last
    from.lastMonth = nil
    if last.day != nil, (1...31).contains(value), !isList {
      from.day = value
    } else if last.day != nil {
      return nil
    } else if last.month != nil, last.lastMonth == nil, (1...12).contains(value) {
      from.month = value
    } else if last.month == nil, (1900...2100).contains(value) {
      from.year = value
    } else {
      return nil
    }
    var mention = TimeMention(range: start..<lastEnd, meaning: .dates(from: from, to: last))
    dress(&mention)
    return mention
  }

  private func listTail(at place: Int, depth: Int) -> (PartialDate, Int)? {
    guard let mention = listedYears(at: place, depth: depth + 1),
      case .dates(_, let last?) = mention.meaning
    else {
      return nil
    }
    return (last, mention.range.upperBound)
  }

  // MARK: Times of day

  private static let hourWords = SignSet("时点")
  private static let minute = Sign.unit("分")
  private static let partsOfDay = PhraseSet([
    "早", "晚", "上", "早上", "晚上", "上午", "下午", "中午", "凌晨", "傍晚", "清晨", "夜里", "日", "天",
  ])

  private func timeOfDay(at start: Int) -> TimeMention? {
    guard var end = clock(at: start) else { return nil }
    if let next = passRangeMark(at: end), let last = clock(at: next) { end = last }
    return TimeMention(range: start..<end, meaning: .timeOfDay)
  }

  /// 7:30, 7时30分, 晚上8点半
  private func clock(at start: Int) -> Int? {
    let hour = digitRun(at: start)
    if (1...2).contains(hour.count), scan.unit(hour.upperBound) == Sign.colon {
      let minutes = digitRun(at: hour.upperBound + 1)
      return minutes.count == 2 ? minutes.upperBound : nil
    }
    guard let number = numbers.number(at: start), let value = whole(number),
      (0...24).contains(value),
      TimeReader.hourWords.contains(scan.unit(number.range.upperBound))
    else { return nil }
    let isPoint = scan.unit(number.range.upperBound) == Sign.point
    let next = number.range.upperBound + 1
    if let minutes = numbers.number(at: next), let value = whole(minutes), (0...59).contains(value),
      scan.unit(minutes.range.upperBound) == TimeReader.minute
    {
      return minutes.range.upperBound + 1
    }
    let tail = scan.unit(next)
    if tail == Sign.half || tail == Sign.unit("整") || tail == Sign.unit("许") { return next + 1 }
    if isPoint {
      if tail == Sign.many || tail == Sign.unit("钟") { return next + 1 }
      let isTold = TimeReader.partsOfDay.ends(at: start, scan)
      return isTold && scan.token(.noun, at: next - 1) == nil ? next : nil
    }
    return Sign.isHan(tail) && !Sign.rangeMarks.contains(tail) && tail != Sign.unit("许")
      && tail != Sign.unit("前") && tail != Sign.unit("起") && tail != Sign.unit("开") ? nil : next
  }

  // MARK: Words

  /// The word of time at a token, with the partial date that it governs: 今年3月, 去年上半年.
  func mention(of token: Token) -> TimeMention? {
    guard case .time(let timeWord) = token.entry else { return nil }
    var mention = TimeMention(range: token.range, meaning: .word(timeWord))
    dress(&mention)
    return mention
  }
}
