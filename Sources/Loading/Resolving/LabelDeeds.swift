import FactModel
import Lexicon

/// Labels of figures that a deed follows, of changes from one figure to another, and of rates in a row.
extension LabelReader {
  /// From one figure to the next: 监督员从8名增加到34名.
  static let changes = PhraseSet([
    "增加到", "增加至", "增至", "升至", "升到", "提高到", "提高至", "提到", "提升到", "提升至", "降到", "降至", "下降到", "扩大到",
    "扩充到",
    "发展到", "扩大到", "增长到", "壮大到", "发展为", "上升为", "扩展到", "增加为", "提升为", "发展至", "增长至", "扩大至",
    "减少到", "减至", "变成", "涨到", "涨至", "调整到", "上升到",
  ])

  // MARK: Deeds

  private static let wins = PhraseSet([
    "被评为", "被授予", "获评", "荣获", "获得", "获", "当选为", "当选", "成为", "评为", "评上", "拿到", "取得", "达成", "晋升为",
    "实现",
  ])

  /// 41人获评省级劳模: what they won says most of them.
  func wonBehind(_ figure: Figure, _ sentence: Range<Int>) -> Range<Int>? {
    let start = figure.range.upperBound
    guard let length = LabelReader.wins.length(at: start, scan) else { return nil }
    let object = phrase(from: start + length, until: sentence.upperBound)
    return object.count > 1 ? object : nil
  }

  /// 其中12人获得: one of those just told.
  func beginsPart(_ figure: Figure) -> Bool {
    let start = figure.range.lowerBound - Sign.amongThem.count
    return scan.hasWord(Sign.amongThem, at: start) || scan.hasWord(Sign.amongThem, at: start - 1)
  }

  /// 张某等11人, but not 快递员等11人.
  func namesExamples(_ range: Range<Int>) -> Bool {
    let last = range.upperBound - 1
    return scan.unit(last) == Sign.et && scan.token(.noun, endingAt: last) == nil
  }

  /// 212人领到10.6万元: the deed only leads to another figure.
  func isDeedWithFigure(_ figure: Figure) -> Bool {
    guard let verb = scan.longest(.verb, at: figure.range.upperBound) else { return false }
    let end = verb.range.upperBound
    return isNumeral(end) || scan.beginsWord(.qualifier, at: end) && isNumeral(end + 1)
  }

  /// 资助困难职工子女上学2.6万名: the people that the clause names last.
  func peopleBefore(_ figure: Figure, _ sentence: Range<Int>) -> Range<Int>? {
    let clause = article.clause(around: figure.numeral.lowerBound, in: sentence)
    let before = clause.lowerBound..<max(clause.lowerBound, figure.range.lowerBound)
    return scan.tokens(.noun, in: before).last { token in
      if case .noun(let noun) = token.entry { noun.kind == .person } else { false }
    }?.range
  }

  private static let owners = PhraseSet(["公司", "集团", "分公司", "工会", "总工会"])

  /// 华兴化工公司6项、新桥矿业公司5项: whose they are, not what; 8家公司 are companies.
  func isOwner(_ range: Range<Int>, _ figure: Figure, _ same: Label?) -> Bool {
    guard same != nil || figure.kind == .funds, !figure.measureWord.isSign(Sign.unit("家"))
    else { return false }
    return LabelReader.owners.ends(at: range.upperBound, scan)
  }

  private static let unions = PhraseSet(["工会", "基层工会", "总工会", "公司"])

  private static let ofUnions = SignSet("家个")

  /// 建立工会3200家: the unions themselves are counted.
  func isFounded(_ range: Range<Int>, _ figure: Figure) -> Bool {
    figure.kind == .counts && LabelReader.ofUnions.contains(word: figure.measureWord)
      && LabelReader.unions.holds(range, scan)
      && scan.token(.verb, endingAt: range.lowerBound) != nil
  }

  private static let purposes = PhraseSet(["补助", "奖励", "资助", "慰问", "救助", "帮扶", "补贴"])

  /// 拿出1500万元,奖励工匠: what money is for that has no name.
  func purposeBehind(_ figure: Figure) -> Range<Int>? {
    var start = figure.range.upperBound
    if scan.unit(start) == Sign.comma { start += 1 }
    return LabelReader.purposes.length(at: start, scan).map { start..<start + $0 }
  }

  // MARK: Things that no table knows

  /// Measure words of deeds and of heads, behind which an adverb may stand.
  private static let loose = SignSet("次场期批轮届人")
  private static let looseOfTwo = "场次"

  private static let people = SignSet("名位")

  /// 3100件羽绒服和1100个抱枕, 26对师徒结对: an unknown noun before a conjunction or a verb.
  func isUnknownThing(_ range: Range<Int>, _ figure: Figure) -> Bool {
    guard range.lowerBound == figure.nounStart, figure.hasUnit, 2...8 ~= range.count,
      !LabelReader.adverbs.begins(at: range.lowerBound, scan)
    else { return false }
    if isConjunction(range.upperBound) { return true }
    switch figure.kind {
    case .counts, .stations:
      return !LabelReader.loose.contains(word: figure.measureWord)
        && !figure.measureWord.isSame(LabelReader.looseOfTwo)
    case .participants: return LabelReader.people.contains(scan.unit(figure.range.upperBound - 1))
    case .funds, .rates: return false
    }
  }

  // MARK: Rates in a row

  private static let respectively = spelled("分别")
  private static let percent = Sign.unit("%")
  private static let rate = Sign.unit("率")

  /// 参与率达到94%和86%: a rate right behind another.
  func isSecondOfRow(_ figure: Figure) -> Bool {
    let start = figure.range.lowerBound
    return Sign.joiners.contains(scan.unit(start - 1))
      && scan.unit(start - 2) == LabelReader.percent
  }

  /// 企业145.7万家、职工1亿人,分别增长26.7%和32.6%: each rate is of its own figure.
  func labelOfRow(_ figure: Figure, _ sentence: Range<Int>, _ earlier: Earlier) -> Label? {
    let clause = article.clause(around: figure.numeral.lowerBound, in: sentence)
    guard let start = clause.first(where: { scan.hasWord(LabelReader.respectively, at: $0) }),
      start < figure.range.lowerBound, scan.unit(start - 1) != LabelReader.rate
    else { return nil }
    let rates = (start..<clause.upperBound).filter { scan.unit($0) == LabelReader.percent }
    let place = rates.count { $0 < figure.range.lowerBound }
    guard rates.count > 1, place < rates.count else { return nil }
    let counted = earlier.behindRates(most: rates.count)
    guard counted.count == rates.count else { return nil }
    let own = counted[rates.count - 1 - place]
    return own.text.isEmpty ? nil : Label(text: own.text, range: 0..<0, isSite: false)
  }
}
