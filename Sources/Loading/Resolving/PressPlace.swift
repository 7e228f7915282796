import FactModel
import Lexicon

/// Where a report was written, and where its newspaper is at home.
extension PlaceResolver {
  private static let agencies = PhraseSet([
    "本报", "新华社", "据新华社", "中新社", "中新网", "本网", "人民网", "中工网", "本刊",
  ])
  private static let longestDateline = 24
  private static let reports = SignSet("讯电")

  /// 本报石家庄11月17日电(记者…): the place between the agency and 讯 or 电.
  static func isDateline(_ place: Range<Int>, _ sentence: Range<Int>, _ scan: Scan) -> Bool {
    var start = sentence.lowerBound
    while scan.unit(start) == Sign.space { start += 1 }
    guard let agency = agencies.length(at: start, scan), start + agency <= place.lowerBound else {
      return false
    }
    let end = min(start + longestDateline, sentence.upperBound)
    for next in start + agency..<max(start + agency, end) {
      let unit = scan.unit(next)
      if reports.contains(unit) { return next >= place.upperBound }
      if Sign.clauseEnds.contains(unit) { return false }
    }
    return false
  }

  /// Whether the place of a dateline is what its sentence is about: nothing else is named, and it is not the capital,
  /// from where the whole nation is reported on.
  static func tells(
    _ dateline: PlaceMention, _ mentions: [PlaceMention], _ gazetteer: Gazetteer
  ) -> Bool {
    if mentions.dropFirst().contains(where: { !$0.isOrganisation }) { return false }
    return gazetteer.divisions[dateline.division].provinceCode != capital
  }

  private static let capital = 110_000

  /// The division that a newspaper's name begins with, or that it holds: 焦作日报, 中国甘肃网.
  static func press(of newspaper: String, _ lexicon: Lexicon) -> Int? {
    let units = Array(newspaper.utf16)
    let gazetteer = lexicon.gazetteer
    for start in units.indices {
      var found: Int?
      lexicon.trie.forEachWord(in: units, at: start, until: units.count) { _, word in
        for place in lexicon.meanings.places(of: word) {
          guard case .division(let candidates, let isFull, _) = lexicon.meanings.entries[place]
          else { continue }
          let largest = candidates.min {
            (gazetteer.divisions[$0].level, $0) < (gazetteer.divisions[$1].level, $1)
          }
          // 天山网: a county's short name may be any word.
          if let largest,
            isFull && candidates.count == 1 || gazetteer.divisions[largest].level < .county
          {
            found = largest
          }
        }
      }
      if let found { return found }
    }
    return nil
  }
}
