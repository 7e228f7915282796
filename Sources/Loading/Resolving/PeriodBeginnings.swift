import FactModel
import Lexicon

/// What began at a time that lies back, and goes on since: 2015年首倡,…,已产生成果81万项.
extension PeriodResolver {
  private static let untilNow = PhraseSet(["至今", "迄今"])
  private static let sums = PhraseSet(["累计", "累计已", "已累计"])
  private static let beginnings = PhraseSet([
    "首倡", "起步", "启动", "上线", "投用", "启用", "开办", "创立", "开设", "成立", "推出", "开展", "实施", "设立", "建立", "列为",
    "试行", "创办", "开通", "创建", "发起",
  ])

  /// 2015年首倡,…,已产生成果81万项: a year past that something began, and a sum up to now in a later clause;
  /// 2016年有1.79万户,如今只剩427户: the state of now.
  func sinceThen(_ chosen: ResolvedTime, _ times: ArraySlice<ResolvedTime>, _ isPlanned: Bool)
    -> Period?
  {
    guard !isPlanned, case .date(let date) = chosen.period, date.month == nil,
      date.year < page.year,
      !chosen.isAttribute
    else { return nil }
    for time in times where time.range.lowerBound >= chosen.range.upperBound {
      let between = chosen.range.upperBound..<time.range.lowerBound
      // 去年,全市共有8项受表彰: counted of that year, which leads the sentence.
      let isCounted =
        between.first.map { scan.unit($0) == Sign.comma } ?? false
        && PeriodResolver.altogether.holds(time.range, scan)
      guard scan.units[between].contains(Sign.comma), !isCounted else { continue }
      if PeriodResolver.sums.holds(time.range, scan) {
        // 2020年上线平台,累计培训5万人次: all since then.
        if opens(between) {
          return .interval(from: date, to: nil)
        }
        continue
      }
      // 2009年推行,五年来…: the years are told.
      if time.sort == .open, case .interval(_?, _) = time.period { return time.period }
      let began = PeriodResolver.beginnings.occurs(in: between, scan)
      let upToNow = PeriodResolver.untilNow.holds(time.range, scan)
      if time.sort == .open, !began || !upToNow { return .interval(from: nil, to: nil) }
      if began { return .interval(from: date, to: nil) }
    }
    return nil
  }

  /// 2016年启动,参与的高校有500多所: what began then, and a figure of a later clause.
  func sinceBeginning(_ own: Period, _ times: ArraySlice<ResolvedTime>, _ start: Int) -> Period? {
    if case .interval(let from?, nil) = own, from.month == nil,
      let time = times.last(where: { $0.period == own }),
      let years = yearsOn(in: time.range.upperBound..<max(start, time.range.upperBound))
    {
      return closed(from, years)
    }
    guard case .date(let date) = own, date.year < page.year, date.day == nil,
      let time = times.last(where: { $0.period == own }),
      let comma = (time.range.upperBound..<max(start, time.range.upperBound)).first(where: {
        Sign.clauseEnds.contains(scan.unit($0))
      }), comma - time.range.upperBound <= 6
    else { return nil }
    let began = PeriodResolver.beginnings.ends(at: comma, scan)
    if date.month != nil, !PeriodResolver.gradual.begins(at: comma + 1, scan) { return nil }
    return began || yearsOn(in: comma..<start) != nil || countsYears(since: date, comma..<start)
      ? .interval(from: date, to: nil) : nil
  }

  private static let openings = PhraseSet([
    "上线", "启用", "投用", "开通", "成立", "创办", "设立", "建立", "推出", "组建",
  ])
  /// 2020年上线平台,…; 2014年,文化宫启用,…: a thing that stands since then.
  private func opens(_ between: Range<Int>) -> Bool {
    PeriodResolver.openings.begins(at: between.lowerBound, scan)
      || between.dropFirst().contains {
        scan.unit($0) == Sign.comma && PeriodResolver.openings.ends(at: $0, scan)
      }
  }

  private static let gradual = PhraseSet(["先后", "陆续", "已", "目前", "累计"])
  private static let additional = PhraseSet(["加上", "连同"])
  private static let consecutive = spelled("连续")

  /// How many years in a row a stretch of the text tells: 连续四年.
  private func yearsOn(in range: Range<Int>) -> Int? {
    // 连续三年培训600名,加上这一期,共700名
    if PeriodResolver.additional.occurs(in: range, scan) { return nil }
    for place in range where scan.hasWord(PeriodResolver.consecutive, at: place) {
      guard let number = scan.numbers.number(at: place + PeriodResolver.consecutive.count),
        let value = number.value, scan.unit(number.range.upperBound) == Sign.year
      else { continue }
      return Int(value.tenThousandths / Amount.scale)
    }
    return nil
  }

  /// 2013年铺开,三年签订协议5800份: a clause that begins with as many years as have passed.
  private func countsYears(since date: CalendarDate, _ range: Range<Int>) -> Bool {
    range.contains { place in
      guard Sign.clauseEnds.contains(scan.unit(place)),
        let number = scan.numbers.number(at: place + 1), let value = number.value,
        scan.unit(number.range.upperBound) == Sign.year, number.digits < 3
      else { return false }
      let passed = page.year - date.year
      return passed > 1
        && (passed...passed + 1).contains(Int(value.tenThousandths / Amount.scale))
    }
  }

  /// 从2009年起,连续三年培训: so many years from one on.
  private func closed(_ from: CalendarDate, _ years: Int) -> Period? {
    guard years > 1, from.year + years - 1 <= page.year else { return nil }
    return CalendarDate(year: from.year + years - 1).map { .interval(from: from, to: $0) }
  }
}
