import Foundation
import TestSupport
import Testing

@testable import YuebaoTool

/// Tables and JSON that nobody means well; `HostileInput.md` states what becomes of each.
@Suite("Hostile tables")
struct HostileTableTests {
  private func scratch(_ files: [String: String]) throws -> Scratch {
    let scratch = try Scratch()
    for (name, text) in files { try scratch.write(text, to: name) }
    return scratch
  }

  private func rows(_ run: Scratch.Outcome) throws -> [[String: String]] {
    try Table(bytes: Array(run.output.utf8)).rows
  }

  private func complaint(_ name: String, _ text: String) throws -> Scratch.Outcome {
    let scratch = try scratch([name: text])
    defer { scratch.remove() }
    return try scratch.run("facts", name)
  }

  @Test("JSON that is nested without end is refused where it goes too deep")
  func deepJSON() throws {
    for sign in ["[", "{\"a\":"] {
      let run = try complaint("2025-07.json", String(repeating: sign, count: 200_000))
      #expect(
        run.code == 2 && run.errors.contains("2025-07.json:1:")
          && run.errors.contains("nested too deeply"))
    }
  }

  @Test("A name that stands twice in an object is told, and the first is read")
  func doubledName() throws {
    let run = try complaint("2025-07.json", #"[{"数值": 1, "value": 2, "省份": "江苏省", "单位": "人"}]"#)
    #expect(
      run.errors.contains("2025-07.json:1:25: warning: the row has this column twice"),
      "\(run.errors)")
    #expect(try rows(run).map { $0["value"] } == ["1"])
  }

  @Test("Rows that are too short or too long are told with their place, and read")
  func raggedRows() throws {
    let run = try complaint("2025-07.csv", "省份,指标,数值,单位\n江苏省,职工,1\n江苏省,职工,12,人,,,x\n")
    #expect(run.errors.contains("2025-07.csv:2:1: warning: 3 cells where the header has 4"))
    #expect(run.errors.contains("2025-07.csv:3:1: warning: 7 cells where the header has 4"))
    #expect(try rows(run).map { $0["value"] } == ["1", "12"])
  }

  @Test("A stray quote ends with 2 at its place")
  func strayQuote() throws {
    let open = try complaint("2025-07.csv", "省份,数值\n江苏省,\"1\n")
    #expect(open.code == 2 && open.errors.contains("2025-07.csv:2:11: error"))
    let text = try complaint("2025-07.csv", "省份,数值\n江苏省,\"1\"2\n")
    #expect(text.code == 2 && text.errors.contains("2025-07.csv:2:14: error"))
    // Inside a cell that begins without one it is a sign like others.
    let inside = try complaint("2025-07.csv", "省份,指标,数值\n江苏省,他说\"好\",1\n")
    #expect(try rows(inside).count == 1)
  }

  @Test("Ten thousand columns are read; those that are not known are told, the first ten in words")
  func wide() throws {
    let names = (0..<10_000).map { "c\($0)" }.joined(separator: ",")
    let run = try complaint(
      "2025-07.csv", "数值,\(names)\n12" + String(repeating: ",1", count: 10_000) + "\n")
    #expect(try run.code == 0 && rows(run).map { $0["value"] } == ["12"])
    #expect(run.errors.contains("column 'c0' is not known") && run.errors.contains("more rows"))
  }

  @Test("Two headers of one meaning are refused; one that is not known is told")
  func doubledHeader() throws {
    let run = try complaint("2025-07.csv", "省份,数值,金额\n江苏省,1,2\n")
    #expect(
      run.code == 2 && run.errors.contains("2025-07.csv:1:15: error: two columns are called value"))
    let unknown = try complaint("2025-07.csv", "省份,数值,天气\n江苏省,1,晴\n")
    #expect(unknown.code == 0 && unknown.errors.contains("2025-07.csv:1:15: warning: column '天气'"))
  }
}
