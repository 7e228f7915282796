import Languages
import Yuebao

/// Why something could not be written, and what stands there now.
struct OutputError: ExitingError {
  /// What became of what was to be written.
  enum Rest {
    /// Everything is as it was before.
    case unchanged
    /// The new files stand there whole, but the disk does not confirm it.
    case written
    /// Part of it may have gone out.
    case unknown
  }
  let path: String
  let reason: Wording
  var rest = Rest.unchanged
  var exit: Console.Exit { .cannotWrite }

  init(path: String, reason: Wording, rest: Rest = .unchanged) {
    self.path = path
    self.reason = reason
    self.rest = rest
  }

  init(_ error: DiskError, rest: Rest = .unchanged) {
    self.init(path: error.path, reason: error.reason, rest: rest)
  }

  func text(in language: Language) -> String {
    (Wording(verbatim: "\(path): ") + .error + reason + sequel).text(in: language)
  }

  private var sequel: Wording {
    switch rest {
    case .unchanged: Wording(en: "; nothing was changed there", zh: "；那里的文件没有改动")
    case .written:
      Wording(
        en: "; the new files stand there, but the disk did not confirm them; run again",
        zh: "；新文件已写好，但磁盘没有确认；请再运行一次")
    case .unknown: Wording(verbatim: "")
    }
  }
}
