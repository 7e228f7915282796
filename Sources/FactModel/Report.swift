/// Everything that the report of a month, or of several, says, before it is put into any format.
///
/// ```swift
/// let lexicon = try Lexicon.builtIn()
/// let page = Page(
///   document: "p1", text: "江苏省南通市总工会新建工会驿站12座。", date: CalendarDate("2025-07-12")!)
/// let read = Loader(lexicon: lexicon).read(page)
/// let report = try Aggregator(lexicon: lexicon).reports(of: read)[0]
/// assert(report.month.description == "2025-07" && report.identity.holds)
/// assert(report.totals[0].total?.description == "12")
/// ```
public struct Report: Hashable, Sendable {
  /// The months of the pages, which the report is of; mostly one.
  public let range: MonthRange
  /// The vocabulary, in its order: the order of programmes in every table.
  public let programs: [Program]
  /// How much was read for the month.
  public let coverage: Coverage
  /// Every fact of the month, in document order, each with its verdict.
  public let entries: [ReportFact]
  /// The totals and the summaries of rates, in the fixed order of tables.
  public let totals: [Total]
  /// The numerals of the month that are no facts, in document order.
  public let exclusions: [Exclusion]
  /// The doubts of reading, and behind them the rates that contradict their counts.
  public let doubts: [Doubt]
  /// The pages of the month, and the sheets that have a row of it.
  public let documents: [DocumentRecord]
  /// The proof that no fact was lost on the way.
  public let identity: Identity
  /// The figures of the nation, each once, beside the sums of the provinces.
  public let nationals: [NationalLine]
  /// Totals per inhabitant, per site and per person, in the order of tables.
  public let averages: [Average]

  /// The month of the report; of several, the last.
  public var month: YearMonth { range.last }

  /// A report of its parts; nothing is computed here.
  public init(
    range: MonthRange, programs: [Program] = [], coverage: Coverage = Coverage(),
    entries: [ReportFact] = [], totals: [Total] = [], exclusions: [Exclusion] = [],
    doubts: [Doubt] = [], documents: [DocumentRecord] = [], identity: Identity = Identity(),
    nationals: [NationalLine] = [], averages: [Average] = []
  ) {
    self.range = range
    self.programs = programs
    self.coverage = coverage
    self.entries = entries
    self.totals = totals
    self.exclusions = exclusions
    self.doubts = doubts
    self.documents = documents
    self.identity = identity
    self.nationals = nationals
    self.averages = averages
  }
}

/// How much was read for a month, so that nobody takes more pages for more work.
public struct Coverage: Hashable, Sendable {
  /// Pages and sheets.
  public let pages: Int
  /// Articles on the pages; sheets have none.
  public let articles: Int
  /// Facts, whatever their verdict.
  public let facts: Int

  /// A coverage of so many pages, articles and facts.
  public init(pages: Int = 0, articles: Int = 0, facts: Int = 0) {
    self.pages = pages
    self.articles = articles
    self.facts = facts
  }
}

/// The two sums that every report prints: facts by verdict, and numerals by what became of them.
public struct Identity: Hashable, Sendable {
  /// How many facts went into the month.
  public let facts: Int
  /// How many numerals of the month are no facts.
  public let excluded: Int
  /// How many facts got each verdict, in the order of `Verdict.allCases`.
  private let counts: [Int]

  /// - Parameters:
  ///   - facts: the facts that came in, counted before any verdict.
  ///   - verdicts: the verdicts that were given.
  public init(facts: Int = 0, excluded: Int = 0, verdicts: some Sequence<Verdict> = [Verdict]()) {
    self.facts = facts
    self.excluded = excluded
    var counts = [Int](repeating: 0, count: Verdict.allCases.count)
    for verdict in verdicts { counts[verdict.order] += 1 }
    self.counts = counts
  }

  /// Of facts that are counted already, by their verdicts in the order of `Verdict.allCases`.
  package init(verdictCounts: [Int]) {
    facts = verdictCounts.reduce(0, +)
    excluded = 0
    counts = verdictCounts
  }

  /// How many facts got the verdict.
  public func count(_ verdict: Verdict) -> Int { counts[verdict.order] }

  /// Facts and excluded numerals: every numeral of the pages.
  public var numerals: Int { facts + excluded }

  /// Whether every fact got exactly one verdict.
  public var holds: Bool { counts.reduce(0, +) == facts }
}
