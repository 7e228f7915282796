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
    let (found, lexicon) = try reading.foundWithLexicon(session)
    let tables = FactTables(style: style, hasExcluded: excludedFile != nil)
    if try reading.hasCorrections() {
      // A correction may concern any document: all are read before the first is written.
      let sources = try found.loaded()
      try tables.take(FactTables.Part(try reading.load(sources, lexicon, session), tables.form))
    } else {
      let details: Loader.Details = excludedFile == nil ? [] : .exclusions
      try reading.read(found, lexicon, session, details: details) { [form = tables.form] result in
        FactTables.Part(result, form)
      } take: { part throws(DiskError) in
        try tables.take(part)
      }
    }
    if let path = excludedFile { try tables.writeExcluded(path) }
    try tables.print()
    Reading.tellRows(tables.rows, found.sources, session)
    tellDoubts(tables.doubts, session)
    return reading.isStrict && tables.doubts + tables.rows.count > 0 ? .doubts : .done
  }

  private func tellDoubts(_ count: Int, _ session: Session) {
    guard count > 0 else { return }
    session.warn(
      Wording(
        en: "doubtful readings: \(count); 'yuebao check' lists them",
        zh: "\(count) 处读数有疑点；yuebao check 会列出来"))
  }
}
