import FactModel
import Lexicon

/// Shares told in words: 百分之九十八, 三分之一, 半数, 过半, 翻一番, 3/4.
struct ShareRule: Rule {
  let name = "share"
  private static let fraction = spelled("分之")
  private static let halves = ["半数", "过半"].map(spelled)
  private static let half = Amount(tenThousandths: 50 * Amount.scale)

  func read(at place: Int, _ text: RuleText) -> [Mention]? {
    if let figure = fraction(at: place, text) ?? halfShare(at: place, text)
      ?? multiple(at: place, text) ?? slashed(at: place, text)
    {
      return [.figure(figure)]
    }
    return nil
  }

  private func figure(
    _ range: Range<Int>, _ numeral: Range<Int>, _ value: Amount, _ qualifier: Qualifier
  ) -> Figure {
    Figure(
      range: range, numeral: numeral,
      quantity: Quantity(value: value, unit: .percent, qualifier: qualifier), kind: .rates,
      printedUnit: .percent, nounStart: range.upperBound, hasUnit: true, rule: name)
  }

  /// 百分之九十八点三, 千分之五, 三分之一
  private func fraction(at place: Int, _ text: RuleText) -> Figure? {
    guard let bottom = text.numbers.number(at: place), !bottom.isVague,
      text.scan.hasWord(ShareRule.fraction, at: bottom.range.upperBound),
      let top = text.numbers.number(at: bottom.range.upperBound + ShareRule.fraction.count),
      let numerator = top.value, let denominator = bottom.value,
      let value = Amount.ratio(numerator, to: denominator, times: 100)
    else { return nil }
    let numeral = place..<top.range.upperBound
    let hedged = text.expressions.expression(
      of: Number(
        range: numeral, value: value, isOver: top.isOver, isArabic: false, hasMyriad: true),
      notBefore: text.limit)
    if !hedged.hasHedge, let (start, qualifier) = hedgeOfWhole(before: place, text) {
      return figure(start..<hedged.range.upperBound, numeral, value, qualifier)
    }
    return figure(hedged.range, numeral, value, hedged.qualifier)
  }

  /// 超过站点总数的三分之一: the hedge stands before what is divided.
  private func hedgeOfWhole(before place: Int, _ text: RuleText) -> (Int, Qualifier)? {
    guard text.scan.unit(place - 1) == Sign.of else { return nil }
    let longest = 12
    for start in stride(from: place - 2, through: max(text.limit, place - longest), by: -1) {
      if Sign.clauseEnds.contains(text.scan.unit(start)) { return nil }
      if let token = text.scan.token(.qualifier, at: start), token.range.count > 1,
        case .qualifier(let word) = token.entry, word.stands == .before
      {
        return (start, word.qualifier)
      }
    }
    return nil
  }

  /// 半数, 过半, 超半数
  private func halfShare(at place: Int, _ text: RuleText) -> Figure? {
    let scan = text.scan
    for (index, half) in ShareRule.halves.enumerated() where scan.hasWord(half, at: place) {
      if index == 1,
        [Sign.unit("年"), Sign.unit("通"), Sign.unit("间")].contains(scan.unit(place - 1))
      {
        return nil
      }
      if index == 1, scan.unit(place + 2) == Sign.several {
        return figure(place..<place + 3, place..<place + 3, ShareRule.half, .over)
      }
      let range = place..<place + half.count
      if index == 1 { return figure(range, range, ShareRule.half, .over) }
      let hedged = text.expressions.expression(
        of: Number(range: range, value: ShareRule.half, isArabic: false), notBefore: text.limit)
      return figure(hedged.range, range, ShareRule.half, hedged.qualifier)
    }
    return nil
  }

  private static let times = spelled("番")

