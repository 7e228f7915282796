import FactModel
import Lexicon

/// Words of the exclusions table: 一线, 千方百计, 五一劳动奖章.
///
/// A phrase yields to a longer expression that begins where it does: 十一 is a name, 十一名 a number of people.
struct PhraseRule: Rule {
  let name = RuleName.phrase

  func read(at place: Int, _ text: RuleText) -> Finding? {
    guard let token = text.scan.token(.excluded, at: place),
      case .excluded(let reason) = token.entry
    else { return nil }
    if let time = text.scan.token(.time, at: place), time.range.count >= token.range.count {
      return nil
    }
    if let end = text.numbers.end(at: place), text.expressions.mayHaveUnit(behind: end),
      let expression = text.expressions.peek(at: place, notBefore: text.limit),
      expression.pointee.unit != nil
    {
      let end = expression.pointee.range.upperBound
      let isLonger = end > token.range.upperBound
      let isHedged = expression.pointee.hasHedge && end == token.range.upperBound
      if isLonger || isHedged { return nil }
    }
    return .one(.excluded(token.range, reason, rule: name))
  }
}

/// Numerals that touch Latin letters, plus signs or middle dots: G2096次, 365+, 歼-20, 3·15, 5G.
struct CodeRule: Rule {
  let name = RuleName.code

  func read(at place: Int, _ text: RuleText) -> Finding? {
    guard Sign.isDigit(text.scan.unit(place)) else { return nil }
    var start = place
    while isCodeSign(text.scan.unit(start - 1)), start > text.limit { start -= 1 }
    var end = place
    var isPlain = start == place
    while true {
      let unit = text.scan.unit(end)
      if isCodeSign(unit) {
        isPlain = false
      } else if !Sign.isDigit(unit),
        unit != Sign.dot || !Sign.isDigit(text.scan.unit(end + 1))
      {
        break
      }
      end += 1
    }
    if !isPlain && isCode(start, place, end, text) || hyphenated(start, place, text) {
      // A plus before all of it joins it to something else: 慰问+30天送饮.
      while start < place, text.scan.unit(start) == Sign.plus { start += 1 }
      return .one(.excluded(start..<end, .name, rule: name))
    }
    return isVersionOrLine(place, text).map { .one(.excluded($0, .name, rule: name)) }
  }

  /// Whether letters that are no unit, or signs that join, stand among the digits.
  private func isCode(_ start: Int, _ place: Int, _ end: Int, _ text: RuleText) -> Bool {
    let code = text.scan.units[start..<end]
    if code.contains(Sign.plus) || code.contains(Sign.point2) { return true }
    return code.contains(where: Sign.isLatin)
      && (start < place && Sign.isLatin(text.scan.unit(place - 1)) || !isUnit(text, from: place))
  }

  private func isCodeSign(_ unit: UInt16) -> Bool {
    Sign.isLatin(unit) || unit == Sign.plus || unit == Sign.point2
  }

  /// 歼-20: a hyphen before the digits that follows a sign which is no numeral.
  private func hyphenated(_ start: Int, _ place: Int, _ text: RuleText) -> Bool {
    guard start == place, text.scan.unit(place - 1) == Sign.hyphen else { return false }
    let before = text.scan.unit(place - 2)
    return Sign.isHan(before) && !text.scan.isNumeral(before) && before != Sign.year
      && before != Sign.month && text.scan.token(.measure, endingAt: place - 1) == nil
  }

  /// Whether the letters behind the digits are a unit of measure: 20kg, m².
  private func isUnit(_ text: RuleText, from place: Int) -> Bool {
    text.expressions.peek(at: place, notBefore: text.limit)?.pointee.unit != nil
  }

  private static let hotlines = PhraseSet(["热线", "电话", "平台热线"])
  private static let versions = SignSet("版")
  private static let routes = PhraseSet(["路公交", "路公共", "路车", "路电车", "路线", "路公汽"])

  /// 12351热线, 4.0版: a number that names something.
  private func isVersionOrLine(_ place: Int, _ text: RuleText) -> Range<Int>? {
    guard let number = text.numbers.number(at: place), number.isArabic else { return nil }
    let end = number.range.upperBound
    if number.digits >= 3, !number.hasMyriad {
      if CodeRule.hotlines.begins(at: end, text.scan) {
        return number.range
      }
      let isCalled = CodeRule.hotlines.ends(at: place, text.scan)
      // 接听电话1050次: so many calls.
      if isCalled, !text.scan.beginsWord(.measure, at: end) { return number.range }
    }
    // 5路公交车, 12路车
    if number.range.count <= 3, CodeRule.routes.begins(at: end, text.scan) {
      return place..<end + 1
    }
    return number.isDecimal && CodeRule.versions.contains(text.scan.unit(end)) ? number.range : nil
  }
}

