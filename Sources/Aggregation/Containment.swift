import FactModel

/// Which facts lie inside a figure of a larger division.
///
/// Within one programme, kind, unit, span and agreeing label, a figure of a province covers those
/// of its prefectures and counties, and a figure of a prefecture those of its counties. A figure
/// that is covered itself, repeated, or given as a part covers all the same: what lies in it lies
/// in what holds it.
///
/// In a report of several months, a figure of one of them covers figures of the same time only: what
/// a province did in June does not hold what its counties did in July.
struct Containment {
  /// For every fact that stands, the first fact that covers it.
  let covers: [Int?]

  private struct AreaKey: Hashable {
    let place: Int
    let program: Int
    let measure: Int
    let span: Span
  }

  init(among facts: [Fact], _ features: Features, _ repeats: Repeats) {
    // An echo's place and time are those of a headline, too vague to cover anything.
    let candidates = facts.indices.filter { index in
      Eligibility.isCompared(facts[index]) && facts[index].kind != .rates
        && !repeats.isEcho[index]
    }
    func key(_ index: Int, place: Int) -> AreaKey {
      let row = features[index]
      return AreaKey(place: place, program: row.program, measure: row.measure, span: row.span)
    }
    func extent(_ index: Int) -> Extent? {
      features[index].span == .range ? features[index].extent : nil
    }
    var areas = AgreementIndex<AreaKey>(features.labels)
    for index in candidates
    where facts[index].place.level == .province || facts[index].place.level == .prefecture {
      let area = key(index, place: facts[index].place.code)
      areas.insert(index, under: area, label: features[index].label, extent: extent(index))
    }
    var covers = [Int?](repeating: nil, count: facts.count)
    for index in candidates {
      // All mentions of a figure are asked, so that it does not matter which of them stands.
      let standing = repeats.originals[index] ?? index
      for place in Containment.holders(of: facts[index].place) {
        let label = features[index].label
        let found = areas.first(under: key(index, place: place), agreeingWith: label) { wider in
          guard let wider, let own = extent(index) else { return true }
          return wider.holds(own)
        }
        guard let found else { continue }
        let cover = repeats.originals[found] ?? found
        covers[standing] = min(covers[standing] ?? cover, cover)
      }
    }
    self.covers = covers
  }

  /// The codes of the divisions that may hold this one.
  private static func holders(of place: Division) -> [Int] {
    switch place.level {
    case .nation, .province: []
    case .prefecture: [place.provinceCode]
    case .county: [place.provinceCode, place.code / 100 * 100]
    }
  }
}
