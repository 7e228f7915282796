import TestSupport
import Testing

@Suite("yuebao aggregate")
struct AggregateTests {
  private static let header =
    "document,line,raw,kind,value,value_high,unit,qualifier,label,place,province,program,period,status,part_of,optional\n"
  private static let rows = """
    2025-07-12-a,1,12万元,funds,120000,,CNY,exact,帮扶资金,南通市,江苏省,hardship-aid,,actual,,
    2025-07-12-a,2,12万元,funds,120000,,CNY,exact,帮扶资金,南通市,江苏省,hardship-aid,,actual,,yes
    2025-07-12-a,3,余5万元,funds,50000,,CNY,over,慰问金,南通市,江苏省,hardship-aid,,actual,,
    2025-07-12-a,4,90万元,funds,900000,,CNY,exact,帮扶资金,江苏省,江苏省,hardship-aid,,planned,,

    """
  private static let totals = """
    month,province,program,kind,unit,span,facts,total,low,high,min,mean,max
    2025-07,江苏省,hardship-aid,funds,CNY,month,2,170000,170000,,50000,85000,120000

    """

  private func scratch(_ text: String = header + rows) throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write(text, to: "facts.csv")
    return scratch
  }

  @Test("Totals on standard output, the account of all facts on standard error, the rest in a file")
  func totals() throws {
    let scratch = try scratch()
    defer { scratch.remove() }
    let run = try scratch.run("aggregate", "facts.csv", "--left-out", "left.csv")
    #expect(run.code == 0)
    #expect(run.output == AggregateTests.totals)
    #expect(
      run.errors
        == "4 facts = 2 in totals + 0 rate + 1 planned + 0 rule + 0 case + 0 part + 1 repeat + 0 covered + 0 national; "
        + "1 rows\n")
    let left = String(decoding: try scratch.bytes("left.csv"), as: UTF8.self).split(separator: "\n")
    #expect(
      left.map { $0.suffix(12) } == [
        ",optional,left_out".suffix(12), "l,,yes,repeat".suffix(12), "anned,,,planned".suffix(12),
      ])
  }

  @Test("Facts under the former names of divisions count, for facts keep the name that is printed")
  func formerNames() throws {
    let page = "湖北省襄樊市总工会慰问职工300名。河北省平泉县总工会慰问职工50名。西藏自治区米林县总工会慰问职工20名。"
    let scratch = try Scratch()
    defer { scratch.remove() }
    let facts = try scratch.run("facts", "-", "--date", "2009-01-12", input: page).output
    #expect(facts.contains(",襄樊市,湖北省,") && facts.contains(",米林县,西藏自治区,"))
    let run = try scratch.run("aggregate", "-", "--date", "2009-01-12", "-q", input: facts)
    #expect(run.code == 0 && run.errors == "")
    #expect(run.output.split(separator: "\n").count == 4)
  }

  @Test("The same from standard input, on one thread and several, and quietly")
  func sameBytes() throws {
    let scratch = try scratch()
    defer { scratch.remove() }
    for threads in ["1", "2", "7"] {
      let run = try scratch.run("aggregate", "facts.csv", "--threads", threads, "-q")
      #expect(run.output == AggregateTests.totals)
      #expect(run.errors == "")
    }
    let piped = try scratch.run(
      "aggregate", "-", input: AggregateTests.header + AggregateTests.rows,
      environment: ["YUEBAO_THREADS": "2"])
    #expect(piped.output == AggregateTests.totals)
    #expect(try scratch.run("aggregate", "facts.csv", "--threads", "0").code == 64)
  }

  @Test("A broken row stops with its place; nothing is written")
  func brokenRow() throws {
    let scratch = try scratch(
      AggregateTests.header + AggregateTests.rows.replacing(",50000,", with: ",约50000,"))
    defer { scratch.remove() }
    try scratch.write("as it was", to: "left.csv")
    let run = try scratch.run("aggregate", "facts.csv", "--left-out", "left.csv")
    #expect(run.code == 2)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("yuebao: facts.csv:4:33: error: '约50000' is no plain decimal"))
    #expect(run.errors.contains("^"))
    #expect(String(decoding: try scratch.bytes("left.csv"), as: UTF8.self) == "as it was")
    #expect(try scratch.tree("").keys.filter { $0.contains(".new") }.isEmpty)
    #expect(try scratch.run("aggregate", "missing.csv").code == 2)
    #expect(try scratch.run("aggregate", ".").errors.contains("this is a folder"))
    #expect(try scratch.run("aggregate", "facts.csv", "--left-out", "no/left.csv").code == 73)
  }

  @Test("A name without a date needs --date")
  func date() throws {
    let text = AggregateTests.header + AggregateTests.rows.replacing("2025-07-12-a", with: "page-a")
    let scratch = try scratch(text)
    defer { scratch.remove() }
    let run = try scratch.run("aggregate", "facts.csv")
    #expect(run.code == 2)
    #expect(run.errors.contains("--date"))
    #expect(
      try scratch.run("aggregate", "facts.csv", "--date", "2025-07").output == AggregateTests.totals
    )
  }

  @Test("Columns of a report are trusted unless --decide is given")
  func judged() throws {
    let judged = AggregateTests.rows.split(separator: "\n").map { "\($0),2025-07,month,total" }
    let header = AggregateTests.header.dropLast() + ",month,span,enters\n"
    let scratch = try scratch(header + judged.joined(separator: "\n"))
    defer { scratch.remove() }
    #expect(try scratch.run("aggregate", "facts.csv").output.contains(",month,4,1190000,"))
    #expect(try scratch.run("aggregate", "facts.csv", "--decide").output == AggregateTests.totals)
  }
}
