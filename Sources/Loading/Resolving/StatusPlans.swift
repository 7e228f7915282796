import Lexicon

/// What tells that a figure is planned: words of the future, and lists of plans that they open.
extension StatusResolver {
  /// A cue of the future before the figure, or anywhere in a sentence before, that no 已 behind it takes back.
  func isPlanned(_ before: Range<Int>, _ sentence: Sentence, _ figure: Figure?) -> Bool {
    guard
      let cue = scan.tokens(.status, in: before).last(where: {
        isFuture($0) && reaches($0, before.upperBound, isOwn: figure != nil)
      })
    else { return false }
    if let figure, isDone(figure, after: cue) { return false }
    let untilFigure = cue.range.upperBound..<max(cue.range.upperBound, before.upperBound)
    if StatusResolver.actually.occurs(in: untilFigure, scan) { return false }
    if let figure, clause(figure, sentence).contains(cue.range.lowerBound) { return true }
    let later = scan.tokens(
      .time, in: cue.range.upperBound..<max(cue.range.upperBound, before.upperBound))
    return !later.contains { token in
      if isSumOfPlan(token, cue) { return false }
      if case .time(.done) = token.entry { return true }
      if case .time(.open) = token.entry { return true }
      return false
    }
  }

  /// 计划筹资80万元,实际筹资95万元: what came of the plan.
  private static let actually = PhraseSet([",实际", ";实际", ",实有", ",最终", ",最后"])
  private static let stillShall = spelled("还将")
  private static let altogether = PhraseSet(["累计", "共计", "总计"])

