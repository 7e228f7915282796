import FactModel
import Languages
import Lexicon

/// The first door: pages and fact sheets in, facts and exclusions out.
///
/// The flow of a page: bytes → lines, paragraphs, articles (`Layout`) → words of the tables in one pass (`Scan`) →
/// figures and exclusions by the first rule that fits (`RuleBook`) → place, period, standing, programme, label and part
/// by the nearest evidence (`Resolving`) → facts with provenance (`FactPress`). A row of a sheet joins at the rules.
///
/// ```swift
/// let page = Page(
///   document: "p1", text: "江苏省南通市总工会帮扶困难职工1200余名，发放帮扶资金近44万元。",
///   date: CalendarDate("2025-07-12")!)
/// let result = Loader(lexicon: try Lexicon.builtIn()).read(page)
/// assert(result.facts.map(\.provenance.raw) == ["1200余名", "近44万元"])
/// assert(result.facts[1].quantity.value.description == "440000")
/// ```
public struct Loader: Sendable {
  private let lexicon: Lexicon
  private let details: Details
  var vocabulary: Lexicon { lexicon }

  /// What a result of pages holds beside the facts, their places in the text and the doubts.
  public struct Details: OptionSet, Sendable {
    /// A bit for each detail.
    public let rawValue: Int
    /// The details of some bits.
    public init(rawValue: Int) { self.rawValue = rawValue }
    /// The sentence that tells each fact.
    public static let sentences = Details(rawValue: 1)
    /// The numerals that are no facts, with their reasons.
    public static let exclusions = Details(rawValue: 2)
    /// Both.
    public static let all: Details = [.sentences, .exclusions]
  }

  /// A loader with a vocabulary.
  ///
  /// - Parameter details: what is kept of pages; a table of bare facts needs no sentences.
  public init(lexicon: Lexicon, details: Details = .all) {
    self.lexicon = lexicon
    self.details = details
  }

  private var pages: PageReader { PageReader(lexicon: lexicon, details: details) }

  /// Everything that one page says. Never fails: a page cannot be invalid.
  public func read(_ page: Page) -> LoadResult {
    pages.read(page, PageText(page.text, folding: lexicon.folding))
  }

  /// Everything that one input says. An encoding that was guessed and characters that were broken are doubts.
  ///
  /// - Throws: `LoadingError`, if a page has no date, a text is in no encoding that is known, or a sheet is broken or has
  ///   no column of values.
  public func read(_ source: Source) throws(LoadingError) -> LoadResult {
    if let read = try readWhole(source) { return read }
    let text = try source.decoded()
    var plain = source
    plain.bytes = text.utf8
    var result = try readText(plain)
    let month = result.documents.first?.month ?? (source.date ?? .unknown).yearMonth
    result.doubts += text.doubts(of: source, in: month)
    return result
  }

  /// A page of faultless UTF-8, as nearly all are, in one pass over its bytes; `nil` for another input.
  private func readWhole(_ source: Source) throws(LoadingError) -> LoadResult? {
    guard source.form == .page,
      TextEncoding.marked(source.bytes) ?? source.encoding ?? .utf8 == .utf8,
      let text = PageText(whole: source.bytes, folding: lexicon.folding)
    else { return nil }
    return pages.read(try page(of: source), text)
  }

  private func readText(_ source: Source) throws(LoadingError) -> LoadResult {
    switch source.form {
    case .page:
      let page = try page(of: source)
      return pages.read(
        page, PageText(marked: source.bytes, folding: lexicon.folding))
    case .table:
      return try SheetReader(lexicon: lexicon, source: source).read(TableSheet.rows(of: source))
    case .json:
      return try SheetReader(lexicon: lexicon, source: source).read(JSONSheet.rows(of: source))
    }
  }

  /// The page that an input of UTF-8 is, without its text.
  func page(of source: Source) throws(LoadingError) -> Page {
    guard let date = source.date else {
      throw LoadingError(path: source.path, message: Loader.noDate(source))
    }
    return Page(document: source.document, text: "", date: date, newspaper: source.newspaper)
  }

  private static func noDate(_ source: Source) -> Wording {
    if source.path == "-" {
      return Wording(
        en: "the page has no date; give it with --date 2025-07-12",
        zh: "这个版面没有日期；请用 --date 2025-07-12 给出")
    }
    return Wording(
      en: "the page has no date; name it in manifest.csv (document,date,newspaper), "
        + "begin its name with one (2025-07-12-p3.txt), or give --date",
      zh: "这个版面没有日期；请写进 manifest.csv（document,date,newspaper），"
        + "或让文件名以日期开头（2025-07-12-p3.txt），或用 --date 给出")
  }

  /// Everything that many inputs say, in the order of their documents' names, whatever order they come in.
  ///
  /// - Parameters:
  ///   - threads: how many read at a time; the result is the same for any number.
  ///   - onRead: called after each input, to show how far the reading has come.
  public func load(_ sources: [Source], threads: Int = 1, onRead: () -> Void = {})
    throws(LoadingError) -> LoadResult
  {
    var result = LoadResult()
    try read(sources, threads: threads) { read in
      result.append(read)
      onRead()
    }
    return result
  }

  /// The same, handed on input by input.
  ///
  /// - Parameter take: called with what each input says, in the same order.
  public func read(_ sources: [Source], threads: Int = 1, take: (LoadResult) -> Void)
    throws(LoadingError)
  {
    let ordered = sources.sorted(by: Loader.precedes)
    try OrderedWork.run(
      ordered.count, threads: threads,
      work: { index throws(LoadingError) in try read(ordered[index]) },
      take: { read throws(LoadingError) in take(read) })
  }

  /// Whether an input is read before another: by the names of their documents, then by their paths.
  package static func precedes(_ one: Source, _ other: Source) -> Bool {
    one.document.utf8.lexicographicallyPrecedes(other.document.utf8)
      || one.document == other.document
        && one.path.utf8.lexicographicallyPrecedes(other.path.utf8)
  }
}
