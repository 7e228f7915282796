import FactModel
import Lexicon

/// 数百个, 几十名, 多家: numerals and words of number that give no value.
struct VagueRule: Rule {
  let name = RuleName.vague
  private static let manyTails = SignSet("个家名次项场种位起件所条部支门")
  private static let beforeMany = SignSet("更很诸众许较最大不差余太好过还样繁")

  func read(at place: Int, _ text: RuleText) -> Finding? {
    let unit = text.scan.unit(place)
    if unit == Sign.many { return many(at: place, text) }
    if let bottom = bottomOfVague(at: place, text) { return bottom }
    guard unit == Sign.several || unit == Sign.few else { return nil }
    if let number = text.numbers.number(at: place), number.isVague, !isTotal(before: place, text) {
      let expression = text.expressions.expression(of: number, notBefore: text.limit)
      return .one(.excluded(expression.range, .vague, rule: name))
    }
    if let tens = someTens(at: place, text) { return .one(.excluded(tens, .vague, rule: name)) }
    guard unit == Sign.few, let measure = text.scan.longest(.measure, at: place + 1),
      !isTotal(before: place, text)
    else { return nil }
    return .one(.excluded(place..<measure.range.upperBound, .vague, rule: name))
  }

  private static let tens: Set<Amount> = [
    Amount(tenThousandths: 10 * Amount.scale), Amount(tenThousandths: 100 * Amount.scale),
    Amount(tenThousandths: 1_000 * Amount.scale),
  ]

  /// 数10部, 数100名: some tens in digits; but 读者数100名 are a hundred.
  private func someTens(at place: Int, _ text: RuleText) -> Range<Int>? {
    guard text.scan.unit(place) == Sign.several,
      text.scan.token(.noun, endingAt: place) == nil, !isTotal(before: place, text),
      let expression = text.expressions.expression(at: place + 1, notBefore: text.limit),
      expression.number.isArabic, expression.number.value.map(VagueRule.tens.contains) ?? false,
      expression.measure != nil
    else { return nil }
    return place..<expression.range.upperBound
  }

  private static let upTo = SignSet("到至")

  /// 万元到数万元: no value either.
  private func bottomOfVague(at place: Int, _ text: RuleText) -> Finding? {
    guard let expression = text.expressions.peek(at: place, notBefore: text.limit),
      expression.pointee.number.isBareUnit, expression.pointee.unit != nil,
      case let range = expression.pointee.range,
      VagueRule.upTo.contains(text.scan.unit(range.upperBound)),
      text.scan.unit(range.upperBound + 1) == Sign.several
    else { return nil }
    return .one(.excluded(range, .vague, rule: name))
  }

  private static let totals = SignSet("总人件次户个家函参少")

  /// 人数百分之…, 总数三千: 数 belongs to the word before.
  private func isTotal(before place: Int, _ text: RuleText) -> Bool {
    text.scan.unit(place) == Sign.several && VagueRule.totals.contains(text.scan.unit(place - 1))
  }

  private func many(at place: Int, _ text: RuleText) -> Finding? {
    guard VagueRule.manyTails.contains(text.scan.unit(place + 1)),
      !VagueRule.beforeMany.contains(text.scan.unit(place - 1)), !text.isNumeral(place - 1)
    else { return nil }
    return .one(.excluded(place..<place + 2, .vague, rule: name))
  }
}

/// 一名, 一场, 一家: the indefinite article. Only the Chinese 一 is one; 1名 is a count.
struct ArticleRule: Rule {
  let name = RuleName.article
  private static let otherTails = SignSet("些番股阵丝抹缕腔身声眼头脸手旁边侧角隅款线")

  func read(at place: Int, _ text: RuleText) -> Finding? {
    guard text.scan.unit(place) == Sign.one,
      let expression = text.expressions.peek(at: place, notBefore: text.limit),
      expression.pointee.number.range.count == 1, expression.pointee.number.value != nil
    else { return nil }
    let end = expression.pointee.number.range.upperBound
    switch expression.pointee.reads {
    case .count, .people:
      return .one(.excluded(place..<expression.pointee.range.upperBound, .article, rule: name))
    default: break
    }
    if case .currency = expression.pointee.unit?.entry { return nil }
    if ArticleRule.otherTails.contains(text.scan.unit(end)) {
      return .one(.excluded(place..<end + 1, .article, rule: name))
    }
    return nil
  }
}

/// 三大主题, 4种形式, 三级联动: how many headings the text itself goes on to list, or parts of a scheme.
struct ListRule: Rule {
  let name = RuleName.list
  /// Measure words of parts and grades, which a Chinese numeral counts as a heading does.
  private static let partWords = SignSet("类种级方层步重代样轮档环关阶")
  private static var most: Int64 { 12 }
  /// A programme of measures may have many: 22条措施.
  private static var mostMeasures: Int64 { 50 }
  private static let measures = PhraseSet(["措施", "举措"])
  private static var fewest: Int64 { 2 }

  func read(at place: Int, _ text: RuleText) -> Finding? {
    guard text.isNumeral(place),
      let read = text.expressions.peek(at: place, notBefore: text.limit),
      let value = read.pointee.number.value?.tenThousandths,
      value >= ListRule.fewest * Amount.scale, value <= ListRule.mostMeasures * Amount.scale,
      !read.pointee.hasHedge, !read.pointee.number.isBareUnit
    else { return nil }
    let expression = read.pointee
    guard value <= ListRule.most * Amount.scale || countsMeasures(expression, text.scan) else {
      return nil
    }
    guard isList(expression, text) else { return nil }
    return .one(.excluded(expression.range, .list, rule: name))
  }

