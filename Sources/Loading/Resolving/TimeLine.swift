import FactModel
import Lexicon

/// Resolves the times of a paragraph in their order, since each may lean on the one before.
struct TimeLine {
  let page: PageDate
  let scan: Scan
  /// The year that the article told last; 当年 and 同年 mean it.
  var lastYear: Int?
  /// The years that the sentence and the paragraph told last.
  private var yearOfSentence: Int?
  var yearOfParagraph: Int?
  private var lastMonth: Int?
  /// The year of that month.
  private var yearOfMonth: Int?
  /// The stretch of months told last, which 同期 means; and the first day of the time told last.
  private var lastStretch: Period?
  private var lastStart: CalendarDate?
  /// The stretch that the sentence has opened and not closed.
  private var lastOpened: Period?
  /// The stretch of whole years told last, perhaps of an earlier paragraph.
  var stretchOfYears: Period?
  /// The time of the calendar told last.
  private var lastTold: Period?
  var isPlan = false
  /// The day told last, which 当天 means; kept over the paragraphs of an article.
  var lastDay: CalendarDate?

  init(page: PageDate, scan: Scan) {
    self.page = page
    self.scan = scan
  }

  /// Forgets what only the paragraph may lean on.
  mutating func beginParagraph() {
    lastMonth = nil
    lastStretch = nil
    yearOfParagraph = nil
  }

  /// Adds the times among the mentions of a sentence, resolved, to an empty list.
  ///
  /// - Parameter planFrom: where the sentence begins to tell of plans, so that a month without a year may lie ahead.
  mutating func resolve(
    _ mentions: UnsafeBufferPointer<Mention>, planFrom: Int? = nil,
    into resolved: inout [ResolvedTime]
  ) {
    lastOpened = nil
    yearOfSentence = nil
    var pendingYear: (year: Int, range: Range<Int>)?
    for mention in mentions {
      guard case .time(let time) = mention else { continue }
      isPlan = planFrom.map { $0 <= time.range.lowerBound } ?? false
      if isEdge(time, of: resolved.last) {
        resolved[resolved.count - 1].range =
          resolved[resolved.count - 1].range.lowerBound..<time.range.upperBound
        continue
      }
      let year = pendingYear.flatMap { isAdjacent($0.range, time.range) ? $0.year : nil }
      let yearAlone = year != nil && isPartial(time) ? resolved.popLast() : nil
      guard
        var result = resolve(
          time, year: isPartial(time) ? year ?? (isSeason(time) ? nil : yearOfSentence) : nil)
      else {
        pendingYear = nil
        continue
      }
      if let year, let pending = pendingYear, isPartial(time), year == pending.year {
        result.range = pending.range.lowerBound..<result.range.upperBound
        if let yearAlone { result.takeLead(of: yearAlone) }
        result.period = opened(result)
        // 去年10月到今年|3月: the year had already closed a stretch.
        if let yearAlone, yearAlone.range.lowerBound < pending.range.lowerBound,
          case .interval(let from?, _) = yearAlone.period, let to = result.period.lastDate,
          from.firstDay <= to.lastDay
        {
          result.range = yearAlone.range.lowerBound..<result.range.upperBound
          result.period = .interval(from: from, to: to)
        }
      }
      pendingYear = yearWord(time, result)
      if let told = year ?? toldYear(time) {
        // What a figure is compared with is not the year that is told.
        if !result.isCompared {
          lastYear = told
          yearOfParagraph = told
        }
        yearOfSentence = told
      }
      if let first = resolved.last, let whole = stretch(from: first, to: result) {
        resolved.removeLast()
        result = whole
      }
      remember(result)
      resolved.append(result)
    }
  }

  /// 2018年|年底: the precision of a year leaves its end out.
  private func isEdge(_ time: TimeMention, of last: ResolvedTime?) -> Bool {
    guard let last, last.sort == .dated, last.range.upperBound == time.range.lowerBound else {
      return false
    }
    if case .word(.yearEnd) = time.meaning { return true }
    // 去年|全年
    return scan.hasWord(TimeLine.wholeYear, at: time.range.lowerBound)
  }

