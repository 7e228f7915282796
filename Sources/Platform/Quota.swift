/// The share of the processors that a container gives its processes: a time of work in each period.
enum Quota {
  /// So many processors the quota is worth, rounded up; `nil` where there is none.
  static var processors: Int? {
    of(line: "/sys/fs/cgroup/cpu.max")
      ?? of(
        quota: number("/sys/fs/cgroup/cpu/cpu.cfs_quota_us"),
        period: number("/sys/fs/cgroup/cpu/cpu.cfs_period_us"))
  }

  /// `200000 100000`; `max 100000` where there is no quota.
  private static func of(line path: String) -> Int? {
    let words = text(path).split { $0 == " " }
    return words.count == 2 ? of(quota: Int(words[0]), period: Int(words[1])) : nil
  }

  private static func of(quota: Int?, period: Int?) -> Int? {
    guard let quota, let period, quota > 0, period > 0 else { return nil }
    return (quota - 1) / period + 1
  }

  private static func number(_ path: String) -> Int? { Int(text(path)) }

  /// The one line of a small file; nothing where there is none.
  private static func text(_ path: String) -> String {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return "" }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(file, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)).prefix { $0 != 10 }, as: UTF8.self)
  }
}
