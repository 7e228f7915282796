import FactModel
import Lexicon

/// Times that end before a figure: members of a series of years, a beginning that lies back, what was built until now.
extension PeriodResolver {
  // MARK: A series of years

  /// 累计投入620万元,其中2022年180万元,2023年200万元,建成驿站85个: the times without the years of such a series, where
  /// a place lies beyond the clause of its last year.
  func withoutSeries(_ times: ArraySlice<ResolvedTime>, at start: Int) -> ArraySlice<ResolvedTime> {
    guard times.count > 1, times.contains(where: { isMember($0) && isOfPart($0) }) else {
      return times
    }
    let told = times.filter { $0.range.lowerBound < start }
    guard let first = told.firstIndex(where: { isMember($0) && isOfPart($0) }),
      told[first...].allSatisfy(isMember), told.count - first > 1, let last = told.last,
      endsClause(between: last.range.upperBound, min(start, scan.units.count))
    else { return times }
    return told[..<first][...]
  }

  private func isMember(_ time: ResolvedTime) -> Bool {
    guard time.sort == .dated, case .date(let date) = time.period else { return false }
    return date.month == nil && !time.opensStart && !time.opensEnd && !time.isCompared
  }

  // MARK: Comparisons

  private static let same = PhraseSet(["同期"])

  /// 比2023年同期|的62件: where the words of a comparison end.
  func endOfCompared(_ time: ResolvedTime) -> Int {
    time.range.upperBound + (PeriodResolver.same.length(at: time.range.upperBound, scan) ?? 0)
  }

  // MARK: Another place

  /// 咸阳市累计拨出387万元;安康市筹措29万元: a sum up to now goes no further than the place of which it is told.
  func isOfAnotherPlace(_ time: ResolvedTime, _ start: Int) -> Bool {
    guard start > time.range.upperBound,
      let mark = (time.range.upperBound..<start).last(where: { scan.unit($0) == Sign.semicolon })
    else { return false }
    return changesPlace(mark + 1..<start, start)
  }

  // MARK: Years up to now

  private static let summings = PhraseSet([
    "累计", "已累计", "累计已", "总计已", "已经", "已", "已建", "已建成", "共有",
  ])

  /// 五年来,已累计发放500万元: the years that are told, unless a state of now is told behind them.
  func yearsUpToNow(_ times: ArraySlice<ResolvedTime>) -> Period? {
    let now = Period.interval(from: nil, to: nil)
    guard let told = times.lastIndex(where: { $0.sort == .open && $0.period != now }),
      times[(told + 1)...].allSatisfy({
        $0.sort != .open || PeriodResolver.summings.holds($0.range, scan)
      })
    else { return nil }
    return times[told].period
  }

  /// 每年省下12万元;能耗压低两成: what recurs ends with its part of the sentence, with years that are told, or an event.
  func endsRecurring(_ time: ResolvedTime, _ start: Int) -> Bool {
    let between = time.range.upperBound..<max(start, time.range.upperBound)
    let isParted = scan.units[between].contains(Sign.semicolon) && !holdsOpen(between)
    return isParted || endsInYears(time, start) || endsInEvent(time, start)
  }

  private func holdsOpen(_ range: Range<Int>) -> Bool {
    scan.tokens(.time, in: range).contains {
      if case .time(.open) = $0.entry { true } else { false }
    }
  }

  private static let further = spelled("还将")

  /// 到2025年增加到600名,还将培训40名: another plan has no time of the one before.
  func endsInFurtherPlan(_ time: ResolvedTime, _ start: Int) -> Bool {
    guard time.sort == .dated, let last = time.period.lastDate, last.month == nil,
      last.year > page.year
    else { return false }
    return (time.range.upperBound..<max(start, time.range.upperBound)).contains {
      scan.hasWord(PeriodResolver.further, at: $0)
    }
  }

  private static let additions = PhraseSet(["并有", "另有", "还有", "并已有", "其中有"])
  private static let inTurns = PhraseSet(["先后", "陆续"])
  private static let honours = PhraseSet(["被", "获", "荣获", "入选", "当选", "跻身", "入围", "登上"])

  /// 每年带徒200名,并有三个工作室被命名: a clause that goes over from what recurs to what happened.
  private func endsInEvent(_ time: ResolvedTime, _ start: Int) -> Bool {
    (time.range.upperBound..<max(start, time.range.upperBound)).contains { place in
      guard Sign.clauseEnds.contains(scan.unit(place)) else { return false }
      // 每年拨出专款,先后办班1860期: of all the years.
      if PeriodResolver.inTurns.begins(at: place + 1, scan) { return true }
      guard PeriodResolver.additions.begins(at: place + 1, scan) else { return false }
      return PeriodResolver.honours.occurs(
        in: scan.restOfClause(from: place + 1, most: PeriodResolver.longestWinner), scan)
    }
  }

  private static let longestWinner = 24

  // MARK: Papers