/// Numerals inside a short quotation or title: “321”模式, “五小”, “百日行动”, 《科技新政30条》.
struct QuotedNameRule: Rule {
  let name = RuleName.quotedName
  private static let longestName = 22

  func read(at place: Int, _ text: RuleText) -> Finding? {
    guard text.isNumeral(place), text.scan.token(.time, at: place) == nil,
      let quoted = quotation(around: place, text.scan)
    else { return nil }
    let isTitle = text.scan.unit(quoted.lowerBound - 1) == Sign.openTitle
    guard isTitle || !holdsClause(quoted, text) else { return nil }
    guard let number = text.numbers.number(at: place) else { return nil }
    let end = min(
      quoted.upperBound,
      text.expressions.expression(of: number, notBefore: place).range.upperBound)
    return .one(.excluded(place..<max(end, place + 1), .name, rule: name))
  }

  /// Where the inside of the quotation begins that is open at a place, if it is near.
  private func opening(before place: Int, _ scan: Scan) -> Int? {
    let limit = max(0, place - QuotedNameRule.longestName - 1)
    return scan.units.withUnsafeBufferPointer { units in
      var start = place
      while start > limit {
        let unit = units[start - 1]
        // Most signs are no marks.
        if !Sign.isHan(unit) {
          if unit == Sign.openQuote || unit == Sign.openTitle { return start }
          if unit == Sign.closeQuote || unit == Sign.closeTitle || Sign.sentenceEnds.contains(unit)
          {
            return nil
          }
        }
        start -= 1
      }
      return nil
    }
  }

  /// The inside of the quotation that holds a place, if it is short and without marks of a sentence.
  private func quotation(around place: Int, _ scan: Scan) -> Range<Int>? {
    guard let start = opening(before: place, scan) else { return nil }
    var end = place
    while end - start <= QuotedNameRule.longestName {
      let unit = scan.unit(end)
      if unit == Sign.closeQuote || unit == Sign.closeTitle { return start..<end }
      if Sign.clauseEnds.contains(unit) { return nil }
      end += 1
    }
    return nil
  }

  /// 已帮扶3000名职工 in quotes is speech: an Arabic figure with its measure word and a verb before it.
  private func holdsClause(_ range: Range<Int>, _ text: RuleText) -> Bool {
    guard let expression = firstFigure(range, text) else { return false }
    let verbs = text.scan.tokens(.verb, in: range.lowerBound..<expression.range.lowerBound)
    return !verbs.isEmpty && range.count > 10
  }

  private func firstFigure(_ range: Range<Int>, _ text: RuleText) -> Expression? {
    for place in range where Sign.isDigit(text.scan.unit(place)) {
      let expression = text.expressions.expression(at: place, notBefore: range.lowerBound)
      return expression?.unit == nil ? nil : expression
    }
    return nil
  }
}

/// Numbered units and addresses: 国棉六厂, 第二社区, 三里屯.
struct PlaceNumberRule: Rule {
  let name = RuleName.numberedPlace
  private static let units = SignSet("厂号栋幢楼里巷弄街路庭局院连营桥中校班")

  func read(at place: Int, _ text: RuleText) -> Finding? {
    guard let number = text.numbers.number(at: place), !number.isVague else { return nil }
    let end = number.range.upperBound
    if let token = text.scan.token(.division, at: place), token.range.upperBound > end {
      return .one(.excluded(place..<token.range.upperBound, .place, rule: name))
    }
    if let token = coveringDivision(number.range, text.scan) {
      return .one(.excluded(token, .place, rule: name))
    }
    if number.isArabic, isRoute(end, text.scan) {
      return .one(.excluded(place..<end + 1, .name, rule: name))
    }
    if number.isArabic, let length = PlaceNumberRule.numbered.length(at: end, text.scan),
      Sign.isHan(text.scan.unit(place - 1)), !isCountOfLots(place, end, text.scan)
    {
      return .one(.excluded(place..<end + length, .name, rule: name))
    }
    if number.digits == 4, text.scan.unit(end) == PlaceNumberRule.grade {
      return .one(.excluded(place..<end + 1, .name, rule: name))
    }
    if let event = campaign(number, text) {
      return .one(.excluded(event, .name, rule: name))
    }
    if !number.isArabic, isAmongNames(number.range, text.scan) {
      return .one(.excluded(place..<end + 1, .place, rule: name))
    }
    guard !number.isArabic, !number.isBareUnit, PlaceNumberRule.units.contains(text.scan.unit(end)),
      Sign.isHan(text.scan.unit(place - 1)), text.scan.token(.verb, endingAt: place) == nil
    else { return nil }
    return .one(.excluded(place..<end + 1, .place, rule: name))
  }

  private static let lot = Sign.unit("标")

