/// An error that tells people what is wrong, in each language.
public protocol SpokenError: Error, CustomStringConvertible {
  /// What is wrong, where, and what to do, in one line without the program's name.
  func text(in language: Language) -> String
}

extension SpokenError {
  /// The text in English.
  public var description: String { text(in: .english) }
}

extension Wording {
  /// A message about a place of a file: `page.txt:3:1: error: …`.
  ///
  /// - Parameters:
  ///   - line: from 1; 0 where the file as a whole is meant, or is not there.
  ///   - severity: `Wording.error` or `Wording.warning`.
  public func at(_ path: String, _ line: Int, _ column: Int, _ severity: Wording) -> Wording {
    let place = line > 0 ? "\(path):\(line):\(column): " : "\(path): "
    return Wording(verbatim: place) + severity + self
  }

  /// What stands before the message of an error.
  public static let error = Wording(en: "error: ", zh: "错误：")
  /// What stands before the message of a doubt that stops nothing.
  public static let warning = Wording(en: "warning: ", zh: "提醒：")
}
