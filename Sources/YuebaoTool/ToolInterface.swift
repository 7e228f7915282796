import CommandLineKit
import Languages

/// A command of the tool: how it is called, and what it does.
protocol ToolCommand {
  static var declaration: Command { get }
  /// - Throws: `UsageError` for arguments that only this command can judge.
  init(_ invocation: Invocation) throws(UsageError)
  func run(_ session: Session) throws -> Console.Exit
  /// Whether the settings file is asked; what helps people out must work beside a broken one.
  static var readsSettings: Bool { get }
}

extension ToolCommand {
  static var readsSettings: Bool { true }
}

extension Tool {
  /// Every command, in the order in which help lists them.
  static var commands: [any ToolCommand.Type] {
    [
      ReportCommand.self, FactsCommand.self, AggregateCommand.self, CheckCommand.self,
      ExplainCommand.self,
      DiffCommand.self, LexiconCommand.self, InitCommand.self, CompletionsCommand.self,
      HelpCommand.self,
    ]
  }

  /// The command line, declared once: parsing, help, manual page, completions and tables are made from it.
  static let interface = Interface(
    name: "yuebao",
    summary: Wording(
      en: "figures of union news, read, totalled by month, and traced to their lines",
      zh: "月报：读出工会新闻里的数字，按月汇总，每个数字都能查到原文那一行"),
    discussion: [
      Wording(
        en:
          "An input is a file, a folder, or - for one page on standard input. Pages end in .txt or .md, "
          + "fact sheets in .csv, .tsv, .json or .jsonl.",
        zh: "输入可以是文件、文件夹，或用 - 表示从标准输入读一个版面。版面文件以 .txt 或 .md 结尾，"
          + "数据表以 .csv、.tsv、.json 或 .jsonl 结尾。"),
      Wording(
        en:
          "The command line wins over the environment (YUEBAO_OUT for --out), the environment over the "
          + "settings file (yuebao.json: {\"out\": \"DIR\"}), and that over the defaults.",
        zh: "同一选项以命令行为先，其次是环境变量（--out 对应 YUEBAO_OUT），再次是设置文件"
          + "（yuebao.json：{\"out\": \"DIR\"}），最后是默认值。"),
    ],
    commands: commands.map { $0.declaration },
    commonOptions: [
      Options.quiet.option, Options.color.option, Options.language.option, Options.config.option,
      Options.help.option, Options.version.option,
    ],
    variables: [
      Interface.Remark(
        "LC_ALL, LC_MESSAGES, LANG",
        Wording(
          en: "the language of messages where neither --lang nor YUEBAO_LANG gives it",
          zh: "没有 --lang 和 YUEBAO_LANG 时，决定提示信息用哪种语言")),
      Interface.Remark(
        "NO_COLOR",
        Wording(en: "if not empty, no colours unless --color asks", zh: "不为空则不用颜色，除非写了 --color")),
    ],
    exits: [
      Interface.Remark("0", Wording(en: "done", zh: "完成")),
      Interface.Remark(
        "1",
        Wording(
          en: "done, with doubts or differences, under --strict; nothing was found",
          zh: "完成，但有疑点或有差别（用了 --strict 时）；什么也没找到")),
      Interface.Remark("2", Wording(en: "an input cannot be used", zh: "有输入用不了")),
      Interface.Remark("64", Wording(en: "the command line is wrong", zh: "命令行写错了")),
      Interface.Remark("73", Wording(en: "a file cannot be written", zh: "有文件写不出来")),
      Interface.Remark(
        "130",
        Wording(
          en: "interrupted; a month is written whole or not at all", zh: "被中断；每个月的文件要么写全，要么不写")),
    ],
    files: [
      Interface.Remark(
        "yuebao.json", Wording(en: "settings, by the names of options", zh: "设置，用选项的名字")),
      Interface.Remark(
        "manifest.csv",
        Wording(
          en:
            "the dates of pages: document,date,newspaper; beside the pages or in the folder above",
          zh: "版面的日期：document,date,newspaper；放在版面旁边或上一级文件夹")),
      Interface.Remark(
        "corrections.csv",
        Wording(
          en: "the editors' decisions: document,line,raw,column,value,who,why; in an input folder",
          zh: "编辑的更正：document,line,raw,column,value,who,why；放在输入文件夹里")),
    ])
}
