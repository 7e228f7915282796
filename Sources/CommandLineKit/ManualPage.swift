import Languages

/// The manual page of section 1, in the `man` macros that every troff knows.
public struct ManualPage: Sendable {
  private let interface: Interface
  private let language: Language
  private let version: String

  public init(of interface: Interface, in language: Language, version: String) {
    self.interface = interface
    self.language = language
    self.version = version
  }

  /// The source of the page.
  public var text: String {
    let name = interface.name
    var lines = [".TH \(name.uppercased()) 1 \"\" \"\(name) \(escaped(version))\""]
    lines += section("NAME", "名称", ["\(name) \\- \(escaped(say(interface.summary)))"])
    let usage = interface.commands.flatMap { lineage(of: $0) }.flatMap { path in
      [".B " + escaped(Usage.line(of: path, in: interface, language)), ".br"]
    }
    lines += section("SYNOPSIS", "用法", usage.dropLast())
    lines += section(
      "DESCRIPTION", "说明", interface.discussion.flatMap { [".PP", escaped(say($0))] })
    lines += section(
      "COMMANDS", "命令", interface.commands.flatMap { lineage(of: $0) }.flatMap(command))
    lines += section("OPTIONS", "选项", interface.commonOptions.flatMap(option))
    lines += section("ENVIRONMENT", "环境变量", interface.variables.flatMap(remark))
    lines += section("FILES", "文件", interface.files.flatMap(remark))
    lines += section("EXIT STATUS", "退出码", interface.exits.flatMap(remark))
    return lines.joined(separator: "\n") + "\n"
  }

  private func say(_ wording: Wording) -> String { wording.text(in: language) }

  private func section(_ english: String, _ chinese: String, _ body: some Sequence<String>)
    -> [String]
  {
    let body = Array(body)
    return body.isEmpty ? [] : [".SH \(language == .chinese ? chinese : english)"] + body
  }

  /// The command, or the commands of its group, each with the commands that lead to it.
  private func lineage(of command: Command) -> [[Command]] {
    command.subcommands.isEmpty ? [[command]] : command.subcommands.map { [command, $0] }
  }

  private func command(_ path: [Command]) -> [String] {
    guard let command = path.last else { return [] }
    var lines = [
      ".SS " + escaped(path.map(\.name).joined(separator: " ")), escaped(say(command.summary)),
    ]
    lines += command.discussion.flatMap { [".PP", escaped(say($0))] }
    lines += command.operands.flatMap {
      [".TP", ".I " + escaped($0.usage), escaped(say($0.help) + Usage.remarks(of: $0, language))]
    }
    lines += command.options.flatMap(option)
    for example in command.examples {
      lines += [
        ".PP", escaped(say(example.text)), ".PP", ".RS 4", ".nf",
        escaped("\(interface.name) \(example.line)"), ".fi", ".RE",
      ]
    }
    return lines
  }

  private func option(_ option: Option) -> [String] {
    let short = option.short.map { "-\($0), " } ?? ""
    let text = say(option.help) + Usage.remarks(of: option, in: interface, language)
    return [".TP", ".B " + escaped(short + option.spelling), escaped(text)]
  }

  private func remark(_ remark: Interface.Remark) -> [String] {
    [".TP", ".B " + escaped(remark.name), escaped(say(remark.text))]
  }

  /// The text with what troff would take for its own made harmless.
  private func escaped(_ text: String) -> String {
    // Terminals without UTF-8 have no ellipsis.
    let plain = language == .english ? text.replacing("…", with: "...") : text
    let safe = plain.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return safe.hasPrefix(".") || safe.hasPrefix("'") ? "\\&" + safe : safe
  }
}
