import FactModel
import Lexicon

/// Places that an article names in passing: where people only meet, travel to, come from or work.
extension PlaceResolver {
  private static let assemblies = PhraseSet(["召开", "举行", "开会", "举办的全国"])

  /// 近日在北京召开的全国会议: the place of a meeting is no actor.
  fileprivate static func isMeetingPlace(_ mention: PlaceMention, _ scan: Scan) -> Bool {
    scan.unit(mention.range.lowerBound - 1) == Sign.unit("在")
      && assemblies.begins(at: mention.range.upperBound, scan)
  }

  private static let longestVenue = 12
  private static let assembly = Sign.unit("会")
  /// 省总工会在汉中: a body, no meeting.
  private static let bodies = PhraseSet(["工会", "协会", "商会", "联合会", "委员会", "学会"])
  private static let fairs = PhraseSet(["招聘会", "运动会", "音乐会", "晚会", "联谊会", "演唱会"])

  /// 表彰大会在北京举行: a meeting, but not a fair, right before 在.
  private static func isMeeting(endingAt place: Int, _ scan: Scan) -> Bool {
    scan.unit(place - 1) == assembly
      && !fairs.ends(at: place, scan) && !bodies.ends(at: place, scan)
  }

  /// 在乌鲁木齐开座谈会, 在海南州的发电园启动: a verb of meeting behind the place, in its clause.
  fileprivate static func isVenue(
    _ mention: PlaceMention, of occasions: PhraseSet, _ scan: Scan
  ) -> Bool {
    if isMeeting(endingAt: mention.range.lowerBound - 1, scan) { return true }
    return scan.restOfClause(from: mention.range.upperBound, most: longestVenue)
      .contains { occasions.begins(at: $0, scan) }
  }

  private static let partners = SignSet("同与跟")

  /// 同深圳多家公司联手: with whom, not where.
  fileprivate static func isPartner(_ mention: PlaceMention, _ scan: Scan) -> Bool {
    partners.contains(scan.unit(mention.range.lowerBound - 1))
  }

  private static let from = Sign.unit("从")
  private static let departures = PhraseSet(["出发", "启程", "开往", "返回", "回到", "回"])
  private static let starts = PhraseSet(["出发", "启程", "启运", "起运", "发车", "启航"])
  private static let longestWay = 24

  /// 从利通区出发, 从广州南站回到百色, 从中卫市物流园、同心县启运: whence, not where.
  fileprivate static func isDeparture(_ mention: PlaceMention, _ scan: Scan) -> Bool {
    let (start, end) = (mention.range.lowerBound, mention.range.upperBound)
    // Few clauses have the word, and fewer signs stand before a place than behind it.
    guard scan.clauseBefore(start, most: longestWay).contains(where: { scan.unit($0) == from })
    else { return false }
    if scan.unit(start - 1) == from, departures.occurs(in: end..<end + 4, scan) { return true }
    return starts.occurs(in: scan.restOfClause(from: end, most: longestWay), scan)
  }

  private static let jobs = PhraseSet(["打工", "务工", "上班", "做工"])

  /// 多年在广东、江苏打工: where somebody works.
  fileprivate static func isWorkplace(_ mention: PlaceMention, _ scan: Scan) -> Bool {
    scan.unit(mention.range.lowerBound - 1) == Sign.unit("在")
      && jobs.begins(at: mention.range.upperBound, scan)
  }

  private static let goals = PhraseSet([
    "住进", "入住", "考上", "考入", "就读于", "毕业于", "送往", "飞往", "驶往", "开往", "发往",
  ])

  /// 住进无锡工人太湖疗养院: where people are brought to is not whose figure it is.
  fileprivate static func isGoal(_ mention: PlaceMention, _ scan: Scan) -> Bool {
    let before = mention.range.lowerBound
    return goals.ends(at: before, scan)
  }

  /// Where people only meet and tell.
  static let meetings = PhraseSet([
    "开会", "召开", "总结", "发布", "揭晓", "座谈", "开座谈会", "公布", "颁奖", "表彰", "现场会", "推进会", "动员会", "发布会", "通报",
  ])
  static let events = PhraseSet([
    "举行", "举办", "启动", "上演", "落幕", "开幕", "闭幕", "签约", "开赛", "收官", "揭幕", "开班", "开播", "拉开大幕", "拉开帷幕",
    "开启",
  ])
  static let occasions = meetings + events
  fileprivate static let guestOccasions =
    meetings + PhraseSet(["举行", "举办", "启动", "开班", "落幕", "开幕", "闭幕", "收官"])
  fileprivate static let travels = PhraseSet([
    "去", "赴", "到", "往", "发往", "前往", "送往", "飞往", "驶往", "进京", "开往", "驰援", "援", "住进", "入住", "返回", "考上",
    "考入", "就读于", "毕业于",
  ])

