import FactModel
import Lexicon

/// What tells by 要 and a verb that a figure is still to come: 全市要净增会员4.2万人.
extension StatusResolver {
  private static let must = Sign.unit("要")
  /// 需要, 主要, 只要
  private static let beforeMust = SignSet("需重必主不想首紧概摘次简索若快就扼须正险纪提撮显枢冲硬刚切")
  /// 要求, 要点, 要是
  private static let afterMust = SignSet("求点素闻是么领塞害因义务职员件地道强旨诀挟命紧价好看不")
  private static let single = SignSet("达建办有让增到超签")
  private static let habits = PhraseSet(["每", "经常", "往往", "平均", "一天", "一年", "一般", "年均", "日均", "月均"])
  private static let longestDemand = 40

  /// Whether the clause of a figure says before it that something must be done, and not how it always is.
  func isDemanded(_ figure: Figure, _ sentence: Sentence) -> Bool {
    guard figure.kind != .funds else { return false }
    let clause = clause(figure, sentence)
    let before = clause.lowerBound..<max(clause.lowerBound, figure.range.lowerBound)
    guard before.count <= StatusResolver.longestDemand,
      let place = scan.last(StatusResolver.must, in: before, where: isMust)
    else { return false }
    return !StatusResolver.habits.occurs(in: before, scan)
      && !scan.holds(StatusResolver.results, in: place..<before.upperBound)
  }

  private static let proposals = PhraseSet([
    "提出", "确定", "确立", "制定", "设定", "定下", "明确", "立下", "瞄准", "围绕", "锚定",
  ])
  static let aims = PhraseSet(["的目标", "的工作目标", "的奋斗目标", "的年度目标", "的总目标", "的任务目标"])
  private static let reached = PhraseSet(["完成", "实现了", "达到了", "超额", "达成", "兑现"])

  /// 提出新建工会800家、会员6万人的目标: what an aim counts.
  func isAim(_ figure: Figure, _ sentence: Sentence, _ index: Int) -> Bool {
    guard words.mayHold(.aims, index) else { return false }
    let end = figure.range.upperBound
    let part = scan.clauseBefore(figure.range.lowerBound, most: StatusResolver.longestDemand)
    guard
      StatusResolver.aims.occurs(in: end..<max(end, sentence.range.upperBound), scan)
    else { return false }
    let before = sentence.range.lowerBound..<figure.range.lowerBound
    return StatusResolver.proposals.occurs(in: before, scan)
      && !StatusResolver.reached.occurs(in: part, scan)
  }

  private func isMust(_ place: Int) -> Bool {
    guard !StatusResolver.beforeMust.contains(scan.unit(place - 1)),
      !StatusResolver.afterMust.contains(scan.unit(place + 1)),
      !scan.beginsWord(.noun, at: place)
    else { return false }
    return StatusResolver.single.contains(scan.unit(place + 1))
      || (scan.longest(.verb, at: place + 1)?.range.count ?? 0) > 1
      || scan.unit(place + 1) == StatusResolver.anew
        && (scan.longest(.verb, at: place + 2)?.range.count ?? 0) > 1
  }

  private static let anew = Sign.unit("新")
}

// MARK: Those who are there

extension StatusResolver {
  private static let beginnings = PhraseSet([
    "开班", "开学", "启程", "启动", "开营", "出发", "抵达", "开课", "开训", "拉开帷幕",
  ])
  private static let lengths = PhraseSet(["天", "个月", "周", "日", "个星期", "年", "个小时"])
  private static let longestStay = 24

  /// 疗休养团启程,50名职工将住上7天: who has come, and how long they stay.
  func isOfThoseHere(_ cue: Token, _ figure: Figure, _ sentence: Sentence) -> Bool {
    guard figure.kind == .participants,
      StatusResolver.beginnings.occurs(
        in: sentence.range.lowerBound..<figure.range.lowerBound, scan)
    else { return false }
    return scan.restOfClause(from: cue.range.upperBound, most: StatusResolver.longestStay)
      .contains { place in
        guard let number = scan.numbers.number(at: place) else { return false }
        return StatusResolver.lengths.begins(at: number.range.upperBound, scan)
      }
  }
}
