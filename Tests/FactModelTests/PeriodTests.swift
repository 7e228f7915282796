import FactModel
import Testing

@Suite("Periods keep the precision of the page")
struct PeriodTests {
  @Test(
    "What is read is written the same",
    arguments: [
      "", "2024", "2025-03", "2025-03-24", "2025-01/2025-03", "2019/", "/2025-05", "/", "yearly",
      "monthly", "daily", "1960/1969", "2024-02-29", "2025-01-01/2025-12-31",
    ])
  func roundTrip(text: String) throws {
    let period = try #require(Period(text: text))
    #expect(period.text == text)
    #expect(Period(text: period.text) == period)
  }

  @Test(
    "What is no period is refused",
    arguments: [
      "25", "2025-3", "2025-13", "2025-00", "2025-02-30", "2023-02-29", "2025/03/24",
      "2025-03/2025-01",
      "weekly", "2025-", "-2025", "2025 ", "去年", "2025-03-24T00", "０２０５",
    ])
  func refuses(text: String) {
    #expect(Period(text: text) == nil)
  }

  @Test(
    "Bounds are the first and the last day that the text allows",
    arguments: [
      ("2024", 2024_01_01, 2024_12_31), ("2024-02", 2024_02_01, 2024_02_29),
      ("2025-03-24", 2025_03_24, 2025_03_24), ("2025-01/2025-03", 2025_01_01, 2025_03_31),
      ("2019/", 2019_01_01, nil), ("/2025-05", nil, 2025_05_31), ("/", nil, nil),
    ] as [(String, Int?, Int?)])
  func bounds(text: String, first: Int?, last: Int?) throws {
    let period = try #require(Period(text: text))
    let bounds = try #require(period.bounds)
    #expect(bounds.first == first)
    #expect(bounds.last == last)
  }

  @Test("Recurring and unstated periods are no stretch of the calendar")
  func noBounds() {
    for period in [Period.unstated, .yearly, .monthly, .daily] { #expect(period.bounds == nil) }
  }

  @Test("Months count on over the turn of the year")
  func months() throws {
    let january = try #require(YearMonth("2025-01"))
    #expect(january.advanced(by: -1)?.description == "2024-12")
    #expect(january.advanced(by: -12)?.description == "2024-01")
    #expect(january.advanced(by: 12)?.description == "2026-01")
    #expect(YearMonth("0001-01")?.advanced(by: -1) == nil)
    #expect(YearMonth("2025-13") == nil)
    #expect(YearMonth("2025-03-24") == nil)
  }
}
