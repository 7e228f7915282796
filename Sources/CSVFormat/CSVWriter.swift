/// Writes tables that both programs and spreadsheets read unharmed.
///
/// RFC 4180 with a header. A text cell is quoted where it holds `, ; Tab " CR LF` or has a space at either end, and
/// guarded where a spreadsheet would take it for a formula.
///
/// ```swift
/// var writer = CSVWriter(style: .plain, header: ["label", "value"])
/// writer.append([.text("驿站, 站点"), .number("12")])
/// assert(String(decoding: writer.bytes, as: UTF8.self) == "label,value\n\"驿站, 站点\",12\n")
/// ```
public struct CSVWriter {
  /// How the file is dressed.
  public struct Style: Hashable, Sendable {
    /// A byte order mark first, so that Excel reads UTF-8.
    public var byteOrderMark: Bool
    /// CRLF at line ends, else LF.
    public var carriageReturn: Bool
    /// Whether formula signs are guarded.
    public var guarded: Bool

    /// A style of its parts; without arguments that of files which people open.
    public init(byteOrderMark: Bool = true, carriageReturn: Bool = true, guarded: Bool = true) {
      self.byteOrderMark = byteOrderMark
      self.carriageReturn = carriageReturn
      self.guarded = guarded
    }

    /// For files that people open.
    public static let spreadsheet = Style()
    /// For other programs: no mark, LF.
    public static let plain = Style(byteOrderMark: false, carriageReturn: false)
  }

  /// A cell: text, which is quoted and guarded where need be, or a number, which never is.
  public enum Cell: Hashable, Sendable {
    case text(String)
    case number(String)
    case empty
  }

  private let style: Style
  /// The file so far, as UTF-8.
  public private(set) var bytes: [UInt8] = []

  /// A table with its header; the records follow by `append(_:)`.
  ///
  /// - Parameter header: the names of the columns.
  public init(style: Style = .spreadsheet, header: [String]) {
    self.style = style
    if style.byteOrderMark { bytes += [0xEF, 0xBB, 0xBF] }
    append(header.map(Cell.text))
  }

  /// Adds one record.
  public mutating func append(_ cells: [Cell]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      switch cell {
      case .empty: break
      case .number(let digits): bytes += digits.utf8
      case .text(let text): append(text)
      }
    }
    if style.carriageReturn { bytes.append(13) }
    bytes.append(10)
  }

  private mutating func append(_ text: String) {
    let needsGuard = style.guarded && CSVGuard.isNeeded(for: text)
    if !needsGuard && !CSVWriter.needsQuotes(text) {
      bytes += text.utf8
      return
    }
    bytes.append(UInt8(ascii: "\""))
    if needsGuard { bytes.append(CSVGuard.sign) }
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func needsQuotes(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    if first == UInt8(ascii: " ") || last == UInt8(ascii: " ") { return true }
    return text.utf8.contains { byte in
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "\""), 10, 13:
        true
      default: false
      }
    }
  }
}

/// The guard that keeps a spreadsheet from taking text for a formula: a leading Tab inside the quotes.
///
/// A Tab is invisible in the cell and survives editing and saving; an apostrophe does neither.
enum CSVGuard {
  static let sign = UInt8(ascii: "\t")
  private static let dangerous: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r",
  ]

  /// Whether the text starts with a sign that begins a formula. A lone `-` is harmless.
  static func isNeeded(for text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return dangerous.contains(first) && text != "-"
  }

  /// The text without its guard.
  static func removed(from text: String) -> String {
    guard text.utf8.first == sign else { return text }
    let rest = String(text.dropFirst())
    return isNeeded(for: rest) ? rest : text
  }
}
