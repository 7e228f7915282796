import Lexicon
import TestSupport
import Testing

@testable import Loading

/// The slow twin of the scan: every word of the vocabulary's trie at every place, by the definition.
private struct PlainScan {
  struct Word: Hashable {
    let start: Int
    let end: Int
    let entry: Entry
  }
  let lexicon: Lexicon
  let units: [UInt16]

  /// The longest word of a group at a place, the last entry of several.
  func longest(_ group: Entry.Group, at place: Int) -> Word? {
    var best: Word?
    lexicon.trie.forEachWord(in: units, at: place, until: units.count) { end, word in
      for entry in lexicon.meanings[word] where entry.group == group {
        best = Word(start: place, end: end, entry: entry)
      }
    }
    return best
  }

  /// The leftmost longest words of a group, none inside another.
  func tokens(_ group: Entry.Group) -> [Word] {
    var tokens: [Word] = []
    for place in units.indices {
      guard place >= tokens.last?.end ?? 0, let word = longest(group, at: place) else { continue }
      tokens.append(word)
    }
    return tokens
  }
}

@Suite("The scan")
struct ScanTests {
  /// A flow of words of the vocabulary and of signs between them.
  private func units(_ seed: UInt64, _ lexicon: Lexicon) -> [UInt16] {
    var generator = SeededGenerator(seed: seed)
    let signs = Array("的了在，。；0123456789一二三万亿余人名个中国总工会\n".utf16)
    let words = ["江苏省", "南通市", "驿站", "职工", "帮扶资金", "全市", "今年", "十五", "五一劳动奖章", "计划"]
    return (0..<400).flatMap { _ -> [UInt16] in
      Bool.random(using: &generator)
        ? [signs.randomElement(using: &generator) ?? 0]
        : Array((words.randomElement(using: &generator) ?? "").utf16)
    }
  }

  @Test("It finds the tokens that a search for every word at every place finds", arguments: 1...6)
  func twin(seed: UInt64) throws {
    let lexicon = try BuiltIn.lexicon
    let units = units(seed, lexicon)
    let scan = Scan(flow: Flow(units: units), lexicon: lexicon)
    let plain = PlainScan(lexicon: lexicon, units: units)
    for group in Entry.Group.allCases {
      let expected = plain.tokens(group)
      let found = scan.tokens(group, in: 0..<units.count).map {
        PlainScan.Word(start: $0.range.lowerBound, end: $0.range.upperBound, entry: $0.entry)
      }
      #expect(found == expected, "\(group), seed \(seed)")
      for place in units.indices {
        #expect(
          scan.token(group, at: place)?.range
            == expected.first { $0.start == place }.map { $0.start..<$0.end })
        #expect(
          scan.token(group, endingAt: place)?.range
            == expected.first { $0.end == place }.map { $0.start..<$0.end })
        #expect(
          scan.longest(group, at: place)?.range
            == plain.longest(group, at: place).map { $0.start..<$0.end })
        #expect(
          scan.beginsWord(group, at: place) == (plain.longest(group, at: place) != nil))
        #expect(
          scan.hasToken(group, at: place) == expected.contains { $0.start == place })
      }
      #expect(
        scan.tokens(group, in: 100..<230).map(\.range.lowerBound)
          == expected.map(\.start).filter { (100..<230).contains($0) })
    }
  }

  @Test("A group's number is its place in the list of groups")
  func groups() {
    for (index, group) in Entry.Group.allCases.enumerated() {
      #expect(group.index == index && group.rawValue == index)
    }
  }

  @Test("Outside the flow stands nothing")
  func edges() throws {
    let scan = Scan(flow: Flow(units: Array("职工".utf16)), lexicon: try BuiltIn.lexicon)
    #expect(scan.token(.noun, at: -1) == nil && scan.token(.noun, at: 2) == nil)
    #expect(scan.token(.noun, endingAt: 3) == nil && scan.longest(.noun, at: 2) == nil)
    #expect(scan.unit(-1) == 10 && scan.unit(2) == 10)
    #expect(!scan.hasWord(spelled("职工们"), at: 0) && scan.hasWord(spelled("工"), at: 1))
  }
}

@Suite("Lists of short words and signs")
struct PhraseSetTests {
  private func scan(_ text: String) throws -> Scan {
    Scan(flow: Flow(units: Array(text.utf16)), lexicon: try BuiltIn.lexicon)
  }

