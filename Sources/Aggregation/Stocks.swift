import FactModel

/// Which facts are a stock: how many there are, not how many came. Sites are, and members.
struct Stocks {
  private struct Word {
    let letters: [Unicode.Scalar]
    let program: String
  }

  private let words: [Word]
  private let flows: [[Unicode.Scalar]]

  init(words: LabelWords) {
    self.words = words.stocks.map { Word(letters: Array($0.unicodeScalars), program: $1) }
    flows = words.flows.map { Array($0.unicodeScalars) }
  }

  func contains(_ fact: Fact) -> Bool {
    switch fact.kind {
    case .stations: return true
    case .participants where fact.quantity.unit == .person:
      return programs(countingStockOf: fact.label).contains(fact.program)
    default: return false
    }
  }

  /// The programmes in which people of a label are a stock.
  func programs(countingStockOf label: String) -> [String] {
    let label = Array(label.unicodeScalars)
    func ends(with word: [Unicode.Scalar]) -> Bool {
      label.suffix(word.count).elementsEqual(word)
    }
    let programs = words.filter { ends(with: $0.letters) }.map(\.program)
    return programs.isEmpty || flows.contains(where: ends) ? [] : programs
  }
}
