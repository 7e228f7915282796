import FactModel
import Lexicon

/// The date of a page, as precise as its manifest gives it.
struct PageDate {
  let date: CalendarDate

  var year: Int { date.year }
  var month: Int { date.month ?? 12 }
  /// The last day that the date may mean.
  var lastDay: Int { date.lastDay }
}

/// An expression of time, resolved by the page's date.
struct ResolvedTime {
  enum Sort {
    /// A stretch of the calendar.
    case dated
    /// 目前, 累计: up to the page.
    case open
    /// 已
    case done
    /// 近日: no period.
    case recent
    case recurring
  }
  var range: Range<Int>
  var sort: Sort
  var period: Period
  var isAttribute = false
  var opensStart = false
  var opensEnd = false
  /// Holds only for the numeral right behind it.
  var isBoundToNumeral = false
  /// 比去年的1500个: dates nothing but the figure right behind it.
  var isCompared = false
  /// 公布2006年建会成绩: what is told is of that time.
  var isPublished = false
  /// 比2023年多7个: dates nothing.
  var isDifference = false
  /// 5月1日起实施: when a rule takes effect, not when what is told happened.
  var isEffect = false

  /// A time of the calendar as it is mentioned, before its period is known.
  init(_ time: TimeMention) {
    range = time.range
    sort = .dated
    period = .unstated
    isAttribute = time.isAttribute
    opensStart = time.opensStart
    opensEnd = time.opensEnd
    isBoundToNumeral = time.isBoundToNumeral || time.isCompared
    isCompared = time.isCompared
    isPublished = time.isPublished
    isDifference = time.isDifference
    isEffect = time.isEffect
  }

  /// Takes over what stands before a year word whose months these are: 截至今年|6月.
  mutating func takeLead(of year: ResolvedTime) {
    opensStart = opensStart || year.opensStart
    opensEnd = opensEnd || year.opensEnd
    isCompared = isCompared || year.isCompared
    isPublished = isPublished || year.isPublished
    isBoundToNumeral = isBoundToNumeral || isCompared
  }
}
