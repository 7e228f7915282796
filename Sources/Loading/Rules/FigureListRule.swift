import FactModel
import Lexicon

/// Numerals that share one unit: 8、15、22项, 3至5名, 2万~3万元.
struct FigureListRule: Rule {
  let name = RuleName.sharedUnit

  func read(at place: Int, _ text: RuleText) -> Finding? {
    guard text.isNumeral(place),
      let read = text.expressions.peek(at: place, notBefore: text.limit),
      !read.pointee.number.isVague, case let next = text.scan.unit(read.pointee.range.upperBound),
      Sign.rangeMarks.contains(next) || next == Sign.enumeration
    else { return nil }
    let first = read.pointee
    if let range = range(from: first, text) { return .one(.figure(range)) }
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
    let isChange = [Sign.unit("由"), Sign.unit("从"), Sign.unit("自")].contains(before)
    if isChange, !isSpread(behind: last.range.upperBound, scan) { return nil }
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

  private static let spreads = PhraseSet(["不等", "之间", ",一年", ",每", ",最", "左右"])

  /// 从1.5%到10%不等: a spread, no change.
  private func isSpread(behind place: Int, _ scan: Scan) -> Bool {
    FigureListRule.spreads.begins(at: place, scan)
  }

  private func sameUnit(_ one: Expression, _ other: Expression) -> Bool {
    one.unit?.entry == other.unit?.entry
  }

  // MARK: Lists

  /// No newspaper prints a longer list of one unit; without an end, every numeral would be read as often as it has others
  /// before it.
  private static let longestList = 100

  /// 8、15、22项: every numeral takes the unit of the last.
  private func list(from first: Expression, _ text: RuleText) -> Finding? {
    guard first.unit == nil, first.number.isArabic,
      text.scan.unit(first.range.upperBound) == Sign.enumeration
    else { return nil }
    var expressions = [first]
    var place = first.range.upperBound
    while text.scan.unit(place) == Sign.enumeration || text.scan.unit(place) == Sign.unit("和") {
      guard expressions.count < FigureListRule.longestList, Sign.isDigit(text.scan.unit(place + 1)),
        let next = text.expressions.expression(at: place + 1, notBefore: place + 1)
      else { return nil }
      expressions.append(next)
      place = next.range.upperBound
      if next.unit != nil { break }
    }
    guard let unit = expressions.last?.unit else { return nil }
    var mentions: [Mention] = []
    for expression in expressions {
      if expression.number.value == nil {
        mentions.append(.excluded(expression.number.range, .overflow, rule: name))
        continue
      }
      var shared = expression
      shared.unit = unit
      // A numeral that the unit does not count would be lost among the others: then it is no list.
      guard var figure = FigureRule.figure(shared, text) else { return nil }
      figure.range = expression.range
      figure.nounStart = place
      figure.rule = name
      mentions.append(.figure(figure))
    }
    return .list(mentions)
  }
}
