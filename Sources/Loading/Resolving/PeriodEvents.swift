import FactModel
import Lexicon

/// The times of events: a day is told once, and what is counted at the event later rests on it.
extension PeriodResolver {
  private static let takingPart = PhraseSet([
    "参加", "参与", "参赛", "参训", "参评", "参展", "报名", "被推荐", "获得", "荣获", "获奖", "获评", "入选", "入围", "晋级", "到场",
    "出席", "到会", "受到表彰", "受表彰", "同台", "观看", "脱颖而出", "达成", "签约", "领到", "应聘", "求职", "前来", "角逐", "比拼",
  ])
  private static let lasting = PhraseSet(["互助", "保险", "保障", "医保", "入会"])

  /// 共有75名选手参赛: counted at an event, no state of now.
  func isEventCount(_ time: ResolvedTime) -> Bool {
    guard time.sort == .open, PeriodResolver.altogether.holds(time.range, scan) else {
      return false
    }
    let clause = scan.restOfClause(from: time.range.upperBound, most: .max)
    if isOfThisEvent(time.range.lowerBound) { return true }
    return PeriodResolver.takingPart.occurs(in: clause, scan)
      && !PeriodResolver.lasting.occurs(in: clause, scan)
  }

  // MARK: Years in names of events

  private static let eventKinds = PhraseSet([
    "大会", "会议", "仪式", "活动", "大赛", "竞赛", "比赛", "决赛", "选拔赛", "培训班", "招聘会", "运动会", "展演", "晚会", "启动式",
    "总结会",
    "推进会", "现场会", "座谈会", "表彰会", "发布会", "论坛", "动员会", "交流会", "工作会", "专场", "答谢会", "开班式",
  ])
  private static let doings = PhraseSet([
    "举办", "举行", "开展", "组织", "召开", "实施", "参加", "累计", "投入", "建成", "新建", "培训", "发放",
  ])
  private static let beforeNames = PhraseSet(["举办", "举行", "开展", "启动", "召开", "的", "—", "-", "“"])
  private static let longestName = 30

  /// 召开2025年度述职大会: a year that only names the event.
  private func namesEvent(_ time: ResolvedTime) -> Bool {
    guard case .date(let date) = time.period, date.month == nil, !time.opensStart, !time.opensEnd,
      !time.isCompared,
      time.isAttribute || PeriodResolver.beforeNames.ends(at: time.range.lowerBound, scan)
    else { return false }
    for place in scan.restOfClause(from: time.range.upperBound, most: PeriodResolver.longestName) {
      if PeriodResolver.eventKinds.begins(at: place, scan) { return true }
      if PeriodResolver.doings.begins(at: place, scan) { return false }
    }
    return false
  }

  /// The time of an event whose name holds a year: the day told before it, none behind 近日.
  func eventTime(named last: ResolvedTime, _ times: ArraySlice<ResolvedTime>) -> Period? {
    guard times.count > 1, namesEvent(last) else { return nil }
    for time in times.reversed() where time.range.upperBound <= last.range.lowerBound {
      if time.sort == .recent { return .unstated }
      if time.sort == .dated, !time.isAttribute, case .date(let date) = time.period,
        date.day != nil
      {
        return time.period
      }
    }
    return nil
  }

  // MARK: Changes

  private static let froms = SignSet("由从")
  private static let formerly = PhraseSet(["原来的", "最初的", "起初的", "原先的", "当初的", "原有的"])
  private static let changes = PhraseSet([
    "增加到", "增至", "增加至", "增到", "提高到", "提高至", "提升到", "提升至", "上升到", "上升至", "升至", "增长到", "增长至", "扩大到",
    "扩大至",
    "发展到", "发展至", "扩展到", "扩展至", "跃升至", "跃升到", "减少到", "减少至", "减至", "下降到", "下降至", "降至", "降到", "降低到",
    "降低至",
  ])
  private static let longestChange = 20

  /// 由2020年的50万人增至2023年的68万人,工会由3000家增至4200家: the 3000 are of the date from which the change is told.
  func changedFrom(_ start: Int, _ index: Int) -> Period? {
    let former = PeriodResolver.formerly.lengths(endingAt: start, scan).first ?? 0
    guard PeriodResolver.froms.contains(scan.unit(start - former - 1)),
      scan.restOfClause(from: start, most: PeriodResolver.longestChange)
        .contains(where: { PeriodResolver.changes.begins(at: $0, scan) })
    else { return nil }
    let base = times[index].last {
      ($0.isCompared || $0.opensEnd) && $0.range.upperBound <= start
    }
    return base.map(starting) ?? (former > 0 ? .unstated : nil)
  }

  private func starting(_ time: ResolvedTime) -> Period {
    if case .interval(let from?, nil) = time.period { return .date(from) }
    return time.period
  }

  /// 今年以来,…。宣讲已办60场: 已 of a stretch that the sentence before opened.
  func alreadySince(_ times: ArraySlice<ResolvedTime>, _ start: Int, _ index: Int) -> Period? {
    guard times.allSatisfy({ $0.sort == .done }) else { return nil }
    let told = carried(to: start, sentence: index, isPlanned: false)
    guard case .interval(_?, nil) = told else { return nil }
    return told
  }

