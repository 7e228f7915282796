import Languages
import Synchronization
import Yuebao

/// The lists of documents with their dates: `manifest.csv` with the columns document, date, newspaper, encoding.
enum Manifest {
  struct Entry {
    var date: CalendarDate
    var newspaper: String
    /// How the document is written; `nil` where the manifest does not say.
    var encoding: TextEncoding?
  }

  /// The entries of a manifest by document.
  static func entries(of path: String) throws(LoadingError) -> [String: Entry] {
    let records = try LoadingError.records(of: try InputFinder.bytes(of: path), path: path)
    guard let header = records.first, let name = header.cells.firstIndex(of: "document"),
      let date = header.cells.firstIndex(of: "date")
    else {
      throw LoadingError(
        path: path,
        message: Wording(
          en: "the manifest needs the columns document and date", zh: "清单要有 document 和 date 两栏"))
    }
    let newspaper = header.cells.firstIndex(of: "newspaper")
    let encoding = header.cells.firstIndex(of: "encoding")
    var entries: [String: Entry] = [:]
    for record in records.dropFirst() where record.cells.count > max(name, date) {
      guard let told = CalendarDate(record.cells[date]) else {
        throw LoadingError(
          path: path, line: record.positions[date].line, column: record.positions[date].column,
          message: Wording(
            en: "'\(record.cells[date])' is no date; write 2025-07-12 or 2025-07",
            zh: "“\(record.cells[date])”不是日期；请写成 2025-07-12 或 2025-07"))
      }
      let paper = newspaper.flatMap { $0 < record.cells.count ? record.cells[$0] : nil }
      entries[record.cells[name]] = Entry(
        date: told, newspaper: paper ?? "",
        encoding: try encoding.flatMap { column throws(LoadingError) in
          try self.encoding(of: record, column, path)
        })
    }
    return entries
  }

  /// - Throws: `LoadingError` where the cell names no encoding that is known.
  private static func encoding(of record: CSVRecord, _ column: Int, _ path: String)
    throws(LoadingError) -> TextEncoding?
  {
    guard column < record.cells.count, !record.cells[column].isEmpty else { return nil }
    if let encoding = TextEncoding(name: record.cells[column]) { return encoding }
    let place = record.positions[column]
    throw LoadingError(
      path: path, line: place.line, column: place.column,
      message: Wording(
        en: "'\(record.cells[column])' is no encoding that is known; there are ",
        zh: "不认识“\(record.cells[column])”这种编码；有的是 ")
        + Wording(verbatim: TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")))
  }
}

/// The manifests of all folders, each read once.
final class Manifests: Sendable {
  /// By folder; `nil` where it has none.
  private let known = Mutex<[String: [String: Manifest.Entry]?]>([:])

  /// The entry of a document in the manifest of its folder, or of the folder above.
  ///
  /// - Throws: `LoadingError` for a manifest that is broken, at the line and column.
  func entry(of document: String, beside path: String) throws(LoadingError) -> Manifest.Entry? {
    let own = PathName(path).folder
    let above = own.flatMap { PathName($0).folder }
    for folder in [own, above].compactMap({ $0 }) {
      if let entry = try entries(in: folder)?[document] { return entry }
    }
    return nil
  }

  private func entries(in folder: String) throws(LoadingError) -> [String: Manifest.Entry]? {
    if let entries = known.withLock({ $0[folder] }) { return entries }
    let path = PathName(folder).appending("manifest.csv")
    let entries = InputFinder.exists(path) ? try Manifest.entries(of: path) : nil
    known.withLock { $0[folder] = .some(entries) }
    return entries
  }
}
