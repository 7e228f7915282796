import CSVFormat
import FactModel
import Foundation
import TestSupport

@testable import Loading

/// What holds of every fact sheet.
enum SheetProperties {
  /// A sheet of JSON, as one text and as a line each.
  static func check(_ bytes: [UInt8]) throws {
    try checkTwin(bytes)
    try check(bytes, .json, path: "sheet.json")
    try check(bytes, .json, path: "sheet.jsonl")
  }

  static func check(_ bytes: [UInt8], _ form: Source.Form, path: String) throws {
    let source = Source(
      form: form, path: path, document: "sheet", bytes: bytes, date: CalendarDate("2025-07"))
    let loader = try BuiltIn.loader
    let result: LoadResult
    do {
      result = try loader.read(source)
    } catch {
      try checkPlace(error.line, error.column, in: bytes)
      return
    }
    for fact in result.facts {
      try checkPlace(fact.provenance.line, fact.provenance.column, in: bytes)
      try PageProperties.check(fact, among: result.facts)
    }
    for exclusion in result.exclusions {
      try checkPlace(exclusion.line, exclusion.column, in: bytes)
    }
    for doubt in result.doubts { try checkPlace(doubt.line, doubt.column, in: bytes) }
    let again = try loader.read(source)
    try require(
      again.facts == result.facts && again.exclusions == result.exclusions
        && again.doubts == result.doubts, "a sheet says something else when read again")
  }

  private static func checkPlace(_ line: Int, _ column: Int, in bytes: [UInt8]) throws {
    try require(line >= 1 && column >= 1, "something is at \(line):\(column)")
    // A text of another encoding has other lines than its bytes tell.
    if bytes.contains(0) || String(validating: bytes, as: UTF8.self) == nil { return }
    let lines = bytes.count { $0 == 10 || $0 == 13 } + 1
    try require(line <= lines, "something is on line \(line) of \(lines)")
  }

  /// Foundation's reader as the slow twin. It takes more than JSON, such as a comma too many: what it writes of a value,
  /// ours takes, with the same texts.
  private static func checkTwin(_ text: [UInt8]) throws {
    guard String(validating: text, as: UTF8.self) != nil, !text.contains(0) else { return }
    let twin = try? JSONSerialization.jsonObject(with: Data(text), options: [.fragmentsAllowed])
    guard let twin else { return }
    let bytes = Array(
      try JSONSerialization.data(withJSONObject: twin, options: [.fragmentsAllowed]))
    var reader = JSONReader(bytes: bytes)
    do {
      guard let value = try reader.next() else {
        throw Violation(description: "no value is found where there is one")
      }
      try require(isSame(value, twin), "a value of JSON is read otherwise")
    } catch let error as JSONError {
      let isDeep = error.message.text(in: .english).contains("deep")
      try require(isDeep, "valid JSON is refused: \(error.message.text(in: .english))")
    }
  }

  private static func isSame(_ value: JSONValue, _ twin: Any) -> Bool {
    switch value.content {
    case .text(let text): return (twin as? String)?.utf16.elementsEqual(text.utf16) ?? false
    case .number, .bool: return twin is NSNumber || twin is Bool || twin is Double || twin is Int
    case .null: return twin is NSNull
    case .list(let values):
      guard let others = twin as? [Any], others.count == values.count else { return false }
      return zip(values, others).allSatisfy(isSame)
    case .object(let members):
      guard let others = twin as? [String: Any] else { return false }
      return others.count == members.count
        && members.allSatisfy { member in
          others[member.key].map { isSame(member.value, $0) } ?? false
        }
    }
  }
}
