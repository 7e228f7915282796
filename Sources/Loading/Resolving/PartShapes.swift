import FactModel
import Lexicon

/// Parts that a page tells by what stands around them: a share behind a count, a prize that people win, what some of the
/// sites have.
extension PartResolver {
  /// What the shapes below say of a figure, the surest first.
  func byShape(_ index: Int, _ drafts: [Draft]) -> Int? {
    shared(index, drafts) ?? winner(index, drafts) ?? described(index, drafts)
  }

  // MARK: Shares

  private static let share = Sign.unit("占")
  private static let longestShare = 14
  private static let farthestWhole = 10

  /// 695人获奖章。…一线职工604人,占86.9%: a part of the figure before whose share it is, by their numbers.
  func shared(_ index: Int, _ drafts: [Draft]) -> Int? {
    guard index + 1 < drafts.count, drafts[index + 1].figure.kind == .rates,
      drafts[index].figure.kind != .rates, drafts[index].figure.quantity.high == nil
    else { return nil }
    let (figure, rate) = (drafts[index].figure, drafts[index + 1].figure)
    let start = figure.range.upperBound
    let gap = start..<max(start, rate.range.lowerBound)
    guard rate.quantity.high == nil, rate.quantity.qualifier == .exact,
      gap.count <= PartResolver.longestShare,
      gap.contains(where: { scan.unit($0) == PartResolver.share })
    else { return nil }
    var earlier = index - 1
    while earlier >= 0,
      drafts[index].sentence - drafts[earlier].sentence <= PartResolver.farthestWhole
    {
      if isComparable(index, earlier, drafts) || countsPeople(index) && countsPeople(earlier),
        isShare(rate.quantity.value, figure, of: drafts[earlier].figure)
      {
        return earlier
      }
      earlier -= 1
    }
    return nil

    /// 695个奖章 are of as many people.
    func countsPeople(_ index: Int) -> Bool {
      let kind = drafts[index].figure.kind
      return kind == .participants || kind == .counts
    }
  }

  /// Whether one figure is so many percent of another, as exactly as the percentage is printed.
  private func isShare(_ rate: Amount, _ part: Figure, of whole: Figure) -> Bool {
    guard part.quantity.value < whole.quantity.value, whole.quantity.high == nil,
      let share = Amount.ratio(part.quantity.value, to: whole.quantity.value, times: 100, places: 4)
    else { return false }
    let printed = rate.tenThousandths
    // 86% may be 86.4%, 86.9% is no more than a tenth off.
    let step =
      printed % Amount.scale == 0
      ? Amount.scale : printed % (Amount.scale / 10) == 0 ? Amount.scale / 10 : Amount.scale / 100
    return abs(share.tenThousandths - printed) * 10 <= step * 6
  }

  // MARK: Prizes of people

  private static let wins = PhraseSet(["获", "荣获", "获得", "得到", "分获", "夺得", "捧得"])
  private static let prizes = PhraseSet(["等奖", "优秀奖", "优胜奖", "特等奖", "金奖", "银奖", "铜奖"])
  private static let longestPrize = 10
  private static let longestClause = 24
  private static let then = Sign.unit("则")

  /// 12名选手上场,4人获得一等奖: who wins is one of those who compete.
  func winner(_ index: Int, _ drafts: [Draft]) -> Int? {
    guard wins(index, drafts) else { return nil }
    return whole(of: index, drafts, sentencesBack: 2) {
      isComparable(index, $0, drafts) && !namesWinners(drafts[$0].figure)
    }
  }

  /// 3名职工获一等奖: they won themselves.
  private func namesWinners(_ figure: Figure) -> Bool {
    let rest = scan.restOfClause(from: figure.range.upperBound, most: PartResolver.longestClause)
    return PartResolver.wins.occurs(in: rest, scan) && PartResolver.prizes.occurs(in: rest, scan)
  }

  private func wins(_ index: Int, _ drafts: [Draft]) -> Bool {
    guard drafts[index].figure.kind == .participants else { return false }
    var start = drafts[index].figure.range.upperBound
    if scan.unit(start) == PartResolver.then { start += 1 }
    guard let length = PartResolver.wins.length(at: start, scan) else { return false }
    let rest = scan.restOfClause(from: start + length, most: PartResolver.longestPrize)
    return PartResolver.prizes.occurs(in: rest, scan)
  }

  // MARK: What some of the sites have

  private static let abilities = PhraseSet([
    "有", "能", "可", "备", "装", "设", "配", "具备", "提供", "实现", "开设", "接入", "对接", "同", "与",
  ])
  private static let longestTold = 3

  /// 工会驿站18.61万个。…近6万个驿站有书,智能化驿站1万个: what is told of some, or of one sort, of the sites before.
  func described(_ index: Int, _ drafts: [Draft]) -> Int? {
    guard drafts[index].figure.kind == .stations, drafts[index].status == .actual else {
      return nil
    }
    let noun = scan.longest(.noun, at: drafts[index].figure.nounStart)?.range
    let isTold = noun.map { PartResolver.abilities.begins(at: $0.upperBound, scan) } ?? false
    let name = isTold ? noun.map { scan.text($0) } ?? "" : drafts[index].label.text
    guard name.count > 1 else { return nil }
    // A name that was taken over tells no sort.
    let isNamed = clause(index).contains(drafts[index].label.range.lowerBound)
    return whole(of: index, drafts, sentencesBack: PartResolver.longestTold) { other in
      let label = drafts[other].label.text
      // 综合性的3个、微型2个 stand beside each other.
      return isComparable(index, other, drafts) && clause(other) != clause(index)
        && drafts[other].place.division == drafts[index].place.division
        && (isTold
          ? label.hasSuffix(name)
          : label.count > 1 && name != label && isNamed && isSort(name, of: label))
    }
  }

  /// 智能化驿站 is a sort of 驿站 and of 工会驿站.
  private func isSort(_ name: String, of label: String) -> Bool {
    if name.hasSuffix(label) { return true }
    return label.hasPrefix("工会") && name.hasSuffix(label.dropFirst(2))
  }
}
