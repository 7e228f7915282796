import FactModel
import Testing

@testable import Writing

@Suite("Numbers as newspapers print them")
struct NumberTextTests {
  @Test(
    "万 and 亿 where they shorten, never a digit lost",
    arguments: [
      ("0", "0"), ("7", "7"), ("9999", "9999"), ("10000", "1万"), ("11000", "1.1万"),
      ("12300", "1.23万"), ("12345", "12345"), ("440000", "44万"), ("23000000", "2300万"),
      ("999999", "999999"), ("1000001", "100.0001万"), ("1234567", "123.4567万"),
      ("100000000", "1亿"), ("230000000", "2.3亿"), ("123450000", "1.2345亿"),
      ("123456789", "12345.6789万"), ("1281021300", "12.810213亿"), ("-230000000", "-2.3亿"),
      ("98.3", "98.3"), ("12345.67", "12345.67"),
      ("1234567.5", "1234567.5"), ("-23000000", "-2300万"), ("922337203685477", "92233720368.5477万"),
    ])
  func numbers(value: String, expected: String) {
    #expect(NumberText.text(amount(value)) == expected)
  }

  @Test("A hedged total keeps four digits and stays true, an exact one keeps all")
  func hedged() {
    #expect(Hedge.over.rounded(amount("29138000"), digits: 4) == amount("29130000"))
    #expect(Hedge.nearly.rounded(amount("29138000"), digits: 4) == amount("29140000"))
    #expect(Hedge.nearly.rounded(amount("1000050"), digits: 4) == amount("1001000"))
    #expect(Hedge.nearly.rounded(amount("9999"), digits: 4) == amount("9999"))
    #expect(Hedge.exact.rounded(amount("1000050"), digits: 4) == amount("1000050"))
  }

  @Test(
    "A hedge stands in front, the unit behind",
    arguments: [
      (Quantity(value: amount("440000"), unit: .currency("CNY"), qualifier: .nearly), "近44万元"),
      (Quantity(value: amount("11000"), unit: .personTime, qualifier: .over), "逾1.1万人次"),
      (Quantity(value: amount("98.3"), unit: .percent), "98.3%"),
      (Quantity(value: amount("20"), unit: .item("场"), qualifier: .about), "约20场"),
      (Quantity(value: amount("5"), unit: .site, qualifier: .atLeast), "至少5个"),
      (Quantity(value: amount("12"), unit: .currency("CNY"), qualifier: .atMost), "至多12元"),
      (Quantity(value: amount("500"), high: amount("600"), unit: .person), "500至600人"),
    ])
  func quantities(quantity: Quantity, expected: String) {
    #expect(NumberText.text(quantity) == expected)
  }

  @Test(
    "The bounds of a total choose its hedge",
    arguments: [
      ("600", "600", "600元", "600元"), ("600", nil, "逾600元", "600元以上"),
      ("500", "600", "近600元", "500至600元"),
      ("550", "650", "约600元", "550至650元"), ("550", nil, "约600元", "550元以上"),
    ] as [(String, String?, String, String)])
  func totals(low: String, high: String?, text: String, range: String) {
    let unit = Unit.currency("CNY")
    let bounds = (amount(low), high.map(amount))
    #expect(NumberText.text(amount("600"), low: bounds.0, high: bounds.1, unit: unit) == text)
    #expect(NumberText.range(low: bounds.0, high: bounds.1, unit: unit) == range)
  }

  @Test(
    "A hedged total is rounded to the side on which its hedge stays true",
    arguments: [
      (Hedge.over, "291301380", "2.913亿"), (.nearly, "291301380", "2.914亿"),
      (.about, "291301380", "2.913亿"), (.about, "291350000", "2.914亿"),
      (.exact, "291301380", "29130.138万"), (.nearly, "291300000", "2.913亿"),
      (.over, "1010", "1010"),
      (.over, "0.12", "0.12"),
    ])
  func rounding(hedge: Hedge, total: String, expected: String) {
    #expect(NumberText.text(hedge.rounded(amount(total), digits: 4)) == expected)
  }

  @Test("Differences have a sign")
  func signs() {
    #expect(NumberText.signed(amount("12.5")) == "+12.5")
    #expect(NumberText.signed(amount("-30000")) == "-3万")
    #expect(NumberText.signed(.zero) == "0")
  }
}

@Suite("Page text stays text")
struct MarkdownTests {
  @Test(
    "Signs of Markdown and HTML are disarmed",
    arguments: [
      ("普通“文字”，98.3%。", "普通“文字”，98.3%。"), ("a|b", "a\\|b"),
      ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"), ("&lt;", "&amp;lt;"),
      ("[x](javascript:1)", "\\[x\\](javascript\\:1)"), ("**粗**_斜_", "\\*\\*粗\\*\\*\\_斜\\_"),
      ("`码`", "\\`码\\`"), ("一\n# 二\r\n三", "一 \\# 二 三"), ("$x$", "\\$x\\$"), ("\\", "\\\\"),
      ("https://a.cn", "https\\://a.cn"), ("www.a.cn", "www\\.a.cn"), ("a@b.cn", "a\\@b.cn"),
      ("10:30", "10:30"), ("左\u{202E}右\u{0}\u{FEFF}", "左右"), ("全\u{3000}角\u{2028}行", "全 角 行"),
      ("![图](x)", "!\\[图\\](x)"), ("~~删~~", "\\~\\~删\\~\\~"),
    ])
  func escapes(text: String, expected: String) {
    #expect(Markdown.escape(text) == expected)
  }

  @Test("A long sentence is cut around its figure")
  func quotes() {
    let long = String(repeating: "前", count: 200) + "近44万元" + String(repeating: "后", count: 200)
    let quote = Markdown.quote(long, around: "近44万元", limit: 20)
    #expect(quote == "……前前前前前前前前前前近44万元后后后后后……")
    #expect(Markdown.quote("共5人。", around: "5人") == "共5人。")
    #expect(Markdown.quote(long, around: "不在其中", limit: 4) == "前前前前……")
    for (text, expected) in [
      ("- 5人", "\\- 5人"), ("1. 一", "1\\. 一"), ("(a) b", "\\(a) b"), ("iv) b", "iv\\) b"),
      ("===", "\\==="), ("3月", "3月"), ("5人。", "5人。"),
    ] { #expect(Markdown.quote(text, around: "") == expected) }
  }
}
