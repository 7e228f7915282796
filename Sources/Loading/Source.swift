import CSVFormat
import FactModel
import Languages

/// One input as bytes, with what its name and its manifest say of it.
public struct Source: Sendable {
  public enum Form: Sendable {
    /// A printed page.
    case page
    /// A fact sheet with separators.
    case table
    /// A fact sheet of JSON or JSON Lines.
    case json
  }
  public var form: Form
  /// How messages name it.
  public var path: String
  /// The name of its document: the file's name without its ending.
  public var document: String
  public var bytes: [UInt8]
  /// The date of the manifest, of the name, or of the command line.
  public var date: CalendarDate?
  public var newspaper: String

  public init(
    form: Form, path: String, document: String, bytes: [UInt8], date: CalendarDate?,
    newspaper: String = ""
  ) {
    self.form = form
    self.path = path
    self.document = document
    self.bytes = bytes
    self.date = date
    self.newspaper = newspaper
  }
}

/// Why an input cannot be used at all: where, what was found, and what to do.
public struct LoadingError: Error, Hashable, SpokenError {
  public let path: String
  public let line: Int
  public let column: Int
  public let message: Wording

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
  /// The records of a table that is an input.
  ///
  /// - Throws: `LoadingError` at a broken quote, with the path, line and column.
  public static func records(of bytes: [UInt8], path: String) throws(LoadingError) -> [CSVRecord] {
    do {
      return try CSVReader.records(of: bytes)
    } catch {
      throw LoadingError(
        path: path, line: error.position.line, column: error.position.column,
        message: error.message)
    }
  }
}
