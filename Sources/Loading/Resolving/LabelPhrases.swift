import FactModel
import Lexicon

/// The noun phrases behind the measure word of a figure.
extension LabelReader {
  static let ends = SignSet(",。;:!?、()《》…—\n ")
  static let conjunctions = PhraseSet([
    "以及", "和", "与", "及", "等", "并", "在", "从", "对", "于", "被", "给", "向", "为", "均", "都", "已", "共", "其中",
    "将", "后", "时", "中", "上", "内", "前", "左右", "以上", "以下", "之", "不", "也", "就", "又", "还", "则", "至",
    "到", "由", "分别", "每",
  ])

  /// 1000元至3000元不等的资助
  private static let unequal = PhraseSet(["不等的", "不同"])

  func phraseBehind(_ figure: Figure, in sentence: Range<Int>) -> Range<Int> {
    var begin = figure.nounStart
    if figure.kind == .funds { begin = behindRow(begin) }
    if let each = behindSlash(begin) {
      // 25元/人: what it is stands before.
      if scan.unit(each) != Sign.of { return begin..<begin }
      begin = each
    }
    if let length = LabelReader.unequal.length(at: begin, scan) { begin += length }
    if scan.unit(begin) == Sign.of { begin += 1 }
    if LabelReader.changes.begins(at: begin, scan) { return begin..<begin }
    if figure.kind == .counts {
      begin = behindLevels(begin)
      // 380个以劳模为带头人开设的“创新工作室”
      if scan.unit(begin) == LabelReader.by { return headBehindOf(begin, sentence) }
    }
    let direct = phrase(from: begin, until: sentence.upperBound)
    if direct.count > 1, let head = headBehindList(direct, sentence) { return head }
    if direct.count > 1 {
      // 优秀的一线职工: what stands behind 的 is the head.
      // 202家单位的职工: counted are the units; 1200名企业的职工: the people.
      let countsThings = figure.kind == .counts && holdsNoun(direct)
      if let site = siteOfRow(figure, direct, sentence) { return site }
      if scan.unit(direct.upperBound) == Sign.of, !countsThings {
        let head = phrase(from: direct.upperBound + 1, until: sentence.upperBound)
        if head.count > 1,
          FigureRule.firstNoun(at: direct.upperBound + 1, scan) != nil || head.count <= 8
        {
          return head
        }
      }
      return direct
    }
    return headBehindOf(begin, sentence)
  }

  /// Where 1000元/人 goes on behind the measure word.
  private func behindSlash(_ place: Int) -> Int? {
    guard scan.unit(place) == Sign.slash else { return nil }
    return scan.longest(.measure, at: place + 1)?.range.upperBound ?? place + 2
  }

  private static let moneySigns = SignSet("元万亿千百多余角")

  /// 600元、400元、200元不同金额奖励: behind the last sum of a row.
  private func behindRow(_ start: Int) -> Int {
    var place = start
    while Sign.joiners.contains(scan.unit(place)), isNumeral(place + 1) {
      var end = place + 1
      while isNumeral(end) || LabelReader.moneySigns.contains(scan.unit(end)) { end += 1 }
      // 5万元、20名学生: no row of sums.
      if scan.unit(end - 1) != LabelReader.yuan { return start }
      place = end
    }
    return place
  }

  private static let yuan = Sign.unit("元")
  private static let longestOfList = 30

  /// 货车司机、外卖员等新业态职工: who is listed are some of those whom 等 names.
  private func headBehindList(_ first: Range<Int>, _ sentence: Range<Int>) -> Range<Int>? {
    guard scan.unit(first.upperBound) == Sign.enumeration else { return nil }
    let rest =
      first.upperBound..<min(first.upperBound + LabelReader.longestOfList, sentence.upperBound)
    let end = rest.first { scan.unit($0) == Sign.et || Sign.clauseEnds.contains(scan.unit($0)) }
    guard let end, scan.unit(end) == Sign.et,
      !(rest.lowerBound..<end).contains(where: { isNumeral($0) })
    else { return nil }
    let head = phrase(from: end + 1, until: sentence.upperBound)
    return head.count > 1 && holdsNoun(head) ? head : nil
  }

  private static let by = Sign.unit("以")
  private static let levels = PhraseSet([
    "全国", "国家级", "省", "省级", "市", "市级", "县", "县级", "区", "区级", "部", "部级",
  ])

  /// 1300家省、市级“职工书屋”: behind the levels that are listed.
  private func behindLevels(_ start: Int) -> Int {
    var place = start
    while let length = LabelReader.levels.length(at: place, scan),
      Sign.joiners.contains(scan.unit(place + length))
    { place += length + 1 }
    return place
  }

