import FactModel
import Lexicon

/// Names of places in a row, which are one mention of what holds them all.
extension PlaceFinder {
  /// Makes one mention of each row among the places that begin at an index.
  func join(_ mentions: inout [PlaceMention], from start: Int, _ written: [Int]) {
    var kept = start
    for place in start + 1..<mentions.count {
      let (last, mention) = (mentions[kept], mentions[place])
      if isRow(last, mention) {
        mentions[kept] = PlaceMention(
          range: last.range.lowerBound..<mention.range.upperBound,
          division: isCityAndCounty(last, mention, written)
            ? mention.division : gazetteer.common(last.division, mention.division),
          isOrganisation: last.isOrganisation && mention.isOrganisation,
          written: last.written.lowerBound..<mention.written.upperBound)
      } else {
        kept += 1
        mentions[kept] = mention
      }
    }
    mentions.removeSubrange((kept + 1)...)
  }

  /// 鄂尔多斯市和鄂托克前旗两级工会: the two levels meet in the county.
  private func isCityAndCounty(
    _ last: PlaceMention, _ next: PlaceMention, _ written: [Int]
  ) -> Bool {
    written[last.written].last == last.division
      && gazetteer.isInside(next.division, last.division)
      && scan.unit(last.range.upperBound) != Sign.enumeration
  }

  private func isRow(_ last: PlaceMention, _ next: PlaceMention) -> Bool {
    let gap = last.range.upperBound..<next.range.lowerBound
    if gap.count == 1 { return Sign.joiners.contains(scan.units[gap.lowerBound]) }
    return gap.count < PlaceFinder.longestGap && isRowOfUnions(last, next)
  }

  // MARK: Rows of unions

  private static let unions = PhraseSet(["总工会", "工会", "区总", "市总", "县总"])
  static let longestGap = 5

  private static let longestRow = 12
  private static let partners = SignSet("与及")

  /// Whether a mention is a row already.
  private func holdsRow(_ mention: PlaceMention) -> Bool {
    scan.units[mention.range].contains { Sign.joiners.contains($0) }
  }

  /// 让胡路区工会、肇源县工会…: unions of one province that act together, not each with a figure right behind.
  func isRowOfUnions(_ last: PlaceMention, _ next: PlaceMention) -> Bool {
    let before = next.range.lowerBound - 1
    guard Sign.joiners.contains(scan.unit(before)),
      let union = PlaceFinder.unions.lengths(endingAt: before, scan).max(),
      before - union == last.range.upperBound,
      gazetteer.provinceCode(of: last.division) == gazetteer.provinceCode(of: next.division),
      gazetteer.isApart(next.division, last.division) || holdsRow(last)
    else { return false }
    let end = next.range.upperBound
    guard let union = PlaceFinder.unions.length(at: end, scan) else { return false }
    if scan.restOfClause(from: end, most: PlaceFinder.longestRow)
      .contains(where: { ArticleText.each.begins(at: $0, scan) })
    {
      return true
    }
    // 汉中市总工会与西安铁路局工会: with whom.
    return !PlaceFinder.partners.contains(scan.unit(before))
      && !scan.isNumeral(scan.unit(end + union))
  }
}
