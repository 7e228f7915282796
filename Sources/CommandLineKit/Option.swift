import Languages

/// An option, as the command line, the environment and the settings file know it.
public struct Option: Sendable {
  /// Where an option may be given.
  public enum Scope: Sendable {
    case commandLine
    /// On the command line and in the environment.
    case environment
    /// On the command line, in the environment and in the settings file.
    case everywhere
  }
  /// The long name without its dashes.
  public let name: String
  public let short: Character?
  /// What the value is called in help, `nil` for a flag.
  public let placeholder: String?
  public let help: Wording
  public let scope: Scope
  public let completion: Completion
  /// What holds where the option is not given, for help.
  public let fallback: String?
  /// Whether the text is a value of the option, and else what to write instead.
  let fault: @Sendable (String) -> Wording?

  public var isFlag: Bool { placeholder == nil }

  /// `--out DIR`, `--strict`.
  var spelling: String { "--\(name)" + (placeholder.map { " \($0)" } ?? "") }

  /// The long name that takes a flag back: `--no-strict`, and `--bom` for `--no-bom`.
  var inverse: String? {
    guard isFlag else { return nil }
    return name.hasPrefix("no-") ? String(name.dropFirst(3)) : "no-" + name
  }
}

/// A flag: given or not.
public struct Flag: Sendable {
  public let option: Option

  public init(
    _ name: String, short: Character? = nil, scope: Option.Scope = .commandLine, help: Wording
  ) {
    option = Option(
      name: name, short: short, placeholder: nil, help: help, scope: scope, completion: .none,
      fallback: nil, fault: { _ in nil })
  }
}

/// An option with a value of a type.
public struct Key<Value: Sendable>: Sendable {
  public let option: Option
  let read: @Sendable (String) -> Value?

  /// - Parameters:
  ///   - read: the value that a text says, `nil` where it says none.
  ///   - expected: what to write: "a month, for example 2025-07".
  public init(
    _ name: String, short: Character? = nil, value placeholder: String,
    scope: Option.Scope = .commandLine, completion: Completion = .none, fallback: String? = nil,
    help: Wording, expected: Wording, read: @escaping @Sendable (String) -> Value?
  ) {
    self.read = read
    option = Option(
      name: name, short: short, placeholder: placeholder, help: help, scope: scope,
      completion: completion, fallback: fallback,
      fault: { read($0) == nil ? expected : nil })
  }
}

extension Key where Value == String {
  /// An option whose value is any text that is not empty: a path, a name.
  public init(
    _ name: String, short: Character? = nil, value placeholder: String,
    scope: Option.Scope = .commandLine, completion: Completion = .none, fallback: String? = nil,
    help: Wording
  ) {
    self.init(
      name, short: short, value: placeholder, scope: scope, completion: completion,
      fallback: fallback, help: help,
      expected: Wording(en: "a value that is not empty", zh: "不为空的值"),
      read: { $0.isEmpty ? nil : $0 })
  }
}

extension Key where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
  /// An option whose value is one of a closed list.
  public init(
    _ name: String, short: Character? = nil, choice placeholder: String,
    scope: Option.Scope = .commandLine, fallback: String? = nil, help: Wording
  ) {
    let words = Value.allCases.map(\.rawValue)
    self.init(
      name, short: short, value: placeholder, scope: scope, completion: .words(words),
      fallback: fallback, help: help,
      expected: Wording(
        en: "one of " + words.joined(separator: ", "), zh: words.joined(separator: "、") + "之一"),
      read: Value.init(rawValue:))
  }
}
