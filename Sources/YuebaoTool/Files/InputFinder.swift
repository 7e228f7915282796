import CommandLineKit
import Languages
import Yuebao

/// Finds the inputs that the command line names and dates the pages among them.
///
/// In a folder every file counts whose ending is known, except manifests, corrections, files called README and names
/// that begin with a dot; a folder that holds a report (`summary.csv`, `facts.csv`) is passed over. A page's date is, in
/// this order, that of the `manifest.csv` beside it or in the folder above, the date that its name begins with, and
/// `--date`.
struct InputFinder {
  let defaultDate: CalendarDate?
  let defaultEncoding: TextEncoding?
  /// Whether pages are read at once; else they are only looked at, and `Found.load` reads them.
  private let readsPages: Bool
  private let manifests = Manifests()

  init(date: CalendarDate? = nil, encoding: TextEncoding? = nil, readsPages: Bool = true) {
    self.readsPages = readsPages
    defaultDate = date
    defaultEncoding = encoding
  }

  private static let endings: [String: Source.Form] = [
    "txt": .page, "md": .page, "csv": .table, "tsv": .table, "json": .json, "jsonl": .json,
  ]
  private static let reserved: Set<String> = [
    "manifest.csv", "corrections.csv", "datapackage.json", SettingsFile.name,
  ]

  /// What the inputs name.
  struct Found {
    var sources: [Source] = []
    /// For each source, the path of its file where that is still to be read.
    var files: [String?] = []
    /// Why an input or a file cannot be used, in the order of the inputs.
    var faults: [LoadingError] = []
    /// Files in folders whose kind is not known.
    var passedOver: [String] = []

    /// The sources with the content of all files.
    func loaded() throws(LoadingError) -> [Source] {
      var loaded: [Source] = []
      for index in sources.indices { loaded.append(try load(index)) }
      return loaded
    }

    /// A source with the content of its file.
    func load(_ index: Int) throws(LoadingError) -> Source {
      guard let file = files[index] else { return sources[index] }
      var source = sources[index]
      source.bytes = try InputFinder.bytes(of: file)
      return source
    }

    /// The paths of inputs whose documents have the same name, so that nobody can tell their figures apart.
    var namesakes: [[String]] {
      Dictionary(grouping: sources, by: \.document).values.filter { $0.count > 1 }
        .map { $0.map(\.path) }.sorted { $0[0] < $1[0] }
    }
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
    // One folder names none of its files twice.
    if inputs.count > 1 { InputFinder.keepFirst(&found) }
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

  /// A file that is named twice, or that lies in a folder that is named, too, is read once.
  private static func keepFirst(_ found: inout Found) {
    let here = ProcessCalls.workingFolder
    var seen: Set<String> = []
    let first = found.sources.indices.filter {
      seen.insert(PathName(found.sources[$0].path).standardized(in: here)).inserted
    }
    found.files = first.map { found.files[$0] }
    found.sources = first.map { found.sources[$0] }
  }

  private func add(_ input: String, to found: inout Found) throws(LoadingError) {
    if input == "-" {
      found.sources.append(try standardInput())
      found.files.append(nil)
      return
    }
    let status = try InputFinder.status(of: input)
    switch status?.kind {
    case nil:
      throw LoadingError(
        path: Visible.name(input), line: 0, message: InputFinder.missing(input))
    case .file, .pipe, .link, .other:
      try addFile(input, status, to: &found)
    case .folder:
      var visited = Set(status.map { [$0.identity] } ?? [])
      for (path, status) in try paths(below: input, &visited, &found.passedOver) {
        do {
          try addFile(path, status, to: &found)
        } catch {
          found.faults.append(error)
        }
      }
    }
  }

