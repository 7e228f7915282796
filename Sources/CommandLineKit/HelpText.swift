import Languages

/// The text that `--help` prints.
public struct HelpText: Sendable {
  private let interface: Interface
  private let language: Language
  private let width: Int
  private let isColored: Bool

  /// - Parameters:
  ///   - width: the columns of the terminal.
  ///   - isColored: whether headings are bold.
  public init(
    of interface: Interface, in language: Language, width: Int = 80, isColored: Bool = false
  ) {
    self.interface = interface
    self.language = language
    self.width = max(40, min(width, 100))
    self.isColored = isColored
  }

  /// The help of the program: its commands and what they share.
  public func ofProgram() -> String {
    var blocks = [
      "\(interface.name): " + interface.summary.text(in: language),
      heading(Titles.usage) + gap + interface.name + " " + Titles.usageOfProgram.text(in: language),
    ]
    blocks += interface.discussion.map(paragraph)
    blocks.append(list(Titles.commands, rows(of: interface.commands)))
    blocks.append(list(Titles.options, interface.commonOptions.map(row)))
    blocks.append(list(Titles.variables, interface.variables.map { ($0.name, say($0.text)) }))
    blocks.append(list(Titles.exits, interface.exits.map { ($0.name, say($0.text)) }))
    blocks.append(
      paragraph(
        Wording(
          en: "'\(interface.name) help COMMAND' tells all of a command.",
          zh: "“\(interface.name) help 命令”列出一个命令的全部用法。")))
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// The help of one command, by the commands that lead to it.
  public func of(_ path: [Command]) -> String {
    guard let command = path.last else { return ofProgram() }
    let name = ([interface.name] + path.map(\.name)).joined(separator: " ")
    var blocks = ["\(name): " + say(command.summary)]
    blocks.append(heading(Titles.usage) + gap + Usage.line(of: path, in: interface, language))
    blocks += command.discussion.map(paragraph)
    blocks.append(list(Titles.commands, rows(of: command.subcommands)))
    blocks.append(list(Titles.operands, command.operands.map(row)))
    blocks.append(list(Titles.options, command.options.map(row)))
    blocks.append(list(Titles.commonOptions, interface.commonOptions.map(row)))
    blocks.append(
      list(
        Titles.examples,
        command.examples.map { ("\(interface.name) \($0.line)", say($0.text)) }, isStacked: true))
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// A full-width colon brings its own blank.
  private var gap: String { language == .chinese ? "" : " " }

  private func say(_ wording: Wording) -> String { wording.text(in: language) }

  private func heading(_ title: Wording) -> String {
    let text = say(title)
    return isColored ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }

  private func paragraph(_ text: Wording) -> String {
    say(text).wrapped(to: width).joined(separator: "\n")
  }

  private func rows(of commands: [Command]) -> [(String, String)] {
    commands.map { ($0.name, say($0.summary)) }
  }

  private func row(of operand: Operand) -> (String, String) {
    (operand.usage, say(operand.help) + Usage.remarks(of: operand, language))
  }

  private func row(of option: Option) -> (String, String) {
    let short = option.short.map { "-\($0), " } ?? "    "
    return (
      short + option.spelling, say(option.help) + Usage.remarks(of: option, in: interface, language)
    )
  }

  /// Names at the left, texts at the right; below each other where a name is wide.
  private func list(_ title: Wording, _ rows: [(String, String)], isStacked: Bool = false) -> String
  {
    if rows.isEmpty { return "" }
    let column = min(28, (rows.map(\.0.displayWidth).max() ?? 0) + 4)
    var lines = [heading(title)]
    for (name, text) in rows {
      let stands = isStacked || name.displayWidth + 4 > column
      let indent = isStacked ? 6 : column
      let texts = text.wrapped(to: width - indent)
      if stands { lines.append("  " + name) }
      for (index, line) in texts.enumerated() {
        let left =
          index == 0 && !stands
          ? ("  " + name).padded(to: indent) : String(repeating: " ", count: indent)
        lines.append(left + line)
      }
    }
    return lines.joined(separator: "\n")
  }
}
