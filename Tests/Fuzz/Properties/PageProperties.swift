import CSVFormat
import FactModel
import Lexicon
import Loading
import TestSupport

/// What holds of every page.
enum PageProperties {
  static let date = CalendarDate(year: 2025, month: 7, day: 12)

  static func check(_ text: String) throws {
    guard let date else { return }
    try check(Page(document: "page", text: text, date: date), with: try BuiltIn.lexicon)
  }

  static func check(_ page: Page, with lexicon: Lexicon) throws {
    let loader = Loader(lexicon: lexicon)
    let result = loader.read(page)
    try check(result, of: page.text, lexicon)
    let again = loader.read(page)
    try require(again.facts == result.facts, "the facts differ when read again")
    try require(again.exclusions == result.exclusions, "the exclusions differ when read again")
    try require(again.doubts == result.doubts, "the doubts differ when read again")
  }

  /// What was read stands where it says, no numeral sign is left out, and the parts of facts fit together.
  static func check(_ result: LoadResult, of text: String, _ lexicon: Lexicon) throws {
    var sheet = PrintedPage(text)
    for fact in result.facts {
      try sheet.cover(fact.provenance.line, fact.provenance.column, fact.provenance.raw)
      try check(fact, among: result.facts)
    }
    for exclusion in result.exclusions {
      try sheet.cover(exclusion.line, exclusion.column, exclusion.raw)
    }
    let isNumeral = { lexicon.numerals[lexicon.folding[$0]] != nil }
    if let (line, column) = sheet.firstBare(where: isNumeral) {
      throw Violation(description: "the numeral at \(line):\(column) is neither read nor excluded")
    }
    for doubt in result.doubts {
      try require(sheet.holds(doubt.line), "a doubt is of line \(doubt.line)")
    }
  }

  /// What holds of every fact, from a page or from a sheet.
  static func check(_ fact: Fact, among facts: [Fact]) throws {
    let raw = fact.provenance.raw
    try require((0...100).contains(fact.confidence), "\(raw): confidence \(fact.confidence)")
    try require(Period(text: fact.period.text) == fact.period, "\(raw): period \(fact.period)")
    try require(Unit(name: fact.quantity.unit.name) == fact.quantity.unit, "\(raw): unit")
    let value = fact.quantity.value
    try require(Amount(parsing: value.description) == value, "\(raw): value \(value)")
    if let high = fact.quantity.high { try require(high > value, "\(raw): \(value) to \(high)") }
    if let whole = fact.partOf {
      let isThere = facts.contains {
        $0.provenance.document == fact.provenance.document && $0.provenance.raw == whole
      }
      try require(isThere, "\(raw) is part of \(whole), which is not there")
    }
    switch fact.kind {
    case .rates:
      try require(fact.quantity.unit == .percent, "\(raw): a rate in \(fact.quantity.unit)")
    case .stations:
      try require(fact.quantity.unit == .site, "\(raw): sites in \(fact.quantity.unit)")
    case .funds, .participants, .counts: break
    }
  }
}

/// The lines of a page by a reading of their own, with the places that were covered so far.
struct PrintedPage {
  private let lines: [[Unicode.Scalar]]
  private var isCovered: [[Bool]]

  init(_ text: String) {
    var lines: [[Unicode.Scalar]] = [[]]
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if scalar == "\n" && last == "\r" {
        // The second half of a line end.
      } else if scalar == "\n" || scalar == "\r" {
        lines.append([])
      } else {
        lines[lines.count - 1].append(scalar)
      }
      last = scalar
    }
    self.lines = lines
    isCovered = lines.map { [Bool](repeating: false, count: $0.count) }
  }

  func holds(_ line: Int) -> Bool { lines.indices.contains(line - 1) }

  /// Marks an expression as read.
  ///
  /// - Throws: `Violation` where it does not stand there.
  mutating func cover(_ line: Int, _ column: Int, _ raw: String) throws(Violation) {
    try require(holds(line), "'\(raw)' is on line \(line), which the page lacks")
    let scalars = Array(raw.unicodeScalars)
    let range = column - 1..<column - 1 + scalars.count
    try require(
      !scalars.isEmpty && column > 0 && range.upperBound <= lines[line - 1].count
        && lines[line - 1][range].elementsEqual(scalars),
      "'\(raw)' does not stand at \(line):\(column)")
    for place in range { isCovered[line - 1][place] = true }
  }

  /// The first sign of the basic plane that fulfils a condition and was not covered.
  func firstBare(where holds: (UInt16) -> Bool) -> (line: Int, column: Int)? {
    for (line, scalars) in lines.enumerated() {
      for (column, scalar) in scalars.enumerated() where !isCovered[line][column] {
        if let unit = UInt16(exactly: scalar.value), holds(unit) { return (line + 1, column + 1) }
      }
    }
    return nil
  }
}

/// Turns bytes into a text of words, so that the fuzzer need not find Chinese one byte after the other.
enum Phrases {
  private static let marks = [
    "，", "。", "、", "；", "：", "（", "）", "“", "”", "《", "》", "—", "～", "-", "/", ".", "%", "+", "\n",
    "\n\n", "　",
    "1", "3.5", "12", "300", "1,234", "2025", "７", "二", "十", "百", "千", "万", "亿", "第", "近", "余", "多",
    "约", "其中",
    "共", "名", "人次", "元", "万元", "家", "个", "场", "年", "月", "日", "至", "到", "分之", "成", "倍", "每", "点",
    "本报讯 ",
    "江苏省", "南通市", "总工会", "职工", "驿站", "将", "预计", "累计", "今年", "去年",
  ]
  /// The first cell of every row of the tables of words and divisions.
  private static let words = Result { () throws -> [String] in
    try Lexicon.builtInTables.sorted { $0.key < $1.key }.flatMap { name, bytes in
      let column = name.hasPrefix("divisions") ? 1 : 0
      return try CSVReader.records(of: bytes).dropFirst().map { $0.cells[column] }
    }
  }

  /// A byte below 128 is a mark, two from 128 on are a word.
  static func text(of bytes: [UInt8]) throws -> String {
    let words = try words.get()
    var text = ""
    var place = 0
    while place < bytes.count {
      let byte = Int(bytes[place])
      place += 1
      if byte < 128 {
        text += marks[byte % marks.count]
      } else {
        let second = place < bytes.count ? Int(bytes[place]) : 0
        place += 1
        text += words[((byte - 128) << 8 | second) % words.count]
      }
    }
    return text
  }
}