  /// The longest event that one day dates.
  private static let longestEvent = 7

  /// A stretch of so many days: since the day told last where that lies so far back, else the months up to that day.
  private func stretch(of days: Int) -> Period {
    let told = [lastDay, lastStart].compactMap { $0 }
    // 论坛24日结束,两天时间交流论文72篇: a few days are those of the event just told.
    if days <= TimeLine.longestEvent, let day = lastDay {
      // 6月28日至30日…,三天里: of all of them.
      if case .interval(let from?, let to?) = lastStretch, from.day != nil, to == day {
        return .interval(from: from, to: to)
      }
      return .date(day)
    }
    if let start = told.first(where: { isBack($0, days) }) {
      return .interval(from: start, to: nil)
    }
    guard days >= 30, let last = lastDay?.yearMonth, let first = last.advanced(by: -(days / 30)),
      let from = CalendarDate(year: first.year, month: first.month),
      let to = CalendarDate(year: last.year, month: last.month)
    else { return .interval(from: nil, to: nil) }
    return .interval(from: from, to: to)
  }

  /// Whether a day lies about so many days before the page: 两个月里 does not begin yesterday.
  private func isBack(_ start: CalendarDate, _ days: Int) -> Bool {
    let months = (page.year - start.year) * 12 + page.month - (start.month ?? 1)
    let passed = months * 30 + (page.date.day ?? 15) - (start.day ?? 1)
    return passed * 2 >= days
  }

  /// 2021年1月至今年6月: two times that a mark of range joins.
  private func stretch(from first: ResolvedTime, to last: ResolvedTime) -> ResolvedTime? {
    let gap = first.range.upperBound..<max(first.range.upperBound, last.range.lowerBound)
    guard gap.count == 1 else { return nil }
    let isList =
      Sign.joiners.contains(scan.unit(gap.lowerBound)) && follows(last.period, first.period)
    guard let from = isList ? first.period.start : first.period.firstDate,
      let to = last.period.lastDate, from.firstDay <= to.lastDay,
      isList || Sign.rangeMarks.contains(scan.unit(gap.lowerBound))
    else { return nil }
    var whole = last
    whole.range = first.range.lowerBound..<last.range.upperBound
    whole.period = .interval(from: from, to: to)
    whole.opensStart = false
    whole.opensEnd = false
    // 2021年和2022年: joined, not compared.
    if isList {
      whole.isCompared = false
      whole.isBoundToNumeral = scan.isNumeral(scan.unit(whole.range.upperBound))
    }
    return whole
  }

  /// 2021年、2022年: two years in a row.
  private func follows(_ last: Period, _ first: Period) -> Bool {
    guard case .date(let to) = last, let from = first.lastDate, first.start?.month == nil else {
      return false
    }
    return from.month == nil && to.month == nil && to.year == from.year + 1
  }

  private mutating func remember(_ time: ResolvedTime) {
    guard time.sort == .dated, !time.isCompared else { return }
    lastOpened = time.period
    lastTold = time.period
    if case .interval(let from?, let to) = time.period, from.month == nil, to?.month == nil {
      stretchOfYears = time.period
    }
    switch time.period {
    case .date(let date) where date.month != nil:
      lastStretch = time.period
      lastStart = date
    case .interval(let from?, let to):
      if to != nil { lastStretch = time.period }
      lastStart = from
    default: break
    }
  }

  /// 去年1至5月收案26件,今年同期已有92件: the same months of another year.
  private func samePeriod(_ offset: Int) -> Period? {
    func moved(_ date: CalendarDate) -> CalendarDate? {
      CalendarDate(year: page.year + offset, month: date.month, day: date.day)
    }
    switch lastStretch {
    case .date(let date): return moved(date).map { .date($0) }
    case .interval(let from?, let to?):
      guard let from = moved(from), let to = moved(to) else { return nil }
      return .interval(from: from, to: to)
    default: return CalendarDate(year: page.year + offset).map { .date($0) }
    }
  }

