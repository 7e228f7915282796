import CSVFormat
import FactModel

/// The lists that the tables refer to; their rows stand in `datapackage.json` itself.
extension DataPackage {
  /// What was read, named as the tables name it, guard and all.
  var documents: JSONValue {
    var seen: Set<String> = []
    let read = report.documents.filter { seen.insert($0.name).inserted }
    let doubted = report.doubts.map(\.document).filter { seen.insert($0).inserted }
    let rows =
      read.map { row($0.name, newspaper: $0.newspaper, articles: $0.articles) }
      + doubted.map { row($0, newspaper: "", articles: 0) }
    let columns: [Column] = [
      .document, Column("newspaper", "报纸", "newspaper"),
      .count("articles", "报道篇数；数据表为0", "articles; 0 for a sheet", unit: "article"),
    ]
    return list("documents", "本月读取的版面与数据表", "Pages and sheets of the month", columns, rows)
  }

  private func row(_ name: String, newspaper: String, articles: Int) -> JSONValue {
    .object([
      ("document", .text(CSVGuard.applied(to: name, style.guarding))),
      ("newspaper", .text(newspaper)), ("articles", .number(articles)),
    ])
  }

  /// The vocabulary, and behind it what the facts name that it does not know.
  var programs: JSONValue {
    let rows = ProgramNames(of: report).columns.map { program -> JSONValue in
      .object([
        ("program", .text(program.id)), ("name", .text(program.name)),
        ("english", .text(program.english)),
      ])
    }
    let columns = [
      Column("program", "编号", "id", required: true), Column("name", "中文名", "Chinese name"),
      Column("english", "英文名", "English name"),
    ]
    return list("programs", "工会工作项目", "Programmes of union work", columns, rows)
  }

  private func list(
    _ name: String, _ chinese: String, _ english: String, _ columns: [Column], _ rows: [JSONValue]
  ) -> JSONValue {
    .object([
      ("profile", .text("tabular-data-resource")), ("name", .text(name)),
      ("title", .text(chinese)), ("description", .text(chinese + "。 " + english + ".")),
      ("data", .list(rows)),
      (
        "schema",
        .object([
          ("fields", .list(columns.map(DataPackage.field))),
          ("primaryKey", .text(columns[0].name)),
        ])
      ),
    ])
  }
}
