import FactModel
import TestSupport
import Testing

@testable import Loading

@Suite("What a contest is about")
struct ContestProgramTests {
  @Test(
    "A ball game's finals are of sport, a quoted name says nothing of a contest of skill",
    arguments: [
      ("洛阳市职工羽毛球比赛举行。36支代表队参赛，决出冠军5个。", "culture"), ("洛阳市职工焊工比赛举行。36支代表队参赛，决出冠军5个。", "competition"),
      ("洛阳市职工羽毛球比赛举行。\n技术比武有36支代表队参赛，决出冠军5个。", "competition"),
      ("洛阳市党史知识竞赛落幕。36家企业参赛，决出冠军5个。", "ideology"), ("“洛阳工匠”技能大师赛举行，36名选手上场。", "competition"),
      ("洛阳市选出“洛阳工匠”36名。", "craftsmen"),
    ])
  func contests(text: String, expected: String) throws {
    try Reading(text, expected).check(\.program)
  }

  @Test("The end of a quotation is found as by a search sign by sign", arguments: 1...10)
  func quotes(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let lexicon = try BuiltIn.lexicon
    let signs = Array("工匠杯赛技能竞、，。；“””一1 ‐\u{201C}\u{301D}\u{A01D}")
    let text = String((0..<300).map { _ in signs.randomElement(using: &random) ?? "工" })
    let scan = Scan(flow: Flow(line: text, folding: lexicon.folding), lexicon: lexicon)
    var isFound = false
    for place in scan.units.indices {
      let end = scan.units.withUnsafeBufferPointer {
        ProgramResolver.closeQuoteOneByOne(behind: place, $0)
      }
      #expect(ProgramResolver.closeQuote(behind: place, scan) == end, "seed \(seed) at \(place)")
      isFound = isFound || end != nil
    }
    #expect(isFound, "seed \(seed)")
  }
}
