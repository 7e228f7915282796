/// Completions for bash 3.2 and newer, without the bash-completion package.
struct BashCompletions {
  let interface: Interface

  var script: String {
    let function = "_" + interface.name
    return """
      # bash completions of \(interface.name); read them with: source <(\(interface.name) completions bash)
      \(function)() {
        local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} path="" i
        COMPREPLY=()
        for ((i = 1; i < COMP_CWORD; i++)); do
          case "$path ${COMP_WORDS[i]}" in
      \(paths)
          esac
        done
        case "$path $before" in
      \(values)
        esac
        if [[ $word == -* ]]; then
          case "$path" in
      \(options)
          esac
          return
        fi
        case "$path" in
      \(operands)
        esac
      }
      complete -o filenames -F \(function) \(interface.name)

      """
  }

  /// Every command and subcommand, as the words that lead to it.
  private var every: [(path: String, command: Command?)] {
    [("", nil)]
      + interface.commands.flatMap { command in
        [(" " + command.name, command)]
          + command.subcommands.map { (" \(command.name) \($0.name)", $0) }
      }
  }

  private var paths: String {
    let all = every.dropFirst().map { "\"\($0.path)\"" }.joined(separator: "|")
    return "      \(all)) path=\"$path ${COMP_WORDS[i]}\" ;;"
  }

  private var values: String {
    every.flatMap { path, command in
      interface.options(of: command).filter { !$0.isFlag }.map { option in
        let names = ["--" + option.name] + (option.short.map { ["-\($0)"] } ?? [])
        let cases = names.map { "\"\(path) \($0)\"" }.joined(separator: "|")
        return "    \(cases)) \(reply(option.completion)); return ;;"
      }
    }.joined(separator: "\n")
  }

  private var options: String {
    every.map { path, command in
      let names = interface.options(of: command).map { "--" + $0.name }.joined(separator: " ")
      return "      \"\(path)\") \(reply(.words([names]))) ;;"
    }.joined(separator: "\n")
  }

  private var operands: String {
    every.map { path, command in
      let names = (command?.subcommands ?? (command == nil ? interface.commands : [])).map(\.name)
      let completion =
        names.isEmpty
        ? command?.operands.first { $0.completion != .none }?.completion ?? .none : .words(names)
      return "    \"\(path)\") \(reply(completion)) ;;"
    }.joined(separator: "\n")
  }

  private func reply(_ completion: Completion) -> String {
    switch completion {
    case .none: "COMPREPLY=()"
    case .file: "COMPREPLY=($(compgen -f -- \"$word\"))"
    case .folder: "COMPREPLY=($(compgen -d -- \"$word\"))"
    case .words(let words):
      "COMPREPLY=($(compgen -W \(shellQuoted(words.joined(separator: " "))) -- \"$word\"))"
    }
  }
}
