import CSVFormat
import FactModel
import TestSupport
import Testing

@testable import Lexicon

/// A table of the vocabulary by the name of its file.
struct TableFile: CustomTestStringConvertible, Sendable {
  let name: String
  let bytes: any WritableKeyPath<Lexicon.Tables, [UInt8]> & Sendable

  init(_ name: String, _ bytes: any WritableKeyPath<Lexicon.Tables, [UInt8]> & Sendable) {
    self.name = name
    self.bytes = bytes
  }

  var testDescription: String { name }

  static let all = [
    TableFile("programs.csv", \.programs.bytes),
    TableFile("measure-words.csv", \.measureWords.bytes),
    TableFile("currencies.csv", \.currencies.bytes),
    TableFile("qualifiers.csv", \.qualifiers.bytes),
    TableFile("nouns.csv", \.nouns.bytes), TableFile("program-cues.csv", \.programCues.bytes),
    TableFile("time-words.csv", \.timeWords.bytes),
    TableFile("status-cues.csv", \.statusCues.bytes),
    TableFile("exclusions.csv", \.exclusions.bytes), TableFile("verbs.csv", \.verbs.bytes),
    TableFile("place-words.csv", \.placeWords.bytes),
    TableFile("newspapers.csv", \.newspapers.bytes),
    TableFile("areas.csv", \.areas.bytes),
    TableFile("numerals.csv", \.numerals.bytes),
    TableFile("sheet-words.csv", \.sheetWords.bytes), TableFile("divisions.csv", \.divisions.bytes),
    TableFile("divisions-renamed.csv", \.divisionsRenamed.bytes),
    TableFile("label-words.csv", \.labelWords.bytes),
    TableFile("populations.csv", \.populations.bytes),
  ]

  /// The built-in tables with this one replaced.
  func replaced(with text: String) -> Lexicon.Tables {
    var tables = Lexicon.Tables.builtIn
    tables[keyPath: bytes] = Array(text.utf8)
    return tables
  }

  var records: [CSVRecord] {
    get throws {
      try CSVReader.records(of: Lexicon.Tables.builtIn[keyPath: bytes], separator: 44)
    }
  }
}

@Suite("The built-in vocabulary")
struct LexiconTests {
  @Test("Every table has rows, and all of them load", arguments: TableFile.all)
  func loads(table: TableFile) throws {
    #expect(try table.records.count > 10)
    #expect(try BuiltIn.lexicon.meanings.groups.count > 3000)
  }

  @Test("The programmes and divisions are those of the tables")
  func contents() throws {
    let lexicon = try BuiltIn.lexicon
    #expect(lexicon.programs.count == 20)
    #expect(lexicon.programs.last?.id == "other")
    let names = Set(lexicon.gazetteer.divisions.map(\.name))
    #expect(names.isSuperset(of: ["全国", "江苏省", "南通市", "禅城区", "石河子市", "浦东新区"]))
  }

  @Test("The inhabitants of 31 provinces are, with the armed forces, those of the census")
  func populations() throws {
    let populations = try BuiltIn.lexicon.populations
    #expect(populations.count == 31)
    // The census gives 1,411,778,724 with two million in active service, who are of no province.
    #expect(populations.reduce(0) { $0 + $1.people } + 2_000_000 == 1_411_778_724)
    #expect(Set(populations.map(\.year)) == [2020])
    #expect(populations.allSatisfy { $0.source.contains("国家统计局") })
  }

  @Test("Words that mean the same, a stock, and what only looks like one")
  func labelWords() throws {
    let words = try BuiltIn.lexicon.labelWords
    #expect(words.synonyms["外卖骑手"] == "外卖员" && words.synonyms["外卖员"] == nil)
    #expect(words.stocks["会员"] == "organizing" && words.flows.contains("新会员"))
    #expect(Set(words.stocks.values).isSubset(of: try BuiltIn.lexicon.programs.map(\.id)))
  }

  @Test("Words, not spaces: no cell has a space at either end", arguments: TableFile.all)
  func spaces(table: TableFile) throws {
    for record in try table.records {
      for cell in record.cells {
        let isClean = cell.first?.isWhitespace != true && cell.last?.isWhitespace != true
        #expect(isClean, "\(table.name):\(record.line) '\(cell)'")
      }
    }
  }

  /// The words with their entries; a word of one character has many readings by nature.
  private func longWords() throws -> [(word: String, entries: [Entry])] {
    let lexicon = try BuiltIn.lexicon
    var words: [Int32: String] = [:]
    for table in TableFile.all.dropLast(4) {
      for record in try table.records.dropFirst() {
        let units = Array((record.cells.first ?? "").utf16)
        if units.isEmpty { continue }
        lexicon.trie.forEachWord(in: units, at: 0, until: units.count) { end, word in
          if end == units.count { words[word] = record.cells[0] }
        }
      }
    }
    return words.filter { $0.value.count > 1 }.map { ($0.value, lexicon.meanings[$0.key]) }
  }

  @Test("No word has two readings of one group, of which a scan would see only the last")
  func oneReadingEach() throws {
    for (word, entries) in try longWords() {
      // Hedges may stand on both sides, and say the same there.
      let groups = Dictionary(grouping: entries, by: \.group)
      for (group, readings) in groups where group != .qualifier {
        #expect(readings.count == 1, "\(word) stands twice as \(group)")
      }
      let hedges = (groups[.qualifier] ?? []).map { entry -> Qualifier? in
        if case .qualifier(let hedge) = entry { hedge.qualifier } else { nil }
      }
      #expect(Set(hedges).count < 2, "\(word) hedges both ways")
    }
  }

