/// The text of a table: built in, where it lies in the program itself, or an editor's.
package enum TableText: Sendable {
  case builtIn(StaticString)
  case own([UInt8])

  /// Its bytes; what is built in is copied.
  package var bytes: [UInt8] {
    get {
      switch self {
      case .builtIn(let text): text.withUTF8Buffer(Array.init)
      case .own(let bytes): bytes
      }
    }
    set { self = .own(newValue) }
  }
}

extension Lexicon {
  /// The name of a table's file for each table, and its bytes.
  package struct Tables: Sendable {
    package var programs, measureWords, currencies, qualifiers, nouns, programCues: TableText
    package var timeWords, statusCues, exclusions, verbs, placeWords, numerals: TableText
    package var sheetWords, surnames, divisions, divisionsRenamed, traditional: TableText
    package var labelWords, populations, newspapers, areas: TableText

    /// The file of each table.
    package static var names: [(String, WritableKeyPath<Tables, [UInt8]>)] {
      [
        ("programs.csv", \.programs.bytes), ("measure-words.csv", \.measureWords.bytes),
        ("currencies.csv", \.currencies.bytes), ("qualifiers.csv", \.qualifiers.bytes),
        ("nouns.csv", \.nouns.bytes), ("program-cues.csv", \.programCues.bytes),
        ("time-words.csv", \.timeWords.bytes), ("status-cues.csv", \.statusCues.bytes),
        ("exclusions.csv", \.exclusions.bytes), ("verbs.csv", \.verbs.bytes),
        ("place-words.csv", \.placeWords.bytes), ("numerals.csv", \.numerals.bytes),
        ("sheet-words.csv", \.sheetWords.bytes), ("surnames.csv", \.surnames.bytes),
        ("divisions.csv", \.divisions.bytes),
        ("divisions-renamed.csv", \.divisionsRenamed.bytes),
        ("traditional.csv", \.traditional.bytes),
        ("label-words.csv", \.labelWords.bytes), ("populations.csv", \.populations.bytes),
        ("newspapers.csv", \.newspapers.bytes), ("areas.csv", \.areas.bytes),
      ]
    }

    /// One table behind another; the header of the second, which must be that of the first, is left out.
    package static func joined(_ table: [UInt8], _ more: [UInt8]) -> [UInt8] {
      let body = more.starts(with: [0xEF, 0xBB, 0xBF]) ? more.dropFirst(3) : more[...]
      let header = body.firstIndex(of: 10).map { $0 + 1 } ?? body.endIndex
      return table + (table.last == 10 ? [] : [10]) + body[header...]
    }

    package static var builtIn: Tables {
      Tables(
        programs: .builtIn(EmbeddedTables.programs),
        measureWords: .builtIn(EmbeddedTables.measure_words),
        currencies: .builtIn(EmbeddedTables.currencies),
        qualifiers: .builtIn(EmbeddedTables.qualifiers),
        nouns: .builtIn(EmbeddedTables.nouns), programCues: .builtIn(EmbeddedTables.program_cues),
        timeWords: .builtIn(EmbeddedTables.time_words),
        statusCues: .builtIn(EmbeddedTables.status_cues),
        exclusions: .builtIn(EmbeddedTables.exclusions), verbs: .builtIn(EmbeddedTables.verbs),
        placeWords: .builtIn(EmbeddedTables.place_words),
        numerals: .builtIn(EmbeddedTables.numerals),
        sheetWords: .builtIn(EmbeddedTables.sheet_words),
        surnames: .builtIn(EmbeddedTables.surnames),
        divisions: .builtIn(EmbeddedTables.divisions),
        divisionsRenamed: .builtIn(EmbeddedTables.divisions_renamed),
        traditional: .builtIn(EmbeddedTables.traditional),
        labelWords: .builtIn(EmbeddedTables.label_words),
        populations: .builtIn(EmbeddedTables.populations),
        newspapers: .builtIn(EmbeddedTables.newspapers),
        areas: .builtIn(EmbeddedTables.areas))
    }
  }
}
