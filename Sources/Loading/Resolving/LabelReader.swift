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
  var scan: Scan { article.scan }
  static let longest = 16

  /// The figures before one in its sentence and the one before.
  struct Earlier {
    private let drafts: [Draft]
    private let first: Int

    /// - Parameter sentence: the index of the figure's sentence.
    init(_ drafts: [Draft], sentence: Int) {
      self.drafts = drafts
      var first = drafts.count
      while first > 0, sentence - drafts[first - 1].sentence <= 1 { first -= 1 }
      self.first = first
    }

    /// The label of the last of them that fits.
    func last(where fits: (Figure, Label) -> Bool = { _, _ in true }) -> Label? {
      var index = drafts.count - 1
      while index >= first {
        if fits(drafts[index].figure, drafts[index].label) { return drafts[index].label }
        index -= 1
      }
      return nil
    }

    /// Whether the figure right before is a rate.
    var endsInRate: Bool { drafts.count > first && drafts[drafts.count - 1].figure.kind == .rates }

    /// The labels of the figures before the rates right before, the last one first, so many at most.
    func behindRates(most: Int) -> [Label] {
      var index = drafts.count - 1
      while index >= first, drafts[index].figure.kind == .rates { index -= 1 }
      var labels: [Label] = []
      while index >= first, labels.count < most, drafts[index].figure.kind != .rates {
        labels.append(drafts[index].label)
        index -= 1
      }
      return labels
    }
  }

  /// - Parameter earlier: the figures before it in the sentence and the one before.
  func label(of figure: Figure, in sentence: Range<Int>, earlier: Earlier) -> Label {
    if figure.kind == .rates, let share = shareLabel(figure, sentence, earlier) { return share }
    if let prize = prizeName(before: figure.range.lowerBound, sentence) { return label(prize) }
    let same = earlier.last { earlier, _ in isSameSort(earlier, figure) }
    // The phrase before the numeral is looked for first, or where that behind names nothing: mostly not at all.
    let isBeforeFirst = prefersBefore(figure)
    var before = 0..<0
    if isBeforeFirst {
      before = phraseBefore(figure.range.lowerBound, in: sentence)
      if let found = label(before, isBehind: false, figure, same, sentence) { return found }
    }
    let behind = phraseBehind(figure, in: sentence)
    if let found = label(behind, isBehind: true, figure, same, sentence) { return found }
    if !isBeforeFirst {
      before = phraseBefore(figure.range.lowerBound, in: sentence)
      if let found = label(before, isBehind: false, figure, same, sentence) { return found }
    }
    if isFounded(before, figure) { return label(before) }
    if let title = titleBehind(figure.range.upperBound, sentence) { return label(title) }
    if let division = divisionBehind(figure) { return label(division) }
    if figure.kind == .funds, let funds = fundsLabel(figure, sentence, earlier) { return funds }
    if let passive = nounBeforeVerb(figure.range.lowerBound, sentence) { return label(passive) }
    if figure.kind == .participants {
      let isPart = same != nil && beginsPart(figure)
      if !isPart, let won = wonBehind(figure, sentence) { return label(won) }
      if same == nil, isDeedWithFigure(figure) {
        return Label(text: "", range: 0..<0, isSite: false)
      }
    }
    if let same { return Label(text: same.noun, range: 0..<0, isSite: same.isSite) }
    if figure.kind == .participants, scan.unit(figure.range.lowerBound - 1) == Sign.et,
      let people = peopleBefore(figure, sentence)
    {
      return label(people)
    }
    if figure.kind == .funds, let purpose = purposeBehind(figure) { return label(purpose) }
    if let verb = verbPhrase(figure, sentence) { return label(verb) }
    if figure.kind == .participants, let people = peopleBefore(figure, sentence) {
      return label(people)
    }
    if let noun = lastNoun(before: figure.range.lowerBound, sentence) { return label(noun) }
    return Label(text: "", range: 0..<0, isSite: false)
  }

  /// What a phrase beside a figure says of it, if it names what is counted.
  ///
  /// - Parameter same: the label of an earlier figure of the same sort.
  private func label(
    _ range: Range<Int>, isBehind: Bool, _ figure: Figure, _ same: Label?, _ sentence: Range<Int>
  ) -> Label? {
    guard isBehind && isUnknownThing(range, figure) || isPhrase(range) else { return nil }
    if !isBehind, isOwner(range, figure, same) { return nil }
    let found = label(range)
    // 省级15个, 微型2个, 市级工作室: a mere attribute takes the noun of the figure before.
    let isMere = !holdsNoun(range) && isAttribute(range)
    // 152个服务站点的建设: sites are counted themselves.
    let asks = scan.unit(range.upperBound) == Sign.of && !namesHonour(range) && !found.isSite
    // 120名农民工的4辆专车, behind other 农民工: told already.
    if let same, isMere || asks, !found.text.hasSuffix(same.noun) {
      let text = found.text + same.noun
      return Label(text: text, range: range, isSite: same.isSite, noun: same.noun)
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
    // 全市司机近9万名,已入会6万名: the deed is told, the people were.
    if figure.kind == .participants, let same, LabelReader.deeds.holds(range, scan) {
      return Label(text: same.noun, range: range, isSite: false)
    }
    return found
  }

  private static let divisions = SignSet("省市州盟县区旗乡镇村")

  /// 16个市: the one sign that names divisions.
  private func divisionBehind(_ figure: Figure) -> Range<Int>? {
    let start = figure.nounStart
    guard figure.kind == .counts, figure.measureWord.isSign(Sign.unit("个")),
      LabelReader.divisions.contains(scan.unit(start)), !Sign.isHan(scan.unit(start + 1))
    else { return nil }
    return start..<start + 1
  }

  /// Figures whose labels one may take over from the other: the same measure word, or both of people.
  func isSameSort(_ earlier: Figure, _ figure: Figure) -> Bool {
    switch figure.kind {
    case .funds, .rates: false
    case .participants: earlier.kind == .participants
    case .counts, .stations:
      earlier.printedUnit.isSame(figure.printedUnit)
        || earlier.kind == .stations
          && ArticleDrafts.siteMeasures.contains(word: figure.measureWord)
    }
  }

  /// 获省五一劳动奖状的2家: the honour is what is counted.
  private func namesHonour(_ range: Range<Int>) -> Bool {
    scan.tokens(.noun, in: range).contains { token in
      guard case .noun(let noun) = token.entry, noun.kind == .thing, let program = noun.program
      else {
        return false
      }
      return scan.lexicon.programs[program].id == "craftsmen"
    }
  }

  private static let deeds = PhraseSet(["入会", "参保", "上岗", "到场", "参赛", "获赔", "受助"])

  // MARK: What is a phrase

  static let nominalEnds = SignSet("率数额费金款量者员工人级型类度会组队奖")
  static let adverbs = PhraseSet([
    "当场", "现场", "先后", "直接", "免费", "分别", "同时", "一次", "首次", "陆续", "顺利", "成功", "全部", "就地", "集中",
    "共同", "积极", "自愿", "按时", "因此", "由此", "从中", "当天", "通过", "左右", "不等",
  ])
  static let actors = PhraseSet(["总工会", "工会", "市总", "省总", "区总", "县总", "公司", "集团"])

  /// Whether a stretch is a noun phrase that can name what is counted, and not the actor or an adverb.
  func isPhrase(_ range: Range<Int>) -> Bool {
    if range.count < 2 { return false }
    let isActor = LabelReader.actors.lengths(endingAt: range.upperBound, scan).contains {
      $0...$0 + 1 ~= range.count
    }
    // 张某等11人: who is named, not what is counted.
    if isActor || namesExamples(range) { return false }
    if holdsNoun(range) || scan.units[range].contains(Sign.closeQuote) { return true }
    if LabelReader.adverbs.begins(at: range.lowerBound, scan) {
      return false
    }
    return LabelReader.nominalEnds.contains(scan.unit(range.upperBound - 1))
      || !scan.beginsWord(.verb, at: range.upperBound) && range.count <= 8
  }

  // MARK: Labels from elsewhere

  static let prize = spelled("等奖")

  /// 一等奖8项: the name of the prize with its rank.
  func prizeName(before end: Int, _ sentence: Range<Int>) -> Range<Int>? {
    let start = end - LabelReader.prize.count
    guard start > sentence.lowerBound, scan.hasWord(LabelReader.prize, at: start) else {
      return nil
    }
    return start - 1..<end
  }

  static let shares = PhraseSet([
    "占", "占比", "均占", "各占", "分别占", "占到", "占了", "约占", "超", "多了", "增长", "增长了", "下降", "增幅", "提高", "提高了",
    "增加", "增加了",
    "同比增长", "同比增加", "同比下降", "同比提高", "上升", "减少",
  ])

  /// 农民工97万人,占62.66%: a share is of what the figure before counts.
  func shareLabel(_ figure: Figure, _ sentence: Range<Int>, _ earlier: Earlier) -> Label? {
    if let row = labelOfRow(figure, sentence, earlier) { return row }
    let start = figure.range.lowerBound
    // 报销比例从30%提到40%
    if earlier.endsInRate, LabelReader.changes.ends(at: start, scan) || isSecondOfRow(figure),
      let last = earlier.last()
    {
      return Label(text: last.text, range: 0..<0, isSite: false)
    }
    let isShare = LabelReader.shares.lengths(endingAt: start, scan).contains { length in
      let begin = start - length
      return begin == sentence.lowerBound
        || begin > sentence.lowerBound && Sign.clauseEnds.contains(scan.unit(begin - 1))
    }
    guard isShare || isComparison(start), let last = earlier.last() else { return nil }
    return Label(text: last.text, range: 0..<0, isSite: false)
  }

  /// 返岗率88%,比上周提高21个百分点: a clause that only compares.
  private func isComparison(_ start: Int) -> Bool {
    let clause = scan.clauseBefore(start, most: LabelReader.longestComparison)
    return LabelReader.shares.ends(at: start, scan)
      && TimeReader.than.contains(scan.unit(clause.lowerBound))
  }

  private static let longestComparison = 14

  static let calls = PhraseSet(["称", "称为", "获", "获评", "评为", "为", "被评为", "授予", "获得"])

  /// 共22名,称“技术状元”: the title that the next clause gives.
  func titleBehind(_ end: Int, _ sentence: Range<Int>) -> Range<Int>? {
    guard scan.unit(end) == Sign.comma else { return nil }
    for call in LabelReader.calls.lengths(at: end + 1, scan) {
      let open = end + 1 + call
      guard scan.unit(open) == Sign.openQuote else { continue }
      let close = (open..<min(open + 14, sentence.upperBound)).first {
        scan.unit($0) == Sign.closeQuote
      }
      if let close { return (open + 1)..<close }
    }
    return nil
  }

  /// What a sum without a noun beside it is: what it is spent on (拿3000万元设职工创新奖励金), the money that the sentence
  /// names before, or that of the sum before.
  private func fundsLabel(_ figure: Figure, _ sentence: Range<Int>, _ earlier: Earlier) -> Label? {
    if let verb = scan.longest(.verb, at: figure.nounStart) {
      let object = phrase(from: verb.range.upperBound, until: sentence.upperBound)
      if object.count > 1, holdsNoun(object) { return label(object) }
    }
    if let money = moneyNoun(before: figure.range.lowerBound, sentence) { return label(money) }
    let last = earlier.last { $0.kind == .funds && !$1.noun.isEmpty }
    return last.map { Label(text: $0.noun, range: 0..<0, isSite: false) }
  }

  static let moneyEnds = SignSet("金款费贴资奖险益入助补")

  /// 发放金秋助学金,277名学生共领走61.3万元: the last sum of money that the sentence names before.
  func moneyNoun(before end: Int, _ sentence: Range<Int>) -> Range<Int>? {
    guard end > sentence.lowerBound else { return nil }
    return scan.tokens(.noun, in: sentence.lowerBound..<end).last { token in
      LabelReader.moneyEnds.contains(scan.units[token.range.upperBound - 1])
    }?.range
  }

  func holdsNoun(_ range: Range<Int>) -> Bool {
    !scan.tokens(.noun, in: range).isEmpty
  }

  static let attributeEnds = SignSet("级型类的性式称号部)”度")

  func isAttribute(_ range: Range<Int>) -> Bool {
    LabelReader.attributeEnds.contains(scan.unit(range.upperBound - 1)) || range.count <= 2
      || scan.unit(range.upperBound) == Sign.of
  }

  /// 工会爱心服务站建成381个: the noun before the verb.
  static let beforeVerbs = SignSet("将已共等都先各”")

  func nounBeforeVerb(_ end: Int, _ sentence: Range<Int>) -> Range<Int>? {
    guard let verb = scan.token(.verb, endingAt: end), verb.range.lowerBound > sentence.lowerBound
    else { return nil }
    var place = verb.range.lowerBound
    // “工会驿站”建起377家, 驿站等将投放150座
    while place > sentence.lowerBound + 1, LabelReader.beforeVerbs.contains(scan.unit(place - 1)) {
      place -= 1
    }
    guard let noun = scan.token(.noun, endingAt: place), noun.range.count > 1 else { return nil }
    let whole = phraseBefore(noun.range.upperBound, in: sentence)
    let found = whole.count > 1 ? whole : noun.range
    return isPhrase(found) ? found : nil
  }

  /// The last thing or site that the sentence names before a figure without a noun of its own: 大庆市有3个入选.
  func lastNoun(before end: Int, _ sentence: Range<Int>) -> Range<Int>? {
    guard end > sentence.lowerBound else { return nil }
    return scan.tokens(.noun, in: sentence.lowerBound..<end).last { token in
      guard case .noun(let noun) = token.entry else { return false }
      let isActor = LabelReader.actors.ends(at: token.range.upperBound, scan)
      return (noun.kind == .thing || noun.kind == .site) && !isActor
    }?.range
  }

  func label(_ range: Range<Int>) -> Label {
    let nouns = scan.tokens(.noun, in: range)
    let last = nouns.last { $0.range.upperBound <= range.upperBound }
    var isSite = false
    if let last, case .noun(let noun) = last.entry, case .site = noun.kind {
      isSite =
        last.range.upperBound + 1 >= range.upperBound
        || LabelReader.totals.holds(last.range.upperBound..<range.upperBound, scan)
    }
    return Label(text: scan.text(range), range: range, isSite: isSite)
  }

  /// 工匠学院数量: their number.
  private static let totals = PhraseSet(["数量", "总数", "总量"])

  /// Rates are named before the numeral (解决率达98.3%); so is what stands behind a colon-like list (岗位689个,).
  func prefersBefore(_ figure: Figure) -> Bool {
    figure.kind == .rates
      || !figure.hasUnit && FigureRule.firstNoun(at: figure.nounStart, scan) == nil
  }

  // MARK: Verbs

  /// 9400余人获技能证书: with no noun, the deed behind; or before (投入294.13万元).
  func verbPhrase(_ figure: Figure, _ sentence: Range<Int>) -> Range<Int>? {
    let start = figure.range.upperBound
    if figure.kind != .funds, scan.beginsWord(.verb, at: start),
      !LabelReader.changes.begins(at: start, scan)
    {
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
