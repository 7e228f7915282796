import CSVFormat
import FactModel
import Lexicon
import TestSupport
import Testing

@Suite("Wherever print breaks a line")
struct BrokenLineTests {
  private static let lead = "　　本报讯　记者从市总工会获悉，今年以来，全市各级工会深入企业和车间，帮助职工解决实际问题，得到基层好评。"

  /// The examples of the word tables that are one paragraph.
  private static func examples() throws -> [String] {
    try Lexicon.builtInTables.sorted { $0.key < $1.key }.flatMap { name, bytes in
      let records = try CSVReader.records(of: bytes)
      guard let column = records.first?.cells.firstIndex(of: "example") else { return [String]() }
      return records.dropFirst().compactMap { $0.cells.count > column ? $0.cells[column] : nil }
        .filter { !$0.isEmpty && !$0.contains("\n") }
    }
  }

  private static func broken(_ text: String, every width: Int) -> String {
    var rows: [Substring] = []
    var rest = text[...]
    while !rest.isEmpty {
      rows.append(rest.prefix(width))
      rest = rest.dropFirst(width)
    }
    return rows.joined(separator: "\n")
  }

  /// What a fact says, without where it stands.
  private static func told(_ result: LoadResult) -> [String] {
    result.facts.map { fact in
      "\(fact.kind) \(fact.quantity) \(fact.label) \(fact.place.code) \(fact.program) \(fact.period) \(fact.status)"
    }
  }

  @Test(
    "The figures stay what they are, and no numeral sign is lost",
    arguments: 1...4 as ClosedRange<UInt64>)
  func examplesInRows(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let lexicon = try BuiltIn.lexicon
    let examples = try BrokenLineTests.examples()
    #expect(examples.count > 5000)
    for _ in 0..<150 {
      let example = try #require(examples.randomElement(using: &generator))
      let whole = BrokenLineTests.lead + example
      let text = BrokenLineTests.broken(whole, every: Int.random(in: 21...34, using: &generator))
      let result = try facts(in: text)
      do { try PageProperties.check(result, of: text, lexicon) } catch {
        Issue.record("seed \(seed): \(error) in\n\(text)")
      }
      let same = BrokenLineTests.told(result) == BrokenLineTests.told(try facts(in: whole))
      if !same { Issue.record("seed \(seed): read otherwise in rows:\n\(text)") }
    }
  }

  @Test("A unit that holds a numeral sign, at every break")
  func percentagePoints() throws {
    let told = "入会率提高30个百分点，满意率提高三至五个百分点以上，伤亡下降千分之五。"
    for width in 21...60 {
      let text = BrokenLineTests.broken(BrokenLineTests.lead + told, every: width)
      let result = try facts(in: text)
      try PageProperties.check(result, of: text, try BuiltIn.lexicon)
      #expect(
        result.facts.map(\.quantity.value.description) == ["30", "3", "0.5"], "rows of \(width)")
    }
  }
}
