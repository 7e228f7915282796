import Lexicon

/// Times at which a report was written or heard, which date none of its figures.
extension PeriodResolver {
  /// 本报石家庄11月17日电, 记者昨日获悉
  static func isOfReport(_ time: ResolvedTime, _ sentence: Range<Int>, _ scan: Scan) -> Bool {
    PlaceResolver.isDateline(time.range, sentence, scan)
      || isOfPrint(time, scan) || isSent(time, sentence, scan)
      || isDay(time) && isHeard(time, scan)
  }

  /// How a report says behind its day that it was sent.
  static let sendings = PhraseSet(["讯", "电", "专电", "消息"])
  private static let longestSender = 12

  /// 浙江在线7月25日讯: when a report was sent, whoever sent it.
  private static func isSent(_ time: ResolvedTime, _ sentence: Range<Int>, _ scan: Scan) -> Bool {
    isDay(time) && time.range.lowerBound - sentence.lowerBound <= longestSender
      && sendings.begins(at: time.range.upperBound, scan)
  }

  private static let prints = PhraseSet(["刊登", "刊发", "刊载", "在头版", "头版", "在要闻版", "以"])

  /// 《…日报》7月7日刊登: when a newspaper told of it.
  private static func isOfPrint(_ time: ResolvedTime, _ scan: Scan) -> Bool {
    scan.unit(time.range.lowerBound - 1) == Sign.closeTitle
      && prints.begins(at: time.range.upperBound, scan)
  }

  private static func isDay(_ time: ResolvedTime) -> Bool {
    if case .date(let date) = time.period { date.day != nil } else { false }
  }

  private static let reporter = spelled("记者")
  private static let hearings = PhraseSet(["获悉", "了解到", "采访"])

  /// 记者6月25日从县总工会获悉,今年…: when it was heard, not when it was.
  static func isHeard(_ time: ResolvedTime, _ scan: Scan) -> Bool {
    var place = time.range.upperBound
    // 7月3日,记者从…获悉
    let next = Sign.clauseEnds.contains(scan.unit(place)) ? place + 1 : place
    if scan.hasWord(reporter, at: next) {
      place = next
    } else if !scan.hasWord(reporter, at: time.range.lowerBound - reporter.count) {
      return false
    }
    return scan.restOfClause(from: place, most: .max).contains { hearings.begins(at: $0, scan) }
  }
}
