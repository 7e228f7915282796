import CommandLineKit
import Yuebao

/// What the command line says of the dress of tables.
struct TableDress {
  enum LineEnd: String, CaseIterable { case lf, crlf }

  static let options = [Options.noMark.option, Options.lineEnd.option, Options.raw.option]

  /// The dress of tables that people open, with what was asked for changed.
  static func spreadsheet(_ invocation: Invocation) -> CSVWriter.Style {
    CSVWriter.Style(
      byteOrderMark: !invocation[Options.noMark],
      carriageReturn: invocation[Options.lineEnd] != .lf,
      guarding: invocation[Options.raw] ? .none : .all)
  }

  /// The dress of tables for other programs.
  static func plain(_ invocation: Invocation) -> CSVWriter.Style {
    var style = CSVWriter.Style.plain
    if invocation[Options.raw] { style.guarding = .none }
    return style
  }
}
