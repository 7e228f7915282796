import FactModel

/// The groups of figures that one picture may set side by side: of one kind, one unit and one
/// length of time, and where nothing else can be compared, of one programme.
struct Slice: Hashable {
  let kind: Kind
  let unit: Unit
  let span: Span
  let rhythm: Rhythm?
  /// `nil` for all programmes.
  let program: String?

  init(_ total: Total, isOfProgram: Bool) {
    kind = total.key.kind
    unit = total.key.unit
    span = total.key.span
    rhythm = total.rhythm
    program = isOfProgram ? total.key.program : nil
  }

  /// The slice of a kind that most provinces have, and of these the one with most groups,
  /// and of these the shortest time; `nil` where there is no figure of the kind.
  static func fullest(of kind: Kind, in report: Report, isOfProgram: Bool = false) -> Slice? {
    var provinces: [Slice: Set<Division>] = [:]
    var groups: [Slice: Int] = [:]
    var order: [Slice] = []
    for total in report.totals where total.key.kind == kind && total.shown != nil {
      let slice = Slice(total, isOfProgram: isOfProgram)
      if groups[slice] == nil { order.append(slice) }
      provinces[slice, default: []].insert(total.key.province)
      groups[slice, default: 0] += 1
    }
    func size(_ slice: Slice) -> (Int, Int, Int) {
      (provinces[slice]?.count ?? 0, groups[slice] ?? 0, -slice.span.order)
    }
    return order.reduce(nil) { best, slice in
      guard let best else { return slice }
      return size(best) < size(slice) ? slice : best
    }
  }

  func holds(_ total: Total) -> Bool {
    total.shown != nil && Slice(total, isOfProgram: program != nil) == self
  }

  /// The groups of the slice in a report, in the order of tables.
  func groups(of report: Report) -> [Total] { report.totals.filter(holds) }

  /// Whether figures of several programmes may be added: the same worker may stand in two.
  var addsPrograms: Bool { unit != .person && kind != .rates && kind != .counts }
}

extension Total {
  /// What a picture shows: the total, or the median of rates.
  var shown: Amount? { key.kind == .rates ? median : total }

  var measured: Measured? {
    guard let shown else { return nil }
    return key.kind == .rates
      ? Measured(amount: shown, low: minimum, high: maximum)
      : Measured(amount: shown, low: low, high: high)
  }
}

/// An amount with its bounds; an open top is `nil`.
struct Measured: Hashable {
  let amount: Amount
  let low: Amount?
  let high: Amount?

  var hedge: Hedge { Hedge(amount, low: low, high: high) }

  /// The sum, or `nil` where a summand is missing or the sum leaves the range.
  static func sum(_ parts: some Sequence<Measured?>) -> Measured? {
    let zero = Measured(amount: .zero, low: .zero, high: .zero)
    return parts.reduce(zero) { sum, part in
      guard let sum, let part, let amount = sum.amount.adding(part.amount) else { return nil }
      return Measured(
        amount: amount, low: sum.low.flatMap { low in part.low.flatMap(low.adding) },
        high: sum.high.flatMap { high in part.high.flatMap(high.adding) })
    }
  }

  /// The sum of what adds, else the greatest.
  static func joined(_ parts: [Measured], in slice: Slice) -> Measured? {
    if parts.isEmpty { return nil }
    return slice.addsPrograms ? sum(parts) : parts.max { $0.amount < $1.amount }
  }
}
