import Languages
import Testing

@Suite("Languages")
struct LanguageTests {
  @Test(
    "A tag names a language, or none",
    arguments: [
      ("zh", Language.chinese), ("zh_CN.UTF-8", .chinese), ("zh-Hans", .chinese), ("ZH", .chinese),
      ("en_GB.UTF-8", .english), ("en", .english), ("C", nil), ("C.UTF-8", nil), ("de_DE", nil),
      ("", nil), ("zhuang", nil),
    ] as [(String, Language?)])
  func tags(tag: String, language: Language?) {
    #expect(Language(tag: tag) == language)
  }

  @Test(
    "The locale of messages: LC_ALL before LC_MESSAGES before LANG, and English where none is known",
    arguments: [
      ([:], Language.english), (["LANG": "zh_CN.UTF-8"], .chinese),
      (["LANG": "zh_CN.UTF-8", "LC_ALL": "C"], .english),
      (["LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN"], .chinese),
      (["LANG": "zh_CN.UTF-8", "LC_ALL": ""], .chinese), (["LANG": "fr_FR.UTF-8"], .english),
    ] as [([String: String], Language)])
  func locales(environment: [String: String], language: Language) {
    #expect(Language(locale: environment) == language)
  }
}

@Suite("Width on a terminal")
struct DisplayWidthTests {
  @Test(
    "Wide signs take two columns, marks none",
    arguments: [
      ("", 0), ("abc", 3), ("工会", 4), ("１２", 4), ("，", 2), ("a工b", 4), ("é", 1), ("e\u{301}", 1),
      ("…", 1), ("—", 1), ("👍", 2), ("👨‍👩‍👧", 2), ("❤️", 2), ("\u{200B}", 0), ("ｱ", 1), ("가", 2),
      ("𠮷", 2),
    ])
  func widths(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test("Padding counts columns, not signs")
  func padding() {
    #expect("工会".padded(to: 6) == "工会  ")
    #expect("工会".padded(from: 6) == "  工会")
    #expect("工会驿站".padded(to: 6) == "工会驿站")
  }

  @Test("Lines break at blanks and between wide signs, and none begins with a closing mark")
  func wrapping() {
    #expect("one two three".wrapped(to: 8) == ["one two", "three"])
    #expect("工会慰问职工".wrapped(to: 6) == ["工会慰", "问职工"])
    #expect("慰问职工。走访".wrapped(to: 8) == ["慰问职", "工。走访"])
    #expect("（慰问）".wrapped(to: 4) == ["（慰", "问）"])
    #expect("用 --out 指定".wrapped(to: 8) == ["用 --out", "指定"])
    #expect("extraordinary".wrapped(to: 5) == ["extraordinary"])
    #expect("".wrapped(to: 5).isEmpty)
  }
}
