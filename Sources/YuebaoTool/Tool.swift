import CommandLineKit
import Languages
import Platform
import Yuebao

/// The command line: the only place that prints, exits, or knows paths.
@main
enum Tool {
  static func main() {
    ProcessCalls.prepare()
    exit(run(ProcessCalls.arguments).rawValue)
  }

  /// Carries out a command line; returns how it ended.
  static func run(
    _ words: [String], environment: [String: String] = Host.environment
  ) -> Console.Exit {
    let language =
      interface.guess(Options.language, in: words, environment) ?? Language(locale: environment)
    var session = Session(Invocation(), language: language, environment: environment)
    do {
      let invocation = try understand(words, environment)
      session = Session(invocation, language: language, environment: environment)
      return try carryOut(invocation, words, session)
    } catch let error as UsageError {
      Console.report(error.text(of: interface.name, in: session.language))
      return .usage
    } catch let error as any SpokenError {
      session.fail(error)
      return (error as? any ExitingError)?.exit ?? .unusableInput
    } catch {
      Console.report("yuebao: \(error)")
      return .unusableInput
    }
  }

  /// The command line with what the environment and the settings file add.
  private static func understand(_ words: [String], _ environment: [String: String]) throws
    -> Invocation
  {
    var invocation = try interface.parse(words)
    try invocation.adopt(environment: environment, of: interface)
    guard let command = command(of: invocation), command.readsSettings, !asksForHelp(invocation),
      let file = SettingsFile(named: invocation[Options.config])
    else { return invocation }
    try invocation.adopt(settings: try file.settings(of: interface), of: interface)
    return invocation
  }

  private static func asksForHelp(_ invocation: Invocation) -> Bool {
    invocation[Options.help] || invocation[Options.version] || invocation.path.isEmpty
  }

  private static func command(of invocation: Invocation) -> (any ToolCommand.Type)? {
    commands.first { $0.declaration.name == invocation.path.first?.name }
  }

  private static func carryOut(_ invocation: Invocation, _ words: [String], _ session: Session)
    throws -> Console.Exit
  {
    if invocation[Options.version] {
      try Console.print(
        "yuebao \(yuebaoVersion)" + (buildCommit.isEmpty ? "" : " (\(buildCommit))"))
      return .done
    }
    guard !asksForHelp(invocation), let command = command(of: invocation) else {
      try Console.print(session.help.of(invocation.path))
      return .done
    }
    try interface.checkOperands(of: invocation, words: words)
    return try command.init(invocation).run(session)
  }
}

/// An error that ends the program with a status of its own.
protocol ExitingError: SpokenError {
  var exit: Console.Exit { get }
}
