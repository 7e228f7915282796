import Languages

/// A table of facts that lies somewhere in bytes, read piece by piece.
///
/// The stage knows no paths: whoever opens the file says how its bytes are read, at any place and from any thread.
public struct TableSource: Sendable {
  /// How messages name it.
  public let name: String
  /// Its length in bytes.
  public let size: Int
  /// Fills the buffer from a place of the file on and returns how many bytes it got: fewer only at the end, below zero
  /// where the file cannot be read.
  let read: @Sendable (_ buffer: UnsafeMutableRawBufferPointer, _ offset: Int) -> Int

  /// A table of its name, its length in bytes and a way to read it, which must be safe to call from several threads.
  public init(
    name: String, size: Int,
    read: @escaping @Sendable (_ buffer: UnsafeMutableRawBufferPointer, _ offset: Int) -> Int
  ) {
    self.name = name
    self.size = size
    self.read = read
  }

  /// A table that is in memory.
  public init(name: String, bytes: [UInt8]) {
    self.init(name: name, size: bytes.count) { buffer, offset in
      let part = bytes[min(offset, bytes.count)...].prefix(buffer.count)
      part.withUnsafeBytes { buffer.copyMemory(from: $0) }
      return part.count
    }
  }
}

/// Why a table cannot be used: where, what was found, and what to do.
public struct TableError: SpokenError, Hashable {
  /// The table, as messages name it.
  public let path: String
  /// The line of the file, from 1; 0 where the table as a whole is meant.
  public let line: Int
  /// The byte of the line, from 1.
  public let column: Int
  /// What is wrong there.
  public let message: Wording

  /// The problem and its remedy in one line.
  public func text(in language: Language) -> String {
    message.at(path, line, column, .error).text(in: language)
  }
}

/// What is wrong with a table, by its place in bytes: lines are counted only when there is something to tell.
struct TableFault: Error {
  let offset: Int
  let message: Wording

  static func unreadable(at offset: Int) -> TableFault {
    TableFault(
      offset: offset,
      message: Wording(en: "the file cannot be read from here on", zh: "文件从这里起读不出来"))
  }

  /// The fault with line and column, for which the file is read once more up to there.
  func error(in source: TableSource) -> TableError {
    var line = 1
    var lineStart = 0
    var at = 0
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { buffer.deallocate() }
    while at < offset {
      let count = min(source.read(buffer, at), offset - at)
      if count <= 0 { break }
      for (place, byte) in buffer.prefix(count).enumerated() where byte == Sign.newline {
        line += 1
        lineStart = at + place + 1
      }
      at += count
    }
    return TableError(
      path: source.name, line: line, column: max(1, offset - lineStart + 1), message: message)
  }
}

/// The bytes that mean something in a table.
enum Sign {
  static let comma = UInt8(ascii: ",")
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let quote = UInt8(ascii: "\"")
  static let tab = UInt8(ascii: "\t")
  static let minus = UInt8(ascii: "-")
  static let point = UInt8(ascii: ".")
  static let slash = UInt8(ascii: "/")
  static let zero = UInt8(ascii: "0")
}
