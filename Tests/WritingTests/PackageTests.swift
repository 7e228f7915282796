import CSVFormat
import FactModel
import Foundation
import Testing
import Writing

@Suite("The data package tells what the tables hold")
struct PackageTests {
  @Test(
    "SHA-256 of the messages that FIPS 180-4 publishes",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrs"
          + "mnopqrstnopqrstu",
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
      ),
    ])
  func digests(message: String, expected: String) {
    #expect(SHA256.hexDigest(of: Array(message.utf8)) == expected)
  }

  @Test(
    "SHA-256 at the edges of blocks, and of a million letters",
    arguments: [
      (55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
      (56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
      (63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"),
      (64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
      (1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ])
  func blocks(length: Int, expected: String) {
    let message = [UInt8](repeating: UInt8(ascii: "a"), count: length)
    #expect(SHA256.hexDigest(of: message) == expected)
  }

  /// The descriptor of a report, as another program reads it.
  private func package(
    _ report: Report, style: CSVWriter.Style = .spreadsheet
  ) throws -> [String: Any] {
    let files = ReportWriter(style: style).files(of: report, comparisons: [])
    let file = try #require(files.first { $0.name == "datapackage.json" })
    let json = try JSONSerialization.jsonObject(with: Data(file.bytes))
    return try #require(json as? [String: Any])
  }

  private func resources(_ package: [String: Any]) throws -> [String: [String: Any]] {
    let list = try #require(package["resources"] as? [[String: Any]])
    return Dictionary(uniqueKeysWithValues: list.map { ($0["name"] as? String ?? "", $0) })
  }

  @Test("Every CSV is described, with its size, its hash and the columns of its header")
  func described() throws {
    let report = report([entered(fact(label: "\"引\"\\\n\u{7}"))], totals: [total("440000")])
    let resources = try resources(try package(report))
    for file in ReportWriter().files(of: report, comparisons: [])
    where file.name.hasSuffix(".csv") {
      let resource = try #require(resources[String(file.name.dropLast(4))], "\(file.name)")
      #expect(resource["bytes"] as? Int == file.bytes.count)
      #expect(resource["hash"] as? String == "sha256:" + SHA256.hexDigest(of: file.bytes))
      let schema = try #require(resource["schema"] as? [String: Any])
      let fields = try #require(schema["fields"] as? [[String: Any]])
      let header = try #require(try CSVReader.records(of: file.bytes).first).cells
      #expect(fields.compactMap { $0["name"] as? String } == header)
      let dialect = try #require(resource["dialect"] as? [String: Any])
      #expect(dialect["lineTerminator"] as? String == "\r\n")
    }
  }

  @Test("Documents and programmes are listed as the tables name them, each once")
  func lists() throws {
    let dated = entered(fact(program: "unknown", document: "2025-07-01"))
    let record = DocumentRecord(
      name: "2025-07-01", newspaper: "样\"例", month: month("2025-07"), articles: 3)
    let report = Report(
      range: MonthRange(month("2025-07")), programs: samplePrograms, entries: [dated],
      doubts: [doubt(.place, "1")], documents: [record, record])
    let resources = try resources(try package(report))
    let documents = try #require(resources["documents"]?["data"] as? [[String: Any]])
    #expect(documents.compactMap { $0["document"] as? String } == ["\t2025-07-01", "\t01"])
    #expect(documents.first?["newspaper"] as? String == "样\"例")
    let programs = try #require(resources["programs"]?["data"] as? [[String: Any]])
    #expect(
      programs.compactMap { $0["program"] as? String } == ["safety", "hardship-aid", "unknown"])
    let raw = CSVWriter.Style(byteOrderMark: false, carriageReturn: false, guarding: .none)
    let plain = try self.resources(try package(report, style: raw))
    let names = try #require(plain["documents"]?["data"] as? [[String: Any]])
    #expect(names.compactMap { $0["document"] as? String } == ["2025-07-01", "01"])
  }
}
