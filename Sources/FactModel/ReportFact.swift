/// A fact with what the report makes of it.
public struct ReportFact: Hashable, Sendable {
  /// The fact as it was read.
  @inlinable public var fact: Fact {
    _read { yield box.fact }
  }
  /// A report is a million of these, sorted and filtered; so a copy must not copy the fact.
  @usableFromInline let box: FactBox
  /// Its span, seen from the report month.
  public let span: Span
  /// Whether the fact enters a total, or why not.
  public let verdict: Verdict
  /// The place in `Report.entries` of the fact that this one repeats or is covered by.
  ///
  /// A rate keeps its verdict when it repeats another; the reference tells, and it is then left out
  /// of the summary of rates.
  public let reference: Int?
  /// Whether a later figure takes this one's place: a stock, or in a report of several months a
  /// running total or a recurring figure.
  public let isState: Bool

  /// A judged fact of its parts.
  public init(
    fact: Fact, span: Span, verdict: Verdict, reference: Int? = nil, isState: Bool = false
  ) {
    box = FactBox(fact)
    self.span = span
    self.verdict = verdict
    self.reference = reference
    self.isState = isState
  }

  /// What the fact has in common with those that it may be added to.
  public var key: TotalKey {
    let place = fact.place
    return TotalKey(
      province: Division(code: place.provinceCode, name: place.province, province: place.province),
      program: fact.program, kind: fact.kind, unit: fact.quantity.unit, span: span)
  }

  /// The Chinese name of the span, or of the rhythm: 当月, 累计, 每年.
  public var time: String { Rhythm(fact.period)?.title ?? span.title }
}

/// A fact that all copies of its judgement share.
@usableFromInline final class FactBox: Hashable, Sendable {
  @usableFromInline let fact: Fact

  init(_ fact: Fact) { self.fact = fact }

  @usableFromInline static func == (left: FactBox, right: FactBox) -> Bool {
    left === right || left.fact == right.fact
  }

  @usableFromInline func hash(into hasher: inout Hasher) { hasher.combine(fact) }
}

/// How often a recurring figure recurs. Figures of two rhythms have no common measure.
public enum Rhythm: String, CaseIterable, Sendable {
  case yearly, monthly, daily

  /// The rhythm of a period, or `nil` where it does not recur.
  public init?(_ period: Period) {
    switch period {
    case .yearly: self = .yearly
    case .monthly: self = .monthly
    case .daily: self = .daily
    case .unstated, .date, .interval: return nil
    }
  }

  /// The Chinese name that reports print.
  public var title: String {
    switch self {
    case .yearly: "每年"
    case .monthly: "每月"
    case .daily: "每日"
    }
  }

  /// The place in tables.
  package var order: Int {
    switch self {
    case .yearly: 0
    case .monthly: 1
    case .daily: 2
    }
  }
}

/// The length of time a figure speaks of, seen from the report month. Totals never add across
/// spans.
public enum Span: String, CaseIterable, Sendable, Comparable {
  /// Inside the report month, or without a time (近日, 日前).
  case month
  /// Inside the months of a report of several, or without a time.
  case range
  /// Inside one calendar year.
  case year
  /// Open at the start (截至目前, 累计), or over several years.
  case cumulative
  /// Per year, per month or per day.
  case recurring

  /// The Chinese name that reports print.
  public var title: String {
    switch self {
    case .month: "当月"
    case .range: "期内"
    case .year: "当年"
    case .cumulative: "累计"
    case .recurring: "周期性"
    }
  }

  /// The place in tables.
  package var order: Int {
    switch self {
    case .month: 0
    case .range: 1
    case .year: 2
    case .cumulative: 3
    case .recurring: 4
    }
  }

  /// By the order of tables.
  public static func < (left: Span, right: Span) -> Bool { left.order < right.order }
}

/// What a report does with a fact. Where several apply, the first of this order that is not `total`
/// stands: national, rate, planned, rule, case, part, repeat, covered.
public enum Verdict: String, CaseIterable, Sendable {
  /// It enters a total.
  case total
  /// A share or a ratio, which never adds.
  case rate
  case planned
  case rule
  case `case`
  /// A part of another figure of its page.
  case part
  /// The same figure stands elsewhere in the month.
  case `repeat`
  /// Another figure holds it: one of a larger division, of a longer time, or of a later count.
  case covered
  /// A figure of the nation, which is never added to a province.
  case national

  /// The Chinese name that reports print.
  public var title: String {
    switch self {
    case .total: "计入合计"
    case .rate: "比率"
    case .planned: "计划或预计"
    case .rule: "标准或价格"
    case .case: "个案"
    case .part: "其中数"
    case .repeat: "重复"
    case .covered: "已含于另一数字"
    case .national: "全国数字"
    }
  }

  /// The place in `allCases`.
  package var order: Int {
    switch self {
    case .total: 0
    case .rate: 1
    case .planned: 2
    case .rule: 3
    case .case: 4
    case .part: 5
    case .repeat: 6
    case .covered: 7
    case .national: 8
    }
  }
}
