import Lexicon
import TestSupport
import Testing

@testable import Loading

@Suite("Texts that are read and made without the standard library")
struct TextTwinTests {
  @Test("Whole UTF-8 is what the standard library takes, without zeros", arguments: 1...40)
  func wholeUTF8(seed: UInt64) throws {
    let folding = try BuiltIn.lexicon.folding
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      var bytes = Array(text(using: &random).utf8)
      for _ in 0..<Int.random(in: 0...2, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0...2, using: &random) {
        case 0: bytes[place] = .random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        default: bytes.removeLast()
        }
      }
      let isWhole = String(validating: bytes, as: UTF8.self) != nil && !bytes.contains(0)
      #expect(WholeUTF8.holds(bytes) == isWhole, "seed \(seed): \(bytes)")
      let page = PageText(whole: bytes, folding: folding)
      #expect((page != nil) == isWhole, "seed \(seed): \(bytes)")
    }
  }

  @Test("Every lead and second byte is told as the standard library tells it")
  func leads() throws {
    let folding = try BuiltIn.lexicon.folding
    // Whatever is decoded together with what stands beside it.
    let sides = [[], Array("工".utf8), Array("工会".utf8)]
    for lead in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max {
        for tail in [[], [0x80], [0xBF, 0x80]] as [[UInt8]] {
          let bytes = [lead, second] + tail
          let isWhole = String(validating: bytes, as: UTF8.self) != nil && !bytes.contains(0)
          if WholeUTF8.holds(bytes) != isWhole { Issue.record("\(bytes)") }
          for side in sides {
            let page = PageText(whole: side + bytes + side, folding: folding)
            if (page != nil) != isWhole { Issue.record("\(bytes) between \(side)") }
          }
        }
      }
    }
  }

  @Test("Units become the text that the standard library makes of them", arguments: 1...40)
  func utf16(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let units = Array(text(using: &random).utf16)
      let first = Int.random(in: 0...units.count, using: &random)
      // A range may cut a pair.
      let part = units[first..<Int.random(in: first...units.count, using: &random)]
      #expect(String(utf16: part) == String(decoding: part, as: UTF16.self), "seed \(seed)")
    }
  }

  @Test("Marks that the compiler knows are those of their lists")
  func marks() {
    let (ends, clauses, ranges) = (SignSet("。!?\n"), SignSet("。!?\n,;:"), SignSet("—-~–至到―─"))
    for unit in UInt16.min...UInt16.max {
      if Sign.sentenceEnds.contains(unit) != ends.contains(unit)
        || Sign.clauseEnds.contains(unit) != clauses.contains(unit)
        || Sign.rangeMarks.contains(unit) != ranges.contains(unit)
      {
        Issue.record("\(unit)")
      }
    }
  }

  @Test("A byte order mark is no part of an input, and of a page's text it is a sign")
  func mark() throws {
    let folding = try BuiltIn.lexicon.folding
    #expect(PageText(marked: [0xEF, 0xBB, 0xBF, 0x61], folding: folding).folded == [0x61])
    #expect(PageText("\u{FEFF}a", folding: folding).folded == [0xFEFF, 0x61])
    #expect(PageText(marked: [0x61], folding: folding).printed(0..<1) == "a")
  }

  private func text(using random: inout SeededGenerator) -> String {
    let signs = [
      "中", "é", "a", "\n", "𠮷", "😀", "１", "\u{2028}", "\u{7FF}", "\u{800}", "한", "\u{FFFF}",
    ]
    return (0..<Int.random(in: 0...12, using: &random))
      .map { _ in signs.randomElement(using: &random) ?? "" }.joined()
  }
}
