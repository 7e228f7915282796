import FactModel
import Lexicon

/// Settles the period of every figure of an article.
///
/// A figure takes the time told last before it in its own sentence; where there is none and the paragraph goes on with
/// the same event, the time of the sentence before; 目前, 累计, 已 without a date mean up to the page; 近日 means nothing.
struct PeriodResolver {
  let article: ArticleText
  /// The times of each sentence.
  let times: SentenceTimes
  let page: PageDate
  let turns: SentenceMemo<Turn>
  /// Whether the page is one of a yearbook, which its year alone dates.
  var isAnnals: Bool { page.date.month == nil }
  var scan: Scan { article.scan }

  init(article: ArticleText, page: PageDate) {
    self.article = article
    self.page = page
    turns = .empty(of: article)
    var line = TimeLine(page: page, scan: article.scan)
    var times = SentenceTimes(of: article)
    var told: [ResolvedTime] = []
    told.reserveCapacity(PeriodResolver.usual)
    var paragraph = -1
    // Behind the last figure nobody asks.
    let last = article.sentences.lastIndex { $0.figureCount > 0 } ?? -1
    for index in 0..<last + 1 {
      let sentence = article.sentences[index]
      if sentence.paragraph != paragraph { line.beginParagraph() }
      paragraph = sentence.paragraph
      if sentence.isDated, !article.isFurniture(sentence) {
        let plan = PeriodResolver.beginOfPlan(sentence.range, article)
        line.resolve(sentence.mentions, planFrom: plan, into: &told)
        let isOfReport = { PeriodResolver.isOfReport($0, sentence.range, article.scan) }
        if told.contains(where: isOfReport) { told.removeAll(where: isOfReport) }
      }
      times.append(told)
      told.removeAll(keepingCapacity: true)
    }
    self.times = times
  }

  /// A sentence tells fewer times, mostly.
  private static var usual: Int { 8 }

  /// Where what a sentence plans begins: with the clause before the first word that plans.
  private static func beginOfPlan(_ range: Range<Int>, _ article: ArticleText) -> Int? {
    let first = article.scan.tokens(.status, in: range).first {
      if case .status(let word) = $0.entry { word.status == .planned } else { false }
    }
    guard let first else { return nil }
    let clause = article.clause(around: first.start, in: range)
    return article.clause(around: max(range.lowerBound, clause.lowerBound - 1), in: range)
      .lowerBound
  }

  /// The period of a figure that begins at a place of the text.
  ///
  /// - Parameter isPlanned: a plan is not dated by 目前 and 累计 of the sentence before.
  func period(at start: Int, sentence index: Int, isPlanned: Bool) -> Period {
    let told = withoutSeries(times[index], at: start)
    // Mostly all of them do.
    let isWhole = told.allSatisfy { $0.range.lowerBound < start && reaches($0, start) }
    let before =
      isWhole ? told : told.filter { $0.range.lowerBound < start && reaches($0, start) }[...]
    if !isPlanned, let begun = changedFrom(start, index) { return begun }
    if let own = rate(at: start) ?? share(at: start, index) ?? yearWon(behind: start, index) {
      return own
    }
    if let own = own(before, isPlanned) {
      // 2025年…。职工一年提出建议1.2万条: the year of the sentence before.
      if own == .yearly, before.last.map(isOneYear) ?? false,
        case .date(let date) = carried(to: start, sentence: index, isPlanned: isPlanned),
        date.month == nil
      {
        return .date(date)
      }
      if isPlanned { return own }
      if offers(start, behind: before, index) { return .unstated }
      if own == .interval(from: nil, to: nil), let told = alreadySince(before, start, index) {
        return told
      }
      return sinceBeginning(own, before, start) ?? own
    }
    if before.contains(where: { $0.sort == .recent }) { return .unstated }
    if before.isEmpty, let behind = behind(start, index, isPlanned) { return behind }
    if !isPlanned, tellsOfBuilt(index, start) { return .interval(from: nil, to: nil) }
    return carried(to: start, sentence: index, isPlanned: isPlanned)
  }

  private func tellsDone(_ time: ResolvedTime) -> Bool {
    scan.units[time.range].contains(PeriodResolver.already)
      || scan.hasWord(PeriodResolver.had, at: time.range.lowerBound)
  }

  private static let had = spelled("累计")

