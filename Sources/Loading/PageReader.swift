import FactModel
import Lexicon

/// One page to be read: its text, and what is known of it.
public struct Page: Sendable {
  /// How facts name the page: the file's name without its ending.
  public var document: String
  /// The text as printed, line ends and all.
  public var text: String
  /// The date of the issue; words like 今年 are read from it.
  public var date: CalendarDate
  /// The newspaper; empty where it is not known.
  public var newspaper: String

  /// A page of its parts.
  public init(document: String, text: String, date: CalendarDate, newspaper: String = "") {
    self.document = document
    self.text = text
    self.date = date
    self.newspaper = newspaper
  }

  /// The month that its figures are reported in; December where only the year is known.
  public var month: YearMonth {
    date.yearMonth
  }
}

/// Reads one page from its text to its facts: layout, scan, rules, resolving.
struct PageReader {
  let lexicon: Lexicon

  /// - Parameter text: the text of the page; `page` need not hold it.
  func read(_ page: Page, _ text: PageText) -> LoadResult {
    var result = LoadResult()
    result.exclusions.reserveCapacity(text.folded.count / PageReader.perExclusion)
    var articles = 0
    forEachArticle(of: page, text) { press, drafts in
      press.add(drafts, to: &result)
      articles += 1
    }
    result.documents = [
      DocumentRecord(
        name: page.document, newspaper: page.newspaper, month: page.month, articles: articles)
    ]
    return result
  }

  /// Why the figures and numerals of a line are read as they are.
  func explain(_ page: Page, _ text: PageText, line: Int) -> [Explanation] {
    var explanations: [Explanation] = []
    forEachArticle(of: page, text) { press, drafts in
      explanations += press.explanations(of: drafts, line: line)
    }
    return explanations
  }

  /// A numeral that is no figure stands among so many signs, mostly.
  private static let perExclusion = 60

  /// Resolves the articles of a page in their order; each may lean on the place of the one before.
  private func forEachArticle(
    of page: Page, _ text: PageText, _ body: (FactPress, [Draft]) -> Void
  ) {
    let scan = Scan(flow: Layout.flow(of: text), lexicon: lexicon)
    let press = Newspaper(named: page.newspaper, lexicon: lexicon)?.place
    var pagePlace: Int?
    for index in scan.flow.articles.indices {
      let article = ArticleText(index: index, of: scan)
      let places = PlaceResolver(article: article, pagePlace: pagePlace, press: press)
      pagePlace = places.topicPlace ?? pagePlace
      body(
        FactPress(page: page, text: text, scan: scan, article: article),
        drafts(of: article, places, page))
    }
  }

  /// The figures of an article, each with all that it says.
  private func drafts(of article: ArticleText, _ places: PlaceResolver, _ page: Page) -> [Draft] {
    let count = article.figureCount
    if count == 0 { return [] }
    let periods = PeriodResolver(article: article, page: PageDate(date: page.date))
    let statuses = StatusResolver(article: article)
    let programs = ProgramResolver(article: article)
    let labels = LabelReader(article: article)
    var drafts: [Draft] = []
    drafts.reserveCapacity(count)
    for (index, sentence) in article.sentences.enumerated() {
      for case .figure(var figure) in sentence.mentions {
        let found = labels.label(
          of: figure, in: sentence.range, earlier: LabelReader.Earlier(drafts, sentence: index))
        let label = labels.completed(found, of: figure, sentence: index)
        PageReader.settleSite(&figure, isSite: label.isSite)
        if !drafts.isEmpty, drafts[drafts.count - 1].sentence == index {
          countPeople(&figure, after: drafts[drafts.count - 1].figure, article)
        }
        var status = statuses.status(of: figure, sentence: index)
        let start = figure.range.lowerBound
        let isStandard = status == .rule && figure.kind == .funds
        if status != .case, !isStandard, periods.looksAhead(at: start, sentence: index) {
          status = .planned
        }
        if status == .planned, periods.looksBack(at: start, sentence: index) { status = .actual }
        var period = periods.period(at: start, sentence: index, isPlanned: status == .planned)
        if status == .actual, periods.isTold(at: start, sentence: index),
          liesAhead(period, figure.kind, of: page.date)
        {
          status = .planned
        }
        // A standard holds at all times: no sum up to the page.
        if status == .rule, period == .interval(from: nil, to: nil) { period = .unstated }
        drafts.append(
          Draft(
            figure: figure, sentence: index, label: label,
            place: places.place(at: figure.range.lowerBound, sentence: index),
            program: programs.program(of: figure, sentence: index, label: label.range),
            period: period, status: status))
      }
    }
    let parts = PartResolver(article: article).parts(of: drafts)
    for (index, part) in parts.enumerated() { drafts[index].partOf = part }
    RepeatMarker(article: article).mark(&drafts)
    return drafts
  }

  /// 160多万农民工,其中68万已入会: a numeral without a unit, of the people before.
  private func countPeople(_ figure: inout Figure, after last: Figure, _ article: ArticleText) {
    let end = last.range.upperBound
    let gap = end..<max(end, figure.range.lowerBound)
    guard !figure.hasUnit, figure.kind == .counts, last.kind == .participants,
      gap.contains(where: { article.scan.hasWord(Sign.amongThem, at: $0) })
    else { return }
    figure.kind = .participants
    figure.quantity.unit = .person
  }

  /// 到2025年底建成100家, in a page of 2023: what lies ahead is planned, whatever the words.
  private func liesAhead(_ period: Period, _ kind: Kind, of page: CalendarDate) -> Bool {
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
      return last / 100 > page.lastDay / 100 && from.firstDay / 100 >= page.firstDay / 100
    }
    return last / 10_000 > page.year
  }

  static let siteMeasures: Set<String> = ["个", "家", "处", "座", "所", "间", "站"]

  /// 124家 of 工会驿站 are sites; 1474家 of 工会 are counted.
  static func settleSite(_ figure: inout Figure, isSite: Bool) {
    guard isSite, case .item(let unit) = figure.quantity.unit,
      PageReader.siteMeasures.contains(unit)
    else { return }
    figure.kind = .stations
    figure.quantity.unit = .site
  }
}
