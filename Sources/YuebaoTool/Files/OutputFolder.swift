import Languages
import Platform
import Yuebao

/// The folder of the months, open and locked for this run.
///
/// A month's files are written into a folder beside the month's and kept by the disk; then the two change places in one
/// call, so that at every moment, also if the program or the machine stops, the month's name leads to all of the old
/// files or all of the new. Everything is looked up in the open folder and no link is followed, so that nothing is
/// written elsewhere.
struct OutputFolder {
  /// How messages name it.
  let root: String
  private let handle: Int32
  private let session: Session

  /// Opens the folder, makes it where there is none, waits for another run that writes into it, and clears away what
  /// runs left that were stopped. Where the work fails, a folder that was made and is empty goes again.
  ///
  /// - Throws: `OutputError` where the folder cannot be used; what the work throws.
  static func with<Result>(
    _ root: String, _ session: Session, _ work: (OutputFolder) throws -> Result
  ) throws -> Result {
    var made: [String] = []
    do {
      let handle = try open(root, &made)
      defer { try? Disk.system.close(handle) }
      let folder = OutputFolder(root: root, handle: handle, session: session)
      if try folder.lock() { try Leftovers(folder: handle, root: root).clear(session) }
      return try work(folder)
    } catch {
      // Only an empty folder can be removed so.
      for path in made.reversed() {
        try? Disk.system.remove(path, in: Disk.here, isFolder: true)
      }
      if let error = error as? DiskError { throw OutputError(error) }
      throw error
    }
  }

  private static func open(_ root: String, _ made: inout [String]) throws -> Int32 {
    if let status = try Disk.status(of: root), status.kind != .folder {
      throw OutputError(
        path: root, reason: Wording(en: "this is a file, not a folder", zh: "这是文件，不是文件夹"))
    }
    made = try Disk.makeFolders(root)
    return try Disk.open(root, O_RDONLY | O_DIRECTORY)
  }

  /// - Returns: whether no other run can write here; some network disks know no locks, which is told.
  private func lock() throws -> Bool {
    do {
      if try tryLock(waiting: false) { return true }
      session.note(
        Wording(
          en: "\(root): another run is writing here; waiting until it is done",
          zh: "\(root)：另一个运行正在写这里，等它写完"))
      return try tryLock(waiting: true)
    } catch {
      session.warn(
        Wording(
          en: "\(root): the folder cannot be locked; let no other run write here meanwhile: ",
          zh: "\(root)：这个文件夹不能加锁；请不要同时让别的运行写这里：") + error.reason)
      return false
    }
  }

  /// - Returns: `false` where another run has the lock.
  private func tryLock(waiting: Bool) throws(DiskError) -> Bool {
    do {
      try Disk.told(root) { () throws(SystemFault) in
        try Disk.system.lock(handle, waiting: waiting)
      }
      return true
    } catch {
      if !waiting, error.code == EWOULDBLOCK { return false }
      throw error
    }
  }

  /// Writes the files of a month.
  ///
  /// - Throws: `OutputError`; `Interrupted` behind the month, if a signal came.
  func write(_ files: [OutputFile], range: MonthRange) throws {
    try Interrupts.deferred { try replace(range.description, with: files) }
  }

  private func replace(_ name: String, with files: [OutputFile]) throws {
    let fresh = Leftovers.name(of: name, .fresh)
    let isTaken = try check(name, files)
    try Disk.told(shown(name)) { () throws(SystemFault) in
      try Disk.system.makeFolder(fresh, in: handle)
    }
    do {
      try fill(fresh, shown: name, files)
      try settle(fresh, name, isTaken: isTaken)
    } catch {
      try? Disk.removeTree(fresh, in: handle, shown(fresh))
      throw error
    }
    do {
      try Disk.told(root) { () throws(SystemFault) in try Disk.system.synchronize(handle) }
    } catch {
      throw OutputError(error, rest: .written)
    }
    if isTaken { Leftovers(folder: handle, root: root).remove(fresh, session) }
  }

  private func shown(_ name: String) -> String { PathName(root).appending(name) }

  // MARK: What stands there

  /// Whether the month has a folder.
  ///
  /// - Throws: `OutputError` where something else bears the name, or the folder holds what no report has: replacing it
  ///   would lose that.
  private func check(_ name: String, _ files: [OutputFile]) throws -> Bool {
    let path = shown(name)
    let status: FileStatus
    do {
      status = try Disk.told(path) { () throws(SystemFault) in
        try Disk.system.status(of: name, in: handle, followingLinks: false)
      }
    } catch {
      if error.code == ENOENT { return false }
      throw error
    }
    switch status.kind {
    case .folder: break
    case .link:
      throw OutputError(
        path: path,
        reason: Wording(
          en: "this is a symbolic link, and the report would lie elsewhere; remove it",
          zh: "这是符号链接，月报会写到别处；请删掉它"))
    case .file, .pipe, .other:
      throw OutputError(
        path: path,
        reason: Wording(
          en: "a file stands where the folder of the month belongs; move it away",
          zh: "月份文件夹的位置上有一个文件；请把它移开"))
    }
    if let foreign = try foreign(in: name, files) {
      throw OutputError(
        path: PathName(path).appending(foreign),
        reason: Wording(
          en: "this is not of the report, and would be lost with the old files; move it elsewhere",
          zh: "这不是月报的文件，会随旧文件一起消失；请把它移到别处"))
    }
    return true
  }

