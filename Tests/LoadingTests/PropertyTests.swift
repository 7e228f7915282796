import FactModel
import TestSupport
import Testing

@testable import Loading

@Suite("Properties of reading")
struct PropertyTests {
  private func readBack(_ value: Int) throws -> Int? {
    let amount = try number(ChineseWriter.spelled(value) + "名")?.value
    return amount.map { Int($0.tenThousandths / Amount.scale) }
  }

  @Test("The writer writes as newspapers do")
  func writer() {
    #expect(ChineseWriter.spelled(0) == "零")
    #expect(ChineseWriter.spelled(12) == "十二")
    #expect(ChineseWriter.spelled(1020) == "一千零二十")
    #expect(ChineseWriter.spelled(10_005) == "一万零五")
    #expect(ChineseWriter.spelled(120_034) == "十二万零三十四")
    #expect(ChineseWriter.spelled(1_000_000_000_000) == "一万亿")
    #expect(ChineseWriter.spelled(101_000_100) == "一亿零一百万零一百")
  }

  @Test("Spelled numerals to ten thousand are read back")
  func smallNumerals() throws {
    for value in 0...10_000 {
      let found = try readBack(value)
      if found != value {
        Issue.record("\(ChineseWriter.spelled(value)) was read as \(found ?? -1)")
      }
    }
  }

  @Test("Spelled numerals to a million million are read back", arguments: [2025, 712] as [UInt64])
  func largeNumerals(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<1000 {
      let magnitude = [100_000, 10_000_000, 10_000_000_000, 1_000_000_000_000].randomElement(
        using: &generator)
      let value = Int.random(in: 0...(try #require(magnitude)), using: &generator)
      let text = ChineseWriter.spelled(value)
      let found = try readBack(value)
      if found != value { Issue.record("seed \(seed): \(text) was read as \(found ?? -1)") }
    }
  }

  // MARK: Random pages

  private static let fragments = [
    "江苏省南通市总工会", "浙江省绍兴市", "全市", "职工", "困难职工", "工会驿站", "慰问", "发放资金", "共", "其中", "今年", "去年",
    "近", "约", "超过", "不少于", "左右", "以上", "余", "多", "名", "人次", "元", "万元", "亿", "%", "成", "倍", "个", "家",
    "场",
    "岁", "天", "小时", "平方米", "12", "300", "3.5", "1,234", "2024年", "7月9日", "2025-07-09", "7:30", "１２",
    "365+", "G20",
    "5G", "第3届", "一等奖", "3至5", "8、15、22项", "百分之3", "3/4", "“321”模式", "《30条》", "每年", "每月1次", "三",
    "十", "百",
    "万", "，", "。", "、", "；", "：", "（", "）", "“", "”", "—", "-", "～", " ", "\n", "\n\n", "本报讯 ", "0",
    "00", ".", "+",
    String(repeating: "7", count: 40), "至", "到", "和", "年", "月", "日", "点", "分之", "多家企业", "将",
    "预计",
    "*", "😀",
  ]

  private func page(_ generator: inout SeededGenerator) -> String {
    let count = Int.random(in: 1...60, using: &generator)
    return (0..<count).reduce(into: "江苏省") { text, _ in
      text += PropertyTests.fragments.randomElement(using: &generator) ?? ""
    }
  }

  @Test("No run of digits is dropped in silence", arguments: 1...8 as ClosedRange<UInt64>)
  func accounted(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      let text = page(&generator)
      let result = try facts(in: text)
      var raws = Dictionary(grouping: result.facts, by: \.provenance.line)
        .mapValues { $0.map(\.provenance.raw) }
      for exclusion in result.exclusions { raws[exclusion.line, default: []].append(exclusion.raw) }
      let lost = DigitCover(page: text, raws: raws).lost
      if !lost.isEmpty { Issue.record("seed \(seed): \(lost) of \(text.debugDescription)") }
    }
  }

  @Test("What is read stands where it says", arguments: 11...14 as ClosedRange<UInt64>)
  func positions(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let text = page(&generator)
      let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
      let result = try facts(in: text)
      let places =
        result.facts.map { ($0.provenance.line, $0.provenance.column, $0.provenance.raw) }
        + result.exclusions.map { ($0.line, $0.column, $0.raw) }
      for (line, column, raw) in places {
        let rest = lines[line - 1].unicodeScalars.dropFirst(column - 1)
        let stands = rest.starts(with: raw.unicodeScalars)
        if !stands {
          Issue.record("seed \(seed): \(line):\(column) \(raw) of \(text.debugDescription)")
        }
      }
    }
  }

  @Test("Reading twice says the same", arguments: 21...23 as ClosedRange<UInt64>)
  func repeatable(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<25 {
      let text = page(&generator)
      let once = try facts(in: text)
      let twice = try facts(in: text)
      #expect(once.facts == twice.facts, "seed \(seed)")
      #expect(once.exclusions == twice.exclusions, "seed \(seed)")
      #expect(once.doubts == twice.doubts, "seed \(seed)")
    }
  }

  @Test("The order of the sources does not matter", arguments: 31...33 as ClosedRange<UInt64>)
  func order(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let sources = (0..<12).map { index in
      Source(
        form: .page, path: "\(index).txt", document: "p\(index % 7)",
        bytes: Array(page(&generator).utf8), date: CalendarDate("2025-07-12"))
    }
    let loader = try BuiltIn.loader
    let told = try loader.load(sources)
    let shuffled = try loader.load(sources.shuffled(using: &generator))
    #expect(told.facts == shuffled.facts, "seed \(seed)")
    #expect(told.exclusions == shuffled.exclusions, "seed \(seed)")
    #expect(told.doubts == shuffled.doubts, "seed \(seed)")
    #expect(told.documents == shuffled.documents, "seed \(seed)")
  }
}
