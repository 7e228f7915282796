import Lexicon

/// Finds the paragraphs and articles of a printed page from the marks that its lines bear.
///
/// A line with a full stop, or a long one, is body text; a short one is a headline or a reporter's line, but for rows of
/// a column (`PrintedColumns`). Body text that
/// stops without a mark goes on in the next piece of body text, past blank lines, boxes and photographs. An article
/// begins at the first headline after body text, if a report's first words (`ReportLead`) or a reporter's line follow; other
/// headlines inside are subheads.
struct Layout {
  private enum LineRole { case blank, headline, body, byline, boxTitle }

  private let page: PageText
  /// The lines without the spaces at their edges.
  private let lines: [Range<Int>]
  private let texts: [Line]
  private let roles: [LineRole]
  private let columns: PrintedColumns
  private var flow = Flow()
  /// What the flow is made of, piece by piece: lines of the page, and `nil` for the end of a paragraph.
  private var pieces: [Range<Int>?] = []
  /// How many units the pieces have.
  private var length = 0
  private var hasBody = false

  /// The page in reading order.
  static func flow(of page: PageText) -> Flow {
    var flow = page.folded.withUnsafeBufferPointer { units in
      var layout = Layout(page, units)
      layout.build()
      layout.fill()
      return layout.flow
    }
    Orphans.settle(&flow)
    return flow
  }

  /// - Parameter units: those of the page, which stay where they are as long as the layout is made.
  private init(_ page: PageText, _ units: Line) {
    self.page = page
    lines = page.lineStarts.indices.map { Layout.trimmed(page.line($0), of: units) }
    let texts = lines.map { Line(rebasing: units[$0]) }
    self.texts = texts
    columns = PrintedColumns(page, lines, texts)
    var roles = texts.map { Layout.role($0) }
    for (line, next) in columns.next.enumerated() {
      guard let next else { continue }
      roles[line] = .body
      roles[next] = .body
    }
    Layout.joinNumerals(&roles, texts)
    Layout.joinLeads(&roles, texts)
    Layout.joinTorn(&roles, texts)
    self.roles = roles
    pieces.reserveCapacity(lines.count * 2)
    flow.paragraphs.reserveCapacity(lines.count)
  }

  // MARK: What a line is

  private static let longestHeadline = 48
  private static let bylineStarts = LineWords([
    "本报记者", "本报通讯员", "特约记者", "通讯员", "本报见习记者", "文/", "图/", "摄影", "记者 ", "□", "■", "作者",
    "(记者", "见习记者", "实习记者", "来源:", "责任编辑", "编辑:", "本报实习生",
  ])
  private static let boxTitles = LineWords([
    "阅读提示", "新闻提示", "核心提示", "内容提要", "新闻特写", "新闻链接", "编者按", "链接",
  ])
  /// Whether a sign ends a sentence: 。!?;…
  static func isStop(_ sign: UInt16) -> Bool {
    switch sign {
    case 0x3002, 0x21, 0x3F, 0x3B, 0x2026: true
    default: false
    }
  }

  /// A line without the quotation marks and brackets that close behind its sentence, and without what stands in brackets
  /// behind its stop: …130万元。(邓克勤).
  static func withoutCloser(_ line: Line) -> Line {
    if line.last == 0x29, let open = line.lastIndex(of: 0x28), open > 0, isStop(line[open - 1]) {
      return line.head(open)
    }
    var end = line.count
    while end > 0, line[end - 1] == 0x201D || line[end - 1] == 0x29 || line[end - 1] == 0x22 {
      end -= 1
    }
    return line.head(end)
  }

  private static func role(_ text: Line) -> LineRole {
    if text.isEmpty { return .blank }
    if text.count > longestHeadline { return .body }
    if boxTitles.hold(text) { return .boxTitle }
    if text.contains(Sign.stop) { return .body }
    let isByline =
      text.last == photographed || bylineStarts.begin(text) || ReportLead.isFurniture(text)
    return isByline ? .byline : .headline
  }

  private static let rests = SignSet("万亿千百名人个家元件场项次%")

