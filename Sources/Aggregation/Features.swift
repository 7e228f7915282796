import FactModel

/// What the rules compare of the facts of a month, each text replaced by a number.
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
  }

  /// A period by the days it means, so that `2024` and `2024-01/2024-12` are one.
  struct Stretch: Hashable {
    let sort: Int
    let first: Int
    let last: Int

    init(_ period: Period) {
      sort =
        switch period {
        case .unstated: 0
        case .yearly: 1
        case .monthly: 2
        case .daily: 3
        case .date, .interval: 4
        }
      first = period.bounds?.first ?? 0
      last = period.bounds?.last ?? Int.max
    }
  }

  private struct Measure: Hashable {
    let kind: Kind
    let unit: Unit
  }

  let labels: LabelBook
  private let rows: [Row]

  subscript(index: Int) -> Row { rows[index] }

  init(of facts: [Fact], in month: YearMonth) {
    var programs = Numbering<String>()
    var measures = Numbering<Measure>()
    let labels = LabelBook(of: facts.lazy.map(\.label))
    rows = facts.enumerated().map { index, fact in
      Row(
        place: fact.place.code, program: programs.number(of: fact.program),
        measure: measures.number(of: Measure(kind: fact.kind, unit: fact.quantity.unit)),
        label: labels.numbers[index], value: fact.quantity.value.tenThousandths,
        high: fact.quantity.high?.tenThousandths, span: Span(of: fact.period, in: month),
        stretch: Stretch(fact.period))
    }
    self.labels = labels
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
