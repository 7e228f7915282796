import Foundation
import TestSupport
import Testing

@Suite("The output folder")
struct OutputFolderTests {
  private func scratch() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write("江苏省南通市总工会慰问职工300名。\n", to: "in/2025-07-12.txt")
    return scratch
  }

  private func link(_ path: String, to target: String, in scratch: Scratch) throws {
    try FileManager.default.createSymbolicLink(
      atPath: scratch.folder.appendingPathComponent(path).path, withDestinationPath: target)
  }

  // MARK: What stands there

  @Test("A month that is a symbolic link is refused, and nothing is written where it leads")
  func linkedMonth() throws {
    let scratch = try scratch()
    defer { scratch.remove() }
    try scratch.write("kept", to: "elsewhere/facts.csv")
    try scratch.write("", to: "out/.keep")
    try link("out/2025-07", to: "../elsewhere", in: scratch)
    let run = try scratch.run("report", "in", "--out", "out")
    #expect(run.code == 73 && run.errors.contains("out/2025-07: error: this is a symbolic link"))
    #expect(try scratch.tree("elsewhere") == ["facts.csv": Array("kept".utf8)])
  }

  @Test("Links inside an old report and among left-overs go; what they lead to stays")
  func linksInside() throws {
    let scratch = try scratch()
    defer { scratch.remove() }
    try scratch.write("kept", to: "elsewhere/facts.csv")
    #expect(try scratch.run("report", "in", "--out", "out").code == 0)
    let whole = try scratch.tree("out")
    try FileManager.default.removeItem(
      at: scratch.folder.appendingPathComponent("out/2025-07/facts.csv"))
    try link("out/2025-07/facts.csv", to: "../../elsewhere/facts.csv", in: scratch)
    try link("out/.2025-07.new-1", to: "../elsewhere", in: scratch)
    try scratch.write("", to: "out/.2025-07.new-2/charts/x")
    try link("out/.2025-07.new-2/elsewhere", to: "../../elsewhere", in: scratch)
    let run = try scratch.run("report", "in", "--out", "out")
    #expect(run.code == 0, "\(run.errors)")
    #expect(try scratch.tree("out") == whole)
    #expect(try scratch.tree("elsewhere") == ["facts.csv": Array("kept".utf8)])
  }

  @Test("A file in the month's place is refused and stays")
  func fileInPlace() throws {
    let scratch = try scratch()
    defer { scratch.remove() }
    try scratch.write("kept", to: "out/2025-07")
    let run = try scratch.run("report", "in", "--out", "out")
    #expect(run.code == 73 && run.errors.contains("out/2025-07: error: a file stands where"))
    #expect(try scratch.tree("out") == ["2025-07": Array("kept".utf8)])
  }

  @Test(
    "A folder with what no report has is not replaced",
    arguments: ["notes.txt", "charts/photo.png", "pages/p1.txt", "facts.ods"])
  func foreign(name: String) throws {
    let scratch = try scratch()
    defer { scratch.remove() }
    #expect(try scratch.run("report", "in", "--out", "out").code == 0)
    try scratch.write("kept", to: "out/2025-07/\(name)")
    let before = try scratch.tree("out")
    let run = try scratch.run("report", "in", "--out", "out")
    #expect(run.code == 73 && run.errors.contains("is not of the report"), "\(run.errors)")
    #expect(run.errors.contains("out/2025-07/" + (name.hasPrefix("pages") ? "pages" : name)))
    #expect(try scratch.tree("out") == before)
  }

  @Test("The folder of the pages is not replaced by their report")
  func inputAsOutput() throws {
    let scratch = try scratch()
    defer { scratch.remove() }
    try scratch.write("江苏省南通市总工会慰问职工300名。\n", to: "pages/2025-07/2025-07-12.txt")
    let before = try scratch.tree("pages")
    #expect(try scratch.run("report", "pages", "--out", "pages").code == 73)
    #expect(try scratch.tree("pages") == before)
  }

  @Test("Nothing of an output folder that was made stays where the run fails")
  func madeFolders() throws {
    let scratch = try scratch()
    defer { scratch.remove() }
    let words = ["report", "in", "--out", "a/b/c", "--month", "2020-01"]
    #expect(try scratch.run(words).code == 2)
    #expect(!FileManager.default.fileExists(atPath: scratch.folder.path + "/a"))
  }

  @Test("A name with a zero in it is refused, not cut")
  func zeroInName() throws {
    let scratch = try scratch()
    defer { scratch.remove() }
    let system = FaultySystem()
    let folder = scratch.folder.path
    #expect(system.run(["report", folder + "/in", "--out", folder + "/a\0b"]) == 73)
    #expect(
      system.errors.contains(#"/a\u{0}b: error: this is no name of a file"#), "\(system.errors)")
    #expect(!FileManager.default.fileExists(atPath: scratch.folder.path + "/a"))
  }

  // MARK: Two runs

  @Test("A run waits for another that writes into the same folder, and says so")
  func twoRuns() throws {
    let scratch = try scratch()
    defer { scratch.remove() }
    try scratch.write("", to: "out/.keep")
    let handle = open(scratch.folder.path + "/out", O_RDONLY)
    #expect(flock(handle, LOCK_EX) == 0)
    let process = Process()
    process.executableURL = try Tool.url
    process.arguments = ["report", "in", "--out", "out"]
    process.currentDirectoryURL = scratch.folder
    process.environment = [:]
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    // Blocks until the run says that it waits.
    let told = String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self)
    #expect(told.contains("out: another run is writing here; waiting"))
    let names = try scratch.tree("out").keys
    #expect(process.isRunning && names.allSatisfy { !$0.hasPrefix("2025") })
    close(handle)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(try scratch.tree("out").keys.contains("2025-07/facts.csv"))
  }

  // MARK: Standard output

  /// Runs a line of the shell in the folder, with the tool as `$1`.
  private func shell(_ line: String, _ scratch: Scratch) throws -> Scratch.Outcome {
    let output = Pipe()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "exec 2>err; " + line, "sh", try Tool.url.path]
    process.currentDirectoryURL = scratch.folder
    process.environment = ["PATH": "/usr/bin:/bin"]
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Scratch.Outcome(
      code: process.terminationStatus, output: String(decoding: bytes, as: UTF8.self),
      errors: String(decoding: try scratch.bytes("err"), as: UTF8.self))
  }

  @Test("A reader that goes away is no error")
  func closedPipe() throws {
    let scratch = try scratch()
    defer { scratch.remove() }
    // More than a pipe holds, so that the reader is gone while there is something to write.
    let page = String(repeating: "江苏省南通市总工会慰问职工300名，发放资金5万元。\n", count: 2000)
    try scratch.write(page, to: "in/2025-07-13.txt")
    let run = try shell(#"{ "$1" facts in; echo "status $?" >&2; } | head -1"#, scratch)
    #expect(run.output.hasPrefix("document,") && run.output.split(separator: "\n").count == 1)
    #expect(run.errors.contains("status 0") && !run.errors.contains("error"), "\(run.errors)")
  }

  @Test(
    "Standard output that takes nothing ends with 73",
    arguments: [#""$1" facts in >/dev/full"#, #""$1" facts in >&-"#, #""$1" report in >&-"#])
  func fullOutput(line: String) throws {
    let scratch = try scratch()
    defer { scratch.remove() }
    let run = try shell(line, scratch)
    #expect(run.code == 73 && run.errors.contains("standard output"), "\(run.errors)")
    if line.contains("report") {
      let facts = try scratch.bytes("reports/2025-07/facts.csv")
      #expect(!String(decoding: facts, as: UTF8.self).contains("numerals"))
    }
  }

  @Test("A limit on the length of files is a full disk: the old report stays")
  func limit() throws {
    let scratch = try scratch()
    defer { scratch.remove() }
    #expect(try scratch.run("report", "in", "--out", "out").code == 0)
    let old = try scratch.tree("out")
    try scratch.write("江苏省南通市总工会慰问职工400名。\n", to: "in/2025-07-13.txt")
    let run = try shell(#"ulimit -f 1; "$1" report in --out out"#, scratch)
    #expect(run.code == 73 && run.errors.contains("longer than is allowed"), "\(run.errors)")
    #expect(run.errors.contains("out/2025-07/"))
    #expect(try scratch.tree("out") == old)
  }

  @Test("--excluded replaces a file whole, writes into a device, and refuses a folder")
  func excluded() throws {
    let scratch = try scratch()
    defer { scratch.remove() }
    try scratch.write("", to: "folder/x")
    let folder = try scratch.run("facts", "in", "--excluded", "folder")
    #expect(folder.code == 73 && folder.errors.contains("folder: error: this is a folder"))
    #expect(try scratch.run("facts", "in", "--excluded", "/dev/null").code == 0)
    let null = try FileManager.default.attributesOfItem(atPath: "/dev/null")
    #expect(null[.type] as? FileAttributeType == .typeCharacterSpecial)
    // Standard output is a file here, which no other may take the name of.
    let both = try scratch.run("facts", "in", "--excluded", "/dev/fd/1")
    #expect(both.code == 0 && both.output.contains("document,line,raw,"))
    try scratch.write("old", to: "ex.csv")
    #expect(try scratch.run("facts", "in", "--excluded", "ex.csv").code == 0)
    #expect(try scratch.bytes("ex.csv").starts(with: "document,".utf8))
    #expect(try scratch.tree(".").keys.allSatisfy { !$0.contains(".ex.csv") })
  }
}
