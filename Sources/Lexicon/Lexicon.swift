import FactModel
import Platform

/// The vocabulary: every word table and the gazetteer, read and checked once, compiled into one trie.
///
/// Grammar is not here: the tables say what a word means, the rules of `Loading` say what follows from it.
///
/// ```swift
/// let lexicon = try Lexicon.builtIn()
/// assert(lexicon.programs.contains { $0.id == "hardship-aid" })
/// ```
public struct Lexicon: Sendable {
  /// One object for all tables, so that a copy of a lexicon costs one count.
  private let contents: Contents

  private final class Contents: Sendable {
    let programs: [Program]
    /// The place of each programme by its id.
    let programPlaces: [String: Int]
    let knownPrograms: KnownPrograms
    let gazetteer: Gazetteer
    let numerals: NumeralSigns
    let folding: Folding
    let surnames: SignSet
    let sheetWords: SheetWords
    let trie: WordTrie
    let meanings: Meanings
    let labelWords: LabelWords
    let populations: [Population]
    let formerNames: [(word: Int, division: Int)]
    let words: WordIndex

    init(tables: Tables) throws(LexiconError) {
      let (words, others) = both(threads: 2) {
        Result { () throws(LexiconError) in try LexiconBuilder(tables: tables) }
      } _: {
        Result { () throws(LexiconError) in try OtherTables(tables) }
      }
      // Of several faults the first in the order of the tables is told.
      let builder = try words.get()
      let other = try others.get()
      (numerals, sheetWords, folding) = (other.numerals, other.sheetWords, other.folding)
      (surnames, labelWords) = (other.surnames, other.labelWords)
      let places = try PlaceNames(
        other.divisions, renamed: tables.divisionsRenamed, to: builder)
      populations = try Population.all(table: tables.populations, gazetteer: places.gazetteer)
      try builder.addNewspapers(tables.newspapers, gazetteer: places.gazetteer)
      try builder.addAreas(tables.areas, gazetteer: places.gazetteer)
      programs = builder.programs
      programPlaces = Dictionary(
        builder.programs.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
      knownPrograms = KnownPrograms(programs)
      gazetteer = places.gazetteer
      formerNames = places.former
      self.words = builder.words
      meanings = Meanings(builder.entries, words: builder.words.count)
      trie = WordTrie(builder.words, values: meanings.codes)
    }
  }

  /// The tables that have nothing to do with the words of texts, and are read beside them.
  private struct OtherTables: Sendable {
    let numerals: NumeralSigns
    let sheetWords: SheetWords
    let folding: Folding
    let surnames: SignSet
    let labelWords: LabelWords
    let divisions: DivisionRows

    init(_ tables: Tables) throws(LexiconError) {
      numerals = try NumeralSigns(table: tables.numerals)
      sheetWords = try SheetWords(table: tables.sheetWords)
      folding = try Folding(table: tables.traditional)
      surnames = try LexiconBuilder.surnames(tables.surnames)
      labelWords = try LabelWords(table: tables.labelWords)
      divisions = try DivisionRows(table: tables.divisions)
    }
  }

  /// The programmes, in the order of the vocabulary.
  public var programs: [Program] { contents.programs }
  /// The place of a programme among them.
  package func program(_ id: String) -> Int? { contents.programPlaces[id] }
  package var knownPrograms: KnownPrograms { contents.knownPrograms }
  package var gazetteer: Gazetteer { contents.gazetteer }
  /// The divisions under their former names, which facts give too where a page prints them: made when they are asked for.
  package var formerDivisions: [Division] {
    contents.formerNames.map { former in
      let division = gazetteer.divisions[former.division]
      return Division(
        code: division.code, name: String(decoding: contents.words[former.word], as: UTF16.self),
        province: division.province)
    }
  }
  package var numerals: NumeralSigns { contents.numerals }
  package var folding: Folding { contents.folding }
  /// The family names, of one sign each.
  package var surnames: SignSet { contents.surnames }
  package var sheetWords: SheetWords { contents.sheetWords }
  package var trie: WordTrie { contents.trie }
  /// By the codes that the trie reports.
  package var meanings: Meanings { contents.meanings }
  /// What labels mean beyond their letters.
  public var labelWords: LabelWords { contents.labelWords }
  /// The inhabitants of the provinces, by code.
  public var populations: [Population] { contents.populations }