  // MARK: Times that a clause of their own tells

  private static let timeIs = PhraseSet(["时间为", "时间是", "时间自", "时间从", "日期为", "活动时间为", "开班时间为"])

  /// 将开办1期,时间为1月22日至2月2日: the time of what the clause before tells.
  func timeOfEvent(_ clause: Range<Int>, _ index: Int) -> Period? {
    let start = clause.upperBound
    guard
      let begin = [start, start + 1].compactMap({ place in
        PeriodResolver.timeIs.length(at: place, scan).map { place + $0 }
      }).first
    else { return nil }
    return times[index].first { $0.range.lowerBound == begin && $0.sort == .dated }?.period
  }

  // MARK: Yearbooks

  /// 2021年,…。2月3日,举行座谈会。…: in a page that its year alone dates, the sentences behind an event go on with the year
  /// that their paragraph began with.
  func yearOfAnnals(_ period: Period, told index: Int) -> Period? {
    guard isAnnals, case .date(let date) = period, date.day != nil,
      let year = CalendarDate(year: date.year)
    else { return nil }
    let paragraph = article.sentences[index].paragraph
    let told = article.near(index).last { earlier in
      article.sentences[earlier].paragraph == paragraph
        && times[earlier].first?.period == .date(year)
    }
    return told == nil ? nil : .date(year)
  }

  // MARK: What the figure's own words say

  private static let inTurn = PhraseSet(["分别", "先后", "分期", "依次"])

  /// 2021年、2022年先后投入350万元、420万元: the year of the list that a figure belongs to.
  func share(at start: Int, _ index: Int) -> Period? {
    guard let time = times[index].last(where: { $0.range.upperBound <= start }),
      case .interval(let from?, let to?) = time.period, from.month == nil, to.month == nil,
      let (_, row) = article.row(
        PeriodResolver.inTurn, from: time.range.upperBound, to: start,
        in: article.sentences[index]),
      row.count == to.year - from.year + 1, let number = row.firstIndex(of: start)
    else { return nil }
    return CalendarDate(year: from.year + number).map { .date($0) }
  }

  private static let winnings = PhraseSet([
    "荣获", "获", "获得", "获评", "当选", "入选", "评为", "授予", "评定为", "认定为", "命名为", "评选为", "列为", "选为", "摘得",
    "夺得",
    "斩获", "捧得", "获颁", "跻身", "入围", "定为", "摘取",
  ])

  /// 1人荣获2016年全国五一劳动奖章: the year of the prize.
  func isWon(_ time: ResolvedTime) -> Bool {
    PeriodResolver.winnings.ends(at: time.range.lowerBound, scan)
  }

  /// 另有两家获评2020年度星级站: of that year, whatever the clauses before tell.
  func yearWon(behind start: Int, _ index: Int) -> Period? {
    let clause = article.clause(around: start, in: article.sentences[index].range)
    return times[index].first {
      $0.range.lowerBound > start && clause.contains($0.range.lowerBound) && $0.sort == .dated
        && isWon($0)
    }?.period
  }

  private static let slash = Sign.unit("/")
  private static let money = PhraseSet(["万元", "元"])

  /// 643元/月, 100元/人/年: a sum per month, year or day.
  func rate(at start: Int) -> Period? {
    var place = start
    while scan.isNumeral(scan.unit(place)) || scan.unit(place) == Sign.dot { place += 1 }
    guard let unit = PeriodResolver.money.length(at: place, scan) else { return nil }
    place += unit
    while scan.unit(place) == PeriodResolver.slash {
      switch scan.unit(place + 1) {
      case Sign.year: return .yearly
      case Sign.month: return .monthly
      case Sign.day, PeriodResolver.skyDay: return .daily
      default: place += 2
      }
    }
    return nil
  }

  private static let skyDay = Sign.unit("天")
  private static let hearsay = PhraseSet([
    "记者了解到", "记者获悉", "记者从", "会上通报", "会议通报", "会上获悉", "会议总结", "会上总结",
  ])

  /// 6月4日,仪式举行。记者了解到,…: what a reporter learns there is not of that day.
  func isHearing(_ sentence: Range<Int>, _ period: Period) -> Bool {
    guard case .date(let date) = period, date.day != nil else { return false }
    return PeriodResolver.hearsay.begins(at: sentence.lowerBound, scan)
  }

  // MARK: The event of an earlier paragraph

  static let sameEvent = PhraseSet(["本次", "此次", "这次", "该活动", "活动期间", "此项活动"])
  private static let scenes = PhraseSet([
    "现场", "会上", "式上", "赛场上", "活动中", "讲座上", "课堂上", "选手", "登台", "活动当天",
  ])
  private static let headLength = 8

  /// What a sentence says of the event of the paragraphs before it.
  enum Turn {
    /// It speaks of another place, or of years.
    case leaves
    /// It goes on at the event.
    case stays
    case unsaid
  }

