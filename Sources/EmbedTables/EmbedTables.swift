import Foundation
import PackagePlugin

/// Has every table below `Tables/` of a target embedded in the target as Swift source.
@main
struct EmbedTables: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = target.directoryURL.appending(path: "Tables")
    let tables = try ["Words", "Divisions", "Characters"].flatMap { name in
      try FileManager.default.contentsOfDirectory(
        at: folder.appending(path: name), includingPropertiesForKeys: nil
      ).filter { $0.pathExtension == "csv" }.sorted { $0.path < $1.path }
    }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedTables.swift")
    return [
      .buildCommand(
        displayName: "Embedding the tables of \(target.name)",
        executable: try context.tool(named: "TableEmbedder").url,
        arguments: [output.path] + tables.map(\.path), inputFiles: tables, outputFiles: [output])
    ]
  }
}
