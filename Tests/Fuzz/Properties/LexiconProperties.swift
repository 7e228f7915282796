import FactModel
import Lexicon
import Loading
import TestSupport

/// What holds of every word table of an editor.
enum LexiconProperties {
  /// The first byte names the table, the others are its text.
  static func check(_ bytes: [UInt8]) throws {
    guard let first = bytes.first else { return }
    let names = Lexicon.Tables.names
    let (name, path) = names[Int(first) % names.count]
    let text = Array(bytes.dropFirst())
    let lexicon: Lexicon
    do {
      var tables = try small.get()
      tables[keyPath: path] =
        Int(first) / names.count % 2 == 0
        ? text : Lexicon.Tables.joined(tables[keyPath: path], text)
      lexicon = try Lexicon(tables: tables)
    } catch let error as LexiconError {
      try require(error.line >= 1 && error.column >= 1, "an error at \(error.line):\(error.column)")
      return
    }
    for failure in try Examples(lexicon: lexicon).failures(of: text, named: name) {
      try require(failure.line >= 1, "an example fails on line \(failure.line)")
    }
    guard let date = PageProperties.date else { return }
    try PageProperties.check(Page(document: "page", text: page, date: date), with: lexicon)
  }

  /// The built-in tables with few rows of each, which are read in no time.
  private static let small = Result { () throws -> Lexicon.Tables in
    var tables = Lexicon.Tables.builtIn
    for (name, path) in Lexicon.Tables.names where name != "numerals.csv" {
      let lines = tables[keyPath: path].split(separator: 10, omittingEmptySubsequences: false)
      let kept = lines.enumerated().filter { index, line in
        if name == "divisions.csv" {
          return index == 0 || line.dropFirst(2).starts(with: "0000".utf8) || index < 9
        }
        if name == "populations.csv" || name == "programs.csv" { return true }
        return index < 9
      }
      tables[keyPath: path] = Array(kept.map(\.element).joined(separator: [10]))
    }
    return tables
  }

  private static let page = """
    北京市东城区总工会慰问职工1200余名
    本报讯 今年上半年，北京市总工会发放帮扶资金近44万元，其中大病救助28.6万元，占三分之二。
    第三届职工大会7月9日召开，一名职工领奖，驿站12家，培训3至5场、8次，服务覆盖超98%的职工，每年投入2亿元。
    """
}
