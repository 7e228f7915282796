/// How the characters of an input are written as bytes.
///
/// ```swift
/// // 慰问职工3名
/// let bytes: [UInt8] = [0xCE, 0xBF, 0xCE, 0xCA, 0xD6, 0xB0, 0xB9, 0xA4, 0x33, 0xC3, 0xFB]
/// let source = Source(
///   form: .page, path: "p1.txt", document: "p1", bytes: bytes, date: CalendarDate("2025-07-12"))
/// assert(source.encoding == nil && TextEncoding.likely(of: bytes) == .gb18030)
/// let result = try Loader(lexicon: try Lexicon.builtIn()).read(source)
/// assert(result.facts[0].provenance.raw == "3名")
/// ```
public enum TextEncoding: String, CaseIterable, Sendable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  /// And with it GBK and GB2312.
  case gb18030

  /// Reads a name in the ways that people write it: `UTF-8`, `utf8`, `GBK`, `GB2312`, `GB18030`, `cp936`.
  public init?(name: String) {
    let plain = name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
    switch plain {
    case "utf8": self = .utf8
    case "utf16le", "utf16": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case "gb18030", "gbk", "gb2312", "cp936": self = .gb18030
    default: return nil
    }
  }

  /// The encoding that a text is read in where nobody names one: that of its mark; UTF-8 where all of it is; UTF-16 or
  /// GB18030 where it is that and reads like Chinese; else UTF-8, with what is broken replaced.
  public static func likely(of bytes: [UInt8]) -> TextEncoding {
    (try? DecodedText(bytes, nil))?.encoding ?? .utf8
  }

  /// The encoding whose mark the bytes begin with.
  static func marked(_ bytes: [UInt8]) -> TextEncoding? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    return bytes.starts(with: GB18030.mark) ? .gb18030 : nil
  }

  /// The name that messages print.
  var title: String { rawValue.uppercased() }
}
