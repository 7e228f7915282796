import FactModel
import Lexicon

/// Finds the divisions that an article names and settles which of several namesakes is meant.
///
/// Names that touch are one chain (广东省佛山市禅城区); names in a row (成都市、资阳市) are one mention of what holds them
/// all. A county's short name, and a name that is also a word, need support: a holder right before, the full name or the
/// holder elsewhere in the article, or a suffix such as 总工会.
final class PlaceFinder {
  let scan: Scan
  let gazetteer: Gazetteer
  /// Divisions that the article names in full, or that no other division shares a name with.
  let certain: DivisionSet
  /// Divisions whose short name the article puts right behind a place that does not hold them, as part of another name:
  /// 内蒙古大兴安岭 is no place of Heilongjiang.
  private let misnamed: DivisionSet
  /// Where the firms are at home that bear a county's short name, by that county: 金川 of 金昌市金川集团.
  private let firmHomes: [Int: Int]
  /// Where the newspaper is at home.
  let press: Int?
  /// Whether only fame may decide between the bearers of a name.
  let mayGuess: Bool
  /// Whether the article names the capital, or a district of it.
  let namesCapital: Bool

  init(scan: Scan, ranges: some Sequence<Range<Int>>, press: Int? = nil) {
    self.scan = scan
    self.press = press
    let gazetteer = scan.lexicon.gazetteer
    self.gazetteer = gazetteer
    var certain = DivisionSet(gazetteer)
    var misnamed = DivisionSet(gazetteer)
    var firmHomes: [Int: Int] = [:]
    var (isShared, isCapital) = (false, false)
    var names = TokenCursor(.division, of: scan)
    for range in ranges {
      var last: Token?
      for token in names.tokens(in: range) {
        // The names of divisions that stand right behind another: 金昌市|金川.
        if let last, last.range.upperBound == token.range.lowerBound {
          PlaceFinder.addFirmHome(token, behind: last, scan, gazetteer, to: &firmHomes)
          PlaceFinder.addMisnamed(token, behind: last, gazetteer, to: &misnamed)
        }
        last = token
        guard case .division(let candidates, let isFull, _) = token.entry else { continue }
        isShared = isShared || isFull && candidates.count > 1
        isCapital =
          isCapital
          || candidates.contains { gazetteer.provinceCode(of: $0) == PlaceResolver.capital }
        guard candidates.count == 1,
          isFull || gazetteer.level(of: candidates[0]) < .county,
          !PlaceFinder.isOtherWord(token, isFull, scan), !PlaceFinder.isWord(token, scan)
        else { continue }
        certain.insert(candidates[0])
      }
    }
    if !misnamed.isEmpty { certain.subtract(misnamed) }
    self.certain = certain
    self.misnamed = misnamed
    self.firmHomes = firmHomes
    // Where anything is named for certain, or the newspaper is known, fame decides nothing.
    namesCapital = isCapital
    mayGuess = isShared && certain.isEmpty && press == nil
  }

  private static let firmKinds = PhraseSet(["集团", "公司", "石化", "钢铁", "矿业", "煤业", "化工", "股份"])

  private static func addFirmHome(
    _ token: Token, behind last: Token, _ scan: Scan, _ gazetteer: Gazetteer,
    to homes: inout [Int: Int]
  ) {
    guard case .division(let holders, true, _) = last.entry, holders.count == 1,
      gazetteer.level(of: holders[0]) == .prefecture,
      case .division(let candidates, false, _) = token.entry,
      firmKinds.begins(at: token.range.upperBound, scan),
      let own = candidates.first(where: { gazetteer.isInside($0, holders[0]) })
    else { return }
    homes[own] = holders[0]
  }

  private func firmHome(_ token: Token, _ division: Int) -> Int? {
    guard let home = firmHomes[division],
      PlaceFinder.firmKinds.begins(at: token.range.upperBound, scan)
    else { return nil }
    return home
  }

  private static func addMisnamed(
    _ token: Token, behind last: Token, _ gazetteer: Gazetteer, to misnamed: inout DivisionSet
  ) {
    guard case .division(let holders, _, _) = last.entry,
      case .division(let candidates, false, _) = token.entry,
      gazetteer.level(of: holders[0]) == .province,
      !candidates.contains(where: { gazetteer.isInside($0, holders[0]) })
    else { return }
    misnamed.formUnion(candidates)
  }