  @Test("A noun and a cue of one word speak for one programme")
  func onePrograms() throws {
    for (word, entries) in try longWords() {
      let programs = entries.compactMap { entry -> Int? in
        switch entry {
        case .noun(let noun): noun.program
        case .cue(let program, _): program
        default: nil
        }
      }
      #expect(Set(programs).count < 2, "\(word) speaks for two programmes")
    }
  }

  @Test("No measure word is a hedge, a time or a phrase that is no figure")
  func measures() throws {
    for (word, entries) in try longWords() {
      let groups = Set(entries.map(\.group))
      guard groups.contains(.measure) else { continue }
      let others = groups.intersection([.qualifier, .time, .status, .excluded])
      #expect(others.isEmpty, "\(word) is a measure word and \(others)")
    }
  }
}

@Suite("Faults of the tables are told with their place")
struct LexiconErrorTests {
  /// The error that a table's text causes.
  private func fault(_ table: TableFile, _ text: String) throws -> String {
    let error = try #require(
      #expect(throws: LexiconError.self) { try Lexicon(tables: table.replaced(with: text)) })
    return error.description
  }

  private func table(_ name: String) throws -> TableFile {
    try #require(TableFile.all.first { $0.name == name })
  }

  @Test("An empty table, and one without its columns", arguments: TableFile.all)
  func columns(table: TableFile) throws {
    #expect(try fault(table, "").hasPrefix("\(table.name):1:1: error: "))
    let header = try #require(try table.records.first).cells
    let missing = try fault(table, "x" + header.joined(separator: ",x") + "\n")
    #expect(missing.hasPrefix("\(table.name):1:1: error: "))
    #expect(missing.contains("'\(header[0])'"))
  }

  @Test("A row with too few cells", arguments: TableFile.all.filter { $0.name != "verbs.csv" })
  func cells(table: TableFile) throws {
    let records = try table.records
    let header = try #require(records.first).cells
    let row = try #require(records.dropFirst().first).cells
    let text = header.joined(separator: ",") + "\n\n" + row[0] + "\n"
    let told = try fault(table, text)
    #expect(told.hasPrefix("\(table.name):3:1: error: "))
    #expect(told.contains("1 cells") && told.contains("\(header.count)"))
  }

  @Test(
    "A value that is not known names those that are",
    arguments: [
      ("measure-words.csv", "word,reads,unit\n场,count,场\n件,counts,件\n", "3:5", "person-times"),
      ("qualifiers.csv", "word,stands,qualifier\n近,before,almost\n", "2:12", "nearly"),
      ("nouns.csv", "noun,kind,program,weight\n职工,people,-,0\n", "2:8", "person"),
      ("nouns.csv", "noun,kind,program,weight\n职工,person,union,0\n", "2:15", "legal-aid"),
      ("nouns.csv", "noun,kind,program,weight\n职工,person,-,heavy\n", "2:17", "heavy"),
      ("program-cues.csv", "cue,program,weight\n讨薪,lawyers,5\n", "2:8", "legal-aid"),
      ("time-words.csv", "word,means\n今年,this-year\n", "2:8", "this-year"),
      ("status-cues.csv", "cue,status,reach\n将,future,on\n", "2:5", "planned"),
      ("status-cues.csv", "cue,status,reach\n将,planned,far\n", "2:13", "near"),
      ("exclusions.csv", "phrase,reason\n一线,word\n", "2:8", "idiom"),
      ("place-words.csv", "word,role\n全国,world\n", "2:8", "nation"),
      ("numerals.csv", "sign,role,value\n一,number,1\n", "2:5", "number"),
      ("numerals.csv", "sign,role,value\n十一,digit,1\n", "2:1", "十一"),
      ("sheet-words.csv", "word,role,means\n数值,column,amount\n", "2:15", "value"),
      ("label-words.csv", "word,role,means\n骑手,like,外卖员\n", "2:8", "same"),
      ("label-words.csv", "word,role,means\n骑手,same,小哥\n小哥,same,外卖员\n", "2:13", "外卖员"),
      ("populations.csv", "code,name,people,year,source\n330100,杭州市,1,2020,x\n", "2:1", "330100"),
      ("populations.csv", "code,name,people,year,source\n330000,江苏省,1,2020,x\n", "2:8", "浙江省"),
      ("populations.csv", "code,name,people,year,source\n330000,浙江省,?,2020,x\n", "2:18", "?"),
      ("currencies.csv", "word,code,tenths\n元,CNY,ten\n", "2:9", "ten"),
      ("divisions.csv", "code,name,short\nabc,江苏省,江苏\n", "2:1", "abc"),
      ("divisions-renamed.csv", "until,name,code\n2000,江宁县,999999\n", "2:16", "999999"),
    ])
  func values(name: String, text: String, place: String, word: String) throws {
    let told = try fault(try table(name), text)
    #expect(told.hasPrefix("\(name):\(place): error: "), "\(told)")
    #expect(told.contains(word))
  }

  @Test(
    "A word that stands twice names the line of the first",
    arguments: [
      ("measure-words.csv", "word,reads,unit\n场,count,场\n件,count,件\n场,count,场\n"),
      ("verbs.csv", "verb\n慰问\n发放\n慰问\n"),
      ("exclusions.csv", "phrase,reason\n一线,idiom\n一起,idiom\n一线,name\n"),
    ])
  func duplicates(name: String, text: String) throws {
    let told = try fault(try table(name), text)
    #expect(told.hasPrefix("\(name):4:1: error: "))
    #expect(told.contains("line 2"))
  }

  @Test("An empty word and a broken quote")
  func broken() throws {
    let verbs = try table("verbs.csv")
    #expect(try fault(verbs, "verb\n\"\"\n").hasPrefix("verbs.csv:2:1: error: "))
    #expect(try fault(verbs, "verb\n慰问\n\"发放\n").hasPrefix("verbs.csv:3:1: error: "))
  }
}
