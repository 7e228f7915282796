import CSVFormat
import FactModel
import TestSupport
import Testing

@testable import Lexicon

@Suite("Traditional characters are read as simplified ones")
struct TraditionalTests {
  static let twins = [
    (
      "浙江省溫州市總工會去年為職工發放補助2.3萬元，不少於600餘人參加體檢。",
      "浙江省温州市总工会去年为职工发放补助2.3万元，不少于600余人参加体检。"
    ),
    (
      "截至5月底，廣東省建成工會驛站兩百三十個，惠及戶外勞動者近五萬人次。",
      "截至5月底，广东省建成工会驿站两百三十个，惠及户外劳动者近五万人次。"
    ),
    (
      "陝西省乾縣總工會開展勞動爭議調解，調解成功率達百分之九十八。",
      "陕西省乾县总工会开展劳动争议调解，调解成功率达百分之九十八。"
    ),
  ]

  @Test(arguments: twins) func saysTheSame(traditional: String, simplified: String) throws {
    let read = try (facts(in: traditional).facts, facts(in: simplified).facts)
    #expect(!read.0.isEmpty)
    #expect(read.0.map(TraditionalTests.meaning) == read.1.map(TraditionalTests.meaning))
  }

  /// All that a fact says, but its printed text.
  private static func meaning(of fact: Fact) -> String {
    "\(fact.kind) \(fact.quantity) \(fact.label) \(fact.place) \(fact.program) \(fact.period) \(fact.status)"
  }

  @Test func printsWhatThePageHas() throws {
    let fact = try #require(facts(in: "浙江省總工會發放補助2.3萬元。").facts.first)
    #expect(fact.provenance.raw == "2.3萬元")
  }

  /// A character of the tables that folded away would never be found again.
  @Test func noTableHoldsATraditionalCharacter() throws {
    let tables = Lexicon.builtInTables
    let rows = try CSVReader.records(of: try #require(tables["traditional.csv"])).dropFirst()
    let traditional = Set(rows.compactMap { $0.cells.first?.unicodeScalars.first })
    #expect(traditional.count > 2_000)
    for (name, bytes) in tables where name != "traditional.csv" {
      let found = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter(traditional.contains)
      #expect(found.isEmpty, "\(name)")
    }
  }
}
