import Foundation
import Languages
import Yuebao

/// A table of facts that threads read anywhere; - is standard input, which is read whole, as is a pipe.
struct TableFile {
  let source: TableSource
  private let path: String
  /// The open file and what it was when it was opened; `nil` where its bytes are in memory.
  private let file: (number: Int32, status: FileStatus)?

  init(_ path: String) throws(LoadingError) {
    self.path = path
    do throws(DiskError) {
      if path == "-" {
        file = nil
        source = TableSource(name: "stdin", bytes: try Disk.read(0, path))
        return
      }
      let number = try Disk.open(path, O_RDONLY | O_NONBLOCK)
      let status = try Disk.status(of: number, path)
      guard status.kind == .file else {
        try? Disk.system.close(number)
        file = nil
        source = TableSource(name: path, bytes: try Disk.bytes(of: path))
        return
      }
      file = (number, status)
      // Threads do not know whose calls these are; so they take them along.
      let system = Disk.system
      source = TableSource(name: path, size: status.size) { buffer, offset in
        while true {
          do throws(SystemFault) {
            return try system.read(number, buffer, at: offset)
          } catch {
            if error.code != EINTR { return -1 }
          }
        }
      }
    } catch {
      throw LoadingError(path: path, line: 0, message: error.reason)
    }
  }

  /// Closes the file.
  ///
  /// - Throws: `LoadingError` where somebody wrote to it meanwhile: then nothing that was read is worth anything.
  func close() throws(LoadingError) {
    guard let file else { return }
    let now = try? Disk.status(of: file.number, path)
    try? Disk.system.close(file.number)
    if now?.size != file.status.size || now?.changed != file.status.changed {
      let error = DiskError(path: path, problem: .changed)
      throw LoadingError(path: path, line: 0, message: error.reason)
    }
  }
}

/// A file that is written piece by piece and appears when it is whole, or not at all; a device takes the bytes at once.
final class WholeFile {
  private let path: String
  private let file: Int32
  /// The name that it has until it is whole.
  private let draft: String?
  private var failure: DiskError?

  /// - Throws: `OutputError` where it cannot be made.
  init(_ path: String) throws(OutputError) {
    self.path = path
    do throws(DiskError) {
      switch try Disk.status(of: path)?.kind {
      case .folder: throw DiskError(path: path, fault: SystemFault(code: EISDIR))
      case .pipe, .other:
        draft = nil
        file = try Disk.open(path, O_WRONLY)
      case nil, .file, .link:
        let name = PathName(path)
        let fresh = PathName(name.folder ?? ".").appending(
          ".\(name.name).new-\(ProcessCalls.number)")
        draft = fresh
        file = try Disk.open(
          fresh, in: Disk.here, path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW)
      }
    } catch {
      throw OutputError(error)
    }
  }

  /// What goes wrong is told at the end.
  func write(_ bytes: [UInt8]) {
    if failure != nil { return }
    do { try Disk.write(bytes, to: file, path) } catch { failure = error }
  }

  /// Takes the draft away.
  func discard() {
    try? Disk.system.close(file)
    if let draft { try? Disk.system.remove(draft, in: Disk.here, isFolder: false) }
  }

  /// Gives the file its name.
  func finish() throws(OutputError) {
    do throws(DiskError) {
      if let failure { throw failure }
      if let draft {
        try Disk.told(path) { () throws(SystemFault) in try Disk.system.synchronize(file) }
        try Disk.told(path) { () throws(SystemFault) in
          try Disk.system.rename(draft, to: path, in: Disk.here, .over)
        }
      }
      try? Disk.system.close(file)
    } catch {
      discard()
      throw OutputError(error)
    }
  }
}
