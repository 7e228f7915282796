import FactModel
import Languages

/// The figures of the nation beside the sums of the provinces.
struct Nationals {
  private(set) var lines: [NationalLine] = []
  /// National figures that their provinces exceed.
  private(set) var doubts: [Doubt] = []

  private struct Matter: Hashable {
    let program: Int
    let measure: Int
    let span: Span
    /// The rhythm of a recurring figure.
    let sort: Int?

    init(_ row: Features.Row) {
      program = row.program
      measure = row.measure
      span = row.span
      sort = row.span == .recurring ? row.stretch.sort : nil
    }
  }

  private struct Figure: Hashable {
    let matter: Matter
    let label: Int
    let value: Int64
    let high: Int64?
    let stretch: Features.Stretch
  }

  /// What the provinces say under one label.
  private struct Provinces {
    var codes: Set<Int> = []
    var facts = 0
    var sum: Int128 = 0
    var low: Int128 = 0

    mutating func add(_ fact: Fact) {
      codes.insert(fact.place.provinceCode)
      facts += 1
      sum += Int128(fact.quantity.value.tenThousandths)
      low += Bounds(of: fact.quantity).low
    }

    mutating func add(_ other: Provinces) {
      codes.formUnion(other.codes)
      facts += other.facts
      sum += other.sum
      low += other.low
    }
  }

  /// - Parameter provinces: how many provinces there are.
  init(of entries: [ReportFact], _ features: Features, provinces: Int) {
    let nationals = entries.indices.filter { index in
      let fact = entries[index].fact
      return entries[index].verdict == .national && fact.status == .actual && fact.kind != .rates
        && !Eligibility.isPart(fact)
    }
    if nationals.isEmpty { return }
    var byLabel: [Matter: [Int: Provinces]] = [:]
    for (index, entry) in entries.enumerated() where entry.verdict == .total {
      let row = features[index]
      byLabel[Matter(row), default: [:]][row.label, default: Provinces()].add(entry.fact)
    }
    var seen: Set<Figure> = []
    for index in nationals {
      let row = features[index]
      let figure = Figure(
        matter: Matter(row), label: row.label, value: row.value, high: row.high,
        stretch: row.stretch)
      if !seen.insert(figure).inserted { continue }
      var sum = Provinces()
      for (label, found) in byLabel[figure.matter] ?? [:]
      where features.labels.agree(label, row.label) { sum.add(found) }
      add(Nationals.line(of: entries[index].fact, at: index, sum, provinces), entries[index].fact)
    }
  }

  private mutating func add(_ line: NationalLine, _ fact: Fact) {
    lines.append(line)
    guard line.finding == .exceeded, let sum = line.sum else { return }
    let source = fact.provenance
    doubts.append(
      Doubt(
        cause: .containment, document: source.document, line: source.line, column: source.column,
        raw: source.raw, chosen: fact.quantity.value.description, other: sum.description,
        message: Wording(
          en: "less than the sum of \(line.provinces) provinces, \(sum)",
          zh: "全国数字小于\(line.provinces)个省级行政区数字之和\(sum)，口径可能不同"),
        month: source.month))
  }

  private static func line(
    of fact: Fact, at index: Int, _ provinces: Provinces, _ count: Int
  ) -> NationalLine {
    let bounds = Bounds(of: fact.quantity)
    let sum = provinces.facts == 0 ? nil : Amount(bound: provinces.sum)
    let finding: NationalLine.Finding =
      if provinces.facts == 0 {
        .alone
      } else if let high = bounds.high, provinces.low > high {
        .exceeded
      } else {
        provinces.sum >= bounds.low ? .equal : .partial
      }
    return NationalLine(
      entry: index, low: Amount(bound: bounds.low), high: bounds.high.flatMap(Amount.init),
      provinces: provinces.codes.count, allProvinces: count, facts: provinces.facts,
      sum: sum, difference: sum.flatMap(fact.quantity.value.subtracting),
      share: sum.flatMap { Amount.ratio($0, to: fact.quantity.value, times: 100) },
      finding: finding)
  }
}
