import Foundation
import TestSupport
import Testing

@Suite("The tool")
struct ToolTests {
  private static let files = [
    "in/manifest.csv": "document,date,newspaper\nnantong,2025-07-12,月报样例\nshaoxing,2025-06-11,样例\n",
    "in/nantong.txt": "南通工会送温暖\n江苏省南通市总工会今年帮扶困难职工1200名，发放帮扶资金近44万元，其中大病救助28.6万元。\n",
    "in/shaoxing.txt": "7月前后\n浙江省绍兴市总工会举办招聘会26场，第3届技能大赛吸引职工300人次。\n",
    "in/2025-07-20-p3.md": "福建省福州市鼓楼区总工会新增工会驿站12座，入会率达98.3%。\n",
    "in/sheets/2025-07.csv": "省份,地区,项目,指标,数值,单位\n江苏省,南通市,,困难职工,—,人\n江苏省,南通市,,讲座,4,场\n",
    "in/README.md": "12 pages\n",
  ]

  /// A scratch folder with the files, made in the order given or in the reverse.
  private func scratch(reversed: Bool = false) throws -> Scratch {
    let scratch = try Scratch()
    let names = ToolTests.files.keys.sorted()
    for name in reversed ? names.reversed() : names {
      try scratch.write(try #require(ToolTests.files[name]), to: name)
    }
    return scratch
  }

  // MARK: Sameness

  @Test("Two runs write the same bytes, whatever the locale, the time zone and the order of files")
  func sameBytes() throws {
    let scratch = try scratch()
    defer { scratch.remove() }
    let line = ["report", "in", "--out", "out", "--lang", "en"]
    let first = try scratch.run(line)
    #expect(first.code == 0, "\(first.errors)")
    let expected = try scratch.tree("out")
    #expect(
      expected.keys.contains("2025-07/facts.csv") && expected.keys.contains("2025-06/digest.md"))
    let settings = [
      ["LC_ALL": "C", "TZ": "UTC"], ["LC_ALL": "zh_CN.UTF-8", "LANG": "zh_CN.UTF-8"],
      ["LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati"], ["TZ": "America/Los_Angeles"],
    ]
    for setting in settings {
      let again = try scratch.run(line, environment: setting)
      #expect(again.output == first.output, "\(setting)")
      #expect(try scratch.tree("out") == expected, "\(setting)")
    }
    let other = try self.scratch(reversed: true)
    defer { other.remove() }
    #expect(try other.run(line).output == first.output)
    #expect(try other.tree("out") == expected)
  }

  @Test("The language of messages changes no file")
  func language() throws {
    let scratch = try scratch()
    defer { scratch.remove() }
    let english = try scratch.run("report", "in", "--out", "out", environment: ["LANG": "C"])
    let files = try scratch.tree("out")
    let chinese = try scratch.run(
      "report", "in", "--out", "out", environment: ["LANG": "zh_CN.UTF-8"])
    #expect(english.output.contains("numerals") && chinese.output.contains("数字"))
    #expect(try scratch.tree("out") == files)
  }

  @Test("Inputs may be named one by one, in any order")
  func inputOrder() throws {
    let scratch = try scratch()
    defer { scratch.remove() }
    let one = try scratch.run("facts", "in/nantong.txt", "in/shaoxing.txt")
    let other = try scratch.run("facts", "in/shaoxing.txt", "in/nantong.txt")
    #expect(one.code == 0 && !one.output.isEmpty)
    #expect(one.output == other.output)
  }

  // MARK: The identity

  @Test("The identity that the tool prints is the identity of its files")
  func identity() throws {
    let scratch = try scratch()
    defer { scratch.remove() }
    let run = try scratch.run("report", "in", "--out", "out")
    let pattern = /out\/(\S+) +(\d+) +(\d+) +(\d+) +(\d+) +\d+ +\d+/
    let lines = run.output.split(separator: "\n").filter { $0.hasPrefix("out/") }
    #expect(lines.count == 2)
    for line in lines {
      let told = try #require(try pattern.wholeMatch(in: line)).output
      let facts = try Table(bytes: try scratch.bytes("out/\(told.1)/facts.csv")).rows
      let excluded = try Table(bytes: try scratch.bytes("out/\(told.1)/excluded.csv")).rows
      #expect(Int(told.4) == facts.count)
      #expect(Int(told.5) == excluded.count)
      #expect(Int(told.3) == facts.count + excluded.count)
    }
    let documents = try Table(bytes: try scratch.bytes("out/2025-07/facts.csv")).rows
      .compactMap { $0["document"] }
    #expect(Set(documents) == ["nantong", "2025-07-20-p3", "2025-07"])
  }

