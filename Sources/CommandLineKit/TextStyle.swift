/// Colours and weights of a terminal, or plain text.
public struct TextStyle: Sendable {
  public let isColored: Bool

  public init(isColored: Bool) {
    self.isColored = isColored
  }

  /// When colours are used.
  public enum Choice: String, CaseIterable, Sendable { case auto, always, never }

  /// The style for one stream: what is asked for, else colours on a terminal that has some.
  ///
  /// - Parameter environment: `NO_COLOR`, if not empty, and `TERM=dumb` take colours away (no-color.org).
  public init(_ choice: Choice?, isTerminal: Bool, environment: [String: String]) {
    switch choice ?? .auto {
    case .always: isColored = true
    case .never: isColored = false
    case .auto:
      let refuses = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
      isColored = isTerminal && !refuses && environment["TERM"] != "dumb"
    }
  }

  public func bold(_ text: String) -> String { dressed(text, "1") }
  public func red(_ text: String) -> String { dressed(text, "31") }
  public func green(_ text: String) -> String { dressed(text, "32") }
  public func yellow(_ text: String) -> String { dressed(text, "33") }
  public func dim(_ text: String) -> String { dressed(text, "2") }

  private func dressed(_ text: String, _ code: String) -> String {
    isColored && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
