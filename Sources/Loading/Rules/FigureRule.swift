import FactModel
import Lexicon

/// Money, people, rates and counts: a numeral with its unit, or right before a noun.
struct FigureRule: Rule {
  let name = RuleName.figure

  func read(at place: Int, _ text: RuleText) -> Finding? {
    guard text.isNumeral(place) || text.scan.unit(place) == Sign.unit("百"),
      let expression = text.expressions.expression(at: place, notBefore: text.limit)
    else { return nil }
    return FigureRule.figure(expression, text).map { .one(.figure($0)) }
  }

  /// The factor, in tenths, from the printed unit to the base unit: 1角 is 0.1 yuan, 2倍 is 200 %.
  static func factor(_ expression: Expression) -> (tenths: Int64, unit: Unit, kind: Kind)? {
    switch expression.unit?.entry {
    case .currency(let code, let tenths): return (tenths, .currency(code), .funds)
    case .measure(let measure):
      switch measure.reads {
      case .people: return (10, .person, .participants)
      case .personTimes: return (10, .personTime, .participants)
      case .count: return (10, .item(measure.unit), .counts)
      case .rate: return (10, .percent, .rates)
      case .measure, .score, .duration, .age, .ordinal: return nil
      }
    default: return nil
    }
  }

  /// The low end of 3—5万元 in the unit of its high end.
  static func scaled(_ low: Amount, like last: Expression, _ scan: Scan) -> Amount? {
    guard let unit = scan.units[last.number.range].last(where: { isMyriad($0, scan) }),
      case .myriad(let factor) = scan.lexicon.numerals[unit]
    else { return nil }
    return low.multiplied(by: factor)
  }

  private static func isMyriad(_ unit: UInt16, _ scan: Scan) -> Bool {
    if case .myriad = scan.lexicon.numerals[unit] { true } else { false }
  }

  /// The figure that an expression is, or `nil` where it counts nothing.
  static func figure(_ expression: Expression, _ text: RuleText) -> Figure? {
    guard let value = expression.number.value, !expression.number.isVague else { return nil }
    if expression.number.isDigitString { return nil }
    // 万家寨, 百家争鸣: a bare unit before 家 is mostly a name.
    if expression.number.isBareUnit, !expression.hasHedge,
      expression.measure?.unit.isSign(Sign.unit("家")) ?? false
    {
      return nil
    }
    guard let found = factor(expression) else {
      return bare(expression, text)
    }
    var factor = found.tenths
    if found.kind == .rates { factor = rateFactor(expression, text) }
    guard let product = value.multiplied(by: factor) else { return nil }
    var figure = Figure(
      range: expression.range, numeral: expression.number.range,
      quantity: Quantity(
        value: Amount(tenThousandths: product.tenThousandths / 10), unit: found.unit,
        qualifier: expression.qualifier),
      kind: found.kind, printedUnit: found.unit, nounStart: expression.nounStart, hasUnit: true,
      rule: .figure)
    figure.quantity.high = high(expression, factor)
    addSmallChange(to: &figure, text)
    addHalfTenth(to: &figure, expression, text)
    settleKind(&figure, text)
    return figure
  }

  private static func high(_ expression: Expression, _ tenths: Int64) -> Amount? {
    expression.number.high?.multiplied(by: tenths).map {
      Amount(tenThousandths: $0.tenThousandths / 10)
    }
  }

  /// 七成 is 70, 2.5倍 250, 5‰ is 0.5, 12% is 12.
  private static func rateFactor(_ expression: Expression, _ text: RuleText) -> Int64 {
    guard let unit = expression.unit else { return 10 }
    switch text.scan.units[unit.range.lowerBound] {
    case Sign.unit("成"): return 100
    case Sign.unit("倍"): return 1000
    case Sign.unit("‰"): return 1
    default: return 10
    }
  }

  /// The half of 六成半, or the digit of 七成五.
  private static func halfOrNumber(at place: Int, _ text: RuleText) -> Number? {
    guard text.scan.unit(place) == Sign.half else { return text.numbers.number(at: place) }
    return Number(
      range: place..<place + 1, value: Amount(tenThousandths: 5 * Amount.scale), isArabic: false)
  }

  /// 七成五: the half tenth behind.
  private static func addHalfTenth(
    to figure: inout Figure, _ expression: Expression, _ text: RuleText
  ) {
    guard let unit = expression.unit, text.scan.units[unit.range.lowerBound] == Sign.unit("成"),
      let more = halfOrNumber(at: unit.range.upperBound, text), !more.isArabic,
      more.range.count == 1,
      let tenths = more.value, !text.scan.beginsWord(.measure, at: more.range.upperBound),
      let sum = figure.quantity.value.adding(tenths)
    else { return }
    figure.quantity.value = sum
    figure.range = figure.range.lowerBound..<more.range.upperBound
    figure.nounStart = more.range.upperBound
  }

