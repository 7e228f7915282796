import FactModel
import Lexicon

/// Parts that a page tells without a word like 其中: addends of a sum, the greatest of many, what is new of a stock.
extension PartResolver {
  // MARK: Sums

  private static let mostMembers = 8
  private static let sentencesBack = 4
  /// Smaller sums come about by chance.
  private static let smallestSum = Amount(tenThousandths: 10 * Amount.scale)
  private static let surelyNoChance = Amount(tenThousandths: 100 * Amount.scale)

  /// 共114个:省级15个,市级37个,县级62个: figures behind a total that add up to it.
  func addends(after index: Int, _ drafts: [Draft], _ parts: inout [Int?]) {
    let (sentence, own) = (drafts[index].sentence, paragraph(index, drafts))
    var end = index + 1
    var nearEnd = end
    while end < drafts.count, drafts[end].sentence - sentence <= 2,
      paragraph(end, drafts) - own <= 1
    {
      end += 1
      if paragraph(end - 1, drafts) == own { nearEnd = end }
    }
    if end - index < 3 { return }
    // Parts of parts stand between, or not.
    var members = members(of: index, index + 1..<nearEnd, drafts)
    if members == nil {
      let free = (index + 1..<end).filter { parts[$0] == nil || parts[$0] == index }
      members = self.members(of: index, free, drafts)
    }
    // 拨款1000万元。…配套300万元…: round sums elsewhere come about by chance.
    if digits(drafts[index].figure.quantity.value) < 2,
      members?.contains(where: {
        drafts[$0].sentence != sentence && !takesOver(drafts[$0].label, drafts[index].label)
          && !endsAlike($0, index, drafts)
      }) ?? false
    {
      members = nil
    }
    if members == nil { members = instalments(of: index, drafts, parts) }
    for member in members ?? [] where parts[member] == nil { parts[member] = index }
  }

  private static let leastDigits = 3
  /// A page may have a list without an end.
  private static let mostStarts = 16

  /// 33.48万元…。元旦前212人领到10.6万元,每人500元;1月9日,403人领到22.88万元: figures behind others that add up to a sum
  /// told before, which has too many digits for chance.
  private func instalments(of index: Int, _ drafts: [Draft], _ parts: [Int?]) -> [Int]? {
    let quantity = drafts[index].figure.quantity
    guard quantity.qualifier == .exact, drafts[index].status == .actual,
      digits(quantity.value) >= PartResolver.leastDigits
    else { return nil }
    let free = Array(
      (index + 1..<drafts.count).prefix { next in
        drafts[next].sentence - drafts[index].sentence <= PartResolver.sentencesBack
          && paragraph(next, drafts) - paragraph(index, drafts) <= 1
      }.filter {
        isComparable($0, index, drafts) && parts[$0] == nil
          && drafts[$0].figure.quantity.qualifier == .exact
      })
    return free.indices.prefix(PartResolver.mostStarts).lazy.dropFirst().compactMap {
      members(of: index, free[$0...], drafts)
    }.first
  }

  /// How many digits a value has before its last zeros.
  private func digits(_ value: Amount) -> Int {
    var rest = value.tenThousandths
    while rest != 0, rest % 10 == 0 { rest /= 10 }
    return String(rest).count
  }

  private static let totals = PhraseSet([
    "合计", "合在一起", "合起来", "加起来", "加在一起", "两笔", "两批", "两项", "共", "总计", "总额", "总数", "总共", "算上", "加上",
    "合在一道",
  ])

  /// 元旦前212人,1月9日403人,两批共615人: figures before a total that add up to it.
  func addends(before index: Int, _ drafts: [Draft], _ parts: inout [Int?]) {
    let quantity = drafts[index].figure.quantity
    let status = drafts[index].status
    guard index > 1, parts[index] == nil, status == .actual || status == .planned,
      PartResolver.smallestSum <= quantity.value
    else { return }
    var candidates: [Int] = []
    var earlier = index - 1
    while earlier >= 0,
      drafts[index].sentence - drafts[earlier].sentence <= PartResolver.sentencesBack,
      paragraph(index, drafts) - paragraph(earlier, drafts) <= 1
    {
      if parts[earlier] == nil { candidates.append(earlier) }
      earlier -= 1
    }
    guard let members = members(of: index, candidates, drafts) else { return }
    let isNoChance =
      members.count > 2 && quantity.qualifier == .exact
      && PartResolver.surelyNoChance <= quantity.value
    guard
      isNoChance || PartResolver.totals.occurs(in: clause(drafts[index]), scan)
        || members.allSatisfy({ endsAlike($0, index, drafts) })
    else { return }
    for member in members { parts[member] = index }
  }

