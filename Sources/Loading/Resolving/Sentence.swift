/// A sentence of an article with what the rules found in it; it must not outlive its article.
struct Sentence {
  let range: Range<Int>
  /// The index of its paragraph in the flow.
  let paragraph: Int
  /// How many of its mentions are figures.
  private(set) var figureCount = 0
  /// Whether one of its mentions is a time.
  private(set) var isDated = false
  private let first: Int
  private let count: Int
  private let list: Unmanaged<MentionList>

  /// A sentence with the mentions from one on up to another.
  init(range: Range<Int>, paragraph: Int, mentions: Range<Int>, of list: MentionList) {
    self.range = range
    self.paragraph = paragraph
    (first, count) = (mentions.lowerBound, mentions.count)
    self.list = Unmanaged.passUnretained(list)
    let found = self.mentions
    // By their places, as a mention that is looked at in turn is retained.
    for index in found.indices {
      switch found[index] {
      case .figure: figureCount += 1
      case .time: isDated = true
      case .excluded: break
      }
    }
  }

  /// What the rules found in it, in the order of the text.
  var mentions: UnsafeBufferPointer<Mention> {
    list._withUnsafeGuaranteedRef { $0[first..<first + count] }
  }
}

/// An article, ready for resolving: its sentences in order.
struct ArticleText {
  let scan: Scan
  /// The index of the article in the flow.
  let index: Int
  let sentences: [Sentence]
  /// What the rules found in it; its sentences point into it.
  private let mentions: MentionList

  init(index: Int, of scan: Scan) {
    self.scan = scan
    self.index = index
    var sentences: [Sentence] = []
    let mentions = MentionList(capacity: ArticleText.usualMentions)
    var text = RuleText(scan: scan)
    let paragraphs = scan.flow.articles[index].paragraphs
    let length = paragraphs.reduce(0) { $0 + scan.flow.paragraphs[$1].range.count }
    sentences.reserveCapacity(paragraphs.count + length / ArticleText.usualSentence)
    for paragraph in paragraphs {
      let range = scan.flow.paragraphs[paragraph].range
      var next = mentions.count
      RuleBook.addMentions(in: range, of: &text, to: mentions)
      let found = mentions[next..<mentions.count]
      let before = next
      ArticleText.forEachPart(of: range, scan, around: found) { part in
        // Mentions stand in the order of the text.
        let first = next
        while next < mentions.count, found[next - before].range.lowerBound < part.upperBound {
          next += 1
        }
        sentences.append(
          Sentence(range: part, paragraph: paragraph, mentions: first..<next, of: mentions))
      }
    }
    self.sentences = sentences
    self.mentions = mentions
  }

  /// How many figures its sentences hold.
  var figureCount: Int { sentences.reduce(0) { $0 + $1.figureCount } }

  /// Where its sentences stand.
  var ranges: some Sequence<Range<Int>> { sentences.lazy.map(\.range) }

  func role(of sentence: Sentence) -> Paragraph.Role {
    scan.flow.paragraphs[sentence.paragraph].role
  }

  /// The same for the index of a sentence, which is not copied for it.
  func role(at index: Int) -> Paragraph.Role {
    scan.flow.paragraphs[sentences[index].paragraph].role
  }

  /// 2024年7月5日 星期五 责任编辑:张立: the day of the paper dates no figure. A photograph's caption may tell its own.
  func isFurniture(_ sentence: Sentence) -> Bool {
    sentence.figureCount == 0 && role(of: sentence) == .byline
  }

  /// An article holds fewer mentions, mostly.
  static let usualMentions = 32
  /// A sentence has more signs than these, mostly.
  private static let usualSentence = 30
  /// No newspaper prints a longer sentence; a longer one is cut, so that the work for a figure has a bound: at a mark
  /// inside it, or where there is none for a while.
  static let longestSentence = 500
  private static let longestWithoutMark = 600
  /// How many sentences back a figure's time, place or standing is looked for, for the same reason.
  private static let reach = 200

