import FactModel
import Languages
import TestSupport
import Testing

@testable import Aggregation

@Suite("A table of facts is added up as a report does it")
struct FactTableTests {
  private let divisions = [
    Place.zhejiang, Place.quzhou, Place.jiangshan, Place.hangzhou, Place.guangdong, Place.hubei,
    Division(code: 330_802, name: "柯城区", province: "浙江省"),
  ]

  private func table(_ text: String, blockSize: Int = 1 << 20) throws(TableError) -> FactTable {
    try FactTable(TableSource(name: "facts.csv", bytes: Array(text.utf8)), blockSize: blockSize)
  }

  private func decided(
    _ facts: [Fact], columns: [String] = FactRows.all, blockSize: Int = 1 << 20, threads: Int = 1
  ) throws -> TableTotals {
    try table(FactRows.text(of: facts, columns: columns), blockSize: blockSize).decidedTotals(
      threads: threads, labels: sampleLabels, divisions: divisions)
  }

  @Test(
    "The totals and the identity are those of the reports", arguments: Array(1...300) as [UInt64])
  func twin(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let facts = placed(randomFacts(seed: seed)).shuffled(using: &random)
    let reports = try sampleAggregator.reports(of: LoadResult(facts: facts))
    let totals = try decided(
      facts, blockSize: Int.random(in: 40...4000, using: &random),
      threads: Int.random(in: 1...3, using: &random))
    #expect(PlainTotal.all(of: totals) == PlainTotal.all(of: reports), "seed \(seed)")
    for verdict in Verdict.allCases {
      let count = reports.reduce(0) { $0 + $1.identity.count(verdict) }
      #expect(totals.identity.count(verdict) == count, "seed \(seed), \(verdict)")
    }
    #expect(totals.uncountedRates == uncountedRates(reports.flatMap(\.entries)), "seed \(seed)")
  }

  /// Rates of plans and rules, and those that repeat others.
  private func uncountedRates(_ entries: [ReportFact]) -> Int {
    entries.count { $0.verdict == .rate && !$0.isCounted }
  }

  @Test("Without offset, article, code and month likewise", arguments: Array(301...400) as [UInt64])
  func fewColumns(seed: UInt64) throws {
    // The month stands in the document's name then, a page is one article, and its rows stand in their order.
    let facts = placed(
      randomFacts(seed: seed).map { fact in
        var fact = fact
        fact.provenance.document = "\(fact.provenance.month)-\(fact.provenance.document)"
        fact.provenance.article = 0
        return fact
      })
    let reports = try sampleAggregator.reports(of: LoadResult(facts: facts))
    let totals = try decided(facts, columns: FactRows.plain)
    #expect(PlainTotal.all(of: totals) == PlainTotal.all(of: reports), "seed \(seed)")
  }

  @Test("What a report says of its facts gives its totals", arguments: Array(1...60) as [UInt64])
  func judged(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let reports = try sampleAggregator.reports(
      of: LoadResult(facts: placed(randomFacts(seed: seed))))
    let rows = reports.flatMap(\.entries).shuffled(using: &random)
    let text = FactRows.text(of: rows)
    for threads in 1...3 {
      let totals = try table(text, blockSize: Int.random(in: 40...4000, using: &random))
        .judgedTotals(threads: threads)
      #expect(PlainTotal.all(of: totals) == PlainTotal.all(of: reports), "seed \(seed)")
      #expect(totals.uncountedRates == uncountedRates(rows), "seed \(seed)")
      for verdict in Verdict.allCases {
        #expect(totals.identity.count(verdict) == rows.count { $0.verdict == verdict })
      }
    }
  }

  @Test("Rows that enter no total are handed on in their order, whatever the threads")
  func leftOut() throws {
    let facts = placed((1...12).flatMap { randomFacts(seed: $0) })
    let entries = try sampleAggregator.reports(of: LoadResult(facts: facts)).flatMap(\.entries)
    let rest = entries.filter { !$0.isCounted }
    let expected = FactRows.text(of: rest).split(separator: "\n").dropFirst()
    #expect(expected.count > 50)
    let plain = FactRows.text(of: entries.map(\.fact), columns: FactRows.all)
    for threads in 1...3 {
      var rows = ""
      _ = try table(FactRows.text(of: entries), blockSize: 300).judgedTotals(threads: threads) {
        rows += String(decoding: $0, as: UTF8.self)
      }
      #expect(rows.split(separator: "\n") == Array(expected))
      rows = ""
      _ = try table(plain, blockSize: 300).decidedTotals(
        threads: threads, labels: sampleLabels, divisions: divisions,
        leftOut: { rows += String(decoding: $0, as: UTF8.self) })
      let reasons = rows.split(separator: "\n").map {
        $0.split(separator: ",").last.map(String.init)
      }
      #expect(reasons == rest.map { Optional($0.verdict.rawValue) })
    }
  }