  /// The places that a range names, in order.
  func places(in range: Range<Int>) -> [PlaceMention] {
    var mentions: [PlaceMention] = []
    var written: [Int] = []
    addPlaces(in: range, to: &mentions, &written)
    return mentions
  }

  /// Adds the places that a range names, in order; `written` takes the divisions that they write out.
  func addPlaces(
    in range: Range<Int>, to mentions: inout [PlaceMention], _ written: inout [Int]
  ) {
    let start = mentions.count
    for token in scan.tokens(.division, in: range) {
      let last = mentions.count > start ? mentions[mentions.count - 1] : nil
      if isRoute(token) || isExplained(token, by: last) { continue }
      let holder = last.flatMap { $0.range.upperBound == token.start ? $0.division : nil }
      guard var mention = mention(of: token, behind: holder) else {
        // 四川|汶川地震: the holder is part of the same name.
        if holder != nil, isOfEvent(token) { mentions.removeLast() }
        continue
      }
      written.append(mention.division)
      mention.written = written.count - 1..<written.count
      if let holder, let last, gazetteer.isInside(mention.division, holder) {
        mention.range = last.range.lowerBound..<mention.range.upperBound
        mention.written = last.written.lowerBound..<written.count
        mentions[mentions.count - 1] = mention
      } else {
        mentions.append(mention)
      }
    }
    if mentions[start...].contains(where: isOrigin) {
      mentions.replaceSubrange(start..., with: mentions[start...].filter { !isOrigin($0) })
    }
    if mentions.count > start + 1 { join(&mentions, from: start, written) }
  }

  // MARK: One name

  /// - Parameter holder: the place that is named right before it.
  private func mention(of token: Token, behind holder: Int?) -> PlaceMention? {
    guard case .division(let bearers, let isFull, let isFormer) = token.entry,
      !PlaceFinder.isOtherWord(token, isFull, scan), !isCorpsAmongProvinces(token.range),
      isFull || misnamed.isEmpty || !bearers.contains(where: { misnamed.contains($0) })
    else { return nil }
    let candidates = isFormer ? ofSameKind(bearers, token.range) : bearers
    guard var division = choose(candidates, holder: holder) else { return nil }
    if let holder, !isFull, !gazetteer.isInside(division, holder),
      gazetteer.level(of: division) == .county
    {
      return nil
    }
    // 新城区: a full name that several cities have.
    var namesake: Int?
    if isFull, candidates.count > 1, !isKnown(division, holder: holder) {
      guard let likely = likeliest(candidates, token, isFormer: isFormer) else { return nil }
      (division, namesake) = likely
    }
    let needsSupport = !isFull || PlaceFinder.isWord(token, scan)
    if needsSupport, !isSupported(token, division, holder: holder) { return nil }
    if !isFull, let home = firmHome(token, division) {
      return PlaceMention(range: token.range, division: home, isOrganisation: true)
    }
    var mention = PlaceMention(range: token.range, division: division)
    mention.namesake = namesake
    mention.isOrganisation = isOrganisation(token.range) || isZone(token.range, division)
    if isFormer, !isShortened(token.range, division) {
      mention.formerName = token.range
    }
    return mention
  }

  /// 昌江县, which is 昌江黎族自治县, not 昌江区: those whose rank the name ends in, if there are any.
  private func ofSameKind(_ bearers: [Int], _ name: Range<Int>) -> [Int] {
    if bearers.count < 2 { return bearers }
    let rank = scan.unit(name.upperBound - 1)
    let same = bearers.filter { gazetteer.divisions[$0].name.utf16.last == rank }
    return same.isEmpty ? bearers : same
  }

  /// 江城县 for 江城哈尼族彝族自治县: shortened, not a former name.
  private func isShortened(_ range: Range<Int>, _ division: Int) -> Bool {
    let name = scan.text(range)
    let full = gazetteer.divisions[division].name
    return full.last == name.last && full.hasPrefix(name.dropLast())
  }

  private static let corps = spelled("生产建设兵团")

  /// 31个省(区、市)和新疆生产建设兵团: one of those that are counted.
  private func isCorpsAmongProvinces(_ range: Range<Int>) -> Bool {
    let before = range.lowerBound - 1
    return scan.hasWord(PlaceFinder.corps, at: range.upperBound)
      && Sign.joiners.contains(scan.unit(before))
      && scan.token(.division, endingAt: before) == nil
  }

