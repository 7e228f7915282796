import FactModel
import Lexicon

/// Settles whether a figure is a result, a plan, a rule or a single story.
struct StatusResolver {
  let article: ArticleText
  private let stories: StoryReader
  let planLists: PlanLists
  /// Of which lists the sentences may hold words.
  let words: SentenceWords
  /// Whether a sentence goes on with a plan that another tells.
  let plansGoOn: SentenceMemo<Bool>
  var scan: Scan { article.scan }
  /// Larger sums are no standard per head.
  private static let largestRule = Amount(tenThousandths: 1_000_000 * Amount.scale)
  /// Larger sums are no one person's story.
  private static let largestCase = Amount(tenThousandths: 5_000_000 * Amount.scale)

  /// Nor are these what one firm owes its workers.
  private static let largestClaim = Amount(tenThousandths: 100_000_000 * Amount.scale)

  init(article: ArticleText) {
    self.article = article
    words = SentenceWords(article: article)
    stories = StoryReader(article: article, words: words)
    planLists = PlanLists(article: article, words: words)
    plansGoOn = .empty(of: article)
  }

  func status(of figure: Figure, sentence index: Int) -> Status {
    let sentence = article.sentences[index]
    let before = sentence.range.lowerBound..<figure.range.lowerBound
    let isPlanned =
      isDemanded(figure, sentence) || isAim(figure, sentence, index)
      || isPlanned(before, sentence, figure) || isPlannedBehind(figure, sentence)
      || continuesPlan(figure, index)
    if isPlanned {
      if isRequired(figure, sentence) || boundsClass(figure, sentence) { return .rule }
      if figure.kind == .funds, stories.tellsOfOne(figure, sentence: index) { return .case }
      return isStandard(figure, sentence) ? .rule : .planned
    }
    if figure.kind == .funds, figure.quantity.value < StatusResolver.largestCase,
      figure.quantity.qualifier != .atMost, stories.tellsOfOne(figure, sentence: index),
      !isEntitled(figure, sentence)
    {
      return .case
    }
    if figure.kind == .funds, figure.quantity.value < StatusResolver.largestCase,
      isHighestOfAll(figure, sentence)
    {
      return .case
    }
    if isQuota(figure, sentence) || isAssigned(figure, sentence, index) { return .rule }
    if boundsClass(figure, sentence) || isNumberOfPlaces(figure, sentence, index) {
      return .rule
    }
    if figure.kind == .rates, [.atLeast, .atMost].contains(figure.quantity.qualifier) {
      return .rule
    }
    if stories.tellsOfClaim(sentence: index), figure.quantity.value < StatusResolver.largestClaim {
      return .case
    }
    if isAskedFor(figure, sentence) { return .planned }
    guard figure.kind == .funds else {
      return figure.kind == .rates && !isShareDone(figure, sentence)
        && (scan.unit(figure.range.lowerBound - 1) == StatusResolver.by
          || hasCue(.rule, .near, in: clause(figure, sentence), upTo: figure)
            && !isShareOfWhole(figure, sentence)
          || goesOnWithMark(figure, sentence) || isShareGranted(figure)
          || hasCue(.rule, .on, in: sentence.range, upTo: figure))
        ? .rule : .actual
    }
    if figure.quantity.value < StatusResolver.largestRule, isRule(figure, sentence) { return .rule }
    guard figure.quantity.value < StatusResolver.largestCase else { return .actual }
    if isEntitled(figure, sentence) { return .rule }
    return stories.tellsOfOne(figure, sentence: index) || hasCaseCue(figure, sentence)
      ? .case : .actual
  }

  private static let must = Sign.unit("要")

  /// 入选有门槛:收孩子要在20人以上: what must be, beside the word that says so.
  private func isRequired(_ figure: Figure, _ sentence: Sentence) -> Bool {
    hasCue(.rule, .on, in: sentence.range, upTo: figure)
      && scan.tokens(.status, in: sentence.range.lowerBound..<figure.range.lowerBound)
        .last(where: isFuture).map { scan.unit($0.range.lowerBound) == StatusResolver.must }
        ?? false
  }

  private static let mosts = PhraseSet([
    "最多的一笔", "最多的一位", "最多的一人", "最多的一回", "最多的一次", "最高的一笔", "最高的一位", "最高的职工", "最高的会员", "最高的家庭",
    "最多的职工", "最多的会员", "最多的家庭",
    "单笔最多", "单笔最高", "单次最多",
    "单次最高", "单人最高", "单人最多",
    "最高的达", "最多的达", "最高的超", "最多的超",
  ])

