import Languages
import Lexicon

/// A row of a fact sheet: its cells by column, and where they stand.
struct SheetRow {
  struct Cell {
    var text: String
    var line: Int
    var column: Int
  }
  var cells: [SheetColumn: Cell]
  var line: Int
  /// The whole row as one line of text, for provenance.
  var text: String

  func text(_ column: SheetColumn) -> String { cells[column]?.text ?? "" }
}

/// A sheet's rows, and what could not be read as rows.
struct SheetRows {
  var rows: [SheetRow] = []
  var problems: [Problem] = []

  struct Problem {
    var line: Int
    var column: Int
    var raw: String
    var message: Wording
  }
}

extension Wording {
  /// What is said of a column whose name is in no table.
  static func unknownColumn(_ name: String) -> Wording {
    Wording(
      en: "column '\(name)' is not known and was left unread", zh: "不认识“\(name)”这一栏，没有读")
  }
}

extension Wording {
  /// What is said of a name that a row has already.
  static func secondColumn(_ name: String) -> Wording {
    Wording(
      en: "the row has this column twice; '\(name)' was left unread",
      zh: "这一行有两个同样的栏，“\(name)”没有读")
  }
}

/// The names of columns, matched without regard to case, spaces and width.
struct SheetHeader {
  let words: SheetWords
  let folding: Folding

  func column(_ name: String) -> SheetColumn? {
    let plain = name.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "\u{FEFF}" }
    let units = String(String.UnicodeScalarView(plain)).lowercased().utf16.map { folding[$0] }
    return words.columns[String(decoding: units, as: UTF16.self)]
  }
}
