import FactModel
import Languages

/// The columns that a fact sheet may have, whatever language its header is in.
package enum SheetColumn: String, CaseIterable, Sendable {
  case province, place, program, label, value, unit, period, month, status, note
}

/// The words of fact sheets: names of columns, of standings, of periods and of units.
package struct SheetWords: Sendable {
  package let columns: [String: SheetColumn]
  package let statuses: [String: Status]
  package let periods: [String: Period]
  /// English words for units, with the measure word that pages use: persons is 人.
  package let units: [String: String]

  init(table text: TableText) throws(LexiconError) {
    let table = try WordTable(
      name: "sheet-words.csv", text: text, columns: ["word", "role", "means"],
      key: ["word", "role"])
    var columns: [String: SheetColumn] = [:]
    var statuses: [String: Status] = [:]
    var periods: [String: Period] = [:]
    var units: [String: String] = [:]
    let (known, standings) = (Choices(of: SheetColumn.self), Choices(of: Status.self))
    for row in table.rows {
      switch row["role"] {
      case "column": columns[row["word"]] = try row.choice(table.places[2], of: known)
      case "unit": units[row["word"]] = row["means"]
      case "status": statuses[row["word"]] = try row.choice(table.places[2], of: standings)
      case "period":
        guard let period = SheetWords.period(row["means"]) else {
          throw row.error(
            "means",
            Wording(
              en: "'\(row["means"])' is no period; it is open, yearly, monthly or daily",
              zh: "“\(row["means"])”不是时间；可用 open、年、月或日"))
        }
        periods[row["word"]] = period
      default:
        throw row.error(
          "role",
          Wording(
            en: "role '\(row["role"])' is not column, status, period or unit",
            zh: "role 一栏的“\(row["role"])”不是 column、status、period 或 unit"))
      }
    }
    self.columns = columns
    self.statuses = statuses
    self.periods = periods
    self.units = units
  }

  private static func period(_ code: String) -> Period? {
    code == "open" ? .interval(from: nil, to: nil) : code.isEmpty ? nil : Period(text: code)
  }
}
