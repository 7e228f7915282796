import FactModel

/// Puts one word in place of all that mean the same, the longest first, from left to right.
struct Synonyms {
  /// By their first letter, words with what replaces them, the longest first.
  private var words: [UInt32: [(word: [UInt32], standing: [UInt32])]] = [:]

  init(_ words: LabelWords) {
    // A word that stands for others is found too, so that no shorter one is found inside it.
    var pairs = words.synonyms
    for standing in words.synonyms.values { pairs[standing] = standing }
    for (word, standing) in pairs {
      let letters = word.unicodeScalars.map(\.value)
      guard let first = letters.first else { continue }
      self.words[first, default: []].append((letters, standing.unicodeScalars.map(\.value)))
    }
    for first in self.words.keys { self.words[first]?.sort { $0.word.count > $1.word.count } }
  }

  func replaced(in label: [UInt32]) -> [UInt32] {
    if words.isEmpty { return label }
    var result: [UInt32] = []
    var rest = label[...]
    while let letter = rest.first {
      if let found = words[letter]?.first(where: { rest.starts(with: $0.word) }) {
        result += found.standing
        rest = rest.dropFirst(found.word.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result
  }
}
