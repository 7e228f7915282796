import FactModel
import TestSupport
import Testing

@testable import Loading

/// A numeral as printed, the value that it has, and what stands behind it.
struct Numeral: CustomTestStringConvertible, Sendable {
  let text: String
  let value: String
  let high: String?
  let isOver: Bool

  init(_ text: String, _ value: String, high: String? = nil, isOver: Bool = false) {
    self.text = text
    self.value = value
    self.high = high
    self.isOver = isOver
  }

  var testDescription: String { text }
}

/// The number that the beginning of a text is.
func number(_ text: String) throws -> Number? {
  let reader = NumberReader(
    units: PageText(text, folding: try BuiltIn.lexicon.folding).folded,
    signs: try BuiltIn.lexicon.numerals)
  return reader.number(at: 0)
}

@Suite("Numerals have the value that they are printed with")
struct NumeralTests {
  private func check(_ numeral: Numeral) throws {
    let number = try #require(try number(numeral.text + "名"))
    #expect(number.range == 0..<numeral.text.utf16.count)
    #expect(number.value?.description == numeral.value)
    #expect(number.high?.description == numeral.high)
    #expect(number.isOver == numeral.isOver)
  }

  @Test(
    "Arabic digits, plain, grouped, with decimals, in full width",
    arguments: [
      Numeral("0", "0"), Numeral("7", "7"), Numeral("2600", "2600"), Numeral("007", "7"),
      Numeral("1,234", "1234"), Numeral("12,345,678", "12345678"), Numeral("1，234", "1234"),
      Numeral("1 234 567", "1234567"), Numeral("98.3", "98.3"), Numeral("0.05", "0.05"),
      Numeral("1,234.5", "1234.5"), Numeral("１２３", "123"), Numeral("１２．５", "12.5"),
      Numeral("1２3", "123"),
    ])
  func arabic(numeral: Numeral) throws { try check(numeral) }

  @Test(
    "Chinese numerals by their sections",
    arguments: [
      Numeral("五", "5"), Numeral("十", "10"), Numeral("十二", "12"), Numeral("二十", "20"),
      Numeral("九十九", "99"), Numeral("一百", "100"), Numeral("一百零五", "105"),
      Numeral("一百一十", "110"), Numeral("两百三十一", "231"), Numeral("一千零一", "1001"),
      Numeral("两千三百", "2300"), Numeral("一万", "10000"), Numeral("一千零二十", "1020"),
      Numeral("一万零三十", "10030"), Numeral("一万零五百", "10500"), Numeral("十万", "100000"),
      Numeral("二十三万四千五百", "234500"),
      Numeral("三百万", "3000000"), Numeral("一亿", "100000000"),
      Numeral("一亿两千万", "120000000"), Numeral("十二亿三千四百五十六万七千八百九十", "1234567890"),
      Numeral("一万亿", "1000000000000"), Numeral("廿三", "23"), Numeral("卅", "30"),
      Numeral("叁拾", "30"), Numeral("壹佰贰拾叁", "123"), Numeral("八点五", "8.5"),
      Numeral("八百五十六点二", "856.2"),
    ])
  func chinese(numeral: Numeral) throws { try check(numeral) }

  @Test(
    "A lone digit behind a unit counts the next lower unit, unless 零 stands between",
    arguments: [
      Numeral("三百五", "350"), Numeral("两千三", "2300"), Numeral("一万二", "12000"),
      Numeral("三百零五", "305"), Numeral("一亿二", "120000000"), Numeral("二十五", "25"),
    ])
  func shortForms(numeral: Numeral) throws { try check(numeral) }

  @Test(
    "Digits with Chinese units",
    arguments: [
      Numeral("3.42万", "34200"), Numeral("44万", "440000"), Numeral("1.2亿", "120000000"),
      Numeral("1亿2000万", "120000000"), Numeral("3千", "3000"), Numeral("2万5千", "25000"),
      Numeral("0.8万", "8000"), Numeral("１．５万", "15000"), Numeral("3百万", "3000000"),
      Numeral("0.00012亿", "12000"),
    ])
  func mixed(numeral: Numeral) throws { try check(numeral) }

  @Test(
    "余, 多, 几 and 来 inside say that it is more",
    arguments: [
      Numeral("1800余", "1800", isOver: true), Numeral("30多", "30", isOver: true),
      Numeral("1800余万", "18000000", isOver: true), Numeral("10多万", "100000", isOver: true),
      Numeral("2万余", "20000", isOver: true), Numeral("十余", "10", isOver: true),
      Numeral("十几", "10", isOver: true), Numeral("三十多", "30", isOver: true),
      Numeral("百余", "100", isOver: true), Numeral("千余", "1000", isOver: true),
      Numeral("二十几", "20", isOver: true), Numeral("五百多万", "5000000", isOver: true),
    ])
  func more(numeral: Numeral) throws { try check(numeral) }

  @Test(
    "Two neighbouring digits are a range",
    arguments: [
      Numeral("五六十", "50", high: "60"), Numeral("三四百", "300", high: "400"),
      Numeral("七八万", "70000", high: "80000"), Numeral("两三千", "2000", high: "3000"),
      Numeral("一二十", "10", high: "20"),
    ])
  func neighbours(numeral: Numeral) throws { try check(numeral) }

  @Test("数 and 几 before a unit give no value", arguments: ["数百", "几十", "数千万", "几百万", "数十"])
  func vague(text: String) throws {
    #expect(try number(text)?.isVague == true)
  }

  @Test(
    "What leaves the range has no value, and is passed over as a whole",
    arguments: [
      String(repeating: "9", count: 60), String(repeating: "1", count: 30), "9999999999999999",
      "99999999亿", "一千万亿", "9亿亿",
    ])
  func overflow(text: String) throws {
    let number = try #require(try number(text))
    #expect(number.value == nil)
    #expect(number.range == 0..<text.utf16.count)
  }

  @Test("The largest and the smallest amounts are exact")
  func edges() throws {
    #expect(try number("922337203685477.5807")?.value == Amount(tenThousandths: .max))
    #expect(try number("922337203685477.5808")?.value == nil)
    #expect(try number("0.0001")?.value == Amount(tenThousandths: 1))
  }

  @Test("What is no numeral is none", arguments: ["名", "，", "余", "多", "点五", "A"])
  func none(text: String) throws {
    #expect(try number(text) == nil)
  }

  @Test("A comma that parts no group of three ends the numeral")
  func commas() throws {
    #expect(try number("2024,15")?.range == 0..<4)
    #expect(try number("15,2")?.range == 0..<2)
    #expect(try number("1,2345")?.range == 0..<1)
  }

  @Test("Digits behind two neighbours, and 卅 behind a digit, begin another numeral")
  func neighbours() throws {
    #expect(try number("两三22") == (try number("两三。")))
    #expect(try number("两三卅三") == (try number("两三。")))
    #expect(try number("三卅三")?.range == 0..<1)
    #expect(try number("卅三")?.value?.description == "33")
  }
}

extension Number: Equatable {
  public static func == (left: Number, right: Number) -> Bool {
    left.range == right.range && left.value == right.value && left.high == right.high
  }
}
