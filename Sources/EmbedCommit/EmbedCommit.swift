import Foundation
import PackagePlugin

/// Has the commit that the sources are of embedded in a target as Swift source, for `--version`.
@main
struct EmbedCommit: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let output = context.pluginWorkDirectoryURL.appending(path: "Commit.swift")
    let commit = EmbedCommit.commit(of: context.package.directoryURL)
    return [
      .buildCommand(
        displayName: "Embedding the commit",
        executable: try context.tool(named: "CommitEmbedder").url,
        arguments: [output.path, commit], outputFiles: [output])
    ]
  }

  /// The abbreviated commit, read from the repository's files; empty where the sources are in none.
  private static func commit(of package: URL) -> String {
    guard let repository = repository(of: package), let head = text(repository, "HEAD") else {
      return ""
    }
    guard head.hasPrefix("ref: ") else { return String(head.prefix(7)) }
    let branch = String(head.dropFirst(5))
    let shared = text(repository, "commondir").map { repository.appending(path: $0) } ?? repository
    let hash = text(repository, branch) ?? text(shared, branch) ?? packed(shared, branch)
    return String((hash ?? "").prefix(7))
  }

  /// `.git`, or in a work tree the folder that the file `.git` names.
  private static func repository(of package: URL) -> URL? {
    let folder = package.appending(path: ".git")
    guard let link = text(package, ".git"), link.hasPrefix("gitdir: ") else {
      return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }
    return URL(fileURLWithPath: String(link.dropFirst(8)), relativeTo: package)
  }

  private static func packed(_ repository: URL, _ branch: String) -> String? {
    text(repository, "packed-refs")?.split(separator: "\n").first { $0.hasSuffix(" " + branch) }
      .map(String.init)
  }

  private static func text(_ folder: URL, _ name: String) -> String? {
    let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
    return text?.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
