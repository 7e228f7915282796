import FactModel
import Lexicon

/// The places that the sentences of an article name, read as far as somebody asks.
///
/// Much of an article stands behind its last figure, and many sentences before it matter only by what they leave for 全市.
/// So a sentence is read when it is asked about, with those before it that its words go on with; and which of its places
/// are mere visits is settled where the sentence itself is asked about, or a word that goes on with its place.
/// `PlaceSentencesTests` compares it with articles whose sentences are all read in their order.
struct PlaceSentences {
  private struct Row {
    var isRead = false
    var isSettled = false
    var isTold = false
    /// Where its places begin, with that of a dateline.
    var start = 0
    /// All that the sentence names.
    var all = 0..<0
    /// The last of it that 全市 may mean, and the last county, with those of a dateline.
    var last: Int?
    var county: Int?
    /// The same without visits, and without those visits that venues of events are not: known once they are settled.
    var places = 0..<0
    var events = 0..<0
    /// What 全市 means behind the sentence, once somebody has asked.
    var told: Int?
  }

  private var context: PlaceResolver.Context
  /// Whether every sentence is read with all that stands before it, and everything is looked up: the slow twin of the tests.
  private let isThorough: Bool
  /// Whether the capital is named in passing only.
  private let isPassing: Bool
  private var rows: [Row]
  /// The places of the sentences that are read; among them what visits leave of them.
  private var named: [PlaceMention] = []
  /// Room for those of the sentence that is being read.
  private var own: [PlaceMention] = []
  /// The divisions that sentences write out.
  private var written: [Int] = []
  /// So many sentences from the first on are read for sure.
  private var read = 0
  /// So many sentences are in the context's set of what is written out; the last county among them.
  private var entered = 0
  private var county: Int?
  /// The first sentence behind which the article has a home.
  private var firstOfHome: Int?
  /// The first sentence that begins with where the report was written, among those that are read.
  private var firstOfDateline: (sentence: Int, place: PlaceMention)?
  /// The first sentence that tells of the nation or of what it awards, among those that were looked at for it.
  private var firstOfNation: Int?
  private var looked = 0

  private var gazetteer: Gazetteer { context.finder.gazetteer }

  /// - Parameter press: where the newspaper is at home.
  init(article: ArticleText, press: Int?, isThorough: Bool = false) {
    self.isThorough = isThorough
    let finder = PlaceFinder(scan: article.scan, ranges: article.ranges, press: press)
    context = PlaceResolver.Context(press: press, article: article, finder: finder)
    isPassing =
      finder.namesCapital && PlaceResolver.namesCapitalInPassing(article, press: press)
    rows = Array(article.sentences.count, of: Row())
    named.reserveCapacity(article.sentences.count)
    own.reserveCapacity(PlaceSentences.usual)
    written.reserveCapacity(article.sentences.count)
  }

  /// A sentence names fewer places, mostly.
  private static var usual: Int { 8 }

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

  /// Where the report was written, as its first dateline tells.
  mutating func dateline() -> PlaceMention? {
    read(before: rows.count)
    return firstOfDateline?.place
  }

  /// By the code of a division that only fame decided on, the next that bears its name.
  mutating func namesake(ofCode code: Int) -> Int? {
    if !context.finder.mayGuess { return nil }
    read(before: rows.count)
    return context.namesakes[code]
  }

  // MARK: Reading

  /// Reads the sentences before one in their order.
  private mutating func read(before index: Int) {
    while read < index {
      if !rows[read].isRead { readOne(read) }
      read += 1
    }
  }

  /// Reads a sentence and what it needs to be read before it.
  private mutating func read(_ index: Int) {
    if rows[index].isRead { return }
    // Of several guesses the last stands.
    if context.finder.mayGuess || isThorough { read(before: index) }
    while context.home == nil, read < index { read(before: read + 1) }
    readOne(index)
  }

  /// Reads a sentence, of which those before it are read to the first that gives the article its home.
  private mutating func readOne(_ index: Int) {
    let (scan, range) = (context.article.scan, context.article.sentences[index].range)
    rows[index].isRead = true
    var mentions = own
    own = []
    mentions.removeAll(keepingCapacity: true)
    if scan.hasTokens(.division, in: range), context.article.role(at: index) != .byline {
      context.finder.addPlaces(in: range, to: &mentions, &written)
      if isPassing { mentions.removeAll { PlaceResolver.isPassing($0, range, scan) } }
      if context.finder.mayGuess { context.enterNamesakes(mentions) }
      if let first = mentions.first, PlaceResolver.isDateline(first.range, range, scan) {
        mentions[0].isDateline = true
      }
    }
    if PlaceResolver.hasRelatives(range, scan) {
      prepare(index, mentions)
      PlaceResolver.addRelatives(to: &mentions, range, scan, &context)
    }
    if !mentions.isEmpty { take(&mentions, index) }
    own = mentions
  }

