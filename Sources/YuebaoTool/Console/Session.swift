import CommandLineKit
import Languages
import Platform
import Yuebao

/// What every command knows of the run that it is part of: the language, the terminal, how much is said.
struct Session {
  /// The language of messages.
  let language: Language
  /// Whether only what is wrong is told.
  let isQuiet: Bool
  let outputStyle: TextStyle
  let errorStyle: TextStyle
  /// Whether progress may draw over its own line.
  let errorIsTerminal: Bool

  init(_ invocation: Invocation, language: Language, environment: [String: String]) {
    self.language = invocation[Options.language] ?? language
    isQuiet = invocation[Options.quiet]
    let choice = invocation[Options.color]
    errorIsTerminal = Terminal.isTerminal(STDERR_FILENO) && environment["TERM"] != "dumb"
    outputStyle = TextStyle(
      choice, isTerminal: Terminal.isTerminal(STDOUT_FILENO), environment: environment)
    errorStyle = TextStyle(
      choice, isTerminal: Terminal.isTerminal(STDERR_FILENO), environment: environment)
  }

  var help: HelpText {
    HelpText(
      of: Tool.interface, in: language, width: Terminal.width(of: STDOUT_FILENO),
      isColored: outputStyle.isColored)
  }

  func text(_ wording: Wording) -> String { wording.text(in: language) }

  /// Tells what was done, on standard output; silent where only faults are asked for.
  func say(_ line: String) throws(OutputError) {
    if !isQuiet { try Console.print(line) }
  }

  func say(_ wording: Wording) throws(OutputError) { try say(text(wording)) }

  /// Tells on standard error what is good to know; silent where only faults are asked for.
  func note(_ wording: Wording) {
    if !isQuiet { Console.report(text(wording)) }
  }

  /// Tells on standard error what may be wrong.
  func warn(_ wording: Wording, at place: Excerpt? = nil) {
    Console.report(errorStyle.yellow(text(wording)))
    for line in place?.lines ?? [] { Console.report(line) }
  }

  /// Tells on standard error why the command failed.
  func fail(_ error: any SpokenError) {
    Console.report(errorStyle.red("yuebao: " + error.text(in: language)))
    if let error = error as? LoadingError, let excerpt = error.excerpt {
      for line in excerpt.lines { Console.report(line) }
    }
  }
}

/// What is known of the terminal.
enum Terminal {
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The columns of the terminal; 80 where there is none.
  static func width(of descriptor: Int32) -> Int {
    var size = winsize()
    guard isTerminal(descriptor), ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0
    else { return 80 }
    return Int(size.ws_col)
  }
}
