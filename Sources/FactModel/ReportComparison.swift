/// One group of figures beside the month before, the same month of last year, and the other
/// provinces.
public struct Comparison: Hashable, Sendable {
  /// Whether a group stands on one side of a comparison only.
  public enum Presence: String, CaseIterable, Sendable {
    /// In this month and in the other.
    case both
    /// In this month only.
    case new
    /// In the other month only.
    case gone
  }

  /// This month beside an earlier one.
  public struct Change: Hashable, Sendable {
    /// What was read for the earlier month; `nil` where there is no report of it, and then all else
    /// is.
    public let coverage: Coverage?
    /// The earlier value; `nil` too where one is per year and the other per day.
    public let base: Amount?
    /// This value less the earlier one.
    public let difference: Amount?
    /// The difference in percent of the earlier value; `nil` where that is 0 or missing, and for
    /// rates.
    public let percent: Amount?
    /// `nil` where neither month has the group.
    public let presence: Presence?

    /// A change of its parts; nothing is computed here.
    public init(
      coverage: Coverage? = nil, base: Amount? = nil, difference: Amount? = nil,
      percent: Amount? = nil, presence: Presence? = nil
    ) {
      self.coverage = coverage
      self.base = base
      self.difference = difference
      self.percent = percent
      self.presence = presence
    }
  }

  /// Where the province stands among all that have the group this month.
  public struct Standing: Hashable, Sendable {
    /// From 1, the greatest first; ties share the better rank.
    public let rank: Int
    /// How many provinces are ranked.
    public let provinces: Int
    /// Percent of the sum of provinces; `nil` for rates and where the sum is 0.
    public let share: Amount?
    /// The median of the provinces.
    public let median: Amount
    /// This value less the median.
    public let distance: Amount?

    /// A standing of its parts; nothing is computed here.
    public init(rank: Int, provinces: Int, share: Amount?, median: Amount, distance: Amount?) {
      self.rank = rank
      self.provinces = provinces
      self.share = share
      self.median = median
      self.distance = distance
    }
  }

  /// The months of the report.
  public let range: MonthRange
  /// The group that is compared; all amounts are in its unit.
  public let key: TotalKey
  /// The total of the group; of a group of rates, its median.
  public let value: Amount?
  /// Against the month before; of several months, against as many before them.
  public let previous: Change
  /// Against the same month, or months, of last year.
  public let yearAgo: Change
  /// `nil` where this month has no value.
  public let standing: Standing?
  /// What was read for this month.
  public let coverage: Coverage

  /// A comparison of its parts; nothing is computed here.
  public init(
    range: MonthRange, key: TotalKey, value: Amount?, previous: Change, yearAgo: Change,
    standing: Standing?, coverage: Coverage
  ) {
    self.range = range
    self.key = key
    self.value = value
    self.previous = previous
    self.yearAgo = yearAgo
    self.standing = standing
    self.coverage = coverage
  }
}
