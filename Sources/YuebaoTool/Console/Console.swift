import Languages
import Platform

/// The two streams of the program, and its exit codes.
enum Console {
  enum Exit: Int32 {
    case done = 0
    /// Done with doubts under `--strict`; nothing was found; two reports differ under `--strict`.
    case doubts = 1
    case unusableInput = 2
    case usage = 64
    case cannotWrite = 73
    case interrupted = 130
  }

  /// Writes bytes to standard output, on a terminal with every sign that it would obey made visible. A reader that has gone away is no error: it has what it wanted.
  ///
  /// - Throws: `OutputError` where the stream takes no bytes for another reason, such as a full disk.
  static func print(_ bytes: [UInt8]) throws(OutputError) {
    let shown =
      Terminal.isTerminal(1)
      ? Array(Visible.message(String(decoding: bytes, as: UTF8.self)).utf8) : bytes
    do {
      try Disk.write(shown, to: 1, "-")
    } catch {
      if error.code == EPIPE { return }
      throw OutputError(
        path: "-",
        reason: Wording(en: "standard output: ", zh: "标准输出：") + error.reason, rest: .unknown)
    }
  }

  static func print(_ line: String) throws(OutputError) {
    try print(Array((Visible.message(line) + "\n").utf8))
  }

  /// Writes a line to standard error.
  static func report(_ line: String) { draw(Visible.message(line) + "\n") }

  /// Writes a text to standard error as it is; there is nobody left to tell where that fails.
  static func draw(_ text: String) {
    try? Disk.write(Array(text.utf8), to: 2, "-")
  }
}
