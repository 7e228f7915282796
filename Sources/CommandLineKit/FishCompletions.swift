import Languages

/// Completions for fish.
struct FishCompletions {
  let interface: Interface
  let language: Language

  var script: String {
    let name = interface.name
    var lines = [
      "# fish completions of \(name); read them with: \(name) completions fish | source",
      "complete -c \(name) -f",
    ]
    let names = interface.commands.map(\.name).joined(separator: " ")
    let none = "not __fish_seen_subcommand_from \(names)"
    for command in interface.commands {
      lines.append(word(command, when: none))
      lines += options(command.options, when: seen(command))
      let subcommands = command.subcommands.map(\.name).joined(separator: " ")
      for subcommand in command.subcommands {
        lines.append(
          word(
            subcommand, when: "\(seen(command)); and not __fish_seen_subcommand_from \(subcommands)"
          ))
        let both = "\(seen(command)); and \(seen(subcommand))"
        lines += options(subcommand.options, when: both)
        lines += operands(subcommand, when: both)
      }
      lines += operands(command, when: seen(command))
    }
    lines += options(interface.commonOptions, when: nil)
    return lines.joined(separator: "\n") + "\n"
  }

  private func seen(_ command: Command) -> String { "__fish_seen_subcommand_from \(command.name)" }

  private func word(_ command: Command, when condition: String) -> String {
    line(when: condition, "-a \(command.name)", command.summary)
  }

  private func options(_ options: [Option], when condition: String?) -> [String] {
    options.map { option in
      let short = option.short.map { " -s \($0)" } ?? ""
      let value = option.isFlag ? "" : " -r" + choices(option.completion)
      return line(when: condition, "-l \(option.name)\(short)\(value)", option.help)
    }
  }

  private func operands(_ command: Command, when condition: String) -> [String] {
    guard let completion = command.operands.first(where: { $0.completion != .none })?.completion
    else { return [] }
    return [line(when: condition, String(choices(completion).dropFirst()), nil)]
  }

  private func choices(_ completion: Completion) -> String {
    switch completion {
    case .none: ""
    case .file: " -F"
    case .folder: " -a '(__fish_complete_directories)'"
    case .words(let words): " -a " + shellQuoted(words.joined(separator: " "))
    }
  }

  private func line(when condition: String?, _ body: String, _ text: Wording?) -> String {
    let condition = condition.map { " -n " + shellQuoted($0) } ?? ""
    let text = text.map { " -d " + shellQuoted($0.text(in: language)) } ?? ""
    return "complete -c \(interface.name)\(condition) \(body)\(text)"
  }
}
