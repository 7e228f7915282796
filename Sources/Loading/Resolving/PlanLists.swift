/// Which sentences of an article name a list of plans, or end one.
///
/// A figure asks about the sentences before it; what is found of one is kept. A reader belongs to one thread.
final class PlanLists {
  struct Words: OptionSet {
    let rawValue: UInt8
    /// 10件实事
    static let list = Words(rawValue: 1)
    /// 将开展“五大活动”: paragraphs that tell them follow.
    static let series = Words(rawValue: 2)
    /// 承诺办好10件实事。今年以来,…走访9次: what was done since ends the list.
    static let since = Words(rawValue: 4)
  }

  private static let lists = PhraseSet(["件实事", "项实事", "实事清单", "任务清单", "目标任务", "年度任务"])
  private static let series = PhraseSet([
    "大活动", "大行动", "大工程", "项活动", "项行动", "系列活动", "项举措", "项措施", "项任务", "重点工作", "以下工作", "如下",
  ])
  private static let since = PhraseSet(["今年以来", "年初以来", "承诺以来", "启动以来", "实施以来"])
  private static let all = lists + series + since

  private let article: ArticleText
  private var known: [Words?]

  init(article: ArticleText) {
    self.article = article
    known = Array(repeating: nil, count: article.sentences.count)
  }

  /// What a sentence of the article holds.
  func words(of index: Int) -> Words {
    if let words = known[index] { return words }
    let words = PlanLists.words(in: article.sentences[index].range, article.scan)
    known[index] = words
    return words
  }

  private static func words(in range: Range<Int>, _ scan: Scan) -> Words {
    // Most sentences hold none.
    guard all.occurs(in: range, scan) else { return [] }
    var words: Words = []
    if lists.occurs(in: range, scan) { words.insert(.list) }
    if series.occurs(in: range, scan) { words.insert(.series) }
    if since.occurs(in: range, scan) { words.insert(.since) }
    return words
  }
}
