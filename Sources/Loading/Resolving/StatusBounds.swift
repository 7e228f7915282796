import FactModel
import Lexicon

/// What tells a standard by its sentence: bounds of a class, amounts that differ by class, places to be had.
extension StatusResolver {
  // MARK: Bounds of a class

  private static let bounds = PhraseSet(["以上", "以下", "以内"])
  private static let classes = PhraseSet([
    "企业", "单位", "公司", "车间", "网点", "园区", "小区", "行政村", "村", "社区", "乡镇", "商圈", "楼宇", "工地", "项目部",
    "安置点",
    "机构", "学校", "医院", "集团", "工会", "案件", "争议", "厂矿", "班组",
  ])
  private static let longestAdjective = 7

  /// 职工25人以上的企业应当建会: not so many, but which firms.
  func boundsClass(_ figure: Figure, _ sentence: Sentence) -> Bool {
    // 20人以上(含|20人)
    let aside = figure.range.lowerBound - StatusResolver.including.count
    if scan.hasWord(StatusResolver.including, at: aside),
      StatusResolver.bounds.ends(at: aside, scan)
    {
      return true
    }
    guard StatusResolver.bounds.ends(at: figure.range.upperBound, scan) else { return false }
    if figure.kind == .rates { return boundsSite(figure) }
    if isBesideBound(figure) { return true }
    if isIncluded(figure) || isSetBeside(figure, sentence) { return true }
    if isMade(figure) { return false }
    let end = min(
      figure.range.upperBound + StatusResolver.longestAdjective, sentence.range.upperBound)
    for place in figure.range.upperBound..<max(end, figure.range.upperBound) {
      if StatusResolver.classes.begins(at: place, scan) { return true }
      let unit = scan.unit(place)
      if Sign.clauseEnds.contains(unit) || unit == Sign.enumeration || scan.isNumeral(unit) {
        return false
      }
    }
    return false
  }

  private static let conjunctions = SignSet("且并及或")

  /// 规模300户以上且入住率30%以上的安置点: one bound beside another.
  private func isBesideBound(_ figure: Figure) -> Bool {
    let end = figure.range.upperBound
    return StatusResolver.conjunctions.contains(scan.unit(end))
      && scan.restOfClause(from: end, most: StatusResolver.longestBound)
        .contains { StatusResolver.boundsOf.begins(at: $0, scan) }
  }

  private static let boundsOf = PhraseSet(["以上的", "以下的"])
  private static let longestBound = 20
  private static let rate = Sign.unit("率")

  /// 入住率30%以上的安置点: which of them are meant; but 95%以上的企业 are so many.
  private func boundsSite(_ figure: Figure) -> Bool {
    let end = figure.range.upperBound
    return scan.unit(figure.range.lowerBound - 1) == StatusResolver.rate
      && scan.unit(end) == Sign.of
      && scan.restOfClause(from: end, most: 2 * StatusResolver.longestAdjective)
        .contains { StatusResolver.classes.begins(at: $0, scan) }
  }

  private static let including = spelled("(含")

  /// 20人以上(含20人): a bound that is told to the last.
  private func isIncluded(_ figure: Figure) -> Bool {
    scan.hasWord(StatusResolver.including, at: figure.range.upperBound)
      && scan.isNumeral(scan.unit(figure.range.upperBound + StatusResolver.including.count))
  }

  private static let at = Sign.unit("在")
  private static let demands = PhraseSet([
    "规模", "门槛", "不低于", "不少于", "不得", "要求", "条件", "应在", "须在", "出勤率",
  ])

  /// 规模上,假期班在30人以上: how many there must be.
  private func isSetBeside(_ figure: Figure, _ sentence: Sentence) -> Bool {
    guard scan.unit(figure.range.lowerBound - 1) == StatusResolver.at else { return false }
    return StatusResolver.demands.occurs(in: sentence.range, scan)
  }

  private static let havings = PhraseSet(["拥有", "达到", "具有", "涉及", "覆盖", "包括", "职工", "会员", "员工"])

  /// 指导建设8个以上工会书吧: so many are made.
  private func isMade(_ figure: Figure) -> Bool {
    let start = figure.range.lowerBound
    return figure.kind != .participants && !StatusResolver.havings.ends(at: start, scan)
      && (scan.token(.verb, endingAt: start)?.range.count ?? 0) > 1
  }

  private static let suffices = PhraseSet(["即可", "就可", "便可", "就能", "便能", "方可", "才能", "才可"])

