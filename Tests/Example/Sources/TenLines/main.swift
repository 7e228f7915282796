import Foundation
import Yuebao

let lexicon = try Lexicon.builtIn()
let text = "江苏省南通市总工会今年上半年帮扶困难职工1200余名，发放帮扶资金近44万元。"
guard let date = CalendarDate("2025-07-12") else { fatalError("no such day") }
let page = Page(document: "nantong", text: text, date: date)
let result = Loader(lexicon: lexicon).read(page)
let aggregator = Aggregator(lexicon: lexicon)
let reports = try aggregator.reports(of: result)
for report in reports {
  let comparisons = try aggregator.comparisons(of: report, among: reports)
  let files = ReportWriter().files(of: report, comparisons: comparisons, among: reports)
  for file in files where file.name == "digest.md" {
    print(String(decoding: file.bytes, as: UTF8.self).prefix { $0 != "\n" })
  }
}
print(
  String(decoding: FactsCSV.bytes(of: result.facts, style: .plain), as: UTF8.self), terminator: "")
