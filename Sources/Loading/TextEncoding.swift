import FactModel
import Languages

/// Tells whether the bytes of an input are UTF-8, before anything is read from them.
struct TextEncoding {
  private let source: Source
  /// The place of the first byte that is not UTF-8, the column in bytes; `nil` where all are.
  private var fault: (line: Int, column: Int)?
  /// Signs that are no ASCII, and places that are no UTF-8.
  private var signs = 0
  private var faults = 0

  init(of source: Source) {
    self.source = source
    if String(validating: source.bytes, as: UTF8.self) != nil { return }
    var line = 1
    var column = 1
    for scalar in String(decoding: source.bytes, as: UTF8.self).unicodeScalars {
      if scalar == "\u{FFFD}" {
        faults += 1
        if fault == nil { fault = (line, column) }
      } else if !scalar.isASCII {
        signs += 1
      }
      column = scalar == "\n" ? 1 : column + scalar.utf8.count
      if scalar == "\n" { line += 1 }
    }
  }

  /// - Throws: `LoadingError` where the text as a whole is in another encoding.
  func check() throws(LoadingError) {
    guard let fault, faults > signs else { return }
    let name = looksLikeUTF16 ? "UTF-16" : "GB18030"
    throw LoadingError(
      path: source.path, line: fault.line, column: fault.column,
      message: Wording(
        en: "the text is not UTF-8, it looks like \(name); save it as UTF-8 "
          + "(spreadsheets: CSV UTF-8), or run: \(remedy(name))",
        zh: "文字不是 UTF-8 编码，像是 \(name)；请另存为 UTF-8（电子表格选“CSV UTF-8”），"
          + "或运行：\(remedy(name))"))
  }

  /// The command that converts the file in its place, or what is piped in.
  private func remedy(_ name: String) -> String {
    let convert = "iconv -f \(name) -t UTF-8"
    if source.path == "-" { return "… | \(convert) | yuebao …" }
    let path = source.path.contains(" ") ? "'\(source.path)'" : source.path
    return "\(convert) \(path) > utf8.tmp && mv utf8.tmp \(path)"
  }

  /// A doubt where a few bytes of the text are broken.
  func doubt(in month: YearMonth) -> Doubt? {
    guard let fault, faults <= signs else { return nil }
    return Doubt(
      cause: .row, document: source.document, line: fault.line, column: fault.column, raw: "",
      chosen: "", other: "",
      message: Wording(
        en: "\(faults) places are no UTF-8 and were read as �; the first is here",
        zh: "有 \(faults) 处不是 UTF-8，读成了 �；第一处在这里"),
      month: month)
  }

  private var looksLikeUTF16: Bool {
    source.bytes.starts(with: [0xFF, 0xFE]) || source.bytes.starts(with: [0xFE, 0xFF])
  }
}