  /// 翻一番 is 100 % more, 翻两番 300 %; 2.5倍 is 250 %.
  private func multiple(at place: Int, _ text: RuleText) -> Figure? {
    guard text.scan.unit(place) == Sign.multiplied else { return nil }
    let start = [Sign.unit("了")].contains(text.scan.unit(place + 1)) ? place + 2 : place + 1
    guard let number = text.numbers.number(at: start), let value = number.value,
      text.scan.hasWord(ShareRule.times, at: number.range.upperBound)
    else { return nil }
    let doublings = value.tenThousandths / Amount.scale
    guard (1...6).contains(doublings), let share = Amount(whole: ((1 << doublings) - 1) * 100)
    else { return nil }
    return figure(
      place..<number.range.upperBound + 1, number.range, share, number.isOver ? .over : .exact)
  }

  private static let beforeSlash = ["占", "有", "近", "约", "超", "过", "足", "的"].map(spelled)

  /// 占3/4
  private func slashed(at place: Int, _ text: RuleText) -> Figure? {
    guard let top = text.numbers.number(at: place), top.isArabic, !top.isDecimal,
      text.scan.unit(top.range.upperBound) == Sign.slash,
      let bottom = text.numbers.number(at: top.range.upperBound + 1), bottom.isArabic,
      !bottom.isDecimal,
      let numerator = top.value, let denominator = bottom.value, numerator < denominator,
      ShareRule.beforeSlash.contains(where: { text.scan.hasWord($0, at: place - $0.count) }),
      let value = Amount.ratio(numerator, to: denominator, times: 100)
    else { return nil }
    let numeral = place..<bottom.range.upperBound
    let hedged = text.expressions.expression(
      of: Number(range: numeral, value: value, isArabic: true), notBefore: text.limit)
    return figure(hedged.range, numeral, value, hedged.qualifier)
  }
}

/// Numerals that share one unit: 8、15、22项, 3至5名, 2万~3万元.
struct FigureListRule: Rule {
  let name = "shared unit"

  func read(at place: Int, _ text: RuleText) -> [Mention]? {
    guard text.isNumeral(place),
      let first = text.expressions.expression(at: place, notBefore: text.limit),
      !first.number.isVague
    else { return nil }
    if let range = range(from: first, text) { return [.figure(range)] }
    return list(from: first, text)
  }

  // MARK: Ranges

  /// Two ends of one value. 由3个到10个 tells two figures and is none.
  private func range(from first: Expression, _ text: RuleText) -> Figure? {
    let scan = text.scan
    var place = first.range.upperBound
    guard Sign.rangeMarks.contains(scan.unit(place)) else { return nil }
    while Sign.rangeMarks.contains(scan.unit(place)) { place += 1 }
    guard text.isNumeral(place) else { return nil }
    let last = text.expressions.expression(at: place, notBefore: place)
    guard let last, !last.number.isVague, var low = first.number.value,
      let high = last.number.value,
      first.unit == nil || sameUnit(first, last)
    else { return nil }
    let before = scan.unit(first.range.lowerBound - 1)
    if [Sign.unit("由"), Sign.unit("从"), Sign.unit("自")].contains(before) { return nil }
    if first.unit == nil, !first.number.hasMyriad, last.number.hasMyriad, low < high {
      low = FigureRule.scaled(low, like: last, scan) ?? low
    }
    var lower = last
    lower.number.value = low
    guard low < high, var figure = FigureRule.figure(last, text),
      let base = FigureRule.figure(lower, text)
    else { return nil }
    figure.quantity.high = figure.quantity.value
    figure.quantity.value = base.quantity.value
    figure.range = first.range.lowerBound..<last.range.upperBound
    figure.numeral = first.number.range.lowerBound..<last.number.range.upperBound
    figure.quantity.qualifier = first.hasHedge ? first.qualifier : last.qualifier
    figure.rule = name
    return figure
  }

  private func sameUnit(_ one: Expression, _ other: Expression) -> Bool {
    one.unit?.entry == other.unit?.entry
  }

  // MARK: Lists

