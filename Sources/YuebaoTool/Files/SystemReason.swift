import Languages
import Platform

extension Wording {
  /// Why the system refused a file, as far as people can mend it.
  static func reason(_ fault: SystemFault) -> Wording {
    switch fault.code {
    case ENOENT, ENOTDIR: Wording(en: "there is no such file or folder", zh: "没有这个文件或文件夹")
    case EACCES, EPERM: Wording(en: "access is not allowed", zh: "没有权限")
    case EEXIST: Wording(en: "something of that name stands there already", zh: "已经有同名的文件")
    case EISDIR: Wording(en: "this is a folder, not a file", zh: "这是文件夹，不是文件")
    case ENOSPC, EDQUOT: Wording(en: "the disk is full", zh: "磁盘满了")
    case EFBIG: Wording(en: "the file grew longer than is allowed", zh: "文件超过了允许的大小")
    case EROFS: Wording(en: "the disk cannot be written to", zh: "磁盘不能写入")
    case ELOOP:
      Wording(en: "the symbolic links lead in a circle, or nowhere safe", zh: "符号链接绕成了圈，或通向别处")
    case EIO: Wording(en: "the disk failed (input/output error)", zh: "磁盘出错（输入输出错误）")
    case EMFILE, ENFILE: Wording(en: "too many files are open", zh: "打开的文件太多")
    case ENOMEM: Wording(en: "the memory does not suffice", zh: "内存不够")
    case ENAMETOOLONG: Wording(en: "the name is too long", zh: "名字太长")
    case EINVAL: Wording(en: "this is no name of a file", zh: "这不是文件名")
    default: Wording(verbatim: String(cString: strerror(fault.code)))
    }
  }
}
