import CommandLineKit
import Foundation
import Languages
import Testing

@Suite("What is made from the declaration")
struct DocumentTests {
  @Test("The help of a command")
  func help() throws {
    let invocation = try Sample.interface.parse(["report"])
    #expect(
      HelpText(of: Sample.interface, in: .english).of(invocation.path) == """
        tool report: report it

        Usage: tool report [OPTIONS] [INPUT…]

        Arguments:
          [INPUT…]  a file (default: seeds; setting: inputs)

        Options:
          -o, --out DIR        where to (default: here; TOOL_OUT)
          -n, --count N        how many
              --colour COLOUR  which (red|green; TOOL_COLOUR)
          -s, --strict         be strict (TOOL_STRICT)
              --no-mark        leave the mark out

        Options of every command:
          -q, --quiet  say little (TOOL_QUIET)

        Examples:
          tool report -o x
              Into x.
        """)
  }

  @Test("The help of the program, in Chinese")
  func program() {
    #expect(
      HelpText(of: Sample.interface, in: .chinese).ofProgram() == """
        tool: 做事

        用法：tool 命令 [选项] …

        命令：
          report   报告
          explain  说明
          lexicon  词表

        选项：
          -q, --quiet  少说（TOOL_QUIET）

        环境变量：
          NO_COLOR  不用颜色

        退出码：
          0  完成

        “tool help 命令”列出一个命令的全部用法。
        """)
  }

  @Test("Headings are bold where colour is wanted", arguments: Language.allCases)
  func colour(language: Language) {
    let plain = HelpText(of: Sample.interface, in: language).ofProgram()
    let colored = HelpText(of: Sample.interface, in: language, isColored: true).ofProgram()
    #expect(!plain.contains("\u{1B}") && colored.contains("\u{1B}[1m"))
    #expect(
      colored.replacing("\u{1B}[1m", with: "").replacing("\u{1B}[0m", with: "") == plain)
  }

  @Test("The tables of documents")
  func markdown() {
    let text = MarkdownTables(of: Sample.interface, in: .english).text
    #expect(text.contains("| `tool lexicon find WORD…` | find one |\n"))
    #expect(text.contains("| `-q`, `--quiet` | all | say little (TOOL_QUIET) |\n"))
    #expect(
      text.contains("| `--colour COLOUR` | report | which (red\\|green; TOOL_COLOUR) |\n"))
  }

  @Test("The manual page names every command, option, variable and exit status")
  func manual() {
    let text = ManualPage(of: Sample.interface, in: .english, version: "1.2").text
    for part in [
      ".TH TOOL 1 \"\" \"tool 1.2\"", ".SS report", ".SS lexicon find", ".B \\-o, \\-\\-out DIR",
      ".B NO_COLOR", ".SH EXIT STATUS", "tool report \\-o x",
    ] { #expect(text.contains(part), "\(part)") }
  }

  @Test("Every shell is told every command and option", arguments: Shell.allCases)
  func completions(shell: Shell) {
    let script = shell.completions(of: Sample.interface, in: .english)
    for option in Sample.interface.allOptions { #expect(script.contains(option.name)) }
    for word in ["report", "explain", "lexicon", "check", "find", "red green"] {
      #expect(script.contains(word), "\(word)")
    }
  }

  /// What bash offers for a line whose last word is being typed.
  private func offers(_ words: [String]) throws -> [String] {
    let script = Shell.bash.completions(of: Sample.interface, in: .english)
    let list = words.map { "'\($0)'" }.joined(separator: " ")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = [
      "-c",
      script
        + "\nCOMP_WORDS=(tool \(list)); COMP_CWORD=\(words.count); _tool; printf '%s\\n' \"${COMPREPLY[@]}\"",
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test(
    "What bash offers",
    arguments: [
      ([""], ["report", "explain", "lexicon"]), (["rep"], ["report"]),
      (["lexicon", ""], ["check", "find"]), (["lexicon", "f"], ["find"]),
      (["report", "--co"], ["--count", "--colour"]),
      (["report", "--colour", ""], ["red", "green"]),
      (["report", "-s", "--o"], ["--out"]), (["lexicon", "find", "--"], ["--quiet"]),
    ])
  func bash(words: [String], offered: [String]) throws {
    #expect(try offers(words) == offered)
  }
}