  /// Whether a sentence stands before another of its paragraph, and near enough to say something of it.
  func reaches(_ earlier: Int, _ index: Int) -> Bool {
    earlier >= 0 && index - earlier <= ArticleText.reach
      && sentences[earlier].paragraph == sentences[index].paragraph
  }

  /// The sentences before another, near enough to say something of it, whatever their paragraphs.
  func near(_ index: Int) -> Range<Int> { max(0, index - ArticleText.reach)..<index }

  /// Sentences end behind 。!? and the quotation mark or bracket that closes behind it.
  private static func forEachPart(
    of range: Range<Int>, _ scan: Scan, around mentions: UnsafeBufferPointer<Mention>,
    _ body: (Range<Int>) -> Void
  ) {
    scan.units.withUnsafeBufferPointer { units in
      precondition(range.lowerBound >= 0 && range.upperBound <= units.count)
      var start = range.lowerBound
      var next = 0
      while start < range.upperBound {
        let limit = min(start + longestSentence, range.upperBound)
        var place = scan.marks.nextEnd(from: start, until: limit)
        let isCut =
          place == limit && limit < range.upperBound
          && isCut(start, range, units, around: mentions, &next, at: &place)
        if !isCut, place < range.upperBound {
          place += 1
          while place < range.upperBound, isCloser(units[place]) { place += 1 }
        }
        body(start..<place)
        start = place
      }
    }
  }

  /// Whether a sentence that is too long is cut, and where: not inside of what the rules found; else where it ends.
  private static func isCut(
    _ start: Int, _ range: Range<Int>, _ units: UnsafeBufferPointer<UInt16>,
    around mentions: UnsafeBufferPointer<Mention>, _ next: inout Int, at place: inout Int
  ) -> Bool {
    while place < range.upperBound {
      while next < mentions.count, mentions[next].range.upperBound <= place { next += 1 }
      let isFree = next == mentions.count || mentions[next].range.lowerBound >= place
      let last = units[place - 1]
      let isMark = Sign.clauseEnds.contains(last) || last == Sign.enumeration
      if isFree, isMark || place - start >= longestWithoutMark { return true }
      if Sign.sentenceEnds.contains(units[place]) { return false }
      place += 1
    }
    return false
  }

  private static func isCloser(_ unit: UInt16) -> Bool {
    unit == Sign.closeQuote || unit == Sign.closeBracket || Sign.sentenceEnds.contains(unit)
  }

  static let each = PhraseSet(["分别"])

  /// 分别投入400万元、300万元: where such a word stands between two places, and where the figures behind it begin, if it is
  /// in the clause of the second.
  func row(
    _ words: PhraseSet = each, from start: Int, to end: Int, in sentence: Sentence
  ) -> (each: Int, figures: [Int])? {
    let clause = clause(around: end, in: sentence.range)
    guard let each = (start..<end).last(where: { words.begins(at: $0, scan) }),
      clause.contains(each)
    else { return nil }
    let figures = sentence.mentions.compactMap { mention -> Int? in
      guard case .figure(let figure) = mention, figure.range.lowerBound > each,
        clause.contains(figure.range.lowerBound)
      else { return nil }
      return figure.range.lowerBound
    }
    return (each, figures)
  }

  /// The clause of a sentence that holds a place: between commas, semicolons and colons.
  func clause(around place: Int, in sentence: Range<Int>) -> Range<Int> {
    // A place outside the sentence, as a stray mark at its edge gives, means the edge.
    let inside = min(max(place, sentence.lowerBound), sentence.upperBound)
    precondition(sentence.lowerBound >= 0 && sentence.upperBound <= scan.units.count)
    let start = scan.marks.behindLast(before: inside, from: sentence.lowerBound)
    return start..<scan.marks.next(from: inside, until: sentence.upperBound)
  }
}
