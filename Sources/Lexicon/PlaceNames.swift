import FactModel
import Languages

/// The names under which the divisions of the gazetteer are found in a text.
struct PlaceNames {
  let gazetteer: Gazetteer
  /// The former names, each the number of a word with a place of the gazetteer.
  private(set) var former: [(word: Int, division: Int)] = []

  /// The divisions that bear a name: nearly always one.
  private struct Bearers {
    let word: Int
    let first: Int
    var others: [Int] = []
    var isFull = false
    var isFormer = false
  }

  private var bearers: [Bearers] = []
  /// By the number of a word the place in `bearers`, or -1.
  private var bearerOf: [Int32] = []

  /// Adds the names to the words that there are.
  init(
    _ divisions: DivisionRows, renamed: TableText, to builder: LexiconBuilder
  ) throws(LexiconError) {
    let (rows, units) = (divisions.rows, divisions.units)
    gazetteer = divisions.gazetteer
    bearers.reserveCapacity(rows.count * 4)
    for row in rows { add(units[row.name], row.division, isFull: true, to: builder) }
    let official = bearers.count
    try addFormerNames(renamed, official: official, to: builder)
    let full = bearers.count
    for row in rows where row.hasOwnShort && row.short.count > 1 {
      // A short name that is some division's full one means that division.
      if let known = bearer(of: units[row.short], builder), known < full { continue }
      add(units[row.short], row.division, to: builder)
    }
    addChangedSuffixes(rows, units, full: full, to: builder)
    addEntries(to: builder)
    bearers = []
    bearerOf = []
  }

  private func addEntries(to builder: LexiconBuilder) {
    // Names of one division share one list.
    let alone = gazetteer.divisions.indices.map { [$0] }
    for bearer in bearers {
      let candidates = bearer.others.isEmpty ? alone[bearer.first] : [bearer.first] + bearer.others
      builder.add(
        bearer.word,
        .division(candidates: candidates, isFull: bearer.isFull, isFormer: bearer.isFormer))
    }
  }

  /// The place in `bearers` of a name that some division bears.
  private func bearer(of name: UnsafeBufferPointer<UInt16>, _ builder: LexiconBuilder) -> Int? {
    guard let word = builder.words.number(of: name), word < bearerOf.count, bearerOf[word] >= 0
    else { return nil }
    return Int(bearerOf[word])
  }

  private mutating func add(
    _ name: UnsafeBufferPointer<UInt16>, _ division: Int, isFull: Bool = false,
    isFormer: Bool = false, to builder: LexiconBuilder
  ) {
    let word = builder.number(of: name)
    while bearerOf.count <= word { bearerOf.append(-1) }
    if bearerOf[word] < 0 {
      bearerOf[word] = Int32(bearers.count)
      bearers.append(Bearers(word: word, first: division))
    }
    let index = Int(bearerOf[word])
    // A division with two short names has two rows.
    if (bearers[index].others.last ?? bearers[index].first) != division {
      bearers[index].others.append(division)
    }
    if isFull { bearers[index].isFull = true }
    if isFormer {
      bearers[index].isFormer = true
      former.append((word, division))
    }
  }

  /// Names that the official renamings list.
  private mutating func addFormerNames(
    _ text: TableText, official: Int, to builder: LexiconBuilder
  ) throws(LexiconError) {
    let table = try WordTable(
      name: "divisions-renamed.csv", text: text, columns: ["until", "name", "code"],
      key: ["name", "code"])
    for row in table.rows {
      guard let index = gazetteer.index(ofCode: try row.number(table.places[2])) else {
        throw row.error(
          "code",
          Wording(en: "no division has the code '\(row["code"])'", zh: "没有代码为“\(row["code"])”的区划"))
      }
      row.withUnits(table.places[1]) { name in
        // 城区, 郊区, 矿区 were names of several districts, and are words; 盘县 is none.
        if name.count < 3, name.last == PlaceNames.district { return }
        if let known = bearer(of: name, builder), known < official { return }
        add(name, index, isFull: true, isFormer: true, to: builder)
      }
    }
  }

  private static let district = "区".utf16.first

  private static let region = [Array("地区".utf16)]
  /// 甘孜州 for 甘孜藏族自治州.
  private static let state = ["地区", "州"].map { Array($0.utf16) }
  private static let countySuffixes = ["县", "市", "区"].map { Array($0.utf16) }

  /// A county that became a city or a district is still found under its name with the former suffix.
  ///
  /// Such a name is no official one (贵安新区 does not hold 安新): it needs support, as a short name does. Several
  /// divisions may share it: 江城县 of 江城区 and of 江城哈尼族彝族自治县.
  private mutating func addChangedSuffixes(
    _ rows: [DivisionRows.Row], _ units: FixedTable<UInt16>, full: Int,
    to builder: LexiconBuilder
  ) {
    let (region, state, county) = (
      PlaceNames.region, PlaceNames.state, PlaceNames.countySuffixes
    )
    let name = UnsafeMutableBufferPointer<UInt16>.allocate(capacity: units.count + 2)
    defer { name.deallocate() }
    for row in rows where row.code % 10_000 != 0 && row.hasOwnShort && row.short.count > 1 {
      let short = units[row.short]
      _ = name.update(from: short)
      let isState = units[row.name].last == 0x5DDE
      for suffix in row.code % 100 > 0 ? county : isState ? state : region
      where !short.suffix(suffix.count).elementsEqual(suffix) {
        let length = short.count + suffix.count
        for place in suffix.indices { name[short.count + place] = suffix[place] }
        let name = UnsafeBufferPointer(rebasing: name[..<length])
        if let known = bearer(of: name, builder), known < full { continue }
        add(name, row.division, isFormer: true, to: builder)
      }
    }
    withExtendedLifetime(units) {}
  }
}
