/// Finds, under a key, the first fact whose label agrees with a given one.
///
/// Facts may be told apart by their extents; where time does not matter, they are all inserted
/// without one.
struct AgreementIndex<Key: Hashable> {
  private struct Slot: Hashable {
    let group: Int
    let label: Int
  }

  /// By extent, the first fact.
  private typealias Firsts = [Extent?: Int]

  private let labels: LabelBook
  private var groups = Numbering<Key>()
  private var exact: [Slot: Firsts] = [:]
  /// Under every label, the first facts whose label is it or contains it.
  private var containing: [Slot: Firsts] = [:]

  init(_ labels: LabelBook) {
    self.labels = labels
  }

  mutating func insert(_ index: Int, under key: Key, label: Int, extent: Extent? = nil) {
    let group = groups.number(of: key)
    func note(_ firsts: inout Firsts) { firsts[extent] = min(firsts[extent] ?? index, index) }
    note(&exact[Slot(group: group, label: label), default: [:]])
    note(&containing[Slot(group: group, label: label), default: [:]])
    for part in labels.inner[label] {
      note(&containing[Slot(group: group, label: part), default: [:]])
    }
  }

  /// The smallest index under the key whose label agrees and whose extent is right, or `nil`.
  func first(
    under key: Key, agreeingWith label: Int, where isRight: (Extent?) -> Bool
  ) -> Int? {
    guard let group = groups.known(key) else { return nil }
    func earliest(_ firsts: Firsts?) -> Int? {
      firsts?.filter { isRight($0.key) }.values.min()
    }
    var best = earliest(containing[Slot(group: group, label: label)])
    for part in labels.inner[label] {
      guard let index = earliest(exact[Slot(group: group, label: part)]) else { continue }
      best = min(best ?? index, index)
    }
    return best
  }
}
