import FactModel
import Lexicon

/// The places that the sentences of an article name, read as far as somebody asks.
///
/// Much of an article stands behind its last figure, and many sentences before it matter only by what they leave for 全市.
/// So sentences are read one after another up to the one that is asked about, and which places of a sentence are mere
/// visits is settled where the sentence itself is asked about, or a word that goes on with its place.
/// `PlaceSentencesTests` compares it with articles that are asked about every sentence in turn.
struct PlaceSentences {
  private struct Row {
    /// All that the sentence names.
    var all: Range<Int>
    /// The last of it that 全市 may mean, that of a dateline too.
    var last: Int?
    /// The same without visits, and without those visits that venues of events are not: known once they are settled.
    var places = 0..<0
    var events = 0..<0
    var isSettled = false
    /// What 全市 means behind the sentence, once somebody has asked.
    var told: Int?
    var isTold = false
  }

  private var context: PlaceResolver.Context
  /// Whether the capital is named in passing only.
  private let isPassing: Bool
  private var rows: [Row] = []
  /// The places of the sentences that are read; behind those of a sentence what its visits leave of them.
  private var named: [PlaceMention] = []
  /// The divisions that a sentence writes out.
  private var written: [Int] = []
  /// Where the report was written: known as far as the sentences are read.
  private(set) var dateline: PlaceMention?
  /// The first sentence behind which the article has a home.
  private var firstOfHome: Int?
  /// The first sentence that tells of the nation or of what it awards, among those that were looked at for it.
  private var firstOfNation: Int?
  private var looked = 0

  private var gazetteer: Gazetteer { context.finder.gazetteer }

  /// - Parameter press: where the newspaper is at home.
  init(article: ArticleText, press: Int?) {
    let scan = article.scan
    let finder = PlaceFinder(
      scan: scan, ranges: article.sentences.lazy.map { $0.range }, press: press)
    context = PlaceResolver.Context(press: press, article: article, finder: finder)
    isPassing = PlaceResolver.namesCapitalInPassing(article, press: press)
    rows.reserveCapacity(article.sentences.count)
    named.reserveCapacity(article.sentences.count)
  }

  // MARK: Asking

  /// The places of a sentence without mere visits.
  mutating func places(of index: Int) -> ArraySlice<PlaceMention> {
    settle(index)
    return named[rows[index].places]
  }

  /// The same with the venues of events, which the figures of their own sentence are about: 招聘会在贵阳举行,260家进场.
  mutating func placesOfEvents(of index: Int) -> ArraySlice<PlaceMention> {
    settle(index)
    return named[rows[index].events]
  }

  /// Whether a sentence names visits or venues.
  mutating func hasVisits(_ index: Int) -> Bool {
    settle(index)
    return rows[index].places != rows[index].events
  }

  /// Reads what is left of the article.
  mutating func readAll() { read(through: context.article.sentences.count - 1) }

  /// By the code of a division that only fame decided on, the next that bears its name.
  mutating func namesake(ofCode code: Int) -> Int? {
    if !context.finder.mayGuess { return nil }
    readAll()
    return context.namesakes[code]
  }

  // MARK: Reading

  private mutating func read(through index: Int) {
    while rows.count <= index { readNext() }
  }

  private mutating func readNext() {
    let index = rows.count
    let sentence = context.article.sentences[index]
    let (scan, range) = (context.article.scan, sentence.range)
    let hasRelatives = PlaceResolver.hasRelatives(range, scan)
    // Before the sentence's own places: this settles what stands before it.
    if hasRelatives { context.place = index > 0 ? told(behind: index - 1) : nil }
    let start = named.count
    if scan.hasTokens(.division, in: range), context.article.role(of: sentence) != .byline {
      written.removeAll(keepingCapacity: true)
      context.finder.addPlaces(in: range, to: &named, &written)
      if isPassing { removePassing(from: start, range) }
      context.enter(named[start...], written)
      if start < named.count, PlaceResolver.isDateline(named[start].range, range, scan) {
        named[start].isDateline = true
      }
    }
    if hasRelatives {
      PlaceResolver.addRelatives(to: &named, from: start, range, scan, &context)
    }
    if start == named.count {
      rows.append(Row(all: start..<start, isSettled: true))
      return
    }
    PlaceResolver.markAdjuncts(&named, from: start, home: context.home, scan)
    let last = PlaceSentences.last(of: named[start...], gazetteer)
    noteHome(from: start, index)
    let all = withoutDateline(from: start)..<named.count
    rows.append(Row(all: all, last: last))
  }