  /// 自付超过5000元就能领补贴: where something begins to be had.
  func suffices(_ figure: Figure) -> Bool {
    let end = figure.range.upperBound
    if isThreshold(figure) { return true }
    return StatusResolver.suffices.begins(at: end, scan)
      || scan.unit(end) == Sign.comma && StatusResolver.suffices.begins(at: end + 1, scan)
  }

  private static let mayGet = PhraseSet(["可", "均可", "都可", "可以", "给予", "能", "按", "每人"])
  private static let longestWho = 10

  /// 个人自付超过6万元的会员,可以获得救助: from where on something may be had.
  private func isThreshold(_ figure: Figure) -> Bool {
    let end = figure.range.upperBound
    guard figure.quantity.qualifier == .over, scan.unit(end) == Sign.of else { return false }
    let who = scan.restOfClause(from: end, most: StatusResolver.longestWho)
    return scan.unit(who.upperBound) == Sign.comma
      && StatusResolver.mayGet.begins(at: who.upperBound + 1, scan)
  }

  static let places = PhraseSet(["名额"])

  /// 每年补贴名额500个: how many there may be each time.
  func isNumberOfPlaces(_ figure: Figure, _ sentence: Sentence, _ index: Int) -> Bool {
    guard figure.kind == .counts || figure.kind == .participants, words.mayHold(.places, index)
    else { return false }
    let clause = clause(figure, sentence)
    return StatusResolver.places.occurs(in: clause, scan)
      && (clause.lowerBound..<max(clause.lowerBound, figure.range.lowerBound))
        .contains { scan.unit($0) == Sign.each }
  }

  private static let years = PhraseSet(["每年", "每月", "每天"])
  private static let yields = PhraseSet(["培养", "服务", "接待", "惠及", "带出", "带徒", "帮扶", "吸引", "输送"])

  /// 每个工作室每年培养人才3至150人: what each yields, not what it must.
  func isOfEachYear(_ before: Range<Int>) -> Bool {
    StatusResolver.years.occurs(in: before, scan) && StatusResolver.yields.occurs(in: before, scan)
  }

  private static let completed = spelled("完成")

  /// 完成下达任务的85%: how much of a task was done, though the task was a rule.
  func isShareDone(_ figure: Figure, _ sentence: Sentence) -> Bool {
    let clause = clause(figure, sentence)
    return figure.kind == .rates
      && (clause.lowerBound..<max(clause.lowerBound, figure.range.lowerBound))
        .contains { scan.hasWord(StatusResolver.completed, at: $0) }
  }

  private static let takesUp = Sign.unit("占")
  private static let score = spelled("总成绩")
  private static let growths = PhraseSet([
    "提高", "提高了", "增长", "增长了", "上升", "下降", "上涨", "涨了", "增幅", "上调", "下调",
  ])

  /// 占会员缴纳互助金总额的18%: a share that is told; what counts for a mark is set.
  func isShareOfWhole(_ figure: Figure, _ sentence: Sentence) -> Bool {
    let clause = clause(figure, sentence)
    let before = clause.lowerBound..<max(clause.lowerBound, figure.range.lowerBound)
    // 计件单价提高8%: how much it rose.
    if StatusResolver.growths.ends(at: figure.range.lowerBound, scan) { return true }
    return before.contains { scan.unit($0) == StatusResolver.takesUp }
      && !before.contains { scan.hasWord(StatusResolver.score, at: $0) }
  }

  /// 理论占总成绩的30%,实操占70%: the rest of a mark.
  func goesOnWithMark(_ figure: Figure, _ sentence: Sentence) -> Bool {
    let clause = clause(figure, sentence)
    guard scan.unit(figure.range.lowerBound - 1) == StatusResolver.takesUp,
      clause.lowerBound > sentence.range.lowerBound + 1
    else { return false }
    return article.clause(around: clause.lowerBound - 2, in: sentence.range)
      .contains { scan.hasWord(StatusResolver.score, at: $0) }
  }

  private static let grants = PhraseSet(["补贴", "补助", "报销", "减免", "返还", "补学费的", "优惠", "补", "承担"])

  /// 学费由工会补贴80%: how much of a price somebody pays; but 共报销80% was paid.
  func isShareGranted(_ figure: Figure) -> Bool {
    StatusResolver.grants.lengths(endingAt: figure.range.lowerBound, scan).contains {
      !StatusResolver.toppedUp.contains(scan.unit(figure.range.lowerBound - $0 - 1))
    }
  }

