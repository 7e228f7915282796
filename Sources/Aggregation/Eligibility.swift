import FactModel

/// What a fact says of itself that keeps it out of a total, before it is compared with others.
///
/// The order is the order of verdicts: a planned figure of the nation is `national`.
enum Eligibility {
  /// Why the fact enters no total whatever stands beside it; `nil` where nothing speaks against it.
  static func refusal(of fact: Fact) -> Verdict? {
    if fact.place.level == .nation { return .national }
    if fact.kind == .rates { return .rate }
    switch fact.status {
    case .planned: return .planned
    case .rule: return .rule
    case .case: return .case
    case .actual: return isPart(fact) ? .part : nil
    }
  }

  /// Whether the fact is a result of a province, so that it may repeat another or be repeated.
  ///
  /// Parts are among them: a figure that one page gives as a part is one in every mention. So are
  /// rates, which are listed once however often they are printed.
  static func isCompared(_ fact: Fact) -> Bool {
    fact.status == .actual && fact.place.level != .nation
  }

  static func isPart(_ fact: Fact) -> Bool {
    if let whole = fact.partOf { return !whole.isEmpty }
    return false
  }
}
