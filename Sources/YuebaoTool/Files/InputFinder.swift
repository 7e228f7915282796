import CommandLineKit
import Foundation
import Languages
import Yuebao

/// Finds the inputs that the command line names and dates the pages among them.
///
/// In a folder every file counts whose ending is known, except manifests, corrections, files called README and names
/// that begin with a dot; a folder that holds a report (`summary.csv`, `facts.csv`) is passed over. A page's date is, in this order, that of the `manifest.csv` beside it or in the folder above,
/// the date that its name begins with, and `--date`.
struct InputFinder {
  let defaultDate: CalendarDate?
  private static let endings: [String: Source.Form] = [
    "txt": .page, "md": .page, "csv": .table, "tsv": .table, "json": .json, "jsonl": .json,
  ]
  private static let reserved: Set<String> = [
    "manifest.csv", "corrections.csv", "datapackage.json", SettingsFile.name,
  ]

  /// What the inputs name.
  struct Found {
    var sources: [Source] = []
    /// Why an input or a file cannot be used, in the order of the inputs.
    var faults: [LoadingError] = []
    /// Files in folders whose kind is not known.
    var passedOver: [String] = []
  }

  /// The sources of all inputs, with everything that cannot be used.
  func find(_ inputs: [String]) -> Found {
    var found = Found()
    for input in inputs {
      do {
        try add(input, to: &found)
      } catch {
        found.faults.append(error)
      }
    }
    if found.sources.isEmpty, found.faults.isEmpty {
      found.faults.append(
        LoadingError(
          path: inputs.joined(separator: " "), line: 0,
          message: Wording(
            en: "no page and no sheet was found; pages end in .txt or .md, "
              + "sheets in .csv, .tsv, .json or .jsonl",
            zh: "没有找到版面或数据表；版面以 .txt 或 .md 结尾，数据表以 .csv、.tsv、.json 或 .jsonl 结尾")))
    }
    return found
  }

  private func add(_ input: String, to found: inout Found) throws(LoadingError) {
    if input == "-" {
      found.sources.append(standardInput())
      return
    }
    switch InputFinder.isFolder(input) {
    case nil:
      throw LoadingError(path: input, line: 0, message: InputFinder.missing(input))
    case false?:
      found.sources.append(try file(input))
    case true?:
      for path in try paths(below: input, &found.passedOver) {
        do {
          found.sources.append(try file(path))
        } catch {
          found.faults.append(error)
        }
      }
    }
  }

  /// What is said of a path that is not there: the nearest name beside it, or how to begin.
  private static func missing(_ path: String) -> Wording {
    let folder = PathName(path).folder ?? "."
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    if let near = Suggestion.nearest(to: PathName(path).name, among: names.sorted()) {
      let other = folder == "." ? near : PathName(folder).appending(near)
      return Wording(
        en: "there is no such file or folder; did you mean '\(other)'?",
        zh: "没有这个文件或文件夹；是不是“\(other)”？")
    }
    if path == Operands.defaultInput {
      return Wording(
        en: "there is no such folder; name your pages (yuebao report FOLDER), "
          + "or begin with an example: yuebao init FOLDER",
        zh: "没有这个文件夹；请写出版面所在的文件夹（yuebao report 文件夹），或先建一个样例：yuebao init 文件夹")
    }
    return Wording(
      en: "there is no such file or folder; check the path", zh: "没有这个文件或文件夹，请核对路径")
  }

  private func standardInput() -> Source {
    let bytes = [UInt8](FileHandle.standardInput.readDataToEndOfFile())
    return Source(form: .page, path: "-", document: "stdin", bytes: bytes, date: defaultDate)
  }

  /// The files of a folder and its folders, in the byte order of their names.
  private func paths(below folder: String, _ passedOver: inout [String]) throws(LoadingError)
    -> [String]
  {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw LoadingError(
        path: folder, line: 0,
        message: Wording(en: "the folder cannot be read: ", zh: "读不了这个文件夹：") + .reason(error))
    }
    // A report that was written into the input folder is no input.
    if names.contains("summary.csv"), names.contains("facts.csv") { return [] }
    var paths: [String] = []
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      if name.hasPrefix(".") || name.uppercased().hasPrefix("README") { continue }
      let path = PathName(folder).appending(name)
      if InputFinder.isFolder(path) == true {
        paths += try self.paths(below: path, &passedOver)
      } else if InputFinder.form(of: name) == nil {
        passedOver.append(path)
      } else if !InputFinder.reserved.contains(name) {
        paths.append(path)
      }
    }
    return paths
  }

  /// Whether a path is a folder; `nil` where there is nothing.
  static func isFolder(_ path: String) -> Bool? {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    return exists ? isFolder.boolValue : nil
  }

  private static func form(of name: String) -> Source.Form? {
    endings[PathName(name).ending]
  }

  private func file(_ path: String) throws(LoadingError) -> Source {
    let name = PathName(path).name
    guard let form = InputFinder.form(of: name) else {
      throw LoadingError(
        path: path, line: 0,
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
        path: path, line: 0,
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
