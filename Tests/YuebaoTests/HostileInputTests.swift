import Foundation
import Synchronization
import TestSupport
import Testing

@testable import YuebaoTool

/// Inputs that nobody means well, or that went wrong on their way; `HostileInput.md` states what becomes of each.
@Suite("Hostile input")
struct HostileInputTests {
  private static let line = "江苏省南通市总工会慰问职工300名。\n"

  private func scratch(_ files: [String: String] = [:]) throws -> Scratch {
    let scratch = try Scratch()
    for (name, text) in files { try scratch.write(text, to: name) }
    return scratch
  }

  private func gb18030(_ text: String) throws -> [UInt8] {
    [UInt8](try #require(text.data(using: String.Encoding(rawValue: 0x8000_0632))))
  }

  private func rows(_ run: Scratch.Outcome) throws -> [[String: String]] {
    try Table(bytes: Array(run.output.utf8)).rows
  }

  // MARK: Encodings

  @Test("A guessed encoding is told, stands in review.csv, and is settled by a name")
  func namedEncoding() throws {
    let scratch = try scratch()
    defer { scratch.remove() }
    try scratch.write(try gb18030(HostileInputTests.line), to: "in/2025-07-12.txt")
    let guessed = try scratch.run("report", "in", "--out", "out")
    #expect(
      guessed.code == 0
        && guessed.errors.contains("in/2025-07-12.txt:1:1: warning: read as GB18030"))
    let review = try scratch.bytes("out/2025-07/review.csv")
    #expect(String(decoding: review, as: UTF8.self).contains("按 GB18030 读"))
    #expect(try scratch.run("check", "in", "--strict").code == 1)
    let named = try scratch.run("facts", "in", "--encoding", "gbk", "--strict")
    #expect(named.code == 0 && named.errors.isEmpty)
    #expect(try rows(named).map { $0["raw"] } == ["300名"])
    try scratch.write("document,date,encoding\n2025-07-12,2025-07-12,GBK\n", to: "in/manifest.csv")
    #expect(try scratch.run("facts", "in", "--strict").errors.isEmpty)
    try scratch.write("document,date,encoding\n2025-07-12,2025-07-12,Big5\n", to: "in/manifest.csv")
    let unknown = try scratch.run("facts", "in")
    #expect(unknown.code == 2 && unknown.errors.contains("in/manifest.csv:2:23: error: 'Big5'"))
    #expect(try scratch.run("facts", "in", "--encoding", "big5").code == 64)
  }

  @Test("Manifest, corrections, sheets and settings may be in GB18030")
  func tablesInChinese() throws {
    let scratch = try scratch(["in/第一版.txt": HostileInputTests.line])
    defer { scratch.remove() }
    try scratch.write(
      try gb18030("document,date,newspaper\r\n第一版,2025-07-12,工人日报\r\n"), to: "in/manifest.csv")
    try scratch.write(
      try gb18030("document,line,raw,column,value,who,why\r\n第一版,1,300名,label,困难职工,王编辑,原文有误\r\n"),
      to: "in/corrections.csv")
    try scratch.write(
      try gb18030("省份,指标,数值,单位,月份\r\n江苏省,讲座,4,场,2025-07\r\n"), to: "in/数据.csv")
    try scratch.write(
      try gb18030(
        "[{\"省份\": \"江苏省\", \"指标\": \"讲座\", \"数值\": \"5\", \"单位\": \"场\", \"月份\": \"2025-07\"}]"),
      to: "in/数据二.json")
    try scratch.write(try gb18030("{\"inputs\": [\"in\"], \"out\": \"月报\"}"), to: "yuebao.json")
    let run = try scratch.run("report")
    #expect(run.code == 0, "\(run.errors)")
    let facts = try Table(bytes: try scratch.bytes("月报/2025-07/facts.csv")).rows
    #expect(Set(facts.map { $0["label"] }) == ["困难职工", "讲座"] && facts.count == 3)
  }

  // MARK: Characters

