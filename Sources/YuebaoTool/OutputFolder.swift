import Foundation
import Languages
import Yuebao

/// Why a report could not be written.
struct OutputError: SpokenError {
  let path: String
  let reason: Wording

  func text(in language: Language) -> String {
    let rest = Wording(en: "; nothing was changed there", zh: "；那里的文件没有改动")
    return (Wording(verbatim: "\(path): ") + .error + reason + rest).text(in: language)
  }
}

/// Writes the files of a month so that they appear together or not at all.
///
/// The files are written into a folder beside the month's; then that folder takes the month's place by renaming.
struct OutputFolder {
  let root: String

  func write(_ files: [OutputFile], month: YearMonth) throws(OutputError) {
    let target = url(month.description)
    let fresh = url(".\(month).new-\(ProcessInfo.processInfo.processIdentifier)")
    let old = url(".\(month).old-\(ProcessInfo.processInfo.processIdentifier)")
    let manager = FileManager.default
    do {
      try manager.createDirectory(at: fresh, withIntermediateDirectories: true)
      for file in files {
        try Data(file.bytes).write(to: fresh.appendingPathComponent(file.name))
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

  private func url(_ name: String) -> URL {
    URL(fileURLWithPath: root, isDirectory: true).appendingPathComponent(name, isDirectory: true)
  }
}