  /// 单笔最多的一位拿到27860元: one person's, told as the highest.
  private func isHighestOfAll(_ figure: Figure, _ sentence: Sentence) -> Bool {
    let before = clauseBefore(figure, sentence)
    return StatusResolver.mosts.occurs(in: before, scan)
      && (!StatusResolver.limitsOfOne.ends(at: figure.numeral.lowerBound, scan)
        || StatusResolver.gains.occurs(in: before, scan))
  }

  /// 单笔最高15万元: a limit, unless somebody got it.
  private static let limitsOfOne = PhraseSet(["单笔最高", "单笔最多", "单次最高", "单次最多"])
  private static let gains = PhraseSet(["获", "领", "拿", "得到", "赔付", "报销", "救助", "发放了"])

  private func clauseBefore(_ figure: Figure, _ sentence: Sentence) -> Range<Int> {
    let clause = clause(figure, sentence)
    let start =
      clause.lowerBound > sentence.range.lowerBound
      ? article.clause(around: clause.lowerBound - 2, in: sentence.range).lowerBound
      : clause.lowerBound
    return start..<max(start, figure.range.lowerBound)
  }

  // MARK: Rules and stories

  /// 约6000名外卖配送员接下来也能拿到, 100名学员将赴外地: a cue behind the figure in its clause.
  private func isPlannedBehind(_ figure: Figure, _ sentence: Sentence) -> Bool {
    let clause = clause(figure, sentence)
    let start = figure.range.upperBound
    let behind = start..<max(start, min(clause.upperBound, start + StatusResolver.longestSubject))
    let cues = scan.tokens(.status, in: behind)
    // 超4400万元将用于…: of money, a cue right behind it.
    if figure.kind == .funds {
      return cues.first.map { $0.start == start && isFuture($0) } ?? false
    }
    return cues.contains {
      isFuture($0) && !isOfAttribute($0, figure) && !isOfThoseHere($0, figure, sentence)
    }
  }

  private static let longestAttribute = 14

  /// 10名即将上大学的学生: what is told of the people who are counted, not of the deed.
  private func isOfAttribute(_ cue: Token, _ figure: Figure) -> Bool {
    guard cue.start <= figure.range.upperBound + 1 else { return false }
    return scan.restOfClause(from: cue.range.upperBound, most: StatusResolver.longestAttribute)
      .contains { scan.unit($0) == Sign.of }
  }

  /// 每班收5人至15人, 最多可投4份: how many there may be.
  private func isQuota(_ figure: Figure, _ sentence: Sentence) -> Bool {
    guard figure.kind == .participants || figure.kind == .counts else { return false }
    let clause = clause(figure, sentence)
    let before = clause.lowerBound..<max(clause.lowerBound, figure.range.lowerBound)
    // 每个驿站年均服务2600人次: an average is told, not set.
    return figure.quantity.qualifier == .atMost
      || figure.kind == .participants
        && isPerItem(before, forTimes: false) && !StatusResolver.means.occurs(in: before, scan)
        && !isOfEachYear(before)
  }

  private static let means = PhraseSet(["年均", "月均", "日均", "平均", "人均"])

  /// 按60%返还
  private static let by = Sign.unit("按")
  private static let leasts = PhraseSet(["不少于", "不低于", "至少"])

  /// 开展普法宣传不少于1000场: a number that is asked for, unless something says that it was reached.
  private func isAskedFor(_ figure: Figure, _ sentence: Sentence) -> Bool {
    guard figure.kind != .funds, figure.kind != .rates, figure.quantity.qualifier == .atLeast,
      StatusResolver.leasts.begins(at: figure.range.lowerBound, scan)
    else { return false }
    return !(sentence.range.lowerBound..<figure.range.upperBound)
      .contains { StatusResolver.results.contains(scan.unit($0)) }
  }

  static let assigned = PhraseSet(["下达"])
  private static let tasks = PhraseSet(["任务", "指标", "计划"])

  /// 完成省总工会下达的新建120家的任务: what was asked for.
  private func isAssigned(_ figure: Figure, _ sentence: Sentence, _ index: Int) -> Bool {
    guard figure.kind != .funds, figure.kind != .rates, words.mayHold(.assignments, index) else {
      return false
    }
    let clause = clause(figure, sentence)
    let end = max(figure.range.upperBound, clause.upperBound)
    return StatusResolver.assigned.occurs(
      in: clause.lowerBound..<max(clause.lowerBound, figure.range.lowerBound), scan)
      && StatusResolver.tasks.occurs(in: figure.range.upperBound..<end, scan)
  }

