import TestSupport
import Testing

@testable import Lexicon

@Suite("The index of words")
struct WordIndexTests {
  @Test("It numbers words as a dictionary does", arguments: 1...20)
  func twin(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let index = WordIndex(capacity: Int.random(in: 0...8, using: &random))
    var known: [[UInt16]: Int] = [:]
    for _ in 0..<600 {
      let word = (0..<Int.random(in: 0...3, using: &random)).map { _ in
        UInt16.random(in: 0x4E00...0x4E08, using: &random)
      }
      let number = word.withUnsafeBufferPointer { index.number(of: $0) }
      #expect(number == known[word], "seed \(seed)")
      if Bool.random(using: &random) {
        let (number, isNew) = word.withUnsafeBufferPointer { index.add($0) }
        #expect(isNew == (known[word] == nil) && number == known[word] ?? known.count)
        known[word] = number
      }
    }
    #expect(known.allSatisfy { Array(index[$1]) == $0 } && index.count == known.count)
  }
}
