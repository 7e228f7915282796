import Lexicon

/// How often the words of a vocabulary occur in pages, so that an editor sees which rows of the tables are idle.
///
/// A word is counted wherever it stands in the folded text, also inside of a longer one, and across the end of a line.
///
/// ```swift
/// let lexicon = try Lexicon.builtIn()
/// var use = WordUse(lexicon: lexicon)
/// use.add("江苏省南通市总工会新建职工书屋3家，职工书屋已有12家。")
/// assert(use["职工书屋"] == 2 && use["工会驿站"] == 0 && use["没有这个词"] == nil)
/// ```
public struct WordUse: Sendable {
  private let lexicon: Lexicon
  /// By what the trie reports of a word.
  private var counts: [Int32: Int] = [:]

  /// Nothing counted yet.
  public init(lexicon: Lexicon) {
    self.lexicon = lexicon
  }

  /// Counts the words of a page's text.
  public mutating func add(_ text: String) {
    let page = PageText(text, folding: lexicon.folding)
    let units = Layout.flow(of: page).units
    for start in units.indices {
      lexicon.trie.forEachWord(in: units, at: start, until: units.count) { _, word in
        counts[word, default: 0] += 1
      }
    }
  }

  /// Counts the words of a page; sheets are not searched for them.
  ///
  /// - Throws: `LoadingError`, if its text is in no encoding that is known.
  public mutating func add(_ source: Source) throws(LoadingError) {
    guard source.form == .page else { return }
    add(String(decoding: try source.decoded().utf8, as: UTF8.self))
  }

  /// How often a word has occurred; `nil` where no text is searched for it.
  public subscript(word: String) -> Int? {
    let units = Array(word.utf16)
    if units.isEmpty { return nil }
    var found: Int?
    lexicon.trie.forEachWord(in: units, at: 0, until: units.count) { end, word in
      if end == units.count { found = counts[word, default: 0] }
    }
    return found
  }
}
