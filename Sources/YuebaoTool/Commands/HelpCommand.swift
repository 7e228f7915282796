import CommandLineKit
import Languages
import Yuebao

/// `yuebao help`: the declaration of the command line as a text for people.
struct HelpCommand: ToolCommand {
  enum Format: String, CaseIterable { case text, man, markdown }

  private static let format = Key<Format>(
    "format", choice: "FORMAT", fallback: Format.text.rawValue,
    help: Wording(
      en: "man for the manual page, markdown for the tables of documents",
      zh: "man 输出手册页，markdown 输出文档里的表"))

  static var readsSettings: Bool { false }

  static let declaration = Command(
    "help",
    summary: Wording(en: "show what there is, or all of one command", zh: "显示用法，或一个命令的全部用法"),
    operands: [
      Operand(
        "COMMAND", .any, help: Wording(en: "a command, and one of its group", zh: "命令，以及它下面的命令"))
    ],
    options: [format.option],
    examples: [
      Command.Example(
        "help report", Wording(en: "All of one command.", zh: "一个命令的全部用法。")),
      Command.Example(
        "help --format man > yuebao.1", Wording(en: "The manual page.", zh: "手册页。")),
    ])

  private let words: [String]
  private let form: Format

  init(_ invocation: Invocation) {
    words = invocation.operands
    form = invocation[HelpCommand.format] ?? .text
  }

  func run(_ session: Session) throws -> Console.Exit {
    switch form {
    case .text:
      // Parsing the words finds the command, or says what is wrong with them.
      try Console.print(session.help.of(try Tool.interface.parse(words).path))
    case .man:
      let page = ManualPage(of: Tool.interface, in: session.language, version: yuebaoVersion)
      try Console.print(Array(page.text.utf8))
    case .markdown:
      try Console.print(Array(MarkdownTables(of: Tool.interface, in: session.language).text.utf8))
    }
    return .done
  }
}

/// `yuebao completions`: the script that teaches a shell the command line.
struct CompletionsCommand: ToolCommand {
  static var readsSettings: Bool { false }

  static let declaration = Command(
    "completions", summary: Wording(en: "write completions for a shell", zh: "输出命令行补全脚本"),
    operands: [
      Operand(
        "SHELL", .one,
        help: Wording(
          en: "one of " + Shell.allCases.map(\.rawValue).joined(separator: ", "),
          zh: Shell.allCases.map(\.rawValue).joined(separator: "、") + "之一"),
        completion: .words(Shell.allCases.map(\.rawValue)))
    ],
    examples: [
      Command.Example(
        "completions bash > ~/.local/share/bash-completion/completions/yuebao",
        Wording(en: "For bash, once and for all.", zh: "给 bash 装上补全。"))
    ])

  private let shell: Shell

  init(_ invocation: Invocation) throws(UsageError) {
    guard let shell = Shell(rawValue: invocation.operands[0]) else {
      throw UsageError(
        Wording(
          en: "'\(invocation.operands[0])' is no shell that is known; it is one of bash, zsh, fish",
          zh: "不认识“\(invocation.operands[0])”这种 shell；可用的有 bash、zsh、fish"),
        helpPath: ["completions"])
    }
    self.shell = shell
  }

  func run(_ session: Session) throws -> Console.Exit {
    try Console.print(Array(shell.completions(of: Tool.interface, in: session.language).utf8))
    return .done
  }
}
