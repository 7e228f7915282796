/// Writes tables that both programs and spreadsheets read unharmed.
///
/// RFC 4180 with a header. A text cell is quoted where it holds `, ; Tab " CR LF` or has a space at
/// either end, and guarded where a spreadsheet would take it for something else: a leading Tab inside the quotes.
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
    /// Which text gets a guard.
    public var guarding: Guarding

    /// A style of its parts; without arguments that of files which people open.
    public init(
      byteOrderMark: Bool = true, carriageReturn: Bool = true, guarding: Guarding = .all
    ) {
      self.byteOrderMark = byteOrderMark
      self.carriageReturn = carriageReturn
      self.guarding = guarding
    }

    /// For files that people open.
    public static let spreadsheet = Style()
    /// For other programs: no mark, LF, and only formulas guarded.
    public static let plain = Style(
      byteOrderMark: false, carriageReturn: false, guarding: .formulas)
  }

  /// Which text gets a guard.
  public enum Guarding: Hashable, Sendable {
    /// None: every cell is as it was read.
    case none
    /// What a spreadsheet would compute: `=1+1`.
    case formulas
    /// And what it would turn into a number, a date or a truth value: `033000`, `3/4`, `98.3%`.
    case all
  }

  /// A cell: text, which is quoted and guarded where need be; a number, which never is; or a code
  /// of the program's own, such as an ISO period, which is quoted at most.
  public enum Cell: Hashable, Sendable {
    case text(String)
    case code(String)
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

  /// One cell as a table of the style holds it.
  package static func cell(_ cell: Cell, style: Style) -> [UInt8] {
    var style = style
    style.byteOrderMark = false
    var writer = CSVWriter(style: style, header: [])
    writer.bytes = []
    writer.append(cell)
    return writer.bytes
  }

  private mutating func append(_ cell: Cell) {
    switch cell {
    case .empty: break
    case .number(var digits): digits.withUTF8 { bytes.append(contentsOf: $0) }
    case .text(let text): append(text, guarded: CSVGuard.isNeeded(for: text, style.guarding))
    case .code(let text): append(text, guarded: false)
    }
  }

  /// The rows of a table that was begun elsewhere: neither mark nor header.
  public init(continuing style: Style) { self.style = style }

  /// Adds one record.
  public mutating func append(_ cells: [Cell]) {
    let start = bytes.count
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(cell)
    }
    // An empty line is no record: a record of one empty cell has its quotes.
    if bytes.count == start, !cells.isEmpty { bytes += "\"\"".utf8 }
    if style.carriageReturn { bytes.append(13) }
    bytes.append(10)
  }

  private mutating func append(_ text: String, guarded needsGuard: Bool) {
    var text = text
    text.withUTF8 { append($0, guarded: needsGuard) }
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>, guarded needsGuard: Bool) {
    if !needsGuard && !CSVWriter.needsQuotes(text) {
      bytes.append(contentsOf: text)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    if needsGuard { bytes.append(CSVGuard.sign) }
    for byte in text {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  static func needsQuotes(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    hasOuterSpace(text) || text.contains { quoted($0) & 1 != 0 }
  }

  @inline(__always)
  static func hasOuterSpace(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first, let last = text.last else { return false }
    return first == UInt8(ascii: " ") || last == UInt8(ascii: " ")
  }

  /// The lowest bit tells whether a byte is one of `, ; Tab " CR LF`.
  @inline(__always)
  static func quoted(_ byte: UInt8) -> UInt64 {
    let signs: UInt64 = 1 << 0x2C | 1 << 0x3B | 1 << 0x09 | 1 << 0x22 | 1 << 0x0D | 1 << 0x0A
    return signs >> UInt64(byte)
  }
}
