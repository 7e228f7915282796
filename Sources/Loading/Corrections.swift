import CSVFormat
import FactModel
import Languages
import Lexicon

/// An editor's decision about one figure: a row of `corrections.csv`.
struct Correction {
  enum Column: String, CaseIterable {
    case kind, value
    case valueHigh = "value_high"
    case unit, qualifier, label, place, program, period, status
    case partOf = "part_of"
    /// The value is a reason of exclusion: the figure is no fact.
    case fact

    /// The column that a doubt is about; `nil` for doubts about rows.
    init?(of cause: Doubt.Cause) {
      switch cause {
      case .place: self = .place
      case .program: self = .program
      case .unit: self = .unit
      case .rate, .containment, .stock: self = .value
      case .row, .correction: return nil
      }
    }
  }
  var document: String
  var line: Int
  var raw: String
  var column: Column
  var value: String
  var who: String
  var why: String
  /// Where the row stands in its file.
  var position: TextPosition

  /// Whether it decides what a doubt is about, be it for the reading that stood.
  func settles(_ doubt: Doubt) -> Bool {
    document == doubt.document && line == doubt.line && raw == doubt.raw
      && (column == .fact || column == Column(of: doubt.cause))
  }
}

/// The editors' decisions, applied on every run.
///
/// A row names a figure by document, line and printed text, the column it changes, the new value, who decided and why.
/// A row that matches no figure, or whose value the column cannot take, is a doubt; it never stops a run. A row
/// that decides what a doubt is about settles the doubt.
///
/// ```swift
/// let table = "document,line,raw,column,value,who,why\np1,1,30名,program,other,王编辑,试一试\n"
/// let lexicon = try Lexicon.builtIn()
/// let page = Page(
///   document: "p1", text: "江苏省南通市总工会慰问困难职工30名。", date: CalendarDate("2025-07-12")!)
/// var result = Loader(lexicon: lexicon).read(page)
/// try Corrections(bytes: Array(table.utf8), path: "corrections.csv").apply(to: &result, lexicon: lexicon)
/// assert(result.facts[0].program == "other" && result.doubts.isEmpty)
/// ```
public struct Corrections: Sendable {
  private let path: String
  private let rows: [Correction]
  private static let header = ["document", "line", "raw", "column", "value", "who", "why"]

