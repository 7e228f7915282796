import FactModel
import Lexicon

/// The label of a figure, and whether what it names is a site.
struct Label {
  var text: String
  /// Where it stands; empty where it was taken over from an earlier figure.
  var range: Range<Int>
  var isSite: Bool
  /// The noun alone, which later figures take over: 创新工作室 of 省级创新工作室.
  var noun: String

  init(text: String, range: Range<Int>, isSite: Bool, noun: String? = nil) {
    self.text = text
    self.range = range
    self.isSite = isSite
    self.noun = noun ?? text
  }
}

/// Finds the noun phrase that says what a figure counts: behind the measure word (35名外卖配送员), before the numeral
/// (工会驿站124家), or with an earlier figure of the sentence (解决944条).
struct LabelReader {
  let article: ArticleText
  private var scan: Scan { article.scan }
  private static let longest = 16

  /// An earlier figure of the paragraph with its label.
  struct Earlier {
    var kind: Kind
    var unit: Unit
    var label: Label
  }

  /// - Parameter earlier: the figures before it in the sentence and the one before, the last one first.
  func label(of figure: Figure, in sentence: Range<Int>, earlier: [Earlier]) -> Label {
    if figure.kind == .rates, let share = shareLabel(figure, sentence, earlier) { return share }
    if let prize = prizeName(before: figure.range.lowerBound, sentence) { return label(prize) }
    let behind = phraseBehind(figure, in: sentence)
    let before = phraseBefore(figure.range.lowerBound, in: sentence)
    let same = earlier.first { isSameSort($0, figure) }
    for range in prefersBefore(figure) ? [before, behind] : [behind, before] where isPhrase(range) {
      let found = label(range)
      // 省级15个, 微型2个, 市级工作室: a mere attribute takes the noun of the figure before.
      let isMere = !holdsNoun(range) && isAttribute(range)
      if let same, isMere || scan.unit(range.upperBound) == Sign.of {
        return Label(
          text: found.text + same.label.noun, range: range, isSite: same.label.isSite,
          noun: same.label.noun)
      }
      // 职工书屋方面,国家级的已有479家: the noun of the clause before.
      let needsNoun =
        isMere && same == nil
        && (LabelReader.attributeEnds.contains(scan.unit(range.upperBound - 1))
          || scan.unit(range.upperBound) == Sign.of)
      if needsNoun, let noun = lastNoun(before: range.lowerBound, sentence) {
        let named = label(noun)
        return Label(
          text: found.text + named.text, range: range, isSite: named.isSite, noun: named.text)
      }
      return found
    }
    if let title = titleBehind(figure.range.upperBound, sentence) { return label(title) }
    if let passive = nounBeforeVerb(figure.range.lowerBound, sentence) { return label(passive) }
    if figure.kind == .funds, let money = moneyNoun(before: figure.range.lowerBound, sentence) {
      return label(money)
    }
    if let same { return Label(text: same.label.noun, range: 0..<0, isSite: same.label.isSite) }
    if let verb = verbPhrase(figure, sentence) { return label(verb) }
    if let noun = lastNoun(before: figure.range.lowerBound, sentence) { return label(noun) }
    return Label(text: "", range: 0..<0, isSite: false)
  }

  /// Figures whose labels one may take over from the other: the same measure word, or both of people.
  private func isSameSort(_ earlier: Earlier, _ figure: Figure) -> Bool {
    switch figure.kind {
    case .funds, .rates: false
    case .participants: earlier.kind == .participants
    case .counts, .stations:
      earlier.unit == figure.printedUnit
        || earlier.kind == .stations && PageReader.siteMeasures.contains(figure.measureWord)
    }
  }

  // MARK: What is a phrase

  private static let nominalEnds = Set("率数额费金款量者员工人级型类度会组队奖".utf16)
  private static let adverbs = [
    "当场", "现场", "先后", "直接", "免费", "分别", "同时", "一次", "首次", "陆续", "顺利", "成功", "全部", "就地", "集中",
    "共同", "积极", "自愿", "按时", "因此", "由此", "从中", "当天", "通过", "左右", "不等",
  ].map(spelled)
  private static let actors = ["总工会", "工会", "市总", "省总", "区总", "县总", "公司", "集团"].map(spelled)

  /// Whether a stretch is a noun phrase that can name what is counted, and not the actor or an adverb.
  private func isPhrase(_ range: Range<Int>) -> Bool {
    if range.count < 2 { return false }
    let isActor = LabelReader.actors.contains { word in
      range.count >= word.count && scan.hasWord(word, at: range.upperBound - word.count)
        && range.count <= word.count + 1
    }
    if isActor { return false }
    if holdsNoun(range) || scan.units[range].contains(Sign.closeQuote) { return true }
    if LabelReader.adverbs.contains(where: { scan.hasWord($0, at: range.lowerBound) }) {
      return false
    }
    return LabelReader.nominalEnds.contains(scan.unit(range.upperBound - 1))
      || scan.longest(.verb, at: range.upperBound) == nil && range.count <= 8
  }

  // MARK: Labels from elsewhere

  private static let prize = spelled("等奖")

