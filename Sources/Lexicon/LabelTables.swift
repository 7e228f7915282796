import FactModel
import Languages

/// What a row of `label-words.csv` says of its word.
private enum LabelRole: String, CaseIterable {
  /// It means the same as another word.
  case same
  /// It counts how many there are.
  case stock
  /// It counts how many came, though it ends like a stock.
  case flow
}

extension LabelWords {
  /// Reads the table of the words of labels.
  ///
  /// - Throws: `LexiconError`, also where a word stands for one that itself means another.
  init(table text: TableText) throws(LexiconError) {
    let table = try WordTable(
      name: "label-words.csv", text: text, columns: ["word", "role", "means"],
      key: ["word", "role"])
    var synonyms: [String: String] = [:]
    var stocks: [String: String] = [:]
    var flows: Set<String> = []
    let roles = Choices(of: LabelRole.self)
    for row in table.rows {
      switch try row.choice(table.places[1], of: roles) {
      case .same: synonyms[row["word"]] = row["means"]
      case .stock: stocks[row["word"]] = row["means"]
      case .flow: flows.insert(row["word"])
      }
    }
    for row in table.rows where synonyms[row["word"]] == row["means"] {
      if let end = synonyms[row["means"]] {
        throw row.error(
          "means",
          Wording(
            en: "'\(row["means"])' means '\(end)' itself; write that",
            zh: "“\(row["means"])”本身又是“\(end)”，请直接写后者"))
      }
    }
    self.init(synonyms: synonyms, stocks: stocks, flows: flows)
  }
}

extension Population {
  /// Reads the table of inhabitants.
  ///
  /// - Throws: `LexiconError`, also where a code is that of no province, or a name is not the code's.
  static func all(table text: TableText, gazetteer: Gazetteer) throws(LexiconError) -> [Population]
  {
    let table = try WordTable(
      name: "populations.csv", text: text, columns: ["code", "name", "people", "year", "source"],
      key: ["code"])
    var populations: [Population] = []
    for row in table.rows {
      let code = try row.number(table.places[0])
      guard code % 10_000 == 0, let index = gazetteer.index(ofCode: code) else {
        throw row.error(
          "code",
          Wording(
            en: "'\(row["code"])' is the code of no province in divisions.csv",
            zh: "“\(row["code"])”不是 divisions.csv 里任何省的代码"))
      }
      let name = gazetteer.divisions[index].name
      if name != row["name"] {
        throw row.error(
          "name",
          Wording(
            en: "'\(row["name"])' is not the name of \(code), which is \(name)",
            zh: "“\(row["name"])”不是 \(code) 的名称，应为\(name)"))
      }
      populations.append(
        Population(
          code: code, people: Int64(try row.number(table.places[2])),
          year: try row.number(table.places[3]),
          source: row["source"]))
    }
    return populations.sorted { $0.code < $1.code }
  }
}
