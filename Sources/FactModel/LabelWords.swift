/// What the vocabulary says of labels: which words mean the same, and which are a stock.
public struct LabelWords: Hashable, Sendable {
  /// By a word, the word that stands for it: 骑手 and 外卖骑手 are 外卖员.
  public let synonyms: [String: String]
  /// The words of people who are counted as a stock, such as 会员: not how many came, but how many
  /// there are; each with the programme in which it is one. A label is one of them where it ends
  /// with the word.
  public let stocks: [String: String]
  /// The words that look like a stock and are a flow, such as 新会员.
  public let flows: Set<String>

  /// Words given one by one; without any, labels agree by their letters alone.
  public init(
    synonyms: [String: String] = [:], stocks: [String: String] = [:], flows: Set<String> = []
  ) {
    self.synonyms = synonyms
    self.stocks = stocks
    self.flows = flows
  }
}

/// How many people live in a province, with the source of the number.
public struct Population: Hashable, Sendable {
  /// The code of the province-level division.
  public let code: Int
  /// How many inhabitants.
  public let people: Int64
  /// The year that the number is of.
  public let year: Int
  /// Who published it, and as what.
  public let source: String

  /// A number of inhabitants of its parts.
  public init(code: Int, people: Int64, year: Int, source: String) {
    self.code = code
    self.people = people
    self.year = year
    self.source = source
  }
}
