import Platform

/// The calls of the operating system that the tool makes on files and streams.
///
/// No other file of the tool makes one, so that a test can let each of them fail in turn. A folder in which a name is
/// looked up is an open descriptor, or `SystemCalls.workingFolder`: who holds the descriptor cannot be led elsewhere by
/// a link that somebody puts in the way.
protocol SystemCalls: Sendable {
  func open(_ name: String, in folder: Int32, _ flags: Int32) throws(SystemFault) -> Int32
  /// Whether this process may read a file, without opening it.
  ///
  /// - Throws: where it may not.
  func askToRead(_ name: String, in folder: Int32) throws(SystemFault)
  /// - Returns: how many bytes were read; 0 at the end.
  func read(_ file: Int32, _ buffer: UnsafeMutableRawBufferPointer) throws(SystemFault) -> Int
  /// Reads from a place of the file on, from any thread.
  ///
  /// - Returns: how many bytes were read; 0 at the end.
  func read(_ file: Int32, _ buffer: UnsafeMutableRawBufferPointer, at offset: Int)
    throws(SystemFault) -> Int
  /// - Returns: how many bytes were written, which may be fewer than there are.
  func write(_ file: Int32, _ bytes: UnsafeRawBufferPointer) throws(SystemFault) -> Int
  /// Waits until the disk holds what was written to a file, or the names of a folder.
  func synchronize(_ file: Int32) throws(SystemFault)
  func close(_ file: Int32) throws(SystemFault)
  func status(of name: String, in folder: Int32, followingLinks: Bool) throws(SystemFault)
    -> FileStatus
  func status(of file: Int32) throws(SystemFault) -> FileStatus
  /// The names in an open folder, without `.` and `..`, in no order.
  func names(in folder: Int32) throws(SystemFault) -> [String]
  func makeFolder(_ name: String, in folder: Int32) throws(SystemFault)
  func rename(_ name: String, to other: String, in folder: Int32, _ way: RenameWay)
    throws(SystemFault)
  func remove(_ name: String, in folder: Int32, isFolder: Bool) throws(SystemFault)
  /// Takes the lock of an open folder for this process alone.
  func lock(_ folder: Int32, waiting: Bool) throws(SystemFault)
}

extension SystemCalls {
  static var workingFolder: Int32 { AT_FDCWD }
}

/// The number by which the operating system says why it refused.
struct SystemFault: Error, Hashable {
  let code: Int32
}

/// What is known of a file without reading it.
struct FileStatus: Hashable {
  enum Kind { case file, folder, link, pipe, other }
  let kind: Kind
  let size: Int
  let device: UInt64
  let number: UInt64
  /// When the content changed last, in seconds and nanoseconds.
  let changed: [Int]

  /// What tells a file from all others, whatever its path.
  struct Identity: Hashable {
    let device: UInt64
    let number: UInt64
  }
  var identity: Identity { Identity(device: device, number: number) }
}

/// What becomes of a name that is taken already.
enum RenameWay {
  /// The call fails.
  case fresh
  /// A file takes the place of the one that bears it.
  case over
  /// The two change places, at once for every other process. Not every file system can.
  case exchange
}

/// The operating system itself.
struct Kernel: SystemCalls {
  func open(_ name: String, in folder: Int32, _ flags: Int32) throws(SystemFault) -> Int32 {
    try call(name) { openat(folder, $0, flags | O_CLOEXEC, 0o666) }
  }

  func askToRead(_ name: String, in folder: Int32) throws(SystemFault) {
    _ = try call(name) { faccessat(folder, $0, R_OK, AT_EACCESS) }
  }

  func read(_ file: Int32, _ buffer: UnsafeMutableRawBufferPointer) throws(SystemFault) -> Int {
    try checked(Platform.read(file, buffer.baseAddress, buffer.count))
  }

  func read(_ file: Int32, _ buffer: UnsafeMutableRawBufferPointer, at offset: Int)
    throws(SystemFault) -> Int
  {
    try checked(pread(file, buffer.baseAddress, buffer.count, off_t(offset)))
  }

  func write(_ file: Int32, _ bytes: UnsafeRawBufferPointer) throws(SystemFault) -> Int {
    try checked(Platform.write(file, bytes.baseAddress, bytes.count))
  }

  func synchronize(_ file: Int32) throws(SystemFault) { _ = try checked(fsync(file)) }

  func close(_ file: Int32) throws(SystemFault) { _ = try checked(Platform.close(file)) }

  func status(of name: String, in folder: Int32, followingLinks: Bool) throws(SystemFault)
    -> FileStatus
  {
    var status = stat()
    let flags = followingLinks ? 0 : AT_SYMLINK_NOFOLLOW
    _ = try call(name) { fstatat(folder, $0, &status, flags) }
    return FileStatus(status)
  }

  func status(of file: Int32) throws(SystemFault) -> FileStatus {
    var status = stat()
    _ = try checked(fstat(file, &status))
    return FileStatus(status)
  }

