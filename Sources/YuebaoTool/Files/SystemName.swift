import Yuebao

/// Names of files between the system, for which they are bytes, and the program, for which they are text.
///
/// A byte that is no UTF-8 becomes one of 128 private signs and goes back as that byte: a file with a name in another
/// encoding can be opened, and no two names become one.
enum SystemName {
  private static let first: UInt32 = 0x10_FF80

  /// The text of a name, from which its bytes can be told again.
  static func text(of name: UnsafePointer<CChar>) -> String {
    text(of: UnsafeBufferPointer(start: name, count: length(of: name)).map(UInt8.init(bitPattern:)))
  }

  private static func length(of name: UnsafePointer<CChar>) -> Int {
    var count = 0
    while name[count] != 0 { count += 1 }
    return count
  }

  static func text(of bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self),
      !text.unicodeScalars.contains(where: isByte)
    {
      return text
    }
    var text = String.UnicodeScalarView()
    var rest = bytes[...]
    while let byte = rest.first {
      let sign = (1...4).lazy.compactMap {
        String(validating: rest.prefix($0), as: UTF8.self)?.unicodeScalars.first
      }
      .first { !isByte($0) }
      text.append(sign ?? scalar(of: byte))
      rest = rest.dropFirst(sign.map { $0.utf8.count } ?? 1)
    }
    return String(text)
  }

  /// Hands the name to the system.
  ///
  /// - Returns: `nil`, without handing it over, where the name holds a zero, which would end it.
  static func withBytes<Result>(of name: String, _ body: (UnsafePointer<CChar>) -> Result)
    -> Result?
  {
    var name = name
    let plain = name.withUTF8 { name in isPlain(name) ? withEnd(name, body) : nil }
    if let plain { return plain }
    var bytes = bytes(of: name).map(CChar.init(bitPattern:))
    if bytes.contains(0) { return nil }
    bytes.append(0)
    return bytes.withUnsafeBufferPointer { buffer in buffer.baseAddress.map(body) }
  }

  /// Whether a name holds neither a zero nor, as nearly none does, what a private sign begins with.
  private static func isPlain(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    name.allSatisfy { $0 != 0 && $0 < 0xF4 }
  }

  private static func withEnd<Result>(
    _ name: UnsafeBufferPointer<UInt8>, _ body: (UnsafePointer<CChar>) -> Result
  ) -> Result? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: name.count + 1) { bytes in
      for index in name.indices { bytes[index] = CChar(bitPattern: name[index]) }
      bytes[name.count] = 0
      return bytes.baseAddress.map { body(UnsafePointer($0)) }
    }
  }

  static func bytes(of name: String) -> [UInt8] {
    if !name.unicodeScalars.contains(where: isByte) { return Array(name.utf8) }
    return name.unicodeScalars.flatMap { sign in
      isByte(sign) ? [UInt8(truncatingIfNeeded: sign.value)] : Array(String(sign).utf8)
    }
  }

  /// The name as people read it: one that is no UTF-8, but GB18030, by its characters.
  static func readable(_ name: String) -> String {
    guard name.unicodeScalars.contains(where: isByte) else { return name }
    let bytes = bytes(of: name)
    guard TextEncoding.likely(of: bytes) == .gb18030,
      let text = try? LoadingError.utf8(of: bytes, path: name)
    else { return name }
    return String(decoding: text, as: UTF8.self)
  }

  static func isByte(_ sign: Unicode.Scalar) -> Bool { sign.value >= first }

  private static func scalar(of byte: UInt8) -> Unicode.Scalar {
    Unicode.Scalar(0x10_FF00 + UInt32(byte)) ?? "\u{FFFD}"
  }
}
