import Languages

/// The tables of commands and options for a document.
public struct MarkdownTables: Sendable {
  private let interface: Interface
  private let language: Language

  public init(of interface: Interface, in language: Language) {
    self.interface = interface
    self.language = language
  }

  /// A table of commands and, below it, a table of options.
  public var text: String {
    let paths = interface.commands.flatMap { command in
      command.subcommands.isEmpty ? [[command]] : command.subcommands.map { [command, $0] }
    }
    let commands = paths.map { path in
      ["`" + usage(path) + "`", path.last.map { say($0.summary) } ?? ""]
    }
    return table(
      [Wording(en: "command", zh: "命令"), Wording(en: "what it does", zh: "作用")], commands)
      + "\n"
      + table(
        [
          Wording(en: "option", zh: "选项"), Wording(en: "of", zh: "属于"),
          Wording(en: "what it does", zh: "作用"),
        ], interface.allOptions.map(row))
  }

  private func say(_ wording: Wording) -> String { wording.text(in: language) }

  private func usage(_ path: [Command]) -> String {
    ([interface.name] + path.map(\.name) + (path.last?.operands.map(\.usage) ?? []))
      .joined(separator: " ")
  }

  private func row(of option: Option) -> [String] {
    let short = option.short.map { "`-\($0)`, " } ?? ""
    let isCommon = interface.commonOptions.contains { $0.name == option.name }
    let owners = interface.commands.filter { command in
      command.withSubcommands.contains { $0.options.contains { $0.name == option.name } }
    }.map(\.name)
    let all = Wording(en: "all", zh: "全部").text(in: language)
    return [
      short + "`\(option.spelling)`", isCommon ? all : owners.joined(separator: ", "),
      say(option.help) + Usage.remarks(of: option, in: interface, language),
    ]
  }

  private func table(_ header: [Wording], _ rows: [[String]]) -> String {
    let lines = [header.map(say), header.map { _ in "---" }] + rows
    return lines.map { cells in
      "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
    }.joined()
  }
}