  /// The first name in a month's folder that no report of it has; hidden files, such as the locks of spreadsheets, go.
  private func foreign(in name: String, _ files: [OutputFile]) throws(DiskError) -> String? {
    let path = shown(name)
    let own = Set(files.compactMap { $0.name.split(separator: "/").first.map(String.init) })
    let folder = try Disk.open(name, in: handle, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
    defer { try? Disk.system.close(folder) }
    for entry in try Disk.names(in: folder, path) {
      let shown = PathName(path).appending(entry)
      let status = try Disk.told(shown) { () throws(SystemFault) in
        try Disk.system.status(of: entry, in: folder, followingLinks: false)
      }
      if status.kind != .folder {
        if own.contains(entry) || entry.hasPrefix(".") { continue }
        return entry
      }
      guard entry == OutputFolder.pictures else { return entry }
      let inner = try Disk.open(entry, in: folder, shown, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
      defer { try? Disk.system.close(inner) }
      let other = try Disk.names(in: inner, shown).first {
        !$0.hasSuffix(".svg") && !$0.hasPrefix(".")
      }
      if let other { return PathName(entry).appending(other) }
    }
    return nil
  }

  /// The one folder in a month's folder.
  private static let pictures = "charts"

  // MARK: Writing

  /// Writes the files into a new folder, as the disk keeps them.
  private func fill(_ fresh: String, shown name: String, _ files: [OutputFile]) throws(DiskError) {
    let path = shown(name)
    let written = FreshFiles()
    defer { written.abandon() }
    let folder = try written.folder(fresh, in: handle, path)
    let parts = Dictionary(grouping: files) { PathName($0.name).folder ?? "." }
    for part in parts.keys.sorted() {
      guard part != "." else { continue }
      let inside = PathName(path).appending(part)
      try Disk.told(inside) { () throws(SystemFault) in
        try Disk.system.makeFolder(part, in: folder)
      }
      let inner = try written.folder(part, in: folder, inside)
      try create(parts[part] ?? [], in: inner, inside, written)
    }
    try create(parts["."] ?? [], in: folder, path, written)
    try written.keep()
  }

  private func create(
    _ files: [OutputFile], in folder: Int32, _ path: String, _ written: FreshFiles
  ) throws(DiskError) {
    for file in files {
      let name = PathName(file.name).name
      try written.create(name, in: folder, PathName(path).appending(name), file.bytes)
    }
  }

  /// Puts the new folder in the month's place; the old one has the other name then.
  private func settle(_ fresh: String, _ name: String, isTaken: Bool) throws {
    do {
      try rename(fresh, name, isTaken ? .exchange : .fresh)
    } catch {
      guard isTaken, [EINVAL, ENOSYS, ENOTSUP, EPERM].contains(error.code) else { throw error }
      try settleInTwoSteps(fresh, name)
    }
  }

  /// Where the file system cannot exchange two folders, for a moment there is none of the name; who stops the program
  /// then finds the old one again by the next run.
  private func settleInTwoSteps(_ fresh: String, _ name: String) throws {
    let old = Leftovers.name(of: name, .old)
    session.note(
      Wording(
        en: "\(shown(name)): this disk cannot exchange two folders in one step; two are taken",
        zh: "\(shown(name))：这个磁盘不能一步交换两个文件夹，改用两步"))
    try rename(name, old, .fresh)
    do {
      try rename(fresh, name, .fresh)
    } catch {
      do { try rename(old, name, .fresh) } catch {
        throw OutputError(
          path: shown(name),
          reason: error.reason
            + Wording(
              en: "; the old files lie in \(old), the next run puts them back",
              zh: "；旧文件在 \(old) 里，下次运行会放回原处"), rest: .unknown)
      }
      throw error
    }
    // From here on the old one bears the name that is cleared away.
    try? rename(old, fresh, .fresh)
  }

  private func rename(_ name: String, _ other: String, _ way: RenameWay) throws(DiskError) {
    try Disk.told(shown(PathName(other).name)) { () throws(SystemFault) in
      try Disk.system.rename(name, to: other, in: handle, way)
    }
  }
}
