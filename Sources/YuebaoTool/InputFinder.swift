import Foundation
import Languages
import Yuebao

/// Finds the inputs that the command line names and dates the pages among them.
///
/// In a folder every file counts whose ending is known, except manifests, corrections, files called README and names
/// that begin with a dot; a folder that holds a report (`digest.md`, `facts.csv`) is passed over. A page's date is, in this order, that of the `manifest.csv` beside it or in the folder above,
/// the date that its name begins with, and `--date`.
struct InputFinder {
  let defaultDate: CalendarDate?
  private static let endings: [String: Source.Form] = [
    "txt": .page, "md": .page, "csv": .table, "tsv": .table, "json": .json, "jsonl": .json,
  ]
  private static let reserved: Set<String> = [
    "manifest.csv", "corrections.csv", "datapackage.json",
  ]

  /// The sources of all inputs.
  ///
  /// - Throws: `LoadingError` for an input that does not exist, cannot be read, or is of no known kind.
  func sources(of inputs: [String]) throws(LoadingError) -> [Source] {
    var sources: [Source] = []
    for input in inputs {
      if input == "-" {
        sources.append(standardInput())
        continue
      }
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: input, isDirectory: &isFolder) else {
        throw LoadingError(
          path: input,
          message: Wording(
            en: "there is no such file or folder; check the path", zh: "没有这个文件或文件夹，请核对路径"))
      }
      sources += isFolder.boolValue ? try folder(input) : [try file(input)]
    }
    if sources.isEmpty {
      throw LoadingError(
        path: inputs.joined(separator: " "),
        message:
          Wording(
            en:
              "no page and no sheet was found; pages end in .txt or .md, sheets in .csv, .tsv, .json or .jsonl",
            zh: "没有找到版面或数据表；版面以 .txt 或 .md 结尾，数据表以 .csv、.tsv、.json 或 .jsonl 结尾")
      )
    }
    return sources
  }

  private func standardInput() -> Source {
    let bytes = [UInt8](FileHandle.standardInput.readDataToEndOfFile())
    return Source(form: .page, path: "-", document: "stdin", bytes: bytes, date: defaultDate)
  }

  private func folder(_ root: String) throws(LoadingError) -> [Source] {
    var sources: [Source] = []
    for path in try paths(below: root) { sources.append(try file(path)) }
    return sources
  }

  /// The files of a folder and its folders, in the byte order of their names.
  private func paths(below folder: String) throws(LoadingError) -> [String] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw LoadingError(
        path: folder,
        message: Wording(en: "the folder cannot be read: ", zh: "读不了这个文件夹：") + .reason(error))
    }
    // A report that was written into the input folder is no input.
    if names.contains("digest.md"), names.contains("facts.csv") { return [] }
    var paths: [String] = []
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      if name.hasPrefix(".") || name.uppercased().hasPrefix("README") { continue }
      let path = PathName(folder).appending(name)
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      if isFolder.boolValue {
        paths += try self.paths(below: path)
      } else if InputFinder.form(of: name) != nil, !InputFinder.reserved.contains(name) {
        paths.append(path)
      }
    }
    return paths
  }

  private static func form(of name: String) -> Source.Form? {
    endings[PathName(name).ending]
  }

  private func file(_ path: String) throws(LoadingError) -> Source {
    let name = PathName(path).name
    guard let form = InputFinder.form(of: name) else {
      throw LoadingError(
        path: path,
        message:
          Wording(
            en:
              "the kind of file is not known; rename it to .txt, .md, .csv, .tsv, .json or .jsonl",
            zh: "不认识这种文件；请改成 .txt、.md、.csv、.tsv、.json 或 .jsonl"))
    }
    let document = PathName(name).stem
    let entry = try Manifest.entry(of: document, beside: path)
    return Source(
      form: form, path: path, document: document, bytes: try InputFinder.bytes(of: path),
      date: entry?.date ?? InputFinder.date(inName: document) ?? defaultDate,
      newspaper: entry?.newspaper ?? "")
  }

  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  static func bytes(of path: String) throws(LoadingError) -> [UInt8] {
    do {
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw LoadingError(
        path: path,
        message: Wording(en: "the file cannot be read: ", zh: "读不了这个文件：") + .reason(error))
    }
  }

  /// The date that a name begins with: 2025-07-12-p3, 2025-07.
  static func date(inName name: String) -> CalendarDate? {
    for length in [10, 7] {
      let head = name.prefix(length)
      guard head.count == length, let date = CalendarDate(head) else { continue }
      let next = name.dropFirst(length).first
      if next == nil || next.map({ !$0.isNumber }) == true { return date }
    }
    return nil
  }
}

/// The lists of documents with their dates: `manifest.csv` with the columns document, date, newspaper.
enum Manifest {
  struct Entry {
    var date: CalendarDate
    var newspaper: String
  }

  /// The entry of a document in the manifest of its folder, or of the folder above.
  ///
  /// - Throws: `LoadingError` for a manifest that is broken, at the line and column.
  static func entry(of document: String, beside path: String) throws(LoadingError)
    -> Entry?
  {
    let own = PathName(path).folder
    let above = own.flatMap { PathName($0).folder }
    for folder in [own, above].compactMap({ $0 }) {
      let manifest = PathName(folder).appending("manifest.csv")
      if FileManager.default.fileExists(atPath: manifest),
        let entry = try entries(of: manifest)[document]
      {
        return entry
      }
    }
    return nil
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
      entries[record.cells[name]] = Entry(date: told, newspaper: paper ?? "")
    }
    return entries
  }
}