  private static let longestSubject = 18
  private static let highest = spelled("最高")
  private static let averages = PhraseSet(["户均", "人均", "单户", "每户", "每人"])

  /// 预计救助1万户,户均2000元,单户最高4000元: so much a head, even in a plan.
  private func isStandard(_ figure: Figure, _ sentence: Sentence) -> Bool {
    guard figure.kind == .funds, figure.quantity.value < StatusResolver.largestRule else {
      return false
    }
    let clause = clause(figure, sentence)
    let toNumeral = clause.lowerBound..<max(clause.lowerBound, figure.numeral.lowerBound)
    return isPerItem(clause.lowerBound..<max(clause.lowerBound, figure.range.lowerBound))
      || StatusResolver.perHead.begins(at: figure.range.upperBound, scan)
      || toNumeral.contains { scan.hasWord(StatusResolver.highest, at: $0) }
      || StatusResolver.averages.occurs(in: clause, scan)
  }

  private static let sums = PhraseSet([
    "共", "累计", "合计", "总共", "总额", "筹集", "筹措", "拨付", "总计", "平均", "人均", "户均", "摊到", "得到", "已领到",
  ])
  private static let perHead = PhraseSet([
    "/人", "/月", "/年", "每人", "/户", "/次", "/天", "/场", "/项", "/个", "/家", "/例", "/件", "/名", "/份", "/篇",
    "/期", "/餐", "/杯", "/张", "/节", "/课时", "/小时", "/瓶", "一次", "一碗", "一份", "一张", "一节", "一位",
  ])

  /// 评出成果60项,奖励资金26万元: what was paid in all.
  private static let rewards = PhraseSet(["奖励资金", "奖励经费", "奖励金额", "奖励总额"])
  static let leastReward = Amount(tenThousandths: 100_000 * Amount.scale)

  private func isRule(_ figure: Figure, _ sentence: Sentence) -> Bool {
    if StatusResolver.perHead.begins(at: figure.range.upperBound, scan) {
      return true
    }
    if hasCue(.rule, .on, in: sentence.range, upTo: figure) { return true }
    let clause = clause(figure, sentence)
    let toFigure = clause.lowerBound..<max(clause.lowerBound, figure.range.lowerBound)
    let isSum =
      StatusResolver.sums.occurs(in: toFigure, scan) && !isPaidPerItem(toFigure)
      || figure.quantity.value >= StatusResolver.leastReward
        && StatusResolver.rewards.occurs(in: toFigure, scan) && !isPerItem(toFigure)
    if isSum, suffices(figure) { return true }
    if isSum || isSumOfMany(figure, clause, sentence) {
      return isAverageWithLimit(figure, sentence, toFigure)
        || figure.quantity.qualifier == .atMost && isPerItem(toFigure)
        || [.atMost, .atLeast].contains(figure.quantity.qualifier) && namesStandard(toFigure)
        || StatusResolver.entitled.occurs(in: toFigure, scan)
    }
    if isSpread(figure, clause) || isTopUp(figure) { return true }
    if let before = ruleBefore(figure, clause, sentence) { return isRule(before, sentence) }
    return isPrice(figure) || suffices(figure) || differsByClass(figure, sentence)
      || isShareOfOne(figure, sentence) || isOfChangedStandard(figure, clause, sentence)
      || goesOnPerItem(figure, sentence)
      || hasCue(.rule, .near, in: clause, upTo: nil)
      || isPerItem(toFigure)
      || [.atMost, .atLeast].contains(figure.quantity.qualifier)
  }

  /// 可享受总额3000元的补助: what one may get, though it is called a sum.
  private static let entitled = PhraseSet([
    "可享受", "可获得", "可获", "可得", "可领取", "可领", "可申领", "可以获得", "可以享受", "可以领取", "可以申领", "能获得",
    "能享受", "能领取",
  ])
  /// 新聘一名技师,可获补贴3万元,助理1万元: whoever is meant may get it.
  private func isEntitled(_ figure: Figure, _ sentence: Sentence) -> Bool {
    StatusResolver.entitled.occurs(
      in: sentence.range.lowerBound..<figure.range.lowerBound, scan)
  }

