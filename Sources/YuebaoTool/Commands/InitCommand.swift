import CommandLineKit
import Languages
import Platform
import Yuebao

/// `yuebao init`: a folder to begin with.
struct InitCommand: ToolCommand {
  static let declaration = Command(
    "init",
    summary: Wording(
      en: "make a folder with an example page, a manifest, corrections and a guide",
      zh: "新建一个文件夹：样例版面、清单、更正表和说明"),
    operands: [
      Operand(
        "DIR", .one, help: Wording(en: "the folder; it may exist", zh: "文件夹；可以是已有的"),
        completion: .folder)
    ],
    examples: [
      Command.Example("init 月报", Wording(en: "A folder to begin with.", zh: "新建“月报”文件夹。"))
    ])
  static var readsSettings: Bool { false }

  private let folder: String

  init(_ invocation: Invocation) { folder = invocation.operands[0] }

  /// - Throws: `OutputError` where a file stands there already or cannot be written; then nothing is written.
  func run(_ session: Session) throws -> Console.Exit {
    let paths = Starter.files.map { PathName(folder).appending($0.name) }
    for path in paths where InputFinder.exists(path) {
      throw OutputError(
        path: path, reason: Wording(en: "the file stands there already", zh: "已经有这个文件"))
    }
    var made: [(path: String, isFolder: Bool)] = []
    do {
      for (path, file) in zip(paths, Starter.files) { try write(file.text, to: path, &made) }
    } catch {
      for entry in made.reversed() {
        try? Disk.system.remove(entry.path, in: Disk.here, isFolder: entry.isFolder)
      }
      throw OutputError(error)
    }
    for path in paths { try session.say(path) }
    try session.say(
      Wording(
        en: "Now: cd \(folder) && yuebao report", zh: "接着运行：cd \(folder) && yuebao report"))
    return .done
  }

  /// - Parameter made: what was made so far, which goes again where a later file fails.
  private func write(
    _ text: String, to path: String, _ made: inout [(path: String, isFolder: Bool)]
  )
    throws(DiskError)
  {
    if let folder = PathName(path).folder {
      made += try Disk.makeFolders(folder).map { ($0, true) }
    }
    do {
      let file = FreshFiles()
      defer { file.abandon() }
      try file.create(path, in: Disk.here, path, Array(text.utf8))
      try file.keep()
    } catch {
      // A name that is taken is somebody else's file.
      if error.code != EEXIST { made.append((path, false)) }
      throw error
    }
    made.append((path, false))
  }
}

/// The files that a new folder begins with.
enum Starter {
  /// By path, in the order in which they are told.
  static let files: [(name: String, text: String)] = [
    ("README.md", guide), ("yuebao.json", settings), ("manifest.csv", manifest),
    ("corrections.csv", corrections), ("pages/样例版面.txt", page),
  ]

  private static let settings = """
    {
      "inputs": ["."],
      "out": "reports"
    }

    """

  private static let manifest = """
    document,date,newspaper
    样例版面,2025-07-12,样例日报

    """

  private static let corrections = """
    document,line,raw,column,value,who,why

    """

  private static let page = """
    南通工会送出“清凉大礼包”
    江苏省南通市总工会日前启动送清凉活动，慰问户外劳动者1200余名，发放防暑降温物资近44万元。
    据介绍，今年上半年全市帮扶困难职工860名，发放帮扶资金126.5万元，其中大病救助28.6万元。

    海安建成工会驿站12座
    南通市海安市总工会今年新建工会驿站12座，覆盖全市9个镇，职工满意率达98.3%。

    """

  private static let guide = """
    # 月报文件夹

    这个文件夹由 `yuebao init` 建立。在这里运行：

    ```sh
    yuebao check     # 看会读哪些文件、哪里有问题；不写任何文件
    yuebao report    # 写月报，结果在 reports/年-月/
    ```

    | 文件 | 作用 |
    | --- | --- |
    | `pages/` | 报纸版面，每个版面一个 `.txt` 或 `.md` 文件（UTF-8 或 GBK）。样例可以删掉 |
    | `manifest.csv` | 每个版面的日期和报纸名。文件名以日期开头（`2025-07-12-p3.txt`）的不用写 |
    | `corrections.csv` | 编辑的更正：哪个文件、哪一行、原文里的哪个数字、改哪一栏、改成什么、谁改的、为什么 |
    | `yuebao.json` | 设置：读哪里、写到哪里 |
    | 数据表 | `.csv`、`.tsv`、`.json` 也可以放进来，表头如：省份,地区,项目,指标,数值,单位,时间,月份,状态 |

    ## 发现读错了怎么办

    1. 打开 `reports/年-月/review.csv`，最可疑的排在最前面。
    2. `yuebao explain 文件名:行号` 说明这个数字为什么这样读。
    3. 在 `corrections.csv` 里加一行，例如把第 3 行的“860名”改到“其他”项目：

       ```text
       样例版面,3,860名,program,other,王编辑,与帮扶无关
       ```

    4. 再运行 `yuebao report`。更正每次都会照用，`facts.csv` 的 note 一栏写明是谁改的、为什么。

    `yuebao help` 列出全部命令。

    """
}
