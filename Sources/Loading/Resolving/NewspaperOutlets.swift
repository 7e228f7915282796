import FactModel
import Lexicon

/// Outlets on the net that are named after a place, as the heads of their reports tell them.
extension Newspaper {
  private static let outlets = PhraseSet([
    "网", "在线", "新闻", "新闻网", "融媒", "发布", "热线", "之窗", "广电", "传媒", "工会网",
  ])
  private static let heads = PhraseSet(["讯", "消息", "记者", "通讯员"])
  private static let openings = PhraseSet([
    "云上", "掌上", "今日", "指尖", "看", "爱", "最", "品", "微", "智慧", "美丽", "魅力", "活力", "无线",
  ])
  private static let closings = PhraseSet([
    "讯", "消息", "报道", "客户端", "(记者", "(通讯员", "记者",
  ])
  private static let station = Sign.unit("站")
  private static let dispatches = PhraseSet(["讯", "消息", "电"])
  private static let longestHead = 6

  /// 凯里网讯, 都匀在线消息: whether the name of a place is that of an outlet that sends a report.
  static func isOutlet(_ name: Token, _ scan: Scan) -> Bool {
    let end = name.range.upperBound
    return outlets.begins(at: end, scan)
      && outlets.lengths(at: end, scan).contains { heads.begins(at: end + $0, scan) }
  }

  /// The place of the outlet that a sentence begins with.
  static func outlet(at start: Int, _ scan: Scan) -> (Range<Int>, Int)? {
    let head = start..<min(start + longestHead, scan.units.count)
    if !head.contains(where: { scan.hasToken(.division, at: $0) }) { return nil }
    for name in scan.tokens(.division, in: head) {
      let isHead =
        name.start == start && isOutlet(name, scan) || isOpened(name, start, scan)
        || isStation(name, scan)
      if isHead, let place = place(name, isAlone: false, scan) { return (name.range, place) }
    }
    return nil
  }

  /// 云上崇阳报道, 掌上桐城讯.
  private static func isOpened(_ name: Token, _ start: Int, _ scan: Scan) -> Bool {
    let end = name.range.upperBound
    return name.start > start && openings.begins(at: start, scan)
      && openings.lengths(at: start, scan).contains { start + $0 == name.start }
      && (closings.begins(at: end, scan) || isOutlet(name, scan))
  }

  /// 红网溆浦站6月3日讯.
  private static func isStation(_ name: Token, _ scan: Scan) -> Bool {
    let end = name.range.upperBound
    guard scan.unit(end) == station, let day = TimeReader(scan: scan).date(at: end + 1) else {
      return false
    }
    return dispatches.begins(at: day.range.upperBound, scan)
  }
}
