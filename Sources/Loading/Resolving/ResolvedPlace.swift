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

  enum Evidence: Int {
    case sentence, paragraph, article, page, none
  }
}
