import Lexicon
import TestSupport
import Testing

@Suite("The trie of words")
struct WordTrieTests {
  /// What a search found: the end of the word, and its place in the list.
  private struct Find: Hashable {
    let end: Int
    let word: Int32
  }

  private func found(_ trie: WordTrie, _ text: [UInt16], at start: Int, until limit: Int) -> [Find]
  {
    var finds: [Find] = []
    trie.forEachWord(in: text, at: start, until: limit) { finds.append(Find(end: $0, word: $1)) }
    return finds
  }

  /// The same by comparing every word; a word that stands twice counts at its first place.
  private func naive(_ words: [[UInt16]], _ text: [UInt16], at start: Int, until limit: Int)
    -> [Find]
  {
    var finds: [Find] = []
    for (index, word) in words.enumerated() where start + word.count <= limit {
      let isThere = text[start..<start + word.count].elementsEqual(word)
      let isFirst = words.firstIndex(of: word) == index
      if isThere && isFirst { finds.append(Find(end: start + word.count, word: Int32(index))) }
    }
    return finds.sorted { $0.end < $1.end }
  }

  private func word(
    _ alphabet: [UInt16], _ length: ClosedRange<Int>, _ generator: inout SeededGenerator
  ) -> [UInt16] {
    (0..<Int.random(in: length, using: &generator)).map { _ in
      alphabet.randomElement(using: &generator) ?? 0
    }
  }

  @Test(
    "It finds exactly what a naive search finds, the shortest first",
    arguments: 1...10 as ClosedRange<UInt64>)
  func naiveSearch(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let alphabet: [UInt16] = seed % 2 == 0 ? [0x4E00, 0x4E01] : [0, 0x30, 0x4E00, 0x9FFF, 0xFFFF]
    let words = (0..<80).map { _ in word(alphabet, 1...6, &generator) }
    let trie = WordTrie(words: words)
    let text = word(alphabet, 200...200, &generator)
    for start in text.indices {
      for limit in [text.count, min(start + 3, text.count)] {
        let expected = naive(words, text, at: start, until: limit)
        #expect(found(trie, text, at: start, until: limit) == expected, "seed \(seed)")
      }
    }
  }

  @Test("No words, no finds; a word that is the beginning of another")
  func small() {
    #expect(found(WordTrie(words: []), [1, 2], at: 0, until: 2) == [])
    let trie = WordTrie(words: [[1, 2], [1], [1, 2]])
    #expect(
      found(trie, [1, 2], at: 0, until: 2) == [Find(end: 1, word: 1), Find(end: 2, word: 0)])
    #expect(found(trie, [1, 2], at: 0, until: 1) == [Find(end: 1, word: 1)])
    #expect(found(trie, [2], at: 0, until: 1) == [])
  }
}
