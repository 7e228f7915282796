import Yuebao

/// What the command line asks for.
struct Arguments: Equatable {
  enum Command: Equatable { case report, facts, help, version }
  var command: Command
  var inputs: [String] = []
  /// The only month to report on.
  var month: YearMonth?
  var outputFolder = "reports"
  var excludedFile: String?
  /// The date of pages that have none of their own.
  var date: CalendarDate?
  var isStrict = false
}

/// A command line that cannot be carried out.
struct UsageError: Error, Equatable {
  let message: String
}

extension Arguments {
  /// Reads the words behind the program's name.
  ///
  /// - Throws: `UsageError` that says which word is wrong and what would be right.
  init(parsing words: [String]) throws(UsageError) {
    guard let first = words.first else {
      self.init(command: .help)
      return
    }
    switch first {
    case "report": self.init(command: .report)
    case "facts": self.init(command: .facts)
    case "help", "--help", "-h":
      self.init(command: .help)
      return
    case "--version", "-V":
      self.init(command: .version)
      return
    default:
      throw UsageError(
        message: "'\(first)' is no command; there are report and facts (yuebao --help tells more)")
    }
    try readOptions(words.dropFirst())
    if command == .report, inputs.isEmpty { inputs = ["seeds"] }
    if command == .facts, inputs.isEmpty {
      throw UsageError(message: "facts needs an input: a file, a folder, or - for standard input")
    }
  }

  private mutating func readOptions(_ words: ArraySlice<String>) throws(UsageError) {
    var rest = words
    var onlyInputs = false
    while let word = rest.popFirst() {
      if onlyInputs || word == "-" || !word.hasPrefix("-") {
        inputs.append(word)
        continue
      }
      if word == "--" {
        onlyInputs = true
        continue
      }
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let inline = parts.count == 2 ? String(parts[1]) : nil
      try read(option: String(parts[0]), inline: inline, &rest)
    }
  }

  private mutating func read(option: String, inline: String?, _ rest: inout ArraySlice<String>)
    throws(UsageError)
  {
    func value() throws(UsageError) -> String {
      if let value = inline ?? rest.popFirst() { return value }
      throw UsageError(message: "\(option) needs a value")
    }
    switch (command, option) {
    case (_, "--help"), (_, "-h"): command = .help
    case (_, "--strict") where inline == nil: isStrict = true
    case (_, "--date"):
      let text = try value()
      guard let date = CalendarDate(text) else {
        throw UsageError(message: "--date '\(text)' is no date; write 2025-07-12 or 2025-07")
      }
      self.date = date
    case (.report, "--month"):
      let text = try value()
      guard let month = YearMonth(text) else {
        throw UsageError(message: "--month '\(text)' is no month; write 2025-07")
      }
      self.month = month
    case (.report, "--out"), (.report, "-o"): outputFolder = try value()
    case (.facts, "--excluded"): excludedFile = try value()
    default:
      throw UsageError(message: "'\(option)' is no option of this command; see yuebao --help")
    }
  }

  /// What `--help` prints.
  static let help = """
    yuebao (月报): figures of union news, read, totalled by month, and traced to their lines

    yuebao report [INPUT…] [--month YYYY-MM] [--out DIR] [--date DATE] [--strict]
        Reads pages and fact sheets (default: seeds) and writes one folder a month
        (default: under reports): facts.csv, excluded.csv, summary.csv, comparison.csv,
        funds.csv, participants.csv, stations.csv, rates.csv, review.csv, digest.md.

    yuebao facts INPUT… [--excluded FILE] [--date DATE] [--strict]
        Writes the facts as CSV to standard output, and what is no fact to FILE.

    INPUT       a file, a folder, or - for one page on standard input
                pages .txt .md · fact sheets .csv .tsv · .json .jsonl
    --month     report only on this month; the others serve for comparison
    --out, -o   the folder that holds the folders of the months
    --date      the date of pages that neither manifest.csv nor their name dates
    --strict    exit with 1 where a reading is doubtful
    --help, -h  this text            --version, -V  the version

    Exit status: 0 done, 1 done with doubts under --strict, 2 unusable input, 64 wrong usage
    """
}
