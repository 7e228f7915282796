import Foundation
import TestSupport
import Testing

@Suite("The commands that help along")
struct CommandTests {
  /// A scratch folder that `init` has filled.
  private func started() throws -> Scratch {
    let scratch = try Scratch()
    let run = try scratch.run("init", ".")
    #expect(run.code == 0, "\(run.errors)")
    return scratch
  }

  // MARK: init

  @Test("A new folder can be checked and reported on at once, by its settings")
  func initialise() throws {
    let scratch = try started()
    defer { scratch.remove() }
    let files = Set(try scratch.tree(".").keys)
    #expect(
      files == [
        "README.md", "yuebao.json", "manifest.csv", "corrections.csv", "pages/样例版面.txt",
      ])
    #expect(try scratch.run("check").code == 0)
    #expect(Set(try scratch.tree(".").keys) == files)
    #expect(try scratch.run("report").code == 0)
    #expect(try scratch.tree("reports").keys.contains("2025-07/digest.md"))
    // The report that lies in the folder now is no input of the next one.
    let first = try scratch.tree("reports")
    #expect(try scratch.run("report").code == 0)
    #expect(try scratch.tree("reports") == first)
  }

  @Test("What stands in the folder is never written over")
  func keeps() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("mine", to: "d/manifest.csv")
    let run = try scratch.run("init", "d")
    #expect(run.code == 73 && run.errors.contains("d/manifest.csv"))
    #expect(Array(try scratch.tree(".").keys) == ["d/manifest.csv"])
  }

  @Test("A row of corrections changes the figure of the example page")
  func correction() throws {
    let scratch = try started()
    defer { scratch.remove() }
    try scratch.write(
      "document,line,raw,column,value,who,why\n样例版面,3,860名,program,other,王编辑,试一试\n",
      to: "corrections.csv")
    let rows = try Table(bytes: Array(try scratch.run("facts").output.utf8)).rows
    #expect(rows.first { $0["raw"] == "860名" }?["program"] == "other")
  }

  // MARK: check

  @Test("check tells every input that cannot be used, not the first alone, and writes nothing")
  func check() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("慰问职工300名。\n", to: "in/undated.txt")
    try scratch.write("省份,指标\n江苏省,职工\n", to: "in/s.csv")
    try scratch.write("1", to: "in/scan.pdf")
    try scratch.write("江苏省总工会慰问职工30名。\n", to: "in/2025-07-12.txt")
    let before = try scratch.tree(".").keys.sorted()
    let run = try scratch.run("check", "in")
    #expect(run.code == 2)
    for told in ["in/undated.txt:1:1: error", "in/s.csv:1:1: error", "in/scan.pdf"] {
      #expect(run.errors.contains(told), "\(told)")
    }
    #expect(run.output.contains("in/2025-07-12.txt"))
    #expect(try scratch.tree(".").keys.sorted() == before)
  }

  @Test("check lists the doubts with their places")
  func doubts() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("工会慰问职工300名。\n", to: "2025-07-12.txt")
    let run = try scratch.run("check", ".", "--strict")
    #expect(run.code == 1)
    #expect(run.output.contains("2025-07-12.txt:1: 300名") && run.output.contains("names no place"))
  }

  @Test("A file that is named twice is read once; documents of one name are told")
  func namedTwice() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("江苏省总工会慰问职工30名。\n", to: "in/2025-07-12.txt")
    let once = try scratch.run("facts", "in").output
    #expect(try scratch.run("facts", "in", "./in/2025-07-12.txt").output == once)
    try scratch.write("江苏省总工会慰问职工40名。\n", to: "other/2025-07-12.txt")
    let both = try scratch.run("facts", "in", "other")
    #expect(both.errors.contains("in/2025-07-12.txt, other/2025-07-12.txt"))
    #expect(both.output.contains("30名") && both.output.contains("40名"))
  }

  @Test("A sheet of two months is one document of each")
  func twoMonths() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write(
      "省份,指标,数值,单位,月份\n江苏省,讲座,4,场,2025-06\n江苏省,讲座,5,场,2025-07\n", to: "s.csv")
    let lines = try scratch.run("report", "s.csv").output.split(separator: "\n")
    let documents = lines.filter { $0.hasPrefix("reports/") }.map { $0.split(separator: " ")[1] }
    #expect(documents == ["1", "1"])
  }

  // MARK: Encodings

  // MARK: lexicon

  @Test("The word tables are listed, printed and searched")
  func lexicon() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let list = try scratch.run("lexicon", "list")
    #expect(list.code == 0 && list.output.contains("\nnouns "))
    let nouns = try scratch.run("lexicon", "list", "nouns").output
    #expect(nouns.hasPrefix("noun,kind,program,weight"))
    let wrong = try scratch.run("lexicon", "list", "noun")
    #expect(wrong.code == 64 && wrong.errors.contains("did you mean 'nouns'?"))
    let found = try scratch.run("lexicon", "find", "工会驿站")
    #expect(found.code == 0 && found.output.contains("noun=工会驿站  kind=site"))
    #expect(try scratch.run("lexicon", "find", "没有这个词").code == 1)
  }

  @Test("Rows that occur in pages are counted, idle rows and unknown measure words are listed")
  func lexiconUse() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write(
      "noun,kind,program,weight,example,expects\n暖心角,site,stations,4,,\n凉心角,site,stations,4,,\n",
      to: "words/nouns-more.csv")
    try scratch.write(
      "南通市总工会新建暖心角3家，送去矿泉水160提。另有暖心角5家，毛巾30提。\n", to: "2025-07-12.txt")
    let use = try scratch.run(
      "lexicon", "use", "2025-07-12.txt", "--idle", "--lexicon", "words", "-q")
    #expect(use.code == 0)
    let lines = use.output.split(separator: "\n")
    let own = lines.first { $0.hasPrefix("nouns-more") }?.split(separator: " ").dropFirst()
    #expect(own.map(Array.init) == ["2", "1", "1", "2"])
    #expect(lines.contains("nouns-more.csv:3  凉心角"))
    #expect(!use.output.contains("nouns-more.csv:2"))
    #expect(lines.last == "unknown measure word 提: 2, first at 2025-07-12:1")
  }

  @Test("An editor's own table is listed behind the built-in one, and searched")
  func ownTable() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write(
      "noun,kind,program,weight,example,expects\n暖心角,site,stations,4,全市建成暖心角34个。,fact kind=stations value=34\n",
      to: "words/nouns-more.csv")
    let found = try scratch.run("lexicon", "find", "暖心角", "--lexicon", "words")
    #expect(found.output.hasPrefix("nouns-more.csv:2  noun=暖心角"))
  }

  // MARK: Settings

  @Test("Line before environment before settings file; paths are those of the file's folder")
  func precedence() throws {
    let scratch = try started()
    defer { scratch.remove() }
    func folder(_ words: [String], _ environment: [String: String] = [:]) throws -> String? {
      let before = Set(try scratch.tree(".").keys)
      #expect(try scratch.run(["report"] + words, environment: environment).code == 0)
      let new = Set(try scratch.tree(".").keys).subtracting(before)
      return new.first { $0.hasSuffix("digest.md") }?.replacing("/2025-07/digest.md", with: "")
    }
    #expect(try folder([]) == "reports")
    #expect(try folder([], ["YUEBAO_OUT": "b"]) == "b")
    #expect(try folder(["-o", "c"], ["YUEBAO_OUT": "d"]) == "c")
    try scratch.write("{\"inputs\": \"../pages\", \"out\": \"e\"}", to: "sub/other.json")
    #expect(try folder(["--config", "sub/other.json"]) == "sub/e")
  }

  @Test("A wrong settings file stops with its place; help works beside it")
  func wrongSettings() throws {
    let scratch = try started()
    defer { scratch.remove() }
    func complaint(_ text: String) throws -> Scratch.Outcome {
      try scratch.write(text, to: "yuebao.json")
      return try scratch.run("report")
    }
    let unknown = try complaint("{\n  \"ouput\": \"x\"\n}")
    #expect(unknown.code == 64 && unknown.errors.contains("yuebao.json:2:12"))
    #expect(unknown.errors.contains("did you mean 'out'?"))
    let broken = try complaint("{\"out\" \"x\"}")
    #expect(broken.code == 2 && broken.errors.contains("yuebao.json:1:8: error"))
    #expect(try complaint("[1]").code == 2)
    #expect(try complaint("{\"strict\": \"perhaps\"}").code == 64)
    #expect(try scratch.run("help").code == 0)
    #expect(try scratch.run("report", "--help").code == 0)
  }

  // MARK: How much is said

  @Test("--quiet tells nothing of what went well; faults are told all the same")
  func quiet() throws {
    let scratch = try started()
    defer { scratch.remove() }
    let run = try scratch.run("report", "-q")
    #expect(run.code == 0 && run.output.isEmpty && run.errors.isEmpty)
    #expect(try !scratch.run("report", "nowhere", "-q").errors.isEmpty)
  }

  @Test(
    "Colours only where they are asked for, off a terminal",
    arguments: [
      ([], [:], false), (["--color", "always"], [:], true), (["--color=never"], [:], false),
      ([], ["YUEBAO_COLOR": "always"], true),
      (["--color=always"], ["NO_COLOR": "1"], true),
      (["--color=auto"], ["YUEBAO_COLOR": "always"], false),
    ] as [([String], [String: String], Bool)])
  func colours(words: [String], environment: [String: String], isColored: Bool) throws {
    let scratch = try started()
    defer { scratch.remove() }
    let run = try scratch.run(["report"] + words, environment: environment)
    #expect(run.output.contains("\u{1B}[") == isColored)
  }

  @Test("The version tells the commit where there is one")
  func version() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let output = try scratch.run("--version").output
    #expect(try /yuebao \d+\.\d+\.\d+( \([0-9a-f]{7}\))?\n/.wholeMatch(in: output) != nil)
  }
}
