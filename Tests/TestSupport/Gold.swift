import FactModel
import Foundation

/// One annotated figure; a cell may name two readings that are equally right, parted by `|`.
package struct GoldFact {
  fileprivate let cells: [String: String]
  fileprivate let line: Int
  fileprivate let value: Amount?
  /// Costs nothing when it is missing and nothing when it is found.
  fileprivate let isOptional: Bool

  fileprivate init(_ cells: [String: String]) {
    self.cells = cells
    line = cells["line"].flatMap { Int($0) } ?? 0
    value = Amount(parsing: cells["value"] ?? "")
    isOptional = cells["optional"] == "yes"
  }

  fileprivate subscript(column: String) -> String { cells[column] ?? "" }
}

/// The facts of a set of documents as annotators wrote them down.
package struct Gold {
  /// The names of the documents, in order.
  package let documents: [String]
  private let facts: [String: [GoldFact]]

  /// Reads every `NAME.facts.csv` of a folder.
  package init(folder: URL) throws {
    let ending = ".facts.csv"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }.sorted()
    if names.isEmpty { throw TestSupportError("no gold is in \(folder.lastPathComponent)") }
    var facts: [String: [GoldFact]] = [:]
    for name in names {
      let file = folder.appendingPathComponent(name + ending)
      facts[name] = try Table(contentsOf: file).rows.map(GoldFact.init)
    }
    documents = names
    self.facts = facts
  }

  /// How well a reading agrees with the annotations.
  ///
  /// - Parameter pages: the texts by document, to find runs of digits that nothing accounts for.
  package func score(of result: LoadResult, pages: [String: String] = [:]) -> GoldScore {
    let said = Dictionary(grouping: result.facts, by: \.provenance.document)
    let excluded = Dictionary(grouping: result.exclusions, by: \.document)
    var score = GoldScore()
    for document in documents {
      let own = said[document] ?? []
      score.count(gold: facts[document] ?? [], said: own, document: document)
      guard let page = pages[document] else { continue }
      var raws: [Int: [String]] = [:]
      for fact in own { raws[fact.provenance.line, default: []].append(fact.provenance.raw) }
      for exclusion in excluded[document] ?? [] {
        raws[exclusion.line, default: []].append(exclusion.raw)
      }
      score.count(digits: DigitCover(page: page, raws: raws), document: document)
    }
    return score
  }
}

/// Which columns of a found figure must be right as well.
private enum Column: String, CaseIterable {
  case kind, high = "value_high", unit, qualifier, place, province, program, period, status

  func said(_ fact: Fact) -> String {
    switch self {
    case .kind: fact.kind.rawValue
    case .high: fact.quantity.high?.description ?? ""
    case .unit: fact.quantity.unit.name
    case .qualifier: fact.quantity.qualifier.rawValue
    case .place: fact.place.name
    case .province: fact.place.province
    case .program: fact.program
    case .period: fact.period.text
    case .status: fact.status.rawValue
    }
  }

  func agrees(_ gold: GoldFact, _ fact: Fact) -> Bool {
    let printed = gold[rawValue].trimmingCharacters(in: .whitespaces)
    let right = printed.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    let answer = said(fact)
    if right.contains(answer) { return true }
    switch self {
    case .period:
      return right.contains { Stretch($0) == Stretch(answer) }
    case .place:
      // 江山市 and 浙江省江山市 are one place.
      return !printed.isEmpty && !answer.isEmpty
        && (printed.hasSuffix(answer) || answer.hasSuffix(printed))
    default:
      return false
    }
  }
}

/// A period by its first and last day, so that 2024 and 2024-01/2024-12 are one.
private enum Stretch: Equatable {
  case days(from: String?, to: String?)
  /// `yearly` and the like, or no period.
  case word(String)

