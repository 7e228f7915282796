import FactModel
import Lexicon

/// Settles whether a figure is a result, a plan, a rule or a single story.
struct StatusResolver {
  private let article: ArticleText
  private let stories: StoryReader
  private var scan: Scan { article.scan }
  /// Larger sums are no standard per head.
  private static let largestRule = Amount(tenThousandths: 1_000_000 * Amount.scale)
  /// Larger sums are no one person's story.
  private static let largestCase = Amount(tenThousandths: 5_000_000 * Amount.scale)

  /// Nor are these what one firm owes its workers.
  private static let largestClaim = Amount(tenThousandths: 100_000_000 * Amount.scale)

  init(article: ArticleText) {
    self.article = article
    stories = StoryReader(article: article)
  }

  func status(of figure: Figure, sentence index: Int) -> Status {
    let sentence = article.sentences[index]
    let before = sentence.range.lowerBound..<figure.range.lowerBound
    let isPlanned =
      isPlanned(before, sentence, figure) || isPlannedBehind(figure, sentence)
      || continuesPlan(figure, index)
    if isPlanned {
      if isRequired(figure, sentence) { return .rule }
      if figure.kind == .funds, stories.tellsOfOne(figure, sentence: index) { return .case }
      return isStandard(figure, sentence) ? .rule : .planned
    }
    if figure.kind == .funds, figure.quantity.value < StatusResolver.largestCase,
      figure.quantity.qualifier != .atMost, stories.tellsOfOne(figure, sentence: index)
    {
      return .case
    }
    if figure.kind == .funds, figure.quantity.value < StatusResolver.largestCase,
      isHighestOfAll(figure, sentence)
    {
      return .case
    }
    if isQuota(figure, sentence) || isAssigned(figure, sentence) { return .rule }
    if figure.kind == .rates, [.atLeast, .atMost].contains(figure.quantity.qualifier) {
      return .rule
    }
    if stories.tellsOfClaim(sentence: index), figure.quantity.value < StatusResolver.largestClaim {
      return .case
    }
    if isAskedFor(figure, sentence) { return .planned }
    guard figure.kind == .funds else {
      return figure.kind == .rates
        && (scan.unit(figure.range.lowerBound - 1) == StatusResolver.by
          || hasCue(.rule, .near, in: clause(figure, sentence), upTo: figure)
          || hasCue(.rule, .on, in: sentence.range, upTo: figure))
        ? .rule : .actual
    }
    if figure.quantity.value < StatusResolver.largestRule, isRule(figure, sentence) { return .rule }
    guard figure.quantity.value < StatusResolver.largestCase else { return .actual }
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
  ])

  /// 单笔最多的一位拿到27860元: one person's, told as the highest.
  private func isHighestOfAll(_ figure: Figure, _ sentence: Sentence) -> Bool {
    StatusResolver.mosts.occurs(in: clauseBefore(figure, sentence), scan)
  }

  private func clauseBefore(_ figure: Figure, _ sentence: Sentence) -> Range<Int> {
    let clause = clause(figure, sentence)
    let start =
      clause.lowerBound > sentence.range.lowerBound
      ? article.clause(around: clause.lowerBound - 2, in: sentence.range).lowerBound
      : clause.lowerBound
    return start..<max(start, figure.range.lowerBound)
  }

  // MARK: Plans

  /// A cue of the future before the figure, or anywhere in a sentence before, that no 已 behind it takes back.
  private func isPlanned(_ before: Range<Int>, _ sentence: Sentence, _ figure: Figure?) -> Bool {
    guard
      let cue = scan.tokens(.status, in: before).last(where: {
        isFuture($0) && reaches($0, before.upperBound, isOwn: figure != nil)
      })
    else { return false }
    if let figure, isDone(figure, after: cue) { return false }
    if let figure, clause(figure, sentence).contains(cue.range.lowerBound) { return true }
    let later = scan.tokens(
      .time, in: cue.range.upperBound..<max(cue.range.upperBound, before.upperBound))
    return !later.contains { token in
      if case .time(.done) = token.entry {
        true
      } else if case .time(.open) = token.entry {
        true
      } else {
        false
      }
    }
  }

  private static let done = Sign.unit("了")

  /// 资金到位后,她又新开了7家分店: the verb right before the figure tells what was done.
  private func isDone(_ figure: Figure, after cue: Token) -> Bool {
    let place = figure.range.lowerBound - 1
    return place > cue.range.upperBound && scan.unit(place) == StatusResolver.done
      && scan.token(.verb, endingAt: place) != nil
  }

  private static let forecasts = PhraseSet(["预计", "预期", "有望", "预计可", "全年预计"])

  /// 预计救助1万户;另下拨2000万元: a forecast goes no further than its part of the sentence.
  private func reaches(_ token: Token, _ end: Int, isOwn: Bool) -> Bool {
    guard StatusResolver.forecasts.holds(token.range, scan) else { return true }
    return isOwn
      && !scan.units[token.range.upperBound..<max(end, token.range.upperBound)]
        .contains(Sign.semicolon)
  }

  /// 模拟, 虚拟: 拟 is part of another word.
  private static let beforeDraft = SignSet("模虚草比")
  /// 名将, 闯将
  private static let beforeShall = SignSet("名干大闯小健")
  private static let draft = spelled("拟")
  /// 其他, 吉他
  private static let pronouns = PhraseSet(["他", "她", "他们", "她们"])
  private static let beforeHe = SignSet("其吉利维")
  private static let shall = spelled("将")
  private static let plan = spelled("计划")
  private static let preparing = spelled("筹备")
  /// 筹备金, 筹备组
  private static let afterPreparing = SignSet("金组会期处")
  private static let used = spelled("用于")
  private static let nouns = [spelled("规划"), spelled("准备")]
  private static let afterShall = SignSet("其该这那此它他她近《“\"")
  /// What is done to an object of 将: 将课堂搬到车间 tells no future.
  private static let objectVerbs = PhraseSet([
    "融入", "纳入", "作为", "转化", "列入", "搬到", "搬进", "送到", "送进", "办到", "建到", "变成", "改成", "改造", "延伸", "结合",
    "常态化", "贯穿", "升级为", "变为", "交到", "送上", "分为", "把到", "提高到", "提高至", "提升到", "提升至", "增加到", "前移", "下移",
    "吸纳", "吸收进", "请进", "引进到", "融进", "带进", "写进", "装进", "放进", "拉进", "列进", "编进", "引入", "嵌入", "植入",
    "归入",
    "并入", "编入", "计入", "记入", "投入到", "运用到", "应用到", "落实到", "贯彻到", "推广到", "传递到", "覆盖到", "交给", "发给",
    "转交",
    "移交", "打造成", "转化成", "建设成", "培养成", "细化为", "量化为", "分解为", "认定为", "当作", "当成", "看作", "视为", "摆在",
    "放在",
    "落在", "挂钩", "列为", "改为", "调整为", "调整到", "扩大到", "扩展到", "拓展到", "定为", "确定为", "下沉", "落到", "贴近", "吸纳进",
  ])
  private static let planNames = PhraseSet([
    "行动", "培养", "培训", "工作", "发展", "三年", "五年", "年度", "实施", "该", "本", "这一", "救助", "互助", "保障", "教育",
    "人才", "工程", "提升", "个",
  ])

  private func isFuture(_ token: Token) -> Bool {
    guard case .status(let word) = token.entry, word.status == .planned else { return false }
    let units = Array(scan.units[token.range])
    let end = token.range.upperBound
    let previous = scan.unit(token.range.lowerBound - 1)
    if units == StatusResolver.draft { return !StatusResolver.beforeDraft.contains(previous) }
    if units == StatusResolver.shall {
      return !StatusResolver.beforeShall.contains(previous) && !takesObject(end)
    }
    if units == StatusResolver.preparing {
      return !StatusResolver.afterPreparing.contains(scan.unit(end))
    }
    if units == StatusResolver.plan { return !isNamedPlan(token.range) }
    if StatusResolver.nouns.contains(units) {
      return (scan.longest(.verb, at: end)?.range.count ?? 0) > 1
    }
    return true
  }

  private static let taking = Sign.unit("把")
  private static let becoming = PhraseSet(["成为", "是"])
  private static let longestObject = 60

  /// 将课堂搬到车间, 寒流将到: 将 with an object, or at the end of its clause.
  private func takesObject(_ place: Int) -> Bool {
    if StatusResolver.afterShall.contains(scan.unit(place)) { return true }
    // 将把7项竞赛当作标杆: 把 has the object.
    if scan.unit(place) == StatusResolver.taking { return false }
    if Sign.clauseEnds.contains(scan.unit(place + 1)) { return true }
    // 这将成为一大品牌: said of what there is.
    if StatusResolver.becoming.begins(at: place, scan) { return true }
    // 将两成经费用于培训: a quantity is the object of 将.
    let isUsed =
      scan.isNumeral(scan.unit(place))
      && (place..<place + 24).prefix { !Sign.clauseEnds.contains(scan.unit($0)) }
        .contains { scan.hasWord(StatusResolver.used, at: $0) }
    if isUsed || isObject(place) { return true }
    var end = place
    while end - place < StatusResolver.longestObject, !Sign.clauseEnds.contains(scan.unit(end)) {
      if end > place, StatusResolver.objectVerbs.begins(at: end, scan) { return true }
      end += 1
    }
    return false
  }

  /// 将专家请进课堂: people, sites, money and places are no verbs, so that 将 governs them.
  private func isObject(_ place: Int) -> Bool {
    let verb = scan.longest(.verb, at: place)?.range.count ?? 0
    if verb == 0, scan.token(.division, at: place) != nil { return true }
    guard let token = scan.longest(.noun, at: place), token.range.count > max(1, verb),
      case .noun(let noun) = token.entry
    else { return false }
    switch noun.kind {
    case .person, .site, .money: return true
    case .thing: return noun.program == nil
    case .heading, .rate: return false
    }
  }

  /// “匠心人才”计划, 三年行动计划: the name of a plan, not the verb.
  private func isNamedPlan(_ range: Range<Int>) -> Bool {
    let before = scan.unit(range.lowerBound - 1)
    if scan.token(.time, at: range.upperBound) != nil { return false }
    if before == Sign.closeQuote || before == Sign.closeTitle { return true }
    let after = scan.unit(range.upperBound)
    if [Sign.closeQuote, Sign.closeTitle, Sign.of].contains(after) { return true }
    // 推进关爱计划,新建73家: at the end of its clause it plans nothing.
    // 按照计划,今年安排380万元: what follows is the plan.
    if Sign.clauseEnds.contains(after) {
      return !StatusResolver.accordings.ends(at: range.lowerBound, scan)
    }
    return StatusResolver.planNames.ends(at: range.lowerBound, scan)
  }

  private static let accordings = PhraseSet(["按", "按照", "根据", "依照", "依据", "有"])

  private static let listed = PhraseSet(["方面", "具体", "其中", "此外", "同时", "另外"])

  private func isListed(_ range: Range<Int>) -> Bool {
    StatusResolver.listed.occurs(
      in: range.lowerBound..<min(range.lowerBound + 6, range.upperBound), scan)
  }

  /// The items of a list of plans go on being planned: 2025年要办十件实事。慰问方面……
  private func continuesPlan(_ figure: Figure, _ index: Int) -> Bool {
    let sentence = article.sentences[index]
    if followsList(index) { return true }
    guard isListed(sentence.range) else { return false }
    var earlier = index - 1
    while earlier >= 0, index - earlier < 8 {
      let range = article.sentences[earlier].range
      if isPlanned(range, article.sentences[earlier], nil) { return true }
      if !isListed(range) { return false }
      let hasPast = scan.tokens(.time, in: range).contains {
        if case .time(.done) = $0.entry { true } else { false }
      }
      if hasPast { return false }
      earlier -= 1
    }
    return false
  }

  private static let lists = PhraseSet(["件实事", "项实事", "实事清单", "任务清单", "目标任务", "年度任务"])
  private static let marks = SignSet("了已共")

  /// 公布今年要办的10件实事。建50个站点,…: what follows such a list's name in its paragraph.
  private func followsList(_ index: Int) -> Bool {
    let sentence = article.sentences[index]
    guard !sentence.range.contains(where: { StatusResolver.marks.contains(scan.unit($0)) }) else {
      return false
    }
    var earlier = index - 1
    while earlier >= 0, index - earlier <= StatusResolver.longestList {
      let range = article.sentences[earlier].range
      let isBeside = article.sentences[earlier].paragraph == sentence.paragraph
      let namesList =
        StatusResolver.lists.occurs(in: range, scan)
        || !isBeside && StatusResolver.series.occurs(in: range, scan)
      // In another paragraph such a sentence says what follows only where its paragraph ends with it.
      let introduces =
        isBeside
        || article.sentences[earlier + 1].paragraph != article.sentences[earlier].paragraph
      if namesList, introduces { return isPlanned(range, article.sentences[earlier], nil) }
      if !isBeside, !introduces { return false }
      earlier -= 1
    }
    return false
  }

  private static let longestList = 12
  /// 将开展“五大活动”: paragraphs that tell them follow.
  private static let series = PhraseSet([
    "大活动", "大行动", "大工程", "项活动", "项行动", "系列活动", "项举措", "项措施", "项任务", "重点工作", "以下工作", "如下",
  ])

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
    return cues.contains { isFuture($0) && !isOfAttribute($0, figure) }
  }

  private static let longestAttribute = 14

  /// 10名即将上大学的学生: what is told of the people who are counted, not of the deed.
  private func isOfAttribute(_ cue: Token, _ figure: Figure) -> Bool {
    guard cue.start <= figure.range.upperBound + 1 else { return false }
    var place = cue.range.upperBound
    let end = place + StatusResolver.longestAttribute
    while place < end, !Sign.clauseEnds.contains(scan.unit(place)) {
      if scan.unit(place) == Sign.of { return true }
      place += 1
    }
    return false
  }

  /// 每班收5人至15人, 最多可投4份: how many there may be.
  private func isQuota(_ figure: Figure, _ sentence: Sentence) -> Bool {
    guard figure.kind == .participants || figure.kind == .counts else { return false }
    let clause = clause(figure, sentence)
    let before = clause.lowerBound..<max(clause.lowerBound, figure.range.lowerBound)
    return figure.quantity.qualifier == .atMost
      || figure.kind == .participants
        && isPerItem(before, forTimes: false)
  }

  /// 按60%返还
  private static let by = Sign.unit("按")
  private static let leasts = PhraseSet(["不少于", "不低于", "至少"])
  private static let results = SignSet("了已共")

  /// 开展普法宣传不少于1000场: a number that is asked for, unless something says that it was reached.
  private func isAskedFor(_ figure: Figure, _ sentence: Sentence) -> Bool {
    guard figure.kind != .funds, figure.kind != .rates, figure.quantity.qualifier == .atLeast,
      StatusResolver.leasts.begins(at: figure.range.lowerBound, scan)
    else { return false }
    return !(sentence.range.lowerBound..<figure.range.upperBound)
      .contains { StatusResolver.results.contains(scan.unit($0)) }
  }

  private static let assigned = spelled("下达")
  private static let tasks = PhraseSet(["任务", "指标", "计划"])

  /// 完成省总工会下达的新建120家的任务: what was asked for.
  private func isAssigned(_ figure: Figure, _ sentence: Sentence) -> Bool {
    guard figure.kind != .funds, figure.kind != .rates else { return false }
    let clause = clause(figure, sentence)
    let end = max(figure.range.upperBound, clause.upperBound)
    return (clause.lowerBound..<max(clause.lowerBound, figure.range.lowerBound))
      .contains { scan.hasWord(StatusResolver.assigned, at: $0) }
      && StatusResolver.tasks.occurs(in: figure.range.upperBound..<end, scan)
  }

  private static let longestSubject = 12
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
    "/期",
  ])

  private func isRule(_ figure: Figure, _ sentence: Sentence) -> Bool {
    if StatusResolver.perHead.begins(at: figure.range.upperBound, scan) {
      return true
    }
    if hasCue(.rule, .on, in: sentence.range, upTo: figure) { return true }
    let clause = clause(figure, sentence)
    let toFigure = clause.lowerBound..<max(clause.lowerBound, figure.range.lowerBound)
    let isSum = StatusResolver.sums.occurs(in: toFigure, scan)
    if isSum {
      return isAverageWithLimit(figure, sentence, toFigure)
        || figure.quantity.qualifier == .atMost && isPerItem(toFigure)
        || StatusResolver.entitled.occurs(in: toFigure, scan)
    }
    return isPrice(figure) || hasCue(.rule, .near, in: clause, upTo: nil) || isPerItem(toFigure)
      || [.atMost, .atLeast].contains(figure.quantity.qualifier)
  }

  /// 可享受总额3000元的补助: what one may get, though it is called a sum.
  private static let entitled = PhraseSet([
    "可享受", "可获得", "可获", "可得", "可领取", "可领", "可申领", "可以获得", "可以享受", "可以领取", "可以申领", "能获得",
    "能享受", "能领取",
  ])
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
  private func isPerItem(_ range: Range<Int>, forTimes: Bool = true) -> Bool {
    range.contains { place in
      guard scan.unit(place) == Sign.each else { return false }
      guard let token = scan.longest(.measure, at: place + 1),
        case .measure(let measure) = token.entry
      else { return false }
      switch measure.reads {
      case .people, .personTimes, .count: return true
      case .duration: return forTimes && token.range.upperBound >= range.upperBound
      default: return false
      }
    }
  }

  private func hasCaseCue(_ figure: Figure, _ sentence: Sentence) -> Bool {
    let clause = clause(figure, sentence)
    return scan.tokens(.status, in: sentence.range).contains { token in
      guard case .status(let word) = token.entry, word.status == .case else { return false }
      // 他, 她 and 他们 tell of their own clause alone.
      let isPronoun = StatusResolver.pronouns.holds(token.range, scan)
      return !StatusResolver.beforeHe.contains(scan.unit(token.range.lowerBound - 1))
        && (!isPronoun || clause.contains(token.range.lowerBound))
    }
  }

  private func clause(_ figure: Figure, _ sentence: Sentence) -> Range<Int> {
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
