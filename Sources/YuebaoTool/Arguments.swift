import Yuebao

/// What the command line asks for.
struct Arguments: Equatable {
  enum Command: Equatable { case report, facts, explain, lexicon, help, version }
  var command: Command
  var inputs: [String] = []
  /// The only month to report on.
  var month: YearMonth?
  var outputFolder = "reports"
  var excludedFile: String?
  /// The date of pages that have none of their own.
  var date: CalendarDate?
  var isStrict = false
  /// A folder of word tables that replace or extend the built-in ones.
  var lexiconFolder: String?
  /// The editors' decisions; without it, the `corrections.csv` of the input folders.
  var correctionsFile: String?
  /// `explain`: the document, the line and the printed text that is asked for.
  var document = ""
  var line = 0
  var raw: String?
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
    case "explain": self.init(command: .explain)
    case "lexicon": self.init(command: .lexicon)
    case "help", "--help", "-h":
      self.init(command: .help)
      return
    case "--version", "-V":
      self.init(command: .version)
      return
    default:
      throw UsageError(
        message:
          "'\(first)' is no command; there are report, facts, explain and lexicon (yuebao --help tells more)"
      )
    }
    try readOptions(words.dropFirst())
    if command == .report, inputs.isEmpty { inputs = ["seeds"] }
    if command == .explain { try readPlace() }
    if command == .lexicon { try readLexiconFolder() }
    if command == .facts, inputs.isEmpty {
      throw UsageError(message: "facts needs an input: a file, a folder, or - for standard input")
    }
  }

  /// DOCUMENT:LINE [RAW] [INPUT…]
  private mutating func readPlace() throws(UsageError) {
    let words = inputs.first?.split(separator: ":").map(String.init) ?? []
    guard words.count == 2, let line = Int(words[1]) else {
      throw UsageError(
        message: "explain needs a place: DOCUMENT:LINE, for example 2407-ordos-fast-lane:3")
    }
    document = words[0]
    self.line = line
    inputs.removeFirst()
    if let next = inputs.first, !InputFinder.exists(next) {
      raw = next
      inputs.removeFirst()
    }
    if inputs.isEmpty { inputs = ["seeds"] }
  }

  /// check DIR
  private mutating func readLexiconFolder() throws(UsageError) {
    guard inputs.first == "check", inputs.count <= 2 else {
      throw UsageError(
        message: "lexicon needs 'check', and a folder of tables if they are not the built-in ones")
    }
    lexiconFolder = inputs.count == 2 ? inputs[1] : nil
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
    case (_, "--lexicon"): lexiconFolder = try value()
    case (_, "--corrections"): correctionsFile = try value()
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

    yuebao explain DOCUMENT:LINE [RAW] [INPUT…]
        Why the figures of a line are read as they are: the sentence, every column, the words that
        gave it, the rule; or why a numeral is no figure.

    yuebao lexicon check [DIR]
        Reads the word tables (of DIR in place of the built-in ones) and every row's example.

    INPUT       a file, a folder, or - for one page on standard input
                pages .txt .md · fact sheets .csv .tsv · .json .jsonl
    --month     report only on this month; the others serve for comparison
    --out, -o   the folder that holds the folders of the months
    --date      the date of pages that neither manifest.csv nor their name dates
    --lexicon DIR      tables that replace (nouns.csv) or extend (nouns-more.csv) the built-in ones
    --corrections FILE the editors' decisions (default: corrections.csv in the input folders)
    --strict    exit with 1 where a reading is doubtful
    --help, -h  this text            --version, -V  the version

    Exit status: 0 done, 1 done with doubts under --strict, 2 unusable input, 64 wrong usage
    """
}
