import FactModel

/// What the rules compare of the facts of a report, each text replaced by a number.
///
/// A million facts are compared by a few integers each, not by their strings.
struct Features {
  /// One fact's.
  struct Row {
    let place: Int
    let program: Int
    /// Kind and unit as one number.
    let measure: Int
    /// The label's number in `labels`.
    let label: Int
    let value: Int64
    let high: Int64?
    let span: Span
    let stretch: Stretch
    /// `nil` of a recurring figure.
    let extent: Extent?
    /// Document, article and month as one number.
    let source: Int
    /// What a later figure takes the place of.
    let state: State
  }

  /// Whether a later figure takes the place of this one.
  enum State {
    /// It is added to others.
    case none
    /// A stock: the latest count stands.
    case stock
    /// Of several months, a running total (since 2019) or a recurring figure: that of the latest
    /// month stands.
    case running
  }

  /// A period by the days it means, so that `2024` and `2024-01/2024-12` are one.
  struct Stretch: Hashable {
    let sort: Int
    let first: Int
    let last: Int

    /// Without a time the page's month speaks.
    init(_ period: Period, on page: YearMonth) {
      sort =
        switch period {
        case .unstated: 0
        case .yearly: 1
        case .monthly: 2
        case .daily: 3
        case .date, .interval: 4
        }
      first = sort == 0 ? page.firstDay : period.bounds?.first ?? 0
      last = sort == 0 ? page.lastDay : period.bounds?.last ?? Int.max
    }
  }

  private struct Measure: Hashable {
    let kind: Kind
    let unit: Unit
  }

  private struct Source: Hashable {
    let document: String
    let article: Int
    let month: YearMonth
  }

  let range: MonthRange
  let labels: LabelBook
  private let rows: [Row]

  subscript(index: Int) -> Row { rows[index] }

  init(of facts: [Fact], in range: MonthRange, words: LabelWords) {
    var programs = Numbering<String>()
    var measures = Numbering<Measure>()
    var sources = Numbering<Source>()
    let labels = LabelBook(of: facts.lazy.map(\.label), words: words)
    let stocks = Stocks(words: words)
    rows = facts.enumerated().map { index, fact in
      let page = fact.provenance.month
      let extent = Extent(of: fact.period, on: page)
      let span = Span(of: fact.period, on: page, in: range)
      let isRunning = !range.isMonth && (span == .cumulative || span == .recurring)
      return Row(
        place: fact.place.code, program: programs.number(of: fact.program),
        measure: measures.number(of: Measure(kind: fact.kind, unit: fact.quantity.unit)),
        label: labels.numbers[index], value: fact.quantity.value.tenThousandths,
        high: fact.quantity.high?.tenThousandths,
        span: span,
        stretch: Stretch(fact.period, on: page), extent: extent,
        source: sources.number(
          of: Source(
            document: fact.provenance.document, article: fact.provenance.article, month: page)),
        state: stocks.contains(fact) && extent != nil ? .stock : isRunning ? .running : .none)
    }
    self.labels = labels
    self.range = range
  }
}

/// The days that a figure speaks of, its open ends filled: unknown starts lie before all others,
/// what is open at the end reaches to the page.
struct Extent: Hashable {
  let first: Int
  let last: Int
  /// Whether the page gives the time; else the page's month stands in for it.
  let isStated: Bool

  /// `nil` of a recurring period, which has no place in the calendar.
  init?(of period: Period, on page: YearMonth) {
    switch period {
    case .yearly, .monthly, .daily: return nil
    case .unstated:
      (first, last) = (page.firstDay, page.lastDay)
      isStated = false
    case .date, .interval:
      first = period.bounds?.first ?? 0
      last = period.bounds?.last ?? page.lastDay
      isStated = true
    }
  }

  /// An extent that is known.
  init(first: Int, last: Int, isStated: Bool) {
    (self.first, self.last, self.isStated) = (first, last, isStated)
  }

  /// Whether the other lies inside, or is as long.
  func holds(_ other: Extent) -> Bool { first <= other.first && other.last <= last }

  /// Whether the other lies inside and is shorter. 近日 is shorter than the month of its page, and
  /// is itself no sum over the month.
  func isLonger(than other: Extent) -> Bool {
    isStated && holds(other) && (!other.isStated || first != other.first || last != other.last)
  }
}

/// Numbers for values, from 0 in the order of first meeting.
struct Numbering<Value: Hashable> {
  private var numbers: [Value: Int] = [:]

  mutating func number(of value: Value) -> Int {
    if let known = numbers[value] { return known }
    numbers[value] = numbers.count
    return numbers.count - 1
  }

  /// The number of a value that was met before.
  func known(_ value: Value) -> Int? { numbers[value] }
}
