import CommandLineKit
import Languages
import Yuebao

/// `yuebao diff`: what became of the figures between two reports.
struct DiffCommand: ToolCommand {
  enum Format: String, CaseIterable { case text, csv }

  private static let format = Key<Format>(
    "format", choice: "FORMAT", fallback: Format.text.rawValue,
    help: Wording(en: "text to read, or csv for other programs", zh: "text 给人看，csv 给其他程序"))

  static let declaration = Command(
    "diff",
    summary: Wording(
      en:
        "tell which figures came, went and changed between two reports, and what that did to totals",
      zh: "比较两份月报：哪些数字新增、消失、改变，合计因此怎样变"),
    discussion: [
      Wording(
        en:
          "OLD and NEW are folders of months, folders of one month, or tables of facts. A figure is the same "
          + "one if document, line and printed text are the same, or, on a page that was edited, document and text, or "
          + "line and what it counts.",
        zh: "OLD 和 NEW 可以是各月所在的文件夹、一个月的文件夹，或数据表。文件名、行号、原文都相同就是同一个数字；"
          + "版面改动过的，"
          + "文件名和原文相同，或行号和所数的东西相同即可。")
    ],
    operands: [
      Operand(
        "OLD", .one, help: Wording(en: "the report as it was", zh: "旧的月报"), completion: .file),
      Operand("NEW", .one, help: Wording(en: "the report as it is", zh: "新的月报"), completion: .file),
    ],
    options: [format.option, Options.strict.option],
    examples: [
      Command.Example(
        "diff reports-old reports", Wording(en: "All months.", zh: "比较全部月份。")),
      Command.Example(
        "diff reports-old/2025-07 reports/2025-07 --format csv",
        Wording(en: "One month, for another program.", zh: "比较一个月，给其他程序用。")),
    ])

  private let old: String
  private let new: String
  private let form: Format
  private let isStrict: Bool

  init(_ invocation: Invocation) {
    old = invocation.operands[0]
    new = invocation.operands[1]
    form = invocation[DiffCommand.format] ?? .text
    isStrict = invocation[Options.strict]
  }

  func run(_ session: Session) throws -> Console.Exit {
    let before = try Publication(path: old)
    let after = try Publication(path: new)
    let difference = Difference(from: before, to: after)
    switch form {
    case .text: try DifferenceText(difference: difference, session: session).say()
    case .csv: try Console.print(DifferenceCSV.bytes(of: difference))
    }
    return isStrict && !difference.isEmpty ? .doubts : .done
  }
}
