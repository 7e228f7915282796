/// Everything that the report of one month says, before it is put into any format.
public struct Report: Hashable, Sendable {
  public let month: YearMonth
  /// The vocabulary, in its order: the order of programmes in every table.
  public let programs: [Program]
  /// How much was read for the month.
  public let coverage: Coverage
  /// Every fact of the month, in document order, each with its verdict.
  public let entries: [ReportFact]
  /// The totals and the summaries of rates, in the fixed order of tables.
  public let totals: [Total]
  public let exclusions: [Exclusion]
  public let doubts: [Doubt]
  public let documents: [DocumentRecord]
  /// The proof that no fact was lost on the way.
  public let identity: Identity

  public init(
    month: YearMonth, programs: [Program] = [], coverage: Coverage = Coverage(),
    entries: [ReportFact] = [], totals: [Total] = [], exclusions: [Exclusion] = [],
    doubts: [Doubt] = [], documents: [DocumentRecord] = [], identity: Identity = Identity()
  ) {
    self.month = month
    self.programs = programs
    self.coverage = coverage
    self.entries = entries
    self.totals = totals
    self.exclusions = exclusions
    self.doubts = doubts
    self.documents = documents
    self.identity = identity
  }
}

/// How much was read for a month, so that nobody takes more pages for more work.
public struct Coverage: Hashable, Sendable {
  /// Pages and sheets.
  public let pages: Int
  public let articles: Int
  public let facts: Int

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

  /// How many facts got the verdict.
  public func count(_ verdict: Verdict) -> Int { counts[verdict.order] }

  /// Facts and excluded numerals: every numeral of the pages.
  public var numerals: Int { facts + excluded }

  /// Whether every fact got exactly one verdict.
  public var holds: Bool { counts.reduce(0, +) == facts }
}
