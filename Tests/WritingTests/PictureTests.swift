import FactModel
import Languages
import Foundation
import Testing

@testable import Writing

@Suite("Pictures")
struct PictureTests {
  private static let provinces = [
    Place.zhejiang, Place.guangdong,
    Division(code: 420_000, name: "湖北省", province: "湖北省"),
    Division(code: 150_000, name: "内蒙古自治区", province: "内蒙古自治区"),
  ]

  private func pictures(
    _ report: Report, among reports: [Report] = [], _ language: Language = .chinese
  ) -> [String: Picture] {
    let words = ReportWords(language: language, programs: ProgramNames(of: report))
    let all = Pictures(of: report, among: reports, words: words).all
    return Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
  }

  private func texts(_ element: SVGElement) -> [String] {
    (element.name == "text" ? [element.text ?? ""] : []) + element.children.flatMap(texts)
  }

  private func rects(_ element: SVGElement, _ style: String) -> [[String: Int]] {
    let own = Dictionary(
      uniqueKeysWithValues: element.attributes.map { ($0.name, $0.value) })
    let mine =
      element.name == "rect" && own["class"] == style ? [own.compactMapValues { Int($0) }] : []
    return mine + element.children.flatMap { rects($0, style) }
  }

  /// A month whose provinces have 1, 2, 3 and 4 hundred thousand yuan.
  private func month(_ text: String, of count: Int = 4, hedged: Bool = false) -> Report {
    let totals = PictureTests.provinces.prefix(count).enumerated().map { index, province in
      total("\(index + 1)00000", at: province, high: hedged && index == 0 ? "open" : nil)
    }
    return Report(
      range: MonthRange(WritingTests.month(text)), programs: samplePrograms,
      coverage: Coverage(pages: 1, articles: 1, facts: count), totals: totals)
  }

  // MARK: What is drawn

