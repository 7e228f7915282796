import Languages

extension Interface {
  /// Reads the words behind the program's name.
  ///
  /// Options may stand anywhere behind the command: `--out=DIR`, `--out DIR`, `-o DIR`, `-oDIR`, `-o=DIR`, and short
  /// flags together, `-qh`. The last of several wins; `--no-strict` takes `--strict` back. Behind `--` every word is an
  /// argument; `-` always is.
  ///
  /// - Throws: `UsageError` that says which word is wrong and what would be right.
  public func parse(_ words: [String]) throws(UsageError) -> Invocation {
    var parser = Parser(interface: self, words: words)
    return try parser.parse()
  }
}

extension Interface {
  /// The value that an option seems to have, also where the rest of the line is wrong: so that the message about it
  /// can be in the language that the line asks for.
  public func guess<Value>(_ key: Key<Value>, in words: [String], _ environment: [String: String])
    -> Value?
  {
    let name = "--" + key.option.name
    for (index, word) in words.enumerated().reversed() {
      if word.hasPrefix(name + "=") { return key.read(String(word.dropFirst(name.count + 1))) }
      if word == name, index + 1 < words.count { return key.read(words[index + 1]) }
    }
    return variable(of: key.option).flatMap { environment[$0] }.flatMap(key.read)
  }
}

/// The state of reading one command line.
private struct Parser {
  let interface: Interface
  let words: [String]
  private var at = 0
  private var result = Invocation()
  private var isBehindDashes = false

  init(interface: Interface, words: [String]) {
    self.interface = interface
    self.words = words
  }

  mutating func parse() throws(UsageError) -> Invocation {
    while at < words.count {
      let word = words[at]
      if isBehindDashes || word == "-" || !word.hasPrefix("-") {
        try readWord(word)
      } else if word == "--" {
        isBehindDashes = true
        at += 1
      } else if word.hasPrefix("--") {
        try readLong(word.dropFirst(2))
      } else {
        try readShort(word.dropFirst())
      }
    }
    return result
  }

  private var path: [String] { result.path.map(\.name) }

  private func error(_ message: Wording, _ suggestion: String? = nil, at index: Int? = nil)
    -> UsageError
  {
    UsageError(
      message, suggestion: suggestion,
      place: UsageError.Place(words: words, index: index ?? at), helpPath: path)
  }

  // MARK: Commands and arguments

  private mutating func readWord(_ word: String) throws(UsageError) {
    let choices =
      result.path.last.map { $0.subcommands } ?? (isBehindDashes ? [] : interface.commands)
    if choices.isEmpty || !result.operands.isEmpty {
      result.operands.append(word)
    } else if let command = choices.first(where: { $0.name == word }) {
      result.path.append(command)
    } else {
      let known = choices.map(\.name)
      let list = known.joined(separator: ", ")
      let near = Suggestion.nearest(to: word, among: known)
      throw error(
        near != nil
          ? Wording(en: "'\(word)' is no command", zh: "没有“\(word)”这个命令")
          : Wording(
            en: "'\(word)' is no command; the commands are \(list)",
            zh: "没有“\(word)”这个命令；可用的有 \(list)"),
        near)
    }
    at += 1
  }

  // MARK: Options

