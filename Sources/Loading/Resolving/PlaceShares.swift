import FactModel
import Lexicon

/// Places that a figure takes from the shape of its sentence: its share of a row, whence its people came, the venue of
/// the event that it goes on with.
extension PlaceResolver {
  func endsClause(_ mention: PlaceMention, before start: Int) -> Bool {
    let end = mention.range.upperBound
    return scan.units[end..<max(end, start)].contains {
      Sign.clauseEnds.contains($0) || $0 == Sign.closeBracket
    }
  }

  /// 广州、佛山分别投入400万元、300万元: the place of the row that a figure belongs to.
  func share(of mention: PlaceMention, at start: Int, _ index: Int) -> Int? {
    let end = mention.range.upperBound
    guard start > end, scan.units[mention.range].contains(where: { Sign.joiners.contains($0) }),
      let (each, row) = article.row(from: end, to: start, in: article.sentences[index]),
      isNear(each, behind: end)
    else { return nil }
    let members = members(of: mention)
    guard members.count > 1, members.count == row.count, let number = row.firstIndex(of: start)
    else { return nil }
    return members[number]
  }

  /// Whether 分别 stands in the clause of a row, or begins the next: 广州、佛山领先,分别投入400万元、300万元.
  private func isNear(_ each: Int, behind end: Int) -> Bool {
    let ends = (end..<each).filter { Sign.clauseEnds.contains(scan.units[$0]) }
    return ends.isEmpty || ends == [each - 1] && scan.unit(each - 1) == Sign.comma
  }

  /// The divisions of a row, one for each of its members.
  private func members(of mention: PlaceMention) -> [Int] {
    var members: [Int] = []
    var last: Int?
    for token in scan.tokens(.division, in: mention.range) {
      guard case .division(let candidates, _, _) = token.entry else { continue }
      let inside = candidates.first {
        gazetteer.isInside($0, last ?? mention.division)
      }
      let division = inside ?? candidates[0]
      // 江苏省南京市、苏州市: a holder and what it holds are one member.
      if let last, token.start > 0, !Sign.joiners.contains(scan.unit(token.start - 1)),
        gazetteer.isInside(division, last)
      {
        members[members.count - 1] = division
      } else {
        members.append(division)
      }
      last = Sign.joiners.contains(scan.unit(token.range.upperBound)) ? nil : division
    }
    return members
  }

  /// 仪式在富阳举行,180名来自全市的职工: they are of the whole city, not of the venue.
  func whole(
    of venue: PlaceMention, at start: Int, _ index: Int, _ sentences: inout PlaceSentences
  ) -> Int? {
    let clause = article.clause(around: start, in: article.sentences[index].range)
    let after = sentences.places(of: index).first {
      $0.range.lowerBound > start && clause.contains($0.range.lowerBound) && $0.isRelative
    }
    guard let after, after.division != venue.division,
      gazetteer.isInside(venue.division, after.division), isOrigin(after, of: start)
    else { return nil }
    return after.division
  }

  private static let works = PhraseSet([
    "务工", "打工", "做工", "上班", "施工", "工地", "一家", "任职", "就职",
  ])
  private static let goings = SignSet("到在赴来")

  /// 20名农民工到章丘区一工地务工: where they work.
  func isWorksite(_ mention: PlaceMention, _ clause: Range<Int>) -> Bool {
    let end = mention.range.upperBound
    return PlaceResolver.goings.contains(scan.unit(mention.range.lowerBound - 1))
      && PlaceResolver.works.occurs(in: end..<max(end, clause.upperBound), scan)
  }

  /// Honours that the nation gives.
  static let nationalAwards = PhraseSet(["全国五一", "全国工人先锋号", "全国劳动模范", "全国先进"])

  /// 山西焦煤集团等12家企业获全国五一劳动奖状: one of those whom the nation honours.
  func isAwarded(_ mention: PlaceMention, _ start: Int) -> Bool {
    let end = mention.range.upperBound
    return scan.unit(start - 1) == Sign.et
      && !scan.units[end..<max(end, start)].contains { Sign.clauseEnds.contains($0) }
      && PlaceResolver.nationalAwards.occurs(in: start..<start + PlaceResolver.longestAward, scan)
  }

  private static let longestAward = 12
  private static let nationalMean = spelled("全国平均")
  private static let entries = PhraseSet(["入选全国", "列入全国", "跻身全国"])