  /// Reads the table.
  ///
  /// - Throws: `LoadingError` where the table is broken or a column is missing, with line and column.
  public init(bytes: [UInt8], path: String) throws(LoadingError) {
    self.path = path
    let records = try LoadingError.records(of: bytes, path: path)
    let names = records.first?.cells ?? []
    let columns = Dictionary(
      names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    for name in Corrections.header where columns[name] == nil {
      throw LoadingError(
        path: path,
        message: Wording(
          en: "column '\(name)' is missing; corrections have ",
          zh: "缺少 \(name) 一栏；更正表的各栏是 ")
          + Wording(verbatim: Corrections.header.joined(separator: ",")))
    }
    var rows: [Correction] = []
    for record in records.dropFirst() {
      rows.append(try Corrections.row(record, columns, path))
    }
    self.rows = rows
  }

  private static func row(
    _ record: CSVRecord, _ columns: [String: Int], _ path: String
  ) throws(LoadingError) -> Correction {
    func cell(_ name: String) -> String {
      columns[name].flatMap { $0 < record.cells.count ? record.cells[$0] : nil } ?? ""
    }
    func error(_ name: String, _ message: Wording) -> LoadingError {
      let index = min(columns[name] ?? 0, record.positions.count - 1)
      let position = record.positions[index]
      return LoadingError(
        path: path, line: position.line, column: position.column, message: message)
    }
    guard let line = Int(cell("line")) else {
      throw error(
        "line", Wording(en: "'\(cell("line"))' is no line number", zh: "“\(cell("line"))”不是行号"))
    }
    guard let column = Correction.Column(rawValue: cell("column")) else {
      let known = Correction.Column.allCases.map(\.rawValue).joined(separator: ", ")
      throw error(
        "column",
        Wording(
          en: "column '\(cell("column"))' cannot be corrected; it is one of \(known)",
          zh: "不能更正“\(cell("column"))”这一栏；可以更正的有 \(known)"))
    }
    return Correction(
      document: cell("document"), line: line, raw: cell("raw"), column: column,
      value: cell("value"), who: cell("who"), why: cell("why"), position: record.positions[0])
  }

  /// Applies the rows to what was read; what does not fit becomes a doubt.
  public func apply(to result: inout LoadResult, lexicon: Lexicon) {
    var places: [String: [Int]] = [:]
    for (index, fact) in result.facts.enumerated() {
      places[Corrections.key(fact.provenance.document, fact.provenance.line), default: []].append(
        index)
    }
    var dropped: Set<Int> = []
    var applied: [Correction] = []
    for row in rows {
      let candidates = places[Corrections.key(row.document, row.line)] ?? []
      let index = candidates.first { result.facts[$0].provenance.raw == row.raw }
      if let fault = Corrections.carryOut(row, at: index, of: &result, &dropped, lexicon) {
        result.doubts.append(doubt(row, result, fault))
      } else {
        applied.append(row)
      }
    }
    result.doubts.removeAll { doubt in applied.contains { $0.settles(doubt) } }
    if !dropped.isEmpty {
      result.facts = result.facts.enumerated().filter { !dropped.contains($0.offset) }.map(
        \.element)
    }
  }

  /// Carries out one row on the fact that it names.
  ///
  /// - Returns: why it cannot be, or `nil`.
  private static func carryOut(
    _ row: Correction, at index: Int?, of result: inout LoadResult, _ dropped: inout Set<Int>,
    _ lexicon: Lexicon
  ) -> Wording? {
    guard let index else {
      return Wording(
        en: "this correction matches no figure; check document, line and raw",
        zh: "这条更正找不到对应的数字，请核对文件名、行号和原文")
    }
    if row.column != .fact {
      return change(&result.facts[index], row, lexicon)
        ? nil
        : Wording(
          en: "'\(row.value)' cannot stand in column \(row.column.rawValue)",
          zh: "“\(row.value)”不能写进 \(row.column.rawValue) 一列")
    }
    guard let reason = Exclusion.Reason(rawValue: row.value) else {
      return Wording(en: "'\(row.value)' is no reason of exclusion", zh: "“\(row.value)”不是排除的缘由")
    }
    dropped.insert(index)
    result.exclusions.append(exclusion(result.facts[index], reason))
    return nil
  }

  private static func key(_ document: String, _ line: Int) -> String { "\(line)\u{1F}\(document)" }

  private static func exclusion(_ fact: Fact, _ reason: Exclusion.Reason) -> Exclusion {
    let source = fact.provenance
    return Exclusion(
      document: source.document, line: source.line, column: source.column, raw: source.raw,
      reason: reason, month: source.month)
  }

  private func doubt(_ row: Correction, _ result: LoadResult, _ message: Wording) -> Doubt {
    let month =
      result.documents.first { $0.name == row.document }?.month ?? result.documents.first?.month
    return Doubt(
      cause: .correction, document: row.document, line: row.line, column: 1, raw: row.raw,
      chosen: "", other: row.value,
      message: message
        + Wording(en: " (\(path):\(row.position.line))", zh: "（\(path):\(row.position.line)）"),
      month: month ?? CalendarDate.unknown.yearMonth)
  }

  /// Whether the value could be put into the column.
  private static func change(_ fact: inout Fact, _ row: Correction, _ lexicon: Lexicon) -> Bool {
    func set<Value>(_ path: WritableKeyPath<Fact, Value>, _ value: Value?) -> Bool {
      guard let value else { return false }
      fact[keyPath: path] = value
      return true
    }
    let done: Bool
    switch row.column {
    case .kind: done = set(\.kind, Kind(rawValue: row.value))
    case .value: done = set(\.quantity.value, Amount(parsing: row.value))
    case .valueHigh:
      done = set(
        \.quantity.high, row.value.isEmpty ? .some(nil) : Amount(parsing: row.value).map { $0 })
    case .unit: done = set(\.quantity.unit, row.value.isEmpty ? nil : Unit(name: row.value))
    case .qualifier: done = set(\.quantity.qualifier, Qualifier(rawValue: row.value))
    case .label: done = set(\.label, row.value)
    case .place: done = set(\.place, lexicon.division(named: row.value, near: fact.place))
    case .program:
      done = set(
        \.program, lexicon.programs.first { $0.id == row.value || $0.name == row.value }?.id)
    case .period: done = set(\.period, Period(text: row.value))
    case .status: done = set(\.status, Status(rawValue: row.value))
    case .partOf: done = set(\.partOf, row.value.isEmpty ? .some(nil) : .some(row.value))
    case .fact: done = false
    }
    if done { fact.note = [fact.note, note(row)].filter { !$0.isEmpty }.joined(separator: "；") }
    return done
  }

  private static func note(_ row: Correction) -> String {
    "\(row.column.rawValue) 由\(row.who.isEmpty ? "编辑" : row.who)改正"
      + (row.why.isEmpty ? "" : "：\(row.why)")
  }
}

extension Lexicon {
  /// The division of a full name; of several namesakes the one that shares most with another place's code.
  package func division(named name: String, near place: Division) -> Division? {
    let found = gazetteer.divisions.filter { $0.name == name }
    return found.first { $0.provinceCode == place.provinceCode }
      ?? (found.count == 1 ? found.first : nil)
  }
}
