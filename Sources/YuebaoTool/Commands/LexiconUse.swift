import CommandLineKit
import Languages
import Yuebao

/// `yuebao lexicon use`: which rows of the word tables the pages have a use for, and which measure words no table knows.
struct LexiconUse {
  static let declaration = Command(
    "use",
    summary: Wording(
      en: "count which rows of the word tables occur in pages, and unknown measure words",
      zh: "统计词表各行在版面里用到没有，并列出不认识的量词"),
    operands: [Operands.inputs],
    options: [Options.idle.option] + Reading.options,
    examples: [
      Command.Example(
        "lexicon use pages/",
        Wording(en: "How much of each table occurs.", zh: "每个词表有多少行用得上。"))
    ])

  private let reading: Reading
  private let listsIdle: Bool

  init(_ invocation: Invocation) {
    reading = Reading(invocation, inputs: invocation.operands)
    listsIdle = invocation[Options.idle]
  }

  /// What the rows of a table have met.
  private struct Tally {
    var rows = 0
    var times = 0
    var idle: [String] = []
  }

  func run(_ folder: LexiconFolder, _ session: Session) throws -> Console.Exit {
    let lexicon = try reading.lexicon()
    let sources = try reading.sources(session)
    var use = WordUse(lexicon: lexicon)
    for source in sources { try use.add(source) }
    var lines: [[String]] = []
    var idle: [String] = []
    for file in try folder.files() {
      let table = file.name.replacing("-more.csv", with: ".csv")
      guard Lexicon.tablesOfTexts.contains(table) else { continue }
      let tally = try tally(file, use)
      lines.append(
        [
          PathName(file.name).stem, "\(tally.rows)", "\(tally.rows - tally.idle.count)",
          "\(tally.idle.count)", "\(tally.times)",
        ])
      idle += tally.idle
    }
    let header = [
      Wording(en: "table", zh: "词表"), Wording(en: "rows", zh: "行数"),
      Wording(en: "met", zh: "用到"), Wording(en: "idle", zh: "没用到"),
      Wording(en: "times", zh: "次数"),
    ]
    let table = TextTable(header: header.map(session.text), rows: lines, numbers: Set(1...4))
    for line in table.lines(session.outputStyle) { try Console.print(line) }
    if listsIdle { for row in idle { try Console.print(row) } }
    try tellUnknown(try reading.load(sources, lexicon, session), session)
    return .done
  }

  /// The rows of a table whose word is searched for in texts.
  private func tally(
    _ file: (name: String, bytes: [UInt8]), _ use: WordUse
  ) throws(LoadingError) -> Tally {
    var tally = Tally()
    let records = try LoadingError.records(of: file.bytes, path: file.name)
    for record in records.dropFirst() {
      guard let word = record.cells.first, let times = use[word] else { continue }
      tally.rows += 1
      tally.times += times
      if times == 0 { tally.idle.append("\(file.name):\(record.line)  \(word)") }
    }
    return tally
  }

  /// The measure words that no table knows, the most frequent first, each with the first place where it stands.
  private func tellUnknown(_ result: LoadResult, _ session: Session) throws {
    let doubts = result.doubts.filter { $0.cause == .unit && !$0.chosen.isEmpty }
    let groups = Dictionary(grouping: doubts, by: \.chosen).sorted {
      ($1.value.count, $0.key) < ($0.value.count, $1.key)
    }
    for (word, doubts) in groups {
      let first = doubts[0]
      try Console.print(
        session.text(
          Wording(
            en:
              "unknown measure word \(word): \(doubts.count), first at \(first.document):\(first.line)",
            zh: "不认识的量词“\(word)”：\(doubts.count) 处，最先见 \(first.document) 第 \(first.line) 行")))
    }
  }
}
