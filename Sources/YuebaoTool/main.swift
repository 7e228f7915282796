import CSVFormat
import FactModel
import Foundation
import Lexicon
import Loading
let args = CommandLine.arguments
let dir = args[1]
let loader = Loader(lexicon: try Lexicon.builtIn())
let man = try CSVReader.records(of: Array(Data(contentsOf: URL(fileURLWithPath: dir + "/manifest.csv"))))
var f = CSVWriter(style: .plain, header: ["document","line","raw","kind","value","value_high","unit","qualifier","label","place","province","program","period","status","part_of","optional","confidence"])
var x = CSVWriter(style: .plain, header: ["document","line","raw","reason"])
for r in man.dropFirst() {
  let p = dir + "/" + r.cells[0] + ".txt"
  guard let d = try? Data(contentsOf: URL(fileURLWithPath: p)) else { continue }
  let res = loader.read(Page(document: r.cells[0], text: String(decoding: d, as: UTF8.self), date: CalendarDate(r.cells[1])!))
  for a in res.facts {
    f.append([.text(a.provenance.document), .number("\(a.provenance.line)"), .text(a.provenance.raw), .text(a.kind.rawValue), .number(a.quantity.value.description), .text(a.quantity.high?.description ?? ""), .text(a.quantity.unit.name), .text(a.quantity.qualifier.rawValue), .text(a.label), .text(a.place.name), .text(a.place.province), .text(a.program), .text(a.period.text), .text(a.status.rawValue), .text(a.partOf ?? ""), .text(a.isOptional ? "yes" : ""), .number("\(a.confidence)")])
  }
  for e in res.exclusions { x.append([.text(e.document), .number("\(e.line)"), .text(e.raw), .text(e.reason.rawValue)]) }
}
try Data(f.bytes).write(to: URL(fileURLWithPath: args[2] + ".facts.csv"))
try Data(x.bytes).write(to: URL(fileURLWithPath: args[2] + ".excluded.csv"))