  func names(in folder: Int32) throws(SystemFault) -> [String] {
    // Reading a folder moves its descriptor's place, and closing closes it: so it is opened again.
    let copy = try checked(openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    guard let stream = fdopendir(copy) else {
      let code = errno
      _ = Platform.close(copy)
      throw SystemFault(code: code)
    }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else { break }
      let name = SystemName.text(of: Kernel.name(of: entry))
      if name != ".", name != ".." { names.append(name) }
    }
    if errno != 0 { throw SystemFault(code: errno) }
    return names
  }

  /// The name stands at the end of an entry that may be shorter than its type, so it is never copied as a whole.
  private static func name(of entry: UnsafeMutablePointer<dirent>) -> UnsafePointer<CChar> {
    let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
    return (UnsafeRawPointer(entry) + offset).assumingMemoryBound(to: CChar.self)
  }

  func makeFolder(_ name: String, in folder: Int32) throws(SystemFault) {
    _ = try call(name) { mkdirat(folder, $0, 0o777) }
  }

  func rename(_ name: String, to other: String, in folder: Int32, _ way: RenameWay)
    throws(SystemFault)
  {
    do {
      switch way {
      case .over: try rename(name, other) { renameat(folder, $0, folder, $1) }
      case .fresh: try rename(name, other) { Kernel.rename(folder, $0, $1, Kernel.fresh) }
      case .exchange: try rename(name, other) { Kernel.rename(folder, $0, $1, Kernel.exchange) }
      }
    } catch {
      // Some disks cannot refuse a name that is taken; of folders, an empty one at most is replaced then.
      guard way == .fresh, [EINVAL, ENOSYS, ENOTSUP].contains(error.code) else { throw error }
      try rename(name, other) { renameat(folder, $0, folder, $1) }
    }
  }

  private func rename(
    _ name: String, _ other: String,
    _ body: (UnsafePointer<CChar>, UnsafePointer<CChar>) -> Int32
  ) throws(SystemFault) {
    _ = try call(name) { from in
      SystemName.withBytes(of: other) { body(from, $0) } ?? Kernel.refusal(EINVAL)
    }
  }

  private static func rename(
    _ folder: Int32, _ name: UnsafePointer<CChar>, _ other: UnsafePointer<CChar>, _ flag: UInt32
  ) -> Int32 {
    renaming.map { $0(folder, name, folder, other, flag) } ?? refusal(ENOSYS)
  }

  private typealias Renaming =
    @convention(c) (
      Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
    ) -> Int32
  #if os(Linux)
    // glibc hides the call behind a macro that Swift does not set, so it is looked up by its name.
    private static let renaming = dlsym(nil, "renameat2").map {
      unsafeBitCast($0, to: Renaming.self)
    }
    private static let fresh: UInt32 = 1
    private static let exchange: UInt32 = 2
  #else
    private static let renaming = dlsym(UnsafeMutableRawPointer(bitPattern: -2), "renameatx_np")
      .map { unsafeBitCast($0, to: Renaming.self) }
    private static let fresh: UInt32 = 4
    private static let exchange: UInt32 = 2
  #endif

  func remove(_ name: String, in folder: Int32, isFolder: Bool) throws(SystemFault) {
    _ = try call(name) { unlinkat(folder, $0, isFolder ? Int32(AT_REMOVEDIR) : 0) }
  }

  func lock(_ folder: Int32, waiting: Bool) throws(SystemFault) {
    _ = try checked(flock(folder, LOCK_EX | (waiting ? 0 : LOCK_NB)))
  }

  // MARK: Results

  private func call(_ name: String, _ body: (UnsafePointer<CChar>) -> Int32) throws(SystemFault)
    -> Int32
  {
    // A zero inside would cut the name short, and another file would be meant.
    guard let result = SystemName.withBytes(of: name, body) else {
      throw SystemFault(code: EINVAL)
    }
    return try checked(result)
  }

  private func checked<Result: SignedInteger>(_ result: Result) throws(SystemFault) -> Result {
    if result < 0 { throw SystemFault(code: errno) }
    return result
  }

  private static func refusal(_ code: Int32) -> Int32 {
    errno = code
    return -1
  }
}

extension FileStatus {
  init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link
    case S_IFIFO: kind = .pipe
    default: kind = .other
    }
    size = Int(status.st_size)
    device = UInt64(truncatingIfNeeded: status.st_dev)
    number = UInt64(truncatingIfNeeded: status.st_ino)
    #if os(Linux)
      changed = [status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
    #else
      changed = [status.st_mtimespec.tv_sec, status.st_mtimespec.tv_nsec]
    #endif
  }
}

// MARK: The process

/// What the process asks of the system about itself.
enum ProcessCalls {
  static let number = getpid()

  /// The words of the command line, with names of files as the system gave them.
  static var arguments: [String] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { index in
      CommandLine.unsafeArgv[index].map { SystemName.text(of: UnsafePointer($0)) }
    }
  }

  static var workingFolder: String {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return SystemName.text(of: path)
  }

  /// A closed reader and a full quota become errors of the call in place of the end of the program; no file that is
  /// opened later takes the number of a standard stream that was closed, so that no message is written into a report.
  static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    for stream: Int32 in 0...2 where fcntl(stream, F_GETFD) < 0 {
      // What reads from it finds the end; what writes to it is refused.
      _ = open("/dev/null", O_RDONLY)
    }
  }
}
