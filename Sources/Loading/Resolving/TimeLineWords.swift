import FactModel
import Lexicon

/// What words of time mean on a page.
extension TimeLine {
  mutating func meaning(of word: TimeWord, at range: Range<Int>, year: Int?) -> (
    ResolvedTime.Sort, Period
  )? {
    switch word {
    case .recent: return (.recent, .unstated)
    case .open: return (.open, .interval(from: nil, to: nil))
    case .done: return (.done, .interval(from: nil, to: nil))
    case .yearly: return (.recurring, .yearly)
    case .monthly: return (.recurring, .monthly)
    case .daily: return (.recurring, .daily)
    case .year(let offset):
      return CalendarDate(year: page.year + offset).map { (.dated, .date($0)) }
    case .sameYear:
      // 全年, early in a year: the year that has ended.
      let isWhole = scan.hasWord(TimeLine.wholeYear, at: range.lowerBound)
      let isOver = isWhole && page.month <= TimeLine.reviewMonths.last && !isPlan
      // 年内 is the year that the paragraph tells, but in a plan.
      let isWithin = scan.hasWord(TimeLine.withinYear, at: range.lowerBound)
      let told = isWithin ? (isPlan ? nil : yearOfParagraph) : lastYear
      let found = told ?? (isOver ? page.year - 1 : page.year)
      return CalendarDate(year: found).map { (.dated, .date($0)) }
    case .beforeNewYear:
      // Only late in a year does the New Year lie ahead.
      return CalendarDate(year: page.month > 10 ? page.year : page.year - 1, month: 12).map {
        (.dated, .date($0))
      }
    case .yearEnd:
      // 年底前 lies ahead; 年底 is the last that has passed, but in a plan.
      let isAhead = scan.unit(range.upperBound - 1) == TimeLine.before
      let found = year ?? (isAhead ? page.year : likelyYear(month: 12, day: nil))
      return CalendarDate(year: found).map { (.dated, .date($0)) }
    case .half(let half): return months(half * 6 - 5, half * 6, year)
    case .quarter(let quarter):
      let first = scan.units[range.lowerBound] == Sign.unit("前") ? 1 : quarter * 3 - 2
      return months(first, quarter * 3, year)
    case .summer: return year.flatMap { months(7, 8, $0) }
    case .winter, .springFestival:
      return year.flatMap { CalendarDate(year: $0) }.map { (.dated, .date($0)) }
    case .month(let offset):
      let month = YearMonth(year: page.year, month: page.month)?.advanced(by: offset)
      return month.flatMap { CalendarDate(year: $0.year, month: $0.month) }.map {
        (.dated, .date($0))
      }
    case .today:
      // 今天, on a page that tells no day: the page's own.
      let isToday = scan.unit(range.lowerBound) == TimeLine.this && page.date.day != nil
      return (lastDay ?? (isToday ? page.date : nil)).map { (.dated, .date($0)) }
    case .daysAgo(let count):
      guard let day = page.date.earlier(days: count) else { return nil }
      lastDay = day
      return (.dated, .date(day))
    case .plan(let first):
      return plan(first, behind: range.upperBound)
    }
  }

  private func months(_ first: Int, _ last: Int, _ year: Int?) -> (ResolvedTime.Sort, Period)? {
    let found = year ?? likelyYear(month: first, day: nil)
    guard let from = CalendarDate(year: found, month: first),
      let to = CalendarDate(year: found, month: last)
    else { return nil }
    return (.dated, .interval(from: from, to: to))
  }

  // MARK: So many years

  /// 三年来: the years that the text told last, if they are so many; else those up to the page, or an unknown beginning.
  func yearsUpToNow(_ count: Int, _ isSure: Bool) -> Period {
    switch stretchOfYears {
    case .interval(let from?, let to?)
    where to.year - from.year + 1 == count && page.year - to.year <= 1:
      return .interval(from: from, to: to)
    case .interval(let from?, nil) where (count - 1...count).contains(page.year - from.year):
      return .interval(from: from, to: nil)
    // 2018年发起。…八年来: the year that the paragraph told counts too.
    case _ where isSure && yearOfParagraph == page.year - count + 1:
      return .interval(from: CalendarDate(year: page.year - count + 1), to: nil)
    default:
      return .interval(from: isSure ? CalendarDate(year: page.year - count) : nil, to: nil)
    }
  }

