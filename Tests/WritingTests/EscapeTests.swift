import TestSupport
import Testing

@testable import Writing

@Suite("The glance at a text's bytes says what the slow way says")
struct EscapeTests {
  /// Signs of every sort: everyday ones, those that a format escapes, and those that nobody sees.
  private static let signs = Array(
    "职工一鿂鿼㐀驿，。！～｟“”、 aZ09.:-_*&<>\"\\'@#wW()\u{0}\u{7}\t\n\r\u{7F}\u{AD}\u{200B}\u{2028}\u{202E}\u{E000}\u{FEFF}\u{FF00}\u{FFFE}é😀"
      .unicodeScalars.map(String.init))

  private func texts(_ seed: UInt64) -> [String] {
    var random = SeededGenerator(seed: seed)
    return (0..<200).map { _ in
      let few = Bool.random(using: &random) ? 8 : EscapeTests.signs.count
      return (0..<Int.random(in: 0...6, using: &random))
        .map { _ in EscapeTests.signs[Int.random(in: 0..<few, using: &random)] }.joined()
    }
  }

  @Test("Markdown and SVG", arguments: 1...20 as ClosedRange<UInt64>)
  func twins(seed: UInt64) {
    for text in texts(seed) {
      #expect(Markdown.escape(text) == Markdown.escapedSignBySign(text), "seed \(seed): \(text)")
      #expect(SVGElement.escape(text) == SVGElement.escapedSignBySign(text), "seed \(seed)")
    }
  }

  @Test("Everyday signs are visible ones that no format escapes")
  func everyday() {
    for scalar in (0...0xFFFF).compactMap(Unicode.Scalar.init(_:) as (UInt32) -> Unicode.Scalar?)
    where PlainWords.isEveryday(scalar) {
      let hidden: Set<Unicode.GeneralCategory> = [
        .control, .format, .privateUse, .unassigned, .surrogate,
      ]
      #expect(!hidden.contains(scalar.properties.generalCategory), "\(scalar)")
      #expect(
        !scalar.properties.isWhitespace && !"&<>\"\\`*_{}[]#|~$^@".unicodeScalars.contains(scalar))
    }
  }

  @Test("JSON", arguments: 1...20 as ClosedRange<UInt64>)
  func json(seed: UInt64) {
    for text in texts(seed) {
      let written = String(decoding: JSONValue.text(text).document, as: UTF8.self)
      #expect(written == JSONValue.quoted(text) + "\n", "seed \(seed): \(text)")
    }
  }
}
