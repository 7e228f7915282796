import FactModel
import Lexicon

/// The newspaper of a page, as far as it tells where 我市 is.
///
/// A name tells it by the division that it begins with (焦作日报, 陕西工人报), or by the table of newspapers (新民晚报). A paper
/// of the nation tells nothing.
struct Newspaper {
  /// The name as the manifest or the article has it.
  let name: String
  /// The index of the division whose paper it is.
  let place: Int

  /// The newspaper that the manifest names, or `nil` where its name tells no place.
  init?(named name: String, lexicon: Lexicon) {
    if name.isEmpty { return nil }
    var flow = Flow()
    flow.units = PageText(name, folding: lexicon.folding).folded
    let scan = Scan(flow: flow, lexicon: lexicon)
    guard let place = Newspaper.place(in: scan) else { return nil }
    self.init(name: name, place: place, lexicon: lexicon)
  }

  /// The newspaper from which an article says that it comes: 泰州日报讯, 来源:泰州日报, (泰州日报记者…), 据《泰州日报》报道.
  init?(toldBy article: ArticleText) {
    let scan = article.scan
    var papers = TokenCursor(.place, of: scan)
    for index in article.sentences.indices {
      let sentence = article.sentences[index].range
      if let (range, place) = Newspaper.outlet(at: sentence.lowerBound, scan) {
        self.init(name: scan.text(range), place: place, lexicon: scan.lexicon)
        return
      }
      for token in papers.tokens(in: sentence) {
        guard let (range, place) = Newspaper.paper(token, scan),
          Newspaper.isSource(range, scan) || article.role(at: index) == .byline
        else { continue }
        self.init(name: scan.text(range), place: place, lexicon: scan.lexicon)
        return
      }
    }
    return nil
  }

  private init?(name: String, place: Int, lexicon: Lexicon) {
    if place == lexicon.gazetteer.nationIndex { return nil }
    self.name = name
    self.place = place
  }

  /// The place of a name that stands alone.
  private static func place(in scan: Scan) -> Int? {
    let whole = 0..<scan.units.count
    for token in scan.tokens(.place, in: whole) {
      if case .newspaper(let division) = token.entry { return division }
    }
    for token in scan.tokens(.division, in: whole) {
      if let place = place(token, isAlone: true, scan) { return place }
    }
    return nil
  }

  /// A newspaper's name that ends with a word of the tables, and its place.
  private static func paper(_ token: Token, _ scan: Scan) -> (Range<Int>, Int)? {
    switch token.entry {
    case .newspaper(let division):
      return (token.range, division)
    case .place(.newspaper):
      guard let name = scan.token(.division, endingAt: token.start),
        let place = place(name, isAlone: false, scan)
      else { return nil }
      return (name.start..<token.range.upperBound, place)
    default:
      return nil
    }
  }

  /// The one division of the highest level that bears a name; a word that is also a name only before 日报.
  static func place(_ name: Token, isAlone: Bool, _ scan: Scan) -> Int? {
    guard case .division(let candidates, let isFull, _) = name.entry else { return nil }
    if isAlone, case .place(.notAName)? = scan.longest(.place, at: name.start)?.entry,
      !isPaper(at: name.range.upperBound, scan)
    {
      return nil
    }
    let divisions = scan.lexicon.gazetteer.divisions
    // 中原网: a county's short name may be any word, unless a newspaper's kind follows.
    if isAlone, !isFull, !candidates.contains(where: { divisions[$0].level < .county }),
      !isPaper(at: name.range.upperBound, scan), !isWholeName(name, scan)
    {
      return nil
    }
    let highest = candidates.map { divisions[$0].level }.min()
    let best = Set(candidates.filter { divisions[$0].level == highest })
    return best.count == 1 ? best.first : nil
  }

  private static let today = spelled("今日")
  private static let sheet = Sign.unit("报")
  private static let channel = spelled("发布")

  /// 晋江经济报, 淳安发布, 今日江山: a name that begins, or ends, with the place.
  private static func isWholeName(_ name: Token, _ scan: Scan) -> Bool {
    let end = scan.units.count
    if name.start == today.count, name.range.upperBound == end { return scan.hasWord(today, at: 0) }
    return name.start == 0
      && (scan.unit(end - 1) == sheet || scan.hasWord(channel, at: end - channel.count))
  }

  private static let media = PhraseSet([
    "广播电视", "电视台", "融媒", "新闻", "总工会", "区人民政府", "市人民政府", "县人民政府", "工会", "政府网",
  ])

  private static func isPaper(at place: Int, _ scan: Scan) -> Bool {
    if case .place(.newspaper)? = scan.longest(.place, at: place)?.entry { return true }
    return media.begins(at: place, scan)
  }

  private static let closers = SignSet("》)")
  private static let followers = PhraseSet([
    "讯", "记者", "通讯员", "见习", "实习", "特约", "首席", "全媒体", "融媒", "报道", "电", "消息", "客户端", "社讯",
  ])
  private static let openers = SignSet("《(")
  private static let sources = PhraseSet(["来源:", "来源", "据", "原载", "源自", "转自", "选自", "刊于"])

  /// Whether what stands around a paper's name says that the article is its own.
  private static func isSource(_ name: Range<Int>, _ scan: Scan) -> Bool {
    let end = name.upperBound + (closers.contains(scan.unit(name.upperBound)) ? 1 : 0)
    let start = name.lowerBound - (openers.contains(scan.unit(name.lowerBound - 1)) ? 1 : 0)
    return followers.begins(at: end, scan) || sources.ends(at: start, scan)
  }
}
