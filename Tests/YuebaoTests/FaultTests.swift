import Foundation
import TestSupport
import Testing

/// Every call of the operating system that a run makes fails once. Either the run says so, with the path, and leaves
/// what was there; or it needs the call for nothing, and does all of its work.
@Suite("A fault of the system")
struct FaultTests {
  private static let month = "2025-07"

  /// A folder with a page, its manifest and corrections, and the report of an older page.
  private func scratch() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write("江苏省南通市总工会慰问职工300名。\n", to: "in/p1.txt")
    try scratch.write("document,date\np1,2025-07-12\n", to: "in/manifest.csv")
    try scratch.write("document,line,raw,column,value,who,why\n", to: "in/corrections.csv")
    #expect(FaultySystem().run(line(scratch)) == 0)
    try scratch.write("江苏省南通市总工会慰问职工400名，发放资金5万元。\n", to: "in/p1.txt")
    return scratch
  }

  private func line(_ scratch: Scratch, _ words: [String] = []) -> [String] {
    ["report", scratch.folder.path + "/in", "--out", scratch.folder.path + "/out"] + words
  }

  @Test(
    "Each call of a report fails in turn: the old report or the new one stands there, and the path is told"
  )
  func walk() throws {
    let scratch = try scratch()
    defer { scratch.remove() }
    let old = try scratch.tree("out")
    let counting = FaultySystem()
    #expect(counting.run(line(scratch)) == 0)
    let new = try scratch.tree("out")
    #expect(old != new && old.keys.contains("2025-07/facts.csv"))
    var outcomes: [Int32: Int] = [:]
    for (number, call) in counting.calls.enumerated() {
      try scratch.restore(old, to: "out")
      let system = FaultySystem { $0.isSame(as: call) ? .refused(EIO) : nil }
      let code = system.run(line(scratch))
      let left = try scratch.tree("out")
      let months = left.filter { !$0.key.hasPrefix(".") }
      let told = "\(number) \(call.name) \(call.path): \(code) \(system.errors)"
      #expect(months == old || months == new, "neither old nor new: \(told)")
      #expect(code != 0 || months == new, "done, but not written: \(told)")
      if code != 0 || left != new {
        let name = call.path == "1" ? "-" : String(call.path.split(separator: "/").last ?? "")
        #expect(system.errors.contains(FaultTests.shown(name)), "the path is not told: \(told)")
        // The next run mends everything.
        #expect(FaultySystem().run(line(scratch)) == 0, "\(told)")
        #expect(try scratch.tree("out") == new, "something is left: \(told)")
      }
      outcomes[code, default: 0] += 1
    }
    #expect(outcomes[2] ?? 0 > 5 && outcomes[73] ?? 0 > 50, "\(outcomes)")
  }

  /// `.2025-07.new-123` is told as the month.
  private static func shown(_ name: String) -> String {
    name.hasPrefix(".2025-07.") ? month : name
  }

  @Test(
    "Signals between calls and calls that do a part change nothing",
    arguments: [FaultySystem.Fault.refused(EINTR), .short])
  func patience(fault: FaultySystem.Fault) throws {
    let scratch = try scratch()
    defer { scratch.remove() }
    let counting = FaultySystem()
    #expect(counting.run(line(scratch)) == 0)
    let new = try scratch.tree("out")
    for (number, call) in counting.calls.enumerated() {
      if fault == .short, call.name != "read", call.name != "write" { continue }
      let system = FaultySystem { $0.isSame(as: call) ? fault : nil }
      #expect(system.run(line(scratch)) == 0, "\(number) \(call): \(system.errors)")
      #expect(system.output == counting.output && system.errors == counting.errors, "\(number)")
      #expect(try scratch.tree("out") == new, "\(number) \(call)")
    }
  }

  @Test(
    "What the system says is told in words",
    arguments: [
      ("write", ENOSPC, "the disk is full"), ("create", EROFS, "cannot be written to"),
      ("create", EACCES, "access is not allowed"), ("create", EMFILE, "too many files"),
      ("write", EFBIG, "longer than is allowed"), ("synchronize", EIO, "the disk failed"),
      ("makeFolder", ENOSPC, "the disk is full"), ("exchange", EACCES, "not allowed"),
    ])
  func words(call: String, code: Int32, words: String) throws {
    let scratch = try scratch()
    defer { scratch.remove() }
    let old = try scratch.tree("out")
    let system = FaultySystem {
      $0.name == call && $0.path.contains("/out") ? .refused(code) : nil
    }
    #expect(system.run(line(scratch)) == 73)
    #expect(system.errors.contains(words) && system.errors.contains("/out/2025-07"))
    #expect(system.errors.contains("nothing was changed"))
    #expect(try scratch.tree("out") == old)
  }

  @Test("A page that may not be read is told before another is opened")
  func unreadable() throws {
    let scratch = try scratch()
    defer { scratch.remove() }
    try scratch.write("江苏省南通市总工会慰问职工400名。\n", to: "in/p0.txt")
    let line = ["facts", scratch.folder.path + "/in", "--date", "2025-07-12"]
    let system = FaultySystem {
      $0.name == "askToRead" && $0.path.hasSuffix("p1.txt") ? .refused(EACCES) : nil
    }
    #expect(system.run(line) == 2)
    #expect(system.errors.contains("in/p1.txt") && system.errors.contains("access is not allowed"))
    #expect(system.output.isEmpty)
    #expect(!system.calls.contains { $0.name == "open" && $0.path.hasSuffix("p0.txt") })
    let plain = FaultySystem()
    #expect(plain.run(line) == 0)
    #expect(plain.calls.contains { $0.name == "open" && $0.path.hasSuffix("p0.txt") })
  }

  @Test("A disk that cannot exchange folders takes two steps, and says so")
  func twoSteps() throws {
    let scratch = try scratch()
    defer { scratch.remove() }
    let system = FaultySystem { $0.name == "exchange" ? .refused(EINVAL) : nil }
    #expect(system.run(line(scratch)) == 0)
    #expect(system.errors.contains("two are taken"))
    let facts = String(decoding: try scratch.bytes("out/2025-07/facts.csv"), as: UTF8.self)
    #expect(facts.contains("400名") && !facts.contains("300名"))
    #expect(try scratch.tree("out").keys.allSatisfy { $0.hasPrefix("2025-07/") })
  }

  @Test(
    "Each rename of the two steps fails in turn, and all after it; the next run puts the month back",
    arguments: 0..<3, [false, true])
  func tornSteps(turn: Int, isLasting: Bool) throws {
    let scratch = try scratch()
    defer { scratch.remove() }
    let old = try scratch.tree("out")
    let system = FaultySystem { call in
      if call.name == "exchange" { return .refused(EINVAL) }
      guard call.name == "rename" else { return nil }
      return call.turn == turn || isLasting && call.turn > turn ? .refused(EIO) : nil
    }
    let code = system.run(line(scratch))
    let left = try scratch.tree("out")
    let months = left.filter { $0.key.hasPrefix("2025-07/") }
    if turn < 2 {
      #expect(code == 73 && system.errors.contains("out/2025-07"))
      #expect(
        months == old || months.isEmpty && system.errors.contains("the next run puts them back"))
    } else {
      #expect(code == 0 && months != old)
    }
    // A run that writes nothing there mends it, too.
    try scratch.write("江苏省南通市总工会慰问职工500名。\n", to: "other/2024-01-02.txt")
    let other = ["report", scratch.folder.path + "/other", "--out", scratch.folder.path + "/out"]
    #expect(FaultySystem().run(other) == 0)
    let mended = try scratch.tree("out").filter { !$0.key.hasPrefix("2024-01/") }
    #expect(mended == (turn < 2 ? old : months))
  }
}
