import Lexicon
import Loading
import Testing
import TestSupport

@Suite("Every row of the word tables has an example that holds")
struct ExampleTests {
  @Test("The built-in tables", arguments: Lexicon.tableNames)
  func builtIn(table: String) throws {
    let bytes = try #require(Lexicon.builtInTables[table])
    let failures = try Examples(lexicon: try Lexicon.builtIn()).failures(of: bytes, named: table)
    for failure in failures { Issue.record("\(failure)") }
  }

  @Test("A row without an example, and an example that does not hold, are told with their place")
  func faults() throws {
    let table = "word,reads,unit,example,expects\n盏,count,盏,,\n把,count,把,工会送出办公椅20把。,fact unit=盏\n"
    let examples = Examples(lexicon: try Lexicon.builtIn())
    let failures = try examples.failures(of: Array(table.utf8), named: "measure-words.csv")
    #expect(failures.map(\.line) == [2, 3])
    #expect(failures.first?.description.contains("no example") == true)
  }
}
