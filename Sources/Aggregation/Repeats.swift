import FactModel

/// Which facts say again what another fact of the month says.
///
/// **The same figure.** Place, programme, kind, unit, value (and upper end), span and period are
/// equal and the labels agree. The first in document order stands; but one that a page gives as a
/// part stands before all others, and one of a headline or a box yields to one of the text.
///
/// **A headline or a box.** An optional fact repeats a fact of the text of the same document with
/// the same kind, unit and value, where label or programme agree: a headline seldom names the time
/// or the exact place.
struct Repeats {
  /// For every fact, the one that it repeats.
  private(set) var originals: [Int?]
  /// For every fact, whether it was left out as a headline's or a box's.
  private(set) var isEcho: [Bool]

  init(among facts: [Fact], _ features: Features) {
    originals = Array(repeating: nil, count: facts.count)
    isEcho = Array(repeating: false, count: facts.count)
    let echoes = Repeats.echoes(among: facts, features)
    for (index, _) in echoes { isEcho[index] = true }
    findSameFigures(among: facts, features)
    for (index, original) in echoes { originals[index] = originals[original] ?? original }
  }

  private struct FigureKey: Hashable {
    let place: Int
    let program: Int
    let measure: Int
    let value: Int64
    let high: Int64?
    let span: Span
    let stretch: Features.Stretch
  }

  private mutating func findSameFigures(among facts: [Fact], _ features: Features) {
    var firsts: [FigureKey: Int] = [:]
    var groups: [Int: [Int]] = [:]
    for index in facts.indices where Eligibility.isCompared(facts[index]) && !isEcho[index] {
      let row = features[index]
      let key = FigureKey(
        place: row.place, program: row.program, measure: row.measure, value: row.value,
        high: row.high, span: row.span, stretch: row.stretch)
      if let first = firsts[key] {
        groups[first, default: [first]].append(index)
      } else {
        firsts[key] = index
      }
    }
    for group in groups.values { settle(group, among: facts, features) }
  }

  /// Of the facts of one figure, lets one of each set of agreeing labels stand.
  private mutating func settle(_ group: [Int], among facts: [Fact], _ features: Features) {
    let heads = features.labels.heads(of: Set(group.map { features[$0].label }))
    var standing: [Int: Int] = [:]
    func precedence(_ index: Int) -> (Int, Int, Int) {
      let fact = facts[index]
      return (Eligibility.isPart(fact) ? 0 : 1, fact.isOptional ? 1 : 0, index)
    }
    for index in group {
      guard let head = heads[features[index].label] else { continue }
      if let best = standing[head], precedence(best) < precedence(index) { continue }
      standing[head] = index
    }
    for index in group {
      guard let head = heads[features[index].label], let best = standing[head], best != index
      else { continue }
      originals[index] = best
    }
  }

  private struct EchoKey: Hashable {
    let document: String
    let measure: Int
    let value: Int64
    let high: Int64?
  }

  private struct ProgramKey: Hashable {
    let echo: EchoKey
    let program: Int
  }

  /// Pairs of an optional fact and the first fact of its document's text that says the same.
  private static func echoes(among facts: [Fact], _ features: Features) -> [(Int, Int)] {
    let optional = facts.indices.filter { index in
      facts[index].isOptional && Eligibility.isCompared(facts[index])
    }
    if optional.isEmpty { return [] }
    func key(_ index: Int) -> EchoKey {
      let row = features[index]
      return EchoKey(
        document: facts[index].provenance.document, measure: row.measure, value: row.value,
        high: row.high)
    }
    let wanted = Set(optional.map(key))
    var byProgram: [ProgramKey: Int] = [:]
    var byLabel = AgreementIndex<EchoKey>(features.labels)
    for index in facts.indices where !facts[index].isOptional {
      let echo = key(index)
      if !wanted.contains(echo) { continue }
      let program = ProgramKey(echo: echo, program: features[index].program)
      byProgram[program] = byProgram[program] ?? index
      byLabel.insert(index, under: echo, label: features[index].label)
    }
    return optional.compactMap { index in
      let row = features[index]
      let sameProgram = byProgram[ProgramKey(echo: key(index), program: row.program)]
      let sameLabel = byLabel.first(under: key(index), agreeingWith: row.label) { _ in true }
      return (sameLabel ?? sameProgram).map { (index, $0) }
    }
  }
}