  /// 11个行业目前已经开展: a time behind the figure, in its clause.
  private func behind(_ start: Int, _ index: Int, _ isPlanned: Bool) -> Period? {
    let clause = article.clause(around: start, in: article.sentences[index].range)
    let times = times[index].filter {
      $0.range.lowerBound >= start && clause.contains($0.range.lowerBound)
        && ($0.sort == .open && !tellsDone($0)
          || $0.sort == .dated && (!$0.isAttribute || isWon($0)) && !$0.isCompared)
    }
    return times.isEmpty ? timeOfEvent(clause, index) : own(times[...], isPlanned)
  }

  /// Whether the sentence itself tells the time of a figure at a place, not one before it.
  func isTold(at start: Int, sentence index: Int) -> Bool {
    times[index].contains { $0.range.lowerBound < start && reaches($0, start) }
  }

  /// Whether the sentence has gone over to a time ahead of the page before a place: 从明年起,每年200名.
  func looksAhead(at start: Int, sentence index: Int) -> Bool {
    let told = times[index].last {
      $0.range.lowerBound < start && $0.sort == .dated && !$0.isCompared && !$0.isAttribute
    }
    // 从现在起到2030年,每年培训2万人: up to a year that lies ahead.
    if case .interval(nil, let to?) = told?.period, to.month == nil { return to.year > page.year }
    guard let first = told?.period.bounds?.first else { return false }
    return first > page.lastDay
  }

  /// Whether a figure is what a plan is compared with: 计划体检2100名,比去年的1500个名额多.
  func looksBack(at start: Int, sentence index: Int) -> Bool {
    guard let last = times[index].last(where: { $0.range.lowerBound < start }), last.isCompared,
      reaches(last, start)
    else { return false }
    return last.period.bounds?.last.map { $0 < page.lastDay } ?? false
  }

  /// The expressions of time that a period rests on: those before the figure in its sentence, else the sentence's before.
  func told(at start: Int, sentence index: Int) -> String {
    let own = times[index].filter { $0.range.lowerBound < start }
    let used = own.isEmpty && index > 0 ? times[index - 1] : own[...]
    return used.map { scan.text($0.range) }.joined(separator: "、")
  }

  /// 每月1815元 recurs, the figures behind it do not.
  private func reaches(_ time: ResolvedTime, _ start: Int) -> Bool {
    if time.isDifference || isEventCount(time) || endsInFurtherPlan(time, start) { return false }
    if isThatYear(time), isOfPart(time), endsClause(between: time.range.upperBound, start) {
      return false
    }
    // 是2016年的4倍: the 4 are of now.
    if time.isCompared { return start <= endOfCompared(time) + 1 && !isMultiple(start) }
    if time.sort == .open, isOfAnotherPlace(time, start) { return false }
    if time.sort == .recurring, endsRecurring(time, start) { return false }
    if time.sort == .done || time.sort == .open, qualifiesNoun(time, start) { return false }
    if time.period == .daily, isOfItsClause(time, start) { return false }
    if isRate(time), endsClause(between: time.range.upperBound, start) { return false }
    return time.sort != .recurring || !time.isBoundToNumeral || start <= time.range.upperBound
  }

  private static let lengths = SignSet("日年月")

  /// 日接待读者300人次,藏书2.5万册: a rate of its clause, as no 每 says that it goes on.
  private func isRate(_ time: ResolvedTime) -> Bool {
    time.sort == .recurring && PeriodResolver.lengths.contains(scan.unit(time.range.lowerBound))
  }

  /// 每天有专人值班,还聘请10名: a figure beyond a clause that tells how often and counts nothing.
  private func isOfItsClause(_ time: ResolvedTime, _ start: Int) -> Bool {
    let end = time.range.upperBound
    guard
      let comma = (end..<max(end, start)).first(where: { Sign.clauseEnds.contains(scan.unit($0)) })
    else { return false }
    return !(end..<comma).contains { scan.isNumeral(scan.unit($0)) }
  }

  private static let times = Sign.unit("倍")
  private static let withinYears = PhraseSet(["年内", "年时间", "年间"])

  private func isMultiple(_ start: Int) -> Bool {
    var place = start
    while scan.isNumeral(scan.unit(place)) || scan.unit(place) == Sign.dot { place += 1 }
    return scan.unit(place) == PeriodResolver.times
  }

