import Languages
import Yuebao

/// A line of a file with a mark below the place that is meant.
struct Excerpt {
  let lines: [String]
  /// Longer files are not read again for an excerpt.
  private static let mostBytes = 8_000_000
  private static let mostColumns = 72

  /// - Parameter column: from 1, in bytes.
  /// - Returns: `nil` where the file or the line is not there to be shown.
  init?(path: String, line: Int, column: Int) {
    guard let raw = try? Disk.bytes(of: path, most: Excerpt.mostBytes),
      let bytes = try? LoadingError.utf8(of: raw, path: path)
    else { return nil }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let all = Excerpt.lines(of: body)
    guard line >= 1, line <= all.count else { return nil }
    self.init(line: all[line - 1], column: column)
  }

  /// - Parameter column: from 1, in bytes.
  init(line: some Collection<UInt8>, column: Int) {
    let before = String(decoding: line.prefix(column - 1), as: UTF8.self)
    let after = String(decoding: line.dropFirst(column - 1), as: UTF8.self).filter { !$0.isNewline }
    let lead = Excerpt.end(of: before.replacing("\t", with: " "), columns: Excerpt.mostColumns / 2)
    let rest = Excerpt.beginning(
      of: after.replacing("\t", with: " "), columns: Excerpt.mostColumns - lead.displayWidth)
    let width = max(1, rest.first?.displayWidth ?? 1)
    lines = [
      "  " + lead + rest,
      "  " + String(repeating: " ", count: lead.displayWidth)
        + String(repeating: "^", count: width),
    ]
  }

  /// Lines end in LF, CRLF or CR, as for those who count them.
  private static func lines(of bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    for at in bytes.indices where bytes[at] == 10 || bytes[at] == 13 {
      let isSecond = bytes[at] == 10 && at > bytes.startIndex && bytes[at - 1] == 13
      if !isSecond { lines.append(bytes[start..<at]) }
      start = at + 1
    }
    return lines + [bytes[start...]]
  }

  private static func beginning(of text: String, columns: Int) -> String {
    var taken = ""
    var width = 0
    for sign in text {
      width += sign.displayWidth
      if width > columns { return taken + "…" }
      taken.append(sign)
    }
    return taken
  }

  private static func end(of text: String, columns: Int) -> String {
    let taken = beginning(of: String(text.reversed()), columns: columns)
    return String(taken.reversed())
  }
}

extension LoadingError {
  /// The line that it is about; `nil` where it is about the file as a whole.
  var excerpt: Excerpt? {
    line == 1 && column == 1 ? nil : Excerpt(path: path, line: line, column: column)
  }
}