  private func isAdjacent(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    let gap = other.lowerBound - one.upperBound
    return gap == 0 || gap == 1 && [Sign.of, Sign.comma].contains(scan.unit(one.upperBound))
  }

  private func isPartial(_ time: TimeMention) -> Bool {
    switch time.meaning {
    case .dates(let from, _): from.year == nil
    case .word(.half), .word(.quarter), .word(.yearEnd), .word(.summer), .word(.winter),
      .word(.springFestival):
      true
    default: false
    }
  }

  /// 暑期, 寒假: dated only by a year right before them.
  private func isSeason(_ time: TimeMention) -> Bool {
    switch time.meaning {
    case .word(.summer), .word(.winter), .word(.springFestival): true
    default: false
    }
  }

  private func yearWord(_ time: TimeMention, _ result: ResolvedTime) -> (Int, Range<Int>)? {
    switch time.meaning {
    case .word(.year(let offset)): return (page.year + offset, time.range)
    case .word(.sameYear): return (lastYear ?? page.year, time.range)
    default: return nil
    }
  }

  private func toldYear(_ time: TimeMention) -> Int? {
    switch time.meaning {
    case .dates(let from, let to): to?.year ?? from.year
    case .word(.year(let offset)): page.year + offset
    default: nil
    }
  }

  // MARK: One time

  private mutating func resolve(_ time: TimeMention, year: Int?) -> ResolvedTime? {
    var result = ResolvedTime(time)
    let wasPlan = isPlan
    defer { isPlan = wasPlan }
    isPlan = isPlan || isDeadline(time)
    switch time.meaning {
    case .timeOfDay:
      return nil
    case .samePeriod(let offset):
      guard let period = samePeriod(offset) else { return nil }
      result.period = period
    case .since(let days):
      result.period = stretch(of: days)
      if result.period == .interval(from: nil, to: nil) { result.sort = .open }
    case .yearUpToNow:
      guard let reviewed = reviewedYear else {
        result.sort = .open
        result.period = .interval(from: nil, to: nil)
        break
      }
      result.period = .date(reviewed)
    case .dates(let from, let to):
      // 比2023年同期: the same months of that year.
      if let offset = offsetOfSamePeriod(from, to, time.range.upperBound),
        let period = samePeriod(offset)
      {
        result.period = period
        break
      }
      guard let period = calendar(from, to, year: year) else { return nil }
      result.period = period
    case .lastYears(let count):
      guard let period = lastYears(count) else { return nil }
      result.period = period
    case .yearsUpToNow(let count, let isSure):
      result.sort = .open
      result.period = yearsUpToNow(count, isSure)
    case .nextYears(let count):
      guard let from = CalendarDate(year: page.year),
        let to = CalendarDate(year: page.year + count)
      else { return nil }
      result.period = .interval(from: from, to: to)
    case .lastMonths(let count):
      guard let period = lastMonths(count) else { return nil }
      result.period = period
    case .word(.year(-1)) where result.isCompared && isYearBefore(time.range):
      guard let before = CalendarDate(year: (yearOfParagraph ?? page.year) - 1) else { return nil }
      result.period = .date(before)
    case .word(let word):
      guard let (sort, period) = meaning(of: word, at: time.range, year: year) else { return nil }
      result.sort = sort
      result.period = period
    }
    result.period = opened(result)
    return result
  }

  /// 以来 opens the end, 截至 the start.
  private func opened(_ time: ResolvedTime) -> Period {
    guard time.sort == .dated else { return time.period }
    switch time.period {
    case .date(let date) where time.opensStart: return .interval(from: nil, to: date)
    case .interval(_, let to?) where time.opensStart: return .interval(from: nil, to: to)
    case .date(let date) where time.opensEnd: return .interval(from: date, to: nil)
    case .interval(let from, _?) where time.opensEnd: return .interval(from: from, to: nil)
    default: return time.period
    }
  }

