// Writes the tables of the vocabulary as Swift source, for the build: TableEmbedder OUTPUT TABLE…
//
// A literal of text compiles in no time; the package manager's own `.embedInCode` writes a literal
// of bytes, over which the compiler spends most of a build.
import Foundation

/// The source of one table: a constant that is called as its file, with `_` for `-`.
func declaration(of table: URL) throws -> String {
  let text = try String(contentsOf: table, encoding: .utf8)
  guard !text.contains("\"\"\"#"), !text.contains("\\#"), !text.contains("\r") else {
    throw CocoaError(.fileReadCorruptFile, userInfo: [NSFilePathErrorKey: table.path])
  }
  let name = table.deletingPathExtension().lastPathComponent.replacing("-", with: "_")
  return "  static let \(name): StaticString = #\"\"\"\n\(text)\n\"\"\"#\n"
}

do {
  let files = CommandLine.arguments.dropFirst().map { URL(filePath: $0) }
  guard let output = files.first else { throw CocoaError(.fileNoSuchFile) }
  let tables = try files.dropFirst().map(declaration).joined()
  let source = "/// The tables that are built in.\nenum EmbeddedTables {\n\(tables)}\n"
  try Data(source.utf8).write(to: output, options: .atomic)
} catch {
  FileHandle.standardError.write(Data("TableEmbedder: \(error)\n".utf8))
  exit(1)
}
