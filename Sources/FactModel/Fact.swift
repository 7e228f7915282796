/// One figure that a report could use, and everything the page says of it: an observation.
///
/// Column for column the table of facts; see the article *What a fact is* in the documentation.
public struct Fact: Hashable, Sendable {
  /// Where it stands.
  public var provenance: Provenance
  /// What is counted: money, people, places, shares or things.
  public var kind: Kind
  /// How much.
  public var quantity: Quantity
  /// The shortest noun phrase of the text that says what is counted: 帮扶资金.
  public var label: String
  /// The smallest division that the figure is about.
  public var place: Division
  /// The programme's id.
  public var program: String
  /// The time that it is about.
  public var period: Period
  /// Whether it happened, is planned, is a rule or one case.
  public var status: Status
  /// The printed text of the figure, on the same page, of which this one is a part.
  public var partOf: String?
  /// Whether a careful editor could leave it out, as a repeat of the same figure in a headline or a box.
  public var isOptional: Bool
  /// How sure the reading is, 0 to 100.
  public var confidence: Int
  /// What editors corrected, by whom and why; empty for most facts.
  public var note: String

  /// A fact of its parts.
  public init(
    provenance: Provenance, kind: Kind, quantity: Quantity, label: String, place: Division,
    program: String, period: Period, status: Status, partOf: String? = nil,
    isOptional: Bool = false, confidence: Int = 100, note: String = ""
  ) {
    self.provenance = provenance
    self.kind = kind
    self.quantity = quantity
    self.label = label
    self.place = place
    self.program = program
    self.period = period
    self.status = status
    self.partOf = partOf
    self.isOptional = isOptional
    self.confidence = confidence
    self.note = note
  }
}

/// Where a figure stands.
public struct Provenance: Hashable, Sendable {
  /// The file's name without its ending.
  public var document: String
  /// The line of the file, from 1.
  public var line: Int
  /// The place of the expression's first character in that line, in characters (Unicode scalars), from 1.
  public var column: Int
  /// The expression as printed, with its qualifier and its unit.
  public var raw: String
  /// The number of the article on its page, from 1; 0 for a row of a sheet.
  public var article: Int
  /// The headline of the article, or empty.
  public var headline: String
  /// The sentence in which the figure stands, or the whole row of a sheet.
  public var sentence: String
  /// The month of the page's or the row's date, which decides the report that the figure belongs to.
  public var month: YearMonth

  /// A place of its parts.
  public init(
    document: String, line: Int, column: Int, raw: String, article: Int, headline: String,
    sentence: String, month: YearMonth
  ) {
    self.document = document
    self.line = line
    self.column = column
    self.raw = raw
    self.article = article
    self.headline = headline
    self.sentence = sentence
    self.month = month
  }
}
