import FactModel

/// The labels of a month, and which of them lie inside which.
///
/// Two labels agree where they are equal without spaces and quotation marks, or where one contains
/// the other: 职工 and 参赛职工. Words that mean the same are one word here, by the vocabulary's table:
/// 困难骑手 is 困难外卖员. An empty label agrees with an empty one only.
struct LabelBook: Sendable {
  /// A longer label agrees with its equal only: no noun phrase is that long, and the search stays
  /// linear.
  static let longest = 40

  /// For every label that came in, its number; equal labels share one.
  let numbers: [Int]
  /// For every number, the numbers of the other labels that it contains.
  let inner: [[Int]]
  /// For every number, its place in the order "longest first, then by code point".
  let rank: [Int]

  /// For every number, the numbers of the labels that it ends with, itself among them.
  private let tails: [Set<Int>]

  init(of texts: some Sequence<String>, words: LabelWords = LabelWords()) {
    let synonyms = Synonyms(words)
    var known: [String: Int] = [:]
    var numbering = Numbering<[UInt32]>()
    var letters: [[UInt32]] = []
    numbers = texts.map { text in
      if let number = known[text] { return number }
      let plain = synonyms.replaced(in: LabelBook.plain(text))
      let number = numbering.number(of: plain)
      if number == letters.count { letters.append(plain) }
      known[text] = number
      return number
    }
    let inner = LabelBook.innerLabels(of: letters)
    self.inner = inner
    tails = letters.indices.map { number in
      let tails = inner[number].filter { part in
        !letters[part].isEmpty && letters[number].suffix(letters[part].count) == letters[part][...]
      }
      return Set(tails + [number])
    }
    var rank = [Int](repeating: 0, count: letters.count)
    let order = letters.indices.sorted { left, right in
      if letters[left].count != letters[right].count {
        return letters[left].count > letters[right].count
      }
      return letters[left].lexicographicallyPrecedes(letters[right])
    }
    for (place, number) in order.enumerated() { rank[number] = place }
    self.rank = rank
  }

  /// Whether two labels agree.
  func agree(_ one: Int, _ other: Int) -> Bool {
    one == other || inner[one].contains(other) || inner[other].contains(one)
  }

  /// The labels of what may hold a figure of this label over a longer time: it, and those that name
  /// the same noun more widely, for the noun comes last: 职工 holds 困难职工, but not 职工诉求.
  func widerLabels(of label: Int) -> Set<Int> { tails[label] }

  /// For every number, the labels of `widerLabels`.
  var wider: [[Int]] { tails.map { $0.sorted() } }

  /// For labels that stand in one group, the label that each is filed under: the first by `rank` of
  /// those that contain it and lie in no other, or itself.
  ///
  /// "Agrees" is not transitive (职工 agrees with 参赛职工 and with 困难职工, these not with each other), so
  /// the outermost labels lead. Their number does not depend on the order of pages.
  func heads(of labels: Set<Int>) -> [Int: Int] {
    var heads: [Int: Int] = [:]
    for label in labels.sorted(by: { rank[$0] < rank[$1] }) where heads[label] == nil {
      heads[label] = label
      for part in inner[label] where labels.contains(part) && heads[part] == nil {
        heads[part] = label
      }
    }
    return heads
  }

  /// Code points without white space and quotation marks.
  private static func plain(_ text: String) -> [UInt32] {
    text.unicodeScalars.compactMap { scalar in
      if scalar.properties.isWhitespace || marks.contains(scalar) { return nil }
      return scalar.value
    }
  }

  private static let marks: Set<Unicode.Scalar> = [
    "\"", "'", "“", "”", "‘", "’", "「", "」", "『", "』", "《", "》", "〈", "〉", "＂", "＇",
  ]

  /// Looks up every piece of every label among the labels, by a hash that grows letter by letter.
  private static func innerLabels(of letters: [[UInt32]]) -> [[Int]] {
    var byHash: [UInt64: [Int]] = [:]
    for (number, label) in letters.enumerated() where !label.isEmpty && label.count <= longest {
      byHash[label.reduce(seed, grown), default: []].append(number)
    }
    return letters.enumerated().map { number, label in
      if label.count > longest { return [] }
      var found: [Int] = []
      for start in label.indices {
        var hash = seed
        for end in start..<label.count {
          hash = grown(hash, by: label[end])
          guard let candidates = byHash[hash] else { continue }
          for other in candidates
          where other != number && !found.contains(other)
            && label[start...end].elementsEqual(letters[other])
          {
            found.append(other)
          }
        }
      }
      return found
    }
  }

  /// FNV-1a, a code point at a time.
  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  private static func grown(_ hash: UInt64, by letter: UInt32) -> UInt64 {
    (hash ^ UInt64(letter)) &* 0x100_0000_01b3
  }
}
