import FactModel
import Languages

/// Collects the words of all tables; a word that stands in several tables gets several entries.
///
/// One thread fills it, and hands it over.
final class LexiconBuilder: @unchecked Sendable {
  let words = WordIndex(capacity: 1 << 15)
  /// What the words mean, in the order of the tables, each with the number of its word.
  let entries = EntryList()
  private(set) var programs: [Program] = []
  private var programPlaces = Choices<Int>([])

  init(tables: Lexicon.Tables) throws(LexiconError) {
    try addPrograms(tables.programs)
    try addMeasures(tables.measureWords, currencies: tables.currencies)
    try addQualifiers(tables.qualifiers)
    try addNouns(tables.nouns)
    try addCues(tables.programCues)
    try addTimes(tables.timeWords)
    try addStatuses(tables.statusCues)
    try addExclusions(tables.exclusions)
    try addVerbs(tables.verbs)
    try addPlaceWords(tables.placeWords)
  }

  /// Adds a meaning of the word in a cell of a row.
  private func add(_ row: WordRow, _ column: Int, _ entry: Entry) {
    add(row.withUnits(column) { words.add($0).number }, entry)
  }

  /// Adds a meaning of a word that has a number.
  func add(_ word: Int, _ entry: Entry) { entries.append(entry, of: word) }

  /// The number of a word, a new one where it was not met before.
  func number(of word: UnsafeBufferPointer<UInt16>) -> Int { words.add(word).number }

  func addPrograms(_ text: TableText) throws(LexiconError) {
    let table = try WordTable(
      name: "programs.csv", text: text, columns: ["id", "name", "english"], key: ["id"])
    for row in table.rows {
      programs.append(Program(id: row["id"], name: row["name"], english: row["english"]))
    }
    programPlaces = Choices(programs.enumerated().map { ($1.id, $0) })
  }

  func addMeasures(_ text: TableText, currencies: TableText) throws(LexiconError) {
    let table = try WordTable(
      name: "measure-words.csv", text: text, columns: ["word", "reads", "unit"], key: ["word"])
    let (word, reading, unit) = (table.places[0], table.places[1], table.places[2])
    let readings = Choices(of: Measure.Reads.self)
    for row in table.rows {
      let reads = try row.choice(reading, of: readings)
      add(row, word, .measure(Measure(reads: reads, unit: row[unit])))
    }
    let money = try WordTable(
      name: "currencies.csv", text: currencies, columns: ["word", "code", "tenths"], key: ["word"])
    for row in money.rows {
      let tenths = Int64(try row.number(money.places[2]))
      add(row, money.places[0], .currency(code: row["code"], tenths: tenths))
    }
  }

  func addQualifiers(_ text: TableText) throws(LexiconError) {
    let table = try WordTable(
      name: "qualifiers.csv", text: text, columns: ["word", "stands", "qualifier"],
      key: ["word", "stands"])
    let (sides, qualifiers) = (Choices(of: QualifierWord.Stands.self), Choices(of: Qualifier.self))
    for row in table.rows {
      let word = QualifierWord(
        stands: try row.choice(table.places[1], of: sides),
        qualifier: try row.choice(table.places[2], of: qualifiers))
      add(row, table.places[0], .qualifier(word))
    }
  }

  func addNouns(_ text: TableText) throws(LexiconError) {
    let table = try WordTable(
      name: "nouns.csv", text: text, columns: ["noun", "kind", "program", "weight"],
      key: ["noun"])
    let (word, kind) = (table.places[0], table.places[1])
    let (program, weight) = (table.places[2], table.places[3])
    let kinds = Choices(of: Noun.Kind.self)
    for row in table.rows {
      let program = row.has("-", in: program) ? nil : try self.program(row, program)
      let noun = Noun(
        kind: try row.choice(kind, of: kinds), program: program, weight: try row.number(weight))
      add(row, word, .noun(noun))
    }
  }

  func addCues(_ text: TableText) throws(LexiconError) {
    let table = try WordTable(
      name: "program-cues.csv", text: text, columns: ["cue", "program", "weight"], key: ["cue"])
    let (cue, program, weight) = (table.places[0], table.places[1], table.places[2])
    for row in table.rows {
      let entry = Entry.cue(
        program: try self.program(row, program), weight: try row.number(weight))
      add(row, cue, entry)
    }
  }

  private func program(_ row: WordRow, _ column: Int) throws(LexiconError) -> Int {
    if let index = programPlaces.value(of: row, column) { return index }
    let known = programs.map(\.id).joined(separator: ", ")
    throw row.error(
      "program",
      Wording(
        en: "programme '\(row["program"])' is not known; it is one of \(known)",
        zh: "没有“\(row["program"])”这个项目；可用的有 \(known)"))
  }

  func addTimes(_ text: TableText) throws(LexiconError) {
    let table = try WordTable(
      name: "time-words.csv", text: text, columns: ["word", "means"], key: ["word"])
    for row in table.rows {
      guard let word = TimeWord(code: row["means"]) else {
        throw row.error(
          "means",
          Wording(
            en: "'\(row["means"])' is no meaning of a time word; see README.md",
            zh: "“\(row["means"])”不是时间词的意义，见 README.md"))
      }
      add(row, table.places[0], .time(word))
    }
  }

