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
    let (sentence, own) = (members[index].sentence, members[index].paragraph)
    var end = index + 1
    var nearEnd = end
    while end < members.count, members[end].sentence - sentence <= 2,
      members[end].paragraph - own <= 1
    {
      end += 1
      if members[end - 1].paragraph == own { nearEnd = end }
    }
    if end - index < 3 { return }
    // Parts of parts stand between, or not.
    var addends = addends(of: index, among: index + 1..<nearEnd) { _ in true }
    if addends == nil {
      addends = self.addends(of: index, among: index + 1..<end) {
        parts[$0] == nil || parts[$0] == index
      }
    }
    // 拨款1000万元。…配套300万元…: round sums elsewhere come about by chance.
    if digits(members[index].value) < 2,
      addends?.contains(where: {
        members[$0].sentence != sentence && !takesOver(drafts[$0].label, drafts[index].label)
          && !endsAlike($0, index, drafts)
      }) ?? false
    {
      addends = nil
    }
    if addends == nil { addends = instalments(of: index, drafts, parts) }
    for addend in addends ?? [] where parts[addend] == nil { parts[addend] = index }
  }

  private static let leastDigits = 3
  /// A page may have a list without an end.
  private static let mostStarts = 16

  /// 33.48万元…。元旦前212人领到10.6万元,每人500元;1月9日,403人领到22.88万元: figures behind others that add up to a sum
  /// told before, which has too many digits for chance.
  private func instalments(of index: Int, _ drafts: [Draft], _ parts: [Int?]) -> [Int]? {
    guard members[index].isExact, drafts[index].status == .actual,
      digits(members[index].value) >= PartResolver.leastDigits
    else { return nil }
    var free: [Int] = []
    var next = index + 1
    while next < members.count,
      Int(members[next].sentence - members[index].sentence) <= PartResolver.sentencesBack,
      members[next].paragraph - members[index].paragraph <= 1
    {
      if isComparable(next, index, drafts), parts[next] == nil, members[next].isExact {
        free.append(next)
      }
      next += 1
    }
    for start in free.indices.prefix(PartResolver.mostStarts).dropFirst() {
      let found = addends(of: index, among: free[start...]) { _ in true }
      if found != nil { return found }
    }
    return nil
  }

  /// How many digits a value has before its last zeros; none is negative.
  private func digits(_ value: Amount) -> Int {
    var rest = value.tenThousandths
    while rest != 0, rest % 10 == 0 { rest /= 10 }
    var count = 1
    while rest > 9 {
      rest /= 10
      count += 1
    }
    return count
  }

  private static let totals = PhraseSet([
    "合计", "合在一起", "合起来", "加起来", "加在一起", "两笔", "两批", "两项", "共", "总计", "总额", "总数", "总共", "算上", "加上",
    "合在一道",
  ])

  /// 元旦前212人,1月9日403人,两批共615人: figures before a total that add up to it.
  func addends(before index: Int, _ drafts: [Draft], _ parts: inout [Int?]) {
    let own = members[index]
    let status = drafts[index].status
    guard index > 1, parts[index] == nil, status == .actual || status == .planned,
      PartResolver.smallestSum <= own.value
    else { return }
    var first = index
    while first > 0, Int(own.sentence - members[first - 1].sentence) <= PartResolver.sentencesBack,
      own.paragraph - members[first - 1].paragraph <= 1
    {
      first -= 1
    }
    guard
      let addends = addends(
        of: index, among: (first..<index).reversed(), where: { parts[$0] == nil })
    else { return }
    let isNoChance =
      addends.count > 2 && own.isExact && PartResolver.surelyNoChance <= own.value
    guard
      isNoChance || PartResolver.totals.occurs(in: clause(index), scan)
        || addends.allSatisfy({ endsAlike($0, index, drafts) })
    else { return }
    for addend in addends { parts[addend] = index }
  }

  /// The first of the candidates that add up to a figure, two at least.
  @inline(__always)
  private func addends(
    of whole: Int, among candidates: some Sequence<Int>, where isFree: (Int) -> Bool
  ) -> [Int]? {
    let own = members[whole]
    if own.isRate || own.hasHigh { return nil }
    var sum = Amount.zero
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: PartResolver.mostMembers) {
      addends in
      var count = 0
      for next in candidates {
        guard count < PartResolver.mostMembers else { return nil }
        let other = members[next]
        guard other.sort == own.sort, !other.hasHigh, isFree(next) else { continue }
        guard let added = sum.adding(other.value) else { return nil }
        sum = added
        addends.initializeElement(at: count, to: next)
        count += 1
        if sum == own.value, count > 1 { return Array(addends[..<count]) }
        if own.value < sum { return nil }
      }
      return nil
    }
  }

  // MARK: The greatest

  private static let mosts = PhraseSet([
    "最多的一", "最多一", "最高的一", "最高一", "单笔最", "单次最", "单人最", "最大的一", "最大一",
  ])

  /// 发出24.7万元,最多的一笔2.48万元: the greatest of those that make up the sum before.
  func highest(_ index: Int, _ drafts: [Draft]) -> Int? {
    guard drafts[index].figure.kind == .funds,
      PartResolver.mosts.occurs(in: clause(index), scan)
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
    let clause = clause(index)
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
  private func isNew(_ index: Int) -> Bool {
    PartResolver.news.occurs(in: clause(index), scan)
  }

  /// 单位134个,比上年新增111个; 新发展会员29.1万名,会员总数154.8万名: what is new is part of all there is.
  func newcomers(_ index: Int, _ drafts: [Draft]) -> Int? {
    let (kind, range) = (drafts[index].figure.kind, drafts[index].figure.range)
    guard kind != .rates, kind != .funds else { return nil }
    let clause = clause(index)
    let before = clause.lowerBound..<max(clause.lowerBound, range.lowerBound)
    guard PartResolver.news.occurs(in: before, scan) else { return nil }
    let earlier = whole(of: index, drafts, sentencesBack: 1) { other in
      isComparable(index, other, drafts) && endsAlike(index, other, drafts)
        && (drafts[other].sentence == drafts[index].sentence || !isNew(other))
    }
    if let earlier { return earlier }
    let end = range.upperBound
    var next = index + 1
    while next < drafts.count, drafts[next].sentence == drafts[index].sentence {
      let gap = end..<max(end, drafts[next].figure.range.lowerBound)
      if members[index].value < members[next].value,
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
