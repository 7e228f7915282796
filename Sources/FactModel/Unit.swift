/// What sort of thing a figure measures; see the table of facts.
public enum Kind: String, CaseIterable, Sendable, Comparable {
  /// Money.
  case funds
  /// People, or person-times.
  case participants
  /// Service sites and standing platforms.
  case stations
  /// A share, a ratio, a growth rate, in percent.
  case rates
  /// Everything else that is counted.
  case counts

  /// The Chinese name that reports print.
  public var title: String {
    switch self {
    case .funds: "资金"
    case .participants: "人员"
    case .stations: "站点阵地"
    case .rates: "比率"
    case .counts: "件数"
    }
  }

  package var order: Int {
    switch self {
    case .funds: 0
    case .participants: 1
    case .stations: 2
    case .rates: 3
    case .counts: 4
    }
  }

  /// Whether one kind stands before another in every table.
  public static func < (left: Kind, right: Kind) -> Bool { left.order < right.order }
}

/// The unit of a value. Persons and person-times are different units and never add; nor do two currencies.
///
/// ```swift
/// assert(Unit(name: "CNY") == .currency("CNY"))
/// assert(Unit.personTime.spoken == "人次")
/// assert(Unit.person != Unit.personTime)
/// ```
public enum Unit: Hashable, Sendable {
  /// Money, by its ISO 4217 code; the value is in whole units of it (yuan, dollars).
  case currency(String)
  case person
  case personTime
  case site
  case percent
  /// A Chinese measure word: 场, 件, 项, 家.
  case item(String)

  /// The unit as tables print it: `CNY`, `person`, `person-time`, `site`, `percent`, or the measure word.
  public var name: String {
    switch self {
    case .currency(let code): code
    case .person: "person"
    case .personTime: "person-time"
    case .site: "site"
    case .percent: "percent"
    case .item(let word): word
    }
  }

  /// The unit as a Chinese sentence says it: 元, 人, 人次, 个, %, or the measure word.
  public var spoken: String {
    switch self {
    case .currency("CNY"): "元"
    case .currency(let code): code
    case .person: "人"
    case .personTime: "人次"
    case .site: "个"
    case .percent: "%"
    case .item(let word): word
    }
  }

  /// The unit that a table's text names; a word of three capital letters is a currency.
  public init(name: String) {
    switch name {
    case "person": self = .person
    case "person-time": self = .personTime
    case "site": self = .site
    case "percent": self = .percent
    default:
      let isCode = name.utf8.count == 3 && name.utf8.allSatisfy { (65...90).contains($0) }
      self = isCode ? .currency(name) : .item(name)
    }
  }
}

/// How the text hedges a value.
public enum Qualifier: String, CaseIterable, Sendable {
  case exact
  /// 约, 左右, 上下
  case about
  /// 余, 多, 超, 逾, 以上, 突破
  case over
  /// 近, 将近, 不足, 不到
  case nearly
  /// 至少, 不少于
  case atLeast = "at_least"
  /// 最多, 不超过, 以内
  case atMost = "at_most"
}

/// Whether a figure is a result, a plan, a rule, or one single story.
public enum Status: String, CaseIterable, Sendable {
  /// A reported result or state.
  case actual
  /// Announced, expected or budgeted for the future.
  case planned
  /// A standard, an entitlement, a quota or a price.
  case rule
  /// One person's or one firm's single story, which enters no total.
  case `case`
}

/// A value with its unit and hedge, for example 近44万元: 440000 CNY, nearly.
///
/// ```swift
/// let sum = Quantity(value: Amount(parsing: "440000")!, unit: .currency("CNY"), qualifier: .nearly)
/// assert(sum.unit.name == "CNY" && sum.high == nil)
/// ```
public struct Quantity: Hashable, Sendable {
  /// Decimal in the base unit: yuan, persons, sites, items; percent for rates.
  public var value: Amount
  /// The upper end where the text gives a range.
  public var high: Amount?
  /// The base unit of the value.
  public var unit: Unit
  /// How exact the text says that it is.
  public var qualifier: Qualifier

  /// A quantity of its parts; without a qualifier it is exact.
  public init(value: Amount, high: Amount? = nil, unit: Unit, qualifier: Qualifier = .exact) {
    self.value = value
    self.high = high
    self.unit = unit
    self.qualifier = qualifier
  }
}