  private static let heads = PhraseSet(["平均每", "户均", "人均"])
  private static let limits = PhraseSet(["最高", "不超过", "上限", "封顶", "最低"])

  /// 平均每户2000元,最高不超过4000元: an average beside its limit is a standard.
  private func isAverageWithLimit(_ figure: Figure, _ sentence: Sentence, _ before: Range<Int>)
    -> Bool
  {
    let isAverage = StatusResolver.heads.occurs(in: before, scan)
    let end = figure.range.upperBound
    return isAverage
      && StatusResolver.limits.occurs(
        in: end..<max(end, min(end + 4, sentence.range.upperBound)), scan)
  }

  /// A price is no more than this.
  private static let largestPrice = Amount(tenThousandths: 1_000 * Amount.scale)
  private static let priced = PhraseSet([
    "红包", "券", "套餐", "代金券", "礼包", "优惠券", "消费券", "餐券", "话费", "补贴券",
  ])

  /// 投放7元红包1000份: what one of them is worth.
  private func isPrice(_ figure: Figure) -> Bool {
    let end = figure.range.upperBound
    let start = scan.unit(end) == Sign.of ? end + 1 : end
    return figure.quantity.value <= StatusResolver.largestPrice
      && StatusResolver.priced.begins(at: start, scan)
  }

  /// 每人2000元, 每条奖50元, 每天10元: so much for each of something.
  /// - Parameter forTimes: 每天 counts too; people a day are no rule.
  func isPerItem(_ range: Range<Int>, forTimes: Bool = true) -> Bool {
    range.contains { place in
      guard scan.unit(place) == Sign.each else { return false }
      guard let token = scan.longest(.measure, at: place + 1),
        case .measure(let measure) = token.entry
      else { return false }
      switch measure.reads {
      case .people, .personTimes, .count: return true
      case .duration:
        let end = token.range.upperBound
        return forTimes
          && (end >= range.upperBound || StatusResolver.grants.holds(end..<range.upperBound, scan))
      default: return false
      }
    }
  }

  /// 住院每天补助60元
  private static let grants = PhraseSet([
    "补助", "补贴", "给付", "赔付", "可领", "领取", "津贴", "发放", "发给", "给予",
  ])
  private static let pronouns = PhraseSet(["他", "她", "他们", "她们"])

  private func hasCaseCue(_ figure: Figure, _ sentence: Sentence) -> Bool {
    // 月薪3500元至5000元: of many.
    if figure.quantity.high != nil { return false }
    let clause = clause(figure, sentence)
    return scan.tokens(.status, in: sentence.range).contains { token in
      guard case .status(let word) = token.entry, word.status == .case else { return false }
      // 他, 她 and 他们 tell of their own clause alone.
      let isPronoun = StatusResolver.pronouns.holds(token.range, scan)
      if isPronoun, isOfSeveral(token, sentence) { return false }
      // “粤菜师傅”培训班: a name.
      if isInName(token.range) { return false }
      return !StoryReader.beforePronoun.contains(scan.unit(token.range.lowerBound - 1))
        && (!isPronoun || clause.contains(token.range.lowerBound))
    }
  }

  private static let plural = Sign.unit("们")

  /// 慰问了5名职工,给她们送去19万元: of those that the sentence has counted, no story of one.
  private func isOfSeveral(_ pronoun: Token, _ sentence: Sentence) -> Bool {
    guard
      [pronoun.range.upperBound, pronoun.range.upperBound - 1].contains(where: {
        scan.unit($0) == StatusResolver.plural
      })
    else { return false }
    return sentence.mentions.contains {
      guard case .figure(let figure) = $0 else { return false }
      return figure.kind == .participants && figure.range.upperBound <= pronoun.range.lowerBound
        && figure.quantity.value > Amount(tenThousandths: Amount.scale)
    }
  }

  func clause(_ figure: Figure, _ sentence: Sentence) -> Range<Int> {
    article.clause(around: figure.numeral.lowerBound, in: sentence.range)
  }

  private func hasCue(
    _ status: Status, _ reach: StatusWord.Reach, in range: Range<Int>, upTo figure: Figure?
  ) -> Bool {
    let end = figure.map { max(range.lowerBound, $0.range.upperBound) } ?? range.upperBound
    return scan.tokens(.status, in: range.lowerBound..<end).contains { token in
      guard case .status(let word) = token.entry else { return false }
      return word.status == status && word.reach == reach
    }
  }
}
