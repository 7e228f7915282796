import Foundation
import Languages
import Yuebao

/// Why a report could not be written.
struct OutputError: ExitingError {
  let path: String
  let reason: Wording
  var exit: Console.Exit { .cannotWrite }

  func text(in language: Language) -> String {
    let rest = Wording(en: "; nothing was changed there", zh: "；那里的文件没有改动")
    return (Wording(verbatim: "\(path): ") + .error + reason + rest).text(in: language)
  }
}

/// Writes the files of a month so that they appear together or not at all.
///
/// The files are written into a folder beside the month's; then that folder takes the month's place by renaming. A
/// signal waits until then; what a run leaves that was killed outright, the next run clears away.
struct OutputFolder {
  let root: String
  private static let process = ProcessInfo.processInfo.processIdentifier

  /// - Throws: `OutputError`, with everything as it was; `Interrupted` behind the month, if a signal came.
  func write(_ files: [OutputFile], range: MonthRange) throws {
    try Interrupts.deferred { try replace(range.description, with: files) }
  }

  private func replace(_ name: String, with files: [OutputFile]) throws(OutputError) {
    let target = url(name)
    let fresh = url(".\(name).new-\(OutputFolder.process)")
    let old = url(".\(name).old-\(OutputFolder.process)")
    let manager = FileManager.default
    clear(name)
    do {
      try manager.createDirectory(at: fresh, withIntermediateDirectories: true)
      for file in files {
        let path = fresh.appendingPathComponent(file.name)
        try manager.createDirectory(
          at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: path)
      }
      if manager.fileExists(atPath: target.path) { try manager.moveItem(at: target, to: old) }
      try manager.moveItem(at: fresh, to: target)
      try? manager.removeItem(at: old)
    } catch {
      // Puts back what was there; the new files go.
      if !manager.fileExists(atPath: target.path) { try? manager.moveItem(at: old, to: target) }
      try? manager.removeItem(at: fresh)
      throw OutputError(path: target.path, reason: .reason(error))
    }
  }

  /// Clears away what runs left behind that are no more: half a month goes, a month that was set aside comes back.
  private func clear(_ name: String) {
    let manager = FileManager.default
    for left in (try? manager.contentsOfDirectory(atPath: root)) ?? [] {
      let parts = left.split(separator: "-")
      guard left.hasPrefix(".\(name)."), let last = parts.last, let process = Int32(last),
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      if left.contains(".old-"), !manager.fileExists(atPath: url(name).path) {
        try? manager.moveItem(at: url(left), to: url(name))
      } else {
        try? manager.removeItem(at: url(left))
      }
    }
  }

  private func url(_ name: String) -> URL {
    URL(fileURLWithPath: root, isDirectory: true).appendingPathComponent(name, isDirectory: true)
  }
}
