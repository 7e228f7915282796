/// Reads GB18030, and with it GBK and GB2312, from a table of its own.
///
/// Foundation knows the encoding only where it is linked dynamically, and the C library only where its own tables are
/// installed; a program that is one file has neither for sure.
struct GB18030 {
  /// The text; a byte that begins no sign is U+FFFD.
  private(set) var text = String.UnicodeScalarView()
  /// The places in the text at which a byte began no sign, by the index of the scalar.
  private(set) var broken: [Int] = []
  /// How many signs of two or four bytes there are.
  private(set) var signs = 0
  /// How many of them are common Chinese characters, punctuation or full-width signs: those of the rows 1 to 3 and 16
  /// to 55 of GB2312. Hardly any of them come out where a text in another encoding is read so.
  private(set) var common = 0

  init(_ bytes: [UInt8]) {
    var at = bytes.starts(with: GB18030.mark) ? GB18030.mark.count : 0
    var count = 0
    while at < bytes.count {
      let (sign, length) = GB18030.sign(in: bytes, at: at)
      if let sign {
        text.append(sign)
        if length > 1 { add(bytes[at], bytes[at + 1]) }
      } else {
        text.append("\u{FFFD}")
        broken.append(count)
      }
      count += 1
      at += length
    }
  }

  /// U+FEFF in GB18030.
  static let mark: [UInt8] = [0x84, 0x31, 0x95, 0x33]

  private mutating func add(_ first: UInt8, _ second: UInt8) {
    signs += 1
    let isCommon = (0xA1...0xA3).contains(first) || (0xB0...0xD7).contains(first)
    if second >= 0xA1, isCommon { common += 1 }
  }

  /// The sign at a place and how many bytes it takes; `nil` for one byte that begins none.
  private static func sign(in bytes: [UInt8], at: Int) -> (Unicode.Scalar?, Int) {
    let first = bytes[at]
    if first < 0x80 { return (first == 0 ? nil : Unicode.Scalar(first), 1) }
    guard (0x81...0xFE).contains(first), at + 1 < bytes.count else { return (nil, 1) }
    let second = bytes[at + 1]
    if (0x30...0x39).contains(second) {
      guard at + 3 < bytes.count, (0x81...0xFE).contains(bytes[at + 2]),
        (0x30...0x39).contains(bytes[at + 3])
      else { return (nil, 1) }
      let digits = [first - 0x81, second - 0x30, bytes[at + 2] - 0x81, bytes[at + 3] - 0x30]
      return fourBytes(digits.map(Int.init)).map { ($0, 4) } ?? (nil, 1)
    }
    guard (0x40...0xFE).contains(second), second != 0x7F else { return (nil, 1) }
    let value = table[index(first, second)]
    return (published[value] ?? Unicode.Scalar(value), 2)
  }

  private static func index(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first - 0x81) * 190 + Int(second) - (second < 0x7F ? 0x40 : 0x41)
  }

  // MARK: Four bytes

  /// Signs that have no two bytes stand one behind another, in the order of Unicode.
  private static func fourBytes(_ digits: [Int]) -> Unicode.Scalar? {
    let index = ((digits[0] * 10 + digits[1]) * 126 + digits[2]) * 10 + digits[3]
    if index < others.count { return Unicode.Scalar(UInt32(others[index])) }
    let above = index - firstAbove
    return (0..<0x10_0000).contains(above) ? Unicode.Scalar(0x1_0000 + UInt32(above)) : nil
  }

  /// The index of U+10000, whose code is 90 30 81 30.
  private static let firstAbove = (0x90 - 0x81) * 12_600

  private static let others: [UInt16] = {
    let known = Set(table)
    return (0x80...0xFFFF).filter { !(0xD800...0xDFFF).contains($0) && !known.contains($0) }
      .map(UInt16.init)
  }()

  // MARK: Two bytes

  private static let table: [UInt32] = {
    var table: [UInt32] = []
    table.reserveCapacity(126 * 190)
    for row in GB18030Table.rows {
      for sign in String(describing: row).unicodeScalars {
        table.append(sign == "?" ? privateSign(table.count / 190, table.count % 190) : sign.value)
      }
    }
    return table
  }()

  private static let published = Dictionary(uniqueKeysWithValues: GB18030Table.published)

  /// The private signs, in three blocks: rows AA to AF and F8 to FE from column A1, rows A1 to A7 before it.
  private static func privateSign(_ row: Int, _ column: Int) -> UInt32 {
    let firstColumn = 0xA1 - 0x41
    let sign =
      if column < firstColumn {
        0xE4C6 + (row - (0xA1 - 0x81)) * firstColumn + column
      } else if row < 0xF8 - 0x81 {
        0xE000 + (row - (0xAA - 0x81)) * 94 + column - firstColumn
      } else {
        0xE234 + (row - (0xF8 - 0x81)) * 94 + column - firstColumn
      }
    return UInt32(sign)
  }
}
