import FactModel
import Languages

/// The bytes of an input as UTF-8, and what had to be guessed or replaced for that.
struct DecodedText {
  let utf8: [UInt8]
  let encoding: TextEncoding
  /// Whether nobody named the encoding, no mark did, and it is not UTF-8.
  private(set) var isGuess = false
  /// How many places were broken and are U+FFFD now.
  private(set) var broken = 0
  /// The index of the first of them among the scalars of the text.
  private var firstBroken: Int?

  /// Nothing of the text could be read.
  struct Unreadable: Error {
    let text: DecodedText
  }

  /// - Parameter named: the encoding that somebody says it is; a mark of another one wins.
  /// - Throws: `Unreadable` where more than a tenth of the text is broken in every encoding that is known.
  init(_ bytes: [UInt8], _ named: TextEncoding?) throws(Unreadable) {
    let encoding = TextEncoding.marked(bytes) ?? named
    if encoding ?? .utf8 == .utf8, WholeUTF8.holds(bytes) {
      self.init(utf8: bytes, .utf8)
      return
    }
    if let certain = encoding {
      self.init(bytes, as: certain)
      return
    }
    let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
    if !isUTF8 || bytes.contains(0), let order = UTF16Text.likelyOrder(of: bytes) {
      self.init(bytes, as: order)
      isGuess = true
      return
    }
    if isUTF8, !bytes.contains(0) {
      self.init(utf8: bytes, .utf8)
      return
    }
    let plain = UTF8Text(bytes)
    if !isUTF8, plain.broken.count > plain.signs, let text = DecodedText.chinese(bytes) {
      self = text
      return
    }
    self.init(plain.text, .utf8, plain.broken)
    if plain.broken.count * 10 > plain.text.count { throw Unreadable(text: self) }
  }

  private init(_ bytes: [UInt8], as encoding: TextEncoding) {
    switch encoding {
    case .utf8:
      if !bytes.contains(0), String(validating: bytes, as: UTF8.self) != nil {
        self.init(utf8: bytes, .utf8)
      } else {
        let text = UTF8Text(bytes)
        self.init(text.text, .utf8, text.broken)
      }
    case .gb18030:
      let text = GB18030(bytes)
      self.init(text.text, .gb18030, text.broken)
    case .utf16LittleEndian, .utf16BigEndian:
      let text = UTF16Text(bytes, encoding)
      self.init(text.text, encoding, text.broken)
    }
  }

  private init(utf8: [UInt8], _ encoding: TextEncoding) {
    self.utf8 = utf8
    self.encoding = encoding
  }

  private init(_ text: String.UnicodeScalarView, _ encoding: TextEncoding, _ broken: [Int]) {
    utf8 = Array(String(text).utf8)
    self.encoding = encoding
    self.broken = broken.count
    firstBroken = broken.first
  }

  /// The text as GB18030, if that is what it reads like: hardly a place broken, most signs common ones.
  private static func chinese(_ bytes: [UInt8]) -> DecodedText? {
    let text = GB18030(bytes)
    guard text.signs > 0, text.broken.count <= 1 + text.signs / 50,
      text.common * 5 >= text.signs * 3
    else { return nil }
    var decoded = DecodedText(text.text, .gb18030, text.broken)
    decoded.isGuess = true
    return decoded
  }

  // MARK: What is told

  /// Doubts about the reading of a source's characters: that its encoding was guessed, that some are broken.
  func doubts(of source: Source, in month: YearMonth) -> [Doubt] {
    var messages: [(place: (line: Int, column: Int), message: Wording)] = []
    if isGuess {
      messages.append(
        (
          (1, 1),
          Wording(
            en: "read as \(encoding.title), which nobody named: name it with --encoding or in the "
              + "column encoding of manifest.csv",
            zh: "没有写明编码，按 \(encoding.title) 读；请用 --encoding 或 manifest.csv 的 encoding 一栏写明")
        ))
    }
    if broken > 0 {
      let message = Wording(
        en: "\(broken) places are no \(encoding.title) and were read as �; the first is here",
        zh: "有 \(broken) 处不是 \(encoding.title)，读成了 �；第一处在这里")
      messages.append((place, message))
    }
    return messages.map { place, message in
      Doubt(
        cause: .row, document: source.document, line: place.line, column: place.column, raw: "",
        chosen: "", other: "", message: message, month: month)
    }
  }

  /// The first broken place: the line, and the column in bytes of UTF-8.
  var place: (line: Int, column: Int) {
    var line = 1
    var column = 1
    var isAfterReturn = false
    for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars.prefix(firstBroken ?? 0) {
      if scalar == "\n" || scalar == "\r" {
        if scalar == "\r" || !isAfterReturn { line += 1 }
        column = 1
      } else {
        column += scalar.utf8.count
      }
      isAfterReturn = scalar == "\r"
    }
    return (line, column)
  }
}

/// UTF-8 of which parts may be broken. A zero is no character of a text, in any encoding: programs that read the output
/// would take it for the end.
struct UTF8Text {
  private(set) var text = String.UnicodeScalarView()
  /// The indices of the scalars that stand for broken bytes.
  private(set) var broken: [Int] = []
  /// How many whole signs are not ASCII.
  private(set) var signs = 0

  init(_ bytes: [UInt8]) {
    var parser = UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var count = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let units) where units.first != 0:
        let scalar = UTF8.decode(units)
        if !scalar.isASCII { signs += 1 }
        text.append(scalar)
      case .valid, .error:
        broken.append(count)
        text.append("\u{FFFD}")
      case .emptyInput:
        return
      }
      count += 1
    }
  }
}

/// UTF-16 of either order of bytes.
struct UTF16Text {
  private(set) var text = String.UnicodeScalarView()
  private(set) var broken: [Int] = []

  init(_ bytes: [UInt8], _ order: TextEncoding) {
    var units = UTF16Text.units(of: bytes[...], order)
    if units.first == 0xFEFF { units.removeFirst() }
    var decoder = UTF16()
    var iterator = units.makeIterator()
    var count = 0
    decoding: while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar) where scalar != "\0": text.append(scalar)
      case .scalarValue, .error:
        broken.append(count)
        text.append("\u{FFFD}")
      case .emptyInput: break decoding
      }
      count += 1
    }
    if bytes.count % 2 == 1 {
      broken.append(count)
      text.append("\u{FFFD}")
    }
  }

  private static func units(of bytes: ArraySlice<UInt8>, _ order: TextEncoding) -> [UInt16] {
    let (high, low) = order == .utf16BigEndian ? (0, 1) : (1, 0)
    return stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map {
      UInt16(bytes[$0 + high]) << 8 | UInt16(bytes[$0 + low])
    }
  }

  /// How much of a text is looked at.
  private static let sample = 1 << 16

  /// The order of bytes in which nearly every unit is one of Chinese text, and in the other order few are.
  static func likelyOrder(of bytes: [UInt8]) -> TextEncoding? {
    guard bytes.count >= 4, bytes.count % 2 == 0 else { return nil }
    func share(_ order: TextEncoding) -> Double {
      let units = units(of: bytes.prefix(sample), order)
      return Double(units.count(where: isUsual)) / Double(units.count)
    }
    let little = share(.utf16LittleEndian)
    let big = share(.utf16BigEndian)
    if little >= 0.9, big < 0.5 { return .utf16LittleEndian }
    if big >= 0.9, little < 0.5 { return .utf16BigEndian }
    return nil
  }

  private static func isUsual(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xA0...0xFF: true
    case 0x2010...0x203B, 0x3000...0x303F, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xFF00...0xFFEF: true
    default: false
    }
  }
}
