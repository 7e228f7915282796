import FactModel
import Lexicon
import Loading

/// What a test that cannot even begin lacks.
package struct TestSupportError: Error, CustomStringConvertible {
  package let description: String

  package init(_ description: String) { self.description = description }
}

/// The built-in vocabulary, read once for all tests of a run.
package enum BuiltIn {
  private static let loaded = Result { () throws(LexiconError) in try Lexicon.builtIn() }

  package static var lexicon: Lexicon {
    get throws { try loaded.get() }
  }

  package static var loader: Loader {
    get throws { Loader(lexicon: try lexicon) }
  }
}

/// Reads a text as a page of its own with the built-in vocabulary.
package func facts(in text: String, date: String = "2025-07-12", newspaper: String = "") throws
  -> LoadResult
{
  guard let day = CalendarDate(date) else { throw TestSupportError("'\(date)' is no date") }
  return try BuiltIn.loader.read(
    Page(document: "page", text: text, date: day, newspaper: newspaper))
}
