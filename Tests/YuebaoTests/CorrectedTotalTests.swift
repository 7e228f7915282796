import TestSupport
import Testing
import Yuebao

@Suite("A correction moves a figure between totals")
struct CorrectedTotalTests {
  private let text = "江苏省南通市总工会今年发放困难职工帮扶资金近44万元。"

  private func totals(_ rows: String) throws -> [String] {
    var result = try facts(in: text)
    let table = "document,line,raw,column,value,who,why\n" + rows
    let corrections = try Corrections(bytes: Array(table.utf8), path: "corrections.csv")
    corrections.apply(to: &result, lexicon: try BuiltIn.lexicon)
    let reports = try Aggregator(lexicon: try BuiltIn.lexicon).reports(of: result)
    return reports.flatMap(\.totals).map { total in
      let key = total.key
      return "\(key.province.name) \(key.program) \(total.total.map(\.description) ?? "-")"
    }
  }

  @Test(
    "To another province, another programme, another value, and out of the totals",
    arguments: [
      ("", ["江苏省 hardship-aid 440000"]),
      ("page,1,近44万元,place,江山市,李,\n", ["浙江省 hardship-aid 440000"]),
      ("page,1,近44万元,program,seasonal-care,李,\n", ["江苏省 seasonal-care 440000"]),
      ("page,1,近44万元,value,450000,李,\n", ["江苏省 hardship-aid 450000"]),
      ("page,1,近44万元,place,全国,李,\n", []), ("page,1,近44万元,status,planned,李,\n", []),
    ])
  func moves(rows: String, expected: [String]) throws {
    #expect(try totals(rows) == expected)
  }
}
