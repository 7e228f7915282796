import FactModel

/// The programmes that the grammar itself knows, as places in the vocabulary.
package struct KnownPrograms: Sendable {
  /// What a figure is about where nothing says it.
  package let other: Int
  package let competition: Int?
  /// Programmes whose words tell an occasion beside those of another one: 春节慰问困难职工 helps the poor.
  package let occasions: [Int]

  init(_ programs: [Program]) {
    func place(_ id: String) -> Int? { programs.firstIndex { $0.id == id } }
    other = place("other") ?? programs.count - 1
    competition = place("competition")
    occasions = ["other", "seasonal-care", "ideology"].compactMap { place($0) }
  }
}
