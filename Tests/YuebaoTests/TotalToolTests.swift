import TestSupport
import Testing

@Suite("Totals of the tool")
struct TotalToolTests {
  private static let files = [
    "in/2025-05-09-a.txt": "南通工会送温暖\n江苏省南通市总工会向困难职工发放帮扶资金12万元。南通市已建成工会驿站446家。\n",
    "in/2025-06-09-b.txt": "南通工会送温暖\n江苏省南通市总工会向困难职工发放帮扶资金30万元，其中大病救助8万元。南通市已建成工会驿站449家。\n",
    "in/2025-06-20-c.txt": "江苏工会送温暖\n江苏省总工会计划向困难职工发放帮扶资金900万元。\n",
  ]

  private func scratch() throws -> Scratch {
    let scratch = try Scratch()
    for (name, text) in TotalToolTests.files { try scratch.write(text, to: name) }
    return scratch
  }

  /// The rows of a table that hold all the words, without line ends.
  private func rows(_ path: String, _ scratch: Scratch, _ words: String...) throws -> [String] {
    String(decoding: try scratch.bytes(path), as: UTF8.self).split(separator: "\r\n")
      .map(String.init).filter { row in words.allSatisfy { row.contains($0) } }
  }

  @Test("Explaining a total lists what made it and what was left out, with reasons")
  func explain() throws {
    let scratch = try scratch()
    defer { scratch.remove() }
    let run = try scratch.run("explain", "2025-06", "江苏省", "hardship-aid", "funds", "in")
    #expect(run.code == 0, "\(run.errors)")
    #expect(
      run.output == """
        2025年6月 · 江苏省 · 困难职工帮扶（hardship-aid） · 资金 · 元 · 当月
          合计300000元（确数），1个数字：
          + 300000  “30万元”  帮扶资金  南通市  2025-06-09-b:2
          未计入2个：
          − 80000  “8万元”  大病救助  南通市  2025-06-09-b:2：其中数，属于“30万元”
          − 9000000  “900万元”  帮扶资金  江苏省  2025-06-20-c:2：计划或预计


        """)
  }

  @Test("Stations of two months are not added, money is; a row a month stands beside")
  func range() throws {
    let scratch = try scratch()
    defer { scratch.remove() }
    let run = try scratch.run(
      "report", "in", "--from", "2025-05", "--to", "2025-06", "--out", "out")
    #expect(run.code == 0, "\(run.errors)")
    let folder = "out/2025-05_2025-06/"
    let files = try scratch.tree("out").keys.sorted()
    #expect(files.allSatisfy { $0.hasPrefix("2025-05_2025-06/") })
    #expect(
      try rows(folder + "summary.csv", scratch, "hardship-aid,funds")
        == [
          "2025,5,2025,6,江苏省,320000,hardship-aid,funds,CNY,range,2,420000,420000,420000,120000,210000,300000"
        ])
    #expect(
      try rows(folder + "summary.csv", scratch, "stations,stations").map {
        $0.split(separator: ",")[11]
      } == ["449"])
    #expect(
      try rows(folder + "months.csv", scratch, "hardship-aid,funds").map {
        $0.split(separator: ",")[9]
      } == ["120000", "300000"])
    let explained = try scratch.run("explain", "2025-Q2", "江苏", "stations", "stations", "in")
    #expect(explained.output.contains("446家") && explained.output.contains("同一项后来另有数字"))
  }

  @Test("A quarter and a year are ranges too; their folders are named as they are asked for")
  func names() throws {
    let scratch = try scratch()
    defer { scratch.remove() }
    for name in ["2025-Q2", "2025", "2025-06"] {
      #expect(try scratch.run("report", "in", "--month", name, "--out", "out").code == 0)
      #expect(try scratch.tree("out/" + name).keys.contains("summary.csv"))
    }
  }

  @Test(
    "A question that has no answer says what there is",
    arguments: [
      (["report", "in", "--from", "2025-06", "--to", "2025-05"], 64, "2025-05"),
      (["report", "in", "--from", "2025-06"], 64, "--to"),
      (
        ["report", "in", "--month", "2025-06", "--from", "2025-05", "--to", "2025-06"], 64,
        "--month"
      ),
      (["report", "in", "--month", "2025-Q5"], 64, "2025-Q3"),
      (["report", "in", "--month", "2025-Q1"], 2, "2025-05, 2025-06"),
      (["explain", "2025-06"], 64, "浙江省"),
      (["explain", "2025-06", "浙江省", "in"], 2, "江苏省"),
      (["explain", "2025-06", "江苏省", "aid", "in"], 2, "hardship-aid"),
      (["explain", "2025-06", "江苏省", "hardship-aid", "money", "in"], 64, "funds"),
      (["explain", "2024-06", "江苏省", "in"], 2, "2025-05, 2025-06"),
    ])
  func faults(words: [String], code: Int32, told: String) throws {
    let scratch = try scratch()
    defer { scratch.remove() }
    let run = try scratch.run(words, environment: ["YUEBAO_LANG": "en"])
    #expect(run.code == code, "\(run.errors)")
    #expect(run.errors.contains(told), "\(run.errors)")
  }
}