  private mutating func readLong(_ text: Substring) throws(UsageError) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    let inline = parts.count == 2 ? String(parts[1]) : nil
    let options = interface.options(of: result.path.last)
    if let option = options.first(where: { $0.name == name }) {
      try take(option, named: "--" + name, inline: inline)
    } else if let option = options.first(where: { $0.inverse == name }), inline == nil {
      result.values[option.name] = Invocation.no
      at += 1
    } else {
      throw unknown("--" + name)
    }
  }

  private mutating func readShort(_ letters: Substring) throws(UsageError) {
    let options = interface.options(of: result.path.last)
    var rest = letters
    while let letter = rest.popFirst() {
      guard let option = options.first(where: { $0.short == letter }) else {
        throw unknown("-" + String(letter))
      }
      if option.isFlag, !rest.isEmpty, rest.first != "=" {
        result.values[option.name] = Invocation.yes
        continue
      }
      let inline = rest.isEmpty ? nil : String(rest.first == "=" ? rest.dropFirst() : rest)
      return try take(option, named: "-" + String(letter), inline: inline)
    }
  }

  private mutating func take(_ option: Option, named name: String, inline: String?)
    throws(UsageError)
  {
    if option.isFlag {
      guard inline == nil else {
        throw error(Wording(en: "\(name) takes no value", zh: "\(name) 不带值"))
      }
      result.values[option.name] = Invocation.yes
      at += 1
      return
    }
    let index = inline == nil ? at + 1 : at
    guard let text = inline ?? (index < words.count ? words[index] : nil) else {
      let value = option.placeholder ?? ""
      throw error(
        Wording(
          en: "\(name) needs a value: \(name) \(value)", zh: "\(name) 需要一个值：\(name) \(value)"),
        at: index)
    }
    if let expected = option.fault(text) {
      let place = UsageError.Place(words: words, index: index)
      throw Invocation.wrongValue(text, name, expected, place: place, helpPath: path)
    }
    result.values[option.name] = text
    at = index + 1
  }

  private func unknown(_ name: String) -> UsageError {
    let command = result.path.last
    if let owner = owner(of: name), command != nil {
      return error(
        Wording(
          en: "'\(name)' is an option of \(owner), not of \(self.path.joined(separator: " "))",
          zh: "“\(name)”是 \(owner) 的选项，\(self.path.joined(separator: " ")) 没有"))
    }
    let known = interface.options(of: command).flatMap { option in
      ["--" + option.name] + (option.short.map { ["-" + String($0)] } ?? [])
    }
    return error(
      Wording(en: "unknown option '\(name)'", zh: "没有“\(name)”这个选项"),
      Suggestion.nearest(to: name, among: name.hasPrefix("--") ? known : []))
  }

  /// The command that has the option that this one has not.
  private func owner(of name: String) -> String? {
    interface.commands.first { command in
      command.options.contains {
        "--" + $0.name == name || $0.short.map { "-" + String($0) } == name
      }
    }?.name
  }
}

extension Interface {
  /// Checks that the command has the arguments that it needs, and no more, once settings had their say.
  ///
  /// - Throws: `UsageError` that names the argument that is missing, or the first that is too many.
  public func checkOperands(of invocation: Invocation, words: [String]) throws(UsageError) {
    guard let command = invocation.path.last else { return }
    let path = invocation.path.map(\.name)
    let name = invocation.name
    if !command.subcommands.isEmpty {
      let list = command.subcommands.map(\.name).joined(separator: ", ")
      throw UsageError(
        Wording(en: "\(name) needs one of \(list)", zh: "\(name) 后面要写 \(list) 之一"),
        place: .init(words: words, index: words.count), helpPath: path)
    }
    let needed = command.operands.filter {
      $0.least > 0 && invocation.operandDefaults[$0.name] == nil
    }
    if invocation.operands.count < needed.count {
      let missing = needed[invocation.operands.count]
      throw UsageError(
        Wording(
          en: "\(name) needs \(missing.name): " + missing.help.text(in: .english),
          zh: "\(name) 需要 \(missing.name)：" + missing.help.text(in: .chinese)),
        place: .init(words: words, index: words.count), helpPath: path)
    }
    let most = command.operands.reduce(Int?.some(0)) { sum, operand in
      sum.flatMap { total in operand.most.map { total + $0 } }
    }
    if let most, invocation.operands.count > most {
      let word = invocation.operands[most]
      throw UsageError(
        Wording(
          en: "'\(word)' is one argument too many for \(name)", zh: "“\(word)”多余，\(name) 用不到"),
        place: .init(words: words, index: words.lastIndex(of: word) ?? words.count), helpPath: path)
    }
  }
}
