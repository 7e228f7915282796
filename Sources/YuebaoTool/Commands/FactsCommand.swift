import CommandLineKit
import Languages
import Yuebao

/// `yuebao facts`: the facts as CSV on standard output.
struct FactsCommand: ToolCommand {
  static let declaration = Command(
    "facts",
    summary: Wording(
      en: "write the facts of pages and sheets as CSV to standard output",
      zh: "把版面和数据表里的数据以 CSV 写到标准输出"),
    operands: [
      Operand(
        "INPUT", .some, help: Operands.inputs.help, completion: .file,
        setting: "inputs")
    ],
    options: [Options.excluded.option, Options.raw.option] + Reading.options,
    examples: [
      Command.Example(
        "facts pages/ --excluded excluded.csv > facts.csv",
        Wording(en: "The facts of a folder, and the rest beside them.", zh: "一个文件夹的数据，其余数字另存一份。"))
    ])

  private let reading: Reading
  private let excludedFile: String?
  private let style: CSVWriter.Style

  init(_ invocation: Invocation) {
    reading = Reading(invocation, inputs: invocation.operands)
    excludedFile = invocation[Options.excluded]
    style = TableDress.plain(invocation)
  }

  func run(_ session: Session) throws -> Console.Exit {
    let sources = try reading.sources(session)
    let result = try reading.load(sources, try reading.lexicon(), session)
    if let path = excludedFile {
      let bytes = ExcludedCSV.bytes(of: result.exclusions, style: style)
      do {
        try Disk.replace(path, bytes)
      } catch {
        throw OutputError(error)
      }
    }
    try Console.print(FactsCSV.bytes(of: result.facts, style: style))
    Reading.tellRows(result.doubts, sources, session)
    tellDoubts(result.doubts.count { !$0.isRow }, session)
    return reading.isStrict && !result.doubts.isEmpty ? .doubts : .done
  }

  private func tellDoubts(_ count: Int, _ session: Session) {
    guard count > 0 else { return }
    session.warn(
      Wording(
        en: "doubtful readings: \(count); 'yuebao check' lists them",
        zh: "\(count) 处读数有疑点；yuebao check 会列出来"))
  }
}
