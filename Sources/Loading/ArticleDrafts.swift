import FactModel
import Lexicon

/// The figures of one article while they are resolved.
///
/// They are resolved column by column, and so are the articles of a page, not figure by figure: each column has a lot of
/// code of its own, which stays in the processor's cache while it is at work.
struct ArticleDrafts {
  let article: ArticleText
  private(set) var drafts: [Draft] = []
  private var places: PlaceArticle?

  private let figureCount: Int

  init(article: ArticleText) {
    self.article = article
    figureCount = article.figureCount
  }

  /// Whether there is anything to be resolved.
  var hasFigures: Bool { figureCount > 0 }

  /// Whether a figure may have to take the place of the page.
  var mayLeanOnPage: Bool { hasFigures && places?.mayLeanOnPage ?? false }

  /// Finds the places of the article.
  mutating func findPlaces(press: Int?) {
    places = PlaceArticle(article, press: press)
  }

  /// The place that the article as a whole is about, if it names one.
  var topicPlace: Int? { places?.topic }

  /// Makes a draft of each figure, with its label and what the label says of its kind.
  mutating func label() {
    if !hasFigures { return }
    drafts.reserveCapacity(figureCount)
    let labels = LabelReader(article: article)
    for index in article.sentences.indices where article.sentences[index].figureCount > 0 {
      let sentence = article.sentences[index]
      for case .figure(var figure) in sentence.mentions {
        let found = labels.label(
          of: figure, in: sentence.range, earlier: LabelReader.Earlier(drafts, sentence: index))
        let label = labels.completed(found, of: figure, sentence: index)
        ArticleDrafts.settleSite(&figure, isSite: label.isSite)
        if !drafts.isEmpty, drafts[drafts.count - 1].sentence == index {
          ArticleDrafts.countPeople(
            &figure, behind: drafts[drafts.count - 1].figure.range.upperBound,
            drafts[drafts.count - 1].figure.kind, article.scan)
        }
        drafts.append(Draft(figure: consume figure, sentence: index, label: label))
      }
    }
  }

  /// Settles standing and period, which lean on each other.
  mutating func date(on date: CalendarDate) {
    if drafts.isEmpty { return }
    let statuses = StatusResolver(article: article)
    for index in drafts.indices { drafts[index].settleStatus(by: statuses) }
    let periods = PeriodResolver(article: article, page: PageDate(date: date))
    for index in drafts.indices { ArticleDrafts.date(&drafts[index], periods, date) }
  }

  private static func date(_ draft: inout Draft, _ periods: PeriodResolver, _ date: CalendarDate) {
    let (start, index) = (draft.figure.range.lowerBound, draft.sentence)
    let isStandard = draft.status == .rule && draft.figure.kind == .funds
    if draft.status != .case, !isStandard, periods.looksAhead(at: start, sentence: index) {
      draft.status = .planned
    }
    if draft.status == .planned, periods.looksBack(at: start, sentence: index) {
      draft.status = .actual
    }
    let isPlanned = draft.status == .planned
    draft.period = periods.period(at: start, sentence: index, isPlanned: isPlanned)
    if draft.status == .actual, periods.isTold(at: start, sentence: index),
      liesAhead(draft.period, draft.figure.kind, of: date)
    {
      draft.status = .planned
    }
    // A standard holds at all times: no sum up to the page.
    if draft.status == .rule, draft.period == .interval(from: nil, to: nil) {
      draft.period = .unstated
    }
  }

  /// 到2025年底建成100家, in a page of 2023: what lies ahead is planned, whatever the words.
  private static func liesAhead(_ period: Period, _ kind: Kind, of page: CalendarDate) -> Bool {
    guard let bounds = period.bounds else { return false }
    if let first = bounds.first, first > page.lastDay { return true }
    if case .date = period { return false }
    guard let last = bounds.last else { return false }
    // 10月底前新建200个: until a month that is still to come.
    if case .interval(nil, let to?) = period, to.month != nil, last / 100 > page.lastDay / 100 {
      return true
    }
    // 8月至10月分5批, in a page of August: months still to come.
    if kind != .funds, case .interval(let from?, let to?) = period, to.month != nil {
      // The summer holidays are told of as they go on.
      if from.month == 7, from.day == nil, to.month == 8 { return false }
      return last / 100 > page.lastDay / 100 && from.firstDay / 100 >= page.firstDay / 100
    }
    return last / 10_000 > page.year
  }

  /// Settles where each figure belongs.
  ///
  /// - Parameter pagePlace: the place of all articles of the page that name one, if it is less than the nation.
  mutating func place(onPageOf pagePlace: Int?) {
    for index in drafts.indices {
      // Asked for first: a draft that is looked at while the places change would be copied.
      let (start, sentence) = (drafts[index].figure.range.lowerBound, drafts[index].sentence)
      if let place = places?.place(at: start, sentence: sentence, onPageOf: pagePlace) {
        drafts[index].place = place
      }
    }
  }

  /// Settles what each figure is about.
  mutating func assignPrograms() {
    if drafts.isEmpty { return }
    var programs = ProgramResolver(article: article)
    for index in drafts.indices { drafts[index].settleProgram(by: &programs) }
  }

  /// Finds which figures are parts of others, and which are repeats.
  mutating func connect() {
    if drafts.isEmpty { return }
    let parts = PartResolver(article: article, drafts: drafts).parts()
    for (index, part) in parts.enumerated() { drafts[index].partOf = part }
    RepeatMarker(article: article).mark(&drafts)
  }

  /// 160多万农民工,其中68万已入会: a numeral without a unit, of the people before.
  private static func countPeople(
    _ figure: inout Figure, behind end: Int, _ last: Kind, _ scan: Scan
  ) {
    let gap = end..<max(end, figure.range.lowerBound)
    guard !figure.hasUnit, figure.kind == .counts, last == .participants,
      gap.contains(where: { scan.hasWord(Sign.amongThem, at: $0) })
    else { return }
    figure.kind = .participants
    figure.quantity.unit = .person
  }

  /// The measure words with which sites are counted.
  static let siteMeasures = SignSet("个家处座所间站")

  /// 124家 of 工会驿站 are sites; 1474家 of 工会 are counted.
  static func settleSite(_ figure: inout Figure, isSite: Bool) {
    guard isSite, case .item(let unit) = figure.quantity.unit,
      ArticleDrafts.siteMeasures.contains(word: unit)
    else { return }
    figure.kind = .stations
    figure.quantity.unit = .site
  }
}

/// A draft that is asked about while it alone may change is not copied for it.
extension Draft {
  fileprivate mutating func settleStatus(by statuses: StatusResolver) {
    status = statuses.status(of: figure, sentence: sentence)
  }

  fileprivate mutating func settleProgram(by programs: inout ProgramResolver) {
    program = programs.program(of: figure, sentence: sentence, label: label.range)
  }
}
