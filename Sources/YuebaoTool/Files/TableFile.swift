import Languages
import Platform
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
