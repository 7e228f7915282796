import Languages
import Yuebao

/// A table that the program wrote, read back: its rows by the names of their columns.
struct PublishedTable {
  var columns: [String] = []
  var rows: [Row] = []

  /// A row, by column; a column that is missing reads as empty.
  struct Row: Hashable {
    let cells: [String: String]

    subscript(column: String) -> String { cells[column] ?? "" }
  }

  /// - Throws: `LoadingError` where the table is broken or lacks a column that it needs.
  init(path: String, needs: [String]) throws(LoadingError) {
    let records = try LoadingError.records(of: try InputFinder.bytes(of: path), path: path)
    columns = records.first?.cells ?? []
    for name in needs where !columns.contains(name) {
      throw LoadingError(
        path: path,
        message: Wording(
          en: "this is no table of facts, it has no column '\(name)'", zh: "这不是数据表，没有 \(name) 一栏"))
    }
    let columns = columns
    rows = records.dropFirst().map { record in
      Row(
        cells: Dictionary(
          zip(columns, record.cells), uniquingKeysWith: { first, _ in first }))
    }
  }

  init() {}

  mutating func append(_ other: PublishedTable) {
    columns += other.columns.filter { !columns.contains($0) }
    rows += other.rows
  }
}

/// What was published: the facts and the totals of a report, of one month of it, or of a table of facts.
struct Publication {
  private(set) var facts = PublishedTable()
  /// `nil` where no summary stands beside the facts.
  private(set) var totals: PublishedTable?

  /// - Parameter path: a folder of months, the folder of a month, or a table of facts.
  /// - Throws: `LoadingError` where there is none, or it is broken.
  init(path: String) throws(LoadingError) {
    switch try InputFinder.status(of: path)?.kind {
    case nil:
      throw LoadingError(
        path: path, line: 0,
        message: Wording(
          en: "there is no such file or folder; check the path", zh: "没有这个文件或文件夹，请核对路径"))
    case .file, .pipe, .link, .other:
      try add(facts: path)
    case .folder:
      for folder in try Publication.months(in: path) {
        try add(facts: PathName(folder).appending("facts.csv"))
      }
    }
  }

  private mutating func add(facts path: String) throws(LoadingError) {
    facts.append(try PublishedTable(path: path, needs: ["document", "line", "raw", "value"]))
    let summary = PathName(PathName(path).folder ?? ".").appending("summary.csv")
    guard PathName(path).name == "facts.csv", InputFinder.exists(summary) else { return }
    let table = try PublishedTable(path: summary, needs: ["total"])
    totals = totals ?? PublishedTable()
    totals?.append(table)
  }

  /// The folder itself, or the folders of months in it, in their order.
  private static func months(in folder: String) throws(LoadingError) -> [String] {
    if InputFinder.exists(PathName(folder).appending("facts.csv")) { return [folder] }
    let months = try InputFinder.names(in: folder).filter { MonthRange($0) != nil }
      .sorted().map(PathName(folder).appending)
      .filter { InputFinder.exists(PathName($0).appending("facts.csv")) }
    if months.isEmpty {
      throw LoadingError(
        path: folder, line: 0,
        message: Wording(
          en: "the folder holds no report; name a folder of months, a month, or a table of facts",
          zh: "这个文件夹里没有月报；请写出各月所在的文件夹、一个月的文件夹，或一个数据表"))
    }
    return months
  }
}
