import FactModel
import Languages
import Lexicon
import TestSupport
import Testing

@testable import Loading

@Suite("Editors' corrections")
struct CorrectionTests {
  private let text = "江苏省南通市总工会今年慰问困难职工300名，发放慰问金近44万元。"

  private func corrected(_ rows: String) throws -> LoadResult {
    var result = try facts(in: text)
    let table = "document,line,raw,column,value,who,why\n" + rows
    let corrections = try Corrections(bytes: Array(table.utf8), path: "corrections.csv")
    corrections.apply(to: &result, lexicon: try Lexicon.builtIn())
    return result
  }

  private var document: String {
    get throws { try #require(try facts(in: text).facts.first).provenance.document }
  }

  @Test(
    "A row changes its column and leaves a note",
    arguments: [
      ("program", "seasonal-care"), ("place", "启东市"), ("period", "2024"), ("status", "planned"),
      ("value", "450000"), ("label", "送温暖资金"), ("qualifier", "about"),
    ])
  func change(column: String, value: String) throws {
    let result = try corrected("\(try document),1,近44万元,\(column),\(value),李,核对原报\n")
    let fact = try #require(result.facts.first { $0.provenance.raw == "近44万元" })
    let found = [
      fact.program, fact.place.name, fact.period.text, fact.status.rawValue,
      fact.quantity.value.description, fact.label, fact.quantity.qualifier.rawValue,
    ]
    #expect(found.contains(value))
    #expect(fact.note.contains("李") && fact.note.contains("核对原报"))
    #expect(result.doubts.allSatisfy { $0.cause != .correction })
  }

  @Test("A figure that is none is listed with its reason")
  func noFact() throws {
    let result = try corrected("\(try document),1,300名,fact,list,李,\n")
    #expect(!result.facts.contains { $0.provenance.raw == "300名" })
    #expect(result.exclusions.contains { $0.raw == "300名" && $0.reason == .list })
  }

  @Test(
    "What matches nothing, or fits no column, is told",
    arguments: ["1,301名,program,health", "9,300名,program,health", "1,300名,program,helth"])
  func unmatched(row: String) throws {
    let result = try corrected("\(try document),\(row),李,\n")
    #expect(result.doubts.filter { $0.cause == .correction }.count == 1)
    #expect(result.facts.allSatisfy { $0.note.isEmpty })
  }

  @Test("A broken table says where")
  func broken() throws {
    let table = "document,line,raw,column,value,who,why\np,x,300名,program,health,,\n"
    let error = #expect(throws: LoadingError.self) {
      _ = try Corrections(bytes: Array(table.utf8), path: "corrections.csv")
    }
    #expect(error?.description == "corrections.csv:2:3: error: 'x' is no line number")
  }

  @Test("An explanation marks the figure and tells place, time and rule")
  func explain() throws {
    let date = try #require(CalendarDate("2025-07-12"))
    let page = Page(document: "p", text: text, date: date)
    let found = Loader(lexicon: try Lexicon.builtIn()).explain(page, line: 1)
    let figure = try #require(found.first { $0.raw == "近44万元" })
    #expect(figure.sentence == "江苏省南通市总工会今年慰问困难职工300名，发放慰问金【近44万元】。")
    #expect(
      figure.evidence.contains {
        $0.column == "place" && $0.words.text(in: .chinese).contains("南通市")
      })
    #expect(
      figure.evidence.contains {
        $0.column == "period" && $0.words.text(in: .english).contains("今年")
      })
  }

  @Test("A row settles the doubt about its column, also where it keeps the reading")
  func settled() throws {
    var result = LoadResult()
    let read = try facts(in: text)
    let provenance = try #require(read.facts.first).provenance
    func doubt(_ cause: Doubt.Cause) -> Doubt {
      Doubt(
        cause: cause, document: provenance.document, line: provenance.line, column: 1,
        raw: provenance.raw, chosen: "", other: "", message: Wording(verbatim: ""),
        month: provenance.month)
    }
    func left(_ row: String) throws -> [Doubt.Cause] {
      result = LoadResult(facts: read.facts, doubts: [doubt(.place), doubt(.program)])
      let table =
        "document,line,raw,column,value,who,why\n\(provenance.document),\(provenance.line),"
        + "\(provenance.raw),\(row),,\n"
      try Corrections(bytes: Array(table.utf8), path: "c.csv").apply(
        to: &result, lexicon: try Lexicon.builtIn())
      return result.doubts.map(\.cause)
    }
    #expect(try left("program,hardship-aid") == [.place])
    #expect(try left("fact,name") == [])
    #expect(try left("label,困难职工") == [.place, .program])
    #expect(try left("program,no-such") == [.place, .program, .correction])
  }
}