  /// A line that breaks inside a numeral, 60多|万人, is body text however short it is.
  private static func joinNumerals(_ roles: inout [LineRole], _ texts: [Line]) {
    for line in roles.indices where roles[line] == .headline {
      let text = texts[line]
      guard let last = text.last, Sign.isDigit(last) || Sign.overs.contains(last),
        let next = roles[(line + 1)...].firstIndex(where: { $0 != .blank }),
        roles[next] == .body, let first = texts[next].first, rests.contains(first)
      else { continue }
      let before = Sign.isDigit(last) ? last : text.head(text.count - 1).last
      if let before, Sign.isDigit(before), text.contains(Sign.comma) { roles[line] = .body }
    }
  }

  /// A report's first line is body text, too, if it breaks inside a sentence that has begun.
  private static func joinLeads(_ roles: inout [LineRole], _ texts: [Line]) {
    for line in roles.indices where roles[line] == .headline {
      let text = texts[line]
      if text.contains(Sign.comma), ReportLead.isSigned(text), text.last.map(isStop) == false {
        roles[line] = .body
      }
    }
  }

  /// Shorter lines between paragraphs are subheads.
  private static let shortestTorn = 24
  /// …签订集体合同2314份,涉及的|职工有10万人: a short line between body text that holds a comma and breaks inside a sentence.
  private static func joinTorn(_ roles: inout [LineRole], _ texts: [Line]) {
    var before = LineRole.blank
    for line in roles.indices where roles[line] != .blank {
      defer { before = roles[line] }
      let text = texts[line]
      guard roles[line] == .headline, before == .body, text.count >= shortestTorn,
        text.contains(Sign.comma), let last = text.last, Sign.isHan(last) || Sign.isDigit(last),
        let next = roles[(line + 1)...].firstIndex(where: { $0 != .blank }), roles[next] == .body,
        !ReportLead.isSigned(texts[next]), !ReportLead.tellsNews(texts[next])
      else { continue }
      roles[line] = .body
    }
  }

  private static let photographed = Sign.unit("摄")

  /// The range without the spaces at its edges.
  private static func trimmed(_ line: Range<Int>, of units: Line) -> Range<Int> {
    var (first, end) = (line.lowerBound, line.upperBound)
    while first < end, units[first] == 0x20 || units[first] == 0xFEFF { first += 1 }
    while first < end, units[end - 1] == 0x20 { end -= 1 }
    return first..<end
  }

  // MARK: Building

  private mutating func build() {
    var index = 0
    while index < roles.count {
      switch roles[index] {
      case .blank:
        index += 1
      case .headline, .byline:
        index = addHeadlines(from: index)
      case .boxTitle:
        index = addBox(from: index)
      case .body:
        index = addBody(from: index)
      }
    }
  }

  /// Adds a run of headlines and reporters' lines, as the head of a new article or as subheads.
  private mutating func addHeadlines(from start: Int) -> Int {
    var end = start
    var lines: [Int] = []
    while end < roles.count, [.blank, .headline, .byline].contains(roles[end]) {
      if roles[end] != .blank { lines.append(end) }
      end += 1
    }
    // The title of a photograph and its credit belong to the caption above them.
    if hasBody, let credit = lines.lastIndex(where: isCredit), credit < lines.count - 1 {
      for line in lines[...credit] {
        append(line, role: isCredit(line) ? .byline : .box)
      }
      lines.removeSubrange(...credit)
    }
    let hasHeadline = lines.contains { roles[$0] == .headline }
    if !hasBody || end < roles.count && hasLead(end)
      || hasHeadline && lines.contains(where: { ReportLead.namesWriter(texts[$0]) })
    {
      beginArticle(lines)
    } else if hasHeadline, end < roles.count, ReportLead.tellsNews(texts[end]) {
      beginArticle(lines)
      flow.articles[flow.articles.count - 1].mayGoOn = true
    }
    for line in lines { append(line, role: roles[line] == .byline ? .byline : .headline) }
    return end
  }

  /// 本报通讯员 曹新 摄
  private func isCredit(_ line: Int) -> Bool {
    roles[line] == .byline && texts[line].last == Layout.photographed
  }

  private func hasLead(_ line: Int) -> Bool { ReportLead.isSigned(texts[line]) }

  private mutating func beginArticle(_ lines: [Int]) {
    let first = lines.first { roles[$0] == .headline }
    let text = first.map { page.printed(self.lines[$0]) }
    flow.articles.append(Article(headline: text ?? "", paragraphs: []))
    hasBody = false
  }

