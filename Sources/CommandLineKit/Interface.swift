import Languages

/// The whole command line of a program, declared once.
///
/// Parsing, help, the manual page, the completions of three shells and the tables of the documents are made from it.
public struct Interface: Sendable {
  /// The program's name, as it is called.
  public let name: String
  /// What the program does, in one line.
  public let summary: Wording
  /// Paragraphs for the help and the manual page.
  public let discussion: [Wording]
  public let commands: [Command]
  /// Options that every command takes; they may stand before the command, too.
  public let commonOptions: [Option]
  /// Environment variables that belong to no option.
  public let variables: [Remark]
  /// What each exit status says.
  public let exits: [Remark]
  /// Files that the program reads of its own accord.
  public let files: [Remark]

  /// A name with what is said of it.
  public struct Remark: Sendable {
    public let name: String
    public let text: Wording

    public init(_ name: String, _ text: Wording) {
      self.name = name
      self.text = text
    }
  }

  public init(
    name: String, summary: Wording, discussion: [Wording] = [], commands: [Command],
    commonOptions: [Option], variables: [Remark] = [], exits: [Remark] = [], files: [Remark] = []
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.commands = commands
    self.commonOptions = commonOptions
    self.variables = variables
    self.exits = exits
    self.files = files
  }

  /// The options that a command takes, its own first.
  public func options(of command: Command?) -> [Option] {
    (command?.options ?? []) + commonOptions
  }

  /// Every option of every command, each name once, in the order of declaration.
  public var allOptions: [Option] {
    var seen: Set<String> = []
    let every = commands.flatMap { $0.withSubcommands.flatMap(\.options) } + commonOptions
    return every.filter { seen.insert($0.name).inserted }
  }

  /// Whether a setting names a file or a folder.
  public func isPath(setting key: String) -> Bool {
    let operands = commands.flatMap { $0.withSubcommands.flatMap(\.operands) }
    let completion =
      allOptions.first { $0.name == key }?.completion
      ?? operands.first { $0.setting == key }?.completion
    return completion == .file || completion == .folder
  }

  /// The prefix of the environment variables of options: `YUEBAO_`.
  var variablePrefix: String { name.uppercased() + "_" }

  /// The environment variable of an option, or `nil` where it has none.
  public func variable(of option: Option) -> String? {
    guard option.scope != .commandLine else { return nil }
    return variablePrefix + option.name.uppercased().replacing("-", with: "_")
  }
}