  /// The day of the event that a sentence goes on with, though an earlier paragraph told it: 此次招聘会…, 仪式上,….
  func goesOn(with index: Int, down first: Int, isPlanned: Bool) -> Period? {
    for sentence in stride(from: index, to: first, by: -1) {
      let turn = turns.value(of: sentence) { self.turn(of: article.sentences[sentence].range) }
      if turn == .leaves { return nil }
      if sentence == index {
        let head = article.sentences[index].range.prefix(PeriodResolver.headLength)
        if PeriodResolver.sameEvent.occurs(in: head, scan) { return dayBefore(sentence: index) }
      }
      if !isPlanned, turn == .stays { return dayBefore(sentence: index) }
    }
    return nil
  }

  private func turn(of sentence: Range<Int>) -> Turn {
    if changesPlace(sentence, sentence.upperBound) || tellsYears(sentence) { return .leaves }
    return isScene(sentence.prefix(PeriodResolver.headLength)) ? .stays : .unsaid
  }

  private static let reports = PhraseSet([
    "介绍", "通报", "获悉", "了解", "透露", "发布", "指出", "强调", "要求", "总结", "提出", "传出", "传来",
  ])
  private static let anyYears = PhraseSet(["年来", "年间", "年开展", "年累计", "年共"])

  /// 5年开展活动1万场: a report on years.
  private func tellsYears(_ sentence: Range<Int>) -> Bool {
    sentence.contains { place in
      scan.isNumeral(scan.unit(place - 1)) && PeriodResolver.anyYears.begins(at: place, scan)
    }
  }

  /// 活动现场, 启动仪式上, but not 两场招聘会上, nor 会上介绍.
  private func isScene(_ head: Range<Int>) -> Bool {
    for place in head {
      if let length = PeriodResolver.scenes.length(at: place, scan) {
        return !PeriodResolver.reports.begins(at: place + length, scan)
      }
      if scan.isNumeral(scan.unit(place)) || scan.unit(place) == Sign.comma { return false }
    }
    return false
  }

  private static let contestWords = PhraseSet(["选手", "登台", "获得一等奖", "荣获一等奖", "评委", "观众"])
  private static let contests = PhraseSet([
    "举行", "进行", "落幕", "闭幕", "上演", "收官", "决出", "比赛", "决赛",
  ])

  private static let openings = PhraseSet(["开幕", "启幕"])

  /// 12名选手依次登台: of the contest that the paragraph before dates.
  func contestDay(_ start: Int, _ index: Int) -> Period? {
    let clause = article.clause(around: start, in: article.sentences[index].range)
    guard PeriodResolver.contestWords.occurs(in: clause, scan),
      let earlier = article.near(index).last(where: { !times[$0].isEmpty }),
      article.sentences[index].paragraph - article.sentences[earlier].paragraph == 1,
      let time = times[earlier].last, case .date(let date) = time.period, date.day != nil,
      PeriodResolver.contests.occurs(
        in: time.range.upperBound..<article.sentences[earlier].range.upperBound, scan),
      !PeriodResolver.openings.occurs(in: article.sentences[earlier].range, scan)
    else { return nil }
    return time.period
  }

  /// The last day that an earlier paragraph tells; none behind 近日.
  private func dayBefore(sentence index: Int) -> Period? {
    for earlier in article.near(index).reversed() {
      for time in times[earlier].reversed() {
        if time.sort == .recent { return nil }
        switch time.period {
        case .date(let date) where date.day != nil: return time.period
        case .interval(let from?, let to?) where from.day != nil && to.day != nil:
          return time.period
        default: break
        }
      }
    }
    return nil
  }

  // MARK: States of now

  private static let fittings = PhraseSet(["设有", "内设", "配有", "配备有", "拥有", "下设", "下辖"])

  private static let has = Sign.unit("有")

  /// 全省有调解组织132个, 设有功能室12个: a state of now, which an earlier sentence does not date.
  func isPresentState(_ range: Range<Int>) -> Bool {
    let clause = article.clause(around: max(range.lowerBound, range.upperBound - 1), in: range)
    return PeriodResolver.fittings.occurs(in: clause, scan)
      || clause.contains { place in
        scan.unit(place) == PeriodResolver.has && place > clause.lowerBound
          && scan.token(.place, endingAt: place) != nil
      }
  }

  /// 2001年,…。全市有875家…: a year long past that the sentence before told alone has its own states.
  func tellsPastYear(before index: Int, _ start: Int) -> Bool {
    guard scan.unit(start - 1) == PeriodResolver.has, article.reaches(index - 1, index),
      let told = times[index - 1].first,
      times[index - 1].count == 1, told.sort == .dated, !told.isCompared,
      case .date(let date) = told.period, date.month == nil
    else { return false }
    return date.year < page.year - 1
  }

  private static let joinings = PhraseSet(["参加", "参与", "参赛", "参训", "报名"])

  /// 全市有260家企业参加: a deed of the event just told, no state.
  func isJoining(_ start: Int, _ sentence: Range<Int>) -> Bool {
    let clause = article.clause(around: start, in: sentence)
    return PeriodResolver.joinings.occurs(in: start..<max(start, clause.upperBound), scan)
  }
}
