/// The places of the figures of an article, and that of the article itself.
struct PlaceArticle {
  private let resolver: PlaceResolver
  /// What its sentences name, read as far as figures ask.
  private var sentences: PlaceSentences
  /// The place that the article as a whole is about, if it names one.
  let topic: Int?
  /// Whether a figure may have to take the place of the page.
  let mayLeanOnPage: Bool

  /// - Parameter press: where the newspaper is at home.
  init(_ article: ArticleText, press: Int?) {
    let press = Newspaper(toldBy: article)?.place ?? press
    var sentences = PlaceSentences(article: article, press: press)
    resolver = PlaceResolver(article: article, press: press, &sentences)
    self.sentences = sentences
    topic = resolver.topicPlace
    mayLeanOnPage = topic == nil && press == nil
  }

  /// The place of a figure that begins at a place of the text.
  ///
  /// - Parameter pagePlace: the place that the page as a whole is about, as the last resort.
  mutating func place(
    at start: Int, sentence index: Int, onPageOf pagePlace: Int?
  ) -> ResolvedPlace {
    resolver.place(at: start, sentence: index, onPageOf: pagePlace, &sentences)
  }
}