  /// Adds the paragraph after a box's title as a box.
  private mutating func addBox(from start: Int) -> Int {
    append(start, role: .byline)
    var index = start + 1
    while index < roles.count, roles[index] == .blank { index += 1 }
    guard index < roles.count, roles[index] == .body else { return index }
    append(index, role: .box)
    return index + 1
  }

  /// Adds a paragraph of body text together with the pieces that it goes on in.
  private mutating func addBody(from start: Int) -> Int {
    // Short news, each with its 本报讯 and no headline.
    if hasBody, hasLead(start) { beginArticle([]) }
    var rest: [Int] = []
    var last = start
    while let continuation = continuation(of: last) {
      // What a box holds, be it a short line only.
      for skipped in last + 1..<continuation where ![.blank, .boxTitle].contains(roles[skipped]) {
        append(skipped, role: roles[skipped] == .byline ? .byline : .box)
      }
      rest.append(continuation)
      last = continuation
    }
    append(start, rest, role: .body)
    hasBody = true
    return last + 1
  }

  /// Whether a line ends as a sentence ends.
  private func isComplete(_ index: Int) -> Bool {
    let text = Layout.withoutCloser(texts[index])
    guard let last = text.last else { return true }
    return Layout.isStop(last) || last == 0x3A || last == 0x2014
  }

  /// The line in which a paragraph goes on behind one of its lines, if any.
  private func continuation(of index: Int) -> Int? {
    columns.next[index] ?? (isComplete(index) ? nil : continuation(after: index))
  }

  /// The line in which an unfinished one goes on, if any: the next body text, past blanks and one box.
  private func continuation(after index: Int) -> Int? {
    var next = index + 1
    var passedBox = false
    while next < roles.count {
      switch roles[next] {
      case .blank:
        next += 1
      case .boxTitle where !passedBox:
        passedBox = true
        next += 1
        while next < roles.count, roles[next] == .blank { next += 1 }
        if next < roles.count { next += 1 }
      case .body:
        return hasLead(next) ? nil : next
      case .headline where next == index + 1 || (next == index + 2 && roles[index + 1] == .blank):
        // A short line may be the rest of a sentence, if a body that is no lead follows it.
        return headlineGoesOn(next) ? next : nil
      case .headline, .byline, .boxTitle:
        return nil
      }
    }
    return nil
  }

  private func headlineGoesOn(_ index: Int) -> Bool {
    var next = index + 1
    while next < roles.count, roles[next] == .blank { next += 1 }
    guard next < roles.count, roles[next] == .body else { return false }
    return !hasLead(next)
  }

  /// Adds a paragraph of a line and of those in which it goes on.
  private mutating func append(_ line: Int, _ rest: [Int] = [], role: Paragraph.Role) {
    if flow.articles.isEmpty {
      flow.articles.append(Article(headline: "", paragraphs: []))
    }
    let start = length
    appendPiece(lines[line])
    for line in rest { appendPiece(lines[line]) }
    let article = flow.articles.count - 1
    flow.paragraphs.append(
      Paragraph(range: start..<length, role: role, article: article))
    flow.articles[article].paragraphs.append(flow.paragraphs.count - 1)
    pieces.append(nil)
    length += 1
  }

  private mutating func appendPiece(_ piece: Range<Int>) {
    pieces.append(piece)
    length += piece.count
  }

  /// Makes the units of the flow and their places of the pieces, each list in one go.
  private mutating func fill() {
    flow.units = [UInt16](unsafeUninitializedCapacity: max(1, length)) { units, count in
      guard let base = units.baseAddress else { return }
      for piece in pieces {
        guard let piece else {
          base[count] = 10
          count += 1
          continue
        }
        page.folded.withLine(piece) { text in
          if let start = text.baseAddress { (base + count).update(from: start, count: text.count) }
        }
        count += piece.count
      }
    }
    flow.origin = [Int](unsafeUninitializedCapacity: max(1, length)) { places, count in
      guard let base = places.baseAddress else { return }
      var last = 0
      for piece in pieces {
        guard let piece else {
          base[count] = last
          count += 1
          continue
        }
        let (start, next) = (piece.lowerBound, base + count)
        for place in 0..<piece.count { next[place] = start &+ place }
        count += piece.count
        if !piece.isEmpty { last = piece.upperBound - 1 }
      }
    }
  }
}
