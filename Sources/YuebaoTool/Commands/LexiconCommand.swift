import CommandLineKit
import Languages
import Yuebao

/// `yuebao lexicon`: the word tables.
struct LexiconCommand: ToolCommand {
  static let declaration = Command(
    "lexicon", summary: Wording(en: "look into the word tables", zh: "查看和检查词表"),
    subcommands: [
      Command(
        "check",
        summary: Wording(
          en: "read the word tables and the example of every row", zh: "检查词表，逐行核对例句"),
        operands: [
          Operand(
            "DIR", .optional,
            help: Wording(
              en: "a folder of tables in place of the built-in ones", zh: "要检查的词表文件夹；不写则检查内置的表"),
            completion: .folder)
        ])
    ])

  private let folder: LexiconFolder

  init(_ invocation: Invocation) {
    folder = LexiconFolder(path: invocation.operands.first)
  }

  func run(_ session: Session) throws -> Console.Exit { try folder.check() }
}
