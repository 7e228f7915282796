import FactModel
import Languages

/// The names under which the divisions of the gazetteer are found in a text.
struct PlaceNames {
  let gazetteer: Gazetteer
  /// The former names, each the number of a word with a place of the gazetteer.
  private(set) var former: [(word: Int, division: Int)] = []

  private struct Row {
    let code: Int
    let name: String
    let nameUnits: [UInt16]
    let short: [UInt16]
  }

  /// The divisions that bear a name.
  private struct Bearers {
    let word: Int
    var divisions: [Int] = []
    var isFull = false
    var isFormer = false
  }

  private var bearers: [Bearers] = []
  /// By the number of a word the place in `bearers`, or -1.
  private var bearerOf: [Int32] = []

  /// Adds the names to the words that there are.
  init(
    divisions: [UInt8], renamed: [UInt8], to builder: inout LexiconBuilder
  ) throws(LexiconError) {
    let rows = try PlaceNames.rows(divisions)
    let provinces = Dictionary(
      rows.filter { $0.code % 10_000 == 0 }.map { ($0.code, $0.name) },
      uniquingKeysWith: { first, _ in first })
    gazetteer = Gazetteer(
      divisions: rows.map { row in
        Division(
          code: row.code, name: row.name,
          province: provinces[row.code / 10_000 * 10_000] ?? row.name)
      })
    bearers.reserveCapacity(rows.count * 4)
    for row in rows {
      guard let index = gazetteer.index(ofCode: row.code) else { continue }
      add(row.nameUnits, index, isFull: true, to: &builder)
    }
    let official = bearers.count
    try addFormerNames(renamed, official: official, to: &builder)
    let full = bearers.count
    for row in rows where row.short != row.nameUnits && row.short.count > 1 {
      guard let index = gazetteer.index(ofCode: row.code) else { continue }
      // A short name that is some division's full one means that division.
      if let known = bearer(of: row.short, builder), known < full { continue }
      add(row.short, index, to: &builder)
    }
    addChangedSuffixes(rows, full: full, to: &builder)
    for bearer in bearers {
      builder.add(
        bearer.word,
        .division(
          candidates: bearer.divisions, isFull: bearer.isFull, isFormer: bearer.isFormer))
    }
    bearers = []
    bearerOf = []
  }

  /// The place in `bearers` of a name that some division bears.
  private func bearer(of name: [UInt16], _ builder: LexiconBuilder) -> Int? {
    guard let word = builder.words.number(of: name), word < bearerOf.count, bearerOf[word] >= 0
    else { return nil }
    return Int(bearerOf[word])
  }

  private mutating func add(
    _ name: [UInt16], _ division: Int, isFull: Bool = false, isFormer: Bool = false,
    to builder: inout LexiconBuilder
  ) {
    let word = builder.number(of: name)
    while bearerOf.count <= word { bearerOf.append(-1) }
    if bearerOf[word] < 0 {
      bearerOf[word] = Int32(bearers.count)
      bearers.append(Bearers(word: word))
    }
    let index = Int(bearerOf[word])
    // A division with two short names has two rows.
    if bearers[index].divisions.last != division { bearers[index].divisions.append(division) }
    if isFull { bearers[index].isFull = true }
    if isFormer {
      bearers[index].isFormer = true
      former.append((word, division))
    }
  }

  private static func rows(_ bytes: [UInt8]) throws(LexiconError) -> [Row] {
    let table = try WordTable(
      name: "divisions.csv", bytes: bytes, columns: ["code", "name", "short"], key: ["code"])
    var rows: [Row] = []
    for row in table.rows {
      let code = try row.number("code")
      let name = row["name"]
      let units = Array(name.utf16)
      for short in row.units("short").split(separator: 0x2F) {
        rows.append(Row(code: code, name: name, nameUnits: units, short: Array(short)))
      }
    }
    return rows
  }

  /// Names that the official renamings list.
  private mutating func addFormerNames(
    _ bytes: [UInt8], official: Int, to builder: inout LexiconBuilder
  ) throws(LexiconError) {
    let table = try WordTable(
      name: "divisions-renamed.csv", bytes: bytes, columns: ["until", "name", "code"],
      key: ["name", "code"])
    for row in table.rows {
      guard let index = gazetteer.index(ofCode: try row.number("code")) else {
        throw row.error(
          "code",
          Wording(en: "no division has the code '\(row["code"])'", zh: "没有代码为“\(row["code"])”的区划"))
      }
      let name = row.units("name")
      // 城区, 郊区, 矿区 were names of several districts, and are words; 盘县 is none.
      if name.count < 3, name.last == PlaceNames.district { continue }
      if let known = bearer(of: name, builder), known < official { continue }
      add(name, index, isFull: true, isFormer: true, to: &builder)
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
    _ rows: [Row], full: Int, to builder: inout LexiconBuilder
  ) {
    var name: [UInt16] = []
    for row in rows
    where row.code % 10_000 != 0 && row.short.count > 1 && row.short != row.nameUnits {
      guard let index = gazetteer.index(ofCode: row.code) else { continue }
      let isState = row.nameUnits.last == 0x5DDE
      let suffixes =
        row.code % 100 > 0
        ? PlaceNames.countySuffixes : isState ? PlaceNames.state : PlaceNames.region
      for suffix in suffixes where !row.short.suffix(suffix.count).elementsEqual(suffix) {
        name.removeAll(keepingCapacity: true)
        name += row.short
        name += suffix
        if let known = bearer(of: name, builder), known < full { continue }
        add(name, index, isFormer: true, to: &builder)
      }
    }
  }
}