  /// 到沂水县调研,走访企业4家: who inspects a place of his own acts there.
  fileprivate static let inspections = PhraseSet([
    "调研", "走访", "慰问", "看望", "督导", "检查", "指导", "蹲点", "宣讲",
  ])
  fileprivate static let at = Sign.unit("在")
  /// 来到, 赶到, 走到: who comes to a place of his own acts there.
  fileprivate static let arrivals = SignSet("来赶走下")

  /// 在新疆生产建设兵团举行: a body.
  fileprivate static let corps = spelled("生产建设兵团")

  /// 全国职工大赛在北京铁路局石家庄文化宫闭幕: any place behind 在, of an event of the nation.
  fileprivate static func isHost(_ mention: PlaceMention, _ scan: Scan) -> Bool {
    scan.clauseBefore(mention.range.lowerBound, most: longestVenue - 1)
      .contains { scan.unit($0) == at } && isVenue(mention, of: PlaceResolver.occasions, scan)
  }

  /// 定海区公司等24家企业, in an article about 舟山.
  fileprivate static func isExample(
    _ mention: PlaceMention, _ home: Int?, _ gazetteer: Gazetteer, _ scan: Scan
  ) -> Bool {
    // 我市一家公司等20家: the speaker's own place is no example.
    guard let home, home != mention.division, !mention.isRelative,
      gazetteer.isInside(mention.division, home) || isListed(mention, home, gazetteer, scan)
    else { return false }
    return isOneOfCounted(mention, scan)
  }

  private static let bringings = PhraseSet(["带来", "来自", "包括", "包含", "涵盖"])

  /// 西藏波密藏香猪、清远水晶梨等近1000种, at a fair in 广州: one of a list of other places.
  private static func isListed(
    _ mention: PlaceMention, _ home: Int, _ gazetteer: Gazetteer, _ scan: Scan
  ) -> Bool {
    let before = mention.range.lowerBound
    let isRow = mention.division == gazetteer.nationIndex && !mention.isRelative
    return (isRow || !gazetteer.isInside(home, mention.division))
      && (scan.unit(before - 1) == Sign.enumeration || bringings.ends(at: before, scan)
        || isFirstOfGoods(mention, gazetteer, scan))
  }

  /// 甘孜松茸、林芝苹果等800种: the short name of a place before what comes from there, in a list.
  private static func isFirstOfGoods(
    _ mention: PlaceMention, _ gazetteer: Gazetteer, _ scan: Scan
  ) -> Bool {
    let end = mention.range.upperBound
    guard mention.range.count < gazetteer.nameLength(of: mention.division),
      !scan.beginsWord(.place, at: end),
      let mark = (end..<end + longestVenue).first(where: {
        scan.unit($0) == Sign.enumeration || Sign.clauseEnds.contains(scan.unit($0))
      })
    else { return false }
    return scan.unit(mark) == Sign.enumeration
  }

  private static let longestExample = 40

  private static let hedges = SignSet("近约超逾")

  /// 为合浦县廉州镇的张某等10名学生: one of those that are counted.
  fileprivate static func isOneOfCounted(_ mention: PlaceMention, _ scan: Scan) -> Bool {
    let end = mention.range.upperBound
    for place in scan.restOfClause(from: end, most: longestExample) {
      if invitations.begins(at: place, scan) { return false }
      if place > end, scan.isNumeral(scan.unit(place)), isListed(mention, before: place, scan) {
        return true
      }
      if scan.unit(place) == Sign.et {
        let isHedged = hedges.contains(scan.unit(place + 1))
        return scan.isNumeral(scan.unit(place + (isHedged ? 2 : 1)))
      }
    }
    return false
  }

  /// 德庆县供电公司、封开县医院、卷烟厂3家单位: one of a list whose number follows it, which others of the list share.
  private static func isListed(
    _ mention: PlaceMention, before numeral: Int, _ scan: Scan
  ) -> Bool {
    guard let first = firstMark(before: numeral, scan) else { return false }
    // The first of a list may be what holds all of it, unless another place stands in it.
    return mention.range.lowerBound > first
      || scan.hasTokens(.division, in: mention.range.upperBound..<numeral)
  }

  /// The first mark of a list right before a numeral that says how many it lists, or `nil`.
  static func firstMark(before numeral: Int, _ scan: Scan) -> Int? {
    if scan.isNumeral(scan.unit(numeral - 1)) { return nil }
    let list = scan.clauseBefore(numeral, most: longestMembers)
    let marks = list.filter { scan.unit($0) == Sign.enumeration }
    // 成都15家、德阳2家: each has its own figure.
    if list.contains(where: { isCounting($0, scan) }) { return nil }
    let isCounted =
      !marks.isEmpty
      && scan.numbers.number(at: numeral)?.value == Amount(whole: Int64(marks.count + 1))
    return isCounted ? marks.first : nil
  }