  /// 一等奖8项: the name of the prize with its rank.
  private func prizeName(before end: Int, _ sentence: Range<Int>) -> Range<Int>? {
    let start = end - LabelReader.prize.count
    guard start > sentence.lowerBound, scan.hasWord(LabelReader.prize, at: start) else {
      return nil
    }
    return start - 1..<end
  }

  private static let shares = [
    "占", "占比", "占到", "占了", "约占", "超", "多了", "增长", "增长了", "下降", "增幅", "提高", "提高了",
  ].map(spelled)

  /// 农民工97万人,占62.66%: a share is of what the figure before counts.
  private func shareLabel(_ figure: Figure, _ sentence: Range<Int>, _ earlier: [Earlier]) -> Label?
  {
    let start = figure.range.lowerBound
    let share = LabelReader.shares.first { word in
      let begin = start - word.count
      guard begin >= sentence.lowerBound, scan.hasWord(word, at: begin) else { return false }
      return begin == sentence.lowerBound || Sign.clauseEnds.contains(scan.unit(begin - 1))
    }
    guard share != nil, let last = earlier.first else { return nil }
    return Label(text: last.label.text, range: 0..<0, isSite: false)
  }

  private static let calls = ["称", "称为", "获", "获评", "评为", "为", "被评为", "授予", "获得"].map(spelled)

  /// 共22名,称“技术状元”: the title that the next clause gives.
  private func titleBehind(_ end: Int, _ sentence: Range<Int>) -> Range<Int>? {
    guard scan.unit(end) == Sign.comma else { return nil }
    for call in LabelReader.calls where scan.hasWord(call, at: end + 1) {
      let open = end + 1 + call.count
      guard scan.unit(open) == Sign.openQuote else { continue }
      let close = (open..<min(open + 14, sentence.upperBound)).first {
        scan.unit($0) == Sign.closeQuote
      }
      if let close { return (open + 1)..<close }
    }
    return nil
  }

  private static let moneyEnds = Set("金款费贴资奖险益入助补".utf16)

  /// 发放金秋助学金,277名学生共领走61.3万元: the last sum of money that the sentence names before.
  private func moneyNoun(before end: Int, _ sentence: Range<Int>) -> Range<Int>? {
    guard end > sentence.lowerBound else { return nil }
    return scan.tokens(.noun, in: sentence.lowerBound..<end).last { token in
      LabelReader.moneyEnds.contains(scan.units[token.range.upperBound - 1])
    }?.range
  }

  private func holdsNoun(_ range: Range<Int>) -> Bool {
    !scan.tokens(.noun, in: range).isEmpty
  }

  private static let attributeEnds = Set("级型类的性式称号部)”度".utf16)

  private func isAttribute(_ range: Range<Int>) -> Bool {
    LabelReader.attributeEnds.contains(scan.unit(range.upperBound - 1)) || range.count <= 2
      || scan.unit(range.upperBound) == Sign.of
  }

  /// 工会爱心服务站建成381个: the noun before the verb.
  private func nounBeforeVerb(_ end: Int, _ sentence: Range<Int>) -> Range<Int>? {
    guard let verb = scan.token(.verb, endingAt: end), verb.range.lowerBound > sentence.lowerBound,
      let noun = scan.token(.noun, endingAt: verb.range.lowerBound), noun.range.count > 1
    else { return nil }
    let whole = phraseBefore(noun.range.upperBound, in: sentence)
    return whole.count > 1 ? whole : noun.range
  }

  /// The last thing or site that the sentence names before a figure without a noun of its own: 大庆市有3个入选.
  private func lastNoun(before end: Int, _ sentence: Range<Int>) -> Range<Int>? {
    guard end > sentence.lowerBound else { return nil }
    return scan.tokens(.noun, in: sentence.lowerBound..<end).last { token in
      guard case .noun(let noun) = token.entry else { return false }
      let isActor = LabelReader.actors.contains {
        scan.hasWord($0, at: token.range.upperBound - $0.count)
      }
      return (noun.kind == .thing || noun.kind == .site) && !isActor
    }?.range
  }

  private func label(_ range: Range<Int>) -> Label {
    let nouns = scan.tokens(.noun, in: range)
    let last = nouns.last { $0.range.upperBound <= range.upperBound }
    var isSite = false
    if let last, case .noun(let noun) = last.entry, noun.kind == .site {
      isSite = last.range.upperBound + 1 >= range.upperBound
    }
    return Label(text: scan.text(range), range: range, isSite: isSite)
  }

  /// Rates are named before the numeral (解决率达98.3%); so is what stands behind a colon-like list (岗位689个,).
  private func prefersBefore(_ figure: Figure) -> Bool {
    figure.kind == .rates
      || !figure.hasUnit && FigureRule.firstNoun(at: figure.nounStart, scan) == nil
  }

  // MARK: Behind

  private static let ends = Set(",。;:!?、()《》…—\n ".utf16)
  private static let conjunctions = [
    "以及", "和", "与", "及", "等", "并", "在", "从", "对", "于", "被", "给", "向", "为", "均", "都", "已", "共", "其中",
    "将", "后", "时", "中", "上", "内", "前", "左右", "以上", "以下", "之", "不", "也", "就", "又", "还", "则", "至",
    "到", "由", "分别", "每",
  ].map(spelled)

