import Lexicon

/// How a report begins: by naming who sends it, or at once with what is new.
enum ReportLead {
  private static let words = ["本报讯", "本报电", "本报综合", "讯(", "中工网讯", "本网讯"].map { Array($0.utf16) }
  private static let sent = SignSet("讯电息")
  private static let message: UInt16 = Sign.unit("消")
  private static let senders = SignSet("报网社刊台端线")
  /// What parts the words of the sender from what is told.
  private static let separators = SignSet(" (:】记")
  private static let marks = SignSet(",、;。!?")
  /// No sender's words are longer, place and date and all: 新疆生产建设兵团日报乌鲁木齐12月28日讯.
  private static let longest = 26
  private static let longestWord = 12
  private static let news = ["近日", "日前", "昨日", "今日", "昨天", "今天", "前天", "连日来", "获悉", "记者从", "了解到"]
    .map {
      Array($0.utf16)
    }
  private static let newsSigns = SignSet(news.map { $0[0] })

  /// Whether a line without blanks at its edges begins with its sender: 本报讯, 厦门网讯, 本报4月23日讯(记者…).
  static func isSigned(_ line: ArraySlice<UInt16>) -> Bool {
    // Most lines hold no sign that such words end with.
    let head = line.prefix(longest)
    guard head.contains(where: { sent.contains($0) || $0 == Sign.unit("综") }) else { return false }
    let first = head.prefix(longestWord)
    return words.contains { contains(first, $0) } || namesSender(head)
  }

  /// 湖南日报2月13日讯, 新华社北京8月30日电, 央广网银川4月28日消息: a sender, perhaps a place and a day, and how it was sent.
  private static func namesSender(_ head: ArraySlice<UInt16>) -> Bool {
    let clause = head.prefix { !marks.contains($0) }
    guard let sender = clause.firstIndex(where: { senders.contains($0) }) else { return false }
    return clause.indices.dropLast().contains { place in
      place > sender && sent.contains(clause[place]) && separators.contains(clause[place + 1])
        && (clause[place] != Sign.unit("息") || clause[place - 1] == message)
    }
  }

  /// Whether a line's first clause tells when something new happened, or who told it: 3月5日, 市总工会近日…, 记者从….
  static func tellsNews(_ line: ArraySlice<UInt16>) -> Bool {
    let clause = line.prefix(longest).prefix { !marks.contains($0) }
    let number = clause.prefix { Sign.isDigit($0) }
    if let unit = clause[number.endIndex...].first, !number.isEmpty,
      unit == Sign.month || unit == Sign.year
    {
      return true
    }
    return clause.contains { newsSigns.contains($0) } && news.contains { contains(clause, $0) }
  }

  private static let writers = ["记者", "通讯员", "实习生", "特约", "作者", "文/"].map { Array($0.utf16) }
  private static let furniture = [
    "责任编辑", "责编", "版式", "校对:", "社址", "邮编", "投稿邮箱", "统一刊号", "版面编辑",
  ].map { Array($0.utf16) }

  /// Whether a short line names who wrote a report, and not who took a photograph.
  static func namesWriter(_ line: ArraySlice<UInt16>) -> Bool {
    line.last != Sign.unit("摄") && !isFurniture(line) && writers.contains { contains(line, $0) }
  }

  /// Whether a short line belongs to the page and to no article: 2024年7月5日 星期五 责任编辑:张立.
  static func isFurniture(_ line: ArraySlice<UInt16>) -> Bool {
    furniture.contains { contains(line, $0) } || isDayOfPaper(line)
  }

  private static let weekday = Array("星期".utf16)

  /// 2024年7月5日 星期五, but not 每周星期三义诊300人次.
  private static func isDayOfPaper(_ line: ArraySlice<UInt16>) -> Bool {
    guard let first = line.first, Sign.isDigit(first), contains(line, weekday) else { return false }
    let number = line.prefix { Sign.isDigit($0) }
    return number.count == 4 && line[number.endIndex...].first == Sign.year
  }

  private static func contains(_ text: ArraySlice<UInt16>, _ word: [UInt16]) -> Bool {
    guard text.count >= word.count else { return false }
    return (text.startIndex...(text.endIndex - word.count)).contains { start in
      text[start] == word[0] && text[start..<start + word.count].elementsEqual(word)
    }
  }
}