  private func isList(_ expression: Expression, _ text: RuleText) -> Bool {
    let isChinese = !expression.number.isArabic
    if isChinese && expression.hasBig { return true }
    guard case .count = expression.reads, let measure = expression.measure else { return false }
    if isChinese && ListRule.partWords.contains(word: measure.unit) { return true }
    if isSorted(expression, measure, text.scan) { return true }
    if isParts(expression, text.scan) { return true }
    if isChinese && closesEnumeration(expression, measure, text.scan) { return true }
    let afterEt = text.scan.unit(expression.range.lowerBound - 1) == Sign.et
    if isChinese && afterEt && measure.unit.isSign(Sign.unit("个")) { return true }
    if measure.unit.isSign(Sign.unit("类")) && !isChinese && expression.hasBig { return true }
    return headingFollows(expression.range.upperBound, text.scan)
      || isToldOneByOne(expression.range.upperBound, text.scan)
  }

  private static let firsts = PhraseSet([
    "一是", "一笔是", "一项是", "一个是", "一种是", "一块是", "一条是", "一类是", "其一", "第一层", "第一件",
  ])
  private static let longestHeading = 12

  /// 做两件事,一是…,二是…: the text goes on to tell each.
  private func isToldOneByOne(_ start: Int, _ scan: Scan) -> Bool {
    let heading = scan.restOfClause(from: start, most: ListRule.longestHeading)
    return heading.count < ListRule.longestHeading
      && ListRule.firsts.begins(at: heading.upperBound + 1, scan)
  }

  private static let volume = Sign.unit("部")
  private static let part = Sign.unit("分")
  private static let apart = Sign.unit("别")

  /// 两部分, but not 2部分别获奖.
  private func isParts(_ expression: Expression, _ scan: Scan) -> Bool {
    let end = expression.range.upperBound
    return scan.unit(end - 1) == ListRule.volume && scan.unit(end) == ListRule.part
      && scan.unit(end + 1) != ListRule.apart
  }

  /// 22条措施, 20项便民举措
  private func countsMeasures(_ expression: Expression, _ scan: Scan) -> Bool {
    let start = expression.range.upperBound
    return ListRule.measures.occurs(in: start..<start + 6, scan)
  }

  private static let sortedWords = SignSet("类种级方层步重代样轮档环关阶批路组队项期站场笔")
  private static let sums = PhraseSet(["合计", "相加", "之和", "共计"]) + together

  /// 分两批, 三项合计: parts of what the text tells anyway.
  private func isSorted(_ expression: Expression, _ measure: Measure, _ scan: Scan) -> Bool {
    guard ListRule.sortedWords.contains(word: measure.unit), !expression.number.isArabic else {
      return false
    }
    if scan.unit(expression.range.lowerBound - 1) == Sign.unit("分") { return true }
    if scan.hasWord(spelled("分为"), at: expression.range.lowerBound - 2)
      || scan.hasWord(spelled("分成"), at: expression.range.lowerBound - 2)
    {
      return true
    }
    let end = expression.range.upperBound
    if ListRule.sums.begins(at: end, scan) { return true }
    // 两笔资金,合起来900万元
    let noun = scan.restOfClause(from: end, most: ListRule.longestHeading)
    return scan.unit(noun.upperBound) == Sign.comma
      && ListRule.together.begins(at: noun.upperBound + 1, scan)
  }

  private static let together = PhraseSet(["合在一起", "合起来", "加起来", "加在一起"])

  private static let named = SignSet("家户")

  /// 南广、贵广两条高铁: as many as the names just listed.
  private func closesEnumeration(
    _ expression: Expression, _ measure: Measure, _ scan: Scan
  ) -> Bool {
    // Firms and people that are named one by one are counted all the same.
    guard let value = expression.number.value, !ListRule.named.contains(word: measure.unit) else {
      return false
    }
    let start = expression.range.lowerBound
    if scan.unit(start - 1) == Sign.of { return false }
    guard Sign.isHan(scan.unit(start - 1)) || scan.unit(start - 1) == Sign.closeQuote,
      scan.token(.verb, endingAt: start) == nil
    else { return false }
    var place = start - 1
    var names: Int64 = 1
    while start - place < 40, !Sign.clauseEnds.contains(scan.unit(place)) {
      if scan.unit(place) == Sign.enumeration { names += 1 }
      place -= 1
    }
    return names > 1 && names * Amount.scale == value.tenThousandths
  }

  /// Whether the noun phrase behind the measure word is, or ends in, a heading: 3项举措, 4种形式, 5个“家”.
  private func headingFollows(_ start: Int, _ scan: Scan) -> Bool {
    let longest = 8
    var place = start
    var last: Noun.Kind?
    if scan.unit(start) == Sign.openQuote, scan.unit(start + 2) == Sign.closeQuote { return true }
    while place < scan.units.count, place - start <= longest {
      let unit = scan.unit(place)
      if !Sign.isHan(unit) || unit == Sign.of { break }
      if let noun = scan.token(.noun, at: place), case .noun(let found) = noun.entry {
        last = found.kind
        place = noun.range.upperBound
      } else if scan.token(.verb, at: place) != nil, last != nil {
        break
      } else {
        place += 1
      }
    }
    return last == .heading
  }
}
