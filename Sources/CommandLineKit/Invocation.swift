import Languages

/// A command line that was understood: which command, with which arguments and options.
///
/// Where an option was given in several places, the command line wins over the environment, the environment over the
/// settings file, and that over the fallback of the program.
public struct Invocation: Sendable {
  /// The command and, inside a group, its subcommand; empty for the program itself.
  public internal(set) var path: [Command] = []
  public internal(set) var operands: [String] = []
  var values: [String: String] = [:]
  /// What the settings file gives for arguments, by the name of the argument.
  var operandDefaults: [String: [String]] = [:]

  /// A command line of no words.
  public init() {}

  /// The words that name the command: `lexicon check`.
  public var name: String { path.map(\.name).joined(separator: " ") }

  /// Whether a flag holds.
  public subscript(flag: Flag) -> Bool { values[flag.option.name] == Invocation.yes }

  /// The value of an option, `nil` where it was not given.
  public subscript<Value>(key: Key<Value>) -> Value? {
    values[key.option.name].flatMap(key.read)
  }

  /// The words that stand for an argument: those of the command line, else of the settings file, else the fallback.
  public func words(_ given: [String], for operand: Operand) -> [String] {
    if !given.isEmpty { return given }
    return operandDefaults[operand.name] ?? operand.fallback.map { [$0] } ?? []
  }

  static let yes = "true"
  static let no = "false"
}

extension Invocation {
  /// Takes over, for options that the command line left open, what the environment says.
  ///
  /// - Throws: `UsageError` that names the variable whose value cannot be used.
  public mutating func adopt(environment: [String: String], of interface: Interface)
    throws(UsageError)
  {
    for option in interface.options(of: path.last) where values[option.name] == nil {
      guard let variable = interface.variable(of: option), let text = environment[variable],
        !text.isEmpty
      else { continue }
      values[option.name] = try Invocation.checked(text, of: option, named: variable)
    }
  }

  /// Takes over, for options that are still open, what a settings file says.
  ///
  /// - Throws: `UsageError` at the first key that no command knows, or whose value cannot be used.
  public mutating func adopt(settings: [Setting], of interface: Interface) throws(UsageError) {
    let options = interface.allOptions.filter { $0.scope == .everywhere }
    let operands = interface.commands.flatMap { $0.withSubcommands.flatMap(\.operands) }
    let keys = options.map(\.name) + operands.compactMap(\.setting)
    for setting in settings {
      guard keys.contains(setting.key) else {
        throw UsageError(
          Wording(
            en: "\(setting.place): error: there is no setting '\(setting.key)'",
            zh: "\(setting.place): 错误：没有叫“\(setting.key)”的设置"),
          suggestion: Suggestion.nearest(to: setting.key, among: keys))
      }
      if let option = options.first(where: { $0.name == setting.key }) {
        try adopt(
          setting, option,
          isOpen: interface.options(of: path.last).contains {
            $0.name == option.name && values[$0.name] == nil
          })
      }
      for operand in path.last?.operands ?? [] where operand.setting == setting.key {
        operandDefaults[operand.name] = setting.values
      }
    }
  }

  private mutating func adopt(_ setting: Setting, _ option: Option, isOpen: Bool)
    throws(UsageError)
  {
    guard let text = setting.values.first, setting.values.count == 1 else {
      throw UsageError(
        Wording(
          en: "\(setting.place): error: '\(setting.key)' takes one value",
          zh: "\(setting.place): 错误：“\(setting.key)”只要一个值"))
    }
    let value = try Invocation.checked(text, of: option, named: "\(setting.place): \(setting.key)")
    if isOpen { values[option.name] = value }
  }

  /// The text as a value of the option.
  static func checked(_ text: String, of option: Option, named name: String) throws(UsageError)
    -> String
  {
    if option.isFlag {
      switch text.lowercased() {
      case "1", "true", "yes", "on": return yes
      case "0", "false", "no", "off": return no
      default:
        throw UsageError(
          Wording(
            en: "\(name): '\(text)' is neither true nor false",
            zh: "\(name)：“\(text)”不是 true 或 false"))
      }
    }
    if let expected = option.fault(text) { throw wrongValue(text, name, expected) }
    return text
  }

  static func wrongValue(
    _ text: String, _ name: String, _ expected: Wording, place: UsageError.Place? = nil,
    helpPath: [String] = []
  ) -> UsageError {
    UsageError(
      Wording(en: "\(name): '\(text)' cannot be used; write ", zh: "\(name)：“\(text)”用不了；请写")
        + expected,
      place: place, helpPath: helpPath)
  }
}

/// One entry of a settings file.
public struct Setting: Sendable {
  public let key: String
  public let values: [String]
  /// `yuebao.json:3:5`.
  public let place: String

  public init(key: String, values: [String], place: String) {
    self.key = key
    self.values = values
    self.place = place
  }
}
