import FactModel
import Testing

@Suite("Ranges of months")
struct MonthRangeTests {
  @Test(
    "Months, quarters, years and others, as text and back",
    arguments: [
      ("2025-07", "2025-07", 1, "2025年7月"), ("2025-Q3", "2025-Q3", 3, "2025年第3季度"),
      ("2025", "2025", 12, "2025年"), ("2025-01/2025-12", "2025", 12, "2025年"),
      ("2024-07/2025-07", "2024-07_2025-07", 13, "2024年7月至2025年7月"),
      ("2024-07_2025-07", "2024-07_2025-07", 13, "2024年7月至2025年7月"),
      ("2025-04/2025-06", "2025-Q2", 3, "2025年第2季度"),
      ("2025-05/2025-07", "2025-05_2025-07", 3, "2025年5月至2025年7月"),
    ])
  func texts(text: String, name: String, count: Int, title: String) throws {
    let range = try #require(MonthRange(text))
    #expect(range.description == name)
    #expect(range.count == count && range.months.count == count)
    #expect(range.title == title)
    #expect(MonthRange(name) == range)
  }

  @Test(
    "What is no range",
    arguments: [
      "", "2025-13", "2025-Q0", "2025-Q5", "2025-Q", "25-Q1", "2025-07-12", "2025-07/", "/2025-07",
      "2025-07/2025-06", "2025/2026", "Q3", "2025-Q12", "2025-07/2025-08/2025-09", "2025-Q-1",
    ])
  func none(text: String) {
    #expect(MonthRange(text) == nil)
  }

  @Test("As many months earlier, over the turn of the year, and not before the calendar")
  func advanced() throws {
    let quarter = try #require(MonthRange("2025-Q1"))
    #expect(quarter.advanced(by: -3)?.description == "2024-Q4")
    #expect(quarter.advanced(by: -12)?.description == "2024-Q1")
    #expect(MonthRange("0001-02")?.advanced(by: -12) == nil)
    #expect(MonthRange("2025-07").map { $0.months.map(\.description) } == ["2025-07"])
  }
}