  init(_ text: String) {
    let ends = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard !text.isEmpty, ends.count < 3, ends.allSatisfy({ $0.isEmpty || CalendarDate($0) != nil })
    else {
      self = .word(text)
      return
    }
    self = .days(
      from: Stretch.filled(ends[0], "-01-01"), to: Stretch.filled(ends[ends.count - 1], "-12-31"))
  }

  private static func filled(_ date: String, _ rest: String) -> String? {
    date.isEmpty ? nil : date + rest.dropFirst(date.count - 4)
  }
}

/// What agrees and what does not; the sums of all documents counted so far.
package struct GoldScore {
  package private(set) var required = 0
  private var found = 0
  private var strictlyFound = 0
  private var said = 0
  private var right = 0
  private var columns: [String: Int] = [:]
  private var digits = 0
  private var accountedDigits = 0
  /// What was missed, invented or read wrong, a line each.
  package private(set) var misses: [String] = []

  package init() {}

  package var recall: Double { ratio(found, required) }
  package var precision: Double { ratio(right, said) }
  package var f1: Double { mean(recall, precision) }
  /// F1 where every column of a figure must be right as well; optional figures stay out of it.
  package var strictF1: Double {
    mean(ratio(strictlyFound, required), ratio(strictlyFound, said - (right - found)))
  }
  /// The share of runs of digits that lie inside a fact or an exclusion of their line.
  package var accounted: Double { ratio(accountedDigits, digits) }

  /// The share of required figures found whose column is right.
  package func agreement(_ column: String) -> Double { ratio(columns[column] ?? 0, found) }

  /// All numbers in one line.
  package var summary: String {
    let shares = (Column.allCases.map(\.rawValue) + ["label", "part_of"])
      .map { "\($0) \(short(agreement($0)))" }
    return "recall \(short(recall)) precision \(short(precision)) F1 \(short(f1)) "
      + "strict \(short(strictF1)) accounted \(short(accounted)) of \(digits) (\(required) facts); "
      + shares.joined(separator: " ")
  }

  private func short(_ share: Double) -> String { String(format: "%.4f", share) }

  private func ratio(_ part: Int, _ whole: Int) -> Double {
    whole > 0 ? Double(part) / Double(whole) : 1
  }

  private func mean(_ one: Double, _ other: Double) -> Double {
    one + other > 0 ? 2 * one * other / (one + other) : 0
  }

  // MARK: Counting

  fileprivate mutating func count(gold: [GoldFact], said facts: [Fact], document: String) {
    let partner = Pairing(gold, facts).partner
    for (index, annotated) in gold.enumerated() where !annotated.isOptional {
      required += 1
      if let fact = partner[index].map({ facts[$0] }) {
        count(annotated, fact, document)
      } else {
        misses.append("missed \(document):\(annotated.line) \(annotated["raw"])")
      }
    }
    said += facts.count
    let used = Set(partner.values)
    right += used.count
    for (index, fact) in facts.enumerated() where !used.contains(index) {
      misses.append("invented \(document):\(fact.provenance.line) \(fact.provenance.raw)")
    }
  }

  private mutating func count(_ annotated: GoldFact, _ fact: Fact, _ document: String) {
    found += 1
    let wrong = Column.allCases.filter { !$0.agrees(annotated, fact) }
    for column in Column.allCases where !wrong.contains(column) {
      columns[column.rawValue, default: 0] += 1
    }
    if Pairing.namesSame(annotated["label"], fact.label) { columns["label", default: 0] += 1 }
    if annotated["part_of"].isEmpty == (fact.partOf == nil) {
      columns["part_of", default: 0] += 1
    }
    strictlyFound += wrong.isEmpty ? 1 : 0
    for column in wrong {
      misses.append(
        "wrong \(document):\(annotated.line) \(annotated["raw"]) \(column.rawValue): "
          + "\(column.said(fact)), not \(annotated[column.rawValue])")
    }
  }

  fileprivate mutating func count(digits cover: DigitCover, document: String) {
    digits += cover.runs
    accountedDigits += cover.runs - cover.lost.count
    misses += cover.lost.map { "lost \(document):\($0)" }
  }
}

