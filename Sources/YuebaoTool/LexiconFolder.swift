import Foundation
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
        path: folder, message: "the folder holds no word table; tables are called \(known)")
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

/// The `corrections.csv` of the input folders, or the file of the command line.
enum CorrectionFiles {
  static func all(_ arguments: Arguments) throws(LoadingError) -> [Corrections] {
    if let file = arguments.correctionsFile {
      return [try Corrections(bytes: try InputFinder.bytes(of: file), path: file)]
    }
    var found: [Corrections] = []
    for input in arguments.inputs {
      let file = PathName(input).appending("corrections.csv")
      if InputFinder.exists(file) {
        found.append(try Corrections(bytes: try InputFinder.bytes(of: file), path: file))
      }
    }
    return found
  }
}

/// `yuebao explain`: why a line is read as it is.
struct ExplainCommand {
  let arguments: Arguments

  func run(_ sources: [Source], _ lexicon: Lexicon) throws(LoadingError) -> Console.Exit {
    guard
      let source = sources.first(where: { $0.document == arguments.document && $0.form == .page })
    else {
      throw LoadingError(
        path: arguments.document,
        message:
          "no page of that name is among the inputs (\(arguments.inputs.joined(separator: ", ")))")
    }
    let loader = Loader(lexicon: lexicon)
    let explanations = try loader.explain(source, line: arguments.line).filter {
      arguments.raw == nil || $0.raw == arguments.raw
    }
    if explanations.isEmpty {
      throw LoadingError(
        path: source.path, line: arguments.line,
        message: "no numeral"
          + (arguments.raw.map { " '\($0)'" } ?? "") + " stands on this line")
    }
    for explanation in explanations { Console.print(text(of: explanation)) }
    return .done
  }

  private func text(of explanation: Explanation) -> String {
    var lines = [explanation.sentence]
    if let fact = explanation.fact {
      let cells = zip(FactsCSV.header, FactsCSV.texts(of: fact)).dropFirst(3).filter {
        !$0.1.isEmpty
      }
      lines += cells.map { "  \($0.0): \($0.1)" }
      lines.append("  confidence: \(fact.confidence)")
    } else {
      lines.append("  不是数字事实")
    }
    lines.append("  规则: \(explanation.rule)")
    lines += explanation.evidence.map { "  依据 \($0.column): \($0.words)" }
    return lines.joined(separator: "\n") + "\n"
  }
}
