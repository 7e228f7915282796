import Aggregation
import FactModel

/// Short ways to make values, so that a test shows only what it is about.
///
/// A text that cannot be read is an error of the test itself and stops it.
func month(_ text: String) -> YearMonth {
  guard let month = YearMonth(text) else { preconditionFailure("no month: \(text)") }
  return month
}

func amount(_ text: String) -> Amount {
  guard let amount = Amount(text) else { preconditionFailure("no amount: \(text)") }
  return amount
}

func period(_ text: String) -> Period {
  guard let period = Period(text: text) else { preconditionFailure("no period: \(text)") }
  return period
}

enum Place {
  static let zhejiang = Division(code: 330_000, name: "浙江省", province: "浙江省")
  static let quzhou = Division(code: 330_800, name: "衢州市", province: "浙江省")
  static let jiangshan = Division(code: 330_881, name: "江山市", province: "浙江省")
  static let hangzhou = Division(code: 330_100, name: "杭州市", province: "浙江省")
  static let guangdong = Division(code: 440_000, name: "广东省", province: "广东省")
  static let hubei = Division(code: 420_000, name: "湖北省", province: "湖北省")
}

let samplePrograms = [
  Program(id: "safety", name: "劳动安全", english: "Work safety"),
  Program(id: "hardship-aid", name: "困难职工帮扶", english: "Hardship aid"),
]

/// A quantity from text: `"近600"`, `"约12.5"`, `"300-400"`, `"余700"`, with the hedge in front.
func quantity(_ text: String, _ unit: Unit = .currency("CNY")) -> Quantity {
  let hedges: [(String, Qualifier)] = [
    ("约", .about), ("余", .over), ("近", .nearly), ("至少", .atLeast), ("至多", .atMost),
  ]
  var digits = text
  var qualifier = Qualifier.exact
  for (word, meaning) in hedges where digits.hasPrefix(word) {
    digits.removeFirst(word.count)
    qualifier = meaning
  }
  let ends = digits.split(separator: "-").map { amount(String($0)) }
  return Quantity(
    value: ends[0], high: ends.count > 1 ? ends[1] : nil, unit: unit, qualifier: qualifier)
}

/// A fact of July 2025: money of 困难职工帮扶 in 江山市, unless told otherwise.
func fact(
  _ figure: String = "100", _ unit: Unit = .currency("CNY"), kind: Kind = .funds,
  label: String = "帮扶资金", at place: Division = Place.jiangshan, program: String = "hardship-aid",
  period time: String = "", status: Status = .actual, partOf: String? = nil,
  optional: Bool = false, in document: String = "01", line: Int = 1, raw: String? = nil,
  sentence: String = "", month text: String = "2025-07"
) -> Fact {
  let source = Provenance(
    document: document, line: line, column: 1, raw: raw ?? figure + unit.spoken, article: 1,
    headline: "", sentence: sentence, month: month(text))
  return Fact(
    provenance: source, kind: kind, quantity: quantity(figure, unit), label: label, place: place,
    program: program, period: period(time), status: status, partOf: partOf, isOptional: optional)
}

/// A rate of July 2025.
func rate(
  _ figure: String, label: String = "解决率", at place: Division = Place.jiangshan,
  status: Status = .actual, in document: String = "01", sentence: String = ""
) -> Fact {
  fact(
    figure, .percent, kind: .rates, label: label, at: place, status: status, in: document,
    sentence: sentence)
}

/// The facts, each at a place of its own: those of one line stand side by side in their order.
func placed(_ facts: [Fact]) -> [Fact] {
  var columns: [[String]: Int] = [:]
  return facts.map { fact in
    var fact = fact
    columns[[fact.provenance.document, "\(fact.provenance.line)"], default: 0] += 1
    fact.provenance.column =
      columns[[fact.provenance.document, "\(fact.provenance.line)"]] ?? 1
    return fact
  }
}

/// The vocabulary of the samples.
let sampleLabels = LabelWords(
  synonyms: ["骑手": "外卖员", "外卖骑手": "外卖员", "驿站": "工会驿站"], stocks: ["会员": "safety"],
  flows: ["新会员"])

let samplePopulations = [
  Population(code: 330_000, people: 64_567_588, year: 2020, source: "普查"),
  Population(code: 440_000, people: 126_012_510, year: 2020, source: "普查"),
  Population(code: 420_000, people: 57_752_557, year: 2020, source: "普查"),
]

let sampleAggregator = Aggregator(
  programs: samplePrograms, labels: sampleLabels, populations: samplePopulations)

/// The report of facts that are all of one month.
func report(of facts: [Fact], doubts: [Doubt] = []) throws -> Report {
  let result = LoadResult(facts: placed(facts), doubts: doubts)
  let reports = try sampleAggregator.reports(of: result)
  guard reports.count == 1 else { preconditionFailure("\(reports.count) reports") }
  return reports[0]
}

/// The report of facts over some months.
func report(of facts: [Fact], over range: String) throws -> Report {
  guard let range = MonthRange(range),
    let report = try sampleAggregator.report(
      over: range, of: PartialAggregate(LoadResult(facts: placed(facts))))
  else { preconditionFailure("no report over \(range)") }
  return report
}

/// The verdicts of facts of one month, in their order.
func verdicts(of facts: [Fact]) throws -> [Verdict] {
  try report(of: facts).entries.map(\.verdict)
}
