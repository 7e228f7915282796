import Lexicon
import TestSupport
import Testing

@testable import Loading

@Suite("Words that sentences may hold")
struct SentenceWordsTests {
  @Test("What surely stands in no sentence stands in none", arguments: 1...20)
  func twin(seed: UInt64) throws {
    let lexicon = try BuiltIn.lexicon
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "的目标", "的", "目标", "名额", "下达", "10件实事", "工作安排", "今年以来", "以下", "工作", "工资", "欠薪", "全市", "职工",
      "了", "，", "。",
      "\n",
    ]
    let text = (0..<200).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    let scan = Scan(flow: Flow(line: text, folding: lexicon.folding), lexicon: lexicon)
    var isHeld = false
    var isRuledOut = false
    for _ in 0..<200 {
      let start = Int.random(in: 0...scan.units.count, using: &random)
      let range = start..<min(scan.units.count, start + Int.random(in: 0...12, using: &random))
      let lists = SentenceWords.lists(in: range, scan)
      for (list, phrases, _) in SentenceWords.lists {
        let occurs = phrases.occurs(in: range, scan)
        isHeld = isHeld || occurs
        isRuledOut = isRuledOut || !lists.contains(list)
        #expect(lists.contains(list) || !occurs, "seed \(seed)")
      }
    }
    #expect(isHeld && isRuledOut, "seed \(seed)")
  }
}
