import FactModel
import Languages
import Testing

@Suite("What an editor should look at first")
struct ReviewTests {
  private func doubt(_ fact: Fact) -> Doubt {
    let source = fact.provenance
    return Doubt(
      cause: .place, document: source.document, line: source.line, column: source.column,
      raw: source.raw, chosen: "江山市", other: "衢州市", message: Wording(en: "", zh: ""),
      month: source.month)
  }

  @Test("Doubts stand by the share of a total that they would move")
  func order() throws {
    let facts = [
      fact("10", label: "慰问金", line: 1), fact("90", label: "助学金", line: 2),
      fact("900", label: "补助", program: "safety", line: 3),
      fact("99100", label: "奖金", program: "safety", line: 4),
      fact("5000000", label: "预算", status: .planned, line: 5),
    ]
    let lines = try report(of: facts, doubts: placed(facts).map(doubt)).doubts.map(\.line)
    #expect(lines == [4, 2, 1, 3, 5])
  }

  @Test("A figure a thousand times greater than its like is asked for, a hundred times is not")
  func scale() throws {
    let like = (1...6).map { fact("\($0 * 100)", label: "补助\($0)", line: $0) }
    let great = fact("4000000", label: "奖金", line: 9)
    let doubts = try report(of: like + [great]).doubts
    #expect(doubts.map(\.cause) == [.scale])
    #expect(doubts.first.map { [$0.chosen, $0.other] } == ["4000000", "400"])
    // The middle of seven is the fourth: 400; a thousand times it is the limit.
    #expect(doubts.first?.message.text(in: .english).hasSuffix("like, 400") == true)
    #expect(try report(of: like + [fact("400000", label: "奖金", line: 9)]).doubts.count == 1)
    #expect(try report(of: like + [fact("399999", label: "奖金", line: 9)]).doubts.isEmpty)
  }

  @Test("Fewer than five others tell nothing")
  func few() throws {
    let like = (1...4).map { fact("\($0 * 100)", label: "补助\($0)", line: $0) }
    #expect(try report(of: like + [fact("4000000", label: "奖金", line: 9)]).doubts.isEmpty)
  }
}
