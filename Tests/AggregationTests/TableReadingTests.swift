import FactModel
import TestSupport
import Testing

@testable import Aggregation

@Suite("The cells of a table are read exactly, whatever they hold")
struct TableReadingTests {
  private let header =
    "kind,value,value_high,unit,qualifier,province,program,period,status,month,span,enters"
  private let good = "counts,5,,场,exact,浙江省,safety,,actual,2025-07,month,total"

  private func judged(_ rows: [String], blockSize: Int = 1 << 20) throws(TableError) -> TableTotals
  {
    let text = ([header] + rows).joined(separator: "\n") + "\n"
    return try FactTable(
      TableSource(name: "facts.csv", bytes: Array(text.utf8)), blockSize: blockSize
    )
    .judgedTotals(threads: 1)
  }

  @Test("A word has one number, however long it is and however alike others are")
  func words() {
    var random = SeededGenerator(seed: 1)
    var table = WordTable()
    var known: [String: Int] = [:]
    for _ in 0..<3000 {
      // Words of the same ends, which differ in the middle alone.
      let middle = (0..<Int.random(in: 0...24, using: &random)).map { _ in
        "ab".randomElement(using: &random) ?? "a"
      }
      let word = Bool.random(using: &random) ? String(middle) : "江苏省总工会" + String(middle) + "江苏省总工会"
      let number = table.number(of: word)
      #expect(number == known[word] ?? known.count, "'\(word)'")
      known[word] = number
    }
    #expect(table.count == known.count)
    #expect(known.allSatisfy { table.word($1) == $0 })
  }

  @Test("Many groups are kept apart, and each is found again")
  func manyGroups() throws {
    let rows = (0..<3000).map { good.replacing("safety", with: "p\($0 % 1000)") }
    let totals = try judged(rows)
    #expect(totals.rows.count == 1000 && totals.rows.allSatisfy { $0.facts == 3 })
  }

  @Test("Empty lines are no rows, wherever a block is cut")
  func emptyLines() throws {
    for gap in ["", "\r", "\n\n\r\n"] {
      for blockSize in [4, 16, 64, 1 << 20] {
        let totals = try judged([gap, good, gap, good, gap], blockSize: blockSize)
        #expect(totals.rows.map(\.facts) == [2], "\(gap.debugDescription), \(blockSize)")
      }
    }
  }

  @Test("A fault behind the end of a file that has shrunk is told of its last line")
  func shrunk() {
    let source = TableSource(name: "facts.csv", bytes: Array("a\nb\n".utf8))
    let error = TableFault.unreadable(at: 99).error(in: source)
    #expect(error.line == 3 && error.path == "facts.csv")
  }

  @Test("A header is kept without its line end, and says whether the table is judged")
  func headers() throws {
    func read(_ text: String) throws(TableError) -> FactTable {
      try FactTable(TableSource(name: "facts.csv", bytes: Array(text.utf8)))
    }
    #expect(try read(header + "\r\n").header == Array(header.utf8))
    #expect(try read(header).isJudged)
    for column in ["month", "span", "enters"] {
      #expect(try !read(header.replacing(column, with: "other")).isJudged)
    }
  }

  @Test("A doubled quote is one quote; what stands around it stays")
  func quotes() throws {
    let row = good.replacing("场", with: "\"场,\"\"大\"\"\n件\"").replacing(
      "safety", with: "\"\"\"a\"\"\"")
    let totals = try judged([row, row])
    #expect(totals.units == ["场,\"大\"\n件"])
    #expect(totals.programs == ["\"a\""])
    #expect(totals.rows.map(\.facts) == [2])
  }

  @Test("A row longer than what is read at once is one row", arguments: [true, false])
  func longRows(isQuoted: Bool) throws {
    let long = String(repeating: isQuoted ? "长,\n" : "长", count: 60_000)
    let row = good.replacing("safety", with: isQuoted ? "\"\(long)\"" : long)
    let totals = try judged([good, row, good, row], blockSize: 300)
    #expect(Set(totals.programs) == ["safety", long])
    #expect(totals.rows.map(\.facts) == [2, 2])
  }

  @Test(
    "A word that a judged table cannot have stops with its place",
    arguments: [
      ("2025-07", "2025-13", 46, "the month '2025-13' is not known"),
      ("total", "sum", 60, "'sum' is not known"), ("counts", "count", 1, "'count' is not known"),
      ("month,total", "week,total", 54, "'week' is not known"),
      ("exact", "circa", 15, "'circa' is not known"),
      (",,actual,2025-07,month", ",weekly,actual,2025-07,recurring", 38, "'weekly' is not known"),
      ("counts,5", "counts,五", 8, "is no plain decimal"),
    ])
  func unknownWord(old: String, new: String, column: Int, message: String) throws {
    let error = #expect(throws: TableError.self) {
      try judged([good, good.replacing(old, with: new), good])
    }
    #expect(error?.line == 3)
    #expect(error?.column == column)
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }

  @Test("Ranges that only nearly agree, of two rhythms, are two figures")
  func alike() throws {
    // The tops and the rhythms differ by one step each, in opposite directions, so that their sums are the same.
    let header =
      "document,line,raw,kind,value,value_high,unit,qualifier,label,place,province,program,period,status,part_of,optional"
    let rows = [("20.0001", "yearly"), ("20", "monthly")].map { high, period in
      "2025-07-a,1,x,funds,10,\(high),CNY,exact,资金,浙江省,浙江省,safety,\(period),actual,,"
    }
    let text = ([header] + rows).joined(separator: "\n")
    let totals = try FactTable(TableSource(name: "facts.csv", bytes: Array(text.utf8)))
      .decidedTotals(threads: 1, labels: sampleLabels, divisions: [Place.zhejiang])
    #expect(totals.identity.count(.total) == 2)
  }
}
