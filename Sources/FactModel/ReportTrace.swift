/// The facts of one total, and those of the same matter that were left out of it.
public struct TotalTrace: Hashable, Sendable {
  /// What the facts have in common.
  public let key: TotalKey
  /// The total, or the summary of rates; `nil` where no fact entered one.
  public let total: Total?
  /// The places in `Report.entries` of the facts that made the total, in document order.
  public let entered: [Int]
  /// Those of the facts that were left out.
  public let leftOut: [Int]

  /// A trace of its parts; nothing is computed here.
  public init(key: TotalKey, total: Total?, entered: [Int], leftOut: [Int]) {
    self.key = key
    self.total = total
    self.entered = entered
    self.leftOut = leftOut
  }
}

extension ReportFact {
  /// Whether the fact is in a total or, as a rate, in the summary of a group.
  public var isCounted: Bool {
    switch verdict {
    case .total: true
    case .rate: fact.status == .actual && reference == nil
    default: false
    }
  }
}

extension Report {
  /// How one figure holds another.
  public enum Cover: String, CaseIterable, Sendable {
    /// It is of a division that holds the other's.
    case largerDivision
    /// It is of a time that holds the other's.
    case longerTime
    /// It is the later count of the same stock, or the later running total.
    case laterCount
  }

  /// How the fact is covered; `nil` where it is not.
  public func cover(of entry: ReportFact) -> Cover? {
    guard entry.verdict == .covered, let index = entry.reference else { return nil }
    let wide = entries[index].fact
    if wide.place.contains(entry.fact.place) { return .largerDivision }
    return entry.isState && entries[index].isState ? .laterCount : .longerTime
  }

  /// The groups of a province, programme and kind, in the order of tables, each with the facts that
  /// made its total and those left out.
  ///
  /// - Parameters:
  ///   - province: the full name of a province, its beginning (浙江), or 全国.
  ///   - program: the programme's id or its Chinese name; `nil` for all.
  ///   - kind: `nil` for all.
  public func traces(province: String, program: String? = nil, kind: Kind? = nil) -> [TotalTrace] {
    let id = programs.first { $0.name == program }?.id ?? program
    var groups: [TotalKey: (entered: [Int], leftOut: [Int])] = [:]
    for (index, entry) in entries.enumerated() {
      let fact = entry.fact
      guard !province.isEmpty, fact.place.province.hasPrefix(province),
        id == nil || fact.program == id, kind == nil || fact.kind == kind
      else { continue }
      if entry.isCounted {
        groups[entry.key, default: ([], [])].entered.append(index)
      } else {
        groups[entry.key, default: ([], [])].leftOut.append(index)
      }
    }
    let totals = Dictionary(totals.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    return groups.map { key, facts in
      TotalTrace(key: key, total: totals[key], entered: facts.entered, leftOut: facts.leftOut)
    }.sorted { order(of: $0.key).lexicographicallyPrecedes(order(of: $1.key)) }
  }

  private func order(of key: TotalKey) -> [String] {
    let program = programs.firstIndex { $0.id == key.program } ?? programs.count
    return [
      padded(key.province.code, 6), padded(program, 4), key.program, padded(key.kind.order, 2),
      key.unit.name, padded(key.span.order, 2),
    ]
  }
}
