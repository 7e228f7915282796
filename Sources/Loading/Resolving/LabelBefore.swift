import FactModel
import Lexicon

/// The noun phrases before a numeral.
extension LabelReader {
  static let fillers = SignSet("达共有为约已近计的了是数从由要")
  private static let rateTails = SignSet("率额量费款金者")
  private static let line = Sign.unit("线")
  /// What leads from a noun to its numeral and no verb of the tables is.
  private static let leads =
    changes
    + PhraseSet([
      "由首批", "由最初", "从最初", "由原来", "从原来", "由起初", "从起初", "占到", "占到了", "稳定在", "保持在", "维持在", "控制在",
      "定在", "确定为", "动态保持在", "动态稳定在",
    ])

  /// 全市, 我省, 中部职工: no part of a name; but 云雾茶 and 煤矿 end in such words.
  private func endsPlaceWord(_ place: Int, isWhole: Bool) -> Bool {
    guard let word = scan.token(.place, endingAt: place) else { return false }
    guard case .place(let role) = word.entry else { return true }
    switch role {
    case .notPlace, .notAName, .organisation: return !isWhole
    case .nation, .province, .prefecture, .county, .zone, .newspaper: return true
    }
  }

  func phraseBefore(_ end: Int, in sentence: Range<Int>) -> Range<Int> {
    let last = endOfPhrase(before: end, in: sentence)
    return beginningOfPhrase(endingAt: last, in: sentence)..<last
  }

  /// Where a phrase ends before a numeral: before 达到, 同比增加 and the like.
  private func endOfPhrase(before end: Int, in sentence: Range<Int>) -> Int {
    var last = end
    while last > sentence.lowerBound {
      if let verb = scan.token(.verb, endingAt: last), verb.range.count <= 3, isLink(verb.range) {
        last = verb.range.lowerBound
      } else if let lead = LabelReader.leads.lengths(endingAt: last, scan).max() {
        last = max(last - lead, sentence.lowerBound)
      } else if let time = scan.token(.time, endingAt: last), !namesWage(last),
        time.range.lowerBound >= sentence.lowerBound
      {
        last = time.range.lowerBound
        // 金额比上年增加53.8万元
        if last > sentence.lowerBound, TimeReader.than.contains(scan.units[last - 1]) { last -= 1 }
      } else if LabelReader.fillers.contains(scan.units[last - 1]),
        scan.token(.noun, endingAt: last) == nil
      {
        last -= 1
      } else {
        break
      }
    }
    return last
  }

  private static let wages = PhraseSet(["月薪", "月工资", "月收入", "月均收入", "月均工资", "月经济收入"])

  /// 月薪: a word of time that names the money too.
  private func namesWage(_ end: Int) -> Bool { LabelReader.wages.ends(at: end, scan) }

  private func beginningOfPhrase(endingAt last: Int, in sentence: Range<Int>) -> Int {
    var first = last
    while first > sentence.lowerBound, last - first < LabelReader.longest {
      // 整改率, 保障费, 获得者: the verb is part of the name.
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
      if endsPlaceWord(first, isWhole: first == last) { break }
      let unit = scan.units[first - 1]
      // 一线矿工
      if unit == Sign.one, scan.unit(first) == LabelReader.line {
        first -= 1
        continue
      }
      // “两癌”筛查
      if isNumeral(first - 1), scan.unit(first - 2) == Sign.openQuote, first < last,
        scan.units[first..<last].contains(Sign.closeQuote)
      {
        first -= 2
        continue
      }
      if LabelReader.ends.contains(unit) || isNumeral(first - 1) { break }
      if unit == Sign.of, first < last { break }
      if let verb = scan.token(.verb, endingAt: first),
        verb.range.count > 1 || first == last || isLink(verb.range)
          || (scan.token(.noun, at: first)?.range.count ?? 0) > 1
      {
        break
      }
      if scan.token(.measure, endingAt: first) != nil, isNumeral(first - 2) { break }
      if scan.token(.time, endingAt: first) != nil && !namesWage(first)
        || scan.token(.division, endingAt: first) != nil
      {
        break
      }
      first -= 1
    }
    return first
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
    "下降", "上升", "提升", "增加", "增加了", "减少", "递增", "净增",
  ])

  func isLink(_ range: Range<Int>) -> Bool {
    LabelReader.links.holds(range, scan)
  }
}
