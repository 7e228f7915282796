import Languages

/// A command, or a group of commands.
public struct Command: Sendable {
  public let name: String
  /// What it does, in one line.
  public let summary: Wording
  /// Paragraphs behind the summary.
  public let discussion: [Wording]
  public let operands: [Operand]
  public let options: [Option]
  /// The commands of a group; a group is never carried out itself.
  public let subcommands: [Command]
  public let examples: [Example]

  /// A command line with what it does.
  public struct Example: Sendable {
    /// Without the program's name.
    public let line: String
    public let text: Wording

    public init(_ line: String, _ text: Wording) {
      self.line = line
      self.text = text
    }
  }

  public init(
    _ name: String, summary: Wording, discussion: [Wording] = [], operands: [Operand] = [],
    options: [Option] = [], subcommands: [Command] = [], examples: [Example] = []
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.operands = operands
    self.options = options
    self.subcommands = subcommands
    self.examples = examples
  }

  /// The command itself and the commands of its group.
  public var withSubcommands: [Command] { [self] + subcommands }
}

/// An argument that is no option.
public struct Operand: Sendable {
  public enum Arity: Sendable {
    case one
    case optional
    /// Any number.
    case any
    /// At least one.
    case some
  }
  /// How help names it: `INPUT`.
  public let name: String
  public let arity: Arity
  public let help: Wording
  public let completion: Completion
  /// What stands in where none is given.
  public let fallback: String?
  /// The key of the settings file that stands in where none is given.
  public let setting: String?

  public init(
    _ name: String, _ arity: Arity, help: Wording, completion: Completion = .none,
    fallback: String? = nil, setting: String? = nil
  ) {
    self.name = name
    self.arity = arity
    self.help = help
    self.completion = completion
    self.fallback = fallback
    self.setting = setting
  }

  /// `INPUT`, `[RAW]`, `[INPUT…]`, `INPUT…`.
  var usage: String {
    switch arity {
    case .one: name
    case .optional: "[\(name)]"
    case .any: "[\(name)…]"
    case .some: "\(name)…"
    }
  }

  var least: Int { arity == .one || arity == .some ? 1 : 0 }
  /// `nil` for no limit.
  var most: Int? { arity == .any || arity == .some ? nil : 1 }
}

/// What a shell may offer for a word.
public enum Completion: Sendable, Equatable {
  case none
  case file
  case folder
  case words([String])
}
