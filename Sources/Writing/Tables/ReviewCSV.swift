import CSVFormat
import FactModel
import Languages

/// `review.csv`: the editor's work list, one row per doubt: what was lost first, then by what it would change in a total.
///
/// The first columns are those of `corrections.csv`, so that they can be pasted there as they stand; where no other reading
/// offers itself the value is left to the editor. `chosen` is the reading that stands and `other` the one it beat.
public enum ReviewCSV {
  /// The columns.
  public static let columns: [Column] = [
    .document,
    Column(
      "line", .integer, "所在行，从1起；0为无", "line of the file, from 1; 0 for none", unit: "line",
      required: true, minimum: 0),
    Column("raw", "原文写法", "the expression as printed"),
    Column("column", "更正表中要改的列", "column that a correction would change"),
    Column("value", "更正表中的新值", "value that a correction would give"),
    Column("who", "更正人，待填", "who corrects, to be filled in"),
    Column("why", "更正理由，待填", "why, to be filled in"),
    Column("cause", "存疑的种类", "kind of doubt", required: true, values: Column.causes),
    Column("message", "存疑之处", "what is doubtful, in Chinese", required: true),
    Column(
      "offset", .integer, "在行内的位置，从1起", "place in the line, in characters from 1",
      unit: "character", required: true, minimum: 0),
    Column("chosen", "现取的读法", "the reading that stands"),
    Column("other", "另一种读法", "the reading it beat"),
  ]
  /// The names of the columns.
  public static let header = columns.map(\.name)

  /// The table, the worst first; inside a cause in the order of reading.
  public static func bytes(of doubts: [Doubt], style: CSVWriter.Style) -> [UInt8] {
    CSVWriter.table(style: style, header: header, rows: worstFirst(doubts).lazy.map(cells))
  }

  /// What was lost comes first: corrections that match nothing, rows that could not be read. The others stay in the order
  /// of the report, which is by what they would change in a total.
  static func worstFirst(_ doubts: [Doubt]) -> [Doubt] {
    doubts.enumerated().sorted { left, right in
      (rank(left.element.cause), left.offset) < (rank(right.element.cause), right.offset)
    }.map(\.element)
  }

  private static func rank(_ cause: Doubt.Cause) -> Int {
    switch cause {
    case .correction: 0
    case .row: 1
    case .rate, .scale, .containment, .stock, .unit, .place, .program: 2
    }
  }

  private static func cells(of doubt: Doubt) -> [CSVWriter.Cell] {
    let isOffered = doubt.cause.offersCorrection && !doubt.other.isEmpty
    return [
      .text(doubt.document), .integer(doubt.line), .text(doubt.raw),
      .text(doubt.cause.column ?? ""), isOffered ? .text(doubt.other) : .empty, .empty, .empty,
      .text(doubt.cause.rawValue), .text(doubt.message.text(in: .chinese)),
      .integer(doubt.column), .text(doubt.chosen), .text(doubt.other),
    ]
  }
}