  @Test(
    "Quoted cells with separators, quotes and line breaks are one cell, wherever a block is cut")
  func quotes() throws {
    let facts = (1...40).map { line in
      fact(
        "\(line)", label: line % 3 == 0 ? "甲,\"乙\"\n丙\r\n丁" : "资金", at: Place.zhejiang,
        line: line, raw: "\"\(line)\"\n万,元")
    }
    let expected = try PlainTotal.all(
      of: sampleAggregator.reports(of: LoadResult(facts: placed(facts))))
    for blockSize in stride(from: 16, to: 400, by: 7) {
      for threads in 1...3 {
        let totals = try decided(placed(facts), blockSize: blockSize, threads: threads)
        #expect(
          PlainTotal.all(of: totals) == expected, "blocks of \(blockSize), \(threads) threads")
      }
    }
  }

  @Test("Sums beyond 64 bits are exact")
  func greatSums() throws {
    let facts = (1...30).map { fact("922337203685477.5807", line: $0, raw: "\($0)") }
    var rows = FactRows.text(of: facts, columns: FactRows.plain + ["month"]).split(separator: "\n")
    rows[0] += ",span,enters"
    for place in 1..<rows.count { rows[place] += ",month,total" }
    let totals = try table(rows.joined(separator: "\n")).judgedTotals(threads: 2)
    #expect(totals.rows.first?.total == Int128(Int64.max) * 30)
    #expect(totals.rows.first?.mean == Int128(Int64.max))
  }

  @Test(
    "A broken row stops with its place",
    arguments: [
      (
        "2025-07-a,1,x,funds,约5000,,CNY,exact,资金,浙江省,浙江省,safety,,actual,,", 4, 21,
        "is no plain decimal"
      ),
      (
        "2025-07-a,1,x,funds,\"1,200\",,CNY,exact,资金,浙江省,浙江省,safety,,actual,,", 4, 22,
        "is no plain decimal"
      ),
      ("2025-07-a,1,x,funds,5,,CNY,exact,资金,浙江省,浙江省,safety,,actual,", 4, 1, "15 cells where"),
      (
        "2025-07-a,1,x,funds,5,,CNY,circa,资金,浙江省,浙江省,safety,,actual,,", 4, 28,
        "'circa' is not known"
      ),
      ("2025-07-a,1,\"x\"y,funds,5,,CNY,exact,资金,浙江省,浙江省,safety,,actual,,", 4, 16, "text follows"),
      ("2025-07-a,1,\"x,funds,5,,CNY,exact,资金,浙江省,浙江省,safety,,actual,,", 4, 13, "never ends"),
      ("2025-07-a,1,x,funds,5,,CNY,exact,资金,无锡市,浙江省,safety,,actual,,", 4, 41, "no division '无锡市'"),
      ("page,1,x,funds,5,,CNY,exact,资金,浙江省,浙江省,safety,,actual,,", 4, 1, "no date stands"),
    ])
  func brokenRow(row: String, line: Int, column: Int, message: String) throws {
    let good = "2025-07-a,1,\"x\ny\",funds,5,,CNY,exact,资金,浙江省,浙江省,safety,,actual,,"
    let rest = Array(repeating: good.replacing("\"x\ny\"", with: "x"), count: 50)
    let text = ([FactRows.plain.joined(separator: ","), good, row] + rest)
      .joined(separator: "\n")
    for threads in 1...2 {
      let error = #expect(throws: TableError.self) {
        try table(text, blockSize: 256).decidedTotals(
          threads: threads, labels: sampleLabels, divisions: divisions)
      }
      #expect(error?.line == line)
      #expect(error?.column == column)
      #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
    }
  }

  @Test("A column that is missing or there twice is told")
  func columns() {
    #expect(throws: TableError.self) { try table("") }
    #expect(throws: TableError.self) { try table("kind,value,kind\n") }
    let error = #expect(throws: TableError.self) {
      try table("kind,value,month,span,enters\n").judgedTotals(threads: 1)
    }
    #expect(error?.description.contains("unit, qualifier, province") == true)
  }

  @Test(
    "The month of a document's name",
    arguments: [
      ("2025-07-12-p3", "2025-07"), ("gongrenribao-20240229-a1", "2024-02"), ("2025-07", "2025-07"),
      ("p-20240230-1", nil), ("2507-beijing", nil), ("120250712", nil), ("x2025-13", nil),
      ("1234-2025-07-x", "2025-07"),
    ])
  func monthOfName(name: String, month: String?) {
    let found = Array(name.utf8).withUnsafeBufferPointer { YearMonth(inName: $0) }
    #expect(found?.description == month)
  }

  @Test("Decimals in bytes are those of Amount", arguments: Array(1...20) as [UInt64])
  func decimals(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let signs = Array("0123456789012345.-, ".utf8)
      let bytes = (0..<Int.random(in: 0...20, using: &random)).map { _ in
        signs[Int.random(in: 0..<signs.count, using: &random)]
      }
      let found = (bytes + [0]).withUnsafeBufferPointer { buffer in
        buffer.baseAddress.flatMap { DecimalBytes.amount(from: $0, to: $0 + bytes.count) }
      }
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(found == Amount(parsing: text)?.tenThousandths, "'\(text)', seed \(seed)")
    }
  }
}

