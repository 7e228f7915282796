import Foundation
import TestSupport
import Testing

@Suite("Inputs of the fuzzer")
struct KeptInputTests {
  /// The files of a folder with what is in them; none where there is no folder.
  private static func inputs(_ folder: String, of target: FuzzTarget) throws -> [(String, [UInt8])]
  {
    let folder = Project.folder("Tests/Fuzz/\(folder)/\(target.rawValue)")
    guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
      ($0, [UInt8](try Data(contentsOf: folder.appendingPathComponent($0))))
    }
  }

  @Test("What the fuzzer found once is mended", arguments: FuzzTarget.allCases)
  func kept(target: FuzzTarget) throws {
    for (name, bytes) in try KeptInputTests.inputs("Kept", of: target) {
      do { try target.check(bytes) } catch {
        Issue.record("Kept/\(target.rawValue)/\(name): \(error)")
      }
    }
  }

  @Test("What the fuzzer begins with holds", arguments: FuzzTarget.allCases)
  func seeds(target: FuzzTarget) throws {
    let inputs = try KeptInputTests.inputs("Seeds", of: target)
    #expect(!inputs.isEmpty, "\(target.rawValue) has nothing to begin with")
    for (name, bytes) in inputs {
      do { try target.check(bytes) } catch {
        Issue.record("Seeds/\(target.rawValue)/\(name): \(error)")
      }
    }
  }
}