  /// The last month of a year in which the year before is still looked back upon, and the first that looks back upon
  /// its own.
  static let reviewMonths = (last: 4, first: 12)

  /// The year that an article looks back upon: 一年来 in a review of 2025 is 2025.
  private var reviewedYear: CalendarDate? {
    guard let lastYear, lastTold == CalendarDate(year: lastYear).map({ .date($0) }) else {
      return nil
    }
    let isReviewed =
      lastYear == page.year - 1 && page.month <= TimeLine.reviewMonths.last
      || lastYear == page.year && page.month >= TimeLine.reviewMonths.first
    return isReviewed ? CalendarDate(year: lastYear) : nil
  }

  private mutating func calendar(_ from: PartialDate, _ to: PartialDate?, year: Int?) -> Period? {
    guard let first = date(from, year: year) else { return nil }
    if let to {
      var end = to
      if end.year == nil { end.year = first.year }
      guard let last = date(end, year: first.year) else { return nil }
      let final = end.lastMonth.flatMap { CalendarDate(year: last.year, month: $0) } ?? last
      return final < first ? nil : .interval(from: first, to: final)
    }
    if let lastMonth = from.lastMonth, let last = CalendarDate(year: first.year, month: lastMonth) {
      return .interval(from: first, to: last)
    }
    return .date(first)
  }

  private mutating func date(_ partial: PartialDate, year: Int?) -> CalendarDate? {
    var month = partial.month
    var year = year
    if month == nil, let day = partial.day {
      month = lastMonth ?? likelyMonth(day: day)
      // 2月2日电…2020年度…1日晚: a day goes with the month that it takes over.
      year = lastMonth == nil ? nil : yearOfMonth
    }
    let following = month.flatMap { yearFollowing(month: $0) }
    var found =
      partial.year ?? year ?? following ?? month.map { likelyYear(month: $0, day: partial.day) }
    if partial.year == nil, let known = found, let month, isBefore(known, month) {
      found = known + 1
    }
    guard let found, let date = CalendarDate(year: found, month: month, day: partial.day) else {
      return nil
    }
    lastMonth = month ?? lastMonth
    if month != nil { yearOfMonth = found }
    if date.day != nil { lastDay = date }
    return date
  }

  /// 去年12月以来…,截至3月10日: a month before the stretch that the sentence has opened is of the next year.
  private func isBefore(_ year: Int, _ month: Int) -> Bool {
    guard case .interval(let from?, nil) = lastOpened, let first = from.month else { return false }
    return year < page.year && (year, month) < (from.year, first)
  }

  /// The month of a day that the text leaves without one: of the same day told before, else the page's, or the one before
  /// where the day would lie ahead.
  private func likelyMonth(day: Int) -> Int {
    if let lastDay, lastDay.day == day, let month = lastDay.month { return month }
    guard let today = page.date.day, day > today, !isPlan else { return page.month }
    return page.month == 1 ? 12 : page.month - 1
  }

  /// 5月开始,持续到11月: a later month of the same stretch.
  private func yearFollowing(month: Int) -> Int? {
    guard case .interval(let from?, nil) = lastOpened, let first = from.month, month >= first else {
      return nil
    }
    return from.year
  }

  /// News looks back; it looks ahead only a little: no further than so many months.
  private static let furthestAhead = 2

  /// The year of a month that the text leaves without one: the page's, or the one before where that lies far ahead.
  func likelyYear(month: Int, day: Int?) -> Int {
    // 2021年,…。2月3日,…, in a page of January 2022, or of a yearbook: still the year that was told.
    if month > page.month || page.date.month == nil, !isPlan, let lastYear, lastYear < page.year {
      return lastYear
    }
    return month > page.month + TimeLine.furthestAhead && !isPlan ? page.year - 1 : page.year
  }
}
