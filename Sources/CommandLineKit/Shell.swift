import Languages

/// A shell for which completions can be made.
public enum Shell: String, CaseIterable, Sendable {
  case bash, zsh, fish

  /// The script that teaches the shell the command line.
  public func completions(of interface: Interface, in language: Language) -> String {
    switch self {
    case .bash: BashCompletions(interface: interface).script
    case .zsh: ZshCompletions(interface: interface, language: language).script
    case .fish: FishCompletions(interface: interface, language: language).script
    }
  }
}

/// A word of a shell between single quotes.
func shellQuoted(_ text: String) -> String {
  "'" + text.replacing("'", with: "'\\''") + "'"
}
