import Foundation
import TestSupport
import Testing

@testable import YuebaoTool

@Suite("Hostile text")
struct HostileTextTests {
  /// Signs that a terminal obeys, that turn a line round, or that nobody sees.
  private static let hidden: [Unicode.Scalar] = [
    "\u{1B}", "\u{7}", "\u{8}", "\u{9B}", "\u{7F}", "\u{200B}", "\u{200F}", "\u{202E}", "\u{2066}",
    "\u{2028}", "\u{FEFF}",
    "\u{E0041}",
  ]

  @Test("A terminal is shown signs that it would obey", arguments: hidden)
  func terminal(sign: Unicode.Scalar) {
    let shown = "a\\u{" + String(sign.value, radix: 16, uppercase: true) + "}b"
    #expect(Visible.message("a\(sign)b") == shown)
    #expect(Visible.name("a\(sign)b") == shown)
  }

  @Test("Lines, Tabs and the program's own colours stay; a name has one line")
  func own() {
    let colored = "\u{1B}[31m一\n二\t\u{1B}[0m"
    #expect(Visible.message(colored) == colored)
    #expect(Visible.message("\u{1B}[5m\u{1B}]0;x\u{7}") == #"\u{1B}[5m\u{1B}]0;x\u{7}"#)
    #expect(Visible.name("a\nb\tc") == #"a\u{A}b\u{9}c"#)
  }

  @Test("Names go to the system and back, whatever their bytes", arguments: [UInt64](1...20))
  func names(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let bytes = (0..<40).map { _ in UInt8.random(in: 1...255, using: &generator) }
    #expect(SystemName.bytes(of: SystemName.text(of: bytes)) == bytes)
    // A private sign that stands in a name is no byte.
    let sign = Array("\u{10FFB9}".utf8)
    #expect(SystemName.bytes(of: SystemName.text(of: sign)) == sign)
    #expect(SystemName.text(of: sign) != SystemName.text(of: [0xB9]))
  }

  @Test("No file for people and no message holds a sign that hides or turns text")
  func files() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let signs = String(String.UnicodeScalarView(HostileTextTests.hidden))
    let marks = #"=1+1 ]]> </script> <!-- x --> `a` | b | [c](javascript:d) "e" \ "# + "\u{0}"
    let label = "\(signs)\(marks)职工"
    try scratch.write("\(label)\n江苏省南通市总工会慰问\(label)300名，办了讲座4场。\n", to: "in/2025-07-12.txt")
    let row = ["数值": "5", "省份": "江苏省", "指标": label, "月份": "2025-07", label: "x", "时间": label]
    try scratch.write(
      Array(try JSONSerialization.data(withJSONObject: [row])), to: "in/2025-07-\(signs).json")
    for language in ["zh", "en"] {
      let run = try scratch.run("report", "in", "--out", language, "--lang", language)
      #expect(run.code == 0, "\(run.errors)")
      let check = try scratch.run("check", "in")
      let explain = try scratch.run("explain", "2025-07-12:2", "in")
      for sign in HostileTextTests.hidden {
        for said in [
          run.output, run.errors, check.output, check.errors, explain.output, explain.errors,
        ] {
          #expect(!said.unicodeScalars.contains(sign), "\(sign.value)")
        }
        for (name, bytes) in try scratch.tree(language)
        where name.hasSuffix(".md") || name.hasSuffix(".svg") {
          let text = String(decoding: bytes, as: UTF8.self)
          #expect(!text.unicodeScalars.contains(sign), "\(name) \(sign.value)")
          #expect(
            !text.contains("</script>") && !text.contains("<!-- x") && !text.contains("]]>"),
            "\(name)")
        }
      }
      for (name, bytes) in try scratch.tree(language) {
        #expect(!bytes.contains(0), "\(name)")
        if name.hasSuffix(".csv") {
          #expect(!String(decoding: bytes, as: UTF8.self).contains("\n="))
        }
      }
    }
  }
}
