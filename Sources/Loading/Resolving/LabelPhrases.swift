import FactModel
import Lexicon

/// The noun phrases beside a numeral: behind its measure word, and before it.
extension LabelReader {
  // MARK: Behind

  static let ends = SignSet(",。;:!?、()《》…—\n ")
  static let conjunctions = PhraseSet([
    "以及", "和", "与", "及", "等", "并", "在", "从", "对", "于", "被", "给", "向", "为", "均", "都", "已", "共", "其中",
    "将", "后", "时", "中", "上", "内", "前", "左右", "以上", "以下", "之", "不", "也", "就", "又", "还", "则", "至",
    "到", "由", "分别", "每",
  ])

  /// 1000元至3000元不等的资助
  private static let unequal = PhraseSet(["不等的"])

  func phraseBehind(_ figure: Figure, in sentence: Range<Int>) -> Range<Int> {
    var begin = figure.nounStart
    if LabelReader.unequal.begins(at: begin, scan) { begin += 3 }
    if scan.unit(begin) == Sign.of { begin += 1 }
    if LabelReader.changes.begins(at: begin, scan) { return begin..<begin }
    if figure.kind == .counts {
      begin = behindLevels(begin)
      // 380个以劳模为带头人开设的“创新工作室”
      if scan.unit(begin) == LabelReader.by { return headBehindOf(begin, sentence) }
    }
    let direct = phrase(from: begin, until: sentence.upperBound)
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
    guard figure.kind == .counts, ArticleDrafts.siteMeasures.contains(figure.measureWord) else {
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
    while place < sentence.upperBound, place - start < 24,
      !Sign.clauseEnds.contains(scan.unit(place))
    {
      if isNumeral(place), scan.token(.excluded, at: place) == nil { break }
      if scan.unit(place) == Sign.of {
        let head = phrase(from: place + 1, until: sentence.upperBound)
        if head.count > 1 { return head }
      }
      place += 1
    }
    return start..<start
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
      if let end = purposeEnd(at: place, from: start, limit) {
        place = end
        continue
      }
      if place == nounEnd, scan.longest(.verb, at: place) != nil { break }
      if let close = quoteEnd(at: place, limit) {
        place = close
        continue
      }
      if unit == Sign.openQuote || unit == Sign.closeQuote {
        place += 1
        // “工驿站”扫码可寻: the name ends with its quotation, unless a noun goes on.
        if unit == Sign.closeQuote, scan.longest(.noun, at: place) == nil { break }
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
    return isNumeral(end) || scan.longest(.noun, at: end) != nil
      || scan.longest(.verb, at: end) != nil
      || LabelReader.links.holds(place..<place + 1, scan)
  }

  static let predicates = SignSet("来去到赴进获领得取拿送给受")

  func isConjunction(_ place: Int) -> Bool {
    LabelReader.conjunctions.begins(at: place, scan)
  }

  // MARK: Before

  static let fillers = SignSet("达共有为约已近计的了是数从由")
  private static let rateTails = SignSet("率额量")

  func phraseBefore(_ end: Int, in sentence: Range<Int>) -> Range<Int> {
    var last = end
    while last > sentence.lowerBound {
      if let verb = scan.token(.verb, endingAt: last), verb.range.count <= 3, isLink(verb.range) {
        last = verb.range.lowerBound
      } else if let change = LabelReader.changes.lengths(endingAt: last, scan).max() {
        last = max(last - change, sentence.lowerBound)
      } else if let time = scan.token(.time, endingAt: last),
        time.range.lowerBound >= sentence.lowerBound
      {
        last = time.range.lowerBound
      } else if LabelReader.fillers.contains(scan.units[last - 1]),
        scan.token(.noun, endingAt: last) == nil
      {
        last -= 1
      } else {
        break
      }
    }
    var first = last
    while first > sentence.lowerBound, last - first < LabelReader.longest {
      // 整改率, 参与率: the verb is part of the name.
      if last - first == 1, LabelReader.rateTails.contains(scan.units[first]),
        let verb = scan.token(.verb, endingAt: first), verb.range.count > 1
      {
        first = verb.range.lowerBound
        continue
      }
      if first < last, scan.token(.verb, endingAt: first) != nil, namesWho(first..<last) { break }
      if let noun = scan.token(.noun, endingAt: first) {
        first = max(noun.range.lowerBound, sentence.lowerBound)
        continue
      }
      if scan.token(.place, endingAt: first) != nil { break }
      let unit = scan.units[first - 1]
      if LabelReader.ends.contains(unit) || isNumeral(first - 1) { break }
      if unit == Sign.of, first < last { break }
      if let verb = scan.token(.verb, endingAt: first),
        verb.range.count > 1 || first == last || isLink(verb.range)
          || (scan.token(.noun, at: first)?.range.count ?? 0) > 1
      {
        break
      }
      if scan.token(.measure, endingAt: first) != nil, isNumeral(first - 2) { break }
      if scan.token(.time, endingAt: first) != nil || scan.token(.division, endingAt: first) != nil
      {
        break
      }
      first -= 1
    }
    return first..<last
  }

  /// Whether a phrase names people or sites already, so that a verb before it is the deed: 帮扶困难职工.
  func namesWho(_ range: Range<Int>) -> Bool {
    scan.tokens(.noun, in: range).contains { token in
      if case .noun(let noun) = token.entry {
        noun.kind == .person || noun.kind == .site
      } else {
        false
      }
    }
  }

  static let links = PhraseSet([
    "达", "达到", "有", "共有", "已有", "为", "是", "共", "共计", "合计", "累计", "总计", "总共", "已", "已经", "约", "超",
    "超过", "近", "突破", "至", "增至", "升至", "增加到", "升到", "降至", "降到", "提高", "增长", "各", "分别", "均", "都",
    "不足", "不到", "余", "逾", "仅", "只有", "仅有", "同比", "环比", "占", "占到", "占了", "提到", "扩充到", "降低",
    "下降", "上升", "提升",
  ])

  func isLink(_ range: Range<Int>) -> Bool {
    LabelReader.links.holds(range, scan)
  }
}
