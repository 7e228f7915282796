import FactModel

/// Marks figures that a headline or a box repeats from the body of the article.
struct RepeatMarker {
  let article: ArticleText

  func mark(_ drafts: inout [Draft]) {
    guard drafts.indices.contains(where: { !isBody(drafts[$0].sentence) }) else { return }
    // The first figure of a body with each value, and for it the next of another unit.
    var values: [Amount: Int] = [:]
    var following = Array(drafts.count, of: Int?.none)
    for index in drafts.indices where isBody(drafts[index].sentence) {
      var last = values[drafts[index].figure.quantity.value]
      if last == nil { values[drafts[index].figure.quantity.value] = index }
      while let found = last, !isSameUnit(found, index, drafts) {
        last = following[found]
        if last == nil { following[found] = index }
      }
    }
    for index in drafts.indices where !isBody(drafts[index].sentence) {
      let first = values[drafts[index].figure.quantity.value]
      guard
        let body = sameUnit(as: index, first, following, drafts) ?? nearBody(index, first, drafts)
      else { continue }
      drafts[index].isOptional = true
      // The body says most: the repeat is about the same place, programme, time and standing.
      drafts[index].place = drafts[body].place
      drafts[index].program = drafts[body].program
      drafts[index].period = drafts[body].period
      drafts[index].status = drafts[body].status
      drafts[index].figure.kind = drafts[body].figure.kind
      drafts[index].figure.quantity.unit = drafts[body].figure.quantity.unit
      if drafts[index].label.text.isEmpty { drafts[index].label.text = drafts[body].label.text }
    }
  }

  private func isBody(_ sentence: Int) -> Bool {
    article.role(of: article.sentences[sentence]) == .body
  }

  /// The first figure of a body with the same value and unit, whatever the hedge.
  private func sameUnit(as index: Int, _ first: Int?, _ following: [Int?], _ drafts: [Draft])
    -> Int?
  {
    var body = first
    while let found = body {
      if isSameUnit(found, index, drafts) { return found }
      body = following[found]
    }
    return nil
  }

  private func isSameUnit(_ one: Int, _ other: Int, _ drafts: [Draft]) -> Bool {
    drafts[one].figure.quantity.unit == drafts[other].figure.quantity.unit
  }

  /// A headline may leave the measure word out: 惠及5.6万.
  ///
  /// - Parameter first: the first figure of a body with its value.
  private func nearBody(_ index: Int, _ first: Int?, _ drafts: [Draft]) -> Int? {
    drafts[index].figure.hasUnit && drafts[index].figure.kind != .counts ? nil : first
  }
}