  /// 3家 and 三家, but not 水电四局.
  private static func isCounting(_ place: Int, _ scan: Scan) -> Bool {
    Sign.isDigit(scan.unit(place))
      || scan.isNumeral(scan.unit(place)) && scan.beginsWord(.measure, at: place + 1)
  }

  private static let longestMembers = 80

  private static let donations = PhraseSet(["注资", "出资", "捐建", "援建", "捐资", "资助", "捐赠"])
  private static let by = Sign.unit("由")

  /// 由福建省总工会出资设立的林芝帮扶基金: who gives to another place that the sentence names.
  fileprivate static func isDonor(
    _ mention: PlaceMention, _ mentions: ArraySlice<PlaceMention>, _ gazetteer: Gazetteer,
    _ scan: Scan
  ) -> Bool {
    let end = mention.range.upperBound
    return scan.unit(mention.range.lowerBound - 1) == by
      && donations.occurs(in: end..<end + longestVenue, scan)
      && mentions.contains {
        $0.range.lowerBound > end && !gazetteer.isInside($0.division, mention.division)
      }
  }

  private static let counted = PhraseSet(["首届", "第"])

  private static let contests = PhraseSet([
    "大赛", "竞赛", "比赛", "运动会", "球赛", "棋赛", "联赛", "锦标赛", "邀请赛",
  ])
  private static let longestContest = 16

  /// 六安市首届竞赛, 辽宁省职工篮球赛在鞍山落幕: an event that bears its actor's name is the actor's wherever it is held.
  fileprivate static func isNamedAfter(_ actor: PlaceMention, _ scan: Scan) -> Bool {
    let end = actor.range.upperBound
    if counted.begins(at: end, scan) { return true }
    for place in scan.restOfClause(from: end, most: longestContest) {
      if scan.unit(place) == at || scan.hasToken(.verb, at: place) { return false }
      if contests.begins(at: place, scan) { return true }
    }
    return false
  }

  private static let organising = PhraseSet(["联合", "共同", "主办", "承办", "协办"])
  private static let longestList = 40

  /// 省总工会、省人社厅、南京市人社局联合主办: who stands in a list behind the place that holds him.
  fileprivate static func coOrganisers(
    _ mentions: ArraySlice<PlaceMention>, _ gazetteer: Gazetteer, _ scan: Scan
  ) -> [Range<Int>] {
    if mentions.count < 2 { return [] }
    return zip(mentions, mentions.dropFirst()).compactMap { last, mention in
      let start = last.range.upperBound
      let gap = start..<max(start, mention.range.lowerBound)
      guard Sign.joiners.contains(scan.unit(mention.range.lowerBound - 1)), gap.count < longestList,
        mention.division != last.division, gazetteer.isInside(mention.division, last.division),
        !gap.contains(where: { Sign.clauseEnds.contains(scan.units[$0]) })
      else { return nil }
      return scan.restOfClause(from: mention.range.upperBound, most: longestVenue)
        .contains { organising.begins(at: $0, scan) } ? mention.range : nil
    }
  }
}

/// What of the places of a sentence is left without those where its actor only meets (在乌鲁木齐开座谈会) or travels
/// (去深圳上岗).
///
/// Nearly all places stay, and are mostly that of the article itself: what costs more than a look at the signs around a
/// place is asked last.
struct PlaceVisits {
  /// The places of the sentence.
  let all: ArraySlice<PlaceMention>
  /// The first place of the article, if it has named one.
  let home: Int?
  /// Whether an article without a place speaks of the nation.
  let tellsNation: Bool
  let scan: Scan
}

extension PlaceVisits {
  /// The places that are no visits; `nil` where all stay.
  ///
  /// - Parameter occasions: at what a place is a visit.
  func left(_ occasions: PhraseSet, keepsAdjuncts: Bool = false) -> [PlaceMention]? {
    if all.isEmpty { return nil }
    let gazetteer = scan.lexicon.gazetteer
    let isWhole = !all.contains { goes($0, keepsAdjuncts, gazetteer) }
    let left = isWhole ? all : all.filter { !goes($0, keepsAdjuncts, gazetteer) }[...]
    let actor = left.first {
      !$0.isOrganisation && !PlaceResolver.isPartner($0, scan)
        && !PlaceResolver.isMeetingPlace($0, scan) && !PlaceResolver.isDeparture($0, scan)
    }
    guard let actor else {
      let rest = left.filter {
        !PlaceResolver.isPartner($0, scan) && !PlaceResolver.isMeetingPlace($0, scan)
      }
      return rest.count == all.count ? nil : rest
    }
    // One place is no visit to itself.
    if left.allSatisfy({ $0.division == actor.division }) { return isWhole ? nil : Array(left) }
    let stay = Stay(
      actor: actor, left: left, all: all, occasions: occasions, gazetteer: gazetteer, scan: scan)
    if left.allSatisfy(stay.stays) { return isWhole ? nil : Array(left) }
    return left.filter(stay.stays)
  }

