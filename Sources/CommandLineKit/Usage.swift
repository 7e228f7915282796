import Languages

/// The headings that help, manual and documents share.
enum Titles {
  static let usage = Wording(en: "Usage:", zh: "用法：")
  static let usageOfProgram = Wording(en: "COMMAND [OPTIONS] …", zh: "命令 [选项] …")
  static let commands = Wording(en: "Commands:", zh: "命令：")
  static let operands = Wording(en: "Arguments:", zh: "参数：")
  static let options = Wording(en: "Options:", zh: "选项：")
  static let commonOptions = Wording(en: "Options of every command:", zh: "各命令都有的选项：")
  static let variables = Wording(en: "Environment:", zh: "环境变量：")
  static let files = Wording(en: "Files:", zh: "文件：")
  static let exits = Wording(en: "Exit status:", zh: "退出码：")
  static let examples = Wording(en: "Examples:", zh: "例：")
}

/// What every description of a command line says in the same words.
enum Usage {
  /// `yuebao report [OPTIONS] [INPUT…]`.
  static func line(of path: [Command], in interface: Interface, _ language: Language) -> String {
    guard let command = path.last else { return interface.name }
    var words = [interface.name] + path.map(\.name)
    if !command.subcommands.isEmpty {
      words.append(Wording(en: "COMMAND", zh: "命令").text(in: language))
    }
    words.append(Wording(en: "[OPTIONS]", zh: "[选项]").text(in: language))
    return (words + command.operands.map(\.usage)).joined(separator: " ")
  }

  /// What holds where the argument is not given.
  static func remarks(of operand: Operand, _ language: Language) -> String {
    remarks([operand.fallback.map(fallback), operand.setting.map(setting)], language)
  }

  /// The choices, what holds where the option is not given, and its environment variable.
  static func remarks(of option: Option, in interface: Interface, _ language: Language) -> String {
    let variable = interface.variable(of: option)
    return remarks(
      [
        choices(option.completion), option.fallback.map(fallback),
        variable.map(Wording.init(verbatim:)),
      ],
      language)
  }

  private static func choices(_ completion: Completion) -> Wording? {
    guard case .words(let words) = completion else { return nil }
    return Wording(verbatim: words.joined(separator: "|"))
  }

  private static func fallback(_ text: String) -> Wording {
    Wording(en: "default: \(text)", zh: "默认：\(text)")
  }

  private static func setting(_ key: String) -> Wording {
    Wording(en: "setting: \(key)", zh: "设置项：\(key)")
  }

  private static func remarks(_ wordings: [Wording?], _ language: Language) -> String {
    let told = wordings.compactMap { $0?.text(in: language) }
    let mark: (String, String) = language == .chinese ? ("（", "）") : (" (", ")")
    let join = language == .chinese ? "；" : "; "
    return told.isEmpty ? "" : mark.0 + told.joined(separator: join) + mark.1
  }
}
