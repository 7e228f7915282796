// Writes the commit of the sources as Swift source, for the build: CommitEmbedder OUTPUT COMMIT
import Foundation

do {
  let words = CommandLine.arguments
  guard words.count == 3, words[2].allSatisfy(\.isHexDigit) else {
    throw CocoaError(.fileReadCorruptFile)
  }
  let source = """
    /// The commit that the tool was built of; empty where it was built outside a repository.
    let buildCommit = "\(words[2])"

    """
  try Data(source.utf8).write(to: URL(filePath: words[1]), options: .atomic)
} catch {
  FileHandle.standardError.write(Data("CommitEmbedder: \(error)\n".utf8))
  exit(1)
}
