import Languages

/// Completions for zsh, on top of its own `_arguments`.
struct ZshCompletions {
  let interface: Interface
  let language: Language

  var script: String {
    let name = interface.name
    return """
      #compdef \(name)
      # zsh completions of \(name); store them as _\(name) in a folder of $fpath
      \(groups)
      _\(name)() {
        local context state line curcontext="$curcontext"
      \(dispatch(nil, interface.commands, position: 1))
      }
      if [[ $funcstack[1] == _\(name) ]]; then _\(name) "$@"; else compdef _\(name) \(name); fi

      """
  }

  private var groups: String {
    interface.commands.filter { !$0.subcommands.isEmpty }.map { command in
      """
      _\(interface.name)_\(command.name)() {
        local context state line curcontext="$curcontext"
      \(dispatch(command, command.subcommands, position: 1))
      }
      """
    }.joined(separator: "\n")
  }

  /// The choice of a command, and what follows each.
  private func dispatch(_ parent: Command?, _ commands: [Command], position: Int) -> String {
    let list = commands.map { command in
      shellQuoted(
        command.name.replacing(":", with: "\\:") + ":" + command.summary.text(in: language))
    }.joined(separator: " ")
    let cases = commands.map { command in
      let body =
        command.subcommands.isEmpty
        ? "_arguments -S \((options(command) + operands(command)).joined(separator: " "))"
        : "_\(interface.name)_\(command.name)"
      return "        \(command.name)) \(body) ;;"
    }.joined(separator: "\n")
    return """
        _arguments -C \((options(parent)).joined(separator: " ")) '1: :->command' '*:: :->rest'
        case $state in
          command) local -a commands; commands=(\(list)); _describe command commands ;;
          rest)
            case $line[1] in
      \(cases)
            esac ;;
        esac
      """
  }

  private func options(_ command: Command?) -> [String] {
    interface.options(of: command).flatMap { option in
      let text = "[" + safe(option.help.text(in: language)) + "]"
      let value = option.placeholder.map { ":" + safe($0) + ":" + action(option.completion) } ?? ""
      let long = "--" + option.name + (option.isFlag ? "" : "=")
      let short = option.short.map { "-\($0)" + (option.isFlag ? "" : "+") }
      return ([long] + (short.map { [$0] } ?? [])).map { shellQuoted($0 + text + value) }
    }
  }

  private func operands(_ command: Command) -> [String] {
    command.operands.map { operand in
      let many = operand.most == nil ? "*:" : ":"
      return shellQuoted(many + safe(operand.name) + ":" + action(operand.completion))
    }
  }

  private func action(_ completion: Completion) -> String {
    switch completion {
    case .none: " "
    case .file: "_files"
    case .folder: "_files -/"
    case .words(let words): "(" + words.joined(separator: " ") + ")"
    }
  }

  /// The text without what `_arguments` would take for its own.
  private func safe(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("[", with: "\\[").replacing("]", with: "\\]")
      .replacing(":", with: "\\:")
  }
}