/// Gives each annotated figure at most one said one of the same value near its line; the pairs that
/// agree most come first.
private struct Pairing {
  /// By the index of the annotated figure, the index of the said one.
  let partner: [Int: Int]

  init(_ gold: [GoldFact], _ facts: [Fact]) {
    var candidates: [(score: Int, gold: Int, said: Int)] = []
    for (index, annotated) in gold.enumerated() {
      for (place, fact) in facts.enumerated() where Pairing.mayBe(annotated, fact) {
        candidates.append((Pairing.closeness(annotated, fact), index, place))
      }
    }
    candidates.sort { ($1.score, $0.gold, $0.said) < ($0.score, $1.gold, $1.said) }
    var partner: [Int: Int] = [:]
    var taken: Set<Int> = []
    for pair in candidates where partner[pair.gold] == nil && !taken.contains(pair.said) {
      partner[pair.gold] = pair.said
      taken.insert(pair.said)
    }
    self.partner = partner
  }

  private static func mayBe(_ annotated: GoldFact, _ fact: Fact) -> Bool {
    abs(annotated.line - fact.provenance.line) <= 1 && annotated.value == fact.quantity.value
  }

  private static func closeness(_ annotated: GoldFact, _ fact: Fact) -> Int {
    let signs = [
      annotated.line == fact.provenance.line, annotated["raw"] == fact.provenance.raw,
      namesSame(annotated["label"], fact.label),
    ]
    return 10 * signs.count { $0 } + Column.allCases.count { $0.agrees(annotated, fact) }
  }

  /// Whether two labels share two neighbouring characters, or one lies inside the other.
  static func namesSame(_ one: String, _ other: String) -> Bool {
    if one.isEmpty || other.isEmpty { return one == other }
    if one.contains(other) || other.contains(one) { return true }
    let signs = Array(one)
    return zip(signs, signs.dropFirst()).contains { other.contains(String([$0, $1])) }
  }
}

/// Which runs of digits of a page lie inside what was read on their line.
package struct DigitCover {
  package private(set) var runs = 0
  /// The line and the digits of every run that nothing covers.
  package private(set) var lost: [String] = []

  /// - Parameter raws: by line, from 1, the printed texts of its facts and exclusions.
  package init(page: String, raws: [Int: [String]]) {
    let text = page.hasPrefix("\u{FEFF}") ? String(page.dropFirst()) : page
    // CRLF is one Character.
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    for (index, line) in lines.enumerated() {
      let units = Array(line.utf16)
      let spans = (raws[index + 1] ?? []).flatMap {
        DigitCover.places(of: Array($0.utf16), in: units)
      }
      for run in DigitCover.digitRuns(units) {
        runs += 1
        let isCovered = spans.contains {
          $0.lowerBound <= run.lowerBound && run.upperBound <= $0.upperBound
        }
        if isCovered { continue }
        lost.append("\(index + 1) \(String(decoding: units[run], as: UTF16.self))")
      }
    }
  }

  private static func places(of raw: [UInt16], in line: [UInt16]) -> [Range<Int>] {
    guard !raw.isEmpty, raw.count <= line.count else { return [] }
    return (0...(line.count - raw.count)).compactMap { start in
      line[start..<start + raw.count].elementsEqual(raw) ? start..<start + raw.count : nil
    }
  }

  private static func digitRuns(_ line: [UInt16]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for (place, unit) in line.enumerated() where isDigit(unit) {
      if let last = runs.last, last.upperBound == place {
        runs[runs.count - 1] = last.lowerBound..<place + 1
      } else {
        runs.append(place..<place + 1)
      }
    }
    return runs
  }

  private static func isDigit(_ unit: UInt16) -> Bool {
    (0x30...0x39).contains(unit) || (0xFF10...0xFF19).contains(unit)
  }
}