  func addStatuses(_ text: TableText) throws(LexiconError) {
    let table = try WordTable(
      name: "status-cues.csv", text: text, columns: ["cue", "status", "reach"], key: ["cue"])
    let (statuses, reaches) = (Choices(of: Status.self), Choices(of: StatusWord.Reach.self))
    for row in table.rows {
      let word = StatusWord(
        status: try row.choice(table.places[1], of: statuses),
        reach: try row.choice(table.places[2], of: reaches))
      add(row, table.places[0], .status(word))
    }
  }

  func addExclusions(_ text: TableText) throws(LexiconError) {
    let table = try WordTable(
      name: "exclusions.csv", text: text, columns: ["phrase", "reason"], key: ["phrase"])
    let (phrase, reason) = (table.places[0], table.places[1])
    let reasons = Choices(of: Exclusion.Reason.self)
    for row in table.rows {
      add(row, phrase, .excluded(try row.choice(reason, of: reasons)))
    }
  }

  func addVerbs(_ text: TableText) throws(LexiconError) {
    let table = try WordTable(
      name: "verbs.csv", text: text, columns: ["verb"], key: ["verb"])
    let verb = table.places[0]
    for row in table.rows { add(row, verb, .verb) }
  }

  /// The family names of the table, each of one sign.
  static func surnames(_ text: TableText) throws(LexiconError) -> SignSet {
    let table = try WordTable(
      name: "surnames.csv", text: text, columns: ["surname"], key: ["surname"])
    var surnames: Set<UInt16> = []
    for row in table.rows {
      guard let sign = row.unit(table.places[0]) else {
        throw row.error(
          "surname",
          Wording(
            en: "'\(row["surname"])' is not one sign", zh: "“\(row["surname"])”不是单个字"))
      }
      surnames.insert(sign)
    }
    return SignSet(Array(surnames))
  }

  func addPlaceWords(_ text: TableText) throws(LexiconError) {
    let table = try WordTable(
      name: "place-words.csv", text: text, columns: ["word", "role"], key: ["word"])
    let (word, role, roles) = (table.places[0], table.places[1], Choices(of: PlaceWord.self))
    for row in table.rows {
      add(row, word, .place(try row.choice(role, of: roles)))
    }
  }

  /// The newspapers of the table, each with the division whose it is.
  func addNewspapers(_ text: TableText, gazetteer: Gazetteer) throws(LexiconError) {
    let table = try WordTable(
      name: "newspapers.csv", text: text, columns: ["newspaper", "code", "place"],
      key: ["newspaper"])
    for row in table.rows {
      let index = try LexiconBuilder.division(of: row, gazetteer)
      add(row, table.places[0], .newspaper(division: index))
    }
  }

  /// The areas that are no divisions, each with the division that holds it.
  func addAreas(_ text: TableText, gazetteer: Gazetteer) throws(LexiconError) {
    let table = try WordTable(
      name: "areas.csv", text: text, columns: ["area", "code", "place"], key: ["area"])
    for row in table.rows {
      let index = try LexiconBuilder.division(of: row, gazetteer)
      add(
        row, table.places[0],
        .division(candidates: [index], isFull: true, isFormer: false))
    }
  }

  /// The division whose code and name a row gives.
  private static func division(
    of row: WordRow, _ gazetteer: Gazetteer
  ) throws(LexiconError) -> Int {
    let code = try row.number(row.table.places[1])
    if let index = gazetteer.index(ofCode: code), gazetteer.divisions[index].name == row["place"] {
      return index
    }
    throw row.error(
      "code",
      Wording(
        en: "no division has the code '\(row["code"])' and the name '\(row["place"])'",
        zh: "没有代码为“\(row["code"])”、名称为“\(row["place"])”的区划"))
  }
}

extension TimeWord {
  /// The meaning that the table of time words codes: `year-1`, `quarter2`, `open`.
  init?(code: String) {
    if let word = TimeWord.named[code] {
      self = word
    } else if code.hasPrefix("plan"), let year = Int(code.dropFirst(4)) {
      self = .plan(year)
    } else {
      return nil
    }
  }

  private static let named: [String: TimeWord] = [
    "year0": .year(0), "year-1": .year(-1), "year-2": .year(-2), "year+1": .year(1),
    "year-0": .sameYear, "half1": .half(1), "half2": .half(2), "quarter1": .quarter(1),
    "quarter2": .quarter(2), "quarter3": .quarter(3), "quarter4": .quarter(4),
    "year-end": .yearEnd, "month0": .month(0), "month-1": .month(-1), "month+1": .month(1),
    "day0": .today,
    "day-1": .daysAgo(1), "day-2": .daysAgo(2),
    "recent": .recent, "open": .open, "done": .done, "yearly": .yearly, "monthly": .monthly,
    "daily": .daily, "summer": .summer, "before-new-year": .beforeNewYear, "winter": .winter,
    "spring-festival": .springFestival,
  ]
}
