import FactModel
import Languages

/// The names under which the divisions of the gazetteer are found in a text.
struct PlaceNames {
  let gazetteer: Gazetteer
  let entries: [(String, Entry)]
  /// A former name and the name that replaced it.
  let formerNames: [String: String]

  private struct Row {
    let code: Int
    let name: String
    let short: String
  }

  init(divisions: [UInt8], renamed: [UInt8]) throws(LexiconError) {
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

    var full: [String: [Int]] = [:]
    var short: [String: [Int]] = [:]
    for row in rows {
      guard let index = gazetteer.index(ofCode: row.code) else { continue }
      full[row.name, default: []].append(index)
      let isDistinct = row.short != row.name && row.short.unicodeScalars.count > 1
      if isDistinct { short[row.short, default: []].append(index) }
    }
    var former: [String: String] = [:]
    var changed: [String: [Int]] = [:]
    let known = Set(full.keys)
    try PlaceNames.addFormerNames(renamed, gazetteer, known, &full, &former)
    PlaceNames.addChangedSuffixes(rows, gazetteer, known, &changed, &former)
    // Such a name is no official one (贵安新区 does not hold 安新): it needs support, as a short name does.
    short.merge(changed) { $0 + $1 }
    formerNames = former
    entries =
      full.sorted { $0.key < $1.key }.map { ($0, .division(candidates: $1, isFull: true)) }
      + short.sorted { $0.key < $1.key }.filter { full[$0.key] == nil }
      .map { ($0, .division(candidates: $1, isFull: false)) }
  }

  private static func rows(_ bytes: [UInt8]) throws(LexiconError) -> [Row] {
    let table = try WordTable(
      name: "divisions.csv", bytes: bytes, columns: ["code", "name", "short"], key: ["code"])
    var rows: [Row] = []
    for row in table.rows {
      let code = try row.number("code")
      for short in row["short"].split(separator: "/") {
        rows.append(Row(code: code, name: row["name"], short: String(short)))
      }
    }
    return rows
  }

  /// Names that the official renamings list.
  private static func addFormerNames(
    _ bytes: [UInt8], _ gazetteer: Gazetteer, _ known: Set<String>, _ full: inout [String: [Int]],
    _ former: inout [String: String]
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
      // 城区, 郊区, 矿区 were names of several districts, and are words.
      if row["name"].unicodeScalars.count < 3 || known.contains(row["name"]) { continue }
      full[row["name"], default: []].append(index)
      former[row["name"]] = gazetteer.divisions[index].name
    }
  }

  /// A county that became a city or a district is still found under its name with the former suffix.
  private static func addChangedSuffixes(
    _ rows: [Row], _ gazetteer: Gazetteer, _ known: Set<String>, _ full: inout [String: [Int]],
    _ former: inout [String: String]
  ) {
    // Several divisions may share such a name: 江城县 of 江城区 and of 江城哈尼族彝族自治县.
    let official = former
    for row in rows where row.code % 10_000 != 0 && row.short.unicodeScalars.count > 1 {
      guard row.short != row.name, let index = gazetteer.index(ofCode: row.code) else { continue }
      let suffixes = row.code % 100 == 0 ? ["地区"] : ["县", "市", "区"]
      for suffix in suffixes where !row.short.hasSuffix(suffix) {
        let name = row.short + suffix
        if known.contains(name) || official[name] != nil { continue }
        full[name, default: []].append(index)
        former[name] = row.name
      }
    }
  }
}
