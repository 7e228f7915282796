import CSVFormat
import FactModel

/// `excluded.csv`: one row per numeral that is no fact, with its reason.
public enum ExcludedCSV {
  /// The columns; `column` is the place in the line, in characters from 1.
  public static let header = ["document", "line", "raw", "reason", "column"]

  /// The table, in document order.
  public static func bytes(
    of exclusions: some Sequence<Exclusion>, style: CSVWriter.Style
  ) -> [UInt8] {
    CSVWriter.table(style: style, header: header, rows: exclusions.lazy.map(cells))
  }

  private static func cells(of exclusion: Exclusion) -> [CSVWriter.Cell] {
    [
      .text(exclusion.document), .integer(exclusion.line), .text(exclusion.raw),
      .text(exclusion.reason.rawValue), .integer(exclusion.column),
    ]
  }
}
