import Foundation
import TestSupport
import Testing

/// Both languages are complete: no message without Chinese, none without English, none mixed.
@Suite("Messages in both languages")
struct WordingTests {
  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    (0x4E00...0x9FFF).contains(scalar.value)
  }

  private static func hasHan(_ text: some StringProtocol) -> Bool {
    text.unicodeScalars.contains(where: isHan)
  }

  /// The Swift files of the program with their texts.
  private static func sources() throws -> [(name: String, text: String)] {
    let root = Project.folder("Sources")
    return try FileManager.default.subpathsOfDirectory(atPath: root.path).filter {
      $0.hasSuffix(".swift")
    }.sorted().map {
      ($0, try String(contentsOf: root.appendingPathComponent($0), encoding: .utf8))
    }
  }

  // MARK: As written

  @Test("Every wording in the sources is English under en and Chinese under zh")
  func literals() throws {
    let literal = /\b(en|zh)(?: \w+)?:\s*"((?:[^"\\]|\\.)*)"/
    var counts = ["en": 0, "zh": 0]
    for (name, text) in try WordingTests.sources() {
      for match in text.matches(of: literal) {
        let language = String(match.output.1)
        counts[language, default: 0] += 1
        let words = match.output.2
        if language == "zh" {
          let isChinese = words.unicodeScalars.contains {
            $0.value >= 0x3000 || $0 == "“" || $0 == "…"
          }
          #expect(isChinese || words.allSatisfy { !$0.isLetter }, "\(name): \(words)")
        } else {
          #expect(!words.isEmpty, "\(name)")
          // The names of columns that a sheet may have stand in brackets.
          let isBracketed = words.contains("(")
          #expect(!WordingTests.hasHan(words) || isBracketed, "\(name): \(words)")
        }
      }
    }
    #expect(counts["zh", default: 0] > 150)
  }

  @Test("Nothing is printed that is written in one language only")
  func prints() throws {
    let printed = /(?:Console\.(?:print|report)|session\.say)\("([^"]*)/
    for (name, text) in try WordingTests.sources() where name.hasPrefix("YuebaoTool/") {
      for match in text.matches(of: printed) {
        let words = match.output.1.replacing(/\\\(.*/, with: "").replacing("yuebao", with: "")
        let isWordless = words.allSatisfy { !$0.isLetter }
        #expect(isWordless, "\(name): \(match.output.0)")
      }
    }
  }

  // MARK: As told

  /// Command lines that go wrong, each its own way, in a folder with the files of `faulty`.
  private static let wrong = [
    ["frobnicate"], ["reprot"], ["report", "--ouput", "x"], ["report", "--month", "July"],
    ["report", "--month"], ["report", "-q=1"], ["report", "--excluded", "x"], ["explain"],
    ["explain", "nowhere"], ["explain", "nowhere:3"], ["explain", "2025-07-12:9"], ["lexicon"],
    ["lexicon", "list", "noun"], ["lexicon", "check", "pages"], ["lexicon", "find", "xyzzy"],
    ["completions", "csh"], ["init", "."], ["diff", "a"], ["diff", "a", "b"], ["diff", ".", "."],
    ["report", "nowhere"], ["facts", "nopage.csv"], ["facts", "undated.txt"], ["facts", "t.pdf"],
    ["facts", "quote.csv"], ["facts", "empty.csv"], ["facts", "twice.csv"], ["facts", "rows.csv"],
    ["facts", "broken.json"], ["facts", "gbk.txt"], ["report", "--config", "wrong.json"],
    ["facts", "2025-07-12.txt", "--corrections", "wrong.csv"],
    ["facts", "2025-07-12.txt", "--lexicon", "words"], ["report", "pages", "--month", "2020-01"],
  ]

  private static let faulty = [
    "manifest.csv": "document,date\n", "nopage.csv": "a,b\n1,2\n", "undated.txt": "300\n",
    "quote.csv": "value,unit\n1,\"2\n", "empty.csv": "", "twice.csv": "value,value\n1,2\n",
    "rows.csv": "value,colour\nmany,red,3\n", "broken.json": "[{\"value\" 1}]", "t.pdf": "1",
    "wrong.json": "{\"ouput\": \"x\"}", "wrong.csv": "document,line\np,1\n",
    "words/nouns.csv": "noun,kind\n", "2025-07-12.txt": "abc\n", "pages/2025-07-12.txt": "3\n",
  ]

  @Test("What goes wrong is told in the language that is asked for", arguments: wrong)
  func told(words: [String]) throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    for (name, text) in WordingTests.faulty { try scratch.write(text, to: name) }
    try Data([0xB9, 0xA4, 0xBB, 0xE1, 0xCE, 0xBF, 0x33]).write(
      to: scratch.folder.appendingPathComponent("gbk.txt"))
    let chinese = try scratch.run(words + ["--lang", "zh"]).errors
    let english = try scratch.run(words, environment: ["YUEBAO_LANG": "en"]).errors
    #expect(WordingTests.hasHan(chinese), "\(chinese)")
    #expect(!chinese.contains("error:") && !chinese.contains("warning:"), "\(chinese)")
    #expect(!english.isEmpty)
    // The names of columns that a sheet may have are given in both languages.
    let rest = english.replacing("数值 or value", with: "").replacing("月份", with: "")
    #expect(!WordingTests.hasHan(rest), "\(english)")
  }

  @Test("Help, manual and tables of every command are in one language")
  func help() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let english = try scratch.run("help", "--format", "markdown", "--lang", "en").output
    let chinese = try scratch.run("help", "--format", "markdown", "--lang", "zh").output
    let rows = zip(english.split(separator: "\n"), chinese.split(separator: "\n"))
    var compared = 0
    for (one, other) in rows where one.hasPrefix("| `") {
      compared += 1
      #expect(WordingTests.hasHan(other), "\(other)")
      #expect(!WordingTests.hasHan(one), "\(one)")
    }
    #expect(compared > 20)
    let manual = try scratch.run("help", "--format", "man", "--lang", "zh").output
    for heading in ["名称", "用法", "说明", "命令", "选项", "环境变量", "文件", "退出码"] {
      #expect(manual.contains(".SH \(heading)\n"))
    }
  }
}