  @Test("A map needs three provinces, bars two groups, a trend two months")
  func thresholds() {
    #expect(pictures(month("2025-07", of: 0)).isEmpty)
    #expect(pictures(month("2025-07", of: 1)).isEmpty)
    #expect(Set(pictures(month("2025-07", of: 2)).keys) == ["funds-bars"])
    #expect(Set(pictures(month("2025-07", of: 3)).keys) == ["funds-bars", "funds-map"])
    let earlier = month("2025-05", of: 2)
    let later = month("2025-08", of: 2)
    let old = month("2023-07", of: 2)
    #expect(
      Set(pictures(month("2025-07", of: 2), among: [later, earlier, old]).keys)
        == ["funds-bars", "funds-trend"])
    #expect(pictures(month("2025-07", of: 2), among: [later, old])["funds-trend"] == nil)
  }

  @Test("The map shows every province once, those with figures in the order of their amounts")
  func map() throws {
    let map = try #require(pictures(month("2025-07", hedged: true))["funds-map"])
    let texts = texts(map.drawing)
    for province in Province.all { #expect(texts.count { $0 == province.chinese } == 1) }
    for value in ["逾10万", "20万", "30万", "40万"] { #expect(texts.contains(value)) }
    #expect([1, 2, 3, 4, 5].map { rects(map.drawing, "s\($0)").count } == [0, 1, 1, 1, 1])
    #expect(rects(map.drawing, "blank").count == 30)
    #expect(map.description == "内蒙古自治区40万元；湖北省30万元；广东省20万元；浙江省逾10万元。")
    #expect(map.title == "2025年7月各省资金")
  }

  @Test("Tiles do not share a place, and neighbours touch")
  func tiles() {
    let places = Set(Province.all.map { "\($0.column) \($0.row)" })
    #expect(places.count == 34)
    #expect(Province.all.allSatisfy { $0.column < Province.columns && $0.row < Province.rows })
    func distance(_ one: Int, _ other: Int) -> Int {
      guard let one = Province.all.first(where: { $0.code == one }),
        let other = Province.all.first(where: { $0.code == other })
      else { return .max }
      return max(abs(one.column - other.column), abs(one.row - other.row))
    }
    for (one, other) in [
      (110_000, 120_000), (440_000, 450_000), (320_000, 310_000), (420_000, 430_000),
      (650_000, 630_000), (220_000, 230_000), (330_000, 350_000), (510_000, 500_000),
    ] { #expect(distance(one, other) == 1) }
  }

  @Test("The names of provinces fit into their tiles", arguments: Language.allCases)
  func tileNames(language: Language) throws {
    let map = try #require(pictures(month("2025-07"), language)["funds-map"])
    let names = Set(Province.all.map { language == .chinese ? $0.chinese : $0.english })
    let drawn = labels(map.drawing).filter { names.contains($0.text) }
    #expect(drawn.count == names.count)
    // Inner Mongolia is as wide as its tile at 12 points; Chinese names have three signs at most.
    #expect(Set(drawn.map(\.size)) == [language == .chinese ? 14 : 12])
    for (index, label) in drawn.enumerated() {
      for other in drawn[(index + 1)...] {
        #expect(!label.overlaps(other), "\(label.text) and \(other.text)")
      }
    }
  }

  @Test("Bars begin at 0 and are as long as their amounts; an open top has an arrow")
  func bars() throws {
    let bars = try #require(pictures(month("2025-07", hedged: true))["funds-bars"])
    let drawn = rects(bars.drawing, "bar")
    #expect(Set(drawn.compactMap { $0["x"] }).count == 1)
    let widths = drawn.compactMap { $0["width"] }
    #expect(widths.count == 4)
    for (index, width) in widths.enumerated() {
      #expect(abs(width * 4 - widths[0] * (4 - index)) <= 4)
    }
    #expect(bars.drawing.children.count { $0.name == "polygon" } == 1)
  }

  @Test("People are not added over programmes on the map; money is")
  func joining() throws {
    var totals: [Total] = []
    for province in PictureTests.provinces {
      for program in ["safety", "hardship-aid"] {
        totals.append(total("70", .person, kind: .participants, at: province, program: program))
        totals.append(total("70", at: province, program: program))
      }
    }
    let drawn = pictures(report(totals: totals))
    let people = texts(try #require(drawn["participants-map"]).drawing)
    let money = texts(try #require(drawn["funds-map"]).drawing)
    #expect(people.count { $0 == "70" } == 4 && !people.contains("140"))
    #expect(money.count { $0 == "140" } == 4 && !money.contains("70"))
  }

  @Test("A trend leaves room for the months between, and passes over later ones")
  func trend() throws {
    let others = [month("2025-09"), month("2025-06", of: 2), month("2025-03", of: 3)]
    let trend = try #require(pictures(month("2025-07"), among: others)["funds-trend"])
    #expect(trend.description == "2025年3月60万元；2025年6月30万元；2025年7月100万元。")
    let columns = rects(trend.drawing, "pale") + rects(trend.drawing, "bar")
    let middles = columns.compactMap { $0["x"] }
    #expect(middles.count == 3)
    #expect(abs((middles[1] - middles[0]) - 3 * (middles[2] - middles[1])) <= 3)
    for text in ["3月", "6月", "7月", "2025年"] { #expect(texts(trend.drawing).contains(text)) }
  }

  @Test("Small multiples have one panel per programme")
  func multiples() throws {
    func month(_ text: String) -> Report {
      let totals = ["safety", "hardship-aid"].map { total("5", program: $0) }
      return Report(
        range: MonthRange(WritingTests.month(text)), programs: samplePrograms, totals: totals)
    }
    let drawn = pictures(month("2025-07"), among: [month("2025-06")], .english)
    let picture = try #require(drawn["funds-programs"])
    let texts = texts(picture.drawing)
    #expect(texts.contains("Work safety") && texts.contains("Hardship aid"))
    #expect(rects(picture.drawing, "bar").count == 2 && rects(picture.drawing, "pale").count == 2)
  }

  // MARK: Text

  /// Text on the page and the room that it takes, as the picture's own measure has it.
  private func labels(_ element: SVGElement) -> [Label] {
    let own = Dictionary(uniqueKeysWithValues: element.attributes.map { ($0.name, $0.value) })
    let label = element.text.flatMap { text in
      Int(own["x"] ?? "").flatMap { x in
        Int(own["y"] ?? "").map { y in
          Label(
            text: text, x: x, y: y, size: Int(own["font-size"] ?? "") ?? 0, style: "",
            anchor: Label.Anchor(rawValue: own["text-anchor"] ?? "start") ?? .start)
        }
      }
    }
    return [label].compactMap { $0 } + element.children.flatMap(labels)
  }

  @Test(
    "No text covers another or leaves the page, whatever the amounts",
    arguments: Language.allCases)
  func room(language: Language) {
    let long = Division(code: 650_000, name: "新疆维吾尔自治区", province: "新疆维吾尔自治区")
    let values = ["0.01", "1", "999999", "1234567", "98765432109", "50000000000000"]
    var reports: [Report] = []
    for (index, text) in ["2023-08", "2024-12", "2025-01", "2025-02", "2025-07"].enumerated() {
      var totals: [Total] = []
      for (place, province) in (PictureTests.provinces + [long]).enumerated() {
        for (at, program) in ["safety", "hardship-aid"].enumerated() {
          let value = values[(index + place + at) % values.count]
          totals.append(
            total(value, at: province, program: program, high: place == 0 ? "open" : nil))
        }
      }
      reports.append(
        Report(
          range: MonthRange(WritingTests.month(text)), programs: samplePrograms,
          coverage: Coverage(pages: 9, articles: 99, facts: 123_456), totals: totals))
    }
    let drawn = pictures(reports[4], among: reports, language)
    #expect(drawn.count == 4)
    for picture in drawn.values {
      let labels = labels(picture.drawing)
      let height = picture.drawing.attributes.first { $0.name == "height" }.flatMap {
        Int($0.value)
      }
      for (index, label) in labels.enumerated() {
        #expect(label.left >= 0 && label.left + label.width <= Canvas.width, "\(label)")
        #expect(label.y - label.size >= 0 && label.y < height ?? 0, "\(label)")
        for other in labels[(index + 1)...] {
          #expect(!label.overlaps(other), "\(picture.name): \(label.text) and \(other.text)")
        }
      }
    }
  }

  @Test("Hostile names stay text in the file")
  func hostile() throws {
    let evil = "</text><script>alert(1)</script>&\"\u{0}\u{202E}"
    let bad = Division(code: 330_000, name: evil, province: evil)
    let totals = [total("5", at: bad, program: evil), total("6", program: evil)]
    let picture = try #require(pictures(report(totals: totals))["funds-bars"])
    let file = String(decoding: picture.file.bytes, as: UTF8.self)
    #expect(!file.contains("<script") && !file.contains("\u{202E}") && !file.contains("\u{0}"))
    #expect(file.contains("&lt;script&gt;"))
    #expect(picture.file.name == "charts/funds-bars.svg")
  }

  @Test(
    "A narrow place has at most about four digits",
    arguments: [
      ("0", "0", "0"), ("9999", "9999", "9,999"), ("12345", "1.23万", "12.3k"),
      ("1234567", "123.5万", "1.23m"), ("99999999", "1亿", "100m"), ("999960", "100万", "1m"),
      ("1260000000", "12.6亿", "1.26bn"), ("98.34", "98.3", "98.3"), ("0.5", "0.5", "0.5"),
    ])
  func short(value: String, chinese: String, english: String) {
    #expect(NumberText.short(amount(value)) == chinese)
    #expect(EnglishNumber.short(amount(value)) == english)
    #expect(NumberText.short(amount("201860000"), .over) == "2.01亿")
    #expect(NumberText.short(amount("201860000"), .nearly) == "2.02亿")
    #expect(NumberText.short(amount("10000000.5"), .nearly) == "1001万")
    #expect(EnglishNumber.short(amount("201860000"), .over) == "201.8m")
  }
}

@Suite("Scales and ticks")
struct ScaleTests {
  @Test(
    "Ticks are round and end at or below the maximum",
    arguments: [
      ("436", ["0", "100", "200", "300", "400"]), ("130000000", ["0", "50000000", "100000000"]),
      ("5", ["0", "1", "2", "3", "4", "5"]), ("0", ["0"]), ("0.07", ["0", "0.02", "0.04", "0.06"]),
      (
        "900000000000000",
        ["0", "200000000000000", "400000000000000", "600000000000000", "800000000000000"]
      ),
    ])
  func ticks(maximum: String, expected: [String]) {
    let scale = Scale(maximum: amount(maximum), length: 100)
    #expect(scale.ticks(atMost: 5).map(\.description) == expected)
  }

  @Test("Amounts become pixels, half up, and stay on the axis")
  func pixels() {
    let scale = Scale(maximum: amount("200"), length: 100)
    #expect(
      ["0", "1", "3", "200", "500", "-5"].map { scale.pixels(amount($0)) } == [
        0, 1, 2, 100, 100, 0,
      ])
    #expect(Scale(maximum: .zero, length: 100).pixels(amount("5")) == 0)
  }

  @Test("A long line breaks between words, and never in front of a mark")
  func lines() {
    #expect(Label.lines(of: "甲乙丙，丁", width: 30, size: 10) == ["甲乙", "丙，丁"])
    #expect(Label.lines(of: "one two", width: 20, size: 10) == ["one", "two"])
    #expect(Label.cut("甲乙丙丁", to: 30, size: 10) == "甲乙…")
    #expect(Label.cut("甲乙丙", to: 30, size: 10) == "甲乙丙")
  }
}
