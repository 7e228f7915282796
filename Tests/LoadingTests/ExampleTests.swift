import Foundation
import Lexicon
import Loading
import TestSupport
import Testing

@Suite("Every row of the word tables has an example that holds")
struct ExampleTests {
  /// The file of a table; one is in each of the folders.
  private static func file(of table: String) throws -> [UInt8] {
    let folders = ["Words", "Divisions", "Characters"].map { "Sources/Lexicon/Tables/\($0)" }
    let files = folders.map { Project.folder($0).appendingPathComponent(table) }
    let file = try #require(files.first { FileManager.default.fileExists(atPath: $0.path) })
    return [UInt8](try Data(contentsOf: file))
  }

  // The examples are those of the files, not of what was built in: `scripts/mutate` builds in tables with faults.
  @Test("The built-in tables", arguments: Lexicon.tableNames)
  func builtIn(table: String) throws {
    let bytes = try ExampleTests.file(of: table)
    let failures = try Examples(lexicon: try BuiltIn.lexicon).failures(of: bytes, named: table)
    for failure in failures { Issue.record("\(failure)") }
  }

  /// `Tests/Golden/words.csv`: artificial sentences, each read otherwise when its word is gone from its table.
  @Test("Words whose own example would hold without them have a second sentence")
  func secondSentences() throws {
    let file = Project.folder("Tests/Golden").appendingPathComponent("words.csv")
    let examples = Examples(lexicon: try BuiltIn.lexicon)
    for failure in try examples.failures(
      of: [UInt8](try Data(contentsOf: file)), named: "words.csv")
    {
      Issue.record("\(failure)")
    }
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