  @Test("facts writes the facts to standard output and the rest to a file")
  func facts() throws {
    let scratch = try scratch()
    defer { scratch.remove() }
    let run = try scratch.run("facts", "in", "--excluded", "ex.csv")
    #expect(run.code == 0)
    let facts = try Table(bytes: Array(run.output.utf8))
    #expect(facts.header.prefix(5) == ["document", "line", "raw", "kind", "value"])
    let nantong = facts.rows.filter { $0["document"] == "nantong" }
    #expect(nantong.compactMap { $0["raw"] } == ["1200名", "近44万元", "28.6万元"])
    #expect(nantong.compactMap { $0["part_of"] } == ["", "", "近44万元"])
    let excluded = try Table(bytes: try scratch.bytes("ex.csv"))
    #expect(
      excluded.header.prefix(4) == ["document", "line", "raw", "reason"] || !excluded.rows.isEmpty)
    let reasons = Set(excluded.rows.compactMap { $0["reason"] })
    #expect(reasons.isSuperset(of: ["ordinal", "missing"]))
    // For other programs: no byte order mark, LF.
    #expect(run.output.utf8.first == UInt8(ascii: "d") && !run.output.utf8.contains(13))
  }

  @Test(
    "--lang, --no-bom, --eol and --raw dress the report; pictures stand in a folder of their own")
  func dress() throws {
    let scratch = try scratch()
    defer { scratch.remove() }
    try scratch.write("省份,指标,数值,单位\n江苏省,=1+1,12,个\n浙江省,讲座,4,个\n", to: "in/sheets/2025-07-b.csv")
    #expect(try scratch.run("report", "in", "--out", "zh").code == 0)
    let words = ["report", "in", "--out", "en", "--lang=en", "--no-bom", "--eol", "lf", "--raw"]
    #expect(try scratch.run(words).code == 0)
    let chinese = try scratch.tree("zh")
    let english = try scratch.tree("en")
    #expect(chinese.keys == english.keys)
    #expect(chinese.keys.contains("2025-07/charts/counts-bars.svg"))
    for (name, bytes) in chinese where name.hasSuffix(".csv") {
      #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]), "\(name)")
      let plain = String(decoding: bytes.dropFirst(3), as: UTF8.self)
        .replacing("\r\n", with: "\n").replacing(/"\t([^"]*)"/) { $0.1 }
      #expect(plain == String(decoding: english[name] ?? [], as: UTF8.self), "\(name)")
    }
    let digest = try #require(english["2025-07/digest.md"])
    #expect(String(decoding: digest, as: UTF8.self).hasPrefix("# Union news in figures, July 2025"))
  }

  @Test("A page on standard input takes --date")
  func standardInput() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let text = "江苏省南通市总工会今年慰问职工300名。\n"
    let run = try scratch.run("facts", "-", "--date", "2024-07-12", input: text)
    let row = try #require(try Table(bytes: Array(run.output.utf8)).rows.first)
    #expect(row["document"] == "stdin" && row["period"] == "2024" && row["value"] == "300")
    #expect(try scratch.run("facts", "-", input: text).code == 2)
  }

  // MARK: Exit codes and messages

  @Test("Help and version are no failures")
  func help() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    for words in ["--help", "-h", "help"] {
      let run = try scratch.run(words)
      #expect(run.code == 0 && run.output.contains("  report "))
    }
    #expect(try scratch.run().code == 0)
    #expect(try scratch.run("--version").output.hasPrefix("yuebao "))
  }

  @Test(
    "A command line that is wrong ends with 64 and says which word",
    arguments: [
      ["frobnicate"], ["report", "--colour"], ["report", "in", "--month", "July"],
      ["report", "in", "--month"], ["facts"], ["facts", "in", "--date", "2025-13-01"],
      ["facts", "in", "--month", "2025-07"], ["report", "in", "--lang", "fr"],
      ["report", "in", "--eol", "cr"], ["report", "in", "--raw=yes"],
    ])
  func usage(words: [String]) throws {
    let scratch = try scratch()
    defer { scratch.remove() }
    let run = try scratch.run(words)
    #expect(run.code == 64)
    #expect(run.output.isEmpty)
    let named = [
      "frobnicate", "--colour", "July", "--month", "input", "2025-13-01", "fr", "cr", "--raw",
    ]
    #expect(run.errors.hasPrefix("yuebao: ") && named.contains { run.errors.contains($0) })
  }

  @Test("Doubts end with 1 only under --strict")
  func strict() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("工会慰问职工300名。\n", to: "2025-07-12.txt")
    #expect(try scratch.run("facts", "2025-07-12.txt").code == 0)
    let run = try scratch.run("facts", "2025-07-12.txt", "--strict")
    #expect(run.code == 1)
    #expect(run.output.contains("300名"))
    #expect(run.errors.contains("doubtful"))
  }

  /// Runs `facts` on one file and gives back what it said.
  private func complaint(_ name: String, _ text: String) throws -> Scratch.Outcome {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write(text, to: name)
    return try scratch.run("facts", name)
  }

  @Test("Input that cannot be used ends with 2 and names the file, the line and the remedy")
  func unusable() throws {
    let undated = try complaint("page.txt", "慰问职工300名。\n")
    #expect(undated.code == 2)
    #expect(undated.errors.contains("page.txt:1:1: error: ") && undated.errors.contains("--date"))
    let columns = try complaint("s.csv", "省份,指标\n江苏省,职工\n")
    #expect(columns.code == 2 && columns.errors.contains("s.csv:1:1: error: "))
    let quote = try complaint("s.csv", "省份,数值\n江苏省,1\n江苏省,\"2\n")
    #expect(quote.code == 2 && quote.errors.contains("s.csv:3:11: error: "))
    let json = try complaint("s.json", "[\n{\"value\" 1}]")
    #expect(json.code == 2 && json.errors.contains("s.json:2:10: error: "))
    let kind = try complaint("s.pdf", "1")
    #expect(kind.code == 2 && kind.errors.contains("s.pdf") && kind.errors.contains(".txt"))
    for run in [undated, columns, quote, json, kind] { #expect(run.output.isEmpty) }
  }

  @Test("A missing input and an empty folder end with 2 and are named")
  func missing() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let run = try scratch.run("report", "nowhere", "--out", "out")
    #expect(run.code == 2 && run.errors.contains("nowhere"))
    try scratch.write("", to: "empty/README.md")
    let empty = try scratch.run("report", "empty", "--out", "out")
    #expect(empty.code == 2 && empty.errors.contains("empty"))
    #expect(!FileManager.default.fileExists(atPath: scratch.folder.path + "/out"))
  }

  @Test("A broken manifest ends with 2 at its cell")
  func manifest() throws {
    let scratch = try scratch()
    defer { scratch.remove() }
    try scratch.write("document,date\nnantong,July\n", to: "in/manifest.csv")
    let run = try scratch.run("facts", "in/nantong.txt")
    #expect(run.code == 2 && run.errors.contains("in/manifest.csv:2:9: error: "))
  }

  @Test("A bad row is told with its place and stops nothing")
  func badRow() throws {
    let run = try complaint(
      "2025-07.csv", "省份,指标,数值,单位\n江苏省,困难职工,若干,人\n江苏省,困难职工,12,人\n")
    #expect(run.code == 0)
    #expect(run.errors.contains(":2:") && run.errors.contains("warning: "))
    #expect(try Table(bytes: Array(run.output.utf8)).rows.map { $0["value"] } == ["12"])
  }

  @Test("--month takes one month, and tells the others where there is none")
  func month() throws {
    let scratch = try scratch()
    defer { scratch.remove() }
    #expect(try scratch.run("report", "in", "--out", "out", "--month", "2025-06").code == 0)
    let months = try scratch.tree("out").keys.map { $0.prefix(7) }
    #expect(Set(months) == ["2025-06"])
    let run = try scratch.run("report", "in", "--out", "out", "--month", "2020-01")
    #expect(run.code == 2)
    for month in ["2020-01", "2025-06", "2025-07"] { #expect(run.errors.contains(month)) }
  }

  @Test("An output folder that cannot be made ends with 73 and changes nothing")
  func cannotWrite() throws {
    let scratch = try scratch()
    defer { scratch.remove() }
    try scratch.write("kept", to: "out")
    let run = try scratch.run("report", "in", "--out", "out")
    #expect(run.code == 73 && run.errors.contains("out"))
    #expect(try scratch.bytes("out") == Array("kept".utf8))
  }

  // MARK: Any page

  private static let beginnings = [
    "余", "多", "几", "数", "第", "首", "半", "过", "近", "逾", "超", "每", "翻", "百", "千", "万", "一", "十", "0",
    "%",
    "元", "名", "“", "《", "—", "、", "-", "+", "将", "其中", "数百", "几名", "多家",
  ]

  @Test("A page may begin and end with any sign", arguments: beginnings)
  func anySign(sign: String) throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    for (index, text) in ["\(sign)", "\(sign)。", "\(sign)3名职工。", "职工3\(sign)"].enumerated() {
      try scratch.write(text, to: "2025-07-12-\(index).txt")
    }
    let run = try scratch.run("facts", ".")
    #expect(run.code == 0, "\(run.errors.prefix(400))")
  }
}
