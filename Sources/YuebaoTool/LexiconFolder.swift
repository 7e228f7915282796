import Foundation
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
    guard let path else { return try Lexicon.builtIn() }
    return try Lexicon(
      replacing: try tables(in: path, ""), extending: try tables(in: path, "-more"))
  }

  private func tables(in folder: String, _ suffix: String) throws(LoadingError) -> [String: [UInt8]]
  {
    var tables: [String: [UInt8]] = [:]
    for name in Lexicon.tableNames {
      let file = PathName(folder).appending(PathName(name).stem + suffix + ".csv")
      if InputFinder.exists(file) { tables[name] = try InputFinder.bytes(of: file) }
    }
    if suffix == "-more", tables.isEmpty, try self.tables(in: folder, "").isEmpty {
      let known = Lexicon.tableNames.joined(separator: ", ")
      throw LoadingError(
        path: folder,
        message: Wording(
          en: "the folder holds no word table; tables are called \(known)",
          zh: "这个文件夹里没有词表；词表的文件名是 \(known)"))
    }
    return tables
  }

  /// Checks the tables and their examples, and prints what is wrong, with table:line:column.
  func check() throws -> Console.Exit {
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
    for failure in failures { Console.print(failure.description) }
    Console.print("\(tables) tables read, \(failures.count) examples fail")
    return failures.isEmpty ? .done : .unusableInput
  }
}