  private static let standard = spelled("标准")
  private static let wages = PhraseSet(["薪", "工资", "收入", "挣", "存款", "花费", "花了", "房租"])
  private static let largestTopUp = Amount(tenThousandths: 100_000 * Amount.scale)
  private static let topUps = SignSet("补奖")
  private static let toppedUp = SignSet("共已获受嘉颁候弥增填贴互添又再还")

  func namesStandard(_ range: Range<Int>) -> Bool {
    range.contains { scan.hasWord(StatusResolver.standard, at: $0) }
  }

  /// 发放2000元至5000元的救助金: sums that differ are what each may get, but of wages.
  func isSpread(_ figure: Figure, _ clause: Range<Int>) -> Bool {
    guard let high = figure.quantity.high, high <= StatusResolver.largestTopUp else { return false }
    return !StatusResolver.wages.occurs(in: clause, scan)
  }

  /// 初级工补1000元、中级工补1500元: so much for each; but 共补1000元 is a sum.
  func isTopUp(_ figure: Figure) -> Bool {
    let start = figure.range.lowerBound
    return figure.quantity.value <= StatusResolver.largestTopUp
      && StatusResolver.topUps.contains(scan.unit(start - 1))
      && Sign.isHan(scan.unit(start - 2)) && !StatusResolver.toppedUp.contains(scan.unit(start - 2))
  }

  private static let rises = PhraseSet([
    "涨到", "提高到", "提高至", "提至", "提到", "上调至", "调整为", "增加到", "增至", "调至", "升至",
  ])

  /// 慰问金标准,从1000元涨到2000元: both ends of a standard that changes.
  func isOfChangedStandard(_ figure: Figure, _ clause: Range<Int>, _ sentence: Sentence) -> Bool {
    guard clause.lowerBound > sentence.range.lowerBound + 1,
      StatusResolver.rises.occurs(in: clause, scan)
    else { return false }
    return article.clause(around: clause.lowerBound - 2, in: sentence.range)
      .contains { scan.hasWord(StatusResolver.standard, at: $0) }
  }

  // MARK: So much for each

  private static let paid = spelled("拨付")

  /// 拨付每所夜校2万元: so much for each, and no sum.
  func isPaidPerItem(_ part: Range<Int>) -> Bool {
    guard let paid = part.first(where: { scan.hasWord(StatusResolver.paid, at: $0) }) else {
      return false
    }
    return isPerItem(paid..<part.upperBound, forTimes: false)
  }

  private static let givings = PhraseSet(["补助", "奖励", "补贴", "奖补", "资助", "发放", "给予", "慰问金"])

  /// 每个省级示范点补助10万元,市级示范点补助5万元: the next clause gives in the same words, and counts nobody.
  func goesOnPerItem(_ figure: Figure, _ sentence: Sentence) -> Bool {
    let clause = clause(figure, sentence)
    guard clause.lowerBound > sentence.range.lowerBound + 1 else { return false }
    let part = clause.lowerBound..<max(clause.lowerBound, figure.range.lowerBound)
    let earlier = article.clause(around: clause.lowerBound - 2, in: sentence.range)
    let money = sentence.mentions.first { mention in
      guard case .figure(let other) = mention else { return false }
      return other.kind == .funds && earlier.contains(other.range.lowerBound)
    }
    guard let money, !part.contains(where: { scan.isNumeral(scan.unit($0)) }),
      isPerItem(earlier.lowerBound..<money.range.lowerBound, forTimes: false)
    else { return false }
    return part.contains { place in
      guard let length = StatusResolver.givings.length(at: place, scan) else { return false }
      let giving = Array(scan.units[place..<place + length])
      return (earlier.lowerBound..<money.range.lowerBound).contains {
        scan.hasWord(giving, at: $0)
      }
    }
  }

  private static let longestGrade = 7

  /// 五星级的每年补助8000元,四星级的5000元: the sum of the clause before, where one names nothing but another grade.
  func ruleBefore(_ figure: Figure, _ clause: Range<Int>, _ sentence: Sentence) -> Figure? {
    let start = figure.range.lowerBound
    guard scan.unit(start - 1) == Sign.of, start - clause.lowerBound <= StatusResolver.longestGrade,
      clause.lowerBound > sentence.range.lowerBound + 1
    else { return nil }
    let earlier = article.clause(around: clause.lowerBound - 2, in: sentence.range)
    for case .figure(let other) in sentence.mentions
    where other.kind == .funds && earlier.contains(other.range.lowerBound) {
      return other
    }
    return nil
  }

  // MARK: Sums of many

  private static let sumCues = PhraseSet(["享受", "缴纳", "交纳", "上缴", "保费", "缴费", "会费", "奖励", "报销"])
  private static let single = PhraseSet([
    "各", "每", "最高", "限额", "封顶", "上限", "标准", "额度", "可享受", "可报销",
  ])

