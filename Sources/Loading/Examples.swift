import CSVFormat
import FactModel
import Languages
import Lexicon

/// The examples of the word tables: each row's sentence, and what reading it must give.
///
/// `expects` is `fact COLUMN=VALUE …` (one fact has all these values; `label~X` means that the label holds X) or
/// `excluded REASON [RAW]` (a numeral is left out for this reason).
///
/// ```swift
/// let table = """
///   noun,kind,program,weight,example,expects
///   职工,person,-,0,慰问职工30名。,fact kind=participants value=30
///   职工,person,-,0,慰问职工30名。,fact kind=funds
///
///   """
/// let failures = try Examples(lexicon: try Lexicon.builtIn())
///   .failures(of: Array(table.utf8), named: "nouns.csv")
/// assert(failures.map(\.line) == [3])
/// ```
public struct Examples: Sendable {
  private let loader: Loader
  /// The page's date in every example.
  public static let date = CalendarDate(year: 2025, month: 7, day: 12)

  /// Examples read with a vocabulary.
  public init(lexicon: Lexicon) {
    loader = Loader(lexicon: lexicon)
  }

  /// The rows of a table whose example does not give what it must, each with its line and column.
  ///
  /// - Returns: empty where all hold, or where the table has no examples.
  public func failures(of table: [UInt8], named name: String) throws(LexiconError) -> [LexiconError]
  {
    let records: [CSVRecord]
    do {
      records = try CSVReader.records(of: table, separator: UInt8(ascii: ","))
    } catch {
      throw LexiconError(
        table: name, line: error.position.line, column: error.position.column,
        message: error.message)
    }
    guard let header = records.first, let example = header.cells.firstIndex(of: "example"),
      let expects = header.cells.firstIndex(of: "expects")
    else { return [] }
    return records.dropFirst().compactMap { record in
      guard record.cells.count > max(example, expects) else { return nil }
      let message = fault(record.cells[example], record.cells[expects])
      let position = record.positions[example]
      return message.map {
        LexiconError(table: name, line: position.line, column: position.column, message: $0)
      }
    }
  }

  /// What is wrong with an example, or `nil`.
  func fault(_ sentence: String, _ expectation: String) -> Wording? {
    if sentence.isEmpty {
      return Wording(
        en: "the row has no example; add a sentence and what it must give",
        zh: "这一行没有例句；请补上例句和应读出的结果")
    }
    guard let date = Examples.date else { return nil }
    let result = loader.read(Page(document: "example", text: sentence, date: date))
    let words = expectation.split(separator: " ").map(String.init)
    switch words.first {
    case "fact":
      if result.facts.contains(where: { fact in words.dropFirst().allSatisfy { holds($0, fact) } })
      {
        return nil
      }
      return Examples.fault(sentence, expectation, said(result))
    case "excluded":
      let holds = result.exclusions.contains { exclusion in
        exclusion.reason.rawValue == words.dropFirst().first
          && (words.count < 3 || exclusion.raw.contains(words[2]))
      }
      return holds ? nil : Examples.fault(sentence, expectation, said(result))
    default:
      return Wording(
        en: "expects '\(expectation)' is neither 'fact COLUMN=VALUE' nor 'excluded REASON'",
        zh: "expects 一栏的“\(expectation)”既不是“fact 栏=值”，也不是“excluded 缘由”")
    }
  }

  private static func fault(_ sentence: String, _ expectation: String, _ said: String) -> Wording {
    Wording(
      en: "'\(sentence)' gives no \(expectation); it gives \(said)",
      zh: "“\(sentence)”读不出 \(expectation)；读出的是 \(said)")
  }

  private func holds(_ condition: String, _ fact: Fact) -> Bool {
    if let sign = condition.firstIndex(of: "~") {
      return condition[..<sign] == "label"
        && fact.label.contains(condition[condition.index(after: sign)...])
    }
    guard let sign = condition.firstIndex(of: "=") else { return false }
    let value = condition[condition.index(after: sign)...]
    return column(String(condition[..<sign]), of: fact) == String(value)
  }

  private func column(_ name: String, of fact: Fact) -> String? {
    switch name {
    case "kind": fact.kind.rawValue
    case "value": fact.quantity.value.description
    case "value_high": fact.quantity.high?.description ?? ""
    case "unit": fact.quantity.unit.name
    case "qualifier": fact.quantity.qualifier.rawValue
    case "label": fact.label
    case "place": fact.place.name
    case "province": fact.place.province
    case "program": fact.program
    case "period": fact.period.text
    case "status": fact.status.rawValue
    case "part_of": fact.partOf ?? ""
    default: nil
    }
  }

  private func said(_ result: LoadResult) -> String {
    let facts = result.facts.map { fact in
      "fact kind=\(fact.kind.rawValue) value=\(fact.quantity.value) unit=\(fact.quantity.unit.name) "
        + "qualifier=\(fact.quantity.qualifier.rawValue) label=\(fact.label) place=\(fact.place.name) "
        + "program=\(fact.program) period=\(fact.period.text) status=\(fact.status.rawValue)"
    }
    let exclusions = result.exclusions.map { "excluded \($0.reason.rawValue) \($0.raw)" }
    let all = facts + exclusions
    return all.isEmpty ? "—" : all.joined(separator: "; ")
  }
}
