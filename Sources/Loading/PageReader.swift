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
  var details = Loader.Details.all

  /// - Parameter text: the text of the page; `page` need not hold it.
  func read(_ page: Page, _ text: PageText) -> LoadResult {
    var result = LoadResult()
    if details.contains(.exclusions) {
      result.exclusions.reserveCapacity(text.folded.count / PageReader.perExclusion)
    }
    result.facts.reserveCapacity(text.folded.count / PageReader.perFact)
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
  /// And a figure on most printed pages at most every so many signs.
  private static let perFact = 128

  /// Resolves the figures of a page; an article without a place may lean on that of all others.
  private func forEachArticle(
    of page: Page, _ text: PageText, _ body: (FactPress, [Draft]) -> Void
  ) {
    let scan = Scan(flow: Layout.flow(of: text), lexicon: lexicon)
    var articles = scan.flow.articles.indices.map {
      ArticleDrafts(article: ArticleText(index: $0, of: scan))
    }
    let press = Newspaper(named: page.newspaper, lexicon: lexicon)?.place
    for index in articles.indices where articles[index].hasFigures {
      articles[index].findPlaces(press: press)
    }
    // What the others name matters only to figures for which nothing else tells a place.
    if articles.indices.contains(where: { articles[$0].mayLeanOnPage }) {
      for index in articles.indices where !articles[index].hasFigures {
        articles[index].findPlaces(press: press)
      }
    }
    let pagePlace = pagePlace(of: articles)
    var before: Int?
    for index in articles.indices { articles[index].label() }
    for index in articles.indices { articles[index].date(on: page.date) }
    for index in articles.indices {
      if !scan.flow.articles[index].mayGoOn { before = nil }
      articles[index].place(onPageOf: before ?? pagePlace)
      before = articles[index].topicPlace ?? before
    }
    for index in articles.indices { articles[index].assignPrograms() }
    for index in articles.indices { articles[index].connect() }
    for index in articles.indices {
      body(
        FactPress(
          page: page, text: text, scan: scan, article: articles[index].article, details: details),
        articles[index].drafts)
    }
  }

  /// The smallest division that holds the places of all articles, if it is less than the nation.
  private func pagePlace(of articles: [ArticleDrafts]) -> Int? {
    let gazetteer = lexicon.gazetteer
    let named = articles.indices.lazy.compactMap { articles[$0].topicPlace }
    guard var place = named.first else { return nil }
    for other in named { place = gazetteer.common(place, other) }
    return place == gazetteer.nationIndex ? nil : place
  }
}
