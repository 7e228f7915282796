import CommandLineKit
import Languages
import Platform
import Yuebao

/// Every option of the tool; a command lists those that it takes.
enum Options {
  static let out = Key(
    "out", short: "o", value: "DIR", scope: .everywhere, completion: .folder, fallback: "reports",
    help: Wording(en: "the folder that holds the folders of the months", zh: "存放各月文件夹的文件夹"))

  static let month = Key(
    "month", short: "m", value: "YYYY-MM",
    help: Wording(
      en:
        "report only on this month, quarter (2025-Q3) or year (2025); the others serve for comparison",
      zh: "只写这个月（2025-07）、季度（2025-Q3）或年（2025）的报告；其他月份只用来比较"),
    expected: Wording(
      en: "a month, a quarter or a year, for example 2025-07, 2025-Q3 or 2025",
      zh: "月份、季度或年，例如 2025-07、2025-Q3 或 2025"),
    read: { MonthRange($0) })

  static let from = Key(
    "from", value: "YYYY-MM",
    help: Wording(
      en: "report on all months from this one to that of --to together",
      zh: "从这个月到 --to 的月份合成一份报告"),
    expected: Options.oneMonth, read: { YearMonth($0) })

  static let to = Key(
    "to", value: "YYYY-MM",
    help: Wording(en: "the last month of --from", zh: "--from 到哪个月为止"),
    expected: Options.oneMonth, read: { YearMonth($0) })

  private static let oneMonth = Wording(en: "a month, for example 2025-07", zh: "月份，例如 2025-07")

  static let date = Key(
    "date", short: "d", value: "DATE",
    help: Wording(
      en: "the date of pages that neither manifest.csv nor their name dates",
      zh: "manifest.csv 和文件名都没有写日期的版面，用这个日期"),
    expected: Wording(
      en: "a date, for example 2025-07-12 or 2025-07", zh: "日期，例如 2025-07-12 或 2025-07"),
    read: { CalendarDate($0) })

  static let encoding = Key(
    "encoding", value: "NAME", scope: .everywhere,
    completion: .words(TextEncoding.allCases.map(\.rawValue)),
    help: Wording(
      en: "the encoding of inputs for which manifest.csv and a byte order mark give none "
        + "(utf-8, gb18030, utf-16le, utf-16be); by default the bytes tell",
      zh: "manifest.csv 和字节顺序标记都没有写明的输入用什么编码（utf-8、gb18030、utf-16le、utf-16be）；默认看内容"),
    expected: Wording(
      en: "an encoding: " + TextEncoding.allCases.map(\.rawValue).joined(separator: ", "),
      zh: "编码：" + TextEncoding.allCases.map(\.rawValue).joined(separator: "、")),
    read: { TextEncoding(name: $0) })

  static let excluded = Key(
    "excluded", value: "FILE", completion: .file,
    help: Wording(en: "write the numerals that are no facts to FILE", zh: "把不算数据的数字写进 FILE"))

  static let leftOut = Key(
    "left-out", value: "FILE", completion: .file,
    help: Wording(en: "write the rows that enter no total to FILE", zh: "把没有计入合计的行写进 FILE"))

  static let idle = Flag(
    "idle",
    help: Wording(en: "list the rows that occur nowhere", zh: "列出没有用到的各行"))

  static let decide = Flag(
    "decide",
    help: Wording(
      en: "decide what enters a total, though the table says it (month, span, enters)",
      zh: "表里已有 month、span、enters 三栏，也重新判断哪些计入合计"))

  static let threads = Key(
    "threads", value: "N", scope: .everywhere,
    help: Wording(
      en: "how many threads work; by default as many as there are processors",
      zh: "用几个线程；默认与处理器一样多"),
    expected: Wording(en: "a number from 1 to 256", zh: "1 到 256 的数"),
    read: { text in Int(text).flatMap { (1...256).contains($0) ? $0 : nil } })

  /// How many threads work.
  static func threads(of invocation: Invocation) -> Int {
    invocation[threads] ?? Host.processors
  }

  static let lexicon = Key(
    "lexicon", value: "DIR", scope: .everywhere, completion: .folder,
    help: Wording(
      en: "word tables that replace (nouns.csv) or extend (nouns-more.csv) the built-in ones",
      zh: "自己的词表：nouns.csv 代替内置的表，nouns-more.csv 接在内置的表后面"))

  static let corrections = Key(
    "corrections", value: "FILE", scope: .everywhere, completion: .file,
    help: Wording(
      en: "the editors' decisions; the default is that of each input folder",
      zh: "编辑的更正；默认读各输入文件夹里的那一份"))

  static let strict = Flag(
    "strict", scope: .everywhere,
    help: Wording(
      en: "exit with 1 where a reading is doubtful or reports differ", zh: "有疑点或有差别时以 1 退出"))

  static let quiet = Flag(
    "quiet", short: "q", scope: .everywhere,
    help: Wording(en: "tell only what is wrong", zh: "只报错误和提醒"))

  static let color = Key<TextStyle.Choice>(
    "color", choice: "WHEN", scope: .everywhere,
    fallback: TextStyle.Choice.auto.rawValue,
    help: Wording(
      en: "colours in messages; auto: on a terminal, unless NO_COLOR is set",
      zh: "提示信息用不用颜色；auto：在终端上用，设了 NO_COLOR 则不用"))

  static let config = Key(
    "config", value: "FILE", scope: .environment, completion: .file,
    help: Wording(
      en: "the settings file; the default is yuebao.json in the working folder, if there is one",
      zh: "设置文件；默认读当前文件夹里的 yuebao.json（如果有）"))

  static let help = Flag(
    "help", short: "h", help: Wording(en: "show what there is, and stop", zh: "显示用法，不做别的"))

  static let version = Flag(
    "version", short: "V", help: Wording(en: "show the version, and stop", zh: "显示版本，不做别的"))

  static let language = Key<Language>(
    "lang", choice: "LANG", scope: .everywhere,
    help: Wording(
      en:
        "the language: of messages, by default the locale's; of digest and pictures, by default zh",
      zh: "语言：提示信息默认随系统，文摘和图默认用中文"))

  static let noMark = Flag(
    "no-bom", scope: .everywhere,
    help: Wording(
      en: "tables without a byte order mark, for other programs", zh: "表格开头不写字节顺序标记，给其他程序用"))

  static let lineEnd = Key<TableDress.LineEnd>(
    "eol", choice: "EOL", scope: .everywhere, fallback: TableDress.LineEnd.crlf.rawValue,
    help: Wording(en: "the line ends of tables", zh: "表格的换行"))

  static let raw = Flag(
    "raw", scope: .everywhere,
    help: Wording(
      en: "text cells as they are: no Tab before what a spreadsheet would change",
      zh: "文字单元格照写：电子表格会改动的内容前不加制表符"))
}

/// The arguments that several commands take.
enum Operands {
  static let inputs = Operand(
    "INPUT", .any,
    help: Wording(
      en: "a file, a folder, or - for one page on standard input", zh: "文件、文件夹，或 -（从标准输入读一个版面）"),
    completion: .file, fallback: defaultInput, setting: "inputs")

  static let defaultInput = "seeds"
}
