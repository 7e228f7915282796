import Foundation
import Synchronization
@testable import YuebaoTool

/// The operating system with faults: which call fails, or does less than was asked, is for the test to say.
final class FaultySystem: SystemCalls {
  enum Fault: Hashable, Sendable {
    /// The call is refused with this number of the system.
    case refused(Int32)
    /// The call reads or writes one byte only.
    case short
  }

  struct Call: Sendable {
    let name: String
    let path: String
    /// Its place among all calls, from 0.
    let place: Int
    /// Its place among the calls of its name, from 0.
    let turn: Int
    /// Its place among the calls of its name on its path, from 0: the same in every run, also of calls side by side.
    let repeated: Int

    /// Whether it is the same call of another run of the same work.
    func isSame(as other: Call) -> Bool {
      name == other.name && path == other.path && repeated == other.repeated
    }
  }

  private struct State {
    var calls: [Call] = []
    var output: [Int32: [UInt8]] = [:]
    var paths: [Int32: String] = [:]
  }
  private let state = Mutex(State())
  private let plan: @Sendable (Call) -> Fault?
  private let kernel = Kernel()

  /// - Parameter plan: the fault of a call; `nil` where it is carried out.
  init(_ plan: @escaping @Sendable (Call) -> Fault? = { _ in nil }) { self.plan = plan }

  /// The calls so far.
  var calls: [Call] { state.withLock { $0.calls } }
  /// What went to standard output and standard error, which reach no terminal.
  var output: String { text(of: 1) }
  var errors: String { text(of: 2) }

  private func text(of stream: Int32) -> String {
    String(decoding: state.withLock { $0.output[stream] ?? [] }, as: UTF8.self)
  }

  /// Counts a call.
  ///
  /// - Returns: how much of what was asked is done.
  private func count(_ name: String, _ path: String, _ size: Int = 0) throws(SystemFault) -> Int {
    let call = state.withLock { state in
      let turn = state.calls.count { $0.name == name }
      let repeated = state.calls.count { $0.name == name && $0.path == path }
      state.calls.append(
        Call(name: name, path: path, place: state.calls.count, turn: turn, repeated: repeated))
      return state.calls[state.calls.count - 1]
    }
    switch plan(call) {
    case nil: return size
    case .refused(let code)?: throw SystemFault(code: code)
    case .short?: return min(size, 1)
    }
  }

  private func path(of file: Int32) -> String { state.withLock { $0.paths[file] ?? "\(file)" } }

  private func path(_ name: String, in folder: Int32) -> String {
    folder == Self.workingFolder ? name : path(of: folder) + "/" + name
  }

  func open(_ name: String, in folder: Int32, _ flags: Int32) throws(SystemFault) -> Int32 {
    let path = path(name, in: folder)
    _ = try count(flags & O_CREAT != 0 ? "create" : "open", path)
    let file = try kernel.open(name, in: folder, flags)
    state.withLock { $0.paths[file] = path }
    return file
  }

  func askToRead(_ name: String, in folder: Int32) throws(SystemFault) {
    _ = try count("askToRead", path(name, in: folder))
    try kernel.askToRead(name, in: folder)
  }

  func read(_ file: Int32, _ buffer: UnsafeMutableRawBufferPointer) throws(SystemFault) -> Int {
    let size = try count("read", path(of: file), buffer.count)
    return try kernel.read(file, UnsafeMutableRawBufferPointer(rebasing: buffer[..<size]))
  }

  func read(_ file: Int32, _ buffer: UnsafeMutableRawBufferPointer, at offset: Int)
    throws(SystemFault) -> Int
  {
    let size = try count("read", path(of: file), buffer.count)
    return try kernel.read(
      file, UnsafeMutableRawBufferPointer(rebasing: buffer[..<size]), at: offset)
  }

  func write(_ file: Int32, _ bytes: UnsafeRawBufferPointer) throws(SystemFault) -> Int {
    if file == 2 {
      state.withLock { $0.output[2, default: []] += Array(bytes) }
      return bytes.count
    }
    let size = try count("write", path(of: file), bytes.count)
    if file == 1 {
      state.withLock { $0.output[1, default: []] += Array(bytes[..<size]) }
      return size
    }
    return try kernel.write(file, UnsafeRawBufferPointer(rebasing: bytes[..<size]))
  }

  func synchronize(_ file: Int32) throws(SystemFault) {
    _ = try count("synchronize", path(of: file))
    try kernel.synchronize(file)
  }

  func close(_ file: Int32) throws(SystemFault) {
    let path = path(of: file)
    // A descriptor is closed even where the call says that something went wrong.
    try kernel.close(file)
    state.withLock { $0.paths[file] = nil }
    _ = try count("close", path)
  }

  func status(of name: String, in folder: Int32, followingLinks: Bool) throws(SystemFault)
    -> FileStatus
  {
    _ = try count("status", path(name, in: folder))
    return try kernel.status(of: name, in: folder, followingLinks: followingLinks)
  }

  func status(of file: Int32) throws(SystemFault) -> FileStatus {
    _ = try count("status", path(of: file))
    return try kernel.status(of: file)
  }

  func names(in folder: Int32) throws(SystemFault) -> [String] {
    _ = try count("names", path(of: folder))
    return try kernel.names(in: folder)
  }

  func makeFolder(_ name: String, in folder: Int32) throws(SystemFault) {
    _ = try count("makeFolder", path(name, in: folder))
    try kernel.makeFolder(name, in: folder)
  }

  func rename(_ name: String, to other: String, in folder: Int32, _ way: RenameWay)
    throws(SystemFault)
  {
    _ = try count(way == .exchange ? "exchange" : "rename", path(other, in: folder))
    try kernel.rename(name, to: other, in: folder, way)
  }

  func remove(_ name: String, in folder: Int32, isFolder: Bool) throws(SystemFault) {
    _ = try count("remove", path(name, in: folder))
    try kernel.remove(name, in: folder, isFolder: isFolder)
  }

  func lock(_ folder: Int32, waiting: Bool) throws(SystemFault) {
    _ = try count("lock", path(of: folder))
    try kernel.lock(folder, waiting: waiting)
  }

  /// Runs the tool inside the test, with this system.
  func run(_ words: [String]) -> Int32 {
    Disk.$system.withValue(self) { YuebaoTool.Tool.run(words, environment: [:]).rawValue }
  }
}
