import Languages
import Platform

/// Files as a whole: read, listed, made and replaced by the calls of `SystemCalls`.
///
/// A call that a signal interrupted is made again; a call that did less than was asked goes on where it stopped.
enum Disk {
  /// Who carries out the calls; a test puts its own in. Work that is handed to other threads must take it along.
  @TaskLocal static var system: any SystemCalls = Kernel()
  static var here: Int32 { Kernel.workingFolder }

  /// What the system says of a path, links followed; `nil` where there is nothing.
  static func status(of path: String) throws(DiskError) -> FileStatus? {
    do {
      return try again { () throws(SystemFault) in
        try system.status(of: path, in: here, followingLinks: true)
      }
    } catch {
      if error.code == ENOENT || error.code == ENOTDIR { return nil }
      throw DiskError(path: path, fault: error)
    }
  }

  /// The whole content of a file.
  ///
  /// - Parameter most: how many bytes are read at most.
  /// - Throws: `DiskError`, also where the file is longer, is no file, or changed while it was read.
  static func bytes(of path: String, most: Int = Disk.mostBytes) throws(DiskError) -> [UInt8] {
    let file = try open(path, O_RDONLY | O_NONBLOCK)
    defer { try? system.close(file) }
    let before = try status(of: file, path)
    switch before.kind {
    case .folder: throw DiskError(path: path, fault: SystemFault(code: EISDIR))
    case .link, .other: throw DiskError(path: path, problem: .noFile)
    case .file where before.size > most: throw DiskError(path: path, problem: .tooLong(most))
    case .file: break
    case .pipe: return try pipe(path, most: most)
    }
    let bytes = try read(file, path, expecting: before.size, most: most)
    let after = try status(of: file, path)
    if after.changed != before.changed || after.size != bytes.count {
      throw DiskError(path: path, problem: .changed)
    }
    return bytes
  }

  /// Finds out whether a plain file could be read as a whole, without opening it.
  ///
  /// - Parameter status: what the system says of it.
  /// - Throws: what `bytes(of:most:)` would, but for faults that only reading shows.
  static func check(_ path: String, _ status: FileStatus, most: Int = Disk.mostBytes)
    throws(DiskError)
  {
    if status.size > most { throw DiskError(path: path, problem: .tooLong(most)) }
    try told(path) { () throws(SystemFault) in try system.askToRead(path, in: here) }
  }

  /// A pipe is opened again so that its end is awaited: without `O_NONBLOCK`.
  private static func pipe(_ path: String, most: Int) throws(DiskError) -> [UInt8] {
    let file = try open(path, O_RDONLY)
    defer { try? system.close(file) }
    return try read(file, path, expecting: 0, most: most)
  }

  /// A thousand times a newspaper page, which is read as a whole, because its head dates and places its last line;
  /// reading takes about a hundred times as much memory.
  static let mostBytes = 64 << 20

  /// Everything up to the end of an open file, or to the size that it is said to have, if it has one.
  static func read(_ file: Int32, _ path: String, expecting size: Int = 0, most: Int = mostBytes)
    throws(DiskError) -> [UInt8]
  {
    var bytes: [UInt8] = []
    while true {
      // The first piece is mostly all there is.
      let room = size == 0 ? 1 << 20 : min(size - bytes.count, 1 << 20)
      let piece = try piece(of: file, path, room: room)
      if piece.isEmpty { return bytes }
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
      // Whether there is more by now, its status tells.
      if bytes.count == size { return bytes }
      if bytes.count > most { throw DiskError(path: path, problem: .tooLong(most)) }
    }
  }

  /// The next bytes of a file, so many at most; none at its end.
  private static func piece(of file: Int32, _ path: String, room: Int) throws(DiskError) -> [UInt8]
  {
    var refusal: SystemFault?
    let bytes = [UInt8](unsafeUninitializedCapacity: room) { space, count in
      do throws(SystemFault) {
        count = try again { () throws(SystemFault) in
          try system.read(file, UnsafeMutableRawBufferPointer(space))
        }
      } catch {
        refusal = error
      }
    }
    if let refusal { throw DiskError(path: path, fault: refusal) }
    return bytes
  }

  /// What an open file holds from a place on, up to so many bytes; nothing at its end.
  static func read(_ file: Int32, _ path: String, at offset: Int, most: Int) throws(DiskError)
    -> [UInt8]
  {
    var buffer = [UInt8](repeating: 0, count: most)
    let result = buffer.withUnsafeMutableBytes { space in
      Result { () throws(SystemFault) in
        try again { () throws(SystemFault) in try system.read(file, space, at: offset) }
      }
    }
    let count = try told(path) { () throws(SystemFault) in try result.get() }
    buffer.removeSubrange(count...)
    return buffer
  }

  /// The names in a folder, in byte order.
  static func names(in path: String) throws(DiskError) -> [String] {
    let folder = try open(path, O_RDONLY | O_DIRECTORY)
    defer { try? system.close(folder) }
    return try names(in: folder, path)
  }

