/// A total for each of something: for so many inhabitants, for each site, for each person.
public struct Average: Hashable, Sendable {
  /// What the total is divided by.
  public enum Base: String, CaseIterable, Sendable {
    /// The inhabitants of the province; the average is per 10,000 of them.
    case population
    /// The sites of the same programme.
    case site
    /// The persons of the same programme and span; only money is divided by them.
    case person

    /// Of how many the average is told.
    public var quantity: Int {
      switch self {
      case .population: 10_000
      case .site, .person: 1
      }
    }
  }

  /// Why there is no average.
  public enum Obstacle: String, CaseIterable, Sendable {
    /// Figures of prefectures and counties, or of single events there, do not speak of all
    /// inhabitants of the province.
    case notOfTheProvince = "not-of-the-province"
    /// There is no number of inhabitants for the division.
    case noPopulation = "no-population"
    /// The total and its base are of different places.
    case otherPlaces = "other-places"
    /// The total and its base are of different times.
    case otherPeriods = "other-periods"
    /// The sums of money and the persons are not told in pairs, each pair in a sentence.
    case otherSentences = "other-sentences"
    /// The base is 0.
    case zero
  }

  /// The group that the total is of, with its unit.
  public let key: TotalKey
  /// The total that is divided.
  public let total: Amount
  /// What it is divided by.
  public let base: Base
  /// How many inhabitants, sites or persons there are; `nil` where that is not known.
  public let divisor: Amount?
  /// The total divided by the base, half up to two decimal places (of the population: per 10,000, to
  /// four); `nil` where the average would mean nothing.
  public let value: Amount?
  /// Why there is no average; `nil` where there is one.
  public let obstacle: Obstacle?
  /// Whose number of inhabitants it is and of which year; empty for the other bases.
  public let source: String

  /// An average of its parts; nothing is computed here.
  public init(
    key: TotalKey, total: Amount, base: Base, divisor: Amount?, value: Amount?,
    obstacle: Obstacle?, source: String = ""
  ) {
    self.key = key
    self.total = total
    self.base = base
    self.divisor = divisor
    self.value = value
    self.obstacle = obstacle
    self.source = source
  }
}
