import FactModel
import Languages

/// A thing that stands somewhere on a page.
///
/// Document order: by the document's name in bytes, line and column, then by everything else that
/// tells two things apart. It does not depend on the order in which pages were read, so that partial
/// aggregates may merge in any order.
protocol DocumentOrdered {
  var spot: Spot { get }
  /// What tells apart two things of one spot.
  var rest: [String] { get }
}

/// A place on a page.
struct Spot: Hashable {
  let document: String
  let line: Int
  let column: Int
}

/// Whether the left one stands first.
func precedes<Value: DocumentOrdered>(_ left: Value, _ right: Value) -> Bool {
  let (one, other) = (left.spot, right.spot)
  if one.document != other.document { return isBefore(one.document, other.document) }
  if one.line != other.line { return one.line < other.line }
  if one.column != other.column { return one.column < other.column }
  for (one, other) in zip(left.rest, right.rest) where one != other { return isBefore(one, other) }
  return false
}

private func isBefore(_ left: String, _ right: String) -> Bool {
  left.utf8.lexicographicallyPrecedes(right.utf8)
}

extension Array where Element: DocumentOrdered {
  /// Brings what comes out of order into document order; what is in order already costs one look.
  ///
  /// What is sorted are small keys, in which the rank of a document's name stands for the name.
  mutating func sortByDocument() {
    let isSorted = zip(self, dropFirst()).allSatisfy { !precedes($1, $0) }
    if isSorted { return }
    let spots = map(\.spot)
    let names = Set(spots.lazy.map(\.document)).sorted(by: isBefore)
    let ranks = Dictionary(uniqueKeysWithValues: zip(names, 0...))
    var keys = indices.map { index in
      let spot = spots[index]
      return SortKey(
        document: ranks[spot.document] ?? 0, line: spot.line, column: spot.column, index: index)
    }
    keys.sort { left, right in
      let (one, other) = (left.place, right.place)
      return one == other ? precedes(self[left.index], self[right.index]) : one < other
    }
    self = keys.map { self[$0.index] }
  }
}

/// What a value is sorted by, and where it stood.
private struct SortKey {
  let document, line, column, index: Int

  var place: (Int, Int, Int) { (document, line, column) }
}

extension Fact: DocumentOrdered {
  var spot: Spot { Spot(provenance) }

  var rest: [String] {
    [
      provenance.raw, kind.rawValue, quantity.value.description, quantity.high?.description ?? "",
      quantity.unit.name, quantity.qualifier.rawValue, label, String(place.code), program,
      period.text, status.rawValue, partOf ?? "", isOptional ? "yes" : "",
      provenance.month.description, String(provenance.article), provenance.sentence,
      provenance.headline, String(confidence), note,
    ]
  }
}

extension Spot {
  init(_ source: Provenance) {
    self.init(document: source.document, line: source.line, column: source.column)
  }

  init(_ doubt: Doubt) {
    self.init(document: doubt.document, line: doubt.line, column: doubt.column)
  }
}

extension Exclusion: DocumentOrdered {
  var spot: Spot { Spot(document: document, line: line, column: column) }
  var rest: [String] { [raw, reason.rawValue, month.description] }
}

extension Doubt: DocumentOrdered {
  var spot: Spot { Spot(self) }
  var rest: [String] {
    [cause.rawValue, raw, chosen, other, message.text(in: .english), month.description]
  }
}

extension DocumentRecord: DocumentOrdered {
  var spot: Spot { Spot(document: name, line: 0, column: 0) }
  var rest: [String] { [month.description, newspaper, String(articles)] }
}
