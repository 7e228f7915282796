import CommandLineKit
import Languages

/// A small command line of every kind of option and argument.
enum Sample {
  static let out = Key(
    "out", short: "o", value: "DIR", scope: .everywhere, completion: .folder, fallback: "here",
    help: Wording(en: "where to", zh: "去处"))
  static let count = Key(
    "count", short: "n", value: "N", help: Wording(en: "how many", zh: "多少"),
    expected: Wording(en: "a whole number", zh: "整数"), read: { Int($0) })
  enum Colour: String, CaseIterable { case red, green }
  static let colour = Key<Colour>(
    "colour", choice: "COLOUR", scope: .environment, help: Wording(en: "which", zh: "哪种"))
  static let strict = Flag(
    "strict", short: "s", scope: .everywhere, help: Wording(en: "be strict", zh: "从严"))
  static let noMark = Flag("no-mark", help: Wording(en: "leave the mark out", zh: "不写标记"))
  static let quiet = Flag(
    "quiet", short: "q", scope: .everywhere, help: Wording(en: "say little", zh: "少说"))

  static let input = Operand(
    "INPUT", .any, help: Wording(en: "a file", zh: "文件"), completion: .file, fallback: "seeds",
    setting: "inputs")

  static let interface = Interface(
    name: "tool", summary: Wording(en: "does things", zh: "做事"),
    commands: [
      Command(
        "report", summary: Wording(en: "report it", zh: "报告"),
        operands: [
          input
        ],
        options: [out.option, count.option, colour.option, strict.option, noMark.option],
        examples: [
          Command.Example("report -o x", Wording(en: "Into x.", zh: "写到 x。"))
        ]),
      Command(
        "explain", summary: Wording(en: "explain it", zh: "说明"),
        operands: [
          Operand("PLACE", .one, help: Wording(en: "a place", zh: "位置")),
          Operand("RAW", .optional, help: Wording(en: "a figure", zh: "数字")),
        ]),
      Command(
        "lexicon", summary: Wording(en: "the words", zh: "词表"),
        subcommands: [
          Command("check", summary: Wording(en: "check them", zh: "检查")),
          Command(
            "find", summary: Wording(en: "find one", zh: "查找"),
            operands: [Operand("WORD", .some, help: Wording(en: "a word", zh: "词"))]),
        ]),
    ],
    commonOptions: [quiet.option],
    variables: [Interface.Remark("NO_COLOR", Wording(en: "no colours", zh: "不用颜色"))],
    exits: [Interface.Remark("0", Wording(en: "done", zh: "完成"))])

  /// The invocation of words with what the environment and the settings say.
  static func read(
    _ words: String..., environment: [String: String] = [:], settings: [Setting] = []
  ) throws(UsageError) -> Invocation {
    var invocation = try interface.parse(words)
    try invocation.adopt(environment: environment, of: interface)
    try invocation.adopt(settings: settings, of: interface)
    try interface.checkOperands(of: invocation, words: words)
    return invocation
  }
}
