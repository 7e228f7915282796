import CSVFormat
import FactModel
import Languages
import Writing

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

enum Place {
  static let zhejiang = Division(code: 330_000, name: "浙江省", province: "浙江省")
  static let jiangshan = Division(code: 330_881, name: "江山市", province: "浙江省")
  static let guangdong = Division(code: 440_000, name: "广东省", province: "广东省")
}

let samplePrograms = [
  Program(id: "safety", name: "劳动安全", english: "Work safety"),
  Program(id: "hardship-aid", name: "困难职工帮扶", english: "Hardship aid"),
]

/// A fact of July 2025: 近44万元 of 困难职工帮扶 in 江山市, unless told otherwise.
func fact(
  _ value: String = "440000", _ unit: Unit = .currency("CNY"), _ qualifier: Qualifier = .exact,
  kind: Kind = .funds, label: String = "帮扶资金", at place: Division = Place.jiangshan,
  program: String = "hardship-aid", status: Status = .actual, partOf: String? = nil,
  document: String = "01", raw: String = "近44万元", headline: String = "情暖职工",
  sentence: String = "江山市总工会发放帮扶资金近44万元。"
) -> Fact {
  Fact(
    provenance: Provenance(
      document: document, line: 4, column: 12, raw: raw, article: 2, headline: headline,
      sentence: sentence, month: month("2025-07")),
    kind: kind, quantity: Quantity(value: amount(value), unit: unit, qualifier: qualifier),
    label: label, place: place, program: program, period: .unstated, status: status,
    partOf: partOf, confidence: 90)
}

func total(
  _ value: String?, _ unit: Unit = .currency("CNY"), kind: Kind = .funds,
  at province: Division = Place.zhejiang, program: String = "hardship-aid", span: Span = .month,
  low: String? = nil, high: String? = nil, middle: String? = nil, pooled: String? = nil,
  rhythm: Rhythm? = nil, facts: Int = 1
) -> Total {
  let key = TotalKey(province: province, program: program, kind: kind, unit: unit, span: span)
  let sum = value.map(amount)
  let median = middle.map(amount) ?? sum
  return Total(
    key: key, facts: facts, total: sum, low: low.map(amount) ?? sum,
    high: high == "open" ? nil : high.map(amount) ?? sum, minimum: median, median: median,
    maximum: median, pooled: pooled.map(amount), rhythm: rhythm)
}

/// A report of July 2025 whose identity holds.
func report(
  _ entries: [ReportFact] = [], totals: [Total] = [], exclusions: [Exclusion] = [],
  doubts: [Doubt] = []
) -> Report {
  Report(
    range: MonthRange(month("2025-07")), programs: samplePrograms,
    coverage: Coverage(pages: 2, articles: 7, facts: entries.count), entries: entries,
    totals: totals, exclusions: exclusions, doubts: doubts,
    identity: Identity(
      facts: entries.count, excluded: exclusions.count, verdicts: entries.map(\.verdict)))
}

func entered(_ fact: Fact, span: Span = .month) -> ReportFact {
  ReportFact(fact: fact, span: span, verdict: .total)
}

func doubt(_ cause: Doubt.Cause, _ raw: String, other: String = "衢州市") -> Doubt {
  Doubt(
    cause: cause, document: "01", line: 4, column: 12, raw: raw, chosen: "江山市", other: other,
    message: Wording(en: "two places", zh: "两地相近"), month: month("2025-07"))
}

/// The text of one file of the folder.
func text(
  of name: String, _ report: Report, _ comparisons: [Comparison] = [],
  style: CSVWriter.Style = .plain, language: Language = .chinese
) -> String {
  let files = ReportWriter(style: style, language: language).files(
    of: report, comparisons: comparisons)
  guard let file = files.first(where: { $0.name == name }) else {
    preconditionFailure("no file: \(name)")
  }
  return String(decoding: file.bytes, as: UTF8.self)
}

/// The lines of one file behind its header.
func rows(of name: String, _ report: Report, _ comparisons: [Comparison] = []) -> [String] {
  text(of: name, report, comparisons).split(separator: "\n").dropFirst().map(String.init)
}
