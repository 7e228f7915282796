import FactModel
import Lexicon

/// The first door: pages and fact sheets in, facts and exclusions out.
public struct Loader: Sendable {
  private let lexicon: Lexicon

  /// A loader with a vocabulary.
  public init(lexicon: Lexicon) {
    self.lexicon = lexicon
  }

  /// Everything that one page says.
  public func read(_ page: Page) -> LoadResult {
    PageReader(lexicon: lexicon).read(page)
  }
}
