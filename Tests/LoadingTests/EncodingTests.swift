import FactModel
import Foundation
import Languages
import TestSupport
import Testing

@testable import Loading

@Suite("Encodings")
struct EncodingTests {
  private static let text = """
    江苏省南通市总工会慰问职工300名，发放资金５万元。
    广东省深圳市“工会驿站”新建12座，镕、㙍、𠀀、ḿ、€ 也在里面。

    """

  /// The bytes of a text in GB18030, by Foundation, which the program does not use for it.
  private func gb18030(_ text: String) throws -> [UInt8] {
    [UInt8](try #require(text.data(using: EncodingTests.foundation)))
  }

  private static let foundation = String.Encoding(rawValue: 0x8000_0632)

  private func utf16(_ text: String, _ encoding: TextEncoding) -> [UInt8] {
    text.utf16.flatMap { unit in
      let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return encoding == .utf16BigEndian ? bytes.reversed() : bytes
    }
  }

  private func source(_ bytes: [UInt8], _ encoding: TextEncoding? = nil) -> Source {
    Source(
      form: .page, path: "p1.txt", document: "p1", bytes: bytes, date: CalendarDate("2025-07-12"),
      encoding: encoding)
  }

  // MARK: The tables

  @Test("Every code of two bytes is what Foundation reads")
  func twoBytes() throws {
    var differences: [String] = []
    for first in UInt8(0x81)...0xFE {
      for second in UInt8(0x40)...0xFE where second != 0x7F {
        let own = String(GB18030([first, second]).text)
        let other = String(data: Data([first, second]), encoding: EncodingTests.foundation)
        // Foundation keeps the private signs of the first edition.
        if own != other, !(0xE000...0xF8FF).contains(other?.unicodeScalars.first?.value ?? 0) {
          differences.append("\(first) \(second): \(own) \(other ?? "nothing")")
        }
      }
    }
    #expect(differences.isEmpty, "\(differences.count): \(differences.prefix(20))")
  }

  @Test("Every sign of Unicode comes back from Foundation's GB18030")
  func wholeUnicode() throws {
    var differences: [String] = []
    for plane in stride(from: UInt32(0), to: 0x11_0000, by: 0x1000) {
      let scalars = (plane..<plane + 0x1000).compactMap(Unicode.Scalar.init)
        .filter { !(0xE000...0xF8FF).contains($0.value) && ![0, 0xFEFF].contains($0.value) }
      let text = String(String.UnicodeScalarView(scalars))
      guard let bytes = text.data(using: EncodingTests.foundation) else {
        differences.append("\(plane) cannot be written")
        continue
      }
      let own = GB18030([UInt8](bytes))
      if String(own.text) != text || !own.broken.isEmpty {
        let first = zip(own.text, scalars).first { $0 != $1 }
        differences.append("\(String(plane, radix: 16)): \(String(describing: first))")
      }
    }
    #expect(differences.isEmpty, "\(differences)")
  }

  @Test("Bytes that begin no sign are broken one by one")
  func brokenBytes() {
    for bytes: [UInt8] in [
      [0x80], [0xFF], [0xB9], [0xB9, 0x20], [0x81, 0x30], [0x81, 0x30, 0x81],
    ] {
      let text = GB18030(bytes + Array(" ".utf8))
      #expect(!text.broken.isEmpty && text.text.last == " ", "\(bytes)")
    }
    // Four bytes behind the last sign of Unicode, and between the planes.
    for bytes: [UInt8] in [
      [0xE3, 0x32, 0x9A, 0x36], [0x84, 0x31, 0xA4, 0x40], [0x8F, 0x39, 0xFE, 0x39],
    ] {
      #expect(!GB18030(bytes).broken.isEmpty, "\(bytes)")
    }
  }

  // MARK: What is likely

  @Test("A text is the same in every encoding, and the facts of it are")
  func same() throws {
    let loader = try BuiltIn.loader
    let expected = try loader.read(source(Array(EncodingTests.text.utf8)))
    #expect(expected.facts.count == 3 && expected.doubts.allSatisfy { $0.cause != .row })
    let mark: [TextEncoding: [UInt8]] = [
      .utf8: [0xEF, 0xBB, 0xBF], .utf16LittleEndian: [0xFF, 0xFE], .utf16BigEndian: [0xFE, 0xFF],
      .gb18030: GB18030.mark,
    ]
    for encoding in TextEncoding.allCases {
      let bytes: [UInt8] =
        switch encoding {
        case .utf8: Array(EncodingTests.text.utf8)
        case .gb18030: try gb18030(EncodingTests.text)
        case .utf16LittleEndian, .utf16BigEndian: utf16(EncodingTests.text, encoding)
        }
      #expect(TextEncoding.likely(of: bytes) == encoding)
      for (source, isGuess) in [
        (source(bytes), encoding != .utf8), (source(bytes, encoding), false),
        (source((mark[encoding] ?? []) + bytes), false),
        // A mark wins over a name.
        (source((mark[encoding] ?? []) + bytes, .utf8), false),
      ] {
        let result = try loader.read(source)
        #expect(result.facts == expected.facts && result.exclusions == expected.exclusions)
        #expect(result.doubts.count { $0.cause == .row } == (isGuess ? 1 : 0), "\(encoding)")
      }
    }
  }

  @Test("A guess is told with the way to settle it")
  func guess() throws {
    let doubt = try #require(
      try BuiltIn.loader.read(source(try gb18030("慰问职工300名。"))).doubts.first { $0.cause == .row })
    #expect(doubt.message.text(in: .english).hasPrefix("read as GB18030, which nobody named"))
    #expect(doubt.message.text(in: .chinese).contains("--encoding"))
  }

