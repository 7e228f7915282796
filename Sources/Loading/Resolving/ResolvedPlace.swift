import FactModel

/// The place of a figure, and how well it is supported.
struct ResolvedPlace {
  var division: Division
  /// Where the evidence stands: the nearer, the surer.
  var evidence: Evidence
  /// Another division that was close.
  var rival: Division?
  /// Where the words stand that name it, if they stand near.
  var words: Range<Int>?

  /// Other divisions bear the name, and nothing but fame decided.
  var isGuess = false

  enum Evidence: Int {
    case sentence, paragraph, article, newspaper, page, none
  }
}
