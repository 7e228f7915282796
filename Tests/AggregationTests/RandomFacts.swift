import FactModel
import Languages
import TestSupport

/// Facts at random, with few values for every column, so that repeats and containment are frequent.
///
/// The same seed gives the same facts on every machine.
func randomFacts(seed: UInt64) -> [Fact] {
  var random = SeededGenerator(seed: seed)
  func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }
  return (0..<pick([0, 1, 5, 40, 200])).map { line in
    let kind = pick(Kind.allCases)
    return fact(
      pick(["1", "2", "近600", "约30", "余5", "10-20"]),
      kind == .rates ? .percent : pick([.person, .site]),
      kind: kind, label: pick(["", "职工", "参赛职工", "困难职工", "“困难”职工", "工", "会员", "骑手", "外卖员"]),
      at: pick([.nation, Place.zhejiang, Place.quzhou, Place.jiangshan, Place.guangdong]),
      program: pick(["safety", "other"]),
      period: pick(["", "2025", "2024", "2025-03", "/", "/2025-06", "2024/", "yearly", "daily"]),
      status: pick([.actual, .actual, .actual, .actual] + Status.allCases),
      partOf: pick([nil, nil, nil, nil, "9人"]), optional: pick([false, false, false, true]),
      in: pick(["01", "02", "03", "04"]), line: line,
      month: pick(["2025-07", "2025-07", "2025-06"]))
  }
}

/// Everything of the random facts' run, cut into its documents.
func randomPages(seed: UInt64) -> [LoadResult] {
  let facts = Dictionary(grouping: randomFacts(seed: seed), by: \.provenance.document)
  return facts.keys.sorted().map { name in
    let facts = facts[name] ?? []
    let month = facts.map(\.provenance.month).min() ?? month("2025-07")
    return LoadResult(
      documents: [
        DocumentRecord(name: name, newspaper: "工人日报", month: month, articles: facts.count % 3)
      ],
      facts: facts,
      exclusions: facts.prefix(3).map { fact in
        Exclusion(
          document: name, line: fact.provenance.line, column: 9, raw: "7月9日", reason: .date,
          month: fact.provenance.month)
      },
      doubts: facts.prefix(2).map { fact in
        Doubt(
          cause: .place, document: name, line: fact.provenance.line, column: 1, raw: "5",
          chosen: "衢州市", other: "江山市", message: Wording(verbatim: "两地相近"),
          month: fact.provenance.month)
      })
  }
}
