// The library: the model and the three stages, which whoever imports it gets together. The catalogue beside it opens
// with a page on how to use it.
@_exported import Aggregation
@_exported import CSVFormat
@_exported import FactModel
@_exported import Languages
@_exported import Lexicon
@_exported import Loading
@_exported import Writing

extension Aggregator {
  /// An aggregator with the programmes, the words of labels and the inhabitants of a vocabulary.
  public init(lexicon: Lexicon) {
    self.init(
      programs: lexicon.programs, labels: lexicon.labelWords, populations: lexicon.populations)
  }
}

/// The version of the library and of the tool.
public let yuebaoVersion = "0.1.0"
