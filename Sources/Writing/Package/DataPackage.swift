import CSVFormat
import FactModel

/// `datapackage.json`: what every table of the folder holds, to the Frictionless Data Package
/// specification, version 1.
///
/// Each table has its columns with type, unit, constraints and a description in Chinese and in
/// English, its size and its SHA-256. Documents and programmes are tables inside the file itself;
/// the others refer to them by foreign keys.
struct DataPackage {
  /// A table that has been written.
  struct Table {
    let file: OutputFile
    let columns: [Column]
    let chinese: String
    let english: String
    var primaryKey: [String] = []

    var name: String { String(file.name.prefix { $0 != "." }) }
  }

  let report: Report
  let tables: [Table]
  let style: CSVWriter.Style

  var file: OutputFile {
    let package: JSONValue = .object([
      ("profile", .text("tabular-data-package")),
      ("name", .text("yuebao-\(report.range)".lowercased())),
      (
        "title",
        .text(
          "\(report.range.title)工会数字月报 Union news figures, \(report.range)")
      ),
      (
        "description",
        .text(
          "从版面与数据表中读出的数字，及其合计与比较。"
            + " The figures of pages and fact sheets of one month, with totals and comparisons.")
      ),
      ("resources", .list(tables.map(resource) + [documents, programs])),
    ])
    return OutputFile(name: "datapackage.json", bytes: package.document)
  }

  private func resource(of table: Table) -> JSONValue {
    .object([
      ("profile", .text("tabular-data-resource")), ("name", .text(table.name)),
      ("path", .text(table.file.name)), ("title", .text(table.chinese)),
      ("description", .text(table.chinese + "。 " + table.english + ".")),
      ("format", .text("csv")), ("mediatype", .text("text/csv")), ("encoding", .text("utf-8")),
      ("bytes", .number(table.file.bytes.count)),
      ("hash", .text("sha256:" + SHA256.hexDigest(of: table.file.bytes))),
      (
        "dialect",
        .object([
          ("delimiter", .text(",")), ("quoteChar", .text("\"")), ("doubleQuote", .truth(true)),
          ("lineTerminator", .text(style.carriageReturn ? "\r\n" : "\n")),
          ("header", .truth(true)), ("skipInitialSpace", .truth(false)),
        ])
      ),
      ("schema", schema(of: table)),
    ])
  }

  private func schema(of table: Table) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("fields", .list(table.columns.map(DataPackage.field))),
      ("missingValues", .list([.text("")])),
    ]
    if !table.primaryKey.isEmpty {
      members.append(("primaryKey", .list(table.primaryKey.map(JSONValue.text))))
    }
    let keys = table.columns.compactMap { column -> JSONValue? in
      switch column.name {
      case "document": DataPackage.foreignKey(column.name, to: "documents")
      case "program": DataPackage.foreignKey(column.name, to: "programs")
      default: nil
      }
    }
    if !keys.isEmpty { members.append(("foreignKeys", .list(keys))) }
    return .object(members)
  }

  private static func foreignKey(_ column: String, to resource: String) -> JSONValue {
    .object([
      ("fields", .text(column)),
      ("reference", .object([("resource", .text(resource)), ("fields", .text(column))])),
    ])
  }

  static func field(of column: Column) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("name", .text(column.name)), ("type", .text(column.type.rawValue)),
      ("title", .text(column.chinese)),
      ("description", .text(column.chinese + "。 " + column.english + ".")),
    ]
    if let unit = column.unit { members.append(("unit", .text(unit))) }
    var constraints: [(String, JSONValue)] = []
    if column.isRequired { constraints.append(("required", .truth(true))) }
    if !column.values.isEmpty {
      constraints.append(("enum", .list(column.values.map(JSONValue.text))))
    }
    if let minimum = column.minimum { constraints.append(("minimum", .number(minimum))) }
    if let maximum = column.maximum { constraints.append(("maximum", .number(maximum))) }
    if !constraints.isEmpty { members.append(("constraints", .object(constraints))) }
    return .object(members)
  }
}