  /// 10家市级劳模和工匠人才、职工创新工作室, 30个园区、楼宇职工之家: a row of people, or of what sites belong to, before the
  /// site that is counted.
  private func siteOfRow(_ figure: Figure, _ first: Range<Int>, _ sentence: Range<Int>) -> Range<
    Int
  >? {
    guard figure.kind == .counts, ArticleDrafts.siteMeasures.contains(word: figure.measureWord)
    else {
      return nil
    }
    let noun = scan.token(.noun, endingAt: first.upperBound)
    let ofPeople = noun.map { kind(of: $0) == .person } ?? false
    if let noun, kind(of: noun) == .site { return nil }
    var end = first.upperBound
    while end < sentence.upperBound, Sign.joiners.contains(scan.unit(end)) {
      let next = phrase(from: end + 1, until: sentence.upperBound)
      guard next.count > 1, let last = scan.token(.noun, endingAt: next.upperBound) else {
        return nil
      }
      // 20个社区、驿站: a site without an attribute is an item of its own.
      if kind(of: last) == .site { return ofPeople || last.start > next.lowerBound ? next : nil }
      end = next.upperBound
    }
    return nil
  }

  private func kind(of token: Token) -> Noun.Kind? {
    if case .noun(let noun) = token.entry { noun.kind } else { nil }
  }

  /// 60名来自湖北省产业一线的优秀技能人才: a clause before 的, whose head follows it.
  func headBehindOf(_ start: Int, _ sentence: Range<Int>) -> Range<Int> {
    var place = start
    // 2万件被有需要的职工领取: the people do not count them.
    if scan.unit(start) == LabelReader.passive { return start..<start }
    if scan.unit(start - 1) == Sign.of, let compound = compound(at: start, sentence) {
      return compound
    }
    while place < sentence.upperBound, place - start < 24,
      !Sign.clauseEnds.contains(scan.unit(place))
    {
      // 从四川来的农民工, 2020年的实事项目
      if let name = scan.token(.division, at: place) {
        place = name.range.upperBound
        continue
      }
      if let end = yearEnd(at: place) {
        place = end
        continue
      }
      if isNumeral(place), scan.token(.excluded, at: place) == nil { break }
      if scan.unit(place) == Sign.of {
        let head = phrase(from: place + 1, until: sentence.upperBound)
        if head.count > 1 { return head }
      }
      place += 1
    }
    return start..<start
  }

  private static let passive = Sign.unit("被")
  private static let yearDigits = 4

  /// The end of 2020年.
  private func yearEnd(at place: Int) -> Int? {
    let end = place + LabelReader.yearDigits
    guard (place..<end).allSatisfy({ Sign.isDigit(scan.unit($0)) }), scan.unit(end) == Sign.year
    else { return nil }
    return end + 1
  }

  /// 1万元的救助专项基金: a verb that begins the name behind 的.
  private func compound(at start: Int, _ sentence: Range<Int>) -> Range<Int>? {
    guard let verb = scan.longest(.verb, at: start) else { return nil }
    let rest = phrase(from: verb.range.upperBound, until: sentence.upperBound)
    guard rest.count > 1,
      holdsNoun(rest) || LabelReader.moneyEnds.contains(scan.unit(rest.upperBound - 1))
    else { return nil }
    return start..<rest.upperBound
  }

  func isNumeral(_ place: Int) -> Bool {
    scan.isNumeral(scan.unit(place))
  }

  /// The run of nouns and plain signs from a place, up to a mark, a verb, a numeral or a conjunction.
  func phrase(from start: Int, until limit: Int) -> Range<Int> {
    // A figure may end where its sentence does, and its noun stand behind.
    guard start < limit else { return start..<start }
    var place = start
    var nounEnd: Int?
    while place < limit, place - start < LabelReader.longest {
      let unit = scan.units[place]
      if let end = bracketEnd(at: place, limit) {
        place = end
        continue
      }
      if LabelReader.ends.contains(unit) || unit == Sign.of { break }
      if let noun = scan.longest(.noun, at: place) {
        place = noun.range.upperBound
        nounEnd = place
        continue
      }
      if place == start, let end = groupEnd(at: place) {
        place = end
        nounEnd = place
        continue
      }
      if place > start, LabelReader.predications.begins(at: place, scan) { break }
      if let end = purposeEnd(at: place, from: start, limit) {
        place = end
        continue
      }
      if place == nounEnd, scan.beginsWord(.verb, at: place) { break }
      if let close = quoteEnd(at: place, limit) {
        place = close
        continue
      }
      if unit == Sign.openQuote || unit == Sign.closeQuote {
        place += 1
        // “工驿站”扫码可寻: the name ends with its quotation, unless a noun goes on.
        if unit == Sign.closeQuote, !scan.beginsWord(.noun, at: place) { break }
        continue
      }
      if let excluded = scan.token(.excluded, at: place) {
        place = excluded.range.upperBound
        continue
      }
      if isNumeral(place) || isConjunction(place) || isVerb(at: place, from: start) { break }
      place += 1
    }
    return withoutTail(start..<min(place, limit))
  }

