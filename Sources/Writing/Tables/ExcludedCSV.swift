import CSVFormat
import FactModel

/// `excluded.csv`: one row per numeral that is no fact, with its reason.
public enum ExcludedCSV {
  /// The columns; `column` is the place in the line, in characters from 1.
  public static let columns: [Column] = [
    .document, .line, Column("raw", "原文写法", "the expression as printed"),
    Column("reason", "为什么不算数字事实", "why it is no fact", required: true, values: Column.reasons),
    Column(
      "column", .integer, "在行内的位置，从1起，按字符计", "place in the line, in characters from 1",
      unit: "character", required: true, minimum: 1),
  ]
  /// The names of the columns.
  public static let header = columns.map(\.name)

  /// The table, in document order.
  public static func bytes(
    of exclusions: some Sequence<Exclusion>, style: CSVWriter.Style
  ) -> [UInt8] {
    CSVWriter.table(style: style, header: header, rows: exclusions.lazy.map(cells))
  }

  /// The rows without the header, to go on with a table.
  public static func rows(of exclusions: [Exclusion], style: CSVWriter.Style) -> [UInt8] {
    var rows = CSVRows(style: style)
    for index in exclusions.indices {
      rows.text(exclusions[index].document)
      rows.number(exclusions[index].line)
      rows.text(exclusions[index].raw)
      rows.code(exclusions[index].reason.rawValue)
      rows.number(exclusions[index].column)
      rows.endRecord()
    }
    return rows.bytes
  }

  private static func cells(of exclusion: Exclusion) -> [CSVWriter.Cell] {
    [
      .text(exclusion.document), .integer(exclusion.line), .text(exclusion.raw),
      .text(exclusion.reason.rawValue), .integer(exclusion.column),
    ]
  }
}
