import CommandLineKit
import Foundation
import Languages
import Yuebao

/// The command line: the only place that prints, exits, or knows paths.
@main
enum Tool {
  static func main() {
    exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  /// Carries out a command line; returns how it ended.
  static func run(_ words: [String]) -> Console.Exit {
    let environment = ProcessInfo.processInfo.environment
    let session = Session(
      language: interface.guess(Options.language, in: words, environment)
        ?? Language(locale: environment))
    do {
      var invocation = try interface.parse(words)
      try invocation.adopt(environment: environment, of: interface)
      return try carryOut(invocation, words, session)
    } catch let error as UsageError {
      Console.report(error.text(of: interface.name, in: session.language))
      return .usage
    } catch let error as OutputError {
      Console.report("yuebao: " + error.text(in: session.language))
      return .cannotWrite
    } catch let error as any SpokenError {
      Console.report("yuebao: " + error.text(in: session.language))
      return .unusableInput
    } catch {
      Console.report("yuebao: \(error)")
      return .unusableInput
    }
  }

  private static func carryOut(_ invocation: Invocation, _ words: [String], _ session: Session)
    throws -> Console.Exit
  {
    if invocation[Options.version] {
      Console.print("yuebao \(yuebaoVersion)")
      return .done
    }
    if invocation[Options.help] || invocation.path.isEmpty {
      Console.print(session.help.of(invocation.path))
      return .done
    }
    try interface.checkOperands(of: invocation, words: words)
    guard let command = commands.first(where: { $0.declaration.name == invocation.path[0].name })
    else { return .usage }
    return try command.init(invocation).run(session)
  }
}

/// What every command knows of the run that it is part of.
struct Session {
  /// The language of messages.
  let language: Language

  var help: HelpText {
    HelpText(of: Tool.interface, in: language)
  }
}
