import CSVFormat
import FactModel
import Foundation
import Loading

/// A folder of annotated pages: the pages, their dates, and the annotations beside them.
package struct Corpus {
  /// The pages by the names of their documents.
  package let pages: [String: String]
  package let gold: Gold
  private let sources: [Source]

  /// - Parameters:
  ///   - pages: the folder of pages, whose `manifest.csv` lies inside it or in the folder above.
  ///   - gold: the folder of `NAME.facts.csv`.
  package init(pages folder: URL, gold: URL) throws {
    self.gold = try Gold(folder: gold)
    let dates = try Corpus.dates(of: folder)
    var pages: [String: String] = [:]
    var sources: [Source] = []
    for document in self.gold.documents {
      let file = folder.appendingPathComponent(document + ".txt")
      let bytes = [UInt8](try Data(contentsOf: file))
      pages[document] = String(decoding: bytes, as: UTF8.self)
      sources.append(
        Source(
          form: .page, path: document + ".txt", document: document, bytes: bytes,
          date: dates[document]))
    }
    self.pages = pages
    self.sources = sources
  }

  /// How well the built-in vocabulary and the rules read the corpus.
  package func score() throws -> GoldScore {
    gold.score(of: try BuiltIn.loader.load(sources), pages: pages)
  }

  private static func dates(of folder: URL) throws -> [String: CalendarDate] {
    for place in [folder, folder.deletingLastPathComponent()] {
      let file = place.appendingPathComponent("manifest.csv")
      guard FileManager.default.fileExists(atPath: file.path) else { continue }
      let rows = try Table(contentsOf: file).rows
      return Dictionary(
        rows.compactMap { row in
          CalendarDate(row["date"] ?? "").map { (row["document"] ?? "", $0) }
        }, uniquingKeysWith: { first, _ in first })
    }
    throw TestSupportError("no manifest.csv is near \(folder.lastPathComponent)")
  }
}

/// A table whose rows are read by the names of their columns.
package struct Table {
  package let header: [String]
  package let rows: [[String: String]]

  package init(contentsOf file: URL) throws {
    try self.init(bytes: [UInt8](try Data(contentsOf: file)))
  }

  package init(bytes: [UInt8]) throws {
    let records = try CSVReader.records(of: bytes, separator: UInt8(ascii: ","))
    let header = records.first?.cells ?? []
    self.header = header
    rows = records.dropFirst().map { record in
      Dictionary(zip(header, record.cells), uniquingKeysWith: { first, _ in first })
    }
  }
}

/// The project's own folders, found from this file's place among them.
package enum Project {
  package static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  package static func folder(_ path: String) -> URL {
    root.appendingPathComponent(path, isDirectory: true)
  }
}