  @Test(
    "Short and plain texts are what they are",
    arguments: [
      ([0xB9, 0xA4, 0xBB, 0xE1], TextEncoding.gb18030), (Array("3 名".utf8), .utf8), ([], .utf8),
      (Array("12 persons".utf8), .utf8), ([0x31, 0x00, 0x32, 0x00], .utf16LittleEndian),
      ([0x00, 0x31, 0x00, 0x32], .utf16BigEndian), ([0x31, 0x00, 0x32], .utf8),
      // Latin-1 is not known: one broken sign in a line of others.
      (Array("caf".utf8) + [0xE9] + Array(" 12 persons".utf8), .utf8),
    ])
  func short(bytes: [UInt8], encoding: TextEncoding) {
    #expect(TextEncoding.likely(of: bytes) == encoding)
  }

  @Test("Broken bytes are replaced, counted, and the first is placed")
  func broken() throws {
    let bytes =
      Array("江苏省总工会\n慰问".utf8) + [0xFF] + Array("职工300名\u{FFFD}，".utf8) + [0xE5] + Array("元".utf8)
    let result = try BuiltIn.loader.read(source(bytes))
    #expect(result.facts.map(\.provenance.raw) == ["300名"])
    let doubt = try #require(result.doubts.first { $0.cause == .row })
    #expect((doubt.line, doubt.column) == (2, 7))
    // The � that was printed is no broken place.
    #expect(doubt.message.text(in: .english).hasPrefix("2 places are no UTF-8"))
  }

  @Test("A broken byte in GB18030 is one place, not the whole text")
  func brokenChinese() throws {
    let line = try gb18030("江苏省南通市总工会慰问职工300名，发放慰问资金五万元，大家非常高兴，也非常感谢工会。\r\n")
    let result = try BuiltIn.loader.read(source(line + line + [0xFF] + line))
    #expect(
      result.facts.filter { $0.provenance.raw == "300名" }.map(\.provenance.line) == [1, 2, 3])
    let doubt = try #require(result.doubts.last { $0.cause == .row })
    #expect((doubt.line, doubt.column) == (3, 1))
    #expect(doubt.message.text(in: .english).hasPrefix("1 places are no GB18030"))
  }

  @Test("A zero is a broken place in every encoding")
  func zero() throws {
    let text = "江苏省总工会慰问职工\u{0}300名。"
    for bytes in [
      Array(text.utf8), try gb18030(text), [0xFE, 0xFF] + utf16(text, .utf16BigEndian),
    ] {
      let result = try BuiltIn.loader.read(source(bytes))
      #expect(result.facts.map(\.provenance.raw) == ["300名"])
      #expect(result.facts.allSatisfy { !$0.provenance.sentence.contains("\0") })
      let told = result.doubts.map { $0.message.text(in: .english) }
      #expect(told.contains { $0.hasPrefix("1 places are no") }, "\(told)")
    }
    let json = #"{"数值": 3, "指标": "职\u0000工", "月份": "2025-07"}"#
    let sheet = Source(
      form: .json, path: "s.json", document: "s", bytes: Array(json.utf8), date: nil)
    #expect(try BuiltIn.loader.read(sheet).facts.map(\.label) == ["职\u{FFFD}工"])
  }

  @Test("An odd byte and half a pair of UTF-16 are broken places")
  func brokenPairs() throws {
    let bytes = [0xFF, 0xFE] + utf16("慰问3名", .utf16LittleEndian) + [0x00, 0xD8, 0x31, 0x00, 0x0A]
    let result = try BuiltIn.loader.read(source(bytes))
    let doubt = try #require(result.doubts.first { $0.cause == .row })
    #expect(doubt.message.text(in: .english).hasPrefix("2 places are no UTF-16LE"))
  }

  @Test("What is no text is refused at its first broken place, unless somebody names it")
  func noText() throws {
    let big5: [UInt8] = [
      0xA6, 0xBF, 0xC4, 0xAC, 0xAC, 0xD9, 0xA4, 0x75, 0xB7, 0x7C, 0xBC, 0x7B, 0xB0, 0xDD, 0xC2,
      0xBE,
    ]
    let binary: [UInt8] = (0..<512).map { UInt8(truncatingIfNeeded: $0 &* 89 ^ $0 >> 3) }
    for bytes in [big5, binary, Array("3\n".utf8) + [0xFF, 0xFF, 0xFF]] {
      #expect(throws: LoadingError.self) { try BuiltIn.loader.read(source(bytes)) }
      #expect(throws: Never.self) { try BuiltIn.loader.read(source(bytes, .utf8)) }
    }
    do {
      _ = try BuiltIn.loader.read(source(Array("3\n".utf8) + [0xFF, 0xFF, 0xFF]))
    } catch let error as LoadingError {
      #expect((error.line, error.column) == (2, 1))
    }
  }

  @Test("Encodings have the names that people write")
  func names() {
    for name in ["GBK", "gb2312", "GB18030", "gb-18030", "cp936"] {
      #expect(TextEncoding(name: name) == .gb18030)
    }
    #expect(TextEncoding(name: "UTF8") == .utf8 && TextEncoding(name: "big5") == nil)
  }

  @Test("Columns of sheets are those of the decoded text")
  func sheet() throws {
    let table = try gb18030("省份,指标,数值,单位,月份\n江苏省,职工,若干,人,2025-07\n")
    let sheet = Source(form: .table, path: "s.csv", document: "s", bytes: table, date: nil)
    let doubts = try BuiltIn.loader.read(sheet).doubts
    let value = try #require(doubts.first { $0.message.text(in: .english).contains("若干") })
    #expect((value.line, value.column) == (2, 18))
  }
}