  private func phraseBehind(_ figure: Figure, in sentence: Range<Int>) -> Range<Int> {
    var begin = figure.nounStart
    if scan.unit(begin) == Sign.of { begin += 1 }
    let direct = phrase(from: begin, until: sentence.upperBound)
    if direct.count > 1 {
      // 优秀的一线职工: what stands behind 的 is the head.
      // 202家单位的职工: counted are the units; 1200名企业的职工: the people.
      let countsThings = figure.kind == .counts && holdsNoun(direct)
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

  /// 60名来自湖北省产业一线的优秀技能人才: a clause before 的, whose head follows it.
  private func headBehindOf(_ start: Int, _ sentence: Range<Int>) -> Range<Int> {
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

  private func isNumeral(_ place: Int) -> Bool {
    scan.lexicon.numerals[scan.unit(place)] != nil
  }

  /// The run of nouns and plain signs from a place, up to a mark, a verb, a numeral or a conjunction.
  private func phrase(from start: Int, until limit: Int) -> Range<Int> {
    var place = start
    var nounEnd: Int?
    while place < limit, place - start < LabelReader.longest {
      let unit = scan.units[place]
      if LabelReader.ends.contains(unit) || unit == Sign.of { break }
      if let noun = scan.longest(.noun, at: place) {
        place = noun.range.upperBound
        nounEnd = place
        continue
      }
      if place == nounEnd, scan.longest(.verb, at: place) != nil { break }
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

  /// 工会驿站布点满一年: what follows the last known noun at some length is no part of the phrase.
  private func withoutTail(_ range: Range<Int>) -> Range<Int> {
    guard let last = scan.tokens(.noun, in: range).last, case .noun(let noun) = last.entry,
      noun.kind == .person || noun.kind == .site,
      range.upperBound - last.range.upperBound > 1, !scan.units[range].contains(Sign.closeQuote)
    else { return range }
    return range.lowerBound..<last.range.upperBound
  }

  /// A verb ends the phrase; one of a single sign only where something follows that it can govern (生育津贴 does not end
  /// at 贴, 学生领走 ends at 领).
  private func isVerb(at place: Int, from start: Int) -> Bool {
    guard let verb = scan.longest(.verb, at: place) else { return false }
    if verb.range.count > 1 { return true }
    let end = verb.range.upperBound
    return isNumeral(end) || scan.longest(.noun, at: end) != nil
      || scan.longest(.verb, at: end) != nil
      || LabelReader.links.contains { $0 == [scan.units[place]] }
  }

  private func isConjunction(_ place: Int) -> Bool {
    LabelReader.conjunctions.contains { scan.hasWord($0, at: place) }
  }

  // MARK: Before

  private static let fillers = Set("达共有为约已近计的了是数".utf16)

  private func phraseBefore(_ end: Int, in sentence: Range<Int>) -> Range<Int> {
    var last = end
    while last > sentence.lowerBound {
      if let verb = scan.token(.verb, endingAt: last), verb.range.count <= 3, isLink(verb.range) {
        last = verb.range.lowerBound
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
  private func namesWho(_ range: Range<Int>) -> Bool {
    scan.tokens(.noun, in: range).contains { token in
      if case .noun(let noun) = token.entry {
        noun.kind == .person || noun.kind == .site
      } else {
        false
      }
    }
  }

  private static let links = [
    "达", "达到", "有", "共有", "已有", "为", "是", "共", "共计", "合计", "累计", "总计", "总共", "已", "已经", "约", "超",
    "超过", "近", "突破", "至", "增至", "升至", "增加到", "升到", "降至", "降到", "提高", "增长", "各", "分别", "均", "都",
    "不足", "不到", "余", "逾", "仅", "只有", "仅有", "同比", "环比", "增加到", "降低", "下降", "上升", "提升",
  ].map(spelled)

  private func isLink(_ range: Range<Int>) -> Bool {
    LabelReader.links.contains { scan.hasWord($0, at: range.lowerBound) && $0.count == range.count }
  }

  // MARK: Verbs

  /// 9400余人获技能证书: with no noun, the deed behind; or before (投入294.13万元).
  private func verbPhrase(_ figure: Figure, _ sentence: Range<Int>) -> Range<Int>? {
    let start = figure.range.upperBound
    if figure.kind != .funds, scan.longest(.verb, at: start) != nil {
      var end = start
      while end < sentence.upperBound, end - start < 10,
        !LabelReader.ends.contains(scan.units[end]), !isNumeral(end)
      { end += 1 }
      if end - start > 1 { return start..<end }
    }
    var end = figure.range.lowerBound
    while end > sentence.lowerBound, let verb = scan.token(.verb, endingAt: end), isLink(verb.range)
    { end = verb.range.lowerBound }
    if let verb = scan.token(.verb, endingAt: end), verb.range.count > 1 { return verb.range }
    return nil
  }
}
