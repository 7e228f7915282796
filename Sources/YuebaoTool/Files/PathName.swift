/// The parts of a path, by its slashes.
///
/// Foundation's path methods on strings stop the program on a lone dot (swift-corelibs-foundation 6.3), so these few
/// lines are our own.
struct PathName {
  let path: String

  init(_ path: String) { self.path = path }

  /// What follows the last slash.
  var name: String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.index(after: $0)...]) }
      ?? path
  }

  /// The folder: what precedes the last slash, `.` where there is none, `nil` above the root and above `.`.
  var folder: String? {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      return path == "." ? nil : "."
    }
    if slash == path.startIndex { return path.utf8.count > 1 ? "/" : nil }
    return String(path[..<slash])
  }

  /// The name's ending behind its last dot in lower case; empty where there is none.
  var ending: String {
    let name = name
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else {
      return ""
    }
    return name[name.index(after: dot)...].lowercased()
  }

  /// The name without its ending.
  var stem: String {
    let name = name
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else {
      return name
    }
    return String(name[..<dot])
  }

  /// The whole path from the root, without `.` and `..` and doubled slashes; links are not followed.
  ///
  /// - Parameter here: the working folder.
  func standardized(in here: String) -> String {
    let whole = path.hasPrefix("/") ? path : here + "/" + path
    if PathName.isStandard(whole) { return whole }
    var parts: [Substring] = []
    for part in whole.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// Whether a path from the root surely is its own standard form, as nearly every path is: no slash has a dot or a slash
  /// behind it, or nothing.
  private static func isStandard(_ path: String) -> Bool {
    var isBehindSlash = false
    for byte in path.utf8 {
      let isSlash = byte == UInt8(ascii: "/")
      if isBehindSlash, isSlash || byte == UInt8(ascii: ".") { return false }
      isBehindSlash = isSlash
    }
    return !isBehindSlash
  }

  /// The path of a file in this folder.
  func appending(_ name: String) -> String {
    if path == "." { return name }
    return path.hasSuffix("/") ? path + name : path + "/" + name
  }
}
