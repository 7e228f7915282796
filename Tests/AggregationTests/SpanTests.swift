import Aggregation
import FactModel
import Testing

@Suite("A span is a period seen from the report month")
struct SpanTests {
  @Test(
    "Seen from July 2025",
    arguments: [
      ("", Span.month), ("2025-07", .month), ("2025-07-09", .month),
      ("2025-07-01/2025-07-31", .month),
      ("2025-07-01/2025-08-01", .year), ("2025-06-30/2025-07-02", .year), ("2025-06", .year),
      ("2025", .year), ("2024", .year), ("2024-07", .year), ("2025-01/2025-06", .year),
      ("2024-12/2025-01", .cumulative), ("2023/2024", .cumulative), ("1960/1969", .cumulative),
      ("/", .cumulative), ("/2025-05", .cumulative), ("/2025-07-09", .cumulative),
      ("yearly", .recurring), ("monthly", .recurring), ("daily", .recurring),
    ])
  func spans(text: String, expected: Span) {
    #expect(Span(of: period(text), in: month("2025-07")) == expected)
  }

  @Test(
    "An open end reaches to the page",
    arguments: [
      ("2019/", Span.cumulative), ("2025/", .year), ("2025-03/", .year), ("2025-07/", .month),
      ("2025-07-09/", .month), ("2025-08/", .cumulative),
    ])
  func openEnd(text: String, expected: Span) {
    #expect(Span(of: period(text), in: month("2025-07")) == expected)
  }

  @Test(
    "A future period is of the span of its length",
    arguments: [
      ("2025-08", Span.month), ("2025-08-03", .month), ("2026-01-05/2026-01-20", .month),
      ("2025-08/2025-09", .year), ("2026", .year), ("2026/2028", .cumulative),
    ])
  func future(text: String, expected: Span) {
    #expect(Span(of: period(text), in: month("2025-07")) == expected)
  }

  @Test("The last day of February is inside its month in leap years too")
  func leapYear() {
    #expect(Span(of: period("2024-02-29"), in: month("2024-02")) == .month)
    #expect(Span(of: period("2024-02/"), in: month("2024-02")) == .month)
  }
}
