import FactModel

/// Which figures lie inside one of a longer time.
///
/// Of one place, programme, kind, unit and span, a figure of the first half of a year covers those
/// of its months, and one since 2019 those of its years, if its label is the same or names the same
/// noun more widely (职工 holds 困难职工), and if it is not the smaller one: 200 in June are not among 150
/// from January to June.
struct LongerTimes {
  /// For every fact that stands, the first fact of a longer time that covers it.
  private(set) var covers: [Int?]

  private struct AreaKey: Hashable {
    let place: Int
    let program: Int
    let measure: Int
    let label: Int
    let span: Span
  }

  /// The greatest figure of one extent.
  private struct Top {
    /// `nil` where it is open.
    var high: Int128?
    var index: Int
  }

  init(among facts: [Fact], _ features: Features, _ repeats: Repeats, _ succession: Succession) {
    covers = Array(repeating: nil, count: facts.count)
    let candidates = facts.indices.filter { index in
      Eligibility.isCompared(facts[index]) && facts[index].kind != .rates
        && !repeats.isEcho[index] && !facts[index].label.isEmpty && features[index].extent != nil
    }
    func key(_ index: Int, label: Int) -> AreaKey {
      let row = features[index]
      return AreaKey(
        place: row.place, program: row.program, measure: row.measure, label: label, span: row.span)
    }
    var areas: [AreaKey: [Extent: Top]] = [:]
    for index in candidates where succession.successors[repeats.originals[index] ?? index] == nil {
      guard let extent = features[index].extent, extent.isStated else { continue }
      let high = Bounds(of: facts[index].quantity).high
      let area = key(index, label: features[index].label)
      let known = areas[area]?[extent]
      if known == nil || LongerTimes.isGreater(high, than: known?.high) {
        areas[area, default: [:]][extent] = Top(high: high, index: index)
      }
    }
    for index in candidates {
      guard let extent = features[index].extent else { continue }
      let standing = repeats.originals[index] ?? index
      let low = Bounds(of: facts[index].quantity).low
      for label in features.labels.widerLabels(of: features[index].label) {
        for (longer, top) in areas[key(index, label: label)] ?? [:]
        where longer.isLonger(than: extent) && top.high.map({ low <= $0 }) ?? true {
          let cover = repeats.originals[top.index] ?? top.index
          covers[standing] = min(covers[standing] ?? cover, cover)
        }
      }
    }
  }

  /// Whether a top is greater; an open one is the greatest.
  private static func isGreater(_ high: Int128?, than other: Int128?) -> Bool {
    guard let other else { return false }
    return high.map { $0 > other } ?? true
  }
}
