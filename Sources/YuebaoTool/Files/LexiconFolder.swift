import Languages
import Yuebao

/// A folder of word tables that an editor gives: `nouns.csv` replaces a table, `nouns-more.csv` extends it.
struct LexiconFolder {
  /// `nil` for the built-in tables alone.
  let path: String?

  /// The vocabulary.
  ///
  /// - Throws: `LexiconError` at the first fault of a table; `LoadingError` where the folder holds none.
  func lexicon() throws -> Lexicon {
    guard let path else { return try LexiconFolder.builtIn.get() }
    return try Lexicon(
      replacing: try tables(in: path, ""), extending: try tables(in: path, "-more"))
  }

  /// Made once, however often the tool is called in one process.
  private static let builtIn = Result { () throws(LexiconError) in try Lexicon.builtIn() }

  private func tables(in folder: String, _ suffix: String) throws(LoadingError) -> [String: [UInt8]]
  {
    var tables: [String: [UInt8]] = [:]
    for name in Lexicon.tableNames {
      let file = PathName(folder).appending(PathName(name).stem + suffix + ".csv")
      if InputFinder.exists(file) {
        tables[name] = try LoadingError.utf8(of: try InputFinder.bytes(of: file), path: file)
      }
    }
    if suffix == "-more", tables.isEmpty, try self.tables(in: folder, "").isEmpty {
      let known = Lexicon.tableNames.joined(separator: ", ")
      throw LoadingError(
        path: folder, line: 0,
        message: Wording(
          en: "the folder holds no word table; tables are called \(known)",
          zh: "这个文件夹里没有词表；词表的文件名是 \(known)"))
    }
    return tables
  }

  /// The tables by the names of their files: the built-in ones or those that replace them, and those that extend them.
  ///
  /// - Throws: `LoadingError` where the folder holds no table or one cannot be read.
  func files() throws(LoadingError) -> [(name: String, bytes: [UInt8])] {
    var files: [(name: String, bytes: [UInt8])] = []
    let replacing = try path.map { path throws(LoadingError) in try tables(in: path, "") } ?? [:]
    let extending =
      try path.map { path throws(LoadingError) in try tables(in: path, "-more") } ?? [:]
    let builtIn = Lexicon.builtInTables
    for name in Lexicon.tableNames {
      if let bytes = replacing[name] ?? builtIn[name] { files.append((name, bytes)) }
      if let bytes = extending[name] { files.append((PathName(name).stem + "-more.csv", bytes)) }
    }
    return files
  }

  /// Checks the tables and their examples, and prints what is wrong, with table:line:column.
  func check(_ session: Session) throws -> Console.Exit {
    let examples = Examples(lexicon: try lexicon())
    var failures: [LexiconError] = []
    var tables = 0
    for suffix in ["", "-more"] {
      let own =
        try path.map { try self.tables(in: $0, suffix) }
        ?? (suffix.isEmpty ? Lexicon.builtInTables : [:])
      for name in Lexicon.tableNames {
        guard let table = own[name] else { continue }
        tables += 1
        failures += try examples.failures(of: table, named: PathName(name).stem + suffix + ".csv")
      }
    }
    for failure in failures { try Console.print(failure.text(in: session.language)) }
    try session.say(
      Wording(
        en: "\(tables) tables read, \(failures.count) examples fail",
        zh: "读了 \(tables) 个词表，\(failures.count) 条例句不符"))
    return failures.isEmpty ? .done : .unusableInput
  }
}