  /// 每年培训1000名,5年内培育300名: the years of the second are told.
  func endsInYears(_ time: ResolvedTime, _ start: Int) -> Bool {
    PeriodResolver.withinYears.occurs(
      in: time.range.upperBound..<max(start, time.range.upperBound), scan)
  }

  private static let thatYear = PhraseSet(["当年", "同年"])

  /// 其中当年新建210个,涵盖1万家: that year's are the new ones alone.
  private func isThatYear(_ time: ResolvedTime) -> Bool {
    PeriodResolver.thatYear.holds(time.range, scan)
  }

  func endsClause(between end: Int, _ start: Int) -> Bool {
    scan.units[end..<max(end, start)].contains { Sign.clauseEnds.contains($0) }
  }

  private static let oneYear = spelled("一年")

  private func isOneYear(_ time: ResolvedTime) -> Bool {
    scan.units[time.range].elementsEqual(PeriodResolver.oneYear)
  }

  private static let already = Sign.unit("已")

  /// 已经建档的775名职工, 已投产的企业: 已 belongs to the attribute.
  private func qualifiesNoun(_ time: ResolvedTime, _ start: Int) -> Bool {
    guard scan.units[time.range].first == PeriodResolver.already else { return false }
    let end = min(time.range.upperBound + 7, max(start, time.range.upperBound))
    for place in time.range.upperBound..<end {
      if Sign.clauseEnds.contains(scan.unit(place)) { return false }
      if scan.unit(place) == Sign.of { return true }
    }
    return false
  }

  /// The period that the times of one sentence give.
  func own(_ times: ArraySlice<ResolvedTime>, _ isPlanned: Bool) -> Period? {
    guard let last = times.last(where: { $0.sort == .dated || $0.sort == .recurring }) else {
      let isOpen = !isPlanned && times.contains { $0.sort == .open || $0.sort == .done }
      return isOpen ? yearsUpToNow(times) ?? .interval(from: nil, to: nil) : nil
    }
    if last.sort == .recurring {
      // 2021年,…一年新建8个: the year told before.
      if isOneYear(last), let year = times.last(where: { $0.sort == .dated && !$0.isCompared }) {
        return year.period
      }
      // 每年组织…,累计培训2万人: the sum is of all the years.
      let isSummed = times.contains {
        ($0.sort == .open || $0.sort == .done) && $0.range.lowerBound > last.range.upperBound
      }
      return isSummed && !isPlanned ? .interval(from: nil, to: nil) : last.period
    }
    if !isPlanned, isEnded(last.period, before: times) { return .interval(from: nil, to: nil) }
    if let whole = joined(last, times) { return whole }
    let takesLast = isPlanned || last.isPublished
    if !takesLast, let event = eventTime(named: last, times) { return event }
    let chosen = takesLast ? last : preciser(than: last, times) ?? last
    let isFollowedByOpen = times.contains {
      $0.sort == .open && $0.range.lowerBound > chosen.range.upperBound
        && !isCountOfDay($0, chosen)
    }
    // 2023年4月成立,…,目前已…: the day of the beginning is no day of the figure.
    if isFollowedByOpen, !isPlanned, case .date(let date) = chosen.period, date.month != nil,
      !chosen.opensStart
    {
      return .interval(from: nil, to: nil)
    }
    return sinceThen(chosen, times, isPlanned) ?? chosen.period
  }

  private static let yearsOn = spelled("年来")
  private static let summing = PhraseSet(["累计", "共", "总", ",累计", ",共"])

  /// 2015年至2018年发放300万元,成立8年来共发放500万元: a closed stretch, and a sum of years behind it.
  private func isEnded(_ told: Period, before times: ArraySlice<ResolvedTime>) -> Bool {
    guard let open = times.last(where: { $0.sort == .open }) else { return false }
    switch told {
    case .interval(_?, _?): break
    // 2022年新添148家;三年来共发放500万元
    case .date(let date)
    where date.month == nil && open.range.lowerBound > times[times.startIndex].range.upperBound
      && PeriodResolver.summing.begins(at: open.range.upperBound, scan):
      break
    default: return false
    }
    return scan.hasWord(PeriodResolver.yearsOn, at: open.range.upperBound - 2)
  }

  static let altogether = PhraseSet(["共有"])

  /// 当日,共有600名踏上归途: of that day, not of all days up to now.
  private func isCountOfDay(_ open: ResolvedTime, _ told: ResolvedTime) -> Bool {
    guard case .date(let date) = told.period, date.day != nil else { return false }
    return PeriodResolver.altogether.holds(open.range, scan)
  }

