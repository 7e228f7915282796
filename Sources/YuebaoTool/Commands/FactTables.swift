import Yuebao

/// The two tables of `yuebao facts` while they grow: what was read of a document goes in, in order, and is forgotten.
///
/// Nothing is written before all is there, so that an input that cannot be read leaves no half of a table.
final class FactTables {
  /// How the tables are dressed.
  struct Form: Sendable {
    let style: CSVWriter.Style
    let hasExcluded: Bool
  }

  /// What one document adds.
  struct Part: Sendable {
    let facts: [UInt8]
    let excluded: [UInt8]
    /// What is doubtful about rows of tables, and how many other readings are.
    let rows: [Doubt]
    let doubts: Int

    init(_ result: LoadResult, _ form: Form) {
      facts = FactsCSV.rows(of: result.facts, style: form.style)
      excluded = form.hasExcluded ? ExcludedCSV.rows(of: result.exclusions, style: form.style) : []
      rows = result.doubts.filter(\.isRow)
      doubts = result.doubts.count - rows.count
    }
  }

  let form: Form
  private let facts = Spool()
  private let excluded = Spool()
  private(set) var rows: [Doubt] = []
  private(set) var doubts = 0

  init(style: CSVWriter.Style, hasExcluded: Bool) {
    form = Form(style: style, hasExcluded: hasExcluded)
  }

  func take(_ part: Part) throws(DiskError) {
    try facts.append(part.facts)
    try excluded.append(part.excluded)
    rows += part.rows
    doubts += part.doubts
  }

  /// Puts the table of what was left out in the place of a file.
  func writeExcluded(_ path: String) throws(OutputError) {
    let file = try WholeFile(path)
    file.write(ExcludedCSV.bytes(of: EmptyCollection(), style: form.style))
    do {
      try excluded.pour(
        { piece throws(OutputError) in file.write(piece) }, refused: { OutputError($0) })
    } catch {
      file.discard()
      throw error
    }
    try file.finish()
  }

  /// Writes the table of facts to standard output.
  func print() throws(OutputError) {
    try Console.print(FactsCSV.bytes(of: EmptyCollection<Fact>(), style: form.style))
    try facts.pour(
      { piece throws(OutputError) in try Console.print(piece) }, refused: { OutputError($0) })
  }
}