  /// The first of the candidates that add up to a figure, two at least.
  private func members(
    of whole: Int, _ candidates: some Collection<Int>, _ drafts: [Draft]
  ) -> [Int]? {
    let quantity = drafts[whole].figure.quantity
    guard candidates.count > 1, drafts[whole].figure.kind != .rates, quantity.high == nil else {
      return nil
    }
    var sum = Amount.zero
    var members: [Int] = []
    for next in candidates {
      guard members.count < PartResolver.mostMembers else { return nil }
      guard isComparable(next, whole, drafts), drafts[next].figure.quantity.high == nil else {
        continue
      }
      guard let added = sum.adding(drafts[next].figure.quantity.value) else { return nil }
      sum = added
      members.append(next)
      if sum == quantity.value, members.count > 1 { return members }
      if quantity.value < sum { return nil }
    }
    return nil
  }

  // MARK: The greatest

  private static let mosts = PhraseSet([
    "最多的一", "最多一", "最高的一", "最高一", "单笔最", "单次最", "单人最", "最大的一", "最大一",
  ])

  /// 发出24.7万元,最多的一笔2.48万元: the greatest of those that make up the sum before.
  func highest(_ index: Int, _ drafts: [Draft]) -> Int? {
    guard drafts[index].figure.kind == .funds,
      PartResolver.mosts.occurs(in: clause(drafts[index]), scan)
    else { return nil }
    return whole(of: index, drafts, sentencesBack: 1) {
      drafts[$0].figure.kind == .funds && drafts[$0].status == .actual
        && drafts[$0].figure.quantity.unit == drafts[index].figure.quantity.unit
    }
  }

  // MARK: The rest

  private static let remainders = PhraseSet(["其余", "余下", "剩余", "剩下", "另外"])

  /// 31家…,26家已整改,其余5家…: of the same whole as the figure before.
  func rest(_ index: Int, _ drafts: [Draft], _ parts: [Int?]) -> Int? {
    guard index > 0, PartResolver.remainders.ends(at: drafts[index].figure.range.lowerBound, scan),
      drafts[index].sentence - drafts[index - 1].sentence <= 1
    else { return nil }
    var earlier = index - 1
    while earlier >= 0, drafts[index].sentence - drafts[earlier].sentence <= 1 {
      if isComparable(index, earlier, drafts), let whole = parts[earlier] { return whole }
      earlier -= 1
    }
    return nil
  }

  // MARK: Differences

  private static let gains = PhraseSet(["增加", "多", "增", "净增", "新增", "增加了", "多了", "多出"])

  /// 其中市总筹集860万元,比去年增加110万元: of the figure right before that it is compared with.
  func difference(_ index: Int, _ drafts: [Draft]) -> Int? {
    let start = drafts[index].figure.range.lowerBound
    let clause = clause(drafts[index])
    guard TimeReader.than.contains(scan.unit(clause.lowerBound)),
      PartResolver.gains.ends(at: start, scan), index > 0,
      drafts[index - 1].sentence == drafts[index].sentence,
      isComparable(index, index - 1, drafts),
      drafts[index].figure.quantity.value < drafts[index - 1].figure.quantity.value
    else { return nil }
    return index - 1
  }

  // MARK: What is new

  private static let news = PhraseSet([
    "新增", "新发展", "新建", "新添", "新吸", "新加", "增加", "又添", "比去年多", "比上年多", "多出",
  ])
  private static let stocks = PhraseSet(["总数", "总量", "总计", "累计", "共有", "达到", "达"])

  /// Whether a figure tells what is new itself, so that it is no stock that a later sentence tells parts of.
  private func isNew(_ draft: Draft) -> Bool { PartResolver.news.occurs(in: clause(draft), scan) }

  /// 单位134个,比上年新增111个; 新发展会员29.1万名,会员总数154.8万名: what is new is part of all there is.
  func newcomers(_ index: Int, _ drafts: [Draft]) -> Int? {
    let figure = drafts[index].figure
    guard figure.kind != .rates, figure.kind != .funds else { return nil }
    let clause = clause(drafts[index])
    let before = clause.lowerBound..<max(clause.lowerBound, figure.range.lowerBound)
    guard PartResolver.news.occurs(in: before, scan) else { return nil }
    let earlier = whole(of: index, drafts, sentencesBack: 1) { other in
      isComparable(index, other, drafts) && endsAlike(index, other, drafts)
        && (drafts[other].sentence == drafts[index].sentence || !isNew(drafts[other]))
    }
    if let earlier { return earlier }
    let end = figure.range.upperBound
    var next = index + 1
    while next < drafts.count, drafts[next].sentence == drafts[index].sentence {
      let gap = end..<max(end, drafts[next].figure.range.lowerBound)
      if figure.quantity.value < drafts[next].figure.quantity.value,
        isComparable(index, next, drafts), endsAlike(index, next, drafts),
        PartResolver.stocks.occurs(in: gap, scan)
      {
        return next
      }
      next += 1
    }
    return nil
  }
}
