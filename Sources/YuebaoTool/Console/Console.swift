import Foundation

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

  /// Writes bytes to standard output; a reader that has gone away is no error.
  static func print(_ bytes: [UInt8]) {
    signal(SIGPIPE, SIG_IGN)
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = write(1, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0 && errno == EINTR { continue }
        if count <= 0 { return }
        rest = rest.dropFirst(count)
      }
    }
  }

  static func print(_ line: String) { print(Array((line + "\n").utf8)) }

  /// Writes a line to standard error.
  static func report(_ line: String) { draw(line + "\n") }

  /// Writes a text to standard error as it is.
  static func draw(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