  private mutating func removePassing(from start: Int, _ range: Range<Int>) {
    var kept = start
    for place in start..<named.count
    where !PlaceResolver.isPassing(named[place], range, context.article.scan) {
      named[kept] = named[place]
      kept += 1
    }
    named.removeSubrange(kept...)
  }

  private mutating func noteHome(from start: Int, _ index: Int) {
    let gazetteer = gazetteer
    if context.home == nil,
      let home = named[start...].first(where: {
        !$0.isOrganisation && $0.division != gazetteer.nationIndex
      })
    {
      context.home = home.division
      firstOfHome = index
    }
    if let county = named[start...].last(where: { gazetteer.level(of: $0.division) == .county }) {
      context.county = county.division
    }
  }

  /// Where the places of a sentence begin that do not tell where the report was written.
  private mutating func withoutDateline(from start: Int) -> Int {
    guard named[start].isDateline,
      !PlaceResolver.tells(named[start], named[start...], gazetteer)
    else { return start }
    dateline = dateline ?? named[start]
    return start + 1
  }

  /// The last place of a sentence that 全市 may mean.
  private static func last(
    of mentions: ArraySlice<PlaceMention>, _ gazetteer: Gazetteer
  ) -> Int? {
    mentions.last {
      !$0.isOrganisation && !$0.isAdjunct && $0.division != gazetteer.nationIndex
    }?.division
  }

  // MARK: Visits

  private mutating func settle(_ index: Int) {
    read(through: index)
    if rows[index].isSettled { return }
    rows[index].isSettled = true
    let all = rows[index].all
    guard let (kept, own) = withoutVisits(index) else {
      (rows[index].places, rows[index].events) = (all, all)
      return
    }
    rows[index].places = named.count..<named.count + kept.count
    named += kept
    rows[index].events = own.map { named.count..<named.count + $0.count } ?? all
    if let own { named += own }
  }

  /// What visits leave of a sentence, and what those leave that venues of events are not; `nil` stands for all.
  private mutating func withoutVisits(_ index: Int) -> ([PlaceMention], [PlaceMention]?)? {
    let hasHome = firstOfHome.map { $0 <= index } ?? false
    let visits = PlaceVisits(
      all: named[rows[index].all], home: hasHome ? context.home : nil,
      tellsNation: !hasHome && tellsNation(upTo: index), scan: context.article.scan)
    // Whoever keeps all places where events count as visits keeps them where they do not.
    guard let kept = visits.left(PlaceResolver.occasions) else { return nil }
    return (kept, visits.left(PlaceResolver.meetings, keepsAdjuncts: true))
  }

  /// What 全市 means behind a sentence: 送她到武汉参加培训: the city of 市总工会 stays.
  private mutating func told(behind index: Int) -> Int? {
    // Back to a sentence that tells; those between go on with it.
    var (place, fallback) = (index, Int?.none)
    var found: Int?
    while found == nil, place >= 0 {
      if rows[place].isTold {
        found = rows[place].told
        break
      }
      if !rows[place].all.isEmpty { settle(place) }
      let isWhole = rows[place].places.count == rows[place].all.count
      found =
        isWhole ? rows[place].last : PlaceSentences.last(of: named[rows[place].places], gazetteer)
      // Where nothing is left and nothing was told before, a place visited is better than none.
      if !isWhole { fallback = rows[place].last ?? fallback }
      place -= 1
    }
    rows[index].told = found ?? fallback
    rows[index].isTold = true
    return rows[index].told
  }

  /// Whether the article speaks of the nation, or of what it awards, up to a sentence.
  private mutating func tellsNation(upTo index: Int) -> Bool {
    let (scan, gazetteer) = (context.article.scan, gazetteer)
    while firstOfNation == nil, looked <= index {
      let range = context.article.sentences[looked].range
      let speaks = named[rows[looked].all].contains {
        $0.isRelative && $0.division == gazetteer.nationIndex
      }
      let isNaming = scan.hasTokens(.division, in: range) || scan.hasTokens(.place, in: range)
      if speaks || isNaming && PlaceResolver.nationalAwards.occurs(in: range, scan) {
        firstOfNation = looked
      }
      looked += 1
    }
    return firstOfNation.map { $0 <= index } ?? false
  }
}