  /// Whether a place is that of another one than the actor, whoever that is.
  private func goes(
    _ mention: PlaceMention, _ keepsAdjuncts: Bool, _ gazetteer: Gazetteer
  ) -> Bool {
    typealias Place = PlaceResolver
    if mention.isAdjunct, !keepsAdjuncts { return true }
    if Place.isGoal(mention, scan) || Place.isWorkplace(mention, scan)
      || Place.isDonor(mention, all, gazetteer, scan)
      || Place.isHomeOfMany(mention, all, home, gazetteer, scan)
      || (home != nil || all.count > 1) && Place.isHelper(mention, scan)
      || Place.isOfHelp(mention, all, gazetteer, scan)
    {
      return true
    }
    guard let home else { return tellsNation && Place.isOneOfCounted(mention, scan) }
    if mention.division == home { return false }
    if Place.isExample(mention, home, gazetteer, scan)
      || Place.isInvited(mention, home, gazetteer, scan)
    {
      return true
    }
    if gazetteer.isInside(mention.division, home) {
      return Place.isDeparture(mention, scan) || Place.isHall(mention, scan)
    }
    return !gazetteer.isInside(home, mention.division)
      && (Place.isGuest(mention, scan) || Place.isJoined(mention, scan)
        || mention.isOrganisation && Place.sendsExperts(mention, scan))
  }

  /// Which places of a sentence stay beside that of its actor.
  private struct Stay {
    let actor: PlaceMention
    let all: ArraySlice<PlaceMention>
    let occasions: PhraseSet
    let isEvent: Bool
    let partners: [Range<Int>]
    let gazetteer: Gazetteer
    let scan: Scan

    init(
      actor: PlaceMention, left: ArraySlice<PlaceMention>, all: ArraySlice<PlaceMention>,
      occasions: PhraseSet, gazetteer: Gazetteer, scan: Scan
    ) {
      (self.actor, self.all, self.gazetteer, self.scan) = (actor, all, gazetteer, scan)
      isEvent = left.contains { $0.isEvent && $0.division == actor.division }
      self.occasions =
        isEvent || PlaceResolver.isNamedAfter(actor, scan) ? PlaceResolver.occasions : occasions
      partners = PlaceResolver.coOrganisers(left, gazetteer, scan)
    }

    func stays(_ mention: PlaceMention) -> Bool {
      typealias Place = PlaceResolver
      if !partners.isEmpty, partners.contains(mention.range) { return false }
      if mention.range == actor.range || mention.division == actor.division { return true }
      if scan.hasWord(Place.corps, at: mention.range.upperBound) { return true }
      if isEvent, Place.isHost(mention, scan) { return false }
      if Place.isGuest(mention, scan) || Place.isHall(mention, scan) { return false }
      let isInside = gazetteer.isInside(mention.division, actor.division)
      if !isInside, Place.isPartner(mention, scan) || Place.isJoined(mention, scan) { return false }
      if isInside, !mention.isRelative, Place.isOneOfCounted(mention, scan) { return false }
      if Place.isDeparture(mention, scan) { return false }
      let before = mention.range.lowerBound
      if Place.travels.ends(at: before, scan) {
        return isInside
          && (Place.arrivals.contains(scan.unit(before - 2))
            || Place.inspections.begins(at: mention.range.upperBound, scan))
      }
      guard scan.unit(before - 1) == Place.at else { return true }
      return isInside ? !Place.isVenue(mention, of: occasions, scan) : actsAbroad(mention)
    }

    /// Whether the actor is at work in a place behind 在 that lies outside his own.
    private func actsAbroad(_ mention: PlaceMention) -> Bool {
      typealias Place = PlaceResolver
      // 沙县区总工会在北京、上海等地建会12个: the actor's.
      if Place.many.begins(at: mention.range.upperBound, scan) { return false }
      // 联合田东县总工会在田东县举办招聘会: the host's venue.
      let isHosts = all.contains {
        $0.division == mention.division
          && (Place.isJoined($0, scan) || Place.isPartner($0, scan))
      }
      // 陕西省总工会的疗休养活动在江苏启动: a guest's venue, of meetings and of events alike.
      return isHosts || mention.isOrganisation
        || !Place.isVenue(mention, of: Place.guestOccasions, scan)
    }
  }
}