  /// What is said of a path that is not there: the nearest name beside it, or how to begin.
  private static func missing(_ path: String) -> Wording {
    let folder = PathName(path).folder ?? "."
    let names = (try? Disk.names(in: folder)) ?? []
    if let near = Suggestion.nearest(to: PathName(path).name, among: names) {
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
    if !exists(folder) {
      return Wording(
        en: "there is no such file or folder, nor a folder '\(folder)'; check the path",
        zh: "没有这个文件或文件夹，也没有“\(folder)”这个文件夹，请核对路径")
    }
    return Wording(
      en: "there is no such file or folder; check the path", zh: "没有这个文件或文件夹，请核对路径")
  }

  private func standardInput() throws(LoadingError) -> Source {
    let bytes = try InputFinder.told { () throws(DiskError) in try Disk.read(0, "-") }
    return Source(
      form: .page, path: "-", document: "stdin", bytes: bytes, date: defaultDate,
      encoding: defaultEncoding)
  }

  /// The files of a folder and its folders, in the byte order of their names.
  ///
  /// - Parameter visited: the folders so far: one that a link leads to again is not entered again.
  /// - Returns: their paths, and what the system says of them.
  private func paths(
    below folder: String, _ visited: inout Set<FileStatus.Identity>, _ passedOver: inout [String]
  ) throws(LoadingError) -> [(path: String, status: FileStatus?)] {
    let names = try InputFinder.names(in: folder)
    // A report that was written into the input folder is no input.
    if names.contains("summary.csv"), names.contains("facts.csv") { return [] }
    var paths: [(path: String, status: FileStatus?)] = []
    for name in names {
      if name.hasPrefix(".") || name.uppercased().hasPrefix("README") { continue }
      let path = PathName(folder).appending(name)
      // A link that leads nowhere is told as a file that is not there.
      let status = try InputFinder.status(of: path)
      if let status, status.kind == .folder {
        if visited.insert(status.identity).inserted {
          paths += try self.paths(below: path, &visited, &passedOver)
        }
      } else if InputFinder.form(of: name) == nil || (status.map { $0.kind != .file } ?? false) {
        // A pipe in a folder would be waited for without end.
        passedOver.append(Visible.name(path))
      } else if !InputFinder.reserved.contains(name) {
        paths.append((path, status))
      }
    }
    return paths
  }

  /// The names in a folder, in byte order.
  static func names(in folder: String) throws(LoadingError) -> [String] {
    try told("the folder", "这个文件夹") { () throws(DiskError) in try Disk.names(in: folder) }
  }

  /// What the system says of a path; `nil` where there is nothing.
  static func status(of path: String) throws(LoadingError) -> FileStatus? {
    try told { () throws(DiskError) in try Disk.status(of: path) }
  }

  /// Whether something is there. Where the system does not tell, reading it will say why.
  static func exists(_ path: String) -> Bool {
    do { return try Disk.status(of: path) != nil } catch { return true }
  }

  private static func form(of name: String) -> Source.Form? {
    endings[PathName(name).ending]
  }

  /// - Parameter status: what the system says of the path. A pipe can be read but once, and is read at once.
  private func addFile(
    _ path: String, _ status: FileStatus?, to found: inout Found
  ) throws(LoadingError) {
    let name = PathName(path).name
    guard let form = InputFinder.form(of: name) else {
      throw LoadingError(
        path: Visible.name(path), line: 0,
        message:
          Wording(
            en:
              "the kind of file is not known; rename it to .txt, .md, .csv, .tsv, .json or .jsonl",
            zh: "不认识这种文件；请改成 .txt、.md、.csv、.tsv、.json 或 .jsonl"))
    }
    let document = Visible.name(PathName(name).stem)
    let entry = try manifests.entry(of: document, beside: path)
    var isLater = false
    if !readsPages, form == .page, let status, status.kind == .file {
      isLater = true
      try InputFinder.told { () throws(DiskError) in try Disk.check(path, status) }
    }
    found.sources.append(
      Source(
        form: form, path: Visible.name(path), document: document,
        bytes: isLater ? [] : try InputFinder.bytes(of: path),
        date: entry?.date ?? InputFinder.date(inName: document) ?? defaultDate,
        newspaper: entry?.newspaper ?? "", encoding: entry?.encoding ?? defaultEncoding))
    found.files.append(isLater ? path : nil)
  }

  static func bytes(of path: String) throws(LoadingError) -> [UInt8] {
    try told { () throws(DiskError) in try Disk.bytes(of: path) }
  }

  /// Reads from the disk; what it refuses is told with the path.
  private static func told<Result>(
    _ english: String = "the file", _ chinese: String = "这个文件",
    _ read: () throws(DiskError) -> Result
  ) throws(LoadingError) -> Result {
    do {
      return try read()
    } catch {
      throw LoadingError(
        path: Visible.name(error.path), line: 0,
        message: Wording(en: "\(english) cannot be read: ", zh: "读不了\(chinese)：") + error.reason)
    }
  }

  /// The date that a name begins with: 2025-07-12-p3, 2025-07.
  static func date(inName name: String) -> CalendarDate? {
    guard name.utf8.first.map({ (48...57).contains($0) }) ?? false else { return nil }
    for length in [10, 7] {
      let head = name.prefix(length)
      guard head.count == length, let date = CalendarDate(head) else { continue }
      let next = name.dropFirst(length).first
      if next == nil || next.map({ !$0.isNumber }) == true { return date }
    }
    return nil
  }
}
