import FactModel

/// Which figures of a stock an other one has taken the place of.
///
/// Sites and members are a stock. Two counts of one stock – the same place, programme, unit and span,
/// and a label that is the same but for synonyms – are never added: 446 stations and, in a later
/// report, 449 are 449. The latest stands: that of the latest day, of equal days that of the later
/// page's month, and then the last in document order. What one article says of one day is told of
/// different things and adds up: three stations in one street, five in another.
///
/// In a report of several months the same holds of running totals with the same start, and of
/// recurring figures: of 累计 and of 每年 those of the latest month stand.
struct Succession {
  /// For every fact that stands, the later one that has taken its place.
  private(set) var successors: [Int?]

  private struct StateKey: Hashable {
    let place: Int
    let program: Int
    let measure: Int
    let label: Int
    let span: Span
    /// The rhythm of a recurring figure.
    let sort: Int?
    /// The first day of a running total.
    let start: Int?
  }

  /// One mention of a count.
  private struct Mention {
    /// The fact that stands for it.
    let standing: Int
    let day: Int
    let month: YearMonth
    /// `nil` of running totals: one month's stand side by side.
    let source: Int?
    let index: Int

    func isBefore(_ other: Mention) -> Bool {
      (day, month.index, index) < (other.day, other.month.index, other.index)
    }

    /// Whether the two are told side by side, as different things.
    func standsBeside(_ other: Mention) -> Bool {
      guard let source else { return month == other.month }
      return source == other.source && day == other.day
    }
  }

  init(among facts: [Fact], _ features: Features, _ repeats: Repeats) {
    successors = Array(repeating: nil, count: facts.count)
    var mentions: [StateKey: [Mention]] = [:]
    for index in facts.indices {
      let row = features[index]
      let fact = facts[index]
      let standing = repeats.originals[index] ?? index
      guard row.state != .none, fact.kind != .rates, Eligibility.isCompared(fact),
        !repeats.isEcho[index],
        !Eligibility.isPart(facts[standing]), !fact.label.isEmpty
      else { continue }
      let key = StateKey(
        place: row.place, program: row.program, measure: row.measure, label: row.label,
        span: row.span, sort: row.extent == nil ? row.stretch.sort : nil,
        start: row.state == .running ? row.extent?.first : nil)
      let page = fact.provenance.month
      mentions[key, default: []].append(
        Mention(
          standing: standing, day: row.extent?.last ?? page.lastDay, month: page,
          source: row.state == .stock ? row.source : nil, index: index))
    }
    // Repeats of a fact may stand in several groups; the latest of all counts has taken its place, so that nothing
    // depends on the order of a dictionary.
    var latest: [Int: Mention] = [:]
    for group in mentions.values {
      for (standing, later) in Succession.replaced(in: group) {
        if let known = latest[standing], later.isBefore(known) { continue }
        latest[standing] = later
      }
    }
    for (standing, later) in latest { successors[standing] = later.standing }
  }

  /// The facts of a group that do not stand, each with the mention in their place.
  private static func replaced(in group: [Mention]) -> [(standing: Int, later: Mention)] {
    guard let latest = group.max(by: { $0.isBefore($1) }) else { return [] }
    let staying = Set(group.lazy.filter { $0.standsBeside(latest) }.map(\.standing))
    return group.lazy.map(\.standing).filter { !staying.contains($0) }.map { ($0, latest) }
  }
}