  /// 北京日报, 安康杯: a name inside another word.
  private static func isOtherWord(_ token: Token, _ isFull: Bool, _ scan: Scan) -> Bool {
    if isFull, token.range.count > shortestFull { return false }
    if isCut(token, isFull, scan) || isFull && isTail(token, scan) {
      return true
    }
    if let word = scan.longest(.place, at: token.range.upperBound),
      case .place(let role) = word.entry, role == .notPlace || role == .newspaper
    {
      return true
    }
    if !isFull, smaller.begins(at: token.range.upperBound, scan) || Newspaper.isOutlet(token, scan)
    {
      return true
    }
    guard let word = scan.longest(.place, at: token.range.lowerBound),
      case .place(.notAName) = word.entry
    else { return false }
    return word.range.upperBound > token.range.upperBound
  }

  /// 成县, 城区: so short a name may be the end of one word and the beginning of another.
  private static let shortestFull = 2

  /// 医保|定点, 完成|县级, 示范县: the tail of a word that begins before the name.
  private static func isCut(_ token: Token, _ isFull: Bool, _ scan: Scan) -> Bool {
    // Hardly ever a word begins there.
    guard scan.mayBegin(isFull ? anyWord : nounsAlone, at: token.start - 1),
      // 黑龙江|东宁县, not 江东: behind another name nothing is cut.
      scan.token(.division, endingAt: token.start) == nil
    else { return false }
    func reaches(_ group: Entry.Group) -> Bool {
      (scan.longest(group, at: token.start - 1)?.range.upperBound ?? 0) > token.start
    }
    return reaches(.noun) || reaches(.cue) || isFull && (reaches(.verb) || reaches(.place))
  }

  /// 电建|成都院: verbs cut only what is short in full, 完成|县级.
  @inline(__always)
  private static var nounsAlone: UInt16 { Scan.bit(.noun) | Scan.bit(.cue) }
  @inline(__always)
  private static var anyWord: UInt16 { nounsAlone | Scan.bit(.verb) | Scan.bit(.place) }

  private static let ranks = PhraseSet(["县级", "县域", "县区", "县(市", "县(区"])
  private static let region = Sign.unit("域")

  /// 建成|县级, 信息|县区, but not 会宁县|成县区域: what 县 means there is any county.
  private static func isTail(_ token: Token, _ scan: Scan) -> Bool {
    let last = token.range.upperBound - 1
    guard let length = ranks.length(at: last, scan), Sign.isHan(scan.unit(token.start - 1)),
      scan.token(.division, endingAt: token.start) == nil
    else { return false }
    return scan.unit(last + length) != region
  }

  /// 德庆镇, 和平街道: a township that bears a county's short name.
  private static let smaller = PhraseSet(["镇", "乡", "村", "街道", "社区", "路", "街", "里"])

  /// A name that is also a word: 安康, 城区.
  private static func isWord(_ token: Token, _ scan: Scan) -> Bool {
    guard let word = scan.longest(.place, at: token.range.lowerBound),
      case .place(.notAName) = word.entry
    else { return false }
    return word.range.upperBound == token.range.upperBound
  }

  /// The candidate that the surroundings speak for; the larger division where nothing does.
  private func choose(_ candidates: [Int], holder: Int?) -> Int? {
    if let holder,
      let inside = candidates.first(where: { gazetteer.isInside($0, holder) && $0 != holder })
    {
      return inside
    }
    if candidates.count == 1 { return candidates.first }
    let held = candidates.filter(hasCertainHolder)
    let best = held.isEmpty ? candidates : held
    return best.min { one, other in
      let levels = (gazetteer.level(of: one), gazetteer.level(of: other))
      let depths = (support(one), support(other))
      return (levels.0, -depths.0, one) < (levels.1, -depths.1, other)
    }
  }

  /// 宝山区, on a page that names nothing else: of the newspaper's city; else the best known, with the next as a
  /// namesake. Best known are the districts of the municipalities, then those of the provinces' capitals.
  private func likeliest(
    _ candidates: [Int], _ token: Token, isFormer: Bool
  ) -> (division: Int, namesake: Int?)? {
    if let press, let own = candidates.first(where: { gazetteer.isInside($0, press) }) {
      return (own, nil)
    }
    guard certain.isEmpty, press == nil, !isFormer, !PlaceFinder.isWord(token, scan) else {
      return nil
    }
    let ranked = candidates.sorted { (rank($0), $0) < (rank($1), $1) }
    return (ranked[0], ranked[1])
  }