  /// 比全国平均3300元高, 入选全国17名: of the nation, whoever is spoken of.
  func isOfNation(_ start: Int) -> Bool {
    scan.hasWord(PlaceResolver.nationalMean, at: start - PlaceResolver.nationalMean.count)
      || PlaceResolver.entries.ends(at: start, scan)
  }

  private static let sameEvent = PhraseSet([
    "本次", "此次", "这次", "该活动", "此项活动", "从名单", "名单中", "名单上", "获奖者中", "入选者中",
  ])

  /// 本次活动…: what the paragraph before told it of.
  func eventPlace(of index: Int, _ sentences: inout PlaceSentences) -> PlaceMention? {
    if !speaksOfSameEvent(index) { return nil }
    for earlier in article.near(index).reversed() {
      let named = sentences.places(of: earlier)
      if named.isEmpty { continue }
      if article.sentences[index].paragraph - article.sentences[earlier].paragraph > 1 {
        return nil
      }
      let own = named.filter { !$0.isOrganisation && !$0.isAdjunct }
      return PlaceResolver.scope(of: own, scan)
    }
    return nil
  }

  /// Whether a sentence, or one before it in its paragraph, begins with 本次活动.
  private func speaksOfSameEvent(_ index: Int) -> Bool {
    var sentence = index
    while sentence == index || article.reaches(sentence, index) {
      let head = article.sentences[sentence].range.prefix(PlaceResolver.headLength)
      if PlaceResolver.sameEvent.occurs(in: head, scan) { return true }
      sentence -= 1
    }
    return false
  }

  private static let scenes = PhraseSet(["现场", "式上", "活动当天", "赛场上", "会上"])
  private static let headLength = 8

  private static let longestPreface = 10

  /// 现场…, 据不完全统计,最终现场…
  private func isScene(_ index: Int) -> Bool {
    let sentence = article.sentences[index].range
    if PlaceResolver.scenes.occurs(in: sentence.prefix(PlaceResolver.headLength), scan) {
      return true
    }
    guard
      let comma = sentence.prefix(PlaceResolver.longestPreface)
        .first(where: { scan.unit($0) == Sign.comma })
    else { return false }
    let next = comma..<min(comma + PlaceResolver.headLength, sentence.upperBound)
    return PlaceResolver.scenes.occurs(in: next, scan)
  }

  /// 启动仪式现场组织200家企业: where the event of an earlier sentence was held.
  func venue(of index: Int, _ sentences: inout PlaceSentences) -> PlaceMention? {
    guard isScene(index) else { return nil }
    for earlier in article.near(index).reversed() where sentences.hasVisits(earlier) {
      let venues = sentences.placesOfEvents(of: earlier).filter { !$0.isAdjunct }
      if venues.count > sentences.places(of: earlier).count { return nearest(venues[...]) }
    }
    return hall(&sentences)
  }

  private static let sums = PhraseSet(["共", "合计", "总计", "全程"])
  private static let goesOn = SignSet("同建享青产识")
  private static let longestSum = 30

  /// 郑州市5家、洛阳市3家,共8家; 走进三明市…,走进南平市…。活动共走访20家: a sum over places that stand apart is of what
  /// holds them all.
  func wholeOfStops(_ stops: ArraySlice<PlaceMention>, at start: Int, in sentence: Range<Int>)
    -> Int?
  {
    // Nearly all figures have one place at most.
    guard let last = stops.last(where: { !$0.isOrganisation && !$0.isAdjunct }),
      stops.contains(where: {
        $0.division != last.division && !$0.isOrganisation && !$0.isAdjunct
          && gazetteer.isApart($0.division, last.division)
      })
    else { return nil }
    let own = stops.filter { !$0.isOrganisation && !$0.isAdjunct }
    let clause = article.clause(around: start, in: sentence)
    let since = max(last.range.upperBound, sentence.lowerBound, start - PlaceResolver.longestSum)
    guard last.range.upperBound <= clause.lowerBound, (since..<start).contains(where: isSum) else {
      return nil
    }
    let whole = own.reduce(last.division) { gazetteer.common($0, $1.division) }
    return whole == gazetteer.nationIndex ? nil : whole
  }

  /// 共, but not 共同 nor 公共.
  private func isSum(_ place: Int) -> Bool {
    guard let length = PlaceResolver.sums.length(at: place, scan) else { return false }
    return !PlaceResolver.goesOn.contains(scan.unit(place + length))
      && scan.unit(place - 1) != Sign.unit("公")
  }
}