  /// Puts the places of a sentence among those of all.
  private mutating func take(_ mentions: inout [PlaceMention], _ index: Int) {
    let gazetteer = gazetteer
    let hasHome = firstOfHome.map { $0 < index } ?? false
    PlaceResolver.markAdjuncts(
      &mentions, home: hasHome ? context.home : nil, context.article.scan)
    rows[index].last = PlaceSentences.last(of: mentions[...], gazetteer)
    rows[index].county =
      mentions.last { gazetteer.level(of: $0.division) == .county }?.division
    if context.home == nil,
      let home = mentions.first(where: {
        !$0.isOrganisation && $0.division != gazetteer.nationIndex
      })
    {
      context.home = home.division
      firstOfHome = index
    }
    let start = named.count
    named += mentions
    rows[index].start = start
    rows[index].all = start..<named.count
    if mentions[0].isDateline, !PlaceResolver.tells(mentions[0], mentions[...], gazetteer) {
      rows[index].all = start + 1..<named.count
      if index < firstOfDateline?.sentence ?? .max { firstOfDateline = (index, mentions[0]) }
    }
  }

  /// The last place of a sentence that 全市 may mean.
  private static func last(
    of mentions: ArraySlice<PlaceMention>, _ gazetteer: Gazetteer
  ) -> Int? {
    mentions.last {
      !$0.isOrganisation && !$0.isAdjunct && $0.division != gazetteer.nationIndex
    }?.division
  }

  // MARK: What was named before

  /// Looks up what the words of a sentence may mean that go on with what was named before it.
  private mutating func prepare(_ index: Int, _ mentions: [PlaceMention]) {
    if !isToldNear(index) { read(before: index) }
    let told = index > 0 ? told(behind: index - 1) : nil
    let range = context.article.sentences[index].range
    let isOpen =
      isThorough || leavesOpen(told, range) || mentions.contains { leavesOpen($0.division, range) }
    // Nothing behind the sentence is entered yet: what stands before one that was entered is read.
    if isOpen { enter(before: index) }
    // Reading others has changed them.
    (context.place, context.county) = (told, isOpen ? county : nil)
    if isOpen { enter(mentions[...]) }
  }

  private mutating func enter(before index: Int) {
    read(before: index)
    while entered < index {
      county = rows[entered].county ?? county
      enter(named[rows[entered].start..<rows[entered].all.upperBound])
      entered += 1
    }
  }

  private mutating func enter(_ mentions: ArraySlice<PlaceMention>) {
    for mention in mentions { context.explicit.formUnion(written[mention.written]) }
  }

  /// Whether what a word of a range means may depend on more than the place told last: on the last county, or on which
  /// cities are written out.
  private func leavesOpen(_ place: Int?, _ range: Range<Int>) -> Bool {
    let level = place.map { gazetteer.level(of: $0) }
    return context.article.scan.tokens(.place, in: range).contains { token in
      switch token.entry {
      case .place(.county), .place(.zone): return level != .county
      case .place(.prefecture):
        // 市总工会 behind 昆山市 or behind 红河州, which has none of its own.
        guard let place else { return false }
        return level == .county && gazetteer.isCity(place)
          || level == .prefecture && !gazetteer.isCity(place)
      default: return false
      }
    }
  }

  private static let nearBefore = 16

  /// Whether the sentences right before one tell a place: they are read then, back to the one that does.
  private mutating func isToldNear(_ index: Int) -> Bool {
    var relatives: [Int] = []
    var place = index - 1
    while place >= 0, index - place <= PlaceSentences.nearBefore {
      if !rows[place].isRead {
        if PlaceResolver.hasRelatives(context.article.sentences[place].range, context.article.scan)
        {
          relatives.append(place)
          place -= 1
          continue
        }
        readOne(place)
      }
      if rows[place].isTold ? rows[place].told != nil : leavesPlace(place) {
        for place in relatives.reversed() { readOne(place) }
        return true
      }
      place -= 1
    }
    return false
  }

  /// Whether a sentence names a place that 全市 may mean behind it.
  private mutating func leavesPlace(_ index: Int) -> Bool {
    if rows[index].last == nil { return false }
    settle(index)
    return rows[index].places.count == rows[index].all.count
      || PlaceSentences.last(of: named[rows[index].places], gazetteer) != nil
  }

  // MARK: Visits

  private mutating func settle(_ index: Int) {
    read(index)
    if rows[index].isSettled { return }
    rows[index].isSettled = true
    let all = rows[index].all
    if all.isEmpty { return }
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
      settle(place)
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
    read(before: index)
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