  /// 自2024年5月以来,截至2025年5月底: one stretch told in two parts.
  private func joined(_ last: ResolvedTime, _ times: ArraySlice<ResolvedTime>) -> Period? {
    guard last.opensStart, case .interval(nil, let to?) = last.period else { return nil }
    for time in times where time.range.upperBound <= last.range.lowerBound {
      if time.opensEnd, case .interval(let from?, nil) = time.period, from.firstDay <= to.lastDay {
        return .interval(from: from, to: to)
      }
    }
    return nil
  }

  /// 7月11日,…商定2014年最低工资: what is settled is of that year.
  private static let settlings = PhraseSet(["商定", "约定", "确定", "议定", "协定", "敲定"])

  /// 8月25日,发放2014年金秋助学金; 上半年完成全年任务的62%: the day or the months that lie inside an attribute's year.
  private func preciser(than last: ResolvedTime, _ times: ArraySlice<ResolvedTime>) -> ResolvedTime?
  {
    guard last.isAttribute, case .date(let coarse) = last.period,
      !PeriodResolver.settlings.ends(at: last.range.lowerBound, scan)
    else { return nil }
    return times.last { time in
      guard time.sort == .dated, !time.isAttribute, !PeriodResolver.isHeard(time, scan),
        time.period != last.period, let bounds = time.period.bounds, let first = bounds.first,
        let end = bounds.last
      else { return false }
      return first >= coarse.firstDay && end <= coarse.lastDay
    }
  }

  // MARK: From the sentence before

  private static let nextSteps = PhraseSet(["下一步", "接下来", "今后", "后续", "未来", "下一阶段"])

  func carried(to start: Int, sentence index: Int, isPlanned: Bool) -> Period {
    let sentence = article.sentences[index]
    if isPresentState(sentence.range.lowerBound..<start), !isJoining(start, sentence.range),
      !tellsPastYear(before: index, start)
    {
      return .unstated
    }
    if isLater(sentence.range) { return .unstated }
    // 下一步,市总工会将…: a plan that begins anew.
    if isPlanned, PeriodResolver.nextSteps.begins(at: sentence.range.lowerBound, scan) {
      return .unstated
    }
    var earlier = index - 1
    while article.reaches(earlier, index) {
      // What a figure was compared with, and when a rule takes effect, date no other sentence.
      let end = article.sentences[earlier].range.upperBound
      let told = withoutSeries(times[earlier], at: .max).filter {
        !$0.isCompared && !$0.isEffect && !isOfPart($0) && !qualifiesNoun($0, end)
          && !isEventCount($0) && !isOfPaper($0)
      }[...]
      if let period = own(told, isPlanned) {
        if period == .interval(from: nil, to: nil),
          changesPlace(sentence.range, start) || tellsThisEvent(sentence.range)
        {
          return .unstated
        }
        if let year = yearOfAnnals(period, told: earlier) { return year }
        return isHearing(sentence.range, period) ? .unstated : carriedPeriod(period, isPlanned)
      }
      if times[earlier].contains(where: { $0.sort == .recent }) { return .unstated }
      earlier -= 1
    }
    return goesOn(with: index, down: earlier, isPlanned: isPlanned)
      ?? (isPlanned ? nil : contestDay(start, index)) ?? .unstated
  }

  /// 其中2022年受助175名: dates the part alone.
  func isOfPart(_ time: ResolvedTime) -> Bool {
    let start = time.range.lowerBound
    return [0, 1].contains {
      scan.hasWord(Sign.amongThem, at: start - Sign.amongThem.count - $0)
    }
  }

  /// 镇海区总工会…: a sentence that begins with another place tells of something else.
  func changesPlace(_ range: Range<Int>, _ start: Int) -> Bool {
    let head = range.lowerBound..<min(range.lowerBound + 6, start)
    return !head.isEmpty
      && scan.tokens(.division, in: head).contains { token in
        guard case .division(let candidates, let isFull, _) = token.entry else { return false }
        return isFull || scan.lexicon.gazetteer.divisions[candidates[0]].level < .county
      }
  }

  private func carriedPeriod(_ period: Period, _ isPlanned: Bool) -> Period {
    switch period {
    case .yearly, .monthly, .daily: return .unstated
    case .interval(nil, nil) where isPlanned: return .unstated
    default: return period
    }
  }
}
