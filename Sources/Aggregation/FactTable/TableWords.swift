import FactModel

/// What a table's judgement asks of labels and periods, by the numbers of their words.
struct TableWords: Sendable {
  let book: LabelBook
  /// By the label's number in the table, its number in the book; equal labels share one.
  let bookNumbers: [Int]
  /// By book number, the labels that lie in it, and those that may hold its figures over a longer time.
  let inner: [[Int]]
  let wider: [[Int]]
  /// By the label's number in the table, the programmes in which it counts a stock of people.
  let stockPrograms: [Set<String>]
  /// By the label's number in the table, whether it is empty.
  let isEmpty: [Bool]
  let periods: [Period]
  let months: [YearMonth]
  let programs: [String]
  let units: [String]

  init(
    labels: [String], periods: [String], months: [String], programs: [String], units: [String],
    words: LabelWords
  ) {
    book = LabelBook(of: labels, words: words)
    bookNumbers = book.numbers
    inner = book.inner
    wider = book.wider
    let stocks = Stocks(words: words)
    stockPrograms = labels.map { Set(stocks.programs(countingStockOf: $0)) }
    isEmpty = labels.map(\.isEmpty)
    self.periods = periods.map { Period(text: $0) ?? .unstated }
    self.months = months.compactMap { YearMonth($0) }
    self.programs = programs
    self.units = units
  }

  /// Whether two labels agree, by their book numbers.
  func agree(_ one: Int, _ other: Int) -> Bool {
    one == other || inner[one].contains(other) || inner[other].contains(one)
  }
}

/// A period seen from one month, in 24 bytes; days are numbers such as 20250712.
struct PeriodView {
  /// The month that it is seen from, by its number; -1 before the first look.
  private(set) var month: Int32 = -1
  let span: Span
  let sort: UInt8
  private let isStated: Bool
  /// Whether it has a place in the calendar; a recurring one has none.
  let hasExtent: Bool
  let first: Int32
  let last: Int32
  private let start: Int32
  private let end: Int32

  /// Not looked at yet.
  init() {
    (span, sort, isStated, hasExtent) = (.month, 0, false, false)
    (first, last, start, end) = (0, 0, 0, 0)
  }

  init(of period: Period, on page: YearMonth, number: Int) {
    let stretch = Features.Stretch(period, on: page)
    let extent = Extent(of: period, on: page)
    month = Int32(number)
    span = Span(of: period, in: page)
    sort = UInt8(stretch.sort)
    (first, last) = (Int32(clamping: stretch.first), Int32(clamping: stretch.last))
    hasExtent = extent != nil
    isStated = extent?.isStated ?? false
    (start, end) = (Int32(extent?.first ?? 0), Int32(extent?.last ?? 0))
  }

  var extent: Extent? {
    hasExtent ? Extent(first: Int(start), last: Int(end), isStated: isStated) : nil
  }
}
