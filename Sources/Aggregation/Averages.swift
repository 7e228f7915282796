import FactModel

/// Totals per inhabitant, per site and per person, where that means something.
///
/// A total is divided by the inhabitants of its province only where every figure of it is of the
/// province as a whole; by sites and by persons only where both are of the same places, and by
/// persons only where both are of the same times as well, and each sum of money is told in one sentence with its persons.
struct Averages {
  private(set) var averages: [Average] = []

  private struct Group: Hashable {
    let province: Int
    let program: String
    let kind: Kind
    let unit: Unit
    let span: Span
    let rhythm: Rhythm?
  }

  private let populations: [Int: Population]
  private var groups: [Group: Totals.Grounds] = [:]

  init(of grounds: [Totals.Grounds], _ populations: [Population]) {
    self.populations = Dictionary(
      populations.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    for ground in grounds {
      let key = ground.total.key
      let group = Group(
        province: key.province.code, program: key.program, kind: key.kind, unit: key.unit,
        span: key.span, rhythm: ground.total.rhythm)
      groups[group] = ground
    }
    for ground in grounds {
      guard let total = ground.total.total else { continue }
      averages += [
        perInhabitant(ground, total), perSite(ground, total), perPerson(ground, total),
      ].compactMap { $0 }
    }
  }

  private func perInhabitant(_ ground: Totals.Grounds, _ total: Amount) -> Average? {
    let key = ground.total.key
    if populations.isEmpty || ![.funds, .participants, .stations].contains(key.kind) { return nil }
    let population = populations[key.province.code]
    let divisor = population.flatMap { Amount(whole: $0.people) }
    var obstacle: Average.Obstacle?
    if divisor == nil { obstacle = .noPopulation }
    if !ground.footprint.isOfProvince { obstacle = .notOfTheProvince }
    return average(
      of: key, total, by: .population, divisor, obstacle, places: 4,
      source: population.map { "\($0.source)（\($0.year)年）" } ?? "")
  }

  /// The sites of the programme as they stand; where the pages give none, those of the report's own
  /// months.
  private func perSite(_ ground: Totals.Grounds, _ total: Amount) -> Average? {
    let key = ground.total.key
    if ![.funds, .participants].contains(key.kind) { return nil }
    let sites = [Span.cumulative, .range, .month].lazy.compactMap { span in
      groups[
        Group(
          province: key.province.code, program: key.program, kind: .stations, unit: .site,
          span: span, rhythm: nil)]
    }.first
    guard let sites, let divisor = sites.total.total else { return nil }
    let isSame = sites.footprint.places == ground.footprint.places
    return average(of: key, total, by: .site, divisor, isSame ? nil : .otherPlaces)
  }

  private func perPerson(_ ground: Totals.Grounds, _ total: Amount) -> Average? {
    let key = ground.total.key
    guard key.kind == .funds,
      let persons = groups[
        Group(
          province: key.province.code, program: key.program, kind: .participants, unit: .person,
          span: key.span, rhythm: ground.total.rhythm)],
      let divisor = persons.total.total
    else { return nil }
    var obstacle: Average.Obstacle?
    let isOneEach =
      persons.footprint.sentences == ground.footprint.sentences
      && persons.footprint.sentences.count == persons.total.facts
      && ground.footprint.sentences.count == ground.total.facts
    if !isOneEach { obstacle = .otherSentences }
    if persons.footprint.times != ground.footprint.times { obstacle = .otherPeriods }
    if persons.footprint.places != ground.footprint.places { obstacle = .otherPlaces }
    return average(of: key, total, by: .person, divisor, obstacle)
  }

  private func average(
    of key: TotalKey, _ total: Amount, by base: Average.Base, _ divisor: Amount?,
    _ obstacle: Average.Obstacle?, places: Int = 2, source: String = ""
  ) -> Average {
    let isZero = divisor == .zero
    let value =
      obstacle == nil && !isZero
      ? divisor.flatMap { Amount.ratio(total, to: $0, times: Int64(base.quantity), places: places) }
      : nil
    return Average(
      key: key, total: total, base: base, divisor: divisor, value: value,
      obstacle: obstacle ?? (isZero ? .zero : nil), source: source)
  }
}