  @Test("A list is found where one of its words begins or ends, as a plain search finds it")
  func twin() throws {
    let words = ["今年", "今年以来", "以来", "来", "年"]
    let set = PhraseSet(words)
    let text = Array("来今年以来年今以来今年".utf16)
    let scan = try scan(String(decoding: text, as: UTF16.self))
    for place in -2...text.count + 1 {
      let beginning = words.filter { scan.hasWord(Array($0.utf16), at: place) }
      let ending = words.filter { scan.hasWord(Array($0.utf16), at: place - $0.utf16.count) }
      #expect(set.begins(at: place, scan) == !beginning.isEmpty)
      #expect(set.length(at: place, scan) == beginning.first?.utf16.count)
      #expect(set.lengths(at: place, scan) == beginning.map(\.utf16.count))
      #expect(set.ends(at: place, scan) == !ending.isEmpty)
      #expect(set.lengths(endingAt: place, scan) == ending.map(\.utf16.count))
    }
    #expect(set.holds(1..<5, scan) && !set.holds(0..<2, scan) && !set.holds(3..<3, scan))
    #expect(set.occurs(in: 7..<9, scan) && !set.occurs(in: 6..<7, scan))
  }

  @Test("A set of signs holds its signs and no others")
  func signs() {
    let set = SignSet("一丁，\u{FFFF}\0")
    let held = Set("一丁，\u{FFFF}\0".utf16)
    for unit in UInt16.min...UInt16.max { #expect(set.contains(unit) == held.contains(unit)) }
  }

  @Test("A set may have signs in every block of 256, or none", arguments: [0, 1, 255, 256])
  func blocks(count: Int) {
    var random = SeededGenerator(seed: UInt64(count))
    let units = (0..<256).shuffled(using: &random).prefix(count).map {
      UInt16($0 << 8) | UInt16.random(in: 0...255, using: &random)
    }
    let (set, held) = (SignSet(units), Set(units))
    for unit in UInt16.min...UInt16.max where set.contains(unit) != held.contains(unit) {
      Issue.record("\(unit) of \(count)")
    }
  }
}

@Suite("The text of a page")
struct PageTextTests {
  @Test("Units, places and lines are those of a plain decoding", arguments: 1...20)
  func twin(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let signs = ["中", "é", "a", "\r\n", "\r", "\n", "𠮷", "😀", "１", "\u{2028}", "\0", "國"]
    let text = (0..<60).map { _ in signs.randomElement(using: &generator) ?? "" }.joined()
    let folding = try BuiltIn.lexicon.folding
    let page = PageText(text, folding: folding)
    let units = Array(text.utf16)
    #expect(page.folded == units.map { folding[$0] }, "seed \(seed)")
    var starts = [0]
    for (index, unit) in units.enumerated() where unit == 10 || unit == 13 {
      let isFirst = unit == 13 && index + 1 < units.count && units[index + 1] == 10
      if !isFirst { starts.append(index + 1) }
    }
    #expect(page.lineStarts == starts, "seed \(seed)")
    var place = 0
    for character in text.unicodeScalars {
      let width = UTF16.width(character)
      #expect(page.printed(place..<place + width) == String(character))
      place += width
    }
    #expect(page.printed(0..<units.count) == text)
  }
}

@Suite("Numerals that were read before")
struct NumberMemoryTests {
  @Test("A reader that has read much reads each place as a fresh one does", arguments: 1...10)
  func twin(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let signs = Array("0123456789.,一二三五十百千万亿余多几来数点零〇半人年".utf16)
    let units = (0..<120).map { _ in signs.randomElement(using: &generator) ?? 0 }
    let numerals = try BuiltIn.lexicon.numerals
    let reader = NumberReader(units: units, signs: numerals)
    for _ in 0..<600 {
      let place = Int.random(in: -1...units.count, using: &generator)
      let fresh = NumberReader(units: units, signs: numerals).number(at: place)
      let found = reader.number(at: place)
      #expect(found?.range == fresh?.range && found?.value == fresh?.value, "seed \(seed)")
    }
  }

  @Test("Digits alone are read as the whole grammar reads them", arguments: 1...30)
  func plain(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let signs = Array("0123456789012345678901234567890123456789.,， 元名万亿十余多来点年-".utf16)
    let units = (0..<300).map { _ in signs.randomElement(using: &generator) ?? 0 }
    let reader = NumberReader(units: units, signs: try BuiltIn.lexicon.numerals)
    for place in units.indices where Sign.isDigit(units[place]) {
      let quick = reader.number(at: place)
      let slow = reader.parse(at: place)
      #expect(quick?.range == slow?.range && quick?.value == slow?.value, "seed \(seed)")
      #expect(quick?.digits == slow?.digits && quick?.isArabic == slow?.isArabic)
      #expect(quick?.isBareUnit == slow?.isBareUnit && quick?.isOver == slow?.isOver)
      #expect(quick?.high == slow?.high && quick?.isDigitString == slow?.isDigitString)
      #expect(quick?.isDecimal == slow?.isDecimal && quick?.hasMyriad == slow?.hasMyriad)
    }
  }
}