  /// 3元5角: smaller coins behind the yuan.
  private static func addSmallChange(to figure: inout Figure, _ text: RuleText) {
    guard case .currency(let code) = figure.quantity.unit, text.isNumeral(figure.range.upperBound),
      let more = text.expressions.expression(
        at: figure.range.upperBound, notBefore: figure.range.upperBound),
      case .currency(code, let tenths) = more.unit?.entry, tenths < 10,
      let value = more.number.value?.multiplied(by: tenths),
      let sum = figure.quantity.value.adding(Amount(tenThousandths: value.tenThousandths / 10))
    else { return }
    figure.quantity.value = sum
    figure.range = figure.range.lowerBound..<more.range.upperBound
    figure.nounStart = more.range.upperBound
  }

  /// 20多个孩子 are people; which sites a count means is settled with its label.
  private static func settleKind(_ figure: inout Figure, _ text: RuleText) {
    guard case .item(let unit) = figure.quantity.unit, unit.isSign(Sign.unit("个")) else { return }
    let isPeople =
      firstNoun(at: figure.nounStart, text.scan)?.kind == .person
      && !namesGroup(at: figure.nounStart, text.scan)
      || isBehindPeople(figure, text.scan)
    if isPeople {
      figure.kind = .participants
      figure.quantity.unit = .person
    }
  }

  private static let groups = PhraseSet([
    "家庭", "艺术团", "团队", "团", "队", "站", "会", "社", "小组", "组", "班", "室", "中心", "协会", "之家", "驿站", "企业",
    "单位",
    "岗位", "项目", "工作室", "点", "校", "院", "群", "基地", "工会",
  ])

  /// 7个职工艺术团, 1.5万个职工家庭: the people are whose group it is.
  private static func namesGroup(at place: Int, _ scan: Scan) -> Bool {
    guard let noun = scan.token(.noun, at: place) else { return false }
    let start = noun.range.upperBound
    var end = start
    while end - start < 8, Sign.isHan(scan.unit(end)), scan.unit(end) != Sign.of { end += 1 }
    return groups.begins(at: start, scan)
      || end - start <= 7
        && groups.lengths(endingAt: end, scan).contains { end - $0 >= start }
  }

  /// 收下孩子227个: the people stand right before the numeral, and nothing behind it.
  private static func isBehindPeople(_ figure: Figure, _ scan: Scan) -> Bool {
    guard firstNoun(at: figure.nounStart, scan) == nil,
      Sign.clauseEnds.contains(scan.unit(figure.range.upperBound)),
      case .noun(let noun) = scan.token(.noun, endingAt: figure.range.lowerBound)?.entry
    else { return false }
    return noun.kind == .person
  }

  /// The noun that begins right at a place.
  static func firstNoun(at place: Int, _ scan: Scan) -> Noun? {
    if case .noun(let noun) = scan.token(.noun, at: place)?.entry { noun } else { nil }
  }

  // MARK: Without a measure word

  /// 30万职工, 惠及职工5.6万: a numeral without a unit, by the noun beside it.
  private static func bare(_ expression: Expression, _ text: RuleText) -> Figure? {
    guard expression.unit == nil, let value = expression.number.value else { return nil }
    let scan = text.scan
    // 百万职工大赛, 千万农民工援助行动: a name, unless it is hedged.
    if expression.number.isBareUnit && !expression.hasHedge { return nil }
    if let unknown = unknownMeasure(expression, value, scan) { return unknown }
    let after = firstNoun(at: expression.nounStart, scan)
    let nounBefore = noun(before: expression.range.lowerBound, scan)
    let before = nounBefore.flatMap { noun($0) }?.kind
    if expression.number.hasMyriad, !expression.number.isBareUnit,
      isMoney(nounBefore, after, at: expression.nounStart, scan)
        || isPaid(expression, after, scan)
    {
      return Figure(
        range: expression.range, numeral: expression.number.range,
        quantity: Quantity(
          value: value, high: expression.number.high, unit: .currency("CNY"),
          qualifier: expression.qualifier),
        kind: .funds, printedUnit: .currency("CNY"), nounStart: expression.nounStart,
        hasUnit: false,
        rule: .sumWithoutUnit)
    }
    let isLarge = expression.number.hasMyriad || expression.number.isArabic
    let kind: Noun.Kind
    if let after, after.kind != .heading, after.kind != .rate, after.kind != .money {
      kind = after.kind
    } else if let before, isLarge,
      expression.number.hasMyriad || expression.number.isArabic && before != .money
    {
      kind = before
    } else if expression.number.hasMyriad, !expression.number.isBareUnit {
      kind = .thing
    } else {
      return nil
    }
    if !expression.number.isArabic && !expression.number.hasMyriad && !expression.hasBig {
      return nil
    }
    let unit: Unit = kind == .person ? .person : .item("个")
    return Figure(
      range: expression.range, numeral: expression.number.range,
      quantity: Quantity(
        value: value, high: expression.number.high, unit: unit, qualifier: expression.qualifier),
      kind: kind == .person ? .participants : .counts, printedUnit: unit,
      nounStart: expression.nounStart, hasUnit: false, rule: .withoutMeasure)
  }