/// Rows of a table of facts, as a report writes them.
private enum FactRows {
  static let plain = [
    "document", "line", "raw", "kind", "value", "value_high", "unit", "qualifier", "label", "place",
    "province", "program", "period", "status", "part_of", "optional",
  ]
  static let all = plain + ["month", "article", "offset", "code"]

  static func text(of facts: [Fact], columns: [String]) -> String {
    let rows = facts.map { fact in columns.map { cell($0, of: fact) } }
    return ([columns] + rows).map { $0.map(quoted).joined(separator: ",") + "\n" }.joined()
  }

  static func text(of entries: [ReportFact]) -> String {
    let columns = plain + ["month", "code", "span", "enters", "see"]
    let rows = entries.map { entry in
      (plain + ["month", "code"]).map { cell($0, of: entry.fact) }
        + [entry.span.rawValue, entry.verdict.rawValue, entry.reference.map { "\($0)" } ?? ""]
    }
    return ([columns] + rows).map { $0.map(quoted).joined(separator: ",") + "\n" }.joined()
  }

  private static func quoted(_ text: String) -> String {
    text.contains { ",\"\n\r\r\n".contains($0) }
      ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }

  private static func cell(_ column: String, of fact: Fact) -> String {
    switch column {
    case "document": fact.provenance.document
    case "line": "\(fact.provenance.line)"
    case "raw": fact.provenance.raw
    case "kind": fact.kind.rawValue
    case "value": fact.quantity.value.description
    case "value_high": fact.quantity.high?.description ?? ""
    case "unit": fact.quantity.unit.name
    case "qualifier": fact.quantity.qualifier.rawValue
    case "label": fact.label
    case "place": fact.place.name
    case "province": fact.place.province
    case "program": fact.program
    case "period": fact.period.text
    case "status": fact.status.rawValue
    case "part_of": fact.partOf ?? ""
    case "optional": fact.isOptional ? "yes" : ""
    case "month": fact.provenance.month.description
    case "article": "\(fact.provenance.article)"
    case "offset": "\(fact.provenance.column)"
    default: "\(fact.place.code)"
    }
  }
}

/// A total by its words, for comparing.
private struct PlainTotal: Hashable {
  let group: String
  let facts: Int
  let amounts: [Int128?]

  static func all(of totals: TableTotals) -> Set<PlainTotal> {
    Set(
      totals.rows.map { row in
        let key = row.key
        let group = [
          totals.months[key.month], totals.provinces[key.province], totals.programs[key.program],
          key.kind.rawValue, totals.units[key.unit], key.span.rawValue,
        ]
        return PlainTotal(
          group: group.joined(separator: " "), facts: row.facts,
          amounts: [row.total, row.lowest, row.highest]
            + [row.minimum, row.maximum].map { $0.map { Int128($0) } })
      })
  }

  static func all(of reports: [Report]) -> Set<PlainTotal> {
    Set(
      reports.flatMap { report in
        report.totals.map { total in
          let key = total.key
          let group = [
            report.month.description, key.province.name, key.program, key.kind.rawValue,
            key.unit.name, key.span.rawValue,
          ]
          return PlainTotal(
            group: group.joined(separator: " "), facts: total.facts,
            amounts: [total.total, total.low, total.high, total.minimum, total.maximum]
              .map { $0.map { Int128($0.tenThousandths) } })
        }
      })
  }
}
