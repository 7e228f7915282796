import Languages

/// The line that tells how far long work has come.
public struct ProgressText: Sendable {
  private let doing: Wording
  private let total: Int

  /// - Parameters:
  ///   - doing: what is being done: "reading".
  ///   - total: how many steps there are.
  public init(_ doing: Wording, total: Int) {
    self.doing = doing
    self.total = total
  }

  /// `reading 1200/8000, 410 a second, 17 s left`.
  public func line(done: Int, seconds: Double) -> Wording {
    let rate = seconds > 0 ? Double(done) / seconds : 0
    let count = doing + Wording(verbatim: " \(done)/\(total)")
    guard rate > 0 else { return count }
    let left = Int((Double(total - done) / rate).rounded(.up))
    let speed = rate < 10 ? "\((rate * 10).rounded() / 10)" : "\(Int(rate.rounded()))"
    return count
      + Wording(
        en: ", \(speed) a second, \(duration(left, en: true)) left",
        zh: "，每秒 \(speed)，还要\(duration(left, en: false))")
  }

  private func duration(_ seconds: Int, en: Bool) -> String {
    let (minutes, rest) = seconds.quotientAndRemainder(dividingBy: 60)
    if minutes == 0 { return en ? "\(rest) s" : " \(rest) 秒" }
    return en ? "\(minutes) min \(rest) s" : " \(minutes) 分 \(rest) 秒"
  }
}
