/// Which sentences of an article name a list of plans, or end one.
///
/// A figure asks about the sentences before it; what is found of one is kept. It belongs to one thread.
struct PlanLists {
  struct Words: OptionSet {
    let rawValue: UInt8
    /// 10件实事
    static let list = Words(rawValue: 1)
    /// 将开展“五大活动”: paragraphs that tell them follow.
    static let series = Words(rawValue: 2)
    /// 承诺办好10件实事。今年以来,…走访9次: what was done since ends the list.
    static let since = Words(rawValue: 4)
    /// 下半年工作安排: what stands below is still to come.
    static let heading = Words(rawValue: 8)
  }

  static let lists = PhraseSet(["件实事", "项实事", "实事清单", "任务清单", "目标任务", "年度任务"])
  static let series = PhraseSet([
    "大活动", "大行动", "大工程", "项活动", "项行动", "系列活动", "项举措", "项措施", "项任务", "重点工作", "以下工作", "如下",
  ])
  static let since = PhraseSet(["今年以来", "年初以来", "承诺以来", "启动以来", "实施以来"])
  private static let headings = PhraseSet([
    "工作安排", "工作目标", "工作计划", "工作任务", "工作打算", "工作重点", "工作要点", "工作思路", "今后打算", "下一步打算", "下步打算",
    "年安排", "年打算", "目标任务", "重点任务", "要办的实事", "拟办的实事",
  ])
  private static let stresses = PhraseSet([
    "要重点抓好", "要抓好", "要做好", "重点抓好", "重点做好", "着力抓好", "要重点推进", "要突出抓好", "重点实施", "要重点做好", "要着力",
  ])
  private static let tasks = PhraseSet(["工作", "任务", "行动", "工程"])
  private static let aheads = PhraseSet(["年", "下一步", "下步", "下一阶段", "下阶段", "今后", "季度"])
  private static let ended = PhraseSet(["完成", "总结", "回顾", "落实", "兑现", "超额"])
  private static let longestHeading = 40

  private let article: ArticleText
  private let words: SentenceWords
  private let known: SentenceMemo<Words>

  init(article: ArticleText, words: SentenceWords) {
    self.article = article
    self.words = words
    known = .empty(of: article)
  }

  /// What a sentence of the article holds.
  func words(of index: Int) -> Words { known.value(of: index) { find(index) } }

  private func find(_ index: Int) -> Words {
    let (range, scan) = (article.sentences[index].range, article.scan)
    var words: Words = []
    func add(_ word: Words, _ list: SentenceWords.Lists, _ phrases: @autoclosure () -> PhraseSet) {
      if self.words.mayHold(list, index), phrases().occurs(in: range, scan) { words.insert(word) }
    }
    add(.list, .plans, PlanLists.lists)
    add(.series, .series, PlanLists.series)
    add(.since, .since, PlanLists.since)
    if PlanLists.isHeading(range, scan) { words.insert(.heading) }
    return words
  }

  /// 下半年工作安排, 今年工作目标:…, 2019年要重点抓好五项工作: a short sentence that ends with such words, or that they lead to a colon.
  private static func isHeading(_ range: Range<Int>, _ scan: Scan) -> Bool {
    var colon = scan.marks.next(from: range.lowerBound, until: range.upperBound)
    while colon < range.upperBound, scan.unit(colon) != Sign.colon {
      colon = scan.marks.next(from: colon + 1, until: range.upperBound)
    }
    var end = colon
    while end > range.lowerBound, Sign.sentenceEnds.contains(scan.unit(end - 1)) { end -= 1 }
    let head = range.lowerBound..<end
    if head.count > longestHeading { return false }
    let isStressed = tasks.ends(at: end, scan) && stresses.occurs(in: head, scan)
    return
      (isStressed
      || headings.ends(at: end, scan) && headings.occurs(in: head, scan)
        && aheads.occurs(in: head, scan))
      && !ended.occurs(in: head, scan)
  }
}
