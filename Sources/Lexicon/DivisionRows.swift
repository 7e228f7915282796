import FactModel

/// `divisions.csv`: the gazetteer, and the names that a text may use.
struct DivisionRows: Sendable {
  struct Row {
    let code: Int
    /// The place in the gazetteer.
    var division = 0
    /// Where the units of the names stand in `units`.
    let name: Range<Int>
    let short: Range<Int>
    let hasOwnShort: Bool
  }

  /// A row for each short name of a division, with its full name.
  let rows: [Row]
  /// The units of all names.
  let units: FixedTable<UInt16>
  let gazetteer: Gazetteer

  init(table text: TableText) throws(LexiconError) {
    let table = try WordTable(
      name: "divisions.csv", text: text, columns: ["code", "name", "short"], key: ["code"])
    let (codeColumn, nameColumn) = (table.places[0], table.places[1])
    let shortColumn = table.places[2]
    var rows: [Row] = []
    var names: [String] = []
    var units: [UInt16] = []
    for row in table.rows {
      let code = try row.number(codeColumn)
      let text = row[nameColumn]
      let name = DivisionRows.append(row, nameColumn, to: &units)
      let shorts = DivisionRows.append(row, shortColumn, to: &units)
      var start = shorts.lowerBound
      while start < shorts.upperBound {
        var end = start
        while end < shorts.upperBound, units[end] != 0x2F { end += 1 }
        if end > start {
          let isOwn = !units[start..<end].elementsEqual(units[name])
          rows.append(Row(code: code, name: name, short: start..<end, hasOwnShort: isOwn))
          names.append(text)
        }
        start = end + 1
      }
    }
    gazetteer = DivisionRows.gazetteer(of: rows, names)
    for place in rows.indices {
      rows[place].division = gazetteer.index(ofCode: rows[place].code) ?? 0
    }
    self.rows = rows
    self.units = FixedTable(units)
  }

  /// Puts the units of a cell behind others; returns where they stand.
  private static func append(_ row: WordRow, _ column: Int, to units: inout [UInt16]) -> Range<Int>
  {
    let start = units.count
    row.withUnits(column) { for unit in $0 { units.append(unit) } }
    return start..<units.count
  }

  private static func gazetteer(of rows: [Row], _ names: [String]) -> Gazetteer {
    var provinces: [Int: String] = [:]
    for (row, name) in zip(rows, names) where row.code % 10_000 == 0 && provinces[row.code] == nil {
      provinces[row.code] = name
    }
    // Those of a province stand together.
    var (code, province): (Int, String?) = (-1, nil)
    return Gazetteer(
      divisions: zip(rows, names).map { row, name in
        if row.code / 10_000 != code {
          code = row.code / 10_000
          province = provinces[code * 10_000]
        }
        return Division(code: row.code, name: name, province: province ?? name)
      })
  }
}
