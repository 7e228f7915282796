import Platform
import Yuebao

/// New files and folders that are written, until the disk holds them all.
///
/// A disk keeps many files at once in about the time of one: so all are written first, and then kept side by side.
final class FreshFiles {
  private struct Entry: Sendable {
    let file: Int32
    let path: String
  }
  private var open: [Entry] = []

  /// So many wait for the disk at a time.
  private static let sideBySide = 8

  /// Opens a folder whose names are to be kept, too.
  func folder(_ name: String, in folder: Int32, _ path: String) throws(DiskError) -> Int32 {
    let file = try Disk.open(name, in: folder, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
    open.append(Entry(file: file, path: path))
    return file
  }

  /// Writes a new file.
  ///
  /// - Throws: `DiskError` where the name is taken, by a link too, or the bytes cannot be written; then part of the file
  ///   may stand there.
  func create(_ name: String, in folder: Int32, _ path: String, _ bytes: [UInt8]) throws(DiskError)
  {
    let file = try Disk.open(name, in: folder, path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW)
    open.append(Entry(file: file, path: path))
    try Disk.write(bytes, to: file, path)
  }

  /// Waits until the disk holds everything, and closes it.
  ///
  /// - Throws: the first refusal in the order in which the files were made.
  func keep() throws(DiskError) {
    let (entries, system) = (open, Disk.system)
    try OrderedWork.run(entries.count, threads: FreshFiles.sideBySide) {
      place throws(DiskError) in
      let result = Disk.$system.withValue(system) {
        Result { () throws(DiskError) in
          try Disk.told(entries[place].path) { () throws(SystemFault) in
            try Disk.system.synchronize(entries[place].file)
          }
        }
      }
      try result.get()
    } take: { _ throws(DiskError) in
    }
    while let entry = open.first {
      open.removeFirst()
      try Disk.close(entry.file, entry.path)
    }
  }

  /// Closes what is still open.
  func abandon() {
    for entry in open { try? Disk.system.close(entry.file) }
    open = []
  }
}
