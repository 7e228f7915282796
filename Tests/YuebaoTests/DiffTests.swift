import Foundation
import TestSupport
import Testing

@Suite("The difference of two reports")
struct DiffTests {
  private static let page = "江苏省南通市总工会慰问职工1200名。\n新建工会驿站12座。\n帮扶困难职工30名。\n"

  /// A report of the page as it was in `old`, and of another text in `new`.
  private func reports(_ text: String) throws -> Scratch {
    let scratch = try Scratch()
    for (folder, text) in [("old", DiffTests.page), ("new", text)] {
      try scratch.write(text, to: "\(folder)-in/2025-07-12-p1.txt")
      #expect(try scratch.run("report", "\(folder)-in", "--out", folder).code == 0)
    }
    return scratch
  }

  /// The rows of `diff --format csv`, as `of change raw column old→new`.
  private func rows(_ scratch: Scratch, _ old: String = "old", _ new: String = "new") throws
    -> [String]
  {
    let run = try scratch.run("diff", old, new, "--format", "csv")
    #expect(run.code == 0, "\(run.errors)")
    return try Table(bytes: Array(run.output.utf8)).rows.map { row in
      ["of", "change", "raw", "column"].map { row[$0] ?? "" }.joined(separator: " ")
        + " \(row["old"] ?? "")→\(row["new"] ?? "")"
    }
  }

  @Test("The same report does not differ")
  func same() throws {
    let scratch = try reports(DiffTests.page)
    defer { scratch.remove() }
    #expect(try rows(scratch) == [])
    #expect(try scratch.run("diff", "old", "new", "--strict").code == 0)
  }

  @Test("A figure that is edited changes, and so does its total")
  func edited() throws {
    let scratch = try reports(DiffTests.page.replacing("1200名", with: "1300名"))
    defer { scratch.remove() }
    let rows = try rows(scratch)
    #expect(rows.contains("fact changed 1300名 raw 1200名→1300名"))
    #expect(rows.contains("fact changed 1300名 value 1200→1300"))
    #expect(rows.contains("total changed  total 1230→1330"))
    #expect(!rows.contains { $0.contains("12座") || $0.contains("30名") })
    #expect(try scratch.run("diff", "old", "new", "--strict").code == 1)
  }

  @Test(
    "A figure that moved to another line is the same; one that is new came, one that is cut went")
  func moved() throws {
    let scratch = try reports("江苏省南通市总工会慰问职工1200名。\n\n新建工会驿站12座。\n举办讲座7场。\n")
    defer { scratch.remove() }
    let facts = try rows(scratch).filter { $0.hasPrefix("fact") }
    #expect(!facts.contains { $0.contains("12座") })
    #expect(facts.contains("fact came 7场 value →7"))
    #expect(facts.contains("fact gone 30名 value 30→"))
  }

  @Test("The words for people name the figures and the sums")
  func text() throws {
    let scratch = try reports(DiffTests.page.replacing("1200名", with: "1300名"))
    defer { scratch.remove() }
    let english = try scratch.run("diff", "old/2025-07", "new/2025-07").output
    #expect(english.contains("~ 2025-07-12-p1:1 1300名  raw 1200名 → 1300名"))
    #expect(english.contains("total 1230 → 1330"))
    #expect(english.hasSuffix("figures: 0 came, 0 went, 1 changed; totals that differ: 1\n"))
    let chinese = try scratch.run("diff", "old", "new", "--lang", "zh").output
    #expect(chinese.hasSuffix("数字：新增 0 个，消失 0 个，改变 1 个；不同的合计：1 个\n"))
  }

  @Test("Tables of facts alone are compared without totals")
  func tables() throws {
    let scratch = try reports(DiffTests.page.replacing("1200名", with: "1300名"))
    defer { scratch.remove() }
    for folder in ["old", "new"] {
      try scratch.write(try scratch.run("facts", "\(folder)-in").output, to: "\(folder).csv")
    }
    #expect(try rows(scratch, "old.csv", "new.csv").allSatisfy { $0.hasPrefix("fact changed") })
    #expect(try scratch.run("diff", "old.csv", "new.csv").output.contains("no totals to compare"))
  }

  @Test("What is no report is refused and named")
  func refused() throws {
    let scratch = try reports(DiffTests.page)
    defer { scratch.remove() }
    try scratch.write("a,b\n1,2\n", to: "t.csv")
    for wrong in ["nowhere", "old-in", "t.csv"] {
      let run = try scratch.run("diff", wrong, "new")
      #expect(run.code == 2 && run.errors.contains(wrong) && run.output.isEmpty, "\(wrong)")
    }
  }
}
