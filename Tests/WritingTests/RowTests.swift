import CSVFormat
import FactModel
import TestSupport
import Testing

@testable import Writing

@Suite("Rows of facts without a table around them")
struct RowTests {
  @Test("They are those of the whole table", arguments: 1...40)
  func facts(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let facts = (0..<20).map { _ in self.fact(using: &random) }
    for style in [CSVWriter.Style.plain, .spreadsheet] {
      let table = FactsCSV.bytes(of: facts, style: style)
      let header = FactsCSV.bytes(of: [Fact](), style: style)
      #expect(header + FactsCSV.rows(of: facts, style: style) == table, "seed \(seed)")
    }
  }

  @Test("So are those of exclusions")
  func exclusions() throws {
    let month = try #require(YearMonth("2025-07"))
    let list = [("p,1", "=3"), ("p2", "第\"3\"次"), ("", "")].enumerated().map { index, texts in
      Exclusion(
        document: texts.0, line: index, column: index * 1_000, raw: texts.1, reason: .ordinal,
        month: month)
    }
    for style in [CSVWriter.Style.plain, .spreadsheet] {
      let header = ExcludedCSV.bytes(of: [Exclusion](), style: style)
      #expect(
        header + ExcludedCSV.rows(of: list, style: style)
          == ExcludedCSV.bytes(of: list, style: style))
    }
  }

  private func fact(using random: inout SeededGenerator) -> Fact {
    var fact = WritingTests.fact("1", .item("场"), kind: .counts, label: "讲座")
    fact.quantity.value = amount(using: &random)
    fact.quantity.high = Bool.random(using: &random) ? amount(using: &random) : nil
    fact.period = period(using: &random)
    fact.isOptional = .random(using: &random)
    fact.partOf = Bool.random(using: &random) ? "近44万元" : nil
    return fact
  }

  private func amount(using random: inout SeededGenerator) -> Amount {
    let digits = Int64.random(in: Int64.min...Int64.max, using: &random)
    return Amount(tenThousandths: digits >> Int64.random(in: 0...63, using: &random))
  }

  private func period(using random: inout SeededGenerator) -> Period {
    let date = date(using: &random)
    return [
      .unstated, .yearly, .monthly, .daily, .date(date), .interval(from: date, to: nil),
      .interval(from: nil, to: date), .interval(from: nil, to: nil),
      .interval(from: date, to: self.date(using: &random)),
    ].randomElement(using: &random) ?? .unstated
  }

  private func date(using random: inout SeededGenerator) -> CalendarDate {
    let year = Int.random(in: 1...9999, using: &random)
    let month = Int.random(in: 1...12, using: &random)
    return
      [
        CalendarDate(year: year), CalendarDate(year: year, month: month),
        CalendarDate(year: year, month: month, day: Int.random(in: 1...28, using: &random)),
      ].randomElement(using: &random).flatMap { $0 } ?? CalendarDate(firstYear: 1)
  }
}