  /// 31家企业未按标准发放: what is said of them.
  private static let predications = PhraseSet([
    "未按", "未签", "未建", "未能", "未参", "没有", "仍有", "仍未", "尚未", "按照", "按规定",
  ])
  private static let groups = SignSet("组团队员班")

  /// The end of 检查组: a verb and one sign that makes a group of it, and nothing that goes on.
  private func groupEnd(at place: Int) -> Int? {
    guard let verb = scan.longest(.verb, at: place), verb.range.count > 1,
      LabelReader.groups.contains(scan.unit(verb.range.upperBound))
    else { return nil }
    let end = verb.range.upperBound + 1
    return !Sign.isHan(scan.unit(end)) || scan.beginsWord(.verb, at: end) || isConjunction(end)
      ? end : nil
  }

  /// What a site may be for: verbs elsewhere.
  private static let purposes = PhraseSet([
    "培训", "教育", "服务", "指导", "宣传", "调解", "援助", "帮扶", "救助", "维权", "学习", "体验", "展示", "交流", "示范",
    "创业", "就业", "协商", "互助", "监督", "宣讲", "实训",
  ])

  /// The end of 教育培训 in 职工教育培训示范点: such verbs, one or two, right before a site.
  private func purposeEnd(at place: Int, from start: Int, _ limit: Int) -> Int? {
    guard place > start, var end = LabelReader.purposes.length(at: place, scan).map({ place + $0 })
    else { return nil }
    if let second = LabelReader.purposes.length(at: end, scan) { end += second }
    guard end < limit, let noun = scan.longest(.noun, at: end), kind(of: noun) == .site else {
      return nil
    }
    return end
  }

  private static let longestQuote = 18

  /// The end of a quoted name that ends in a site: “工匠人才和劳模创新工作室”; the quotation mark is left.
  private func quoteEnd(at place: Int, _ limit: Int) -> Int? {
    guard scan.units[place] == Sign.openQuote else { return nil }
    let last = min(place + LabelReader.longestQuote, limit)
    guard
      let close = (place..<last).first(where: {
        scan.units[$0] == Sign.closeQuote || Sign.clauseEnds.contains(scan.units[$0])
      }), scan.units[close] == Sign.closeQuote,
      let noun = scan.token(.noun, endingAt: close), kind(of: noun) == .site
    else { return nil }
    return close
  }

  private static let longestBracket = 6

  /// The end of a short bracket inside a name that goes on behind it: 传统工艺(手艺)大师工作室.
  private func bracketEnd(at place: Int, _ limit: Int) -> Int? {
    guard scan.units[place] == Sign.unit("(") else { return nil }
    let last = min(place + LabelReader.longestBracket, limit - 1)
    guard place < last,
      let close = (place..<last).first(where: { scan.units[$0] == Sign.closeBracket }),
      Sign.isHan(scan.unit(close + 1)), !(place..<close).contains(where: isNumeral)
    else { return nil }
    return close + 1
  }

  /// 工会驿站布点满一年: what follows the last known noun at some length is no part of the phrase.
  func withoutTail(_ range: Range<Int>) -> Range<Int> {
    guard let last = scan.tokens(.noun, in: range).last, case .noun(let noun) = last.entry,
      noun.kind == .person || noun.kind == .site,
      range.upperBound - last.range.upperBound > 1, !scan.units[range].contains(Sign.closeQuote)
    else { return range }
    return range.lowerBound..<last.range.upperBound
  }

  /// A verb ends the phrase; one of a single sign only where something follows that it can govern (生育津贴 does not end
  /// at 贴, 学生领走 ends at 领).
  func isVerb(at place: Int, from start: Int) -> Bool {
    guard let verb = scan.longest(.verb, at: place) else { return false }
    if verb.range.count > 1 { return true }
    // 15万人次来琼, 500名获证书: behind the measure word such a verb begins the predicate.
    if place == start, LabelReader.predicates.contains(scan.units[place]) { return true }
    let end = verb.range.upperBound
    return isNumeral(end) || scan.beginsWord(.noun, at: end)
      || scan.beginsWord(.verb, at: end)
      || LabelReader.links.holds(place..<place + 1, scan)
  }

  static let predicates = SignSet("来去到赴进获领得取拿送给受")

  func isConjunction(_ place: Int) -> Bool {
    LabelReader.conjunctions.begins(at: place, scan)
  }
}
