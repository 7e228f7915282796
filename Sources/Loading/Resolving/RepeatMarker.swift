import FactModel

/// Marks figures that a headline or a box repeats from the body of the article.
struct RepeatMarker {
  let article: ArticleText

  func mark(_ drafts: inout [Draft]) {
    var bodies: [Quantity: Int] = [:]
    for (index, draft) in drafts.enumerated() where isBody(draft) && bodies[key(draft)] == nil {
      bodies[key(draft)] = index
    }
    var values: [Amount: Int] = [:]
    for (index, draft) in drafts.enumerated() where isBody(draft) {
      let value = draft.figure.quantity.value
      values[value] = values[value] ?? index
    }
    for index in drafts.indices where !isBody(drafts[index]) {
      let body = bodies[key(drafts[index])] ?? nearBody(drafts[index], values)
      guard let body else { continue }
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

  private func isBody(_ draft: Draft) -> Bool {
    article.role(of: article.sentences[draft.sentence]) == .body
  }

  /// The same value and unit, whatever the hedge.
  private func key(_ draft: Draft) -> Quantity {
    Quantity(value: draft.figure.quantity.value, unit: draft.figure.quantity.unit)
  }

  /// A headline may leave the measure word out: 惠及5.6万.
  ///
  /// - Parameter values: the first figure of a body with each value.
  private func nearBody(_ repeated: Draft, _ values: [Amount: Int]) -> Int? {
    guard !repeated.figure.hasUnit || repeated.figure.kind == .counts else { return nil }
    return values[repeated.figure.quantity.value]
  }
}
