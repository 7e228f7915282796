import FactModel
import Lexicon

/// Clauses that leave no doubt what a figure of theirs is about.
extension ProgramResolver {
  /// 赠送保险2万份、体检1.2万份: an item of a list that says clearly what it is takes nothing from items of other
  /// programmes.
  @inline(__always)
  func withOwnCues(
    of cues: Cues, _ part: Range<Int>, in clause: Range<Int>, _ body: (Cues) -> Void
  ) {
    if part.count == clause.count { return body(cues) }
    ownCues(cues, part).withUnsafeBufferPointer(body)
  }

  private func ownCues(_ cues: Cues, _ part: Range<Int>) -> [Cue] {
    let clear = cues.filter {
      $0.weight >= ProgramResolver.clearCue && !$0.isWho && $0.stands(in: part)
    }
    if clear.isEmpty { return Array(cues) }
    return cues.filter { cue in
      cue.stands(in: part) || clear.contains { $0.program == cue.program }
    }
  }

  private static let existence = SignSet("有达到")

  /// 全市有8万名货车司机, 会员:8万人: where it is told how many there are, and nothing else.
  func wholeOfCount(
    _ figure: Figure, _ label: Range<Int>, in clause: Range<Int>
  ) -> Range<Int>? {
    let before = figure.range.lowerBound - 1
    if scan.unit(before) == Sign.colon { return label.upperBound == before ? label : nil }
    let isAll = label.upperBound == clause.upperBound
    return isAll && ProgramResolver.existence.contains(scan.unit(before)) ? clause : nil
  }

  /// 全市有8万名货车司机: the programme of a clause that names people of one and tells nothing else.
  func onlyProgram(of cues: Cues, in clause: Range<Int>) -> Int? {
    guard let first = cues.first(where: { $0.stands(in: clause) }) else { return nil }
    let isOnly = cues.allSatisfy {
      !$0.stands(in: clause) || $0.isWho && $0.program == first.program
    }
    return isOnly ? first.program : nil
  }
}
