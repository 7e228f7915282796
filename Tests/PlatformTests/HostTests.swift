import Foundation
import Platform
import Testing

/// What the machine says of itself, beside what Foundation says.
@Suite struct HostTests {
  @Test func `the environment is Foundation's`() {
    #expect(Host.environment == ProcessInfo.processInfo.environment)
    #expect(Host.environment["PATH"] != nil)
  }

  @Test func `there are no more processors than Foundation knows`() {
    #expect((1...ProcessInfo.processInfo.processorCount).contains(Host.processors))
  }

  @Test func `files lie for a while where a file can be made`() {
    #expect(access(Host.temporaryFolder, W_OK) == 0)
  }

  @Test func `a thread does its work once, on a stack as large as is asked for`() {
    let done = DispatchSemaphore(value: 0)
    let began = Host.startThread(stackSize: 8 << 20) {
      // Some megabytes: more than a thread has that was not asked for more on some systems.
      #expect(depth(of: 4000) == 4000)
      done.signal()
    }
    #expect(began)
    #expect(done.wait(timeout: .now() + 60) == .success)
  }

  #if canImport(Glibc)
    @Test func `a stack that no machine has gives no thread`() {
      #expect(!Host.startThread(stackSize: 1 << 60) { Issue.record("there was a thread") })
    }
  #endif
}

/// How deep it goes, with some bytes on the stack at every step.
private func depth(of steps: Int) -> Int {
  if steps == 0 { return 0 }
  return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 512) { bytes in
    bytes.initialize(repeating: UInt8(truncatingIfNeeded: steps))
    return depth(of: steps - 1) + (bytes[0] == UInt8(truncatingIfNeeded: steps) ? 1 : 0)
  }
}
