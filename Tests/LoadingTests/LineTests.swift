import Lexicon
import TestSupport
import Testing

@testable import Loading

@Suite("Lines of a page")
struct LineTests {
  private func line(_ length: Int, using random: inout SeededGenerator) -> [UInt16] {
    let signs = Array("工会报讯12年".utf16)
    return (0..<length).map { _ in signs.randomElement(using: &random) ?? 0 }
  }

  @Test("Words are found in a line as a plain search finds them", arguments: 1...40)
  func words(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let list = (0..<4).map { _ in line(.random(in: 1...3, using: &random), using: &random) }
    let words = LineWords(list.map { String(utf16: $0[...]) })
    for _ in 0..<100 {
      let text = line(.random(in: 0...6, using: &random), using: &random)
      let tails = text.indices.map { text[$0...] }
      let name: Comment = "seed \(seed): \(list), \(text)"
      text.withUnsafeBufferPointer { line in
        #expect(words.hold(line) == list.contains(text), name)
        #expect(words.begin(line) == list.contains { text.starts(with: $0) }, name)
        #expect(
          words.occur(in: line)
            == tails.contains { tail in list.contains { tail.starts(with: $0) } },
          name)
      }
    }
  }

  @Test("Signs, digits and parts are those of an array", arguments: 1...20)
  func parts(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let text = line(.random(in: 0...40, using: &random), using: &random)
      let four = line(4, using: &random)
      let count = Int.random(in: 0...40, using: &random)
      text.withUnsafeBufferPointer { line in
        #expect(
          line.holds(four[0], four[1], four[2], four[3]) == text.contains { four.contains($0) },
          "seed \(seed)")
        #expect(line.digits == text.prefix { Sign.isDigit($0) }.count, "seed \(seed)")
        #expect(Array(line.head(count)) == Array(text.prefix(count)), "seed \(seed)")
        #expect(
          Array(line.before(SignSet(four))) == Array(text.prefix { !four.contains($0) }),
          "seed \(seed)")
      }
    }
  }
}
