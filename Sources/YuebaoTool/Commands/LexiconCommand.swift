import CommandLineKit
import Languages
import Yuebao

/// `yuebao lexicon`: the word tables.
struct LexiconCommand: ToolCommand {
  private enum Task: String { case list, check, find, use }

  static let declaration = Command(
    "lexicon", summary: Wording(en: "look into the word tables", zh: "查看和检查词表"),
    subcommands: [
      Command(
        Task.list.rawValue,
        summary: Wording(en: "list the word tables, or print one", zh: "列出词表，或输出其中一个"),
        operands: [
          Operand(
            "TABLE", .optional, help: Wording(en: "a table, for example nouns", zh: "词表名，例如 nouns"),
            completion: .words(Lexicon.tableNames.map { PathName($0).stem }))
        ],
        options: [Options.lexicon.option],
        examples: [
          Command.Example(
            "lexicon list nouns > nouns.csv", Wording(en: "A table to begin with.", zh: "取一个表来改。"))
        ]),
      Command(
        Task.find.rawValue,
        summary: Wording(en: "tell where a word stands in the tables", zh: "查一个词在哪些词表里"),
        operands: [
          Operand("WORD", .some, help: Wording(en: "a word, or a part of one", zh: "词，或词的一部分"))
        ],
        options: [Options.lexicon.option],
        examples: [
          Command.Example(
            "lexicon find 驿站", Wording(en: "Every row with the word.", zh: "含“驿站”的各行。"))
        ]),
      Command(
        Task.check.rawValue,
        summary: Wording(
          en: "read the word tables and the example of every row", zh: "检查词表，逐行核对例句"),
        operands: [
          Operand(
            "DIR", .optional,
            help: Wording(
              en: "a folder of tables in place of the built-in ones", zh: "要检查的词表文件夹；不写则检查内置的表"),
            completion: .folder)
        ]),
      LexiconUse.declaration,
    ])

  private let task: Task
  private let words: [String]
  private let folder: LexiconFolder
  private let invocation: Invocation

  init(_ invocation: Invocation) {
    self.invocation = invocation
    task = Task(rawValue: invocation.path.last?.name ?? "") ?? .list
    words = invocation.operands
    folder = LexiconFolder(
      path: task == .check ? words.first : invocation[Options.lexicon])
  }

  func run(_ session: Session) throws -> Console.Exit {
    switch task {
    case .check: return try folder.check(session)
    case .list: return try words.first.map(print) ?? list(session)
    case .find: return try find(session)
    case .use: return try LexiconUse(invocation).run(folder, session)
    }
  }

  // MARK: List

  private func list(_ session: Session) throws -> Console.Exit {
    let rows = try folder.files().map { file in
      let records = try LoadingError.records(of: file.bytes, path: file.name)
      return [
        PathName(file.name).stem, "\(max(0, records.count - 1))",
        records.first?.cells.joined(separator: ", ") ?? "",
      ]
    }
    let header = [
      Wording(en: "table", zh: "词表"), Wording(en: "rows", zh: "行数"),
      Wording(en: "columns", zh: "各栏"),
    ]
    let table = TextTable(header: header.map(session.text), rows: rows, numbers: [1])
    for line in table.lines(session.outputStyle) { try Console.print(line) }
    return .done
  }

  /// The table as it is, for a file.
  private func print(_ name: String) throws -> Console.Exit {
    let files = try folder.files()
    let stem = PathName(name).stem
    let found = files.filter { PathName($0.name).stem == stem }
    guard !found.isEmpty else {
      let known = files.map { PathName($0.name).stem }
      throw UsageError(
        Wording(
          en: "there is no table '\(name)'; there are " + known.joined(separator: ", "),
          zh: "没有“\(name)”这个词表；有的是 " + known.joined(separator: "、")),
        suggestion: Suggestion.nearest(to: stem, among: known), helpPath: ["lexicon", "list"])
    }
    for file in found { try Console.print(file.bytes) }
    return .done
  }

  // MARK: Find

  private func find(_ session: Session) throws -> Console.Exit {
    var hits = 0
    for file in try folder.files() {
      let records = try LoadingError.records(of: file.bytes, path: file.name)
      guard let header = records.first else { continue }
      let searched = header.cells.indices.filter {
        !LexiconCommand.unsearched.contains(header.cells[$0])
      }
      for record in records.dropFirst() where matches(record, searched) {
        hits += 1
        let cells = zip(header.cells, record.cells).filter { !$0.1.isEmpty }
          .map { "\($0.0)=\($0.1)" }.joined(separator: "  ")
        try Console.print(session.outputStyle.bold("\(file.name):\(record.line)") + "  " + cells)
      }
    }
    if hits > 0 { return .done }
    session.warn(
      Wording(
        en:
          "no table holds \(words.joined(separator: ", ")); a word is added with a row of a table "
          + "of your own: --lexicon DIR",
        zh: "词表里没有“\(words.joined(separator: "、"))”；可以在自己的词表里加一行：--lexicon DIR"))
    return .doubts
  }

  /// Examples hold most words of all tables.
  private static let unsearched: Set<String> = ["example", "expects"]

  private func matches(_ record: CSVRecord, _ columns: [Int]) -> Bool {
    words.contains { word in
      columns.contains { $0 < record.cells.count && record.cells[$0].contains(word) }
    }
  }
}
