/// A figure of the nation beside the sum of the provinces' figures of the same matter.
///
/// The same matter: programme, kind, unit, span and rhythm are equal and the labels agree. The two
/// are never added.
public struct NationalLine: Hashable, Sendable {
  /// What stands between the two.
  public enum Finding: String, CaseIterable, Sendable {
    /// No province has a comparable figure.
    case alone
    /// The provinces that have one sum up to less: the rest is of provinces without one.
    case partial
    /// The sum is within the bounds of the national figure.
    case equal
    /// The least that the provinces allow is more than the nation's most: one of them is of another
    /// matter, or wrong.
    case exceeded
  }

  /// The place of the national fact in `Report.entries`.
  public let entry: Int
  /// The least that the national figure allows.
  public let low: Amount?
  /// The most that it allows; `nil` where it is open.
  public let high: Amount?
  /// How many provinces have a comparable figure.
  public let provinces: Int
  /// How many provinces there are to have one.
  public let allProvinces: Int
  /// How many facts the sum adds.
  public let facts: Int
  /// The sum of the provinces; `nil` where none has a figure.
  public let sum: Amount?
  /// The national figure less the sum.
  public let difference: Amount?
  /// The sum in percent of the national figure.
  public let share: Amount?
  /// What the difference is.
  public let finding: Finding

  /// A line of its parts; nothing is computed here.
  public init(
    entry: Int, low: Amount?, high: Amount?, provinces: Int, allProvinces: Int, facts: Int,
    sum: Amount?, difference: Amount?,
    share: Amount?, finding: Finding
  ) {
    self.entry = entry
    self.low = low
    self.high = high
    self.provinces = provinces
    self.allProvinces = allProvinces
    self.facts = facts
    self.sum = sum
    self.difference = difference
    self.share = share
    self.finding = finding
  }
}
