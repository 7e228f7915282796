/// What a program asks of the machine on which it runs: Foundation's answers, on Linux without Foundation.
package enum Host {
  #if canImport(Glibc)
    /// The environment variables; of two of one name the last counts.
    package static var environment: [String: String] {
      var variables: [String: String] = [:]
      var next = environ
      while let entry = next.pointee {
        let text = String(cString: entry)
        if let end = text.firstIndex(of: "=") {
          variables[String(text[..<end])] = String(text[text.index(after: end)...])
        }
        next += 1
      }
      return variables
    }

    /// How many processors the process may use, at least one.
    package static var processors: Int {
      let online = sysconf(Int32(_SC_NPROCESSORS_ONLN))
      return max(1, min(allowed ?? online, Quota.processors ?? online))
    }

    /// How many processors the system schedules the process on.
    private static var allowed: Int? {
      typealias Asking = @convention(c) (pid_t, Int, UnsafeMutablePointer<UInt64>) -> Int32
      // glibc hides the call behind a macro that Swift does not set, so it is looked up by its name.
      guard let symbol = dlsym(nil, "sched_getaffinity") else { return nil }
      var set = [UInt64](repeating: 0, count: 128)
      let refusal = unsafeBitCast(symbol, to: Asking.self)(0, set.count * 8, &set)
      return refusal == 0 ? set.reduce(0) { $0 + $1.nonzeroBitCount } : nil
    }

    /// Where files may lie for a while.
    package static var temporaryFolder: String {
      let told = getenv("TMPDIR").map { String(cString: $0) } ?? ""
      return told.isEmpty ? "/tmp" : told
    }

    /// Begins to work on a thread of its own.
    ///
    /// - Parameter stackSize: how many bytes its stack has.
    /// - Returns: `false` where the system has no thread left; then nothing is done.
    package static func startThread(stackSize: Int, _ work: @escaping @Sendable () -> Void) -> Bool
    {
      var attributes = pthread_attr_t()
      pthread_attr_init(&attributes)
      defer { pthread_attr_destroy(&attributes) }
      pthread_attr_setstacksize(&attributes, stackSize)
      pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
      let box = Unmanaged.passRetained(Work(work))
      var thread = pthread_t()
      let refusal = pthread_create(
        &thread, &attributes,
        { box in
          if let box { Unmanaged<Work>.fromOpaque(box).takeRetainedValue().work() }
          return nil
        }, box.toOpaque())
      if refusal != 0 { box.release() }
      return refusal == 0
    }

    /// What a thread is to do, as an object that C can hand on.
    private final class Work: Sendable {
      let work: @Sendable () -> Void
      init(_ work: @escaping @Sendable () -> Void) { self.work = work }
    }
  #else
    /// The environment variables.
    package static var environment: [String: String] { ProcessInfo.processInfo.environment }

    /// How many processors the process may use, at least one.
    package static var processors: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }

    /// Where files may lie for a while.
    package static var temporaryFolder: String { FileManager.default.temporaryDirectory.path }

    /// Begins to work on a thread of its own.
    ///
    /// - Parameter stackSize: how many bytes its stack has.
    /// - Returns: whether there was a thread.
    package static func startThread(stackSize: Int, _ work: @escaping @Sendable () -> Void) -> Bool
    {
      let thread = Thread(block: work)
      thread.stackSize = stackSize
      thread.start()
      return true
    }
  #endif
}