  @Test("LF, CRLF and CR end lines; U+2028, U+0085 and form feeds do not, and cost no figure")
  func lineEnds() throws {
    for (end, line) in [
      ("\n", 3), ("\r\n", 3), ("\r", 3), ("\u{2028}", 1), ("\u{85}", 1), ("\u{C}", 1),
    ] {
      let scratch = try scratch(["2025-07-12.txt": "\(end)\(end)江苏省南通市总工会慰问职工300名，办了讲座4场。\(end)"])
      defer { scratch.remove() }
      let run = try scratch.run("facts", "2025-07-12.txt")
      #expect(try rows(run).map { $0["raw"] } == ["300名", "4场"], "\(end.debugDescription)")
      #expect(try rows(run).allSatisfy { $0["line"] == "\(line)" }, "\(end.debugDescription)")
    }
  }

  @Test(
    "Numbers that cannot be held are excluded with their reason, and no other value comes of them",
    arguments: [
      "9999999999999亿", String(repeating: "1234567890", count: 6), "99999999999999999999.99999万亿",
    ])
  func overflow(number: String) throws {
    let scratch = try scratch(["2025-07-12.txt": "江苏省南通市总工会发放资金\(number)元。\n"])
    defer { scratch.remove() }
    let run = try scratch.run("facts", ".", "--excluded", "ex.csv")
    #expect(try run.code == 0 && rows(run).isEmpty)
    let excluded = try Table(bytes: try scratch.bytes("ex.csv")).rows
    #expect(excluded.map { $0["reason"] } == ["overflow"] && excluded.map { $0["raw"] } == [number])
  }

  @Test(
    "Long fractions are rounded, never turned into something else",
    arguments: [
      ("0.0000000000001万", "0"), ("0万", "0"), ("1.00000000000000000000000000000万", "10000"),
      ("0.\(String(repeating: "0", count: 60))1", "0"), ("12.345678万", "123456.78"),
      ("0.12345", "0.1235"),
    ])
  func fractions(number: String, value: String) throws {
    let scratch = try scratch(["2025-07-12.txt": "江苏省南通市总工会发放资金\(number)元。\n"])
    defer { scratch.remove() }
    #expect(try rows(try scratch.run("facts", ".")).map { $0["value"] } == [value])
  }

  @Test("Brackets within brackets lose no numeral")
  func brackets() throws {
    for depth in [1, 3, 1000] {
      let opening = String(repeating: "（", count: depth)
      let closing = String(repeating: "）", count: depth)
      let scratch = try scratch(["2025-07-12.txt": "江苏省南通市总工会慰问职工\(opening)1200名\(closing)。\n"])
      defer { scratch.remove() }
      let run = try scratch.run("facts", ".", "--excluded", "ex.csv")
      let said = run.output + String(decoding: try scratch.bytes("ex.csv"), as: UTF8.self)
      #expect(run.code == 0 && said.contains(",1200"), "\(depth)")
    }
  }

  // MARK: Files