  /// 8、15、22项: every numeral takes the unit of the last.
  private func list(from first: Expression, _ text: RuleText) -> [Mention]? {
    guard first.unit == nil, first.number.isArabic,
      text.scan.unit(first.range.upperBound) == Sign.enumeration
    else { return nil }
    var expressions = [first]
    var place = first.range.upperBound
    while text.scan.unit(place) == Sign.enumeration || text.scan.unit(place) == Sign.unit("和") {
      guard Sign.isDigit(text.scan.unit(place + 1)),
        let next = text.expressions.expression(at: place + 1, notBefore: place + 1)
      else { return nil }
      expressions.append(next)
      place = next.range.upperBound
      if next.unit != nil { break }
    }
    guard expressions.count > 1, let unit = expressions.last?.unit else { return nil }
    return expressions.compactMap { expression in
      if expression.number.value == nil {
        return .excluded(expression.number.range, .overflow, rule: name)
      }
      var shared = expression
      shared.unit = unit
      guard var figure = FigureRule.figure(shared, text) else { return nil }
      figure.range = expression.range
      figure.nounStart = place
      figure.rule = name
      return .figure(figure)
    }
  }
}

/// Money, people, rates and counts: a numeral with its unit, or right before a noun.
struct FigureRule: Rule {
  let name = "figure"

  func read(at place: Int, _ text: RuleText) -> [Mention]? {
    guard text.isNumeral(place) || text.scan.unit(place) == Sign.unit("百"),
      let expression = text.expressions.expression(at: place, notBefore: text.limit)
    else { return nil }
    return FigureRule.figure(expression, text).map { [.figure($0)] }
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
    if expression.number.isBareUnit, !expression.hasHedge, expression.measure?.unit == "家" {
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
      rule: "figure")
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

  /// 七成五: the half tenth behind.
  private static func addHalfTenth(
    to figure: inout Figure, _ expression: Expression, _ text: RuleText
  ) {
    guard let unit = expression.unit, text.scan.units[unit.range.lowerBound] == Sign.unit("成"),
      let more = text.numbers.number(at: unit.range.upperBound), !more.isArabic,
      more.range.count == 1,
      let tenths = more.value, text.scan.longest(.measure, at: more.range.upperBound) == nil,
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
    guard case .item(let unit) = figure.quantity.unit, unit == "个" else { return }
    if firstNoun(at: figure.nounStart, text.scan)?.kind == .person {
      figure.kind = .participants
      figure.quantity.unit = .person
    }
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
    let before = nounBefore(expression.range.lowerBound, scan)
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
      nounStart: expression.nounStart, hasUnit: false, rule: "figure without a measure word")
  }

  /// 矿泉水160提: one sign between an Arabic numeral and a mark is a measure word that no table knows.
  private static func unknownMeasure(
    _ expression: Expression, _ value: Amount, _ scan: Scan
  ) -> Figure? {
    let place = expression.number.range.upperBound
    guard expression.number.isArabic, Sign.isHan(scan.unit(place)),
      Sign.clauseEnds.contains(scan.unit(place + 1)) || scan.unit(place + 1) == Sign.enumeration,
      scan.longest(.verb, at: place) == nil, scan.longest(.qualifier, at: place) == nil
    else { return nil }
    let unit = Unit.item(scan.text(place..<place + 1))
    return Figure(
      range: expression.range.lowerBound..<place + 1, numeral: expression.number.range,
      quantity: Quantity(value: value, unit: unit, qualifier: expression.qualifier), kind: .counts,
      printedUnit: unit, nounStart: place + 1, hasUnit: true,
      rule: "figure with an unknown measure word")
  }

  /// The kind of the noun that ends before a place, past 达, 共, 约 and the like.
  private static func nounBefore(_ place: Int, _ scan: Scan) -> Noun.Kind? {
    var end = place
    for _ in 0..<3 {
      for length in 1...12 where end - length >= 0 {
        if case .noun(let noun) = scan.token(.noun, endingAt: end)?.entry { return noun.kind }
        if length > 1 { break }
      }
      if let verb = scan.token(.verb, endingAt: end) ?? scan.token(.time, endingAt: end),
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
