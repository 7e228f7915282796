import CommandLineKit
import Languages
import Testing

@Suite("Parsing")
struct ParserTests {
  @Test(
    "The forms of an option with a value",
    arguments: [
      ["report", "--out", "x"], ["report", "--out=x"], ["report", "-o", "x"], ["report", "-ox"],
      ["report", "-o=x"], ["report", "a", "--out", "x"], ["report", "-so", "x"],
      ["report", "-qsox"],
      ["report", "--out", "y", "--out", "x"],
    ])
  func forms(words: [String]) throws {
    let invocation = try Sample.interface.parse(words)
    #expect(invocation.name == "report")
    #expect(invocation[Sample.out] == "x")
  }

  @Test("A value may be empty behind a sign of equality, hold one, and look like an option")
  func values() throws {
    #expect(try Sample.read("report", "--out=a=b")[Sample.out] == "a=b")
    #expect(try Sample.read("report", "--out", "--count")[Sample.out] == "--count")
    #expect(throws: UsageError.self) { try Sample.read("report", "--out=") }
  }

  @Test("Flags together, taken back, and of a name that begins with no")
  func flags() throws {
    let both = try Sample.read("report", "-sq")
    #expect(both[Sample.strict] && both[Sample.quiet])
    #expect(try Sample.read("report", "--strict", "--no-strict")[Sample.strict] == false)
    #expect(try Sample.read("report", "--no-mark")[Sample.noMark])
    #expect(try Sample.read("report", "--no-mark", "--mark")[Sample.noMark] == false)
  }

  @Test("A lone dash is an argument, and so is every word behind two")
  func dashes() throws {
    let invocation = try Sample.read("report", "-", "-s", "--", "--out", "-q", "--")
    #expect(invocation.operands == ["-", "--out", "-q", "--"])
    #expect(invocation[Sample.strict] && !invocation[Sample.quiet])
  }

  @Test("Options of every command may stand before the command; a group has its commands")
  func commands() throws {
    #expect(try Sample.read("-q", "report")[Sample.quiet])
    let find = try Sample.read("lexicon", "find", "工会", "-q")
    #expect(find.name == "lexicon find" && find.operands == ["工会"] && find[Sample.quiet])
    #expect(try Sample.read().path.isEmpty)
  }

  @Test(
    "A word that is not known is answered with the nearest that is",
    arguments: [
      (["reprot"], "report"), (["rep"], "report"), (["lexicon", "chekc"], "check"),
      (["report", "--ouput"], "--out"), (["report", "--colr", "red"], "--colour"),
      (["report", "--stric"], "--strict"), (["frobnicate"], nil), (["report", "--xyz"], nil),
    ] as [([String], String?)])
  func suggestions(words: [String], suggestion: String?) {
    #expect {
      try Sample.interface.parse(words)
    } throws: { error in
      (error as? UsageError)?.suggestion == suggestion
    }
  }

  @Test(
    "A wrong line is refused with the word that is at fault",
    arguments: [
      (["report", "--count", "many"], "--count"), (["report", "--count"], "--count"),
      (["report", "--strict=yes"], "--strict"), (["report", "--colour=blue"], "red, green"),
      (["report", "-x"], "-x"), (["explain", "--out", "x"], "report"), (["explain"], "PLACE"),
      (["explain", "a", "b", "c"], "'c'"), (["lexicon"], "check, find"),
      (["lexicon", "find"], "WORD"), (["frobnicate"], "report, explain, lexicon"),
    ])
  func refusals(words: [String], told: String) {
    #expect {
      let invocation = try Sample.interface.parse(words)
      try Sample.interface.checkOperands(of: invocation, words: words)
    } throws: { error in
      (error as? UsageError)?.text(of: "tool", in: .english).contains(told) == true
    }
  }

  @Test("The word at fault is marked below, by its width on the screen")
  func marks() throws {
    do {
      _ = try Sample.interface.parse(["report", "报表 一", "--ouput", "x"])
      Issue.record("the line was taken")
    } catch {
      #expect(
        error.text(of: "tool", in: .chinese) == """
          tool: 没有“--ouput”这个选项；是不是“--out”？
            tool report '报表 一' --ouput x
                                  ^^^^^^^
            “tool help report”列出可用的写法。
          """)
    }
  }
}

@Suite("What wins over what")
struct PrecedenceTests {
  private static let settings = [
    Setting(key: "out", values: ["settings"], place: "tool.json:2:3"),
    Setting(key: "inputs", values: ["a", "b"], place: "tool.json:3:3"),
    Setting(key: "strict", values: ["true"], place: "tool.json:4:3"),
  ]

  @Test("Command line, environment, settings, nothing")
  func order() throws {
    let settings = PrecedenceTests.settings
    let variable = ["TOOL_OUT": "environment"]
    func out(_ invocation: Invocation) -> String? { invocation[Sample.out] }
    let first = try Sample.read(
      "report", "--out", "line", environment: variable, settings: settings)
    #expect(out(first) == "line")
    #expect(
      out(try Sample.read("report", environment: variable, settings: settings)) == "environment")
    #expect(out(try Sample.read("report", settings: settings)) == "settings")
    #expect(out(try Sample.read("report")) == nil)
    #expect(
      out(try Sample.read("report", environment: ["TOOL_OUT": ""], settings: settings))
        == "settings")
  }

  @Test("Arguments of the settings stand in where the line has none")
  func operands() throws {
    let settings = PrecedenceTests.settings
    func inputs(_ invocation: Invocation) -> [String] {
      invocation.words(invocation.operands, for: Sample.input)
    }
    #expect(inputs(try Sample.read("report", settings: settings)) == ["a", "b"])
    #expect(inputs(try Sample.read("report", "c", settings: settings)) == ["c"])
    #expect(inputs(try Sample.read("report")) == ["seeds"])
  }

  @Test("A flag of the settings is taken back by the environment or the line")
  func flags() throws {
    let settings = PrecedenceTests.settings
    #expect(try Sample.read("report", settings: settings)[Sample.strict])
    #expect(try !Sample.read("report", "--no-strict", settings: settings)[Sample.strict])
    #expect(
      try !Sample.read("report", environment: ["TOOL_STRICT": "0"], settings: settings)[
        Sample.strict])
  }

  @Test("What only the command line may say is not asked elsewhere")
  func scopes() throws {
    #expect(try Sample.read("report", environment: ["TOOL_COUNT": "3"])[Sample.count] == nil)
    #expect(try Sample.read("report", environment: ["TOOL_COLOUR": "red"])[Sample.colour] == .red)
  }

  @Test("A wrong variable or setting is named with its place")
  func faults() {
    func complaint(_ environment: [String: String], _ settings: [Setting]) -> String {
      do {
        _ = try Sample.read("report", environment: environment, settings: settings)
        return ""
      } catch {
        return error.text(of: "tool", in: .english)
      }
    }
    #expect(complaint(["TOOL_COLOUR": "blue"], []).contains("TOOL_COLOUR: 'blue'"))
    #expect(complaint(["TOOL_STRICT": "perhaps"], []).contains("neither true nor false"))
    let unknown = complaint([:], [Setting(key: "ouput", values: ["x"], place: "tool.json:2:3")])
    #expect(unknown.contains("tool.json:2:3") && unknown.contains("did you mean 'out'?"))
    let two = complaint([:], [Setting(key: "out", values: ["x", "y"], place: "tool.json:2:3")])
    #expect(two.contains("takes one value"))
    let narrow = complaint([:], [Setting(key: "count", values: ["3"], place: "tool.json:2:3")])
    #expect(narrow.contains("no setting 'count'"))
  }
}
