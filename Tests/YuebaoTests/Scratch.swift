import Foundation
import TestSupport

/// A folder of a test's own, with a tool to run in it; `remove` takes it away.
struct Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("yuebao-tests-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  func write(_ text: String, to path: String) throws { try write(Array(text.utf8), to: path) }

  func write(_ bytes: [UInt8], to path: String) throws {
    let file = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appendingPathComponent(path)))
  }

  /// Makes a folder hold these files, by their paths inside it, and nothing else.
  func restore(_ files: [String: [UInt8]], to path: String) throws {
    let root = folder.appendingPathComponent(path)
    try? FileManager.default.removeItem(at: root)
    for (name, bytes) in files {
      let file = root.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
  }

  /// Every file below a folder, by its path inside it.
  func tree(_ path: String) throws -> [String: [UInt8]] {
    let root = folder.appendingPathComponent(path)
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
      var isFolder: ObjCBool = false
      let file = root.appendingPathComponent(name)
      _ = FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
      if !isFolder.boolValue { files[name] = [UInt8](try Data(contentsOf: file)) }
    }
    return files
  }

  struct Outcome {
    let code: Int32
    let output: String
    let errors: String
  }

  /// Runs the built tool in the folder, with nothing in its environment but what is given.
  func run(
    _ arguments: String..., input: String = "", environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(arguments, input: input, environment: environment)
  }

  func run(_ arguments: [String], input: String = "", environment: [String: String] = [:]) throws
    -> Outcome
  {
    // Files, not pipes: a pipe that nobody empties stops its writer.
    let names = ["in", "out", "err"].map { ".\($0)-\(UUID().uuidString)" }
    for name in names { try write(name.hasPrefix(".in") ? input : "", to: name) }
    let files = names.map { folder.appendingPathComponent($0) }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    let process = Process()
    process.executableURL = try Tool.url
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = environment
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    return Outcome(
      code: process.terminationReason == .exit ? process.terminationStatus : -1,
      output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
  }
}

/// The tool that was built with the tests.
enum Tool {
  static var url: URL {
    get throws {
      let bundles = Bundle.allBundles.map(\.bundleURL).filter { $0.pathExtension == "xctest" }
      let starts =
        bundles + [Bundle.main.bundleURL, URL(fileURLWithPath: CommandLine.arguments[0])]
      for start in starts {
        for folder in [start, start.deletingLastPathComponent()] {
          let tool = folder.appendingPathComponent("yuebao")
          if FileManager.default.isExecutableFile(atPath: tool.path), !tool.hasDirectoryPath {
            return tool
          }
        }
      }
      throw TestSupportError("the tool is not beside the tests; build the product yuebao first")
    }
  }
}