  private static let issuings = PhraseSet([
    "印发", "下发", "发文", "发了文", "发出", "出台", "制定", "制订", "颁布", "修订", "发布", "转发",
  ])
  private static let papers = PhraseSet([
    "通知", "文件", "办法", "方案", "意见", "细则", "规定", "条例", "章程", "通告", "公告", "倡议",
  ])

  private static let longestIssuing = 40

  /// 6月底下发了通知。最后确定80名: when a paper was issued, which dates nothing of the next sentence.
  func isOfPaper(_ time: ResolvedTime) -> Bool {
    guard time.sort == .dated, !time.opensEnd, case .date(let date) = time.period,
      date.month != nil
    else { return false }
    let clause = scan.restOfClause(from: time.range.upperBound, most: PeriodResolver.longestIssuing)
    let told =
      clause.isEmpty
      ? scan.restOfClause(
        from: time.range.upperBound + 1, most: PeriodResolver.longestIssuing) : clause
    return PeriodResolver.issuings.occurs(in: told, scan)
      && PeriodResolver.papers.occurs(in: told, scan)
  }

  // MARK: Later than what was told

  private static let lengths = SignSet("天月周年期")
  private static let after = Sign.unit("后")
  private static let longestDelay = 8

  /// 一个月后,…: a sentence that begins some time after what the one before tells.
  func isLater(_ sentence: Range<Int>) -> Bool {
    let head = sentence.prefix(PeriodResolver.longestDelay)
    guard
      let after = head.first(where: {
        scan.unit($0) == PeriodResolver.after && scan.unit($0 + 1) == Sign.comma
      })
    else { return false }
    return PeriodResolver.lengths.contains(scan.unit(after - 1))
      && (head.lowerBound..<after).contains { scan.isNumeral(scan.unit($0)) }
  }

  // MARK: The event that is told

  private static let longestLead = 14

  /// 本次活动共有62名: of the event, no state.
  func isOfThisEvent(_ place: Int) -> Bool {
    var start = place
    while start > 0, place - start < PeriodResolver.longestLead,
      !Sign.sentenceEnds.contains(scan.unit(start - 1))
    {
      start -= 1
    }
    return PeriodResolver.sameEvent.occurs(in: start..<place, scan)
  }

  /// 近年来,…。本次活动拨出8万元: what is told of one event is no sum of years.
  func tellsThisEvent(_ sentence: Range<Int>) -> Bool {
    PeriodResolver.sameEvent.occurs(in: sentence.prefix(PeriodResolver.sameEvents), scan)
  }

  private static let sameEvents = 8

  // MARK: What was built until now

  private static let built = PhraseSet(["已建成的", "已经建成的", "已建立的", "已建的", "已设立的", "已开办的", "已建起的"])

  /// 我省已建成的书屋,投入资金600万元: of all that stand, up to now.
  func tellsOfBuilt(_ index: Int, _ start: Int) -> Bool {
    let sentence = article.sentences[index].range
    return (sentence.lowerBound..<max(sentence.lowerBound, start)).contains { place in
      guard let length = PeriodResolver.built.length(at: place, scan) else { return false }
      return !scan.isNumeral(scan.unit(place + length)) && endsClause(between: place, start)
    }
  }

  private static let buildings = PhraseSet([
    "落成的", "建成的", "成立的", "启用的", "投用的", "开馆的", "挂牌的", "开业的", "新建的", "建起的", "投入使用的", "设立的",
  ])
  private static let holdings = PhraseSet([
    "设有", "内设", "配有", "拥有", "藏书", "下设", "现有", "内有", "大厅设", "配备",
  ])
  private static let longestBuilding = 8

  /// 去年10月落成的文化中心,设有18个功能区: a date that only says since when a thing stands.
  private func isBuilt(behind end: Int) -> Bool {
    scan.restOfClause(from: end, most: PeriodResolver.longestBuilding)
      .contains { PeriodResolver.buildings.begins(at: $0, scan) }
  }

  private static let abilities = PhraseSet(["可", "能"])
  /// 能级工资, 能力, 可持续
  private static let afterAbility = SignSet("级力源量手工者效持观")
  private static let noAbility = SignSet("许认不持只仅功才职性产技智节动核热电光效全潜")

  /// 驿站于2023年底建成,…,可办理262项: what a thing offers has no time of its own.
  func offers(_ start: Int, behind times: ArraySlice<ResolvedTime>, _ index: Int) -> Bool {
    guard let end = times.last?.range.upperBound, times.last?.sort == .dated else { return false }
    let clause = article.clause(around: start, in: article.sentences[index].range)
    guard clause.lowerBound > end else { return false }
    if isBuilt(behind: end), PeriodResolver.holdings.begins(at: clause.lowerBound, scan) {
      return true
    }
    return (clause.lowerBound..<start).contains { place in
      PeriodResolver.abilities.begins(at: place, scan)
        && !PeriodResolver.noAbility.contains(scan.unit(place - 1))
        && !PeriodResolver.afterAbility.contains(scan.unit(place + 1))
        && !scan.beginsWord(.noun, at: place)
    }
  }
}