  static func names(in folder: Int32, _ path: String) throws(DiskError) -> [String] {
    try told(path) { () throws(SystemFault) in try system.names(in: folder) }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  // MARK: Writing

  /// Makes a folder and those above it that are missing.
  ///
  /// - Returns: the paths that were made, the outermost first.
  static func makeFolders(_ path: String) throws(DiskError) -> [String] {
    if try status(of: path) != nil { return [] }
    var made: [String] = []
    if let above = PathName(path).folder, above != path { made = try makeFolders(above) }
    do {
      try told(path) { () throws(SystemFault) in try system.makeFolder(path, in: here) }
    } catch {
      // Another run may have been quicker.
      if error.code != EEXIST { throw error }
      return made
    }
    return made + [path]
  }

  /// Closes a file that was written: what the system could not keep it may tell only now.
  static func close(_ file: Int32, _ path: String) throws(DiskError) {
    do { try system.close(file) } catch {
      if error.code != EINTR { throw DiskError(path: path, fault: error) }
    }
  }

  static func write(_ bytes: [UInt8], to file: Int32, _ path: String) throws(DiskError) {
    var done = 0
    while done < bytes.count {
      let result = bytes[done...].withUnsafeBytes { rest in
        Result { () throws(SystemFault) in
          try again { () throws(SystemFault) in try system.write(file, rest) }
        }
      }
      let count = try told(path) { () throws(SystemFault) in try result.get() }
      // Nothing written and nothing refused: it would go on for ever.
      if count == 0 { throw DiskError(path: path, fault: SystemFault(code: EIO)) }
      done += count
    }
  }

  /// Removes a folder of an open folder with all that is in it; a link is removed, never followed.
  static func removeTree(_ name: String, in folder: Int32, _ path: String) throws(DiskError) {
    let status = try told(path) { () throws(SystemFault) in
      try system.status(of: name, in: folder, followingLinks: false)
    }
    if status.kind == .folder {
      try empty(name, in: folder, path)
    }
    try told(path) { () throws(SystemFault) in
      try system.remove(name, in: folder, isFolder: status.kind == .folder)
    }
  }

  /// Removes what is in a folder; the folders in it and its files side by side, for each folder makes the others wait.
  private static func empty(_ name: String, in folder: Int32, _ path: String) throws(DiskError) {
    let inner = try open(name, in: folder, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
    defer { try? system.close(inner) }
    var (folders, files): ([String], [String]) = ([], [])
    for entry in try names(in: inner, path) {
      let status = try told(PathName(path).appending(entry)) { () throws(SystemFault) in
        try system.status(of: entry, in: inner, followingLinks: false)
      }
      if status.kind == .folder { folders.append(entry) } else { files.append(entry) }
    }
    let here = system
    let (first, second) = both(threads: folders.isEmpty || files.isEmpty ? 1 : 2) { [folders] in
      Disk.$system.withValue(here) {
        Result { () throws(DiskError) in
          for entry in folders { try removeTree(entry, in: inner, PathName(path).appending(entry)) }
        }
      }
    } _: { [files] in
      Disk.$system.withValue(here) {
        Result { () throws(DiskError) in
          for entry in files {
            try told(PathName(path).appending(entry)) { () throws(SystemFault) in
              try system.remove(entry, in: inner, isFolder: false)
            }
          }
        }
      }
    }
    try first.get()
    try second.get()
  }

  // MARK: Calls

  static func open(_ path: String, _ flags: Int32) throws(DiskError) -> Int32 {
    try open(path, in: here, path, flags)
  }

  static func open(_ name: String, in folder: Int32, _ path: String, _ flags: Int32)
    throws(DiskError) -> Int32
  {
    try told(path) { () throws(SystemFault) in try system.open(name, in: folder, flags) }
  }

  static func status(of file: Int32, _ path: String) throws(DiskError) -> FileStatus {
    try told(path) { () throws(SystemFault) in try system.status(of: file) }
  }

  /// Carries out a call, again where a signal came in between; a refusal is told with the path.
  static func told<Result>(_ path: String, _ call: () throws(SystemFault) -> Result)
    throws(DiskError) -> Result
  {
    do {
      return try again(call)
    } catch {
      throw DiskError(path: path, fault: error)
    }
  }

  private static func again<Result>(_ call: () throws(SystemFault) -> Result) throws(SystemFault)
    -> Result
  {
    while true {
      do {
        return try call()
      } catch {
        if error.code != EINTR { throw error }
      }
    }
  }
}

/// Why a file could not be read or written.
struct DiskError: Error {
  enum Problem {
    case refused(SystemFault)
    /// A device or a socket.
    case noFile
    /// More bytes than the limit.
    case tooLong(Int)
    /// Somebody wrote to it meanwhile.
    case changed
  }
  let path: String
  let problem: Problem

  init(path: String, problem: Problem) {
    self.path = path
    self.problem = problem
  }

  init(path: String, fault: SystemFault) { self.init(path: path, problem: .refused(fault)) }

  /// The number of the system; 0 where it is another problem.
  var code: Int32 {
    if case .refused(let fault) = problem { fault.code } else { 0 }
  }

  /// What is wrong and, where something can be done, what.
  var reason: Wording {
    switch problem {
    case .refused(let fault): .reason(fault)
    case .noFile:
      Wording(en: "this is a device, not a file", zh: "这是设备，不是文件")
    case .tooLong(let most):
      Wording(
        en: "the file is longer than \(most >> 20) MiB, which is the most that is read; split it",
        zh: "文件超过 \(most >> 20) MiB 的上限；请分成几个文件")
    case .changed:
      Wording(
        en: "the file changed while it was read; run again when nobody writes to it",
        zh: "读的时候文件变了；请等没有人改动它时再运行")
    }
  }
}
