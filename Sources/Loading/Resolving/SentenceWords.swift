import Lexicon

/// Of which of some lists a sentence may hold a word: found for all of them in one pass, and kept for each sentence.
///
/// What is said is surely true only where it is no: the table knows pairs of signs, and two may share a place in it. The
/// loop has no branch. `SentenceWordsTests` compares it with the lists themselves.
struct SentenceWords {
  struct Lists: OptionSet {
    let rawValue: UInt8
    /// 的目标
    static let aims = Lists(rawValue: 1)
    /// 名额
    static let places = Lists(rawValue: 2)
    /// 下达
    static let assignments = Lists(rawValue: 4)
    /// 欠薪, 工资: words of a claim for wages.
    static let wages = Lists(rawValue: 8)
    /// 10件实事, 以下工作, 今年以来: words that `PlanLists` asks for.
    static let plans = Lists(rawValue: 16)
    static let series = Lists(rawValue: 32)
    static let since = Lists(rawValue: 64)
  }

  /// The words of each list; none has fewer than two signs. With the pair by which a word is known, its first or its
  /// last, whichever fewer texts have.
  static let lists: [(list: Lists, words: PhraseSet, isLast: Bool)] = [
    (.aims, StatusResolver.aims, true), (.places, StatusResolver.places, false),
    (.assignments, StatusResolver.assigned, false), (.wages, StoryReader.wages, false),
    (.plans, PlanLists.lists, true), (.series, PlanLists.series, false),
    (.since, PlanLists.since, true),
  ]
  /// Words are known by a pair that begins no further behind their beginning.
  private static var reach: Int { 5 }

  private static let table: FixedTable<UInt8> = {
    var table = [UInt8](repeating: 0, count: 1 << width)
    for (list, words, isLast) in lists {
      words.forEach { word, count in
        let pair = isLast ? count - 2 : 0
        precondition(count > 1 && pair <= reach)
        table[slot(word[pair], word[pair + 1])] |= list.rawValue
        return true
      }
    }
    return FixedTable(table)
  }()

  /// The table has so many places, as a power of two.
  private static var width: UInt32 { 13 }

  /// The place of a pair of signs in the table.
  @inline(__always)
  private static func slot(_ first: UInt16, _ second: UInt16) -> Int {
    let pair = UInt32(first) << 16 | UInt32(second)
    return Int((pair &* 0x9E37_79B1) &>> (32 - width))
  }

  private let article: ArticleText
  private let table: FixedTable<UInt8>
  private let known: SentenceMemo<Lists>

  init(article: ArticleText) {
    self.article = article
    table = SentenceWords.table
    known = .empty(of: article)
  }

  /// Whether a sentence may hold a word of a list.
  @inline(__always)
  func mayHold(_ list: Lists, _ index: Int) -> Bool {
    known.value(of: index) {
      SentenceWords.lists(in: article.sentences[index].range, article.scan, table)
    }.contains(list)
  }

  /// The lists of which a word may begin inside a range.
  static func lists(
    in range: Range<Int>, _ scan: Scan, _ table: FixedTable<UInt8> = table
  ) -> Lists {
    scan.units.withUnsafeBufferPointer { units in
      precondition(range.lowerBound >= 0 && range.upperBound <= units.count)
      guard let text = units.baseAddress, !range.isEmpty else { return [] }
      // The last sign of a text begins no pair.
      let end = min(range.upperBound + reach, units.count - 1)
      var place = range.lowerBound
      var lists: UInt8 = 0
      while place < end {
        lists |= table.base[SentenceWords.slot(text[place], text[place &+ 1])]
        place &+= 1
      }
      return Lists(rawValue: lists)
    }
  }
}
