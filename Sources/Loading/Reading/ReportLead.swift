import Lexicon

/// How a report begins: by naming who sends it, or at once with what is new.
///
/// Every line is asked, so each question begins with one that most lines answer with no at once.
enum ReportLead {
  private static let words = LineWords(["本报讯", "本报电", "本报综合", "讯(", "中工网讯", "本网讯"])
  private static let dispatch = Sign.unit("讯")
  private static let wire = Sign.unit("电")
  private static let message = Sign.unit("消")
  private static let news = Sign.unit("息")
  private static let digest = Sign.unit("综")
  private static let senders = SignSet("报网社刊台端线")
  /// What parts the words of the sender from what is told.
  private static let separators = SignSet(" (:】记")
  private static let marks = SignSet(",、;。!?")
  /// No sender's words are longer, place and date and all: 新疆生产建设兵团日报乌鲁木齐12月28日讯.
  private static let longest = 26
  private static let longestWord = 12
  private static let newsWords = LineWords([
    "近日", "日前", "昨日", "今日", "昨天", "今天", "前天", "连日来", "获悉", "记者从", "了解到",
  ])

  /// Whether a line without blanks at its edges begins with its sender: 本报讯, 厦门网讯, 本报4月23日讯(记者…).
  static func isSigned(_ line: Line) -> Bool {
    // Most lines hold no sign that such words end with; 综 alone ends none of a sender.
    let head = line.head(longest)
    return head.holds(dispatch, wire, news, digest)
      && (words.occur(in: head.head(longestWord)) || namesSender(head))
  }

  /// 湖南日报2月13日讯, 新华社北京8月30日电, 央广网银川4月28日消息: a sender, perhaps a place and a day, and how it was sent.
  private static func namesSender(_ head: Line) -> Bool {
    let clause = head.before(marks)
    guard let sender = clause.firstIndex(where: { senders.contains($0) }) else { return false }
    return clause.indices.dropLast().contains { place in
      place > sender && isSent(clause, place) && separators.contains(clause[place + 1])
    }
  }

  /// Whether the words that say how a report was sent end with a sign.
  private static func isSent(_ clause: Line, _ place: Int) -> Bool {
    let sign = clause[place]
    return sign == dispatch || sign == wire || sign == news && clause[place - 1] == message
  }

  /// Whether a line's first clause tells when something new happened, or who told it: 3月5日, 市总工会近日…, 记者从….
  static func tellsNews(_ line: Line) -> Bool {
    let clause = line.head(longest).before(marks)
    let digits = clause.digits
    if digits > 0, digits < clause.count {
      let unit = clause[digits]
      if unit == Sign.month || unit == Sign.year { return true }
    }
    return newsWords.occur(in: clause)
  }

  private static let writers = LineWords(["记者", "通讯员", "实习生", "特约", "作者", "文/"])
  private static let furniture = LineWords([
    "责任编辑", "责编", "版式", "校对:", "社址", "邮编", "投稿邮箱", "统一刊号", "版面编辑",
  ])
  private static let weekday = LineWords(["星期"])

  /// Whether a short line names who wrote a report, and not who took a photograph.
  static func namesWriter(_ line: Line) -> Bool {
    writers.occur(in: line) && line.last != Sign.unit("摄") && !isFurniture(line)
  }

  /// Whether a short line belongs to the page and to no article: 2024年7月5日 星期五 责任编辑:张立.
  static func isFurniture(_ line: Line) -> Bool { furniture.occur(in: line) || isDayOfPaper(line) }

  /// 2024年7月5日 星期五, but not 每周星期三义诊300人次.
  private static func isDayOfPaper(_ line: Line) -> Bool {
    line.digits == 4 && line.count > 4 && line[4] == Sign.year && weekday.occur(in: line)
  }
}