  private func rank(_ division: Int) -> Int {
    let code = gazetteer.code(of: division)
    if gazetteer.divisions[division].province.hasSuffix("市") { return 0 }
    return code / 100 % 100 == 1 ? 1 : 2
  }

  private func support(_ division: Int) -> Int {
    var count = 0
    gazetteer.forEach(ofChain: division) {
      if $0 != division, certain.contains($0) { count += 1 }
    }
    return count
  }

  private func hasCertainHolder(_ division: Int) -> Bool {
    gazetteer.holder(of: division) { certain.contains($0) } != nil
  }

  /// Whether what holds a division is named right before it or for certain elsewhere.
  private func isKnown(_ division: Int, holder: Int?) -> Bool {
    if let holder, gazetteer.isInside(division, holder) { return true }
    return hasCertainHolder(division)
  }

  func isCertain(_ division: Int?) -> Bool { division.map { certain.contains($0) } ?? false }

  private static let unionSuffixes = PhraseSet(["总工会", "工会", "市总", "区总", "县总"])

  private func isSupported(_ token: Token, _ division: Int, holder: Int?) -> Bool {
    if let holder, gazetteer.isInside(division, holder) { return true }
    let isWord = PlaceFinder.isWord(token, scan)
    let level = gazetteer.level(of: division)
    if !isWord && level < .county { return true }
    if certain.contains(division) { return true }
    let end = token.range.upperBound
    // 新建工会驿站: the union is part of another noun.
    let hasSuffix =
      PlaceFinder.unionSuffixes.begins(at: end, scan)
      && (scan.longest(.noun, at: end)?.range.count ?? 0)
        <= PlaceFinder.unionSuffixes.lengths(at: end, scan).max() ?? 0
    if hasSuffix {
      // 会同市总工会, in an article about Qinghai: together with the city's union.
      if level == .county, !agrees(division) { return false }
      return !isWord || level < .county
        || gazetteer.holder(of: division) { certain.contains($0) || $0 == press } != nil
    }
    let isHeld =
      gazetteer.holder(of: division) { certain.contains($0) && isNear(division, to: $0) } != nil
    if isWord { return isHeld && isListed(token.range) }
    return isHeld || isNamedFirm(token.range) || isIndustry(token.range, division)
      || isInRow(token.range, of: division) || isKnownCity(token, division)
  }

  /// 贵阳、惠水两站: a short name in a row with a division that needs no support.
  private func isInRow(_ range: Range<Int>, of division: Int) -> Bool {
    let province = gazetteer.provinceCode(of: division)
    var before = range.lowerBound - 1
    while scan.unit(before) == Sign.enumeration,
      let neighbour = scan.token(.division, endingAt: before),
      case .division(let candidates, let isFull, _) = neighbour.entry
    {
      if isFull || candidates.contains(where: { gazetteer.level(of: $0) < .county }) {
        return candidates.contains { gazetteer.provinceCode(of: $0) == province }
      }
      before = neighbour.start - 1
    }
    return false
  }

  /// Whether nothing that the article names for certain lies in another province only.
  private func agrees(_ division: Int) -> Bool {
    let province = gazetteer.divisions[division].province
    return certain.isEmpty
      || certain.contains { gazetteer.divisions[$0].province == province }
  }

  /// Whether a holder is the next one up: a prefecture, or a municipality.
  private func isNear(_ division: Int, to holder: Int) -> Bool {
    let level = gazetteer.level(of: holder)
    return level == .prefecture || level == .province && gazetteer.isCity(holder)
      || gazetteer.parent(of: division) == holder
  }

  /// 河西、和平、河东等区: a word stands for a place in a row of places.
  private func isListed(_ range: Range<Int>) -> Bool {
    Sign.joiners.contains(scan.unit(range.lowerBound - 1))
      || Sign.joiners.contains(scan.unit(range.upperBound))
  }

  private static let firms = PhraseSet([
    "公司", "电厂", "煤矿", "支公司", "分公司", "发电厂", "水泥厂", "供电", "铜矿", "铁矿", "金矿", "磷矿", "卷烟厂", "酒厂", "糖厂",
    "水电站",
    "机务段", "车务段",
  ])

  /// 泾阳公司: a county's short name right before a firm's kind.
  private func isNamedFirm(_ range: Range<Int>) -> Bool {
    PlaceFinder.firms.begins(at: range.upperBound, scan)
  }
}
