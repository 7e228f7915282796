// What libFuzzer calls. Only `scripts/fuzz` compiles this file.
import Foundation

/// The door that the program's own name says: yuebao-fuzz-page.
private let target: FuzzTarget = {
  let name = CommandLine.arguments.first.map { URL(fileURLWithPath: $0).lastPathComponent } ?? ""
  guard let target = FuzzTarget(rawValue: name.replacing("yuebao-fuzz-", with: "")) else {
    fatalError("'\(name)' names no target; there are \(FuzzTarget.allCases.map(\.rawValue))")
  }
  return target
}()

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  do {
    try target.check(bytes)
  } catch {
    fatalError("\(target.rawValue): \(error)")
  }
  return 0
}
