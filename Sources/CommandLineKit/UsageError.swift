import Languages

/// A command line, an environment variable or a setting that cannot be carried out.
public struct UsageError: Error, Sendable {
  /// What is wrong.
  public let message: Wording
  /// What was probably meant, ready to be written instead.
  public let suggestion: String?
  /// The words of the command line and which of them is meant, `nil` where the fault stands elsewhere.
  public let place: Place?
  /// The command whose help tells more, by its words; empty for the program itself.
  public let helpPath: [String]

  public struct Place: Sendable {
    public let words: [String]
    /// The word at fault; behind the last where a word is missing.
    public let index: Int

    public init(words: [String], index: Int) {
      self.words = words
      self.index = index
    }
  }

  public init(
    _ message: Wording, suggestion: String? = nil, place: Place? = nil, helpPath: [String] = []
  ) {
    self.message = message
    self.suggestion = suggestion
    self.place = place
    self.helpPath = helpPath
  }
}

extension UsageError {
  /// The message, the command line with the word at fault marked, and where to read on.
  ///
  ///     yuebao: unknown option '--ouput'; did you mean '--out'?
  ///       yuebao report --ouput 报表
  ///                     ^^^^^^^
  ///       'yuebao help report' tells what there is.
  public func text(of program: String, in language: Language) -> String {
    var lines = ["\(program): " + (message + hint).text(in: language)]
    lines += marked(program)
    let help = ([program, "help"] + helpPath).joined(separator: " ")
    lines.append(
      "  "
        + Wording(en: "'\(help)' tells what there is.", zh: "“\(help)”列出可用的写法。").text(in: language))
    return lines.joined(separator: "\n")
  }

  private var hint: Wording {
    guard let suggestion else { return Wording(verbatim: "") }
    return Wording(en: "; did you mean '\(suggestion)'?", zh: "；是不是“\(suggestion)”？")
  }

  private func marked(_ program: String) -> [String] {
    guard let place else { return [] }
    let words = [program] + place.words.map(UsageError.quoted)
    let before = words.prefix(place.index + 1).joined(separator: " ").displayWidth + 1
    let width = place.index < place.words.count ? words[place.index + 1].displayWidth : 1
    return [
      "  " + words.joined(separator: " "),
      "  " + String(repeating: " ", count: before) + String(repeating: "^", count: max(1, width)),
    ]
  }

  /// The word as a shell would need it.
  private static func quoted(_ word: String) -> String {
    let safe = word.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
        || "-_=./:,+@%…".unicodeScalars.contains($0)
        || $0.value > 0x2E80
    }
    return safe && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
