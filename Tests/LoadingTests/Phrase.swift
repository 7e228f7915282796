import FactModel
import TestSupport
import Testing

/// A sentence, and the figures that it tells in the order in which it tells them.
///
/// A figure is written as its printed text, its value (a range as `3~5`), its unit and its hedge:
/// `近44万元 440000 CNY nearly`.
struct Phrase: CustomTestStringConvertible, Sendable {
  let text: String
  let figures: [String]

  init(_ text: String, _ figures: String...) {
    self.text = text
    self.figures = figures
  }

  var testDescription: String { text }

  /// Reads the sentence and compares.
  func check(_ location: SourceLocation = #_sourceLocation) throws {
    let found = try Phrase.figures(of: text)
    #expect(found == figures, sourceLocation: location)
  }

  /// The figures of a text, as phrases write them.
  static func figures(of text: String) throws -> [String] {
    try facts(in: text).facts.map(written)
  }

  private static func written(_ fact: Fact) -> String {
    let quantity = fact.quantity
    let high = quantity.high.map { "~\($0)" } ?? ""
    return "\(fact.provenance.raw) \(quantity.value)\(high) \(quantity.unit.name) "
      + quantity.qualifier.rawValue
  }
}

/// A sentence with a numeral that is no figure, and why it is none.
struct Aside: CustomTestStringConvertible, Sendable {
  let text: String
  let numeral: String

  /// - Parameter numeral: what the printed text of the exclusion must hold.
  init(_ text: String, _ numeral: String) {
    self.text = text
    self.numeral = numeral
  }

  var testDescription: String { text }

  func check(_ reason: Exclusion.Reason, _ location: SourceLocation = #_sourceLocation) throws {
    let result = try facts(in: text)
    let figures = result.facts.map(\.provenance.raw)
    #expect(figures == [], sourceLocation: location)
    let found = result.exclusions.map { "\($0.raw) \($0.reason)" }
    let isFound = result.exclusions.contains { $0.raw.contains(numeral) && $0.reason == reason }
    #expect(isFound, "read: \(found)", sourceLocation: location)
  }
}

/// A sentence of which one column of one figure matters.
struct Reading: CustomTestStringConvertible, Sendable {
  let text: String
  let expected: String

  init(_ text: String, _ expected: String) {
    self.text = text
    self.expected = expected
  }

  var testDescription: String { "\(text) → \(expected)" }

  /// Compares a column of the last figure of the text.
  func check(
    _ column: (Fact) -> String, date: String = "2025-07-12", newspaper: String = "",
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let last = try facts(in: text, date: date, newspaper: newspaper).facts.last
    let fact = try #require(last, sourceLocation: location)
    #expect(column(fact) == expected, sourceLocation: location)
  }
}
