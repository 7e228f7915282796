import Foundation
import Languages

extension Wording {
  /// Why the system refused a file, as far as people can mend it.
  static func reason(_ error: any Error) -> Wording {
    switch (error as? CocoaError)?.code {
    case .fileNoSuchFile?, .fileReadNoSuchFile?:
      Wording(en: "there is no such file or folder", zh: "没有这个文件或文件夹")
    case .fileReadNoPermission?, .fileWriteNoPermission?:
      Wording(en: "access is not allowed", zh: "没有权限")
    case .fileWriteFileExists?:
      Wording(en: "something of that name stands there already", zh: "已经有同名的文件")
    case .fileWriteOutOfSpace?:
      Wording(en: "the disk is full", zh: "磁盘满了")
    case .fileWriteVolumeReadOnly?:
      Wording(en: "the disk cannot be written to", zh: "磁盘不能写入")
    default:
      Wording(verbatim: error.localizedDescription)
    }
  }
}