  /// 今后还将救助…,累计发放25万元: the sum of what is still to come.
  private func isSumOfPlan(_ token: Token, _ cue: Token) -> Bool {
    StatusResolver.altogether.holds(token.range, scan)
      && [cue.range.lowerBound, cue.range.lowerBound - 1].contains {
        scan.hasWord(StatusResolver.stillShall, at: $0)
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
    let isParted = scan.units[token.range.upperBound..<max(end, token.range.upperBound)]
      .contains(Sign.semicolon)
    if case .status(let word) = token.entry, word.reach == .near, isParted { return false }
    guard StatusResolver.forecasts.holds(token.range, scan) else { return true }
    return isOwn && !isParted
  }

  /// 模拟, 虚拟: 拟 is part of another word.
  private static let beforeDraft = SignSet("模虚草比")
  /// 名将, 闯将
  private static let beforeShall = SignSet("名干大闯小健")
  private static let draft = Sign.unit("拟")
  private static let drafts = PhraseSet(["拟", "拟定"])
  private static let drawing = PhraseSet(["定", "订", "制", "写", "好", "就"])
  /// 拟定于7月, 拟定在8月
  private static let set = SignSet("于在")
  private static let shall = Sign.unit("将")
  private static let plan = PhraseSet(["计划"])
  private static let preparing = PhraseSet(["筹备"])
  /// 筹备金, 筹备组
  private static let afterPreparing = SignSet("金组会期处")
  private static let future = PhraseSet(["未来"])
  private static let thisPlan = PhraseSet(["该方案", "该计划", "该规划"])
  /// 该方案获得一等奖: what came of it.
  private static let outcomes = PhraseSet([
    "获", "被", "入选", "投", "应用", "实施后", "实施以来", "荣", "已", "使", "自", "解决",
  ])
  private static let used = spelled("用于")
  private static let nouns = PhraseSet(["规划", "准备"])
  private static let afterShall = SignSet("其该这那此它他她近《“\"")
  /// What is done to an object of 将: 将课堂搬到车间 tells no future.
  private static let objectVerbs = PhraseSet([
    "融入", "纳入", "作为", "转化", "列入", "搬到", "搬进", "送到", "送进", "办到", "建到", "变成", "改成", "改造", "延伸", "结合",
    "常态化", "贯穿", "升级为", "变为", "交到", "送上", "分为", "把到", "提高到", "提高至", "提升到", "提升至", "增加到", "前移", "下移",
    "吸纳", "吸收进", "请进", "引进到", "融进", "带进", "写进", "装进", "放进", "拉进", "列进", "编进", "引入", "嵌入", "植入",
    "归入", "并入",
    "编入", "计入", "记入", "投入到", "运用到", "应用到", "落实到", "贯彻到", "推广到", "传递到", "覆盖到", "交给", "发给", "转交",
    "移交",
    "打造成", "转化成", "建设成", "培养成", "细化为", "量化为", "分解为", "认定为", "当作", "当成", "看作", "视为", "摆在", "放在",
    "落在", "挂钩", "列为", "改为", "调整为", "调整到", "扩大到", "扩展到", "拓展到", "定为", "确定为", "下沉", "落到", "贴近",
    "评为", "评定为", "命名为", "授予", "设在", "建在", "安排在", "选为", "树为", "聘为", "派到", "派往", "分成",
  ])
  private static let planNames = PhraseSet([
    "行动", "培养", "培训", "工作", "发展", "三年", "五年", "年度", "实施", "该", "本", "这一", "救助", "互助", "保障", "教育",
    "人才", "工程", "提升", "个",
  ])

  func isFuture(_ token: Token) -> Bool {
    guard case .status(let word) = token.entry, word.status == .planned else { return false }
    let (start, end) = (token.range.lowerBound, token.range.upperBound)
    let previous = scan.unit(start - 1)
    if isMet(token.range) || isInName(token.range) { return false }
    if StatusResolver.drafts.ends(at: end, scan), StatusResolver.drawsUp(end, scan) { return false }
    if end - start == 1 {
      switch scan.unit(start) {
      case StatusResolver.draft: return !StatusResolver.beforeDraft.contains(previous)
      case StatusResolver.shall:
        return !StatusResolver.beforeShall.contains(previous) && !takesObject(end)
      default: return true
      }
    }
    // 面向未来,选树工匠60名: of a time that never comes.
    if StatusResolver.future.holds(token.range, scan) {
      return !(Sign.isHan(previous) && Sign.clauseEnds.contains(scan.unit(end)))
    }
    if StatusResolver.preparing.holds(token.range, scan) {
      return !StatusResolver.afterPreparing.contains(scan.unit(end))
    }
    if StatusResolver.thisPlan.holds(token.range, scan) {
      return !StatusResolver.outcomes.begins(at: end, scan)
    }
    if StatusResolver.plan.holds(token.range, scan) { return !isNamedPlan(token.range) }
    if StatusResolver.nouns.holds(token.range, scan) {
      return (scan.longest(.verb, at: end)?.range.count ?? 0) > 1
    }
    return true
  }

  /// 拟定方案,组织480人参赛: a paper is drawn up, no deed is still to come.
  private static func drawsUp(_ end: Int, _ scan: Scan) -> Bool {
    if drafts.holds(end - 2..<end, scan) {
      return !set.contains(scan.unit(end)) && namesPaper(end, scan)
    }
    guard drawing.begins(at: end, scan) else { return false }
    return !set.contains(scan.unit(end + 1)) && namesPaper(end, scan)
  }

  private static let papers = PhraseSet([
    "方案", "意见", "办法", "计划", "规划", "制度", "细则", "标准", "名单", "预案", "协议", "草案", "条例", "章程", "提纲", "清单",
  ])
  private static let longestPaper = 24

  private static func namesPaper(_ place: Int, _ scan: Scan) -> Bool {
    papers.occurs(in: scan.restOfClause(from: place, most: longestPaper), scan)
  }

  private static let longestName = 16

  /// “创享未来”读书会: a word inside a short quotation that is a name.
  func isInName(_ range: Range<Int>) -> Bool {
    var start = range.lowerBound
    while range.lowerBound - start < StatusResolver.longestName, isOfName(scan.unit(start - 1)) {
      start -= 1
    }
    guard scan.unit(start - 1) == Sign.openQuote else { return false }
    var end = range.upperBound
    while end - start < StatusResolver.longestName, isOfName(scan.unit(end)) { end += 1 }
    return scan.unit(end) == Sign.closeQuote
  }

  private func isOfName(_ unit: UInt16) -> Bool {
    Sign.isHan(unit) && !scan.isNumeral(unit) || unit == Sign.point2
  }

  private static let tasksNamed = PhraseSet(["目标任务", "任务目标", "实事项目", "今年的任务", "今年任务"])
  private static let met = PhraseSet(["完成", "超额", "兑现", "实现"])
  private static let longestMeeting = 12

  /// 圆满完成全年目标任务: a task that was done plans nothing.
  private func isMet(_ range: Range<Int>) -> Bool {
    guard StatusResolver.tasksNamed.holds(range, scan) else { return false }
    if isMetBehind(range.upperBound) { return true }
    return scan.clauseBefore(range.lowerBound, most: StatusResolver.longestMeeting).contains {
      scan.unit($0) == StatusResolver.done && StatusResolver.met.ends(at: $0, scan)
    }
  }

  private static let adverbs = PhraseSet([
    "提前", "已", "已经", "全部", "全面", "圆满", "超额", "如期", "顺利", "均", "都", "按期", "按时",
  ])

  /// 目标任务提前完成: the same in the passive.
  private func isMetBehind(_ end: Int) -> Bool {
    var place = end
    while let length = StatusResolver.adverbs.length(at: place, scan) { place += length }
    return place > end && StatusResolver.met.begins(at: place, scan)
  }

  private static let prepositions = SignSet("把对为给向被")
  private static let becoming = PhraseSet(["成为", "是"])
  private static let longestObject = 60

  /// 将课堂搬到车间, 寒流将到: 将 with an object, or at the end of its clause.
  private func takesObject(_ place: Int) -> Bool {
    if StatusResolver.afterShall.contains(scan.unit(place)) { return true }
    // 将把7项竞赛当作标杆: 把 has the object.
    // 将对38个集体授予奖状: nor has 将 one beside another preposition.
    if StatusResolver.prepositions.contains(scan.unit(place)) { return false }
    if Sign.clauseEnds.contains(scan.unit(place + 1)) { return true }
    // 这将成为一大品牌: said of what there is.
    if StatusResolver.becoming.begins(at: place, scan) { return true }
    // 将投入600万元改造文化宫: a verb and its quantity, so that 将 tells the future.
    let verb = scan.longest(.verb, at: place)?.range.count ?? 0
    if verb > 1, scan.isNumeral(scan.unit(place + verb)) { return false }
    // 将两成经费用于培训: a quantity is the object of 将.
    let isUsed =
      scan.isNumeral(scan.unit(place))
      && scan.restOfClause(from: place, most: 24)
        .contains { scan.hasWord(StatusResolver.used, at: $0) }
    if isUsed || isObject(place) { return true }
    return scan.restOfClause(from: place, most: StatusResolver.longestObject).dropFirst()
      .contains { StatusResolver.objectVerbs.begins(at: $0, scan) }
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
    StatusResolver.listed.occurs(in: range.prefix(6), scan)
  }

  /// The items of a list of plans go on being planned: 2025年要办十件实事。慰问方面……
  func continuesPlan(_ figure: Figure, _ index: Int) -> Bool {
    plansGoOn.value(of: index) { followsPlan(index) } || isUnderHeading(figure, index)
  }

  private func followsPlan(_ index: Int) -> Bool {
    let sentence = article.sentences[index]
    if followsList(index) || goesOnPlanning(index) { return true }
    guard isListed(sentence.range) else { return false }
    var earlier = index - 1
    while earlier >= 0, index - earlier < 8 {
      let range = article.sentences[earlier].range
      if isPlanned(range, article.sentences[earlier], nil) {
        return !addsDeed(sentence.range)
      }
      if !isListed(range) { return false }
      let hasPast = scan.tokens(.time, in: range).contains {
        if case .time(.done) = $0.entry { true } else { false }
      }
      if hasPast { return false }
      earlier -= 1
    }
    return false
  }

  private static let adding = PhraseSet(["此外", "同时", "另外"])
  private static let deeds = PhraseSet(["走访", "慰问了", "送去", "送上", "发放了", "拨付", "捐赠", "看望"])

  /// 都将领到慰问金。此外,走访劳模7人,送去1.4万元: what was done beside a plan.
  private func addsDeed(_ sentence: Range<Int>) -> Bool {
    StatusResolver.adding.begins(at: sentence.lowerBound, scan)
      && StatusResolver.deeds.occurs(in: sentence, scan)
      && !scan.tokens(.status, in: sentence).contains(where: isFuture)
  }

  /// What tells a result.
  static let results = SignSet("了已共")

  /// 公布今年要办的10件实事。建50个站点,…: what follows such a list's name in its paragraph.
  private func followsList(_ index: Int) -> Bool {
    let sentence = article.sentences[index]
    guard !scan.holds(StatusResolver.results, in: sentence.range),
      !planLists.words(of: index).contains(.since)
    else { return false }
    var earlier = index - 1
    // The paragraph of the sentence behind.
    var next = sentence.paragraph
    while earlier >= 0, index - earlier <= StatusResolver.longestList {
      let paragraph = article.sentences[earlier].paragraph
      let isBeside = paragraph == sentence.paragraph
      // In another paragraph such a sentence says what follows only where its paragraph ends with it.
      let introduces = isBeside || next != paragraph
      let words = planLists.words(of: earlier)
      if !words.isEmpty, introduces {
        if words.contains(.heading) { return true }
        if words.contains(.list) || !isBeside && words.contains(.series) {
          return isPlanned(article.sentences[earlier].range, article.sentences[earlier], nil)
        }
      }
      if !introduces || words.contains(.since) { return false }
      next = paragraph
      earlier -= 1
    }
    return false
  }

  private static let longestList = 12

  /// 明年工作目标:新建站点15个: behind the colon of such a heading.
  private func isUnderHeading(_ figure: Figure, _ index: Int) -> Bool {
    let before = article.sentences[index].range.lowerBound..<figure.range.lowerBound
    return scan.holdsMark(Sign.colon, in: before)
      && planLists.words(of: index).contains(.heading)
  }

  private static let goingOn = PhraseSet(["再", "还", "另", "对", "为", "给", "向", "并"])

  /// 将投入1000万元,支持中心建设。再建600个站点: a sentence without a subject, a time or a result goes on with the plan of
  /// the one before.
  private func goesOnPlanning(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let (sentence, earlier) = (article.sentences[index], article.sentences[index - 1])
    let start = sentence.range.lowerBound
    guard earlier.paragraph == sentence.paragraph,
      StatusResolver.goingOn.begins(at: start, scan) || beginsWithVerb(start),
      !sentence.isDated, !scan.hasTokens(.time, in: sentence.range),
      !scan.holds(StatusResolver.results, in: sentence.range)
    else { return false }
    return isPlanned(earlier.range, earlier, nil)
  }

  /// 慰问团, 培训班
  private static let afterVerb = SignSet("团队组员者金物品点站班会")

  /// 培训, and no 培训基地
  private func beginsWithVerb(_ place: Int) -> Bool {
    let verb = scan.token(.verb, at: place)?.range.count ?? 0
    return verb > 1 && (scan.longest(.noun, at: place)?.range.count ?? 0) <= verb
      && !StatusResolver.afterVerb.contains(scan.unit(place + verb))
  }
}