  /// The vocabulary that is built into the program.
  ///
  /// - Throws: `LexiconError`, if a table is broken.
  public static func builtIn() throws(LexiconError) -> Lexicon {
    try Lexicon(tables: Tables.builtIn)
  }

  /// The built-in vocabulary with the tables of an editor in place of, or behind, its own.
  ///
  /// - Parameters:
  ///   - replacing: whole tables by file name: `nouns.csv`.
  ///   - extending: tables whose rows come behind those there are, by the name of the table that they extend.
  /// - Throws: `LexiconError` with the table, line and column of the first fault.
  ///
  /// ```swift
  /// let more = "noun,kind,program,weight,example,expects\n暖心角,site,stations,4,,\n"
  /// let lexicon = try Lexicon(replacing: [:], extending: ["nouns.csv": Array(more.utf8)])
  /// let page = Page(document: "p", text: "全市建成暖心角34个。", date: CalendarDate("2025-07-12")!)
  /// assert(Loader(lexicon: lexicon).read(page).facts[0].kind == .stations)
  /// ```
  public init(replacing: [String: [UInt8]], extending: [String: [UInt8]] = [:]) throws(LexiconError)
  {
    var tables = Tables.builtIn
    for (name, path) in Tables.names {
      if let bytes = replacing[name] { tables[keyPath: path] = bytes }
      if let bytes = extending[name] {
        tables[keyPath: path] = Tables.joined(tables[keyPath: path], bytes)
      }
    }
    do {
      try self.init(tables: tables)
    } catch {
      throw Lexicon.located(error, replacing, extending)
    }
  }

  /// The error of an extended table at its place in the file that extends it.
  private static func located(
    _ error: LexiconError, _ replacing: [String: [UInt8]], _ extending: [String: [UInt8]]
  ) -> LexiconError {
    guard extending[error.table] != nil,
      let base = replacing[error.table] ?? builtInTables[error.table]
    else { return error }
    let lines = base.count { $0 == 10 } + (base.last == 10 ? 0 : 1)
    if error.line <= lines { return error }
    return LexiconError(
      table: error.table.replacingSuffix(".csv", with: "-more.csv"), line: error.line - lines + 1,
      column: error.column, message: error.message)
  }

  /// The built-in tables by the names of their files.
  public static var builtInTables: [String: [UInt8]] {
    let tables = Tables.builtIn
    return Dictionary(
      Tables.names.map { ($0, tables[keyPath: $1]) }, uniquingKeysWith: { first, _ in first })
  }

  /// The tables whose words are searched for in texts, by the names of their files; the others are read at need.
  public static let tablesOfTexts = [
    "measure-words.csv", "currencies.csv", "qualifiers.csv", "nouns.csv", "program-cues.csv",
    "time-words.csv", "status-cues.csv", "exclusions.csv", "verbs.csv", "place-words.csv",
    "newspapers.csv", "areas.csv",
  ]

  /// The names of the table files, in the order in which they are read.
  public static var tableNames: [String] { Tables.names.map(\.0) }

  /// A vocabulary of tables given as bytes.
  ///
  /// - Throws: `LexiconError` with the table, line and column of the first fault.
  package init(tables: Tables) throws(LexiconError) {
    contents = try Contents(tables: tables)
  }
}

extension String {
  fileprivate func replacingSuffix(_ suffix: String, with other: String) -> String {
    hasSuffix(suffix) ? dropLast(suffix.count) + other : self
  }
}
