import Platform

/// A file that is written piece by piece and appears when it is whole, or not at all; a device takes the bytes at once.
final class WholeFile {
  private let path: String
  private let file: Int32
  /// The name that it has until it is whole.
  private let draft: String?
  private var failure: DiskError?
  private var isOpen = true

  /// - Throws: `OutputError` where it cannot be made.
  init(_ path: String) throws(OutputError) {
    self.path = path
    do throws(DiskError) {
      switch try Disk.status(of: path)?.kind {
      case .folder: throw DiskError(path: path, fault: SystemFault(code: EISDIR))
      case .pipe, .other:
        draft = nil
        file = try Disk.open(path, O_WRONLY)
      case .file where WholeFile.isOfSystem(path):
        draft = nil
        file = try Disk.open(path, O_WRONLY | O_APPEND)
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

  /// `/dev/stdout` may lead to a file, but a new file must never take its name.
  private static func isOfSystem(_ path: String) -> Bool {
    path.hasPrefix("/dev/") || path.hasPrefix("/proc/")
  }

  /// What goes wrong is told at the end.
  func write(_ bytes: [UInt8]) {
    if failure != nil { return }
    do { try Disk.write(bytes, to: file, path) } catch { failure = error }
  }

  /// Takes the draft away.
  func discard() {
    if isOpen { try? Disk.system.close(file) }
    isOpen = false
    if let draft { try? Disk.system.remove(draft, in: Disk.here, isFolder: false) }
  }

  /// Gives the file its name.
  func finish() throws(OutputError) {
    do throws(DiskError) {
      if let failure { throw failure }
      if draft != nil {
        try Disk.told(path) { () throws(SystemFault) in try Disk.system.synchronize(file) }
      }
      isOpen = false
      try Disk.close(file, path)
      if let draft {
        try Disk.told(path) { () throws(SystemFault) in
          try Disk.system.rename(draft, to: path, in: Disk.here, .over)
        }
      }
    } catch {
      discard()
      throw OutputError(error)
    }
  }
}