  /// 竞赛覆盖6标段: so many, behind a verb, and not the sixth.
  private func isCountOfLots(_ place: Int, _ end: Int, _ scan: Scan) -> Bool {
    scan.unit(end) == PlaceNumberRule.lot && scan.token(.verb, endingAt: place) != nil
  }

  /// 5标段, 416医院: what bears a number.
  private static let numbered = PhraseSet(["标段", "医院", "中学"])
  /// 2016级学员
  private static let grade = Sign.unit("级")
  private static let crowds = PhraseSet(["职工", "名职工", "农民工", "名农民工", "工人", "员工", "会员", "名会员"])
  private static let events = PhraseSet([
    "大练兵", "大比武", "大创新", "大培训", "大学习", "大竞赛", "健步走", "健步行", "大合唱", "大行动", "大走访", "大宣讲",
    "技能大赛", "工程", "大健身",
  ])
  private static let longestEvent = 10
  private static let hundredMillion = Sign.unit("亿")

  /// 十万职工技能大练兵, 万名职工健步走: a round Chinese numeral before people, and with no verb between an event.
  private func campaign(_ number: Number, _ text: RuleText) -> Range<Int>? {
    let scan = text.scan
    guard !number.isArabic, number.hasMyriad || number.isBareUnit, !number.isOver,
      scan.unit(number.range.upperBound - 1) != PlaceNumberRule.hundredMillion,
      let crowd = PlaceNumberRule.crowds.length(at: number.range.upperBound, scan)
    else { return nil }
    let start = number.range.upperBound + crowd
    var end = start
    while end - start < PlaceNumberRule.longestEvent, Sign.isHan(scan.unit(end)),
      scan.unit(end) != Sign.of
    {
      if PlaceNumberRule.events.begins(at: end, scan) {
        return number.range.lowerBound..<number.range.upperBound
      }
      if scan.beginsWord(.verb, at: end) { return nil }
      end += 1
    }
    return nil
  }

  private static let route = Sign.unit("路")
  private static let onRoutes = PhraseSet([
    "公交", "驾驶员", "司机", "乘务员", "车队", "电车", "线", "车长", "汽车",
  ])

  /// 102路驾驶员: the number of a bus line.
  private func isRoute(_ end: Int, _ scan: Scan) -> Bool {
    scan.unit(end) == PlaceNumberRule.route && PlaceNumberRule.onRoutes.begins(at: end + 1, scan)
  }

  private static let villages = SignSet("乡镇村街")

  /// 深入三角、三乡、东凤等镇街: a numeral and one sign in a row of names that count nothing.
  private func isAmongNames(_ number: Range<Int>, _ scan: Scan) -> Bool {
    let end = number.upperBound + 1
    guard number.count == 1, PlaceNumberRule.villages.contains(scan.unit(end - 1)) else {
      return false
    }
    if scan.unit(end) == Sign.enumeration { return isName(end + 1, scan) }
    return scan.unit(number.lowerBound - 1) == Sign.enumeration
      && isName(number.lowerBound - 3, scan)
  }

  /// Whether two signs from a place on are a short name of a row.
  private func isName(_ place: Int, _ scan: Scan) -> Bool {
    (place..<place + 2).allSatisfy { Sign.isHan(scan.unit($0)) && !scan.isNumeral(scan.unit($0)) }
      && scan.token(.noun, at: place) == nil
  }

  /// A name of a division that began before the numeral: 双江县, 辽宁省九台区.
  private func coveringDivision(_ range: Range<Int>, _ scan: Scan) -> Range<Int>? {
    let start = max(0, range.lowerBound - 8)
    let covering = scan.tokens(.division, in: start..<range.lowerBound).last {
      $0.range.upperBound >= range.upperBound
    }
    return covering.map { range.lowerBound..<$0.range.upperBound }
  }
}

/// What no other rule wants: Chinese numerals inside words (统一), Arabic ones that count nothing (G20).
struct LeftoverRule: Rule {
  let name = RuleName.leftover

  func read(at place: Int, _ text: RuleText) -> Finding? {
    guard text.isNumeral(place) else { return nil }
    guard let number = text.numbers.number(at: place) else {
      // 千瓦时 without a numeral before it: the sign is part of the unit.
      return .one(.excluded(place..<place + 2, .measure, rule: name))
    }
    let end = number.range.upperBound
    if number.value == nil { return .one(.excluded(number.range, .overflow, rule: name)) }
    if number.isArabic { return .one(.excluded(number.range, .name, rule: name)) }
    // One more sign, so that the list shows the word: 统一, 万达.
    let tail = Sign.isHan(text.scan.unit(end)) && !text.isNumeral(end) ? end + 1 : end
    return .one(.excluded(place..<tail, .idiom, rule: name))
  }
}