  /// 专项资金100万, 5000万创业资金: the noun beside a sum says that it is money.
  private static func isMoney(_ before: Token?, _ after: Noun?, at place: Int, _ scan: Scan) -> Bool
  {
    if let before, isMoney(before, scan) { return after == nil || after?.kind == .money }
    guard after?.kind != .person, after?.kind != .site else { return false }
    var end = place
    while end - place < 8, Sign.isHan(scan.unit(end)), scan.unit(end) != Sign.of { end += 1 }
    guard let last = scan.tokens(.noun, in: place..<end).last else { return false }
    return last.range.upperBound == end && isMoney(last, scan)
  }

  private static let payments = PhraseSet([
    "筹资", "投资", "集资", "出资", "募资", "捐资", "融资", "注资", "斥资", "耗资", "拨款", "捐款", "募捐", "筹款",
  ])
  private static let outlays = PhraseSet(["投入", "筹集", "募集", "下拨", "拨付", "花费", "支出"])
  private static let uses = PhraseSet(["用于", "用来", "用作"])

  /// 筹资3500万, 投入200万用于培训: a verb of money right before a sum, and nothing behind it that is counted.
  private static func isPaid(_ expression: Expression, _ after: Noun?, _ scan: Scan) -> Bool {
    let end = expression.nounStart
    guard after == nil || after?.kind == .money else { return false }
    if payments.ends(at: expression.range.lowerBound, scan) { return true }
    return outlays.ends(at: expression.range.lowerBound, scan)
      && (Sign.clauseEnds.contains(scan.unit(end)) || uses.begins(at: end, scan))
  }

  /// 补贴, 善款, 助学金, 经济效益: nouns of money, also those that a programme has for its own.
  private static func isMoney(_ token: Token, _ scan: Scan) -> Bool {
    guard let noun = noun(token) else { return false }
    return noun.kind == .money
      || noun.kind == .thing && noun.program != nil
        && moneyEnds.contains(scan.unit(token.range.upperBound - 1))
  }

  private static let moneyEnds = SignSet("金款益效")

  private static func noun(_ token: Token) -> Noun? {
    if case .noun(let noun) = token.entry { noun } else { nil }
  }

  /// 矿泉水160提: one sign between an Arabic numeral and a mark is a measure word that no table knows.
  private static func unknownMeasure(
    _ expression: Expression, _ value: Amount, _ scan: Scan
  ) -> Figure? {
    let place = expression.number.range.upperBound
    guard expression.number.isArabic, Sign.isHan(scan.unit(place)),
      !scan.isNumeral(scan.unit(place)),
      Sign.clauseEnds.contains(scan.unit(place + 1)) || scan.unit(place + 1) == Sign.enumeration,
      !scan.beginsWord(.verb, at: place), !scan.beginsWord(.qualifier, at: place)
    else { return nil }
    let unit = Unit.item(scan.text(place..<place + 1))
    return Figure(
      range: expression.range.lowerBound..<place + 1, numeral: expression.number.range,
      quantity: Quantity(value: value, unit: unit, qualifier: expression.qualifier), kind: .counts,
      printedUnit: unit, nounStart: place + 1, hasUnit: true, hasUnknownMeasure: true,
      rule: .unknownMeasure)
  }

  /// The noun that ends before a place, past 达, 共, 约 and the like.
  private static func noun(before place: Int, _ scan: Scan) -> Token? {
    var end = place
    for _ in 0..<3 {
      if let noun = scan.token(.noun, endingAt: end) { return noun }
      // 会员数, 职工总数: the number of them.
      if scan.unit(end - 1) == Sign.several {
        end -= scan.unit(end - 2) == Sign.unit("总") ? 2 : 1
      } else if let verb = scan.token(.verb, endingAt: end) ?? scan.token(.time, endingAt: end),
        verb.range.count <= 2
      {
        end = verb.range.lowerBound
      } else {
        return nil
      }
    }
    return nil
  }
}
