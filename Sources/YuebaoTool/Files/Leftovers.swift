import Languages
import Yuebao

/// What runs leave in the folder of the months when they are stopped: half a month, or one that was set aside.
///
/// Only who holds the lock of the folder may clear it: then no run that still goes on owns any of it.
struct Leftovers {
  /// The folder of the months, open.
  let folder: Int32
  let root: String

  enum Sort: String {
    /// New files that are not yet, or old files that are no longer, the month's.
    case fresh = "new"
    /// The month's files while the new ones take their place in two steps.
    case old
  }

  static func name(of month: String, _ sort: Sort) -> String {
    ".\(month).\(sort.rawValue)-\(ProcessCalls.number)"
  }

  /// Removes what is half or outdated, and puts a month back that a stopped run had set aside.
  ///
  /// - Throws: `DiskError` where a month cannot be put back.
  func clear(_ session: Session) throws(DiskError) {
    let names = try Disk.names(in: folder, root)
    for name in names {
      guard let (month, sort) = Leftovers.parts(of: name) else { continue }
      if sort == .old, !names.contains(month) {
        try Disk.told(PathName(root).appending(month)) { () throws(SystemFault) in
          try Disk.system.rename(name, to: month, in: folder, .fresh)
        }
        session.note(
          Wording(
            en:
              "\(PathName(root).appending(month)): put back, a run had been stopped while writing it",
            zh: "\(PathName(root).appending(month))：上次写到一半停了，已恢复原来的文件"))
      } else {
        remove(name, session)
      }
    }
  }

  /// Removes one; what cannot be removed is told and does no harm.
  func remove(_ name: String, _ session: Session) {
    do {
      try Disk.removeTree(name, in: folder, PathName(root).appending(name))
    } catch {
      session.warn(
        Wording(verbatim: error.path)
          + Wording(
            en: ": old files could not be removed; the next run tries again: ",
            zh: "：旧文件删不掉，下次运行会再试：") + error.reason)
    }
  }

  /// `.2025-07.new-123` is of 2025-07.
  private static func parts(of name: String) -> (month: String, sort: Sort)? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].isEmpty, MonthRange(String(parts[1])) != nil else {
      return nil
    }
    let tail = parts[2].split(separator: "-", omittingEmptySubsequences: false)
    guard tail.count == 2, Int32(tail[1]) != nil, let sort = Sort(rawValue: String(tail[0])) else {
      return nil
    }
    return (String(parts[1]), sort)
  }
}