  @Test("An empty page has no figure, an empty JSON no row, an empty table is refused")
  func emptyFile() throws {
    let scratch = try scratch(["2025-07-12.txt": "", "2025-07.json": "", "2025-07.csv": ""])
    defer { scratch.remove() }
    let page = try scratch.run("check", "2025-07-12.txt")
    #expect(
      page.code == 0 && page.errors.contains("2025-07-12.txt: warning: there is no numeral in it"))
    let json = try scratch.run("facts", "2025-07.json")
    #expect(try json.code == 0 && rows(json).isEmpty)
    let table = try scratch.run("facts", "2025-07.csv")
    #expect(table.code == 2 && table.errors.contains("2025-07.csv:1:1: error: the sheet is empty"))
  }

  @Test("A folder with the name of a page is read as a folder")
  func folderAsFile() throws {
    let scratch = try scratch(["in/2025-07.txt/2025-07-12.txt": HostileInputTests.line])
    defer { scratch.remove() }
    #expect(try rows(try scratch.run("facts", "in/2025-07.txt")).count == 1)
    try scratch.write("x", to: "corrections.csv/x")
    let run = try scratch.run("facts", "in", "--corrections", "corrections.csv")
    #expect(
      run.code == 2
        && run.errors.contains("corrections.csv: error: the file cannot be read: this is a folder"))
  }

  /// What a run inside the test says of one input, while calls fail or files change.
  private func run(
    _ scratch: Scratch,
    _ plan: @escaping @Sendable (FaultySystem.Call) -> FaultySystem.Fault? = { _ in nil }
  ) -> (code: Int32, system: FaultySystem) {
    let system = FaultySystem(plan)
    return (system.run(["facts", scratch.folder.path + "/in"]), system)
  }

  @Test("A file that may not be read ends with 2 and is named")
  func unreadable() throws {
    let scratch = try scratch(["in/2025-07-12.txt": HostileInputTests.line])
    defer { scratch.remove() }
    let (code, system) = run(scratch) { call in
      call.name == "open" && call.path.hasSuffix(".txt") ? .refused(EACCES) : nil
    }
    #expect(code == 2 && system.output.isEmpty)
    #expect(
      system.errors.contains(
        "2025-07-12.txt: error: the file cannot be read: access is not allowed"))
  }

  @Test("A file that grows while it is read ends with 2")
  func grows() throws {
    let scratch = try scratch(["in/2025-07-12.txt": HostileInputTests.line])
    defer { scratch.remove() }
    let path = scratch.folder.path + "/in/2025-07-12.txt"
    let (code, system) = run(scratch) { call in
      if call.name == "read", call.path == path, call.turn == 0 {
        let file = open(path, O_WRONLY | O_APPEND)
        _ = write(file, "4", 1)
        close(file)
      }
      return nil
    }
    #expect(code == 2 && system.output.isEmpty)
    #expect(
      system.errors.contains(
        "2025-07-12.txt: error: the file cannot be read: the file changed while it was read"))
  }

  @Test(
    "A file that vanishes before it is read ends with 2; one that vanishes while it is read is read"
  )
  func vanishes() throws {
    for name in ["open", "read"] {
      let scratch = try scratch(["in/2025-07-12.txt": HostileInputTests.line])
      defer { scratch.remove() }
      let path = scratch.folder.path + "/in/2025-07-12.txt"
      let (code, system) = run(scratch) { call in
        if call.name == name, call.path == path { unlink(path) }
        return nil
      }
      #expect(code == (name == "open" ? 2 : 0))
      #expect(
        system.errors.contains("2025-07-12.txt: error") == (name == "open"), "\(system.errors)")
    }
  }

  @Test("A pipe that is named is read to its end; one in a folder is passed over and told")
  func pipe() throws {
    let scratch = try scratch(["in/2025-07-13.txt": HostileInputTests.line])
    defer { scratch.remove() }
    let path = scratch.folder.path + "/in/2025-07-12.txt"
    #expect(mkfifo(path, 0o600) == 0)
    let folder = try scratch.run("facts", "in")
    #expect(
      folder.code == 0 && folder.errors.contains("not read")
        && folder.errors.contains("in/2025-07-12.txt"))
    let writer = Thread {
      let file = open(path, O_WRONLY)
      let text = Array(String(repeating: HostileInputTests.line, count: 5000).utf8)
      _ = text.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      close(file)
    }
    writer.start()
    let named = try scratch.run("facts", "in/2025-07-12.txt")
    #expect(try named.code == 0 && rows(named).count == 5000)
  }

  @Test("A device is refused, also behind a link")
  func device() throws {
    let scratch = try scratch(["in/2025-07-13.txt": HostileInputTests.line])
    defer { scratch.remove() }
    try FileManager.default.createSymbolicLink(
      atPath: scratch.folder.path + "/in/2025-07-12.txt", withDestinationPath: "/dev/zero")
    let named = try scratch.run("facts", "in/2025-07-12.txt")
    #expect(named.code == 2 && named.errors.contains("this is a device"))
    let folder = try scratch.run("facts", "in")
    #expect(folder.code == 0 && folder.errors.contains("not read"))
  }

  @Test("Links in a circle are read once, or told")
  func linkLoop() throws {
    let scratch = try scratch(["in/a/2025-07-12.txt": HostileInputTests.line])
    defer { scratch.remove() }
    let links = [("in/a/up", ".."), ("in/b", "a"), ("in/self.txt", "self.txt")]
    for (path, target) in links.prefix(2) {
      try FileManager.default.createSymbolicLink(
        atPath: scratch.folder.path + "/" + path, withDestinationPath: target)
    }
    #expect(try rows(try scratch.run("facts", "in")).count == 1)
    try FileManager.default.createSymbolicLink(
      atPath: scratch.folder.path + "/in/self.txt", withDestinationPath: "self.txt")
    let run = try scratch.run("facts", "in")
    #expect(run.code == 2 && run.errors.contains("in/self.txt") && run.errors.contains("circle"))
  }

  @Test("A file beyond the limit is refused before it is read")
  func tooLong() throws {
    let scratch = try scratch(["2025-07-12.txt": ""])
    defer { scratch.remove() }
    #expect(truncate(scratch.folder.path + "/2025-07-12.txt", 1 << 40) == 0)
    let run = try scratch.run("facts", "2025-07-12.txt")
    #expect(
      run.code == 2 && run.errors.contains("2025-07-12.txt: error")
        && run.errors.contains("64 MiB"))
  }

  @Test("A stream without end is read up to the limit and refused")
  func endless() throws {
    let zero = open("/dev/zero", O_RDONLY)
    defer { close(zero) }
    do {
      _ = try Disk.read(zero, "-", most: 3 << 20)
      Issue.record("it has no end")
    } catch {
      #expect(error.reason.text(in: .english).contains("longer than 3 MiB"))
    }
  }

  @Test("Names of files with line breaks and control signs are shown on one line")
  func namesWithControls() throws {
    let scratch = try scratch([
      "in/2025-07-12\n\u{1B}[31m\u{202E}倒.txt": "慰问职工300名。\n", "in/x\ny.pdf": "",
    ])
    defer { scratch.remove() }
    let run = try scratch.run("check", "in")
    #expect(run.code == 0 && run.output.contains(#"in/2025-07-12\u{A}\u{1B}[31m\u{202E}倒.txt"#))
    #expect(run.errors.contains(#"in/x\u{A}y.pdf"#))
    for sign in ["\u{1B}", "\u{202E}"] { #expect(!(run.output + run.errors).contains(sign)) }
    #expect(try scratch.run("report", "in", "--out", "out").code == 0)
  }

  @Test("A file whose name is in GBK is read, and its document has the Chinese name")
  func namesInChinese() throws {
    let scratch = try scratch(["in/manifest.csv": "document,date\n第一版,2025-07-12\n"])
    defer { scratch.remove() }
    let bytes = Array((scratch.folder.path + "/in/").utf8) + (try gb18030("第一版.txt")) + [0]
    let file = bytes.map(CChar.init(bitPattern:)).withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { open($0, O_WRONLY | O_CREAT, 0o600) } ?? -1
    }
    try #require(file >= 0)
    #expect(write(file, HostileInputTests.line, HostileInputTests.line.utf8.count) > 0)
    close(file)
    let run = try scratch.run("facts", "in")
    #expect(run.code == 0, "\(run.errors)")
    #expect(try rows(run).map { $0["document"] } == ["第一版"])
  }

  @Test("A hundred files with one manifest are dated by reading it once")
  func manyFiles() throws {
    let scratch = try scratch()
    defer { scratch.remove() }
    var manifest = "document,date\n"
    for index in 0..<100 {
      try scratch.write(HostileInputTests.line, to: "in/p\(index).txt")
      manifest += "p\(index),2025-07-12\n"
    }
    try scratch.write(manifest, to: "in/manifest.csv")
    let (code, system) = run(scratch)
    #expect(code == 0)
    #expect(system.calls.count { $0.name == "open" && $0.path.hasSuffix("/manifest.csv") } == 1)
  }

  // MARK: The page of the catalogue

  @Test("Every test that a document names exists")
  func namedTests() throws {
    let root = Project.folder("")
    var named = 0
    for document in ["Sources/Yuebao/Yuebao.docc/HostileInput.md", "SECURITY.md"] {
      let text = try String(contentsOf: root.appendingPathComponent(document), encoding: .utf8)
      for match in text.matches(of: /`([A-Z][A-Za-z]+Tests)\.([a-zA-Z]+)`/) {
        named += 1
        let files = try FileManager.default.subpathsOfDirectory(atPath: root.path + "/Tests")
        let file = try #require(files.first { $0.hasSuffix("/\(match.1).swift") }, "\(match.0)")
        let source = try String(
          contentsOf: root.appendingPathComponent("Tests/" + file), encoding: .utf8)
        #expect(source.contains("func \(match.2)("), "\(match.0) in \(document)")
      }
      for match in text.matches(of: /`(scripts\/[a-z-]+)/) {
        #expect(
          FileManager.default.isExecutableFile(atPath: root.path + "/" + match.1), "\(match.0)")
      }
    }
    #expect(named > 40)
  }
}
