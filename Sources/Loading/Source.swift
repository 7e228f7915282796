import CSVFormat
import FactModel
import Languages

/// One input as bytes, with what its name and its manifest say of it.
///
/// ```swift
/// let sheet = "省份,地区,指标,数值,单位\n江苏省,南通市,讲座,4,场\n"
/// let source = Source(
///   form: .table, path: "2025-07.csv", document: "2025-07", bytes: Array(sheet.utf8),
///   date: CalendarDate("2025-07"))
/// let result = try Loader(lexicon: try Lexicon.builtIn()).read(source)
/// assert(result.facts[0].quantity.unit == .item("场") && result.facts[0].place.name == "南通市")
/// ```
public struct Source: Sendable {
  /// What sort of input it is.
  public enum Form: Sendable {
    /// A printed page.
    case page
    /// A fact sheet with separators.
    case table
    /// A fact sheet of JSON or JSON Lines.
    case json
  }
  /// What sort of input it is.
  public var form: Form
  /// How messages name it.
  public var path: String
  /// The name of its document: the file's name without its ending.
  public var document: String
  /// The content of the file.
  public var bytes: [UInt8]
  /// How the content is written; `nil` where the bytes themselves must tell (`TextEncoding.likely(of:)`).
  public var encoding: TextEncoding?
  /// The date of the manifest, of the name, or of the command line.
  public var date: CalendarDate?
  /// The newspaper, as the manifest names it.
  public var newspaper: String

  /// An input of its parts; nothing is read yet.
  public init(
    form: Form, path: String, document: String, bytes: [UInt8], date: CalendarDate?,
    newspaper: String = "", encoding: TextEncoding? = nil
  ) {
    self.form = form
    self.path = path
    self.document = document
    self.bytes = bytes
    self.date = date
    self.newspaper = newspaper
    self.encoding = encoding
  }

  /// The content as UTF-8.
  ///
  /// - Throws: `LoadingError` where most of it can be read in no encoding that is known.
  func decoded() throws(LoadingError) -> DecodedText {
    do {
      return try DecodedText(bytes, encoding)
    } catch {
      let place = error.text.place
      throw LoadingError(
        path: path, line: place.line, column: place.column, message: .unreadable)
    }
  }
}

extension Wording {
  /// What is said of bytes that are no text, or one in an encoding that is not known.
  fileprivate static let unreadable = Wording(
    en: "this is no text in UTF-8, UTF-16 or GB18030; save it as UTF-8 (spreadsheets: CSV UTF-8), "
      + "or name its encoding with --encoding",
    zh: "这不是 UTF-8、UTF-16 或 GB18030 的文字；请另存为 UTF-8（电子表格选“CSV UTF-8”），或用 --encoding 写明编码")
}

/// Why an input cannot be used at all: where, what was found, and what to do.
///
/// ```swift
/// let page = Source(form: .page, path: "p1.txt", document: "p1", bytes: Array("3".utf8), date: nil)
/// do {
///   _ = try Loader(lexicon: try Lexicon.builtIn()).read(page)
/// } catch let error as LoadingError {
///   assert(error.text(in: .english).hasPrefix("p1.txt:1:1: error: the page has no date"))
///   assert(error.text(in: .chinese).hasPrefix("p1.txt:1:1: 错误：这个版面没有日期"))
/// }
/// ```
public struct LoadingError: Error, Hashable, SpokenError {
  /// The path of the input, as messages name it.
  public let path: String
  /// The line from 1; 0 where the input as a whole is meant.
  public let line: Int
  /// The column from 1, in bytes.
  public let column: Int
  /// What is wrong and what to do, in each language.
  public let message: Wording

  /// An error at a place of an input.
  public init(path: String, line: Int = 1, column: Int = 1, message: Wording) {
    self.path = path
    self.line = line
    self.column = column
    self.message = message
  }

  /// `page.txt:1:1: error: …`
  public func text(in language: Language) -> String {
    message.at(path, line, column, .error).text(in: language)
  }
}

extension LoadingError {
  /// The text of a file, in whatever encoding, as UTF-8.
  ///
  /// - Throws: `LoadingError` where it is no text.
  package static func utf8(of bytes: [UInt8], path: String) throws(LoadingError) -> [UInt8] {
    try Source(form: .table, path: path, document: "", bytes: bytes, date: nil).decoded().utf8
  }

  /// The records of a table that is an input, in whatever encoding (`TextEncoding.likely(of:)`).
  ///
  /// - Throws: `LoadingError` at a broken quote, with the path, line and column, and where it is no text.
  public static func records(of bytes: [UInt8], path: String) throws(LoadingError) -> [CSVRecord] {
    let text = try utf8(of: bytes, path: path)
    do {
      return try CSVReader.records(of: text)
    } catch {
      throw LoadingError(
        path: path, line: error.position.line, column: error.position.column,
        message: error.message)
    }
  }
}