  /// 近3年: so many years up to the page.
  func lastYears(_ count: Int) -> Period? {
    // 过去一年, early in a year: the year that has ended.
    if count == 1, page.month <= TimeLine.reviewMonths.last {
      return CalendarDate(year: page.year - 1).map { .date($0) }
    }
    // Late in the year the page's own year is one of them.
    let first = page.year - count + (page.month > 6 && count > 1 ? 1 : 0)
    return CalendarDate(year: first).map { .interval(from: $0, to: nil) }
  }

  /// 近6个月: so many months up to the page.
  func lastMonths(_ count: Int) -> Period? {
    guard let first = YearMonth(year: page.year, month: page.month)?.advanced(by: -count),
      let from = CalendarDate(year: first.year, month: first.month)
    else { return nil }
    return .interval(from: from, to: nil)
  }

  private static let yearBefore = PhraseSet(["上年", "上一年", "前一年"])

  /// 2009年,由上年的1200家增加到2100家: the year before the one that is told, where 去年 is the one before the page's.
  func isYearBefore(_ range: Range<Int>) -> Bool { TimeLine.yearBefore.holds(range, scan) }

  private static let endOfPlan = Sign.unit("末")
  static let wholeYear = spelled("全年")
  private static let withinYear = spelled("年内")
  private static let this = Sign.unit("今")
  private static let before = Sign.unit("前")
  private static let sinceThen = spelled("以来")
  private static let planTails = PhraseSet(["期间", "时期", "以来"])

  /// “十四五”期间; the plan's name alone says nothing of when.
  private func plan(_ first: Int, behind end: Int) -> (ResolvedTime.Sort, Period)? {
    let next = scan.unit(end) == Sign.closeQuote ? end + 1 : end
    // “十四五”末
    if scan.unit(next) == TimeLine.endOfPlan {
      return CalendarDate(year: first + 4).map { (.dated, .date($0)) }
    }
    guard TimeLine.planTails.begins(at: next, scan),
      let from = CalendarDate(year: first), let to = CalendarDate(year: first + 4)
    else { return nil }
    let isOpen = scan.hasWord(TimeLine.sinceThen, at: next)
    return (.dated, .interval(from: from, to: isOpen ? nil : to))
  }

  /// 12月底前: a day before which something is to be done lies ahead where the text leaves the year out.
  func isDeadline(_ time: TimeMention) -> Bool {
    guard time.opensStart, case .dates(let from, nil) = time.meaning, from.year == nil else {
      return false
    }
    return scan.unit(time.range.upperBound) == TimeLine.before
  }

  private static let same = spelled("同期")

  /// How many years after the page's a year lies that 同期 follows.
  func offsetOfSamePeriod(_ from: PartialDate, _ to: PartialDate?, _ end: Int) -> Int? {
    guard to == nil, let year = from.year, from.month == nil, scan.hasWord(TimeLine.same, at: end)
    else { return nil }
    return year - page.year
  }
}

extension Period {
  /// The date at which it begins, where it is one date or opens a stretch that nothing closes.
  var firstDate: CalendarDate? {
    switch self {
    case .date(let date), .interval(let date?, nil): date
    default: nil
    }
  }

  /// The date at which it begins.
  var start: CalendarDate? {
    if case .interval(let from, _) = self { from } else { firstDate }
  }

  /// The date at which it ends, with its precision; `nil` where that side is open.
  var lastDate: CalendarDate? {
    switch self {
    case .date(let date): date
    case .interval(_, let to): to
    case .unstated, .yearly, .monthly, .daily: nil
    }
  }
}
