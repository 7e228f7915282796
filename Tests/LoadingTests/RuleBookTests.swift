import FactModel
import Lexicon
import TestSupport
import Testing

@testable import Loading

@Suite("Rules at every place")
struct RuleBookTests {
  /// Pages of words and numerals in any order, and the samples' own sentences.
  private func text(_ seed: UInt64) -> String {
    var random = SeededGenerator(seed: seed)
    let words = [
      "江苏省", "总工会", "今年以来", "截至6月底", "慰问", "职工", "1200余名", "近44万元", "第三届", "数百个", "一等奖", "三分之一",
      "过半",
      "8、15、22项", "3至5名", "每月一次", "半年", "“321”模式", "翻一番", "G20", "千方百计", "，", "。", "一", "至", "百",
      "\n",
    ]
    return (0..<300).map { _ in words.randomElement(using: &random) ?? "" }.joined()
  }

  /// Whether some rule may find something at a place; the slow twin of `RulePlaces`.
  private func mayBegin(at place: Int, _ text: RuleText) -> Bool {
    let scan = text.scan
    let unit = scan.units[place]
    return scan.isNumeral(unit) || RuleBook.beginnings.contains(unit) && unit != TimeRule.to
      || scan.hasToken(.excluded, at: place) || TimeRule.token(at: place, text) != nil
  }

  @Test("Nothing is passed by that the rules would find", arguments: 1...12)
  func twin(seed: UInt64) throws {
    let lexicon = try BuiltIn.lexicon
    let scan = Scan(flow: Flow(line: text(seed), folding: lexicon.folding), lexicon: lexicon)
    let range = 0..<scan.units.count
    var plain = RuleText(scan: scan)
    var expected: [Range<Int>] = []
    var place = 0
    while place < range.upperBound {
      guard mayBegin(at: place, plain),
        let found = RuleBook.rules.read(at: place, plain)?.all
      else {
        place += 1
        continue
      }
      expected += found.map(\.range)
      place = max(place + 1, found.map(\.range.upperBound).max() ?? 0)
      plain.limit = place
    }
    let found = RuleBook.mentions(in: range, of: scan)
    #expect(found.all.map(\.range) == expected, "seed \(seed)")
    withExtendedLifetime(found) {}
  }

  @Test(
    "At a sign that is no numeral the rules of signs find what all rules find", arguments: 1...12)
  func signs(seed: UInt64) throws {
    let lexicon = try BuiltIn.lexicon
    let scan = Scan(flow: Flow(line: text(seed), folding: lexicon.folding), lexicon: lexicon)
    let rules = RuleText(scan: scan)
    var isFound = false
    for place in scan.units.indices where !rules.isNumeral(place) {
      let all = RuleBook.rules.read(at: place, rules)?.all.map(\.range)
      isFound = isFound || all != nil
      #expect(RuleBook.rulesOfSigns.read(at: place, rules)?.all.map(\.range) == all, "seed \(seed)")
    }
    #expect(isFound, "seed \(seed)")
  }

  @Test("A table of signs is a set, however many signs there are", arguments: 1...20)
  func ruleSigns(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = [0, 1, 40, 300, 3_000].randomElement(using: &random) ?? 0
    let signs = Set((0..<count).map { _ in UInt16.random(in: 0..<0xFFFF, using: &random) })
    let table = RuleSigns(Array(signs))
    for unit in UInt16(0)..<0xFFFF where table.contains(unit) != signs.contains(unit) {
      Issue.record("seed \(seed), unit \(unit)")
    }
  }

  @Test("A numeral that is passed by as no time tells none", arguments: 1...40)
  func numeralsOfTime(seed: UInt64) throws {
    let lexicon = try BuiltIn.lexicon
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "2025", "7", "12", "一", "两", "三十", "数", "几", "1200余", "20多", "年", "月", "日", "天", "周", "个月",
      "个多月", "余天",
      "世纪", "年代", "后", "时", "点", "点半", ":", "30", "-", "/", ".", "、", "至", "到", "—", "~", "前", "来",
      "间", "里",
      "以来", "上半年", "一季度", "季度", "年度", "名", "万元", "职工", "挂牌", "培训", "每", "近", "第", "，", "。",
    ]
    let text = (0..<400).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    let scan = Scan(flow: Flow(line: text, folding: lexicon.folding), lexicon: lexicon)
    let rules = RuleText(scan: scan)
    var isTold = false
    for place in scan.units.indices where rules.isNumeral(place) {
      let told = TimeRule().numeral(at: place, rules)
      isTold = isTold || told != nil
      #expect(told == nil || TimeRule().mayTellTime(at: place, rules), "seed \(seed) at \(place)")
    }
    #expect(isTold, "seed \(seed)")
  }

  @Test("A set of divisions is a set", arguments: 1...10)
  func divisions(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let gazetteer = try BuiltIn.lexicon.gazetteer
    let all = gazetteer.divisions.indices
    func some() -> (DivisionSet, Set<Int>) {
      var set = DivisionSet(gazetteer)
      let list = (0..<Int.random(in: 0...5, using: &random)).map { _ in
        Int.random(in: all, using: &random)
      }
      set.formUnion(list)
      return (set, Set(list))
    }
    var (one, oneList) = some()
    let (other, otherList) = some()
    one.subtract(other)
    oneList.subtract(otherList)
    #expect(all.allSatisfy { one.contains($0) == oneList.contains($0) })
    #expect(one.isEmpty == oneList.isEmpty && other.isEmpty == otherList.isEmpty)
    for limit in [0, all.count / 2, all.count] {
      #expect(one.contains { $0 < limit } == oneList.contains { $0 < limit })
    }
  }
}