  /// 430人次享受理赔38万余元: what many got together, which is no standard though its verb may tell one.
  func isSumOfMany(_ figure: Figure, _ clause: Range<Int>, _ sentence: Sentence) -> Bool {
    let before = clause.lowerBound..<max(clause.lowerBound, figure.range.lowerBound)
    guard figure.quantity.value >= StatusResolver.leastReward,
      ![.atMost, .atLeast].contains(figure.quantity.qualifier),
      StatusResolver.sumCues.occurs(in: before, scan),
      !StatusResolver.single.occurs(in: before, scan)
    else { return false }
    let start =
      clause.lowerBound > sentence.range.lowerBound
      ? article.clause(around: clause.lowerBound - 2, in: sentence.range).lowerBound
      : clause.lowerBound
    return sentence.mentions.contains {
      guard case .figure(let other) = $0, other.kind != .funds, other.kind != .rates else {
        return false
      }
      return (start..<figure.range.lowerBound).contains(other.range.lowerBound)
    }
  }

  // MARK: Amounts that differ by class

  private static let ownShares = PhraseSet([
    "个人缴", "个人交", "个人自付", "个人承担", "个人出", "个人支付", "职工个人", "自缴", "个人只", "只需支付", "只需", "仅需",
  ])
  /// A share of what one person pays is no more than this.
  private static let largestShare = Amount(tenThousandths: 1_000 * Amount.scale)

  /// 个人缴费50元,工会补贴30元: what is paid for each.
  func isShareOfOne(_ figure: Figure, _ sentence: Sentence) -> Bool {
    figure.quantity.value <= StatusResolver.largestShare
      && StatusResolver.ownShares.occurs(
        in: sentence.range.lowerBound..<max(sentence.range.lowerBound, figure.range.lowerBound),
        scan)
  }

  /// An amount by class is no more than this.
  private static let largestByClass = Amount(tenThousandths: 10_000 * Amount.scale)
  private static let standards = PhraseSet(["标准为", "标准是", "标准:", "标准如下", "标准分别", "额度为", "标准分为"])
  private static let deeds = PhraseSet([
    "发放", "投入", "支出", "筹集", "下拨", "拨付", "使用", "共", "累计", "合计", "总额", "获赔",
  ])
  private static let grades = PhraseSet([
    "本科", "专科", "大专", "高中", "中专", "研究生", "硕士", "博士", "中职", "高职", "初中", "小学", "一档", "二档", "三档", "一级",
    "二级", "三级", "省级", "市级", "国家级", "一类", "二类", "三类", "家庭", "深度困难", "相对困难", "意外致困", "一等", "二等", "三等",
    "特等",
  ])

  /// 助学标准为:本科生4000元,专科生3000元; 补助特困职工3000元,困难职工2000元: to each of those who are named.
  func differsByClass(_ figure: Figure, _ sentence: Sentence) -> Bool {
    guard figure.quantity.value <= StatusResolver.largestByClass else { return false }
    let clause = clause(figure, sentence)
    let toFigure = clause.lowerBound..<max(clause.lowerBound, figure.range.lowerBound)
    if StatusResolver.standards.occurs(
      in: sentence.range.lowerBound..<toFigure.lowerBound, scan),
      !StatusResolver.deeds.occurs(in: toFigure, scan)
    {
      return true
    }
    guard namesClass(toFigure) else { return false }
    return sentence.mentions.contains { mention in
      guard case .figure(let other) = mention, other.kind == .funds,
        other.range.lowerBound != figure.range.lowerBound,
        other.quantity.value != figure.quantity.value,
        other.quantity.value <= StatusResolver.largestByClass
      else { return false }
      let beside = self.clause(other, sentence)
      return beside != clause
        && (beside.upperBound + 1 == clause.lowerBound
          || clause.upperBound + 1 == beside.lowerBound)
        && namesClass(beside.lowerBound..<max(beside.lowerBound, other.range.lowerBound))
    }
  }

  /// Whether a clause up to its money tells who gets it, without counting them.
  private func namesClass(_ part: Range<Int>) -> Bool {
    if part.contains(where: {
      scan.isNumeral(scan.unit($0)) && !StatusResolver.grades.begins(at: $0, scan)
    }) {
      return false
    }
    if StatusResolver.grades.occurs(in: part, scan) { return true }
    return scan.tokens(.noun, in: part).contains {
      if case .noun(let noun) = $0.entry { noun.kind == .person } else { false }
    }
  }
}
